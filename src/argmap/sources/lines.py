"""The lines of a text, what belongs to the page among them, and which are one paragraph.

Where lines are broken for a page, a paragraph is a block between empty lines (`Layout.BLOCKS`);
else each line is one (`Layout.LINES`). Lines are taken to be broken if at least half of those with
another directly below them end like no sentence and are at least 0.6 times as long as the longest
line, which has at most 200 characters.

A line is taken to belong to the page, not to the text, if it holds a page number only, or if three
lines or more say the same but for digits, are no longer than 80 characters and end like no
sentence. A paragraph that is interrupted by such lines, and goes on with a small letter, is one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from itertools import pairwise

from argmap.sources.kinds import PieceKind
from argmap.sources.normalising import Normalised

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


class Layout(Enum):
    """How the paragraphs of a text are told apart."""

    #: Each line is a paragraph.
    LINES = "lines"
    #: Lines up to the next empty line are one.
    BLOCKS = "blocks"


class Line:
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


def lines_of(form: Normalised) -> Iterator[Line]:
    """Yield the lines of a text that are not empty."""
    number, block, at = 1, 0, 0
    written = form.written
    while at < len(written):
        found = _LINE.match(written, at)
        end = at if found is None else found.end()
        start_of, end_of = _stripped(form, at, end)
        if start_of < end_of:
            yield Line(number, block, start_of, end_of, form.text[start_of:end_of])
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


def layout_of(lines: Sequence[Line]) -> Layout:
    """Return how the paragraphs of a text are told apart, by where its lines end."""
    longest = max((line.end - line.start for line in lines), default=0)
    above = [line for line, below in pairwise(lines) if line.block == below.block]
    broken = [
        line
        for line in above
        if not _ENDS_LIKE_A_SENTENCE.search(line.text) and len(line.text) >= 0.6 * longest
    ]
    is_broken = bool(broken) and longest <= _WIDEST_PAGE and 2 * len(broken) >= len(above)
    return Layout.BLOCKS if is_broken else Layout.LINES


def mark_pages(lines: Sequence[Line], said: Mapping[int, PieceKind]) -> None:
    """Find the lines that belong to the page.

    Args:
        lines: those of a text; they are told.
        said: the kinds of lines that are known, by their numbers.
    """
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


def paragraphs(lines: Sequence[Line], layout: Layout) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph."""
    paragraph: list[Line] = []
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
