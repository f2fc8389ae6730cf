"""The index of a source: what is kept of a text that may not be kept itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType
from typing import Any, NamedTuple

from attrs import Attribute, field, frozen

from argmap.errors import InvalidValue
from argmap.model import Place
from argmap.model.source import Bibliography, matching
from argmap.sources.cutting import cut, readable
from argmap.sources.documents import Document
from argmap.sources.fidelity import Coded
from argmap.sources.fingerprints import (
    FEWEST_WORDS,
    fingerprint,
    simhash,
    text_fingerprint,
    words,
)
from argmap.sources.kinds import PieceKind
from argmap.sources.lines import Layout
from argmap.sources.normalising import Normalised
from argmap.sources.quantity import Quantity
from argmap.sources.wording import Mark
from argmap.text import Span
from argmap.values import Value

#: Sixteen hexadecimal digits, and 64.
HASH, SHA256 = re.compile("[0-9a-f]{16}"), re.compile("[0-9a-f]{64}")


@frozen(kw_only=True, eq=False, repr=False)
class IndexedPiece(Value):
    """What is kept of a sentence of the body, or of a piece of another kind."""

    kind: PieceKind = PieceKind.BODY
    #: Paragraph and sentence; None for what is not of the body.
    place: Place | None = None
    #: How many words it has.
    words: int
    #: Where it stands in the normal form of the text.
    offset: int
    length: int
    #: The first 64 bits of the SHA-256 of its normal form; None below four words.
    hash: str | None = None
    #: SimHash of its word pairs; None below four words.
    pairs: str | None = None
    #: Of a sentence, in their order.
    numbers: tuple[Quantity, ...] = ()
    hedges: tuple[Mark, ...] = ()
    negations: tuple[Mark, ...] = ()
    span: Span | None = field(default=None, eq=False, repr=False)

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.offset + self.length

    @property
    def coded(self) -> Coded:
        """What a claim that is anchored to it is held to."""
        return Coded(self.words, self.numbers, self.hedges, self.negations)


def _in_order(pieces: Iterable[IndexedPiece]) -> tuple[IndexedPiece, ...]:
    return tuple(pieces)


def _pieces(index: SourceIndex, attribute: Attribute[Any], pieces: Sequence[IndexedPiece]) -> None:
    for problem in problems(pieces, index.characters):
        msg = f"{attribute.name}: {problem.message}"
        raise InvalidValue(msg)


# With slots attrs would have to make a `__getattr__` for what is kept once computed.
@frozen(kw_only=True, eq=False, repr=False, slots=False)
class SourceIndex(Value):
    """What is known of a source without its text: where it was published, and its sentences.

    >>> from argmap.sources.documents import document
    >>> index = index_of(document("It rained all day long. Nobody minded."))
    >>> [(str(piece.place), piece.words, piece.hash) for piece in index.pieces]
    [('p1.1', 5, 'b09f40c62b3f2a75'), ('p1.2', 2, None)]
    """

    about: Bibliography
    #: SHA-256 of the text in its normal form, in hexadecimal digits.
    sha256: str = field(validator=matching(SHA256, "SHA-256 of 64 hexadecimal digits"))
    #: How many characters the normal form has.
    characters: int = field()
    layout: Layout
    #: In the order in which they begin.
    pieces: tuple[IndexedPiece, ...] = field(converter=_in_order, validator=_pieces)

    @cached_property
    def sentences(self) -> Mapping[tuple[int, int], IndexedPiece]:
        """The sentences of the body by paragraph and sentence, in their order."""
        return MappingProxyType(
            {piece.place.begin: piece for piece in self.pieces if piece.place is not None}
        )

    @cached_property
    def paragraphs(self) -> Sequence[int]:
        """How many sentences each paragraph of the body has."""
        counts: list[int] = []
        for paragraph, sentence in self.sentences:
            if sentence == 1:
                counts.append(0)
            counts[paragraph - 1] = sentence
        return tuple(counts)

    def is_of(self, form: Normalised) -> bool:
        """Return whether this is the index of a text."""
        return len(form.text) == self.characters and text_fingerprint(form.text) == self.sha256

    def texts(self, form: Normalised) -> Mapping[tuple[int, int], str]:
        """Return the sentences of the body, in their normal form, out of the text that they are of.

        What an index that was edited by hand says of a place can be wrong; it is checked by the
        fingerprint, and left out where that is another.
        """
        pages = self.pages
        found = {}
        for key, piece in self.sentences.items():
            text = cut(form.text, piece.offset, piece.end, pages)
            if piece.hash is None or fingerprint(text) == piece.hash:
                found[key] = text
        return MappingProxyType(found)

    def written(self, form: Normalised) -> Mapping[tuple[int, int], str]:
        """Return the same sentences as they are written, each on one line."""
        pages = self.pages
        return MappingProxyType(
            {
                key: readable(form, self.sentences[key].offset, self.sentences[key].end, pages)
                for key in self.texts(form)
            }
        )

    @cached_property
    def pages(self) -> tuple[tuple[int, int], ...]:
        """Where lines stand, in the normal form, that belong to the page."""
        return tuple(
            (piece.offset, piece.end) for piece in self.pieces if piece.kind is PieceKind.PAGE
        )


def index_of(found: Document, about: Bibliography | None = None) -> SourceIndex:
    """Return the index of a text in pieces; linear in its length."""
    return SourceIndex(
        about=about or Bibliography(),
        sha256=text_fingerprint(found.form.text),
        characters=len(found.form.text),
        layout=found.layout,
        pieces=_indexed(found),
    )


def _indexed(found: Document) -> Iterator[IndexedPiece]:
    for piece in found.pieces:
        of = words(piece.text)
        is_long = len(of) >= FEWEST_WORDS
        is_body = piece.kind is PieceKind.BODY
        coded = Coded.of(found.readable(piece)) if is_body else Coded(0)
        yield IndexedPiece(
            kind=piece.kind,
            place=piece.place,
            words=len(of),
            offset=piece.start,
            length=piece.end - piece.start,
            hash=fingerprint(piece.text) if is_long else None,
            pairs=simhash(of) if is_long else None,
            numbers=coded.numbers,
            hedges=coded.hedges,
            negations=coded.negations,
        )


class Problem(NamedTuple):
    """What cannot be about a piece of an index."""

    #: Its number among the pieces, from 0.
    piece: int
    message: str


def problems(pieces: Sequence[IndexedPiece], characters: int) -> Iterator[Problem]:
    """Yield what does not fit together among the pieces of an index, at most one for each.

    Sentences of the body, and they alone, have places; these are counted without a gap. Pieces lie
    in the order of their offsets, inside the text, and overlap only where a page interrupts.
    What has four words has its fingerprints, and what has fewer has none.

    Args:
        pieces: as they stand in the index.
        characters: how long the normal form of the text is.
    """
    due = ((1, 1), (1, 1))
    for at, piece in enumerate(pieces):
        message = _problem(piece, due, characters)
        if message is None and at and piece.offset < pieces[at - 1].offset:
            message = f"it begins at {piece.offset}, before the piece in front of it"
        if message is not None:
            yield Problem(at, message)
        if piece.place is not None:
            paragraph, sentence = piece.place.begin
            due = ((paragraph, sentence + 1), (paragraph + 1, 1))
    body = [(at, piece) for at, piece in enumerate(pieces) if piece.kind is not PieceKind.PAGE]
    for (_, one), (at, other) in pairwise(body):
        if one.offset <= other.offset < one.end:
            yield Problem(at, f"it begins at {other.offset}, inside of the piece in front of it")


def _problem(
    piece: IndexedPiece, due: tuple[tuple[int, int], tuple[int, int]], characters: int
) -> str | None:
    if (piece.kind is PieceKind.BODY) != (piece.place is not None):
        return "a place belongs to each sentence of the body, and to nothing else"
    if piece.place is not None and _one(piece.place) not in due:
        wanted = " or ".join(dict.fromkeys(f"p{one}.{other}" for one, other in due))
        return f"{piece.place} stands where {wanted} is due"
    if piece.length < 1 or piece.offset < 0 or piece.words < 0:
        return "a piece has at least one character, and begins in the text"
    if piece.end > characters:
        return f"it ends at {piece.end}, and the text at {characters}"
    has = (piece.hash is not None, piece.pairs is not None)
    if has != (piece.words >= FEWEST_WORDS,) * 2:
        return f"hash and pairs belong to each piece of {FEWEST_WORDS} words, and to no shorter one"
    return None


def _one(place: Place) -> tuple[int, int] | None:
    """Return paragraph and sentence of a place that is one sentence."""
    is_one = place.sentence is not None and place.begin == place.end
    return place.begin if is_one else None
