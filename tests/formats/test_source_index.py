"""Indexes as files: what is written is read back; what was edited by hand has its place."""

from __future__ import annotations

import random

import pytest
import yaml
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import Limits
from argmap.formats.source_index import FAULTS, SUFFIX
from argmap.formats.source_index.read import read
from argmap.formats.source_index.write import write
from argmap.model.source import Bibliography
from argmap.sources.documents import document
from argmap.sources.fidelity import Coded
from argmap.sources.fingerprints import words
from argmap.sources.source_index import SourceIndex, index_of
from argmap.text import Text
from tests.examples import scaled
from tests.fidelity.pairs import read_pairs
from tests.sources.test_documents import ARTICLE, PAGES
from tests.sources.texts import labelled

_PARAGRAPHS = [" ".join(each) for half in ("first", "second") for each in labelled(half)]
_ABOUT = Bibliography(
    title="Run it: at night #1",
    author=("Ada Moon", "Root, Carl"),
    publisher="Harbour Users",
    date="2025-05",
    accessed="2025-05-08",
    url="https://example.org/a?b#c",
    doi="10.1000/182",
    kind="article",
    language="en",
    note="Two\nlines.",
)


def _read(content: str) -> SourceIndex:
    reading = read(Text("a.source.yaml", content))
    assert reading.diagnostics == ()
    assert reading.index is not None
    return reading.index


def _told(content: str) -> list[str]:
    reading = read(Text("a.source.yaml", content))
    assert reading.index is None
    return [str(found) for found in reading.diagnostics]


_TEXTS = st.text(min_size=1, max_size=20).filter(lambda text: text.strip() and text.isprintable())


@given(
    st.lists(st.sampled_from(_PARAGRAPHS), max_size=5),
    st.builds(Bibliography, title=st.none() | _TEXTS, author=st.lists(_TEXTS, max_size=3)),
    st.sampled_from(
        [Coded.of(text) for pair in read_pairs("first_half") for text in pair.sentences]
    ),
)
@scaled(500)
def test_what_is_written_is_read_back(
    paragraphs: list[str], about: Bibliography, coded: Coded
) -> None:
    index = index_of(document("\n".join(paragraphs)), about)
    marks = {key: getattr(coded, key) for key in ("numbers", "hedges", "negations")}
    index = evolve(index, pieces=[evolve(piece, **marks) for piece in index.pieces])
    assert _read(write(index)) == index


@pytest.mark.parametrize("text", [ARTICLE, PAGES, ""])
def test_every_kind_of_piece_and_field_is_read_back(text: str) -> None:
    index = index_of(document(text), _ABOUT)
    written = write(index)
    assert _read(written) == index
    assert written.startswith("argmap-source: 1\ntitle: ")
    assert all(piece.span is not None for piece in _read(written).pieces)
    assert yaml.safe_load(written)["sha256"] == index.sha256


def test_each_piece_has_a_line_and_none_has_a_word_of_the_text() -> None:
    index = index_of(document(ARTICLE))
    written = write(index)
    assert written.count("\n- {") == len(index.pieces) == written.count("\n") - 5
    ours = {"words", "title", "heading", "place", "index"}
    for piece in index.pieces:  # codes that are words of the lexicon
        ours.update(*(words(mark.code) for mark in (*piece.hedges, *piece.negations)))
    long = {word.lower() for word in words(ARTICLE) if len(word) > 4 and word.isalpha()} - ours
    assert len(long) > 20
    assert [word for word in long if word in written.lower()] == []


_GOOD = write(index_of(document(ARTICLE)))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "argmap-source: 1",
            "argmap-source: 2",
            "1:16: AM060 this version of argmap reads indexes of",
        ),
        ("argmap-source: 1\n", "", "1:1: AM060 argmap-source is missing"),
        ("argmap-source: 1", "argmap-source: [1]", "1:16: AM060 this version of argmap"),
        ("layout: lines\n", "", "1:1: AM015 layout is missing"),
        ("layout: lines", "layout: rows", '4:9: AM022 "rows" is not one of the words'),
        (
            "layout: lines",
            "layouts: lines",
            '4:1: AM012 the index of a source has no key "layouts"',
        ),
        ("sha256: ", "sha256: 0", "2:9: AM023 "),
        ("characters: ", "characters: -", "3:13: AM023 "),
        ("characters: ", "characters: 1\ncharacters: ", "4:1: AM0"),
        ("place: p1.1", "place: p1.3", "10:3: AM061 p1.3 stands where p1.1 is due"),
        ("place: p1.2", "place: chapter", "11:11: AM0"),
        ("place: p2.1, ", "", "12:3: AM061 a place belongs to each sentence of the body"),
        ("kind: heading, ", "", "14:3: AM061 a place belongs"),
        ("kind: heading", "kind: headline", '14:10: AM022 "headline" is not one of the words'),
        ("words: 4", "words: four", '8:25: AM023 "four" is not a whole number'),
        ("words: 4, ", "", "8:3: AM015 words is missing"),
        ("words: 4", "words: 3", "8:3: AM061 hash and pairs belong to each piece of 4 words"),
        ("hash: ", "hash: x", "6:43: AM023 "),
        ("words: 4", "numbers: [lots], words: 4", 'AM023 "lots" is not a number as an index'),
        ("words: 4", "numbers: [[1]], words: 4", "AM014 the value is a text"),
        ("words: 4", "hedges: [may, may be], words: 4", 'AM023 "may be" is not a hedge or'),
        ("at: 0+33", "at: 0-33", '6:31: AM023 "0-33" is not where a piece begins'),
        (
            "at: 34+33",
            "at: 20+33",
            "7:3: AM061 it begins at 20, inside of the piece in front of it",
        ),
        ("pieces:", "pieces: all\nnotes:", "5:9: AM014 pieces is a list"),
        (
            "- {kind: title",
            "- title\n- {kind: title",
            "6:3: AM014 a piece of an index is a mapping",
        ),
        ("- {kind: title", "- {kind: title: ", "6:"),
        ("pieces:", "---\npieces:", "AM060 a second document begins here"),
        ("characters: ", "characters: &a ", "3:13: AM007"),
    ],
)
def test_what_was_edited_by_hand_is_told_with_its_place(old: str, new: str, told: str) -> None:
    assert old in _GOOD
    found = _told(_GOOD.replace(old, new, 1))
    assert any(told in line for line in found), found
    assert len(found) <= 4


@pytest.mark.parametrize("content", ["", "- a\n", "text\n", "# nothing\n", "~\n"])
def test_what_is_no_index(content: str) -> None:
    assert _told(content) == ["a.source.yaml:1:1: AM060 the file holds no index of a source"]


def test_half_an_index_is_told() -> None:
    rng = random.Random(7)
    for _ in range(100):
        cut = rng.randrange(len(_GOOD) - 1)
        reading = read(Text("a.source.yaml", _GOOD[:cut]))
        whole = _GOOD[:cut].endswith("}") or _GOOD[cut] == "\n"
        assert reading.diagnostics or (whole and reading.index is not None)


def test_limits_hold() -> None:
    reading = read(Text("a.source.yaml", _GOOD), limits=Limits(size=100))
    assert [found.code for found in reading.diagnostics] == ["AM004"]
    many = _GOOD.replace("words: ", "words: x")
    reading = read(Text("a.source.yaml", many), limits=Limits(diagnostics=3))
    assert [found.code for found in reading.diagnostics].count("AM023") == 3
    assert "AM006" in [found.code for found in reading.diagnostics]


@given(st.integers(0, len(_GOOD) - 1), st.sampled_from("x:{}[],'\"\n #&*-0\0\x85\ud800"))
@scaled(1_000)
def test_no_slip_of_the_hand_raises(at: int, character: str) -> None:
    reading = read(Text("a.source.yaml", _GOOD[:at] + character + _GOOD[at + 1 :]))
    assert (reading.index is None) == bool(reading.diagnostics)


def test_the_records() -> None:
    assert SUFFIX == ".source.yaml"
    assert [record.code for record in FAULTS] == sorted({record.code for record in FAULTS})
    for record in FAULTS:
        assert record.page.startswith(f"{record.code} {record.name}: {record.summary}.")
