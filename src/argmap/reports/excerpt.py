"""A line of a text, cut to the width of a page around the stretch that a mark stands under."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from argmap.reports.cells import Piece, joined, pieces
from argmap.values import Record

# Characters that are looked at on either side of a mark, for each cell of room: a JSON map may be
# one line of megabytes, and a character may bear marks that take no cells.
_REACH = 4


class Stretch(Record):
    """Where a mark stands, in cells from the left edge of the excerpt."""

    column: int
    cells: int


class Excerpt(Record):
    """What of a line is shown, and which of its characters stand where."""

    #: As it is printed, with the sign of omission where something was cut.
    shown: str
    row: tuple[Piece, ...]
    #: The column of each piece, and the one after the last.
    columns: tuple[int, ...]
    #: Offset in the line behind the last character that is shown.
    end: int

    def holds(self, start: int) -> bool:
        """Return whether the character at this offset of the line is shown."""
        return self.row[0].start <= start < self.end

    def stretch(self, start: int, end: int) -> Stretch:
        """Return where to mark the characters from `start` up to `end`; `holds(start)` is true.

        What lies beyond the cut is not marked. The mark is never empty; under a character that
        takes no cell of its own it stands where that character is seen, one cell to the left.
        """
        first = _index(self.row, start)
        last = max(first, _index(self.row, end - 1))
        column = self.columns[first]
        cells = self.columns[last + 1] - column
        return Stretch(column, cells) if cells else Stretch(max(column - 1, 0), 1)


def excerpt(line: str, start: int, end: int, room: int, *, cut: str, encoding: str) -> Excerpt:
    """Return a line, or what fits of it around the characters from `start` up to `end`.

    Args:
        line: one line of a text, without its line break.
        start: offset in the line; its length stands for the place behind the last character.
        end: offset in the line; the stretch may be empty.
        room: cells that the excerpt may take, at least 24.
        cut: the sign of omission, `…` or `...`.
        encoding: that of the terminal.

    >>> found = excerpt("so the ferry should run at night", 13, 19, 24, cut="…", encoding="utf-8")
    >>> found.shown, found.stretch(13, 19)
    ('so the ferry should run…', Stretch(column=13, cells=6))
    """
    reach = _REACH * room
    begin, stop = max(0, start - reach), min(len(line), start + reach)
    row = [
        piece._replace(start=begin + piece.start) for piece in pieces(line[begin:stop], encoding)
    ]
    whole = begin == 0 and stop == len(line)
    if start == len(line) or (whole and sum(piece.cells for piece in row) < room):
        row.append(Piece(len(line), "", 1))  # for a caret behind the last character
    edges = list(accumulate((piece.cells for piece in row), initial=0))
    first = _index(row, start)
    marked = range(first, max(first, _index(row, end - 1)) + 1)
    window = _window(
        edges, marked, room, len(cut), more_left=begin > 0, more_right=stop < len(line)
    )
    left = cut if begin or window.start else ""
    right = cut if stop < len(line) or window.stop < len(row) else ""
    shown = tuple(row[window.start : window.stop])
    return Excerpt(
        f"{left}{joined(shown)}{right}",
        shown,
        tuple(
            len(left) + edge - edges[window.start] for edge in edges[window.start : window.stop + 1]
        ),
        row[window.stop].start if window.stop < len(row) else max(stop, row[-1].start + 1),
    )


def _window(
    edges: list[int], marked: range, room: int, cut: int, *, more_left: bool, more_right: bool
) -> range:
    """Return which pieces to show: all, or from the first, or some before what is marked."""
    if not (more_left or more_right) and edges[-1] <= room:
        return range(len(edges) - 1)
    first = 0
    if more_left or edges[marked.stop] > room - cut:
        spare = room - 2 * cut - (edges[marked.stop] - edges[marked.start])
        before = min(room // 3, max(spare, 0))
        first = bisect_left(edges, edges[marked.start] - before)
        room -= cut
    if not more_right and edges[-1] - edges[first] <= room:
        return range(first, len(edges) - 1)
    return range(first, bisect_right(edges, edges[first] + room - cut) - 1)


def _index(row: Sequence[Piece], offset: int) -> int:
    """Return which piece the character at this offset belongs to."""
    return bisect_right(row, offset, key=lambda piece: piece.start) - 1
