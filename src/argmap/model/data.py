"""JSON data inside a map: what `data:` and `extras:` hold."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from argmap.errors import InvalidValue
from argmap.text import forbidden_characters

#: A JSON value, frozen: arrays are tuples, objects are `Data`.
Json: TypeAlias = "bool | int | float | str | tuple[Json, ...] | Data | None"


#: Objects and lists inside each other: so deep, and no deeper, so that data fits into a map file.
DEEPEST_DATA = 12


class Data(Mapping[str, Json]):
    """A read-only JSON object. Lists become tuples, objects become `Data`, all the way down.

    Equality looks at types as JSON does (`1`, `1.0` and `true` are three values) and at the order
    of keys, which is the author's.

    >>> data = Data({"n": 1020, "dates": ["2024-10"]})
    >>> data["dates"]
    ('2024-10',)
    >>> data == Data({"n": 1020.0, "dates": ["2024-10"]})
    False
    """

    __slots__ = ("_items",)

    def __init__(self, mapping: Mapping[str, Any] = MappingProxyType({})) -> None:
        """Freeze a mapping.

        Raises:
            InvalidValue: a key is not text, a value is not JSON (NaN and infinity are not), or
                objects and lists are nested more than `DEEPEST_DATA` deep.
        """
        if _too_deep(mapping):
            msg = f"data is nested more than {DEEPEST_DATA} deep"
            raise InvalidValue(msg)
        self._items: dict[str, Json] = {_key(key): freeze(value) for key, value in mapping.items()}

    def __getitem__(self, key: str) -> Json:
        """Return the value of a key."""
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the keys in the author's order."""
        return iter(self._items)

    def __len__(self) -> int:
        """Return the number of keys."""
        return len(self._items)

    def __eq__(self, other: object) -> bool:
        """Return whether keys, order, values and their types are the same."""
        return isinstance(other, Data) and _typed(self) == _typed(other)

    def __hash__(self) -> int:
        """Return a hash that agrees with equality."""
        return hash(_typed(self))

    def __repr__(self) -> str:
        """Return a constructor call."""
        return f"Data({self._items!r})"


#: Asked for first: asking for a mapping takes longer.
_SCALARS = (str, int, float, type(None))


def freeze(value: object) -> Json:
    """Return a JSON value with its lists as tuples and its objects as `Data`.

    Raises:
        InvalidValue: the value is not JSON, or holds text that a map file cannot hold.
    """
    # Most are scalars, and asking for a mapping takes longest.
    if isinstance(value, str):
        return _writable(value)
    if value is None or isinstance(value, (Data, bool, int)):
        return value
    if isinstance(value, (list, tuple)):
        return tuple([freeze(item) for item in value])
    if isinstance(value, float) and math.isfinite(value):
        return value
    if isinstance(value, Mapping):
        return Data(value)
    msg = f"{value!r} is not a JSON value"
    raise InvalidValue(msg)


def _too_deep(value: Mapping[str, object]) -> bool:
    """Return whether a value is nested too deeply, without following it any further than that."""
    level: list[Mapping[str, object] | list[object] | tuple[object, ...]] = [value]
    for _ in range(DEEPEST_DATA):
        inner: list[object] = []
        for container in level:
            inner.extend(container.values() if isinstance(container, Mapping) else container)
        level = [
            one
            for one in inner
            if not isinstance(one, _SCALARS) and isinstance(one, (Mapping, list, tuple))
        ]
        if not level:
            return False
    return True


def _key(key: object) -> str:
    if not isinstance(key, str):
        msg = f"a key must be text, not {key!r}"
        raise InvalidValue(msg)
    return _writable(key)


def _writable(value: str) -> str:
    if "\r" in value or any(True for _ in forbidden_characters(value)):
        msg = f"{value!r} holds a character that a map file cannot hold"
        raise InvalidValue(msg)
    return value


def _typed(value: Json) -> object:
    if isinstance(value, Data):
        return ("object", tuple((key, _typed(item)) for key, item in value.items()))
    if isinstance(value, tuple):
        return ("array", tuple(_typed(item) for item in value))
    return (type(value).__name__, value)
