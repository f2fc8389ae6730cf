"""A text in pieces: the sentences of its body, with their places, and what is not counted.

Body paragraphs are counted from 1, and sentences in each of them: `p3.2`. Titles, by-lines, dates,
headings, pull quotes, boilerplate and what stands on every page are pieces of their own, without a
place. What is what is decided by general rules (`argmap.sources.kinds`), which can be wrong: the
caller may say what kind a line is.

How paragraphs are told: where lines are broken for a page, a paragraph is a block between empty
lines (`Layout.BLOCKS`); else each line is one (`Layout.LINES`). Lines are taken to be broken if at
least half of those with another directly below them end like no sentence and are at least 0.6 times
as long as the longest line, which has at most 200 characters.

A line is taken to belong to the page, not to the text, if it holds a page number only, or if three
lines or more say the same but for digits, are no longer than 80 characters and end like no
sentence. A paragraph that is interrupted by such lines, and goes on with a small letter, is one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from itertools import pairwise
from types import MappingProxyType

from attrs import frozen

from argmap.model import Place
from argmap.sources.kinds import PieceKind, kinds
from argmap.sources.normalising import Normalised, normalised, readable
from argmap.sources.sentences import sentences
from argmap.values import Value

_LINE = re.compile(r"[^\n\r]+")
_BREAK = re.compile(r"\r\n|\n|\r")
_PAGE_NUMBER = re.compile(
    r"[-\[(|]? ?(?:page |p\. ?)?(?:[0-9]{1,4}|[ivxl]{1,6})(?: ?(?:/|of) ?[0-9]{1,4})? ?[-\])|]?",
    re.IGNORECASE,
)
_DIGITS = re.compile("[0-9]+")
# Headings of parts differ in their numbers too.
_NUMBERED = re.compile(
    "(?:act|annex|appendix|article|book|chapter|day|episode|exhibit|figure|lesson|part|phase"
    r"|question|round|scene|section|stage|step|table|title|unit|volume|week|year)\b|[0-9]",
    re.IGNORECASE,
)
_ENDS_LIKE_A_SENTENCE = re.compile(r"[.!?:;\u3002\uff01\uff1f][\"')\]]*\Z")
_WIDEST_PAGE = 200
_LONGEST_PAGE_HEAD = 80
#: A pull quote has at least so many words: `No.` stands in many paragraphs.
_PULL_QUOTE_WORDS = 8
#: Where else a sentence stands is remembered so often: one that a text repeats forever is no quote.
_REMEMBERED = 20
_NO_KINDS: Mapping[int, PieceKind] = MappingProxyType({})


class Layout(Enum):
    """How the paragraphs of a text are told apart."""

    #: Each line is a paragraph.
    LINES = "lines"
    #: Lines up to the next empty line are one.
    BLOCKS = "blocks"


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


@frozen(eq=False, repr=False)
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
        parts = [
            readable(self.form.written[slice(*self.form.original(start, end))])
            for start, end in between(piece.start, piece.end, pages)
        ]
        return _joined(parts)[0]

    @property
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
    lines = list(_lines(form))
    if layout is None:
        layout = Layout.BLOCKS if _is_broken(lines) else Layout.LINES
    _mark_pages(lines, kinds_of_lines)
    paragraphs = list(_paragraphs(lines, layout))
    pages = [(line.start, line.end) for line in lines if line.is_page]
    texts = [cut(form.text, each[0].start, each[-1].end, pages) for each in paragraphs]
    split = [sentences(text) for text in texts]
    found = kinds(texts, _repeated(texts, split))
    pieces = [Piece(PieceKind.PAGE, None, *page, form.text[slice(*page)]) for page in pages]
    number = 0
    for paragraph, text, parts, guess in zip(paragraphs, texts, split, found, strict=True):
        said = (kinds_of_lines.get(line.number) for line in paragraph)
        kind = next(filter(None, said), guess)
        if kind is PieceKind.BODY:
            number += 1
            pieces += _sentences(form, paragraph, number, parts, pages)
        else:
            pieces.append(Piece(kind, None, paragraph[0].start, paragraph[-1].end, text))
    return Document(form, layout, tuple(sorted(pieces, key=lambda piece: piece.start)))


class _Line:
    """A line that is not empty."""

    __slots__ = ("block", "end", "is_page", "number", "start", "text")

    def __init__(self, number: int, block: int, start: int, end: int, text: str) -> None:
        self.number = number
        #: The number of empty lines in front of it.
        self.block = block
        #: Where it stands in the normal form of the text.
        self.start = start
        self.end = end
        #: Its own normal form.
        self.text = text
        self.is_page = False


def _lines(form: Normalised) -> Iterator[_Line]:
    number, block, at = 1, 0, 0
    written = form.written
    while at < len(written):
        found = _LINE.match(written, at)
        end = at if found is None else found.end()
        start_of, end_of = _stripped(form, at, end)
        if start_of < end_of:
            yield _Line(number, block, start_of, end_of, form.text[start_of:end_of])
        else:
            block += 1
        broken = _BREAK.match(written, end)
        at = len(written) if broken is None else broken.end()
        number += 1


def _stripped(form: Normalised, start: int, end: int) -> tuple[int, int]:
    """Return where a stretch stands in the normal form, without white space at its ends."""
    first, last = form.offset(start), form.offset(end)
    first += form.text.startswith(" ", first, last)
    if last > first and form.text[last - 1] == " ":
        last -= 1
    return first, last


def _is_broken(lines: Sequence[_Line]) -> bool:
    """Return whether lines are broken where a page ends, and not where a paragraph does."""
    longest = max((line.end - line.start for line in lines), default=0)
    above = [line for line, below in pairwise(lines) if line.block == below.block]
    broken = [
        line
        for line in above
        if not _ENDS_LIKE_A_SENTENCE.search(line.text) and len(line.text) >= 0.6 * longest
    ]
    return bool(broken) and longest <= _WIDEST_PAGE and 2 * len(broken) >= len(above)


def _mark_pages(lines: Sequence[_Line], said: Mapping[int, PieceKind]) -> None:
    alike = Counter(_alike(line.text) for line in lines)
    for at, line in enumerate(lines):
        key = _alike(line.text)
        is_head = key is not None and alike[key] >= 3 and at > 0
        line.is_page = is_head or _PAGE_NUMBER.fullmatch(line.text) is not None
        if line.number in said:
            line.is_page = said[line.number] is PieceKind.PAGE


def _alike(text: str) -> str | None:
    """Return what lines have in common that stand on every page; None for one that does not."""
    if len(text) > _LONGEST_PAGE_HEAD or _ENDS_LIKE_A_SENTENCE.search(text):
        return None
    return text if _NUMBERED.match(text) else _DIGITS.sub("#", text)


def _paragraphs(lines: Sequence[_Line], layout: Layout) -> Iterator[list[_Line]]:
    """Yield the lines of each paragraph."""
    paragraph: list[_Line] = []
    is_interrupted = False
    for line in lines:
        if line.is_page:
            is_interrupted = True
            continue
        if paragraph:
            last = paragraph[-1]
            is_same_block = layout is Layout.BLOCKS and line.block == last.block
            if not is_same_block and not (is_interrupted and _goes_on(last.text, line.text)):
                yield paragraph
                paragraph = []
        paragraph.append(line)
        is_interrupted = False
    if paragraph:
        yield paragraph


def _goes_on(above: str, below: str) -> bool:
    return below[0].islower() and not _ENDS_LIKE_A_SENTENCE.search(above)


def between(start: int, end: int, pages: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the parts of a stretch that lie outside of pages, which are sorted."""
    at = bisect_right(pages, (start, start))
    while at < len(pages) and pages[at][0] < end:
        yield start, pages[at][0]
        start = pages[at][1]
        at += 1
    yield start, end


def cut(form: str, start: int, end: int, pages: Sequence[tuple[int, int]]) -> str:
    """Return a stretch of a normal form without the lines of a page that stand inside it."""
    return _joined(form[first:last].strip(" ") for first, last in between(start, end, pages))[0]


def _joined(parts: Iterable[str]) -> tuple[str, list[int]]:
    """Return what a page interrupts, as one text, and where in it each part begins."""
    pieces: list[str] = []
    starts: list[int] = []
    length = 0
    for part in parts:
        if pieces and _is_cut(pieces[-1], part):
            pieces[-1] = pieces[-1][:-1]
            length -= 1
        elif pieces and part:
            part = f" {part}"  # noqa: PLW2901 - the space belongs to it
        starts.append(length + part.startswith(" "))
        pieces.append(part)
        length += len(part)
    return "".join(pieces), starts


def _is_cut(above: str, below: str) -> bool:
    """Return whether a word is cut in two at the end of a page."""
    return above[-1:] == "-" and above[-2:-1].isalpha() and below[:1].islower()


def _sentences(
    form: Normalised,
    paragraph: Sequence[_Line],
    number: int,
    parts: Sequence[tuple[int, int]],
    pages: Sequence[tuple[int, int]],
) -> Iterator[Piece]:
    """Yield the sentences of a body paragraph."""
    stretch = list(between(paragraph[0].start, paragraph[-1].end, pages))
    text, starts = _joined(form.text[first:last].strip(" ") for first, last in stretch)
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
