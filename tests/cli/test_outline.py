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
    assert outlined == [
        {
            "root": None,
            "depth": None,
            "format": "text",
            "quotes": False,
            "overlay": None,
            "sentences": None,
        }
    ]


def test_a_file_holds_what_the_view_wrote(argmap: Run, outlined: Wishes) -> None:
    options = "--format markdown --root demand --depth 0 -o x.md"
    assert argmap("outline", "m.argmap.yaml", *options.split()) == (0, "", "")
    assert Path("x.md").read_text() == "1 The ferry\n\trun \u202e\n"
    assert outlined == [
        {
            "root": "demand",
            "depth": 0,
            "format": "markdown",
            "quotes": False,
            "overlay": None,
            "sentences": None,
        }
    ]


def test_rest_with_quotes(argmap: Run, outlined: Wishes) -> None:
    assert (
        argmap("outline", "m.argmap.yaml", "--format", "rest", "--quotes", "-o", "x.rst").code == 0
    )
    assert outlined == [
        {
            "root": None,
            "depth": None,
            "format": "rest",
            "quotes": True,
            "overlay": None,
            "sentences": None,
        }
    ]


def test_an_invalid_map_has_no_outline(argmap: Run, outlined: Wishes) -> None:
    code, out, err = argmap("outline", "-", "-o", "x.md", stdin=BROKEN.encode())
    assert (code, out) == (1, "")
    assert "error[AM012]" in err
    assert "\n --> <stdin>:8:1\n" in err
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


FERRY = """\
argmap: 1
main: ferry
statements:
  ferry: {conclusion: The ferry should run., because: demand, against: cost}
  demand: {premise: Many would use it.}
  cost: {claim: It costs a lot., against: subsidy}
  subsidy: {premise: The town pays.}
"""


def test_an_overlay_of_labels(argmap: Run) -> None:
    out = argmap("outline", "-", "--label", stdin=FERRY.encode()).out
    assert "1 The ferry should run. (main conclusion, established)\n" in out
    assert "(claim, not established: defeated by the objection from 1.2.1)" in out
    assert "(fails: premise 1.2 is not established)" in out


def test_an_overlay_of_strengths(argmap: Run) -> None:
    out = argmap("outline", "-", "--strength", "--leaves", "author", stdin=FERRY.encode()).out
    assert "1.1 Many would use it. (premise, strength 0.50)\n" in out
    assert "Premises for which nothing is given stand on the author's word." in out
    assert "Not established" not in out
    both = argmap("outline", "-", "--strength", "--label", stdin=FERRY.encode()).out
    assert "1.1 Many would use it. (premise, established, strength 0.50)\n" in both


def test_an_overlay_of_what_falls_and_rises(argmap: Run) -> None:
    out = argmap("outline", "-", "--whatif", "subsidy", stdin=FERRY.encode()).out
    flowing = " ".join(out.split())
    assert "Taken away: subsidy." in flowing
    assert "(main conclusion, falls, now not established: defeated by the obj" in flowing
    assert "1.2 It costs a lot. (claim, rises, now established)" in flowing
    assert "1.2.1 The town pays. (premise, taken away)" in flowing
    assert "Against 1 (now holds):" in flowing
    assert "Against 1.2 (now fails: premise 1.2.1 is not established):" in flowing


@pytest.mark.parametrize("command", ["outline", "diagram"])
def test_terms_without_an_overlay(argmap: Run, command: str) -> None:
    code, out, err = argmap(command, "-", "--reject", "cost", stdin=FERRY.encode())
    assert (code, out) == (2, "")
    assert err.startswith(
        "error: --leaves, --concessions and --reject go with --label, --strength or --whatif\n"
    )


def test_an_unknown_id_in_an_overlay(argmap: Run) -> None:
    code, _, err = argmap("outline", "-", "--whatif", "subsdy", stdin=FERRY.encode())
    assert code == 2
    assert 'did you mean "subsidy"?' in err
