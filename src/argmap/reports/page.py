"""The page that frames are drawn on: how wide it is, in colour or not, and what it can hold."""

from __future__ import annotations

from argmap.escape import terminal
from argmap.reports.cells import cells, wrapped
from argmap.reports.colour import Colour
from argmap.values import Record

# Where text is not broken, as in a file, lines of a map are still cut: carets would be far off.
_LINE = 100

# Below this a frame would be all gutter; a terminal that narrow breaks the lines itself.
_NARROWEST = 40

# Of the second line on, where the label is too long for a column.
_INDENT = 4


class Page(Record):
    """How text is put on lines, for one kind of terminal or file."""

    colour: bool
    #: Cells that a line may take; None where text is not broken.
    width: int | None
    encoding: str

    @classmethod
    def of(cls, *, color: bool, width: int | None, encoding: str) -> Page:
        """Return a page; one that is too narrow to be read is widened."""
        return cls(color, None if width is None else max(width, _NARROWEST), encoding)

    @property
    def line_width(self) -> int:
        """Cells that a line of a map may take, gutter included."""
        return self.width or _LINE

    @property
    def cut(self) -> str:
        """The sign that something was left out."""
        return "…" if self.holds("…") else "..."

    def holds(self, signs: str) -> bool:
        """Return whether signs of our own can be shown as they are.

        >>> Page.of(color=False, width=None, encoding="ascii").holds("█")
        False
        """
        return signs.encode(self.encoding, "replace").decode(self.encoding) == signs

    def paint(self, text: str, colour: Colour) -> str:
        """Return text in a colour, or as it is where the page has none."""
        return colour.paint(text) if self.colour and text else text

    def unbroken(self, text: str) -> str:
        """Return a text on one line."""
        return " ".join(wrapped(text, None, self.encoding))

    def wrapped(self, text: str, used: int, *, words: bool = True) -> list[str]:
        """Return the lines of a text where some cells of each line are used already."""
        room = None if self.width is None else self.width - used
        return wrapped(text, room, self.encoding, words=words)

    def labelled(self, label: str, text: str, colour: Colour) -> list[str]:
        """Return the lines of `label: text`: the label in colour, the text in a column of its own.

        >>> page = Page.of(color=False, width=40, encoding="utf-8")
        >>> page.labelled("help", "give the statement a reason of its own", Colour.HELP)
        ['help: give the statement a reason of its', '      own']
        """
        label = terminal(label, encoding=self.encoding)
        indent = cells(label) + 2
        if self.width is not None and indent > self.width // 2:
            first, *rest = self.wrapped(f"{label}: {text}", _INDENT)
            return [first, *(" " * _INDENT + line for line in rest)]
        first, *rest = self.wrapped(text, indent)
        return [f"{self.paint(label, colour)}: {first}", *(" " * indent + line for line in rest)]
