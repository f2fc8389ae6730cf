"""Reading single values: texts, ids, words from a list, numbers, dates, JSON data.

Each function gets the cursor and the first event of the value, reports what is wrong, and returns
the value or None.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from typing import Any, TypeVar

from yaml.events import MappingStartEvent, ScalarEvent, SequenceStartEvent

from argmap.errors import InvalidValue
from argmap.formats.native import faults, syntax
from argmap.formats.native.cursor import Cursor, Event
from argmap.model import Data, Json
from argmap.model.checks import ID, is_date, is_reference
from argmap.text import Span, forbidden_characters

Word = TypeVar("Word", bound=Enum)
#: Reads one value.
Read = Callable[[Cursor, Event], Any]
#: Key in the file -> name of the attribute and how to read it.
Keys = Mapping[str, tuple[str, Read]]

# YAML 1.2 core schema.
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_INTEGER = re.compile(r"[-+]?[0-9]{1,4000}")
_OCTAL_OR_HEX = re.compile(r"0o[0-7]{1,4000}|0x[0-9a-fA-F]{1,4000}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
# A comment sign that hardly begins a comment: directly before a letter or a digit.
_SUSPECT_COMMENT = re.compile(r"[ \t]+#(?=[^\W_])")
_COMMENT = re.compile(r"[ \t]+#")


def record(cursor: Cursor, start: Event, keys: Keys, what: str) -> dict[str, Any]:
    """Read a mapping with fixed keys; return the attributes whose values could be read.

    A value that is no mapping, and a key that is not in `keys`, are reported.
    """
    if start.__class__ is not MappingStartEvent:
        wrong_type(cursor, start, f"{what} is a mapping", f"its keys are {_listed(keys)}")
        return {}
    values: dict[str, Any] = {}
    for key, event in cursor.entries(start):
        entry = keys.get(key.value)
        if entry is None:
            unknown_key(cursor, key, keys, what)
            cursor.skip(event)
            continue
        value = entry[1](cursor, event)
        if value is not None:
            values[entry[0]] = value
    return values


def unknown_key(cursor: Cursor, key: Event, keys: Iterable[str], what: str) -> None:
    """Report a key that does not exist."""
    if cursor.counts(faults.UNKNOWN_KEY):
        return
    names = list(keys)
    hint = cursor.suggestion(key.value, names) or f"the keys here are {_listed(names)}"
    cursor.report(
        faults.UNKNOWN_KEY, cursor.span(key), f'{what} has no key "{key.value}"', hint=hint
    )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def wrong_type(cursor: Cursor, event: Event, message: str, hint: str | None = None) -> None:
    """Report a value of a wrong type and consume it."""
    cursor.report(faults.WRONG_TYPE, cursor.span(event), message, hint=hint)
    cursor.skip(event)


def scalar(cursor: Cursor, event: Event, what: str) -> str | None:
    """Return a text that is not empty; spaces around it stay only where it is quoted."""
    if event.__class__ is not ScalarEvent:
        wrong_type(cursor, event, f"{what} is a text")
        return None
    value: str = event.value
    if not value.strip():
        cursor.report(
            faults.EMPTY_TEXT,
            cursor.span(event),
            f"{what} is empty",
            hint="write it, or leave out the key",
        )
        return None
    if event.style == '"':
        return unescaped(cursor, event)
    return value


def unescaped(cursor: Cursor, event: Event) -> str | None:
    """Return the value of a double-quoted text, if its escapes make no forbidden character."""
    value: str = event.value
    bad = next(forbidden_characters(value), None)
    if bad is None and "\r" in value:
        bad = value.index("\r")
    if bad is None:
        return value
    name = f"U+{ord(value[bad]):04X}"
    cursor.report(
        faults.FORBIDDEN_CHARACTER,
        cursor.span(event),
        f"the text holds the character {name}, which no map may hold",
        hint="remove the escape that makes it",
    )
    return None


def text(cursor: Cursor, event: Event) -> str | None:
    """Return a text that a person wrote, after looking for what YAML may have cut off."""
    value = scalar(cursor, event, "the text")
    if value is not None and not event.style:
        check_comment(cursor, event)
    return value


def check_comment(cursor: Cursor, event: Event) -> None:
    """Report a plain text that YAML cut off at what hardly is a comment."""
    content, end = cursor.text.content, cursor.end(event)
    if content[end : end + 1] not in (" ", "\t"):
        return
    open_quote = event.value.count('"') % 2 == 1
    found = (_COMMENT if open_quote else _SUSPECT_COMMENT).match(content, end)
    if found is None:
        return
    stop = content.find("\n", end)
    start = cursor.start(event)
    whole = content[start : stop if stop >= 0 else len(content)].rstrip()
    cursor.report(
        faults.CUT_BY_COMMENT,
        Span(cursor.text, found.end() - 1, start + len(whole)),
        "YAML takes this for a comment and drops it",
        hint=f"write the text in quotes: {syntax.quoted(whole)}",
    )


def identifier(cursor: Cursor, event: Event) -> str | None:
    """Return an id."""
    value = scalar(cursor, event, "an id")
    if value is None or check_id(cursor, value, cursor.span(event)):
        return value
    return None


def check_id(cursor: Cursor, value: str, span: Span, what: str = "id") -> bool:
    """Return whether a text is an id, and report it if it is not."""
    if ID.fullmatch(value):
        return True
    better = re.sub(r"[^A-Za-z0-9_]+", "-", value).strip("-").lower()
    hint = f"such as {better}" if ID.fullmatch(better) else None
    if "," in value:
        hint = f"several ids stand in a list: [{value}]"
    cursor.report(
        faults.BAD_ID,
        span,
        f'"{value}" is no {what}: an id is a letter, then letters, digits, _ and -',
        hint=hint,
    )
    return False


def reference(cursor: Cursor, event: Event) -> str | None:
    """Return the name of an element: an id or a derived id."""
    value = scalar(cursor, event, "the name of an element")
    if value is None or is_reference(value):
        return value
    span = cursor.span(event)
    if re.search("[>!+#]", value):
        cursor.report(
            faults.BAD_ID,
            span,
            f'"{value}" is no derived id',
            hint="a derived id is written like a+b>c, a!c or a#2>c, without spaces",
        )
    else:
        check_id(cursor, value, span)
    return None


def several(read: Read) -> Read:
    """Return a reader of a list whose items are read by `read`; a single value is a list of one."""

    def read_all(cursor: Cursor, event: Event) -> tuple[Any, ...]:
        events = cursor.items(event) if event.__class__ is SequenceStartEvent else (event,)
        values = [read(cursor, item) for item in events]
        return tuple(value for value in values if value is not None)

    return read_all


def word(words: type[Word]) -> Read:
    """Return a reader of one of the words of an enumeration."""
    known = {member.value: member for member in words}

    def read(cursor: Cursor, event: Event) -> Word | None:
        value = scalar(cursor, event, "a word")
        if value is None:
            return None
        return choose(cursor, event, known)

    return read


def choose(cursor: Cursor, event: Event, known: Mapping[str, Word]) -> Word | None:
    """Return what a word stands for; report a word that is not known."""
    found = known.get(event.value) or known.get(event.value.replace("_", "-"))
    if found is None:
        hint = cursor.suggestion(event.value, known) or f"the words are {_listed(known)}"
        cursor.report(
            faults.UNKNOWN_WORD,
            cursor.span(event),
            f'"{event.value}" is not one of the words that can stand here',
            hint=hint,
        )
    return found


def boolean(cursor: Cursor, event: Event) -> bool | None:
    """Return true or false, as YAML 1.2 spells them."""
    value = scalar(cursor, event, "the value")
    if value is None:
        return None
    if value in _TRUE or value in _FALSE:
        return value in _TRUE
    cursor.report(faults.WRONG_TYPE, cursor.span(event), f'"{value}" is neither true nor false')
    return None


def share(cursor: Cursor, event: Event) -> float | None:
    """Return a number from 0 to 1."""
    value = scalar(cursor, event, "a number")
    if value is None:
        return None
    if _FLOAT.fullmatch(value) and 0 <= float(value) <= 1:
        return float(value)
    bad_value(cursor, event, "a number from 0 to 1")
    return None


def date(cursor: Cursor, event: Event) -> str | None:
    """Return a date as it is written: 2025, 2025-05 or 2025-05-08."""
    value = scalar(cursor, event, "a date")
    if value is None or is_date(value):
        return value
    bad_value(cursor, event, "a date such as 2025, 2025-05 or 2025-05-08")
    return None


def matching(pattern: re.Pattern[str], what: str) -> Read:
    """Return a reader of a text of a certain form."""

    def read(cursor: Cursor, event: Event) -> str | None:
        value = scalar(cursor, event, "the value")
        if value is None or pattern.fullmatch(value):
            return value
        bad_value(cursor, event, what)
        return None

    return read


def one_of(values: Iterable[str]) -> Read:
    """Return a reader of one of a few texts."""
    known = frozenset(values)

    def read(cursor: Cursor, event: Event) -> str | None:
        value = scalar(cursor, event, "the value")
        if value is None or value in known:
            return value
        bad_value(cursor, event, f"one of {_listed(known)}")
        return None

    return read


def digit(values: range) -> Read:
    """Return a reader of one of a few digits."""
    known = {str(number): number for number in values}

    def read(cursor: Cursor, event: Event) -> int | None:
        value = scalar(cursor, event, "the value")
        if value is None or value in known:
            return known.get(value or "")
        bad_value(cursor, event, f"a number from {values[0]} to {values[-1]}")
        return None

    return read


def bad_value(cursor: Cursor, event: Event, what: str) -> None:
    """Report a text that is not what it should be."""
    cursor.report(faults.BAD_VALUE, cursor.span(event), f'"{event.value}" is not {what}')


def data(cursor: Cursor, event: Event) -> Data | None:
    """Return a mapping of JSON values; plain scalars are read as YAML 1.2 reads them."""
    if event.__class__ is not MappingStartEvent:
        wrong_type(cursor, event, "data is a mapping of names and values")
        return None
    span = cursor.span(event)
    values = _object(cursor, event)
    try:
        return Data(values)
    except InvalidValue as error:
        cursor.report(faults.TOO_DEEP, span, str(error))
        return None


def _object(cursor: Cursor, start: Event) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, event in cursor.entries(start):
        name = key.value if key.style != '"' else unescaped(cursor, key)
        value = _json(cursor, event)
        if name is not None:
            values[name] = value
    return values


def _json(cursor: Cursor, event: Event) -> object:
    # Nesting is limited to 32 levels, so recursion is bounded.
    if event.__class__ is MappingStartEvent:
        return _object(cursor, event)
    if event.__class__ is SequenceStartEvent:
        return tuple([_json(cursor, item) for item in cursor.items(event)])
    if event.style == '"':
        return unescaped(cursor, event)
    if event.style:
        return str(event.value)
    check_comment(cursor, event)
    return _resolved(cursor, event)


def _resolved(cursor: Cursor, event: Event) -> Json:
    """Return what a plain scalar stands for in the core schema of YAML 1.2."""
    value: str = event.value
    if value in _NULL:
        return None
    if value in _TRUE or value in _FALSE:
        return value in _TRUE
    if _INTEGER.fullmatch(value):
        return int(value)
    if _OCTAL_OR_HEX.fullmatch(value):
        return int(value[2:], 8 if value[1] == "o" else 16)
    return _float_or_text(cursor, event)


def _float_or_text(cursor: Cursor, event: Event) -> float | str | None:
    value: str = event.value
    if not _FLOAT.fullmatch(value) and not _NOT_FINITE.fullmatch(value):
        return value
    number = float(value.replace(".", "", 1)) if _NOT_FINITE.fullmatch(value) else float(value)
    if math.isfinite(number):
        return number
    bad_value(cursor, event, "a number that JSON can hold; put it in quotes as text")
    return None
