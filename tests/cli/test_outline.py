"""`argmap outline`: a map as text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from argmap import pipeline
from tests.cli.conftest import BROKEN, CLEAN, Result

Run = Callable[..., Result]


@pytest.fixture
def outlined(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    """A stand-in for the outline, which keeps what was wished for; m.argmap.yaml is a map."""
    wishes: list[dict[str, object]] = []

    def outline(argument_map: object, **wish: object) -> str:
        wishes.append(wish)
        return "1 The ferry\n\trun \u202e\n"

    monkeypatch.setattr(pipeline, "outline", outline)
    (folder / "m.argmap.yaml").write_text(CLEAN)
    return wishes


Wishes = list[dict[str, object]]


def test_standard_output_is_safe_to_look_at(argmap: Run, outlined: Wishes) -> None:
    assert argmap("outline", "m.argmap.yaml") == (0, "1 The ferry\n    run <U+202E>\n", "")
    assert outlined == [{"root": None, "depth": None, "format": "text", "quotes": False}]


def test_a_file_holds_what_the_view_wrote(argmap: Run, outlined: Wishes) -> None:
    options = "--format markdown --root demand --depth 0 -o x.md"
    assert argmap("outline", "m.argmap.yaml", *options.split()) == (0, "", "")
    assert Path("x.md").read_text() == "1 The ferry\n\trun \u202e\n"
    assert outlined == [{"root": "demand", "depth": 0, "format": "markdown", "quotes": False}]


def test_rest_with_quotes(argmap: Run, outlined: Wishes) -> None:
    assert (
        argmap("outline", "m.argmap.yaml", "--format", "rest", "--quotes", "-o", "x.rst").code == 0
    )
    assert outlined == [{"root": None, "depth": None, "format": "rest", "quotes": True}]


def test_an_invalid_map_has_no_outline(argmap: Run, outlined: Wishes) -> None:
    code, out, err = argmap("outline", "-", "-o", "x.md", stdin=BROKEN.encode())
    assert (code, out) == (1, "")
    assert "error[AM012]" in err
    assert "\n --> <stdin>:6:1\n" in err
    assert err.endswith("\nhelp: argmap check -\n")
    assert not Path("x.md").exists()


def test_a_file_that_holds_no_map(argmap: Run, outlined: Wishes) -> None:
    code, _, err = argmap("outline", "-", stdin=b"- 1\n")
    assert code == 1
    assert "error[AM0" in err
    assert outlined == []


def test_an_unknown_root(argmap: Run) -> None:
    code, out, err = argmap("outline", "-", "--root", "demnad", stdin=CLEAN.encode())
    assert (code, out) == (2, "")
    assert "demnad" in err
    assert 'did you mean "demand"?' in err


def test_of_a_real_map(argmap: Run) -> None:
    out = argmap("outline", "-", stdin=CLEAN.encode()).out
    assert "The ferry should run at night." in out
    assert out.endswith("\n")
    rest = argmap("outline", "-", "--format", "rest", stdin=CLEAN.encode()).out
    assert "- **1** The ferry should run at night. (main conclusion)\n\n  *Because:*\n" in rest
