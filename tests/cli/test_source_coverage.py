"""`argmap source coverage`: which sentences of its text a map leaves out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from argmap.formats.source_index.write import write as written
from argmap.sources.documents import document
from argmap.sources.source_index import index_of
from tests.cli.conftest import BROKEN, CLEAN, Result, Screen, Write
from tests.hostile.running import assert_harmless

Run = Callable[..., Result]

TEXT = """\
The ferry stays in the harbour from nine o’clock on. Many would use it at night. Let us see.

It costs 3.5 million a year. Nobody asked the crews. 船は夜に出るが誰も知らない、船は夜に出る。
"""
MAP = """\
argmap: 1
main: ferry
text: leaflet
sources:
  leaflet: {title: Run it at night, index: leaflet}
statements:
  ferry: {conclusion: The ferry should run at night., because: demand, at: p1.1}
  demand: {premise: Many would use it., at: p1.2}
  crews: {premise: The crews were not asked., at: p2.2}
extras:
  unmapped: {p1.3: It leads over.}
"""


@pytest.fixture
def night(write: Write) -> None:
    """A map with its index; the text is in `texts`, which nothing names."""
    write("night.argmap.yaml", MAP)
    write("leaflet.source.yaml", written(index_of(document(TEXT))))
    write("texts/any name.txt", TEXT)


@pytest.mark.usefixtures("night")
def test_without_the_text_places_are_told(argmap: Run) -> None:
    assert argmap("source", "coverage", "night.argmap.yaml") == (
        0,
        """\
Of 6 sentences of leaflet, 2 are covered: 33.3 %.

PARAGRAPH  COVERED
p1         2 of 3   █████████████░░░░░░░
p2         0 of 3   ░░░░░░░░░░░░░░░░░░░░

Not covered; the statements there bear on no main conclusion:
PLACE  STATEMENTS
p2.1
p2.2   crews
p2.3

Left out on purpose:
PLACE  REASON
p1.3   It leads over.
""",
        "",
    )


@pytest.mark.usefixtures("night")
def test_with_the_text_sentences_are_told(argmap: Run) -> None:
    out = argmap("source", "coverage", "night.argmap.yaml", "--sources", "texts").out
    assert (
        """\
Not covered; the statements there bear on no main conclusion:
PLACE  STATEMENTS  SENTENCE
p2.1               It costs 3.5 million a year.
p2.2   crews       Nobody asked the crews.
p2.3               船は夜に出るが誰も知らない、船は夜に出る。
"""
        in out
    )


@pytest.mark.usefixtures("night")
def test_on_a_narrow_terminal_lines_are_broken(argmap: Run, screen: Screen) -> None:
    arguments = ["source", "coverage", "night.argmap.yaml", "--sources", "texts"]
    assert argmap(*arguments, stdout=screen).code == 0
    # 60 cells are left, of which 19 are taken, and each of these signs takes two.
    assert "p2.3               船は夜に出るが誰も知らない、船は夜に出る\n" in screen.text
    assert f"{' ' * 19}。\n" in screen.text
    assert_harmless(screen.text)


@pytest.mark.usefixtures("night")
def test_a_page_without_blocks_gets_other_signs(argmap: Run) -> None:
    page = Screen("ascii")
    argmap("source", "coverage", "night.argmap.yaml", stdout=page)
    assert "p1         2 of 3   #############.......\n" in page.text


@pytest.mark.usefixtures("night")
def test_json(argmap: Run) -> None:
    arguments = ["source", "coverage", "night.argmap.yaml", "--json"]
    found = json.loads(argmap(*arguments).out)
    assert (found["text"], found["at-hand"], found["covered"]) == ("leaflet", False, 2)
    assert found["share"] == 2 / 6
    assert found["paragraphs"] == [
        {"paragraph": 1, "covered": 2, "sentences": 3},
        {"paragraph": 2, "covered": 0, "sentences": 3},
    ]
    assert found["sentences"][4] == {
        "place": "p2.2",
        "covered-by": [],
        "aside": ["crews"],
        "unmapped": None,
        "sentence": None,
    }
    assert found["sentences"][2]["unmapped"] == "It leads over."
    assert (found["long"], found["faults"]) == ([], [])
    with_text = json.loads(argmap(*arguments, "--sources", "texts").out)
    assert with_text["at-hand"]
    assert with_text["sentences"][3]["sentence"] == "It costs 3.5 million a year."


def test_long_anchors_and_wrong_entries_are_told(argmap: Run, night: None, write: Write) -> None:
    changed = MAP.replace("at: p1.2", "at: p1.2-p2.2").replace("{p1.3:", "{p7: x, p1.2:")
    write("night.argmap.yaml", changed)
    out = argmap("source", "coverage", "night.argmap.yaml").out
    assert out.startswith("Of 6 sentences of leaflet, 4 are covered: 66.6 %.\n")
    assert out.endswith(
        """\
Anchored to more than 3 sentences, of which the first 3 count:
STATEMENT  PLACES
demand     p1.2-p2.2

To be mended under unmapped in the extras of the map:
PLACE  WHAT IS WRONG
p7     the text has no p7; the nearest is p2
p1.2   a statement covers p1.2: take it out of the list
"""
    )
    found = json.loads(argmap("source", "coverage", "night.argmap.yaml", "--json").out)
    assert found["long"] == [{"statement": "demand", "places": ["p1.2-p2.2"]}]
    assert [fault["place"] for fault in found["faults"]] == ["p7", "p1.2"]


@pytest.mark.parametrize(
    ("least", "code", "err"),
    [
        ("0", 0, ""),
        ("33.3", 0, ""),
        ("33.4", 1, "leaflet: 33.3 % is less than 33.4 %\n"),
        ("100", 1, "leaflet: 33.3 % is less than 100 %\n"),
    ],
)
@pytest.mark.usefixtures("night")
def test_less_than_is_asked_for_fails(argmap: Run, least: str, code: int, err: str) -> None:
    found = argmap("source", "coverage", "night.argmap.yaml", "--fail-under", least)
    assert (found.code, found.err) == (code, err)
    assert found.out.startswith("Of 6 sentences")


def test_all_that_is_asked_for_is_enough(argmap: Run, night: None, write: Write) -> None:
    write("texts/short.txt", "It rained all day long.\n")
    write("leaflet.source.yaml", written(index_of(document("It rained all day long.\n"))))
    arguments = ["source", "coverage", "night.argmap.yaml", "--fail-under", "100"]
    found = argmap(*arguments)
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith("Of 1 sentence of leaflet, 1 are covered: 100.0 %.\n")


@pytest.mark.usefixtures("night")
def test_a_map_on_standard_input(argmap: Run) -> None:
    found = argmap("source", "coverage", "-", "--sources", ".", stdin=MAP.encode())
    assert (found.code, found.err) == (0, "")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (CLEAN, "error: <stdin> does not say which text it reconstructs\nhelp: text: ID names"),
        (MAP.replace(", index: leaflet", ""), "error: the source leaflet of <stdin> has no index"),
        (MAP.replace("index: leaflet", "index: leafet"), 'error: there is no index "leafet"\n'),
    ],
)
@pytest.mark.usefixtures("night")
def test_a_map_without_an_indexed_text(argmap: Run, content: str, said: str) -> None:
    arguments = ["source", "coverage", "-", "--sources", "."]
    code, out, err = argmap(*arguments, stdin=content.encode())
    assert (code, out) == (2, "")
    assert err.startswith(said), err


@pytest.mark.usefixtures("night")
def test_an_index_or_a_map_that_cannot_be_read(argmap: Run) -> None:
    assert argmap("source", "coverage", "-", stdin=BROKEN.encode()).code == 1
    path = Path("leaflet.source.yaml")
    path.write_text(path.read_text("utf-8").replace("layout: ", "layout: x"), "utf-8")
    code, out, err = argmap("source", "coverage", "night.argmap.yaml")
    assert (code, out) == (1, "")
    assert "leaflet.source.yaml:4:9" in err


@pytest.mark.usefixtures("night")
def test_hostile_reasons_are_shown_not_sent(argmap: Run, screen: Screen, write: Write) -> None:
    extras = '{p1.3: "\\u202e leads\\u2066 over", "\\u202ep9": x}'
    write("night.argmap.yaml", MAP.replace("{p1.3: It leads over.}", extras))
    argmap("source", "coverage", "night.argmap.yaml", stdout=screen)
    assert "<U+202E> leads<U+2066> over" in screen.text
    assert "<U+202E>p9" in screen.text
    assert_harmless(screen.text)
    assert json.loads(argmap("source", "coverage", "night.argmap.yaml", "--json").out)
