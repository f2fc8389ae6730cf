"""What frozen values have in common: equality, hash and representation by their fields.

attrs writes these three methods anew for each class, as source that Python then compiles. For the
classes that `argmap check` loads, that took as long as reading and checking a small map. Here they
are written once, and ask each class for its fields when they are first wanted.

A `NamedTuple` is source that is compiled as well. A `Record` is for the small results inside, of
which a command loads dozens of classes and makes few values.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import ClassVar, dataclass_transform

from attrs import fields


class Value:
    """The base of frozen attrs classes that are declared with `eq=False, repr=False`.

    Two values are equal if they are of one class and so are their fields, save those with
    `eq=False`. The hash agrees with that; the representation is a constructor call that leaves out
    fields with `repr=False`.

    >>> from attrs import frozen
    >>> @frozen(eq=False, repr=False)
    ... class Harbour(Value):
    ...     name: str
    >>> Harbour("north"), Harbour("north") == Harbour("north")
    (Harbour(name='north'), True)
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        """Return whether the other is of the same class and has equal fields."""
        if other.__class__ is not self.__class__:
            return NotImplemented
        cls: type = self.__class__
        compared = _compared(cls)
        return bool(compared(self) == compared(other))

    def __hash__(self) -> int:
        """Return a hash that agrees with equality."""
        cls: type = self.__class__
        return hash((cls, _compared(cls)(self)))

    def __repr__(self) -> str:
        """Return a constructor call."""
        cls: type = self.__class__
        shown = [f"{name}={getattr(self, name)!r}" for name in _shown(cls)]
        return f"{cls.__qualname__.rsplit('>.', 1)[-1]}({', '.join(shown)})"


@cache
def _compared(cls: type) -> Callable[[object], object]:
    """Return a function that gives back the fields of a value that count for equality."""
    return attrgetter(*[field.name for field in fields(cls) if field.eq])


@cache
def _shown(cls: type) -> tuple[str, ...]:
    """Return the names of the fields that a representation shows."""
    return tuple([field.name for field in fields(cls) if field.repr])


@dataclass_transform(frozen_default=True)
class Record:
    """The base of classes that are nothing but named values; a class body declares their names.

    Nothing is checked while it runs: type checkers see to it that fields are given and not set.

    >>> class Berth(Record):
    ...     quay: str
    ...     metres: int = 40
    >>> Berth("north"), Berth("north") == Berth("north", metres=40)
    (Berth(quay='north', metres=40), True)
    """

    _names: ClassVar[tuple[str, ...]]

    def __init_subclass__(cls) -> None:
        """Remember the names of the fields."""
        cls._names = tuple(cls.__annotations__)

    def __init__(self, *values: object, **named: object) -> None:
        self.__dict__.update(zip(self._names, values, strict=False), **named)

    def __eq__(self, other: object) -> bool:
        """Return whether the other is of the same class and has equal fields."""
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        """Return a hash that agrees with equality."""
        return hash((self.__class__, *self._values()))

    def __repr__(self) -> str:
        """Return a constructor call."""
        shown = [f"{name}={getattr(self, name)!r}" for name in self._names]
        return f"{self.__class__.__qualname__.rsplit('>.', 1)[-1]}({', '.join(shown)})"

    def _values(self) -> tuple[object, ...]:
        return tuple([getattr(self, name) for name in self._names])
