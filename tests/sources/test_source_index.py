"""The index: what it keeps, what it refuses, and that no word of the text is in it."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import InvalidValue
from argmap.model import Place
from argmap.model.source import Bibliography
from argmap.sources.documents import document
from argmap.sources.fidelity import Coded
from argmap.sources.fingerprints import fingerprint
from argmap.sources.kinds import PieceKind
from argmap.sources.lines import Layout
from argmap.sources.normalising import normalised
from argmap.sources.source_index import IndexedPiece, SourceIndex, index_of
from tests.examples import scaled
from tests.sources.test_documents import ARTICLE, PAGES
from tests.sources.texts import article, labelled

_TEXT = "\n".join(" ".join(each) for each in labelled("first"))


def test_what_is_kept() -> None:
    index = index_of(document(ARTICLE), Bibliography(title="Why"))
    assert index.about.title == "Why"
    assert index.layout is Layout.LINES
    assert index.paragraphs == (2, 1, 1, 2, 1, 1)
    assert list(index.sentences)[:3] == [(1, 1), (1, 2), (2, 1)]
    short = index.sentences[1, 2]
    assert (short.words, short.hash is None) == (4, False)
    shorter = index.sentences[6, 1]
    assert (shorter.words, shorter.hash, shorter.pairs) == (3, None, None)
    assert shorter.end == shorter.offset + len("That is all.")
    assert {piece.kind for piece in index.pieces} == {*PieceKind} - {PieceKind.PAGE}


@pytest.mark.parametrize("text", [ARTICLE, PAGES, _TEXT, ""])
def test_with_the_text_the_sentences_are_there_again(text: str) -> None:
    found = document(text)
    index = index_of(found)
    assert index.is_of(normalised(text))
    assert not index.is_of(normalised(f"{text} More."))
    assert dict(index.texts(found.form)) == {
        piece.place.begin: piece.text for piece in found.pieces if piece.place
    }


def test_of_another_text_only_what_is_too_short_to_tell_is_taken_at_its_word() -> None:
    index = index_of(document(ARTICLE))
    other = normalised(ARTICLE.replace("harbour", "railway"))
    assert set(index.texts(other)) < set(index.texts(normalised(ARTICLE)))


@given(st.lists(st.sampled_from([" ".join(each) for each in labelled("second")]), max_size=8))
@scaled(200)
def test_what_is_written_differently_has_one_index(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    typeset = text.replace('"', "\u201c").replace("'", "\u2019").replace(" - ", " \u2014 ")
    assert index_of(document(typeset.replace("\n", "\r\n"))) == index_of(document(text))


def _index(*pieces: IndexedPiece) -> SourceIndex:
    return SourceIndex(
        about=Bibliography(), sha256="0" * 64, characters=100, layout=Layout.LINES, pieces=pieces
    )


def _piece(place: str | None = "p1.1", offset: int = 0, **more: Any) -> IndexedPiece:
    found = None if place is None else Place.parse(place)
    return IndexedPiece(**{"place": found, "words": 1, "offset": offset, "length": 10, **more})


@pytest.mark.parametrize(
    ("pieces", "message"),
    [
        ([_piece("p1.2")], r"p1.2 stands where p1.1 is due"),
        ([_piece(), _piece("p2.2", 20)], r"p2.2 stands where p1.2 or p2.1 is due"),
        ([_piece(), _piece("p3.1", 20)], r"p3.1 stands where p1.2 or p2.1 is due"),
        ([_piece("p1")], r"p1 stands where"),
        ([_piece("p1.1-2")], r"p1.1-2 stands where"),
        ([_piece(None)], r"a place belongs to each sentence"),
        ([_piece(kind=PieceKind.TITLE)], r"a place belongs to each sentence"),
        ([_piece(length=0)], r"at least one character"),
        ([_piece(offset=91)], r"it ends at 101, and the text at 100"),
        ([_piece(words=4)], r"hash and pairs belong"),
        ([_piece(hash="0" * 16, pairs="0" * 16)], r"hash and pairs belong"),
        ([_piece(offset=50), _piece("p1.2", 20)], r"begins at 20, before the piece in front"),
        ([_piece(), _piece("p1.2", 9)], r"begins at 9, inside of the piece in front"),
    ],
)
def test_what_does_not_fit_together_is_refused(pieces: list[IndexedPiece], message: str) -> None:
    with pytest.raises(InvalidValue, match=message):
        _index(*pieces)


def test_a_page_may_stand_inside_of_a_sentence() -> None:
    page = _piece(None, 5, length=2, kind=PieceKind.PAGE)
    assert _index(_piece(), page, _piece("p1.2", 10)).pages == ((5, 7),)


@pytest.mark.parametrize(
    "wrong",
    [
        {"sha256": "0"},
        {"about": {"date": "May"}},
        {"about": {"url": "ftp://a"}},
        {"about": {"doi": "1"}},
    ],
)
def test_values_that_cannot_be_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidValue):
        evolve(_index(_piece()), **wrong) if "about" not in wrong else Bibliography(
            **wrong["about"]
        )


def test_the_index_of_the_article() -> None:
    index = index_of(document(article()))
    assert index.paragraphs == (5, 3, 3, 2, 4, 5, 4, 5, 5, 3, 3, 4, 4, 5, 4, 4, 3, 2)
    assert all(piece.hash for piece in index.sentences.values())
    assert len({piece.hash for piece in index.sentences.values()}) == 68


def test_a_sentence_is_known_by_its_normal_form() -> None:
    index = index_of(
        document("The \u201clong-\nterm\u201d plan \u2014 it is dead.", layout=Layout.BLOCKS)
    )
    (piece,) = index.pieces
    assert piece.hash == fingerprint('The "longterm" plan - it is dead.')


def test_what_a_claim_is_held_to_is_what_the_sentence_says() -> None:
    found = document("It may cost 3.5 million - or more. Nobody knows. It was not cheap in 2019.")
    index = index_of(found)
    assert [piece.coded for piece in index.pieces] == [
        Coded.of(found.readable(piece)) for piece in found.pieces
    ]
    assert [len(piece.coded.numbers) for piece in index.pieces] == [1, 0, 1]
