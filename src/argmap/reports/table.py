"""Tables for a terminal: plain columns, wide characters counted as wide as they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from argmap.reports.cells import cells
from argmap.reports.page import Page

#: A cell that is wider than this pushes the rest of its row to the right.
_WIDEST = 40
#: Below this a last column is not broken into lines.
_NARROWEST = 16
_GAP = "  "


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], page: Page) -> str:
    r"""Return rows under heads, in columns; the last column is broken into lines to fit the page.

    Columns in which nothing stands are left out.

    >>> page = Page.of(color=False, width=None, encoding="utf-8")
    >>> table(["ELEMENT", "LABEL"], [["ferry", "in"], ["cost!ferry", "out"]], page)
    'ELEMENT     LABEL\nferry       in\ncost!ferry  out\n'
    """
    shown = [[_shown(text, page) for text in row] for row in (heads, *rows)]
    used = [at for at in range(len(heads)) if any(row[at].text for row in shown[1:])]
    shown = [[row[at] for at in used] for row in shown]
    widths = [
        max((cell.size for cell in column if cell.size <= _WIDEST), default=0)
        for column in zip(*shown, strict=True)
    ]
    return "".join(f"{line}\n" for row in shown if row for line in _lines(row, widths, page))


class _Cell(NamedTuple):
    """What is shown, and how many cells of the terminal it takes."""

    text: str
    size: int


def _shown(text: str, page: Page) -> _Cell:
    if text.isascii() and text.isprintable():
        return _Cell(text, len(text))
    text = page.unbroken(text)
    return _Cell(text, cells(text))


def _lines(row: Sequence[_Cell], widths: Sequence[int], page: Page) -> Iterator[str]:
    """Yield the lines of a row."""
    *before, last = row
    start, used = "", 0
    for cell, width in zip(before, widths, strict=False):
        start += cell.text + " " * max(width - cell.size, 0) + _GAP
        used += max(width, cell.size) + len(_GAP)
    if page.width is None or used + last.size <= page.width or page.width - used < _NARROWEST:
        yield f"{start}{last.text}".rstrip()
        return
    # What stands in the cells is safe to be shown: it is broken as it is.
    first, *more = page.wrapped(last.text, used)
    yield f"{start}{first}".rstrip()
    for line in more:
        yield " " * used + line


def bar(share: float, page: Page, *, width: int = 20) -> str:
    """Return a share from 0 to 1 as a bar drawn in characters.

    >>> bar(0.5, Page.of(color=False, width=None, encoding="ascii"), width=8)
    '####....'
    """
    full, empty = ("█", "░") if page.holds("█░") else ("#", ".")
    filled = round(share * width)
    return full * filled + empty * (width - filled)
