"""Reading anchors, places, speakers and qualifiers.

An anchor in one line:

    anchor  = place [quote] | source [words] ["via" place] [quote]
    place   = "p3" | "p3.2" | "p3.2-4" | "p3.2-p4.1" | "p6-8"
    words   = a place, or other words, which are shown and not resolved
    quote   = from the first ` "` to the last `"`
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar

from yaml.events import MappingStartEvent, ScalarEvent, SequenceStartEvent

from argmap.errors import InvalidValue
from argmap.formats.native import faults, syntax, values
from argmap.formats.native.cursor import Cursor, Event
from argmap.model import Anchor, Place, Qualifier, Speaker
from argmap.model.checks import ID
from argmap.model.unchecked import unchecked
from argmap.text import Span

Found = TypeVar("Found")

_made: Callable[..., Anchor] = unchecked(Anchor)
_VIA = re.compile(r"(?P<head>.*\S)\s+via\s+(?P<via>\S+)", re.DOTALL)
_LIKE_A_PLACE = re.compile(r"p[0-9]")
_NO_TEXT = (
    "a place without a source is a place in the text of the map, and the map names none",
    "name the source before the place, or name the text: `text: SOURCE`",
)


def anchors(cursor: Cursor, event: Event) -> tuple[Anchor, ...]:
    """Return the anchors of `at`: one, or a list."""
    if event.__class__ is not SequenceStartEvent:
        return _only(_anchor(cursor, event))
    found: list[Anchor] = []
    open_quote: Event = None
    for item in cursor.items(event):
        plain = item.__class__ is ScalarEvent and not item.style
        odd = plain and item.value.count('"') % 2 == 1
        if open_quote is not None:
            if odd:
                _report_split_quote(cursor, open_quote, item)
                open_quote = None
            continue
        if odd and event.flow_style:
            open_quote = item
        else:
            found.extend(_only(_anchor(cursor, item)))
    if open_quote is not None:
        _report_split_quote(cursor, open_quote, open_quote)
    return tuple(found)


def _report_split_quote(cursor: Cursor, first: Event, last: Event) -> None:
    span = Span(cursor.text, cursor.start(first), cursor.end(last))
    cursor.report(
        faults.SPLIT_BY_COMMA,
        span,
        "YAML ends a value at a comma inside [ ], also within a quote",
        hint=f"write the anchor in single quotes: {syntax.quoted(span.excerpt)}",
    )


def _only(anchor: Anchor | None) -> tuple[Anchor, ...]:
    return () if anchor is None else (anchor,)


def _anchor(cursor: Cursor, event: Event) -> Anchor | None:
    if event.__class__ is MappingStartEvent:
        return _anchor_of_mapping(cursor, event)
    written = values.text(cursor, event)
    if written is None:
        return None
    try:
        return in_line(cursor, written, cursor.span(event))
    except InvalidValue as error:
        _refuse(cursor, event, str(error))
        return None


def in_line(cursor: Cursor, written: str, span: Span) -> Anchor:
    """Return the anchor that a line stands for.

    Raises:
        InvalidValue: it stands for none.
    """
    body, quote = _parted(written)
    if _LIKE_A_PLACE.match(body):
        return _made(where=_place(cursor, body), quote=quote, span=span)
    via = None
    found = _VIA.fullmatch(body) if "via" in body else None
    if found is not None:
        body = found["head"]
        via = _place(cursor, found["via"])
    source, _, words = body.partition(" ")
    if not ID.fullmatch(source) or source == "via":
        msg = f'"{source}" is neither a place nor the id of a source'
        raise InvalidValue(msg)
    return _made(
        source=source, where=_words(cursor, words.strip()), quote=quote, via=via, span=span
    )


def _parted(written: str) -> tuple[str, str | None]:
    """Return place or source, and the quote behind it.

    Raises:
        InvalidValue: there is no such place, or no such quote.
    """
    body, quote = written.strip(), None
    if '"' in body:
        body, _, quote = body.partition('"')
        if not quote.endswith('"') or (body and not body[-1].isspace()):
            msg = "a quote is opened and not closed, or stands before the place"
            raise InvalidValue(msg)
        body, quote = body.rstrip(), quote[:-1]
    if not body:
        msg = "a quote never stands alone: name its place or its source"
        raise InvalidValue(msg)
    if quote is not None and not quote.strip():
        msg = "the quote is empty"
        raise InvalidValue(msg)
    return body, quote


def _words(cursor: Cursor, written: str) -> Place | str | None:
    """Return the place that words name, the words if they name none.

    Raises:
        InvalidValue: they look like a place and are none.
    """
    if not written:
        return None
    return _place(cursor, written) if _LIKE_A_PLACE.match(written) else written


def _place(cursor: Cursor, written: str) -> Place:
    known = cursor.places.get(written)
    if known is None:
        known = cursor.places[written] = Place.parse(written)
    return known


def _refuse(cursor: Cursor, event: Event, message: str) -> None:
    cursor.report(
        faults.BAD_ANCHOR,
        cursor.span(event),
        message,
        hint='an anchor is written like p3.2, survey, survey p3 or survey via p2.2 "its words"',
    )


def _tried(
    cursor: Cursor, event: Event, written: str, read: Callable[[Cursor, str], Found]
) -> Found | None:
    """Return what a part of an anchor stands for; report it if it stands for nothing."""
    try:
        return read(cursor, written.strip())
    except InvalidValue as error:
        _refuse(cursor, event, str(error))
        return None


def place(cursor: Cursor, event: Event) -> Place | None:
    """Return a place."""
    written = values.scalar(cursor, event, "a place")
    return None if written is None else _tried(cursor, event, written, _place)


def where(cursor: Cursor, event: Event) -> Place | str | None:
    """Return a place, or other words for where something stands in a source."""
    written = values.text(cursor, event)
    return None if written is None else _tried(cursor, event, written, _words)


ANCHOR_KEYS: values.Keys = {
    "source": ("source", values.identifier),
    "where": ("where", where),
    "quote": ("quote", values.text),
    "prefix": ("prefix", values.text),
    "suffix": ("suffix", values.text),
    "via": ("via", place),
}


def _anchor_of_mapping(cursor: Cursor, event: Event) -> Anchor | None:
    start, before = cursor.start(event), cursor.reported
    found = values.record(cursor, event, ANCHOR_KEYS, "an anchor")
    span = cursor.span_to_here(start)
    try:
        return Anchor(**found, span=span)
    except InvalidValue as error:
        if cursor.reported == before:  # else what is wrong has been said
            cursor.report(faults.BAD_ANCHOR, span, str(error))
        return None


def check_text_is_named(cursor: Cursor, anchor: Anchor) -> None:
    """Report a place without a source; to be called where the map names no text."""
    if anchor.source is None:
        message, hint = _NO_TEXT
        cursor.report(faults.BAD_ANCHOR, anchor.span, message, hint=hint)


SPEAKER_KEYS: values.Keys = {
    "speaker": ("name", values.text),
    "force": ("force", values.text),
    "at": ("anchors", anchors),
}


def _speaker(cursor: Cursor, event: Event) -> Speaker | None:
    if event.__class__ is not MappingStartEvent:
        name = values.text(cursor, event)
        return None if name is None else Speaker(name, span=cursor.span(event))
    found = _record(cursor, event, SPEAKER_KEYS, "speaker")
    return None if found is None else Speaker(**found)


#: Reads one speaker or a list.
speakers = values.several(_speaker)

QUALIFIER_KEYS: values.Keys = {
    "term": ("term", values.text),
    "as": ("as_written", values.text),
    "confidence": ("confidence", values.text),
}


def qualifier(cursor: Cursor, event: Event) -> Qualifier | None:
    """Return how certain something is said to be: a word, or a mapping with `term`."""
    if event.__class__ is not MappingStartEvent:
        term = values.text(cursor, event)
        return None if term is None else Qualifier(term, span=cursor.span(event))
    found = _record(cursor, event, QUALIFIER_KEYS, "term")
    return None if found is None else Qualifier(**found)


def _record(cursor: Cursor, event: Event, keys: values.Keys, needed: str) -> dict[str, Any] | None:
    """Return the values of a mapping, its place among them, if it has the key that is needed."""
    start, before = cursor.start(event), cursor.reported
    found = values.record(cursor, event, keys, f"a mapping with {needed}")
    span = cursor.span_to_here(start)
    if keys[needed][0] in found:
        return {**found, "span": span}
    if cursor.reported == before:  # else what is wrong has been said
        cursor.report(faults.MISSING_KEY, span, f"{needed} is missing")
    return None
