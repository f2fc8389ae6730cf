"""Tables for a terminal: plain columns, wide characters counted as wide as they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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
    texts = [[page.unbroken(text) for text in row] for row in rows]
    used = [at for at in range(len(heads)) if any(row[at] for row in texts)]
    texts = [[row[at] for at in used] for row in ([*heads], *texts)]
    sizes = [[cells(text) for text in row] for row in texts]
    widths = [
        max((size for size in column if size <= _WIDEST), default=0)
        for column in zip(*sizes, strict=True)
    ]
    lines: list[str] = []
    for row, wide in zip(texts, sizes, strict=True):
        lines += _lines(row, wide, widths, page)
    return "".join(f"{line}\n" for line in lines)


def _lines(
    row: Sequence[str], sizes: Sequence[int], widths: Sequence[int], page: Page
) -> Iterable[str]:
    """Yield the lines of a row."""
    if not row:
        return
    start = ""
    for text, size, width in zip(row[:-1], sizes, widths, strict=False):
        start += text + " " * max(width - size, 0) + _GAP
    used = cells(start)
    room = page.width is not None and page.width - used >= _NARROWEST
    # What stands in the cells is safe to be shown: it is broken as it is.
    first, *more = page.wrapped(row[-1], used) if room else [row[-1]]
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
