"""What a map cites, and which sentences its statements are held to."""

from __future__ import annotations

import time

import pytest

from argmap.formats.native import read
from argmap.model import Anchor, ArgumentMap, Kind, Place, Source, Statement
from argmap.rules import check
from argmap.sources.attached import AttachedSource
from argmap.sources.citations import MOST, citations, held_to
from argmap.sources.documents import document
from argmap.sources.places import sentences_at
from argmap.sources.source_index import index_of
from argmap.text import Text
from tests.examples import sized


def source(count: int, sentence: str = "It may cost 5 million a year.") -> AttachedSource:
    """Return a source of so many paragraphs of one sentence."""
    found = document("\n\n".join([sentence] * count))
    return AttachedSource(index_of(found), found.form)


def claims(count: int, *anchors: Anchor, text: str = "It costs 6 million.") -> ArgumentMap:
    return ArgumentMap(
        text="leaflet",
        main="s0",
        sources=[Source(id="leaflet", index="leaflet")],
        statements=[
            Statement(id=f"s{number}", kind=Kind.CLAIM, text=text, anchors=anchors)
            for number in range(count)
        ],
    )


def codes(argument_map: ArgumentMap, there: AttachedSource) -> list[tuple[str, str | None]]:
    found = check(argument_map, sources={"leaflet": there}).diagnostics
    wanted = ("AM502", "AM503", "AM504", "AM513")
    return [(one.code, one.subject) for one in found if one.code in wanted]


@pytest.mark.parametrize(("last", "judged"), [(MOST, True), (MOST + 1, False)])
def test_a_statement_is_held_to_no_anchor_of_very_many_sentences(last: int, judged: bool) -> None:
    there = source(MOST + 1)
    one = claims(1, Anchor(where=Place(1, None, last)))
    assert len(held_to(one, one.statements[0], {"leaflet": there})) == (last if judged else 0)
    assert ("AM503", "s0") in codes(one, there) if judged else codes(one, there) == []


def test_many_long_places_cost_no_more_than_their_number() -> None:
    """It takes a second; looking at each sentence of each place takes minutes."""
    count = sized(2_000, deep=10_000)
    there = source(2_000)
    long = claims(count, Anchor(where=Place(1, None, 2_000)), Anchor(where=Place(1, None, 9_999)))
    begin = time.process_time()
    found = codes(long, there)
    assert time.process_time() - begin < sized(20, deep=90)
    assert {code for code, _ in found} == {"AM513"}
    assert len({subject for _, subject in found}) == 1_000  # of a code no more are told


def test_an_anchor_that_two_statements_share_is_told_for_both() -> None:
    found = document("It may rain here today.\n\nNobody at all minded that.")
    there = AttachedSource(index_of(found), found.form)
    shared = Anchor(where=Place(1), quote="Nobody at all minded")
    assert codes(claims(2, shared, text="Nobody minded."), there) == [
        ("AM513", "s0"),
        ("AM513", "s1"),
    ]


def test_what_a_source_has_is_what_its_paragraphs_say() -> None:
    found = document("It rains. It pours.\n\nIt is late. It is dark. We go.")
    there = AttachedSource(index_of(found))
    for written in ("p1", "p1.2", "p1.3", "p2.1-3", "p1.2-p2.1", "p1-2", "p3", "p1-3", "p2.1-4"):
        place = Place.parse(written)
        keys = sentences_at(place, there.index.paragraphs)
        assert there.has(place) == (keys is not None)
        assert [piece.place for piece in there.pieces_at(place)] == [
            Place(*key) for key in keys or ()
        ]
        assert there.count_at(place) == len(keys or ())


def test_citations_are_those_of_statements_then_of_steps() -> None:
    text = """\
argmap: 1
text: leaflet
sources: {leaflet: {title: Leaflet}}
statements:
  run:
    conclusion: It runs.
    at: p1
    by: {speaker: Ann, at: p2}
    because: {from: many, at: p3, by: {speaker: Bob, at: p4}}
  many: {claim: Many., at: p5}
"""
    argument_map = read(Text("m.yaml", text)).map
    assert argument_map is not None
    assert [(one.subject, str(one.anchor)) for one in citations(argument_map)] == [
        ("run", "p1"),
        ("run", "p2"),
        ("many", "p5"),
        ("many>run", "p3"),
        ("many>run", "p4"),
    ]
