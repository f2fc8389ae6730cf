"""The lines of one text that bear marks, with the marks under them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from argmap.reports.cells import cells
from argmap.reports.colour import Colour
from argmap.reports.excerpt import Excerpt, Stretch, excerpt
from argmap.reports.marks import Mark
from argmap.reports.page import Page
from argmap.values import Record


class Snippet(Record):
    """Draws marked lines behind a gutter of line numbers."""

    page: Page
    #: Digits of the longest line number.
    gutter: int

    def lines(self, arrow: str, marks: Sequence[Mark]) -> Iterator[str]:
        """Yield the place of the first mark behind an arrow, then all marked lines in their order.

        Args:
            arrow: `-->` where the finding itself stands in this text, `:::` for another text.
            marks: marks in one text.
        """
        yield from self.place(arrow, marks[0].place)
        yield self._margin("|")
        before = None
        for number, group in groupby(sorted(marks, key=attrgetter("line")), attrgetter("line")):
            if before is not None and number > before + 1:
                yield self.page.paint("...", Colour.GUTTER)
            yield from self._line(number, list(group))
            before = number

    def place(self, arrow: str, name: str) -> Iterator[str]:
        """Yield a name behind an arrow; it is broken only where it is wider than the page."""
        used = self.gutter + len(arrow) + 1
        first, *rest = self.page.wrapped(name, used, words=False)
        yield f"{self._margin(arrow, space='')} {first}"
        yield from (" " * used + line for line in rest)

    def _line(self, number: int, marks: Sequence[Mark]) -> Iterator[str]:
        """Yield a line of the text, with the marks on it; again where a mark is beyond the cut."""
        shown: Excerpt | None = None
        for mark in marks:
            if shown is None or not shown.holds(mark.start):
                shown = self._excerpt(mark)
                margin = self.page.paint(f"{number:>{self.gutter}} |", Colour.GUTTER)
                yield f"{margin} {shown.shown}".rstrip(" ")
            yield from self._underline(mark, shown.stretch(mark.start, mark.end))

    def _excerpt(self, mark: Mark) -> Excerpt:
        return excerpt(
            mark.text.line(mark.line),
            mark.start,
            mark.end,
            self.page.line_width - self._used,
            cut=self.page.cut,
            encoding=self.page.encoding,
        )

    def _underline(self, mark: Mark, stretch: Stretch) -> Iterator[str]:
        """Yield the mark, and its words beside it if they fit, else below it."""
        column, length = stretch.column, stretch.cells
        line = self.page.paint(mark.sign * length, mark.colour)
        drawn = f"{self._margin('|')} {' ' * column}{line}"
        whole = self.page.unbroken(mark.words)
        width = self.page.width
        beside = f" {whole}" if whole else ""
        if width is None or self._used + column + length + cells(beside) <= width:
            yield f"{drawn}{beside}"
            return
        yield drawn
        indent = self._used + min(column, (width - self._used) // 2)
        for words in self.page.wrapped(mark.words, indent):
            yield f"{self._margin('|')}{' ' * (indent - self.gutter - 2)}{words}"

    @property
    def _used(self) -> int:
        """Cells that the gutter takes, with the bar and a space on either side."""
        return self.gutter + 3

    def _margin(self, sign: str, space: str = " ") -> str:
        return self.page.paint(" " * self.gutter + space + sign, Colour.GUTTER)
