"""Text with a name, and places in it.

A place is kept as two offsets and turned into a line and a column only when someone asks: reading a
map of 100,000 statements makes a million spans, of which a report shows a few.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from attrs import field, frozen

from argmap.values import Value

# What editors call a line break. NEL, U+2028 and U+2029 are none: readers refuse them instead.
_LINE_BREAK = re.compile(r"\r\n|\n|\r")

#: Pattern of a character that no map may hold.
# Compiled when a text that is not ASCII asks for it: that takes as long as reading a small map.
# Controls (but tab and line ends), NEL, U+2028 and U+2029 (line breaks to some programs and none to
# others), lone surrogates, byte order marks and noncharacters. Named one by one: a class of all
# that is allowed takes ten times as long to compile.
FORBIDDEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
_ALLOWED_IN_ASCII = b"\t\n\r" + bytes(range(0x20, 0x7F))


def forbidden_characters(content: str) -> Iterator[int]:
    r"""Yield the offset of each character that no map may hold.

    Forbidden are control characters (but tab and line ends), lone surrogates, NEL, U+2028, U+2029,
    a byte order mark inside the text, and noncharacters.

    >>> list(forbidden_characters("bell \a and null \0"))
    [5, 16]
    """
    # For text in ASCII, throwing away what is allowed takes a quarter of the time of looking for
    # what is not.
    if content.isascii() and not content.encode("ascii").translate(None, _ALLOWED_IN_ASCII):
        return iter(())
    return (found.start() for found in re.finditer(FORBIDDEN, content))


def _without_mark(content: str) -> str:
    return content.removeprefix("\ufeff")


class Position(NamedTuple):
    """A line and a column, both counted from 1; columns count characters, not bytes or cells."""

    line: int
    column: int


# With slots attrs would have to make a `__getattr__` for what is kept once computed.
@frozen(eq=False, repr=False, slots=False)
class Text(Value):
    r"""A text and the name it goes by in reports.

    The content is kept as it is written, line ends included, except for a byte order mark in
    front, which is dropped. Two texts are equal if name and content are.

    >>> text = Text("ferry.argmap.yaml", "argmap: 1\nmain: run-at-night\n")
    >>> text.position(16)
    Position(line=2, column=7)
    >>> text.line(2)
    'main: run-at-night'
    """

    #: What reports call the text: mostly a path as the user wrote it.
    name: str
    #: The text itself.
    content: str = field(repr=False, converter=_without_mark)

    @classmethod
    def decode(cls, name: str, data: bytes) -> Text:
        r"""Return the text that UTF-8 bytes hold; other bytes become lone surrogates.

        Nothing is lost and nothing raised: the reader that gets the text finds the surrogate
        (U+DC80 to U+DCFF stand for the bytes 0x80 to 0xFF) and reports it with its place.

        >>> Text.decode("latin-1.yaml", b"caf\xe9").content
        'caf\udce9'
        """
        return cls(name, data.decode("utf-8", "surrogateescape"))

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line begins, in order; there is always at least one line."""
        return [0, *(found.end() for found in _LINE_BREAK.finditer(self.content))]

    def position(self, offset: int) -> Position:
        """Return line and column of an offset from 0 to the length of the text, in O(log lines)."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return one line, counted from 1, without its line break.

        Raises:
            IndexError: the text has no such line.
        """
        if not 1 <= number <= len(self.line_starts):
            msg = f"{self.name} has {len(self.line_starts)} lines, not {number}"
            raise IndexError(msg)
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.content)
        return self.content[start:end].rstrip("\r\n")


class Span(NamedTuple):
    r"""A stretch of a text, from offset `start` up to, but not including, offset `end`.

    Offsets count characters (code points) of `text.content`. A span may be empty.

    >>> text = Text("m.yaml", "main: run-at-night\n")
    >>> span = Span(text, 6, 18)
    >>> span.excerpt, span.line, span.column
    ('run-at-night', 1, 7)
    >>> str(span)
    'm.yaml:1:7'
    """

    text: Text
    start: int
    end: int

    @property
    def excerpt(self) -> str:
        """The characters that the span covers."""
        return self.text.content[self.start : self.end]

    @property
    def line(self) -> int:
        """The line of the first character, counted from 1."""
        return self.text.position(self.start).line

    @property
    def column(self) -> int:
        """The column of the first character, counted from 1."""
        return self.text.position(self.start).column

    def __str__(self) -> str:
        """Return `name:line:column`, the form that editors and terminals make clickable."""
        line, column = self.text.position(self.start)
        return f"{self.text.name}:{line}:{column}"
