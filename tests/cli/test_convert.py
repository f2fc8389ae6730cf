"""`argmap convert`: a map in another form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from argmap import dumps, load, loads
from tests.cli.conftest import BROKEN, CLEAN, Result

Run = Callable[..., Result]


@pytest.fixture
def clean(folder: Path) -> Path:
    """A map."""
    path = folder / "m.argmap.yaml"
    path.write_text(CLEAN)
    return path


def test_there_and_back(argmap: Run, clean: Path) -> None:
    assert argmap("convert", "m.argmap.yaml", "-o", "m.argmap.json") == (0, "", "")
    assert clean.with_suffix(".json").read_text() == dumps(loads(CLEAN), format="json")
    assert argmap("convert", "m.argmap.json", "-o", "n.argmap.yml") == (0, "", "")
    assert load("n.argmap.yml") == loads(CLEAN)
    assert argmap("check").code == 0


@pytest.mark.parametrize(
    ("comments", "told"),
    [("# one\n", "1 comment is"), ("# one\n# two\n", "2 comments are")],
)
def test_comments_that_are_lost_are_told(
    argmap: Run, folder: Path, comments: str, told: str
) -> None:
    code, _, err = argmap("convert", "-", "-o", "m.argmap.json", stdin=(comments + CLEAN).encode())
    assert (code, err) == (0, f"{told} not in m.argmap.json\n")
    assert load("m.argmap.json") == loads(CLEAN)


def test_a_layer(argmap: Run, folder: Path) -> None:
    layer = b"argmap: 1\nextends: m.argmap.yaml\nstatements: {}\n"
    assert argmap("convert", "-", "-o", "l.argmap.json", stdin=layer).code == 0
    assert '"extends": "m.argmap.yaml"' in (folder / "l.argmap.json").read_text()


def test_a_map_with_faults_is_not_converted(argmap: Run, folder: Path) -> None:
    code, out, err = argmap("convert", "-", "-o", "m.argmap.json", stdin=BROKEN.encode())
    assert (code, out) == (1, "")
    assert "error[AM012]" in err
    assert err.endswith("error: <stdin> is not converted: the reader refuses it\n")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["m.argmap.yaml"], "-o"),
        (["m.argmap.yaml", "-o", "m.argmap.yaml"], "m.argmap.yaml exists, and would be lost"),
        (["m.argmap.yaml", "-o", "m.json"], "m.json is no name of a map"),
        (["n.argmap.yaml", "-o", "m.argmap.json"], "n.argmap.yaml does not exist"),
        ([".", "-o", "m.argmap.json"], "is a folder"),
    ],
)
def test_what_is_refused(argmap: Run, clean: Path, words: list[str], message: str) -> None:
    code, out, err = argmap("convert", *words)
    assert (code, out) == (2, "")
    assert message in err
    assert [path.name for path in clean.parent.iterdir()] == ["m.argmap.yaml"]
