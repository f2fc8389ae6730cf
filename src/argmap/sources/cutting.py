"""Stretches of a text without the lines of a page that stand inside them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from argmap.sources.normalising import Normalised
from argmap.sources.normalising import readable as as_read


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
    return joined(form[first:last].strip(" ") for first, last in between(start, end, pages))[0]


def readable(form: Normalised, start: int, end: int, pages: Sequence[tuple[int, int]]) -> str:
    """Return the same stretch as it is written, on one line, with its own quotes and hyphens."""
    parts = (form.original(first, last) for first, last in between(start, end, pages))
    return joined(as_read(form.written[first:last]) for first, last in parts)[0]


def joined(parts: Iterable[str]) -> tuple[str, list[int]]:
    """Return what a page interrupts, as one text, and where in it each part begins."""
    pieces: list[str] = []
    starts: list[int] = []
    length = 0
    for part in parts:
        if pieces and _is_cut(pieces[-1], part):
            pieces[-1] = pieces[-1][:-1]
            length -= 1
        elif pieces and part:
            part = f" {part}"  # noqa: PLW2901  (the space belongs to it)
        starts.append(length + part.startswith(" "))
        pieces.append(part)
        length += len(part)
    return "".join(pieces), starts


def _is_cut(above: str, below: str) -> bool:
    """Return whether a word is cut in two at the end of a page."""
    return above[-1:] == "-" and above[-2:-1].isalpha() and below[:1].islower()
