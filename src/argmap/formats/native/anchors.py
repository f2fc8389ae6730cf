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
from typing import Any

from yaml.events import MappingStartEvent, ScalarEvent, SequenceStartEvent

from argmap.errors import InvalidValue
from argmap.formats.native import faults, syntax, values
from argmap.formats.native.cursor import Cursor, Event
from argmap.model import Anchor, Place, Qualifier, Speaker
from argmap.model.checks import ID
from argmap.model.unchecked import unchecked
from argmap.text import Span

_made: Callable[..., Anchor] = unchecked(Anchor)
_SHAPE = re.compile(r"(?P<body>[^\"]*?)(?:\s+\"(?P<quote>.*)\")?\s*", re.DOTALL)
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
    span = Span(cursor.text, first.start_mark.index, last.end_mark.index)
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
    found = _SHAPE.fullmatch(f" {written.strip()}")
    if found is None:
        _refuse(cursor, event, "a quote is opened and not closed, or stands before the place")
        return None
    return _parsed(cursor, event, found["body"].strip(), found["quote"])


def _parsed(cursor: Cursor, event: Event, body: str, quote: str | None) -> Anchor | None:
    """Return the anchor that place or source (`body`) and quote make."""
    if not body:
        _refuse(cursor, event, "a quote never stands alone: name its place or its source")
        return None
    if quote is not None and not quote.strip():
        _refuse(cursor, event, "the quote is empty")
        return None
    if _LIKE_A_PLACE.match(body):
        place = _place(cursor, event, body)
        if place is None:
            return None
        return _made(where=place, quote=quote, span=cursor.span(event))
    return _with_source(cursor, event, body, quote)


def _with_source(cursor: Cursor, event: Event, body: str, quote: str | None) -> Anchor | None:
    via = None
    found = _VIA.fullmatch(body)
    if found is not None:
        body = found["head"]
        via = _place(cursor, event, found["via"])
        if via is None:
            return None
    source, _, words = body.partition(" ")
    if not ID.fullmatch(source) or source == "via":
        _refuse(cursor, event, f'"{source}" is neither a place nor the id of a source')
        return None
    return _made(
        source=source,
        where=_words(cursor, event, words.strip()),
        quote=quote,
        via=via,
        span=cursor.span(event),
    )


def _words(cursor: Cursor, event: Event, written: str) -> Place | str | None:
    """Return the place that words name, the words if they name none."""
    if not written:
        return None
    return _place(cursor, event, written) if _LIKE_A_PLACE.match(written) else written


def _place(cursor: Cursor, event: Event, written: str) -> Place | None:
    known = cursor.places.get(written)
    if known is not None:
        return known
    try:
        place = cursor.places[written] = Place.parse(written)
    except InvalidValue as error:
        _refuse(cursor, event, str(error))
        return None
    return place


def _refuse(cursor: Cursor, event: Event, message: str) -> None:
    cursor.report(
        faults.BAD_ANCHOR,
        cursor.span(event),
        message,
        hint='an anchor is written like p3.2, survey, survey p3 or survey via p2.2 "its words"',
    )


def place(cursor: Cursor, event: Event) -> Place | None:
    """Return a place."""
    written = values.scalar(cursor, event, "a place")
    return None if written is None else _place(cursor, event, written.strip())


def _where(cursor: Cursor, event: Event) -> Place | str | None:
    written = values.text(cursor, event)
    return None if written is None else _words(cursor, event, written.strip())


_ANCHOR_KEYS: values.Keys = {
    "source": ("source", values.identifier),
    "where": ("where", _where),
    "quote": ("quote", values.text),
    "prefix": ("prefix", values.text),
    "suffix": ("suffix", values.text),
    "via": ("via", place),
}


def _anchor_of_mapping(cursor: Cursor, event: Event) -> Anchor | None:
    start = event.start_mark.index
    found = values.record(cursor, event, _ANCHOR_KEYS, "an anchor")
    span = cursor.span_to_here(start)
    try:
        return Anchor(**found, span=span)
    except InvalidValue as error:
        cursor.report(faults.BAD_ANCHOR, span, str(error))
        return None


def check_text_is_named(cursor: Cursor, anchor: Anchor) -> None:
    """Report a place without a source; to be called where the map names no text."""
    if anchor.source is None:
        message, hint = _NO_TEXT
        cursor.report(faults.BAD_ANCHOR, anchor.span, message, hint=hint)


_SPEAKER_KEYS: values.Keys = {
    "speaker": ("name", values.text),
    "force": ("force", values.text),
    "at": ("anchors", anchors),
}


def _speaker(cursor: Cursor, event: Event) -> Speaker | None:
    if event.__class__ is not MappingStartEvent:
        name = values.text(cursor, event)
        return None if name is None else Speaker(name, span=cursor.span(event))
    found = _record(cursor, event, _SPEAKER_KEYS, "speaker")
    return None if found is None else Speaker(**found)


#: Reads one speaker or a list.
speakers = values.several(_speaker)

_QUALIFIER_KEYS: values.Keys = {
    "term": ("term", values.text),
    "as": ("as_written", values.text),
    "confidence": ("confidence", values.text),
}


def qualifier(cursor: Cursor, event: Event) -> Qualifier | None:
    """Return how certain something is said to be: a word, or a mapping with `term`."""
    if event.__class__ is not MappingStartEvent:
        term = values.text(cursor, event)
        return None if term is None else Qualifier(term, span=cursor.span(event))
    found = _record(cursor, event, _QUALIFIER_KEYS, "term")
    return None if found is None else Qualifier(**found)


def _record(cursor: Cursor, event: Event, keys: values.Keys, needed: str) -> dict[str, Any] | None:
    """Return the values of a mapping, its place among them, if it has the key that is needed."""
    start = event.start_mark.index
    found = values.record(cursor, event, keys, f"a mapping with {needed}")
    span = cursor.span_to_here(start)
    if keys[needed][0] in found:
        return {**found, "span": span}
    cursor.report(faults.MISSING_KEY, span, f"{needed} is missing")
    return None
