"""What a map covers of its text, held to the definition word by word on texts of our own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import pipeline
from argmap.formats.source_index.read import read as read_index
from argmap.graphs import Graph
from argmap.model import (
    Anchor,
    ArgumentMap,
    Attack,
    Data,
    Kind,
    Place,
    Premise,
    Source,
    Speaker,
    Statement,
    Support,
)
from argmap.pipeline.attaching import attached
from argmap.pipeline.source_folders import SourceFolders
from argmap.schemes import catalogue
from argmap.sources.attached import AttachedSource
from argmap.sources.beside import sentences_beside
from argmap.sources.counting import CountedThrough
from argmap.sources.coverage import Coverage, Fault, coverage
from argmap.sources.documents import document
from argmap.sources.places import sentences_at
from argmap.sources.source_index import SourceIndex, index_of
from argmap.text import Text, forbidden_characters
from tests.examples import sized
from tests.rules.random_maps import maps
from tests.sources.texts import article

ROOT = Path(__file__).parents[2]
COUNTS = st.lists(st.integers(1, 5), min_size=1, max_size=5)


def diary(counts: Sequence[int]) -> str:
    """A text of paragraphs with so many sentences each."""
    return "\n\n".join(
        " ".join(f"On day {day} the boat made trip {trip} of the week." for trip in range(count))
        for day, count in enumerate(counts)
    )


def indexed(counts: Sequence[int]) -> SourceIndex:
    index = index_of(document(diary(counts)))
    assert index.paragraphs == tuple(counts)
    return index


def places(counts: Sequence[int]) -> st.SearchStrategy[Place]:
    """Places of a text, and some that are not there."""
    paragraphs = st.integers(1, len(counts) + 1)
    sentences = st.integers(1, max(counts) + 1)
    pairs = st.tuples(paragraphs, sentences)
    return st.one_of(
        paragraphs.map(Place),
        st.lists(paragraphs, min_size=2, max_size=2).map(
            lambda two: Place(min(two), None, max(two))
        ),
        pairs.map(lambda pair: Place(*pair)),
        st.lists(pairs, min_size=2, max_size=2).map(lambda two: Place(*min(two), *max(two))),
    )


@st.composite
def anchored_maps(draw: st.DrawFn) -> tuple[ArgumentMap, Sequence[int]]:
    """Maps of any shape whose statements are anchored to a text, with its paragraphs."""
    counts = draw(COUNTS)
    m = draw(maps(tangled=False))
    anchor = st.one_of(
        places(counts).map(lambda place: Anchor(where=place)),
        places(counts).map(lambda place: Anchor(source="diary", where=place)),
        places(counts).map(lambda place: Anchor(source="log", via=place)),
        places(counts).map(lambda place: Anchor(source="log", where=place)),
        st.just(Anchor(source="log", where="ch. 3")),
    )
    statements = [
        attrs.evolve(statement, anchors=draw(st.lists(anchor, max_size=3)))
        for statement in m.statements
    ]
    sources = [Source(id="diary"), Source(id="log")]
    return attrs.evolve(m, statements=statements, sources=sources, text="diary"), counts


def bearing(graph: Graph) -> set[str]:
    """The ids of what bears on a main conclusion, found by going round until nothing is new."""
    found = set(graph.main)
    while True:
        more = {step.id for step in graph.steps if step.target in found}
        for step, premises in graph.resolved:
            if step.id in found:
                more.update(premises)
        for statement in graph.map.statements:
            if statement.restates is not None:
                pair = {statement.id, graph.canonical(statement.restates)}
                # What restates a step is no second mention of a statement.
                is_mention = isinstance(graph.find(statement.restates), Statement)
                more |= pair if is_mention and pair & found else set()
        if more <= found:
            return found
        found |= more


def named(statement: Statement, counts: Sequence[int]) -> list[tuple[int, int]]:
    """The sentences of the diary to which a statement is anchored, in the order of its anchors."""
    found: dict[tuple[int, int], None] = {}
    for anchor in statement.anchors:
        place = anchor.via or (anchor.where if anchor.source in (None, "diary") else None)
        if isinstance(place, Place):
            found.update(dict.fromkeys(sentences_at(place, counts) or ()))
    return list(found)


@given(anchored_maps())
def test_coverage_is_what_its_definition_says(sample: tuple[ArgumentMap, Sequence[int]]) -> None:
    m, counts = sample
    graph = Graph(m, catalogue())
    found = coverage(graph, indexed(counts))
    bears = bearing(graph)
    for sentence in found.sentences:
        here = [s.id for s in m.statements if sentence.place.begin in named(s, counts)[:3]]
        assert sentence.covered_by == tuple(name for name in here if name in bears)
        assert sentence.aside == tuple(name for name in here if name not in bears)
        assert sentence.is_covered == bool(sentence.covered_by)
    assert len(found.sentences) == sum(counts)
    long = {s.id for s in m.statements if len(named(s, counts)) > 3}
    assert {one.statement for one in found.long} == long
    assert found.share == found.covered / sum(counts)
    assert [one.sentences for one in found.paragraphs] == list(counts)
    assert sum(one.covered for one in found.paragraphs) == found.covered
    assert len(found.uncovered) == sum(counts) - found.covered
    assert (found.unmapped, found.faults) == ((), ())


@given(COUNTS.flatmap(lambda counts: st.tuples(st.just(counts), st.lists(places(counts)))))
def test_counting_through_agrees_with_places(sample: tuple[list[int], list[Place]]) -> None:
    counts, some = sample
    text = CountedThrough(counts)
    wanted: dict[tuple[int, int], None] = {}
    for place in some:
        keys = sentences_at(place, counts)
        stretch = text.stretch(place)
        assert (stretch is None) == (keys is None)
        if stretch is not None and keys is not None:
            through = range(stretch[0], stretch[1] + 1)
            assert [text.place(number).begin for number in through] == list(keys)
            wanted.update(dict.fromkeys(keys))
    for most in (1, 4):
        first = [text.place(number).begin for number in text.first(some, most)]
        assert first == list(wanted)[:most]


def claim(name: str, *where: str, **more: Any) -> Statement:
    anchors = [Anchor(where=Place.parse(one)) for one in where]
    return Statement(id=name, kind=Kind.CLAIM, text=f"It is {name}.", anchors=anchors, **more)


def found_in(
    *statements: Statement, counts: Sequence[int] = (3, 2), extras: object = None
) -> Coverage:
    more: dict[str, Any] = {} if extras is None else {"extras": Data({"unmapped": extras})}
    m = ArgumentMap(
        statements=statements,
        main=statements[0].id if statements else (),
        text="diary",
        sources=[Source(id="diary")],
        **more,
    )
    return coverage(Graph(m), indexed(counts))


def covered(found: Coverage) -> str:
    return " ".join(str(sentence.place) for sentence in found.sentences if sentence.is_covered)


def test_objections_and_what_is_against_a_step_bear_on_the_conclusion() -> None:
    undercut = Attack(premises=[Premise("storm")])
    main = claim(
        "main",
        "p1.1",
        because=[Support(premises=[Premise("calm")], unless=[undercut])],
        against=[Attack(premises=[Premise("cost")])],
    )
    rest = [claim("calm", "p1.2"), claim("storm", "p1.3"), claim("cost", "p2.1")]
    assert covered(found_in(main, *rest, claim("idle", "p2.2"))) == "p1.1 p1.2 p1.3 p2.1"
    found = found_in(main, *rest, claim("idle", "p2.2"))
    assert found.sentences[-1].aside == ("idle",)
    assert found.share == 0.8


def test_what_the_conclusion_leads_to_does_not_bear_on_it() -> None:
    behind = claim("behind", "p1.2", because=[Support(premises=[Premise("main")])])
    assert covered(found_in(claim("main", "p1.1"), behind)) == "p1.1"


def test_second_mentions_count_with_what_they_restate() -> None:
    again = claim("again", "p1.2", restates="main")
    thrice = claim("thrice", "p1.3", restates="again")
    idle = claim("idle", "p2.1")
    aside = claim("aside", "p2.2", restates="idle")
    assert covered(found_in(claim("main", "p1.1"), again, thrice, idle, aside)) == "p1.1 p1.2 p1.3"


def test_a_premise_that_is_a_second_mention_lets_its_original_bear() -> None:
    main = claim("main", because=[Support(premises=[Premise("again")])])
    again = claim("again", restates="idle")
    under = claim("idle", "p2.1", because=[Support(premises=[Premise("deep")])])
    assert covered(found_in(main, again, under, claim("deep", "p2.2"))) == "p2.1 p2.2"


def test_places_of_steps_and_speakers_cover_nothing() -> None:
    at = [Anchor(where=Place(1, 2))]
    main = claim(
        "main",
        because=[Support(premises=[Premise("calm")], anchors=at)],
        by=[Speaker("Ann", None, at)],
    )
    assert covered(found_in(main, claim("calm"))) == ""


def test_of_a_long_anchor_the_first_three_sentences_count() -> None:
    found = found_in(claim("main", "p1.2-p2.2"))
    assert covered(found) == "p1.2 p1.3 p2.1"
    assert [(one.statement, one.places) for one in found.long] == [
        ("main", (Place(1, 2, 2, 2),)),
    ]
    assert covered(found_in(claim("main", "p2", "p1"))) == "p1.1 p2.1 p2.2"


def test_without_a_main_conclusion_nothing_is_covered() -> None:
    assert found_in(counts=(2,)).share == 0


def test_of_a_text_without_sentences_all_is_covered() -> None:
    index = index_of(document("By Ada Moon\n"))
    assert index.sentences == {}
    found = coverage(Graph(ArgumentMap(text="diary")), index)
    assert (found.share, found.paragraphs) == (1.0, ())


# Left out on purpose


def reasons(found: Coverage) -> Mapping[str, str | None]:
    return {str(sentence.place): sentence.reason for sentence in found.unmapped}


def test_what_is_left_out_on_purpose_is_told_apart_and_counts_as_not_covered() -> None:
    extras = {"p1.2-3": "It leads over.", "p2": "It says p1.1 again."}
    found = found_in(claim("main", "p1.1"), extras=extras)
    assert reasons(found) == {
        "p1.2": "It leads over.",
        "p1.3": "It leads over.",
        "p2.1": "It says p1.1 again.",
        "p2.2": "It says p1.1 again.",
    }
    assert (found.share, found.uncovered, found.faults) == (0.2, (), ())


@pytest.mark.parametrize(
    ("extras", "place", "message"),
    [
        (["p1.2"], "", "it is to be places with reasons: {p3.1: leads over}"),
        ("p1.2", "", "it is to be places with reasons: {p3.1: leads over}"),
        ({"p1.2": ""}, "p1.2", "the reason is missing: say it in words"),
        ({"p1.2": " \n"}, "p1.2", "the reason is missing: say it in words"),
        ({"p1.2": None}, "p1.2", "the reason is missing: say it in words"),
        ({"p1.2": 7}, "p1.2", "the reason is missing: say it in words"),
        ({"page 3": "x"}, "page 3", "'page 3' is no place such as p3, p3.2, p3.2-4"),
        ({"p0.1": "x"}, "p0.1", "p0.1: paragraphs and sentences are counted from 1"),
        ({"p1.3-2": "x"}, "p1.3-2", "p1.3-2: the end stands before the beginning"),
        ({"p1.2-4": "x"}, "p1.2-4", "the text has no p1.2-4; the nearest is p1.2-3"),
        ({"p9": "x"}, "p9", "the text has no p9; the nearest is p2"),
        ({"p1.1-2": "x"}, "p1.1-2", "a statement covers p1.1: take it out of the list"),
        ({"p1": "x", "p1.3": "y"}, "p1.3", "p1.3 is named by an earlier entry as well"),
    ],
)
def test_entries_that_cannot_be_are_told(extras: object, place: str, message: str) -> None:
    found = found_in(claim("main", "p1.1"), extras=extras)
    assert any(
        fault.place == place and fault.message.startswith(message) for fault in found.faults
    ), found.faults


def test_an_entry_that_cannot_be_does_not_spoil_the_others() -> None:
    extras = {"p1.1-2": "x", "p7": "y", "p1.2-3": "z"}
    found = found_in(claim("main", "p1.1"), extras=extras)
    assert reasons(found) == {"p1.2": "x", "p1.3": "z"}
    assert sorted(fault.place for fault in found.faults) == ["p1.1-2", "p1.2-3", "p7"]


def test_in_an_empty_text_no_place_is_nearest() -> None:
    m = ArgumentMap(text="diary", extras=Data({"unmapped": {"p1.1": "x"}}))
    found = coverage(Graph(m), index_of(document("By Ada Moon\n")))
    assert found.faults == (Fault("p1.1", "the text has no p1.1"),)


def test_other_extras_are_of_no_account() -> None:
    m = ArgumentMap(text="diary", extras=Data({"p1.1": "x"}))
    assert coverage(Graph(m), indexed([1])).faults == ()


def can_be_written(text: str) -> bool:
    return "\r" not in text and not any(True for _ in forbidden_characters(text))


WRITTEN = st.text().filter(can_be_written)


@given(st.dictionaries(WRITTEN | places([3, 2]).map(str), WRITTEN, max_size=6))
def test_each_entry_that_is_taken_has_its_reason_and_every_other_a_fault(
    extras: dict[str, str],
) -> None:
    found = found_in(claim("main", "p1.1"), extras=extras)
    faulty = {fault.place for fault in found.faults}
    told = set(reasons(found).values())
    for written, reason in extras.items():
        assert written in faulty or reason in told
    assert all(sentence.place != Place(1, 1) for sentence in found.unmapped)


def test_however_long_and_many_places_are_each_sentence_is_looked_at_once() -> None:
    size = sized(2_000, deep=20_000)
    statements = [claim(f"s{number}", f"p1-{size}") for number in range(size)]
    extras = {f"p{number}-{size}": "x" for number in range(2, size)}
    found = found_in(*statements, counts=[1] * size, extras=extras)
    # Were each of them gone through, this would take minutes.
    assert found.covered == 3
    assert len(found.long) == size
    assert {fault.place for fault in found.faults} == set(extras)


# Beside


@given(anchored_maps())
def test_the_sentences_at_a_place_are_those_of_the_text(
    sample: tuple[ArgumentMap, Sequence[int]],
) -> None:
    m, counts = sample
    parsed = document(diary(counts))
    source = AttachedSource(index_of(parsed), parsed.form)
    shown = sentences_beside(m, {"diary": source})
    wanted = {}
    for statement in m.statements:
        for anchor in statement.anchors:
            place = anchor.via or (anchor.where if anchor.source in (None, "diary") else None)
            keys = sentences_at(place, counts) if isinstance(place, Place) else None
            if keys:
                words = [source.sentences[key] for key in keys]
                wanted[str(place)] = " ".join(words if len(words) < 4 else [*words[:3], "…"])
    assert shown == wanted
    assert sentences_beside(m, {"diary": AttachedSource(source.index)}) == {}


def test_places_of_other_sources_steps_and_speakers_are_shown_with_their_source() -> None:
    parsed = document(diary([2, 2]))
    source = AttachedSource(index_of(parsed), parsed.form)
    step = Support(
        premises=[Premise("calm")], anchors=[Anchor(source="log", where=Place(1, 1), via=Place(2))]
    )
    speaker = Speaker("Ann", None, [Anchor(source="log", where=Place(1, 2))])
    m = ArgumentMap(
        statements=[claim("main", because=[step]), claim("calm", by=[speaker])],
        sources=[Source(id="diary"), Source(id="log")],
        text="diary",
    )
    shown = sentences_beside(m, {"log": source, "diary": source})
    assert shown == {
        "log p1.1": source.sentences[1, 1],
        "log p1.2": source.sentences[1, 2],
        "p2": " ".join(source.sentences[key] for key in sorted(source.sentences) if key[0] == 2),
    }


# Our maps


def _index(name: str) -> SourceIndex:
    path = ROOT / name
    index = read_index(Text(path.name, path.read_text("utf-8"))).index
    assert index is not None
    return index


@pytest.mark.parametrize(
    ("name", "index"),
    [
        ("us-rok-2025", "seeds/slingbaum-2025.source.yaml"),
        ("ferry", "maps/sources/leaflet.source.yaml"),
    ],
)
def test_our_maps_cover_their_texts(name: str, index: str) -> None:
    m = pipeline.load(ROOT / f"maps/{name}.argmap.yaml")
    found = coverage(pipeline.graph(m), _index(index))
    assert found.share >= 0.95
    assert (found.uncovered, found.faults) == ((), ())


def test_what_is_no_assumption_names_a_sentence_of_the_article() -> None:
    m = pipeline.load(ROOT / "maps/us-rok-2025.argmap.yaml")
    index = _index("seeds/slingbaum-2025.source.yaml")
    text = CountedThrough(index.paragraphs)
    for statement in m.statements:
        read = [
            place
            for anchor in statement.anchors
            for place in (anchor.place, anchor.where)
            if isinstance(place, Place)
        ]
        assert statement.kind is Kind.ASSUMPTION or read, statement.id
        for place in read:
            assert place.sentence is not None, statement.id
            assert text.stretch(place) is not None, statement.id


def test_the_article_stands_beside_every_statement_that_is_anchored(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(article(), "utf-8")
    m = pipeline.load(ROOT / "maps/us-rok-2025.argmap.yaml")
    sources = attached(m, SourceFolders([ROOT / "seeds", tmp_path])).sources
    shown = sentences_beside(m, sources)
    found = coverage(pipeline.graph(m), sources["slingbaum-2025"].index)
    words = " ".join(shown.values())
    sentences = sources["slingbaum-2025"].sentences
    assert len(sentences) == len(found.sentences)
    for sentence in found.sentences:
        assert not sentence.is_covered or sentences[sentence.place.begin] in words
