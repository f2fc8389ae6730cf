"""What other programs load of a map file: YAML 1.2 with the core schema, as JSON values.

`load` is written from the tables of the YAML 1.2.2 specification, chapter 10.3.2, not from the
reader. A key is the text that is written: objects of JSON have no other keys.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    MappingStartEvent,
    ScalarEvent,
    StreamEndEvent,
)

_CORE: list[tuple[str, Any]] = [
    (r"null|Null|NULL|~|", lambda _: None),
    (r"true|True|TRUE", lambda _: True),
    (r"false|False|FALSE", lambda _: False),
    (r"[-+]?[0-9]+", lambda text: int(text) if len(text) <= 4000 else math.inf),
    (r"0o[0-7]+|0x[0-9a-fA-F]+", lambda text: int(text, 0)),
    (r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", float),
    (r"\+?\.(inf|Inf|INF)", lambda _: math.inf),
    (r"-\.(inf|Inf|INF)", lambda _: -math.inf),
    (r"\.(nan|NaN|NAN)", lambda _: math.nan),
]


class NotJson(ValueError):
    """The text is YAML, and no JSON value."""


def load(content: str) -> Any:
    """Return what a text holds; of two entries with one key the first, as the reader does.

    Raises:
        yaml.YAMLError: the text is not YAML.
        NotJson: it has aliases, halves of characters, keys that are no scalars, or not exactly one
            document.
    """
    if any("\ud800" <= character <= "\udfff" for character in content):
        raise NotJson("the text has halves of characters")
    events = yaml.parse(content, Loader=yaml.CBaseLoader)
    next(events)  # the stream begins
    if isinstance(next(events), StreamEndEvent):
        raise NotJson("the text holds no document")
    value = _value(next(events), events)
    next(events)  # the document ends
    if not isinstance(next(events), StreamEndEvent):
        raise NotJson("the text holds two documents")
    return value


def _value(event: Any, events: Iterator[Any]) -> Any:
    if isinstance(event, ScalarEvent):
        return event.value if event.style else plain(event.value)
    if isinstance(event, AliasEvent):
        raise NotJson("the text has aliases")
    items: list[Any] = []
    is_mapping = isinstance(event, MappingStartEvent)
    while not isinstance(inner := next(events), CollectionEndEvent):
        if is_mapping and len(items) % 2 == 0:
            if not isinstance(inner, ScalarEvent):
                raise NotJson("a key is no scalar")
            items.append(inner.value)
        else:
            items.append(_value(inner, events))
    return dict(zip(items[-2::-2], items[::-2], strict=True)) if is_mapping else items


def plain(text: str) -> Any:
    """Return what a plain scalar stands for in the core schema."""
    for pattern, made in _CORE:
        if re.fullmatch(pattern, text):
            return made(text)
    return text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("~", None),
        ("null", None),
        ("NULL", None),
        ("", None),
        ("nULL", "nULL"),
        ("True", True),
        ("yes", "yes"),
        ("off", "off"),
        ("0", 0),
        ("-19", -19),
        ("0o7", 7),
        ("0x3A", 58),
        ("0b1", "0b1"),
        ("1_000", "1_000"),
        ("2025-05-08", "2025-05-08"),
        ("12:30", "12:30"),
        ("0.", 0.0),
        (".5", 0.5),
        ("+12e03", 12000.0),
        ("-2E+05", -200000.0),
        ("-.INF", -math.inf),
        ("+.inf", math.inf),
        ("'1'", "1"),
        ('"true"', "true"),
    ],
)
def test_scalars_are_loaded_as_the_core_schema_says(written: str, meant: object) -> None:
    found = load(f"[{written}, ]" if written else "[{a: }]")
    assert found == ([meant] if written else [{"a": meant}])
    assert [type(one) for one in found] == [type(meant) if written else dict]


def test_keys_are_what_is_written() -> None:
    assert load("{null: 1, 2: 2, true: 3, 2: 4}") == {"null": 1, "2": 2, "true": 3}
    assert math.isnan(load(".nan"))


@pytest.mark.parametrize("written", ["", "[&a x, *a]", "{[a]: b}", "a\n---\nb\n", "\ud800"])
def test_what_json_cannot_hold_is_refused(written: str) -> None:
    with pytest.raises(NotJson):
        load(written)
