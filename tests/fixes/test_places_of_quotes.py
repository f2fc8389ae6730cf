"""AM513: what is written for a place at which a quote is not."""

from __future__ import annotations

import pytest

from argmap.fixes import fixed, fixes
from argmap.fixes.places_of_quotes import PlacesOfQuotes
from argmap.formats.native import read
from argmap.model import ArgumentMap
from argmap.rules import check
from argmap.text import Text
from tests.rules.attached_texts import attached

QUOTE = '"412 said that they would use it weekly"'
MAP = """\
argmap: 1
text: leaflet
sources: {{leaflet: {{index: leaflet}}, survey: {{title: The survey}}}}
statements:
  survey:
    claim: Many would use it.
    at: {}
"""


def mended(anchor: str) -> str:
    """Return the anchor after everything safe is mended."""
    text = Text("m.yaml", MAP.format(anchor))
    argument_map = read(text).map
    assert argument_map is not None
    repair = fixed(text, sources=attached(argument_map))
    return repair.text.content.partition("    at: ")[2].rstrip("\n")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (f"p2.1 {QUOTE}", f"p2.2 {QUOTE}"),
        (f"p9 {QUOTE}", f"p2.2 {QUOTE}"),
        (f"leaflet p3.1-2 {QUOTE}", f"leaflet p2.2 {QUOTE}"),
        (f"survey via p1.1 {QUOTE}", f"survey via p2.2 {QUOTE}"),
        (f"survey page p7p8 via p1.1 {QUOTE}", f"survey page p7p8 via p2.2 {QUOTE}"),
        (f"'p2.1 {QUOTE}'", f"'p2.2 {QUOTE}'"),
        (f"[p3.1, p2.1 {QUOTE}]", f"[p3.1, p2.2 {QUOTE}]"),
        (
            f"{{source: leaflet, quote: {QUOTE}, where: p2.1}}",
            f"{{source: leaflet, quote: {QUOTE}, where: p2.2}}",
        ),
        (
            f"{{source: leaflet, where: 'p2.1', quote: {QUOTE}}}",
            f"{{source: leaflet, where: 'p2.2', quote: {QUOTE}}}",
        ),
        (
            f"{{source: survey, quote: {QUOTE}, via: p2.1}}",
            f"{{source: survey, quote: {QUOTE}, via: p2.2}}",
        ),
        (
            f"\n      source: leaflet\n      where: p1.1\n      quote: {QUOTE}",
            f"\n      source: leaflet\n      where: p2.2\n      quote: {QUOTE}",
        ),
    ],
)
def test_the_place_becomes_that_of_the_quote(wrong: str, right: str) -> None:
    assert mended(wrong) == right
    assert mended(right) == right


@pytest.mark.parametrize(
    "anchor",
    [
        'p2.1 "nobody would use it"',  # AM502, and nothing to write
        'p1.1 "Many people would use it"',  # in two places
        "p2.9",  # the nearest is a guess
    ],
)
def test_what_is_not_certain_stays(anchor: str) -> None:
    assert mended(anchor) == anchor


def test_an_anchor_that_names_two_places_has_the_wrong_one_mended() -> None:
    """Only `via` is read in the text; `where` is a place of the survey, which has no index."""
    before = f"{{source: survey, where: p2.3, via: p2.1, quote: {QUOTE}}}"
    assert mended(before) == before.replace("p2.1", "p2.2")


def test_a_place_that_is_written_twice_alike_stays() -> None:
    anchor = f"{{source: survey, where: p2.1, via: p2.1, quote: {QUOTE}}}"
    assert mended(anchor) == anchor
    argument_map = read(Text("m.yaml", MAP.format(anchor))).map
    assert argument_map is not None
    sources = attached(argument_map)
    places = PlacesOfQuotes.of(argument_map, sources)
    found = check(argument_map, sources=sources).diagnostics
    (finding,) = [one for one in found if one.code == "AM513"]
    assert places.fix(finding) is None  # not even to be tried


def test_without_its_sources_no_place_is_mended() -> None:
    text = Text("m.yaml", MAP.format(f"p2.1 {QUOTE}"))
    argument_map = read(text).map
    assert argument_map is not None
    found = check(argument_map, sources=attached(argument_map)).diagnostics
    assert "AM513" in {one.code for one in found}
    assert fixes(found, argument_map) == ()
    assert fixes(found) == ()
    (fix,) = fixes(found, argument_map, sources=attached(argument_map))
    assert (fix.description, fix.safe) == ("write p2.2 for p2.1", True)


def test_a_finding_without_a_place_has_no_fix() -> None:
    places = PlacesOfQuotes.of(ArgumentMap(), {})
    text = Text("m.yaml", MAP.format("p2.9"))
    argument_map = read(text).map
    assert argument_map is not None
    for finding in check(argument_map, sources=attached(argument_map)).diagnostics:
        assert places.fix(finding) is None
