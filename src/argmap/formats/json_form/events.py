"""The events of a JSON text, as PyYAML would make them of it, each with its place.

The scanner takes what `json` takes, save NaN and Infinity, and keeps places. It is slower than
`json`, does not recurse, and says in words what is wrong with a text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import yaml
from yaml import Mark
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from argmap.formats.native.cursor import Event

_SPACE = re.compile(r"[ \t\r\n]*")
_STRING = re.compile(
    r'"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*(?P<closed>"?)'
)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_WORD = re.compile(r"[^\s,:{}\[\]\"']+")
_NOTHING = "null"
_WORDS = frozenset({_NOTHING, "true", "false"})
_QUOTES = 'write "..."'
_SPELLED = {
    "\n": ("a line break", r"\n"),
    "\r": ("a line break", r"\n"),
    "\t": ("a tab", r"\t"),
    "\0": ("a control character", r"its number like \u0007"),
}
_CLOSING = {"{": "}", "[": "]"}


def mark(index: int) -> Mark:
    """Return an offset as PyYAML keeps it; lines and columns are found when someone asks."""
    return Mark("", index, 0, 0, None, 0)


class SyntaxFault(yaml.YAMLError):
    """Where a text ends to be JSON, why, and what to do about it."""

    def __init__(self, offset: int, message: str, hint: str) -> None:
        """Keep the three."""
        super().__init__(message)
        self.offset = offset
        self.message = message
        self.hint = hint


def scalar(value: str, start: Mark, end: Mark, style: str | None) -> Event:
    """Return the event of a text in quotes of some style, or of a number or word in none."""
    return ScalarEvent(None, None, (style is None, style is not None), value, start, end, style)


class Events:
    """The events of one JSON text."""

    def __init__(self, content: str) -> None:
        """Begin at the start of the text."""
        self.get_event = self._events().__next__
        self._content = content
        self._at = 0
        #: Where the brackets stand that are open.
        self._open: list[int] = []

    def _events(self) -> Iterator[Event]:
        begin = mark(0)
        yield StreamStartEvent(begin, begin)
        self._skip_space()
        if self._at < len(self._content):
            here = mark(self._at)
            yield DocumentStartEvent(here, here)
            yield from self._value()
            self._skip_space()
            if self._at < len(self._content):
                raise self._fault("more follows behind the end of the map", "a file holds one map")
            yield DocumentEndEvent(mark(self._at), mark(self._at))
        yield StreamEndEvent(mark(self._at), mark(self._at))

    def _value(self) -> Iterator[Event]:
        """Yield a value and all that stands in it."""
        while True:
            if self._peek() in _CLOSING:
                yield self._opened()
                inside = self._after_opening()
            else:
                yield self._scalar()
                inside = False
            while self._open and not inside:
                inside = self._after_value()
                if not inside:
                    yield self._closed()
            if not inside:
                return
            if self._content[self._open[-1]] == "{":
                yield self._key()

    # Collections

    def _opened(self) -> Event:
        start = self._at
        self._open.append(start)
        self._at += 1
        kind = MappingStartEvent if self._content[start] == "{" else SequenceStartEvent
        return kind(None, None, True, mark(start), mark(self._at), True)

    def _closed(self) -> Event:
        kind = MappingEndEvent if self._content[self._open.pop()] == "{" else SequenceEndEvent
        start = mark(self._at)
        self._at += 1
        return kind(start, mark(self._at))

    def _after_opening(self) -> bool:
        """Return whether a value or a key follows the bracket that was opened."""
        self._skip_space()
        return self._peek() != _CLOSING[self._content[self._open[-1]]]

    def _after_value(self) -> bool:
        """Return whether a comma and a further entry follow, or the bracket that closes.

        Raises:
            SyntaxFault: something else follows.
        """
        self._skip_space()
        character, closing = self._peek(), _CLOSING[self._content[self._open[-1]]]
        if character == ",":
            comma = self._at
            self._at += 1
            self._skip_space()
            if self._peek() in ("]", "}"):
                message = f"a comma stands before {self._peek()}, and no entry behind it"
                raise SyntaxFault(comma, message, "remove the comma")
            return True
        if character == closing:
            return False
        if character in ("]", "}", ":"):
            raise self._fault(f"a {character} stands where a comma or {closing} should be")
        raise self._fault("a comma is missing before this", "write a comma between two entries")

    def _key(self) -> Event:
        """Return the event of a key, and go on to its value.

        Raises:
            SyntaxFault: no key stands here, or no colon behind it.
        """
        if self._peek() != '"':
            raise self._fault("a key is a text in double quotes", 'write it as "key": value')
        key = self._text()
        self._skip_space()
        if self._peek() != ":":
            raise self._fault(f'a colon is missing behind the key "{key.value}"', "write a colon")
        self._at += 1
        self._skip_space()
        return key

    # Scalars

    def _scalar(self) -> Event:
        if self._peek() == '"':
            return self._text()
        found = _WORD.match(self._content, self._at)
        word = found[0] if found else ""
        if word not in _WORDS and not _NUMBER.fullmatch(word):
            raise self._no_value(word)
        start, self._at = mark(self._at), self._at + len(word)
        # An empty plain scalar is what YAML has for null.
        value = "" if word == _NOTHING else word
        return scalar(value, start, mark(self._at), None)

    def _text(self) -> Event:
        start = self._at
        found = _STRING.match(self._content, start)
        if found is None or not found["closed"]:
            raise self._no_text(start if found is None else found.end())
        self._at = found.end()
        value: str = json.loads(found[0]) if "\\" in found[0] else found[0][1:-1]
        return scalar(value, mark(start), mark(self._at), '"')

    # Where the text is

    def _peek(self) -> str:
        """Return the character that comes next; nothing at the end."""
        return self._content[self._at : self._at + 1]

    def _skip_space(self) -> None:
        found = _SPACE.match(self._content, self._at)
        self._at = found.end() if found else self._at

    # What is wrong with it

    def _fault(self, message: str, hint: str = "compare the brackets") -> SyntaxFault:
        """Return the fault that a text has here; at its end, that of the bracket left open."""
        if self._at == len(self._content) and self._open:
            opened = self._open[-1]
            bracket = self._content[opened]
            hint = f"close it with {_CLOSING[bracket]}"
            return SyntaxFault(opened, f"a {bracket} is opened here and not closed", hint)
        character = self._peek()
        if character in ("#", "/"):
            hint = "say it under note or extras, or keep the map as YAML"
            return SyntaxFault(self._at, "JSON has no comments", hint)
        return SyntaxFault(self._at, message, hint)

    def _no_value(self, word: str) -> SyntaxFault:
        """Return why no value stands here."""
        if word.lower() in _WORDS:
            return self._fault(f"JSON knows no {word}", f"write {word.lower()}")
        if word in ("None", "undefined"):
            return self._fault(f"JSON knows no {word}", "write null, or leave the entry out")
        if word.lstrip("+-").lower() in ("nan", "inf", "infinity"):
            return self._fault(f"JSON has no number {word}", "leave the entry out")
        if word[:1].isdigit() or word[:1] in ("+", "-", "."):
            message = f'"{word}" is no number that JSON knows'
            return self._fault(message, "write it as 0.5, -1 or 1e3, or as a text in double quotes")
        if self._peek() in ("]", "}", ",", ":"):
            return self._fault(f"a value is missing before {self._peek()}", "write it")
        return self._fault("a text stands in double quotes", f'write "{word}"' if word else _QUOTES)

    def _no_text(self, offset: int) -> SyntaxFault:
        """Return why the text that begins here ends at an offset without its second quote."""
        character = self._content[offset : offset + 1]
        if not character:
            return SyntaxFault(self._at, "a quote is opened here and not closed", "close the quote")
        if character == "\\":
            escape = self._content[offset : offset + 2]
            hint = r"a backslash is written \\, a character by its number like \u00e9"
            return SyntaxFault(offset, f"{escape} stands for nothing", hint)
        name, written = _SPELLED.get(character, _SPELLED["\0"])
        hint = f"write {written}, or close the quote before it"
        return SyntaxFault(offset, f"{name} cannot stand in a text as it is", hint)
