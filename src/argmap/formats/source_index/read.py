"""Reading the index of a source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from attrs import fields, frozen
from yaml.events import MappingStartEvent, ScalarEvent, SequenceStartEvent, StreamEndEvent

from argmap.diagnostics import Diagnostic
from argmap.errors import InvalidValue
from argmap.formats.native import anchors, header, values
from argmap.formats.native import faults as faults_of_maps
from argmap.formats.native.cursor import Cursor, EndOfReading, Event
from argmap.formats.native.read import checked
from argmap.formats.reading import Limits
from argmap.formats.source_index import faults
from argmap.model.collector import collector_paused
from argmap.model.source import Bibliography
from argmap.sources import quantity
from argmap.sources.kinds import PieceKind
from argmap.sources.lines import Layout
from argmap.sources.source_index import HASH, SHA256, IndexedPiece, SourceIndex, problems
from argmap.sources.wording import parse_mark
from argmap.text import Span, Text
from argmap.values import Value

#: The version of the format; another normal form or other sentences would be another.
VERSION = "1"
_ANEW = "make it anew: argmap source index TEXT -o NAME.source.yaml"
_STRETCH = re.compile(r"(0|[1-9][0-9]{0,9})\+([1-9][0-9]{0,9})")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,9}")


@frozen(eq=False, repr=False)
class IndexReading(Value):
    """What was read of an index, and what is wrong with it."""

    #: None where there is an error.
    index: SourceIndex | None
    #: In the order of their places.
    diagnostics: tuple[Diagnostic, ...]


def read(text: Text, *, limits: Limits | None = None) -> IndexReading:
    r"""Return the index that a text holds, and what is wrong with it.

    Never raises on content. Linear in the size of the text.

    >>> reading = read(Text("leaflet.source.yaml", "argmap-source: 1\n"))
    >>> [str(finding) for finding in reading.diagnostics][0]
    'leaflet.source.yaml:1:1: AM015 characters is missing'
    """
    cursor = Cursor(text, limits or Limits(), None)
    index = None
    with collector_paused():
        try:
            cursor.open(checked(cursor))
            index = _document(cursor)
        except EndOfReading:
            pass  # the cursor holds the finding that says why
    found = sorted((*cursor.found, *cursor.omitted()), key=lambda finding: finding.sort_key)
    return IndexReading(index, tuple(found))


def _document(cursor: Cursor) -> SourceIndex | None:
    cursor.next()  # the stream begins
    event = cursor.next()
    root: Event = event if event.__class__ is StreamEndEvent else cursor.next()
    if root.__class__ is not MappingStartEvent:
        at = Span(cursor.text, 0, 0)
        cursor.stop(faults.NOT_AN_INDEX, at, "the file holds no index of a source")
    found = values.record(cursor, root, _KEYS, "the index of a source")
    cursor.next()  # the document ends
    behind = cursor.next()
    if behind.__class__ is not StreamEndEvent:
        start = cursor.start(behind)
        at = Span(cursor.text, start, min(start + 3, len(cursor.text.content)))
        cursor.stop(faults.NOT_AN_INDEX, at, "a second document begins here; an index is one")
    return _built(cursor, cursor.span(root), found)


def _built(cursor: Cursor, span: Span, found: dict[str, Any]) -> SourceIndex | None:
    """Return the index of what was read, if nothing was wrong with it."""
    if not cursor.reported and "version" not in found:
        hint = f"it begins with: argmap-source: {VERSION}"
        cursor.report(faults.NOT_AN_INDEX, span, "argmap-source is missing", hint=hint)
    _require(cursor, span, found, _REQUIRED)
    if cursor.reported:
        return None
    for problem in problems(found["pieces"], found["characters"]):
        at = found["pieces"][problem.piece].span
        cursor.report(faults.BROKEN_INDEX, at, problem.message, hint=_ANEW)
    if cursor.reported:
        return None
    about = Bibliography(**{key: found[key] for key in _ABOUT if key in found})
    return SourceIndex(about=about, **{key: found[key] for key in _REQUIRED})


def _require(cursor: Cursor, span: Span, found: dict[str, Any], names: Iterable[str]) -> None:
    """Report which keys are missing, unless something is wrong already: they may be misspelt."""
    missing = [] if cursor.reported else [name for name in names if name not in found]
    for name in missing:
        cursor.report(faults_of_maps.MISSING_KEY, span, f"{name} is missing", hint=_ANEW)


def _version(cursor: Cursor, event: Event) -> str | None:
    if event.__class__ is not ScalarEvent or event.value != VERSION:
        cursor.report(
            faults.NOT_AN_INDEX,
            cursor.span(event),
            f"this version of argmap reads indexes of version {VERSION}",
            hint=_ANEW,
        )
        cursor.skip(event)
        return None
    return VERSION


def _number(cursor: Cursor, event: Event) -> int | None:
    value = values.matching(_NUMBER, "a whole number")(cursor, event)
    return None if value is None else int(value)


def _stretch(cursor: Cursor, event: Event) -> tuple[int, int] | None:
    what = "where a piece begins and how long it is, such as 120+45"
    value = values.matching(_STRETCH, what)(cursor, event)
    if value is None:
        return None
    offset, length = value.split("+")
    return int(offset), int(length)


def _list(cursor: Cursor, event: Event) -> tuple[IndexedPiece, ...]:
    if event.__class__ is not SequenceStartEvent:
        values.wrong_type(cursor, event, "pieces is a list", "of a mapping for each piece")
        return ()
    return tuple(
        piece for item in cursor.items(event) if (piece := _piece(cursor, item)) is not None
    )


def _piece(cursor: Cursor, event: Event) -> IndexedPiece | None:
    span, reported = cursor.span(event), cursor.reported
    found = values.record(cursor, event, _PIECE_KEYS, "a piece of an index")
    _require(cursor, span, found, ("words", "at"))
    if cursor.reported > reported:
        return None
    offset, length = found.pop("at")
    return IndexedPiece(offset=offset, length=length, span=span, **found)


def _spelled(parse: Callable[[str], object], what: str) -> values.Read:
    """Return a reader of what an index spells in a way of its own."""

    def read(cursor: Cursor, event: Event) -> object:
        value = values.scalar(cursor, event, "the value")
        try:
            return None if value is None else parse(value)
        except InvalidValue:
            values.bad_value(cursor, event, what)
            return None

    return read


_NUMBER_OF_TEXT = _spelled(quantity.parse, "a number as an index spells it, such as 66e9 USD")
_MARK = _spelled(parse_mark, "a hedge or negation as an index spells it, such as may @1.0")
_HASH = values.matching(HASH, "a fingerprint of 16 hexadecimal digits")
_PIECE_KEYS: values.Keys = {
    "kind": ("kind", values.word(PieceKind)),
    "place": ("place", anchors.place),
    "words": ("words", _number),
    "at": ("at", _stretch),
    "hash": ("hash", _HASH),
    "pairs": ("pairs", _HASH),
    "numbers": ("numbers", values.several(_NUMBER_OF_TEXT)),
    "hedges": ("hedges", values.several(_MARK)),
    "negations": ("negations", values.several(_MARK)),
}
_REQUIRED = ("sha256", "characters", "layout", "pieces")
_ABOUT = tuple(attribute.name for attribute in fields(Bibliography))
_KEYS: values.Keys = {
    "argmap-source": ("version", _version),
    **{key: header.SOURCE_KEYS[key] for key in _ABOUT},
    "sha256": ("sha256", values.matching(SHA256, "a SHA-256 of 64 hexadecimal digits")),
    "characters": ("characters", _number),
    "layout": ("layout", values.word(Layout)),
    "pieces": ("pieces", _list),
}
