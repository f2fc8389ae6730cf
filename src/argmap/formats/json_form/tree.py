"""A cursor over a JSON document that was parsed in one go: swift, and without places.

It gives the native reader's grammar the events it asks for, but makes none that it would only pass
over. Whatever would be reported ends it, for the reading with places to say it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from argmap.diagnostics import Related, RuleInfo
from argmap.formats.json_form.events import mark
from argmap.formats.native.cursor import Cursor, Event
from argmap.text import Span

_NOWHERE = mark(0)
_BEFORE = (StreamStartEvent(_NOWHERE, _NOWHERE), DocumentStartEvent(_NOWHERE, _NOWHERE))
_BEHIND = (DocumentEndEvent(_NOWHERE, _NOWHERE), StreamEndEvent(_NOWHERE, _NOWHERE))
_new_scalar: Any = ScalarEvent.__new__
_new_mapping: Any = MappingStartEvent.__new__
_new_list: Any = SequenceStartEvent.__new__
_MOST_KEYS = 256
_ESCAPE = re.compile(r"\\[ubfr]")
# As plain scalars of YAML; an empty one is null.
_WORDS: dict[object, str] = {None: "", True: "true", False: "false"}


class PlacesNeeded(Exception):
    """A signal inside the reader: something is to be reported, and that needs a place."""


class _Number(str):
    """A number as it is written: no float is rounded, and no integer takes its time."""

    __slots__ = ()


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object, if no key stands in it twice.

    Raises:
        PlacesNeeded: one does.
    """
    found = dict(pairs)
    if len(found) < len(pairs):
        raise PlacesNeeded
    return found


def _no_number(_: str) -> NoReturn:
    """Refuse NaN and Infinity.

    Raises:
        PlacesNeeded: always.
    """
    raise PlacesNeeded


_decode = json.JSONDecoder(
    object_pairs_hook=_object,
    parse_int=_Number,
    parse_float=_Number,
    parse_constant=_no_number,
).decode


def _scalar(value: str, style: str | None) -> Event:
    """Return the event of a scalar with what the grammar looks at, for a third of its price."""
    event: Event = _new_scalar(ScalarEvent)
    event.value = value
    event.style = style
    event.start_mark = event.end_mark = _NOWHERE
    return event


class Tree(Cursor):
    """Events of one text, without places; the events of collections hold what is in them."""

    def open(self, content: str) -> None:
        """Parse the text.

        Raises:
            PlacesNeeded: the text is not JSON, or nested so deeply that `json` cannot parse it.
        """
        # Only an escape can make a character that is to be looked for in each text.
        self._style = '"' if _ESCAPE.search(content) else "'"
        self._keys: dict[str, Event] = {}
        self._depth = 0
        try:
            root = self._event(_decode(content))
        except (ValueError, RecursionError) as error:
            raise PlacesNeeded from error
        self._get_event = iter((*_BEFORE, root, *_BEHIND)).__next__

    def next(self) -> Event:
        """Return the next event; only those outside of collections come this way."""
        return self._get_event()

    def _event(self, value: Any) -> Event:  # noqa: ANN401 - what json returns
        """Return the event of a value."""
        kind = value.__class__
        if kind is str:
            return _scalar(value, self._style)
        event: Event
        if kind is dict:
            event = _new_mapping(MappingStartEvent)
            event.inside = value.items()
        elif kind is list:
            event = _new_list(SequenceStartEvent)
            event.inside = value
        else:
            return _scalar(_WORDS.get(value, value), None)
        event.start_mark = _NOWHERE
        event.flow_style = True
        return event

    def _key(self, name: str) -> Event:
        """Return the event of a key; the keys of records come again and again."""
        event = _scalar(name, self._style)
        if len(self._keys) < _MOST_KEYS:
            self._keys[name] = event
        return event

    def items(self, start: Event) -> Iterator[Event]:
        """Yield the first event of each item of a sequence."""
        self._enter()
        event_of = self._event
        for value in start.inside:
            yield event_of(value)
        self._depth -= 1

    def entries(self, start: Event) -> Iterator[tuple[Event, Event]]:
        """Yield key and first event of the value for each entry of a mapping."""
        self._enter()
        known, key_of, event_of, style = self._keys.get, self._key, self._event, self._style
        for key, value in start.inside:
            yield (
                known(key) or key_of(key),
                _scalar(value, style) if value.__class__ is str else event_of(value),
            )
        self._depth -= 1

    def _enter(self) -> None:
        """Count a level of nesting.

        Raises:
            PlacesNeeded: there are more than the limit.
        """
        self._depth += 1
        if self._depth > self.limits.depth:
            raise PlacesNeeded

    # Places and findings

    def span(self, event: Event) -> None:  # type: ignore[override]  # a map may be without places
        """Return nothing: where a value stands is not known."""

    def span_to_here(self, start: int) -> None:  # type: ignore[override]  # as above
        """Return nothing."""

    def part(self, event: Event, start: int, end: int) -> None:  # type: ignore[override]  # as above
        """Return nothing."""

    def report(
        self,
        rule: RuleInfo,
        span: Span | None,
        message: str,
        *,
        hint: str | None = None,
        related: Iterable[Related] = (),
    ) -> NoReturn:
        """End the reading: what is to be reported needs a place.

        Raises:
            PlacesNeeded: always.
        """
        raise PlacesNeeded
