"""Colour in a terminal. It is never the only mark of anything: the words are the same without."""

from __future__ import annotations

from enum import Enum

from argmap.diagnostics import Severity


class Colour(Enum):
    """What is coloured, each with its parameters of Select Graphic Rendition (ECMA-48)."""

    ERROR = "1;31"
    WARNING = "1;33"
    INFO = "1;36"
    GUTTER = "34"
    HELP = "32"

    @classmethod
    def of(cls, severity: Severity) -> Colour:
        """Return the colour of a severity.

        >>> Colour.of(Severity.ERROR)
        <Colour.ERROR: '1;31'>
        """
        return cls[severity.name]

    def paint(self, text: str) -> str:
        r"""Return text between the sequence that begins a colour and the one that ends it.

        >>> Colour.HELP.paint("help:")
        '\x1b[32mhelp:\x1b[0m'
        """
        return f"\x1b[{self.value}m{text}\x1b[0m"
