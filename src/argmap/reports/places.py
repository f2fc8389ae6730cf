"""Places as programs are told them: lines, columns and offsets, never beyond the text."""

from __future__ import annotations

from typing import NamedTuple

from argmap.text import Span


class Region(NamedTuple):
    """A stretch of a text.

    Lines and columns count from 1, columns in characters (code points); the end is the place
    behind the last character. Offsets count characters from 0.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int


def region(span: Span) -> Region:
    r"""Return where a span is, cut to its text.

    >>> from argmap.text import Text
    >>> region(Span(Text("m.yaml", "main: fery\n"), 6, 10))
    Region(line=1, column=7, end_line=1, end_column=11, start=6, end=10)
    """
    start = min(max(span.start, 0), len(span.text.content))
    end = min(max(span.end, start), len(span.text.content))
    return Region(*span.text.position(start), *span.text.position(end), start, end)
