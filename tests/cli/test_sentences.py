"""`argmap outline --sentences` and `argmap diagram --sentences`: the text beside the claim."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.conftest import CLEAN, Result, Write
from tests.cli.test_source_coverage import MAP, TEXT, night

__all__ = ["night"]

Run = Callable[..., Result]
TOLD = "The text at p1.2: “Many would use it at night.”"


@pytest.mark.usefixtures("night")
def test_an_outline_tells_the_sentence_beside_the_claim(argmap: Run) -> None:
    arguments = ["outline", "night.argmap.yaml", "--sentences", "--sources", "texts"]
    code, out, err = argmap(*arguments)
    assert (code, err) == (0, "")
    assert f"  1.1 Many would use it. (premise; p1.2)\n    {TOLD}\n" in out
    markdown = argmap(*arguments, "--format", "markdown").out
    assert f"- {TOLD}\n" in markdown.replace("\\", "")


@pytest.mark.usefixtures("night")
def test_a_tooltip_tells_the_sentence_behind_the_place(argmap: Run) -> None:
    arguments = ["diagram", "night.argmap.yaml", "--sentences", "--sources", "texts"]
    code, out, err = argmap(*arguments)
    assert (code, err) == (0, "")
    titles = [one.text for one in ElementTree.fromstring(out).iter() if one.tag.endswith("title")]
    assert f"premise: Many would use it. [p1.2]\n{TOLD}" in titles
    assert f"[p1.2]\\n{TOLD}" in argmap(*arguments, "--format", "dot").out


@pytest.mark.parametrize("view", ["outline", "diagram"])
@pytest.mark.usefixtures("night")
def test_without_the_text_one_line_says_so(argmap: Run, view: str) -> None:
    code, out, err = argmap(view, "night.argmap.yaml", "--sentences")
    assert code == 0
    assert err == "note: not at hand is the text of leaflet; only the places are shown\n"
    assert out == argmap(view, "night.argmap.yaml").out
    assert "p1.2" in out


@pytest.mark.usefixtures("night")
def test_of_many_texts_that_are_not_at_hand_three_are_named(argmap: Run) -> None:
    more = "".join(f"\n  s{number}: {{index: s{number}}}" for number in range(4))
    content = MAP.replace("index: leaflet}", f"index: leaflet}}{more}").encode()
    err = argmap("outline", "-", "--sentences", "--sources", "texts", stdin=content).err
    assert err.startswith("note: not at hand is the text of leaflet, s0, s1 and 2 more; only")


def test_a_map_without_an_index(argmap: Run) -> None:
    found = argmap("outline", "-", "--sentences", stdin=CLEAN.encode())
    assert (found.code, found.out) == (0, argmap("outline", "-", stdin=CLEAN.encode()).out)
    assert found.err == (
        "note: no source of the map has an index, by which its text would be found\n"
    )


def test_the_text_beside_the_map_is_found_by_itself(argmap: Run, night: None, write: Write) -> None:
    write("sources/leaflet.txt", TEXT)
    found = argmap("outline", "night.argmap.yaml", "--sentences", "-o", "x.txt")
    assert found == (0, "", "")
    assert TOLD in Path("x.txt").read_text("utf-8")


def test_folders_without_sentences_are_refused(argmap: Run) -> None:
    code, _, err = argmap("outline", "-", "--sources", "texts", stdin=CLEAN.encode())
    assert code == 2
    assert err.startswith("error: --sources goes with --sentences\n")
