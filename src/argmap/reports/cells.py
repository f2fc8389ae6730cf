"""Text in terminal cells: how it is shown, how wide it is, and where its lines are broken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from argmap.escape import terminal

TAB = "    "

# No character takes more cells than this, not even one that is shown as <U+10FFFF>.
WIDEST = 10

# By themselves they join nothing and are shown by number; what they stand in is judged as a whole.
_JOINERS = "\u200c\u200d"

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


class Piece(NamedTuple):
    """What is never torn apart: mostly one character with the marks that combine with it."""

    #: Offset of its first character in the text that was taken apart.
    start: int
    shown: str
    cells: int


def pieces(text: str, encoding: str = "utf-8") -> list[Piece]:
    r"""Return a line of text as the pieces that a terminal shows side by side.

    A tab is shown as four spaces; a character that must not or cannot be sent, as `<U+001B>`.

    >>> [piece.shown for piece in pieces("a\t\x1b")]
    ['a', '    ', '<U+001B>']
    >>> [piece.cells for piece in pieces("a船")]
    [1, 2]
    """
    if text.isascii() and text.isprintable():
        return [Piece(start, char, 1) for start, char in enumerate(text)]
    # Half of what a check imports beyond YAML and the model, and most maps never need it.
    from wcwidth import iter_graphemes, wcswidth

    row = []
    start = 0
    for cluster in iter_graphemes(text):
        for part in _parts(cluster, encoding):
            shown = _shown(part, encoding)
            row.append(Piece(start, shown, wcswidth(shown)))
            start += len(part)
    return row


def _parts(cluster: str, encoding: str) -> Iterator[str]:
    """Yield a cluster whole, or the characters that are shown by number apart from the others."""
    from wcwidth import wcswidth

    def is_plain(text: str) -> bool:
        return terminal(text, encoding=encoding) == text and wcswidth(text) <= WIDEST

    if len(cluster) == 1 or is_plain(cluster):
        yield cluster
        return
    for plain, characters in groupby(cluster, lambda char: char in _JOINERS or is_plain(char)):
        part = "".join(characters)
        yield from [part] if plain and is_plain(part) else part


def _shown(part: str, encoding: str) -> str:
    return TAB if part == "\t" else terminal(part, encoding=encoding)


def cells(text: str) -> int:
    """Return how many cells a line of text takes.

    >>> cells("ferry"), cells("船")
    (5, 2)
    """
    return sum(piece.cells for piece in pieces(text))


def wrapped(
    text: str, room: int | None, encoding: str = "utf-8", *, words: bool = True
) -> list[str]:
    r"""Return the lines in which a text is shown, none wider than `room` cells.

    Lines are broken at their last space; a word wider than the room is broken where it must be. The
    text's own line breaks stay.

    Args:
        text: what is to be shown.
        room: at least as many cells as the widest piece takes; None for no limit.
        encoding: that of the terminal.
        words: whether a space may be dropped for a line break; not so in the name of a file.

    >>> wrapped("the ferry should run", 11)
    ['the ferry', 'should run']
    """
    lines = []
    for line in _LINE_BREAK.split(text):
        row = pieces(line.rstrip(" ") if words else line, encoding)
        start = 0
        while room is not None and (end := _fitting(row, start, room)) < len(row):
            gap = _last_space(row, start, end) if words else None
            lines.append(joined(row[start : end if gap is None else gap]))
            start = end if gap is None else gap + 1
        lines.append(joined(row[start:]))
    return lines


def joined(row: Sequence[Piece]) -> str:
    r"""Return what a row of pieces shows.

    >>> joined(pieces("on\tdeck"))
    'on    deck'
    """
    return "".join(piece.shown for piece in row)


def _fitting(row: Sequence[Piece], start: int, room: int) -> int:
    """Return the index after the last piece that fits into the room, counted from `start`."""
    for index in range(start, len(row)):
        room -= row[index].cells
        if room < 0:
            return index
    return len(row)


def _last_space(row: Sequence[Piece], start: int, end: int) -> int | None:
    return next((index for index in range(end, start, -1) if row[index].shown == " "), None)
