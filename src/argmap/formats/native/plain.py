r"""Plain statements: read as they stand, line by line, without a YAML parser.

A parser makes objects of every key, every value and every end, which costs more than all else in
reading. Most statements of a large map are lines of a few forms, indented as argmap writes them:

      ID:
        KIND: TEXT
        KEY: TEXT
        KEY:
          - TEXT

A `TEXT` stands on one line, begins with no space and no indicator of YAML, ends with no space, and
holds no tab, no `#`, and a colon only directly before a sign that is neither space nor colon: every
parser takes it as it is. Empty lines and lines of comment may stand between. What is not of this
form, or says something that would be reported, is not plain, and is left to the parser.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeAlias

from yaml import Mark
from yaml.events import ScalarEvent

from argmap.errors import InvalidValue
from argmap.formats.native import anchors, statements, steps
from argmap.formats.native.cursor import Cursor
from argmap.model import Kind, Premise, Statement
from argmap.model.checks import ID
from argmap.text import Span

#: A named tuple's own `__new__` is written in Python and takes half as long again.
new_span = tuple.__new__
#: Reads an entry; None where it is not plain.
Read: TypeAlias = Callable[[Cursor, "re.Match[str]", Kind], object]

#: Empty lines and lines of comment.
PASSED_OVER = r"(?: *+(?:#[^\n]*+)?\n)*+"
_TEXT = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`][^:#\t\n]*+(?::[^\s:#][^:#\t\n]*+)*+(?<! )"
# The entries that most statements have are matched along with the beginning where they stand in the
# order in which argmap writes them: one match for five lines saves a seventh of the time.
_BEGINNING = re.compile(
    rf"  ([A-Za-z][A-Za-z0-9_-]{{0,999}}+):\n{PASSED_OVER}"
    rf"    ({'|'.join(kind.value for kind in Kind)}): ({_TEXT})\n{PASSED_OVER}"
    rf"(?:    label: ({_TEXT})\n)?(?:    type: ([a-z]++)\n)?(?:    at: ({_TEXT})\n)?{PASSED_OVER}"
)
_ENTRY = re.compile(rf"    ([a-z-]++):(?: ({_TEXT})|((?:\n      - {_TEXT})++))\n{PASSED_OVER}")
_DASH = "\n      - "


class _NotPlain(Exception):
    """A signal inside this module: the statement is left to the parser."""


def statement(cursor: Cursor, at: int) -> tuple[Statement, int] | None:
    """Return the statement that begins at an offset, and the offset behind it.

    None where the statement is not plain. It is counted among the elements that were read.
    """
    text = cursor.text
    found = _BEGINNING.match(text.content, at)
    if found is None:
        return None
    name, word, said = found.groups()[:3]
    kind = statements.KINDS[word]
    try:
        values, at = _values(cursor, found, kind)
    except (_NotPlain, InvalidValue):
        return None
    cursor.elements += 1
    for key in _STEPS:
        if key in values:
            cursor.elements += len(values[key])
    values["span"] = new_span(Span, (text, *found.span(1)))
    values["text_span"] = new_span(Span, (text, *found.span(3)))
    return statements.new_statement(id=name, kind=kind, text=said, **values), at


def _values(cursor: Cursor, found: re.Match[str], kind: Kind) -> tuple[dict[str, Any], int]:
    """Return what is said about a statement beside its text, and the offset behind it.

    Raises:
        _NotPlain: some of it is not plain, or said twice.
        InvalidValue: an anchor is none.
    """
    content = cursor.text.content
    values = _common(cursor, found, kind)
    at = found.end()
    while (entry := _ENTRY.match(content, at)) is not None:
        attribute, read = _READERS.get(entry[1], _NOTHING)
        value = None if attribute in values else read(cursor, entry, kind)
        if value is None:
            raise _NotPlain
        values[attribute] = value
        at = entry.end()
    if content.startswith("   ", at):
        raise _NotPlain  # there is more of it
    return values, at


def _common(cursor: Cursor, found: re.Match[str], kind: Kind) -> dict[str, Any]:
    """Return label, type and anchor where they stand behind the text.

    Raises:
        _NotPlain: the type is no word for one.
        InvalidValue: the anchor is none.
    """
    values: dict[str, Any] = {}
    label, word, anchor = found.groups()[3:]
    if label is not None:
        values["label"] = label
    if word is not None:
        values["type"] = statements.types_of(kind).get(word)
        if values["type"] is None:
            raise _NotPlain
    if anchor is not None:
        span = new_span(Span, (cursor.text, *found.span(6)))
        values["anchors"] = (anchors.in_line(cursor, anchor, span),)
    return values


def _lines(cursor: Cursor, entry: re.Match[str]) -> list[tuple[str, Span]]:
    """Return the texts of an entry, and where each stands."""
    text = cursor.text
    _, only, several = entry.groups()
    if several is None:
        return [(only, new_span(Span, (text, *entry.span(2))))]
    found = []
    start = entry.start(3)
    for line in several.split(_DASH)[1:]:
        start += len(_DASH)
        end = start + len(line)
        found.append((line, new_span(Span, (text, start, end))))
        start = end
    return found


def _anchors(cursor: Cursor, entry: re.Match[str], _: Kind) -> object:
    return tuple(anchors.in_line(cursor, line, span) for line, span in _lines(cursor, entry))


def _steps(made: Callable[..., Any]) -> Read:
    """Return a reader of steps that are ids, or ids joined by `+`."""

    def read(cursor: Cursor, entry: re.Match[str], _: Kind) -> object:
        found = []
        for line, span in _lines(cursor, entry):
            premises = (
                (steps.new_premise(statement=line, span=span),)
                if ID.fullmatch(line)
                else _joined(cursor, line, span.start)
            )
            if premises is None:
                raise _NotPlain
            found.append(made(premises=premises, linked=len(premises) > 1, span=span))
        return tuple(found)

    return read


def _joined(cursor: Cursor, line: str, start: int) -> tuple[Premise, ...] | None:
    found: dict[str, Premise] = {}
    parts = line.split("+")
    for part in parts:
        name = part.strip()
        if not ID.fullmatch(name):
            return None
        begin = start + part.index(name)
        span = new_span(Span, (cursor.text, begin, begin + len(name)))
        found[name] = steps.new_premise(statement=name, span=span)
        start += len(part) + 1
    return tuple(found.values()) if len(found) == len(parts) > 1 else None


def _type(_: Cursor, entry: re.Match[str], kind: Kind) -> object:
    return statements.types_of(kind).get(entry[2])


def _text(_: Cursor, entry: re.Match[str], __: Kind) -> object:
    return entry[2]


def _rarer(key: str) -> Read:
    """Return a reader that asks the ordinary one."""
    read_event = statements.STATEMENT_KEYS[key][1]

    def read(cursor: Cursor, entry: re.Match[str], _: Kind) -> object:
        line = entry[2]
        if line is None:
            return None
        start, end = (Mark("", offset, 0, 0, None, 0) for offset in entry.span(2))
        return read_event(cursor, ScalarEvent(None, None, (True, False), line, start, end))

    return read


def _nothing(*_: object) -> None:
    """Return that an entry is not plain."""


_NOTHING: tuple[str, Read] = ("", _nothing)
_STEPS = ("because", "against", "despite")
_RARER = (
    *("section", "certainty", "standard", "by", "status", "given"),
    *("questioned", "strength", "tags", "aliases"),
)
_READERS: dict[str, tuple[str, Read]] = {
    "type": ("type", _type),
    "label": ("label", _text),
    "note": ("note", _text),
    "at": ("anchors", _anchors),
    "because": ("because", _steps(steps.new_support)),
    "against": ("against", _steps(steps.new_attack)),
    "despite": ("despite", _steps(steps.new_attack)),
    **{key: (statements.STATEMENT_KEYS[key][0], _rarer(key)) for key in _RARER},
}
