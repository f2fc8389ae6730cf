"""A text in pieces: the sentences of its body, with their places, and what is not counted.

Body paragraphs are counted from 1, and sentences in each of them: `p3.2`. Titles, by-lines, dates,
headings, pull quotes, boilerplate and what stands on every page are pieces of their own, without a
place. What is what is decided by general rules (`argmap.sources.kinds`, `argmap.sources.lines`),
which can be wrong: the caller may say what kind a line is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

from attrs import frozen

from argmap.model import Place
from argmap.sources.cutting import between, cut, joined, readable
from argmap.sources.kinds import PieceKind, kinds
from argmap.sources.lines import Layout, Line, layout_of, lines_of, mark_pages, paragraphs
from argmap.sources.normalising import Normalised, normalised
from argmap.sources.sentences import sentences
from argmap.values import Value

#: A pull quote has at least so many words: `No.` stands in many paragraphs.
_PULL_QUOTE_WORDS = 8
#: Where else a sentence stands is remembered so often: one that a text repeats forever is no quote.
_REMEMBERED = 20
_NO_KINDS: Mapping[int, PieceKind] = MappingProxyType({})


@frozen(eq=False, repr=False)
class Piece(Value):
    """A sentence of the body, or a whole piece of another kind."""

    kind: PieceKind
    #: Paragraph and sentence; None where they are not counted.
    place: Place | None
    #: Where it stands in the normal form of the text.
    start: int
    end: int
    #: Its normal form, without the lines of a page that stand inside it.
    text: str


# With slots attrs would have to make a `__getattr__` for what is kept once computed.
@frozen(eq=False, repr=False, slots=False)
class Document(Value):
    r"""A text in pieces.

    >>> found = document("Harbour news\n\nIt is late. It is dark.\n\nWhy wait?\n")
    >>> [(str(piece.place), piece.text) for piece in found.pieces if piece.place]
    [('p1.1', 'It is late.'), ('p1.2', 'It is dark.'), ('p2.1', 'Why wait?')]
    """

    form: Normalised
    layout: Layout
    #: In the order in which they begin.
    pieces: tuple[Piece, ...]

    def readable(self, piece: Piece) -> str:
        """Return a piece as it is written, on one line, with its own quotes and hyphens."""
        pages = () if piece.kind is PieceKind.PAGE else self.pages
        return readable(self.form, piece.start, piece.end, pages)

    @cached_property
    def pages(self) -> tuple[tuple[int, int], ...]:
        """Where lines stand, in the normal form, that belong to the page."""
        return tuple(
            (piece.start, piece.end) for piece in self.pieces if piece.kind is PieceKind.PAGE
        )


def document(
    written: str,
    *,
    layout: Layout | None = None,
    kinds_of_lines: Mapping[int, PieceKind] = _NO_KINDS,
) -> Document:
    """Return a text in pieces; linear in its length.

    Args:
        written: the text.
        layout: how paragraphs are told; by default that is decided by the lines.
        kinds_of_lines: what kind the piece is in which a line stands, lines counted from 1; the
            first line of a piece that is named decides. Lines of a page cannot be made anything
            else by another line of the paragraph that they interrupt.
    """
    form = normalised(written)
    lines = list(lines_of(form))
    layout = layout or layout_of(lines)
    mark_pages(lines, kinds_of_lines)
    found = list(paragraphs(lines, layout))
    pages = [(line.start, line.end) for line in lines if line.is_page]
    texts = [cut(form.text, each[0].start, each[-1].end, pages) for each in found]
    split = [sentences(text) for text in texts]
    guesses = kinds(texts, _repeated(texts, split))
    pieces = [Piece(PieceKind.PAGE, None, *page, form.text[slice(*page)]) for page in pages]
    number = 0
    for paragraph, text, parts, guess in zip(found, texts, split, guesses, strict=True):
        said = (kinds_of_lines.get(line.number) for line in paragraph)
        kind = next(filter(None, said), guess)
        if kind is PieceKind.BODY:
            number += 1
            pieces += _sentences(form, paragraph, number, parts, pages)
        else:
            pieces.append(Piece(kind, None, paragraph[0].start, paragraph[-1].end, text))
    return Document(form, layout, tuple(sorted(pieces, key=lambda piece: piece.start)))


def _sentences(
    form: Normalised,
    paragraph: Sequence[Line],
    number: int,
    parts: Sequence[tuple[int, int]],
    pages: Sequence[tuple[int, int]],
) -> Iterator[Piece]:
    """Yield the sentences of a body paragraph."""
    stretch = list(between(paragraph[0].start, paragraph[-1].end, pages))
    text, starts = joined(form.text[first:last].strip(" ") for first, last in stretch)
    begins = [first + form.text.startswith(" ", first) for first, _ in stretch]
    for count, (start, end) in enumerate(parts, 1):
        first, last = (bisect_right(starts, offset) - 1 for offset in (start, end - 1))
        yield Piece(
            PieceKind.BODY,
            Place(number, count),
            begins[first] + start - starts[first],
            begins[last] + end - starts[last],
            text[start:end],
        )


def _repeated(texts: Sequence[str], split: Sequence[Sequence[tuple[int, int]]]) -> list[bool]:
    """Return of each paragraph whether all its sentences stand in a longer one, in their order."""
    parts = [
        [text[start:end] for start, end in each] for text, each in zip(texts, split, strict=True)
    ]
    stands: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, each in enumerate(parts):
        for index, sentence in enumerate(each):
            if len(each) > 1 and len(stands[sentence]) < _REMEMBERED:
                stands[sentence].append((at, index))
    return [
        text.count(" ") + 1 >= _PULL_QUOTE_WORDS
        and any(
            len(parts[other]) > len(each) and parts[other][index : index + len(each)] == each
            for other, index in stands.get(each[0], ())
        )
        for text, each in zip(texts, parts, strict=True)
    ]
