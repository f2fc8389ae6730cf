"""From names of arguments to numbers, and what is wrong where there is no way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from argmap.errors import InvalidValue, UnknownElement
from argmap.escape import terminal
from argmap.spelling import did_you_mean


def numbered(names: Sequence[str]) -> dict[str, int]:
    """Return the place of each name.

    Raises:
        InvalidValue: one of them is no text, or stands twice.

    >>> numbered(["a", "b"])
    {'a': 0, 'b': 1}
    """
    if not all(issubclass(kind, str) for kind in set(map(type, names))):
        position = [isinstance(name, str) for name in names].index(False) + 1
        msg = f"the name of argument {position} is not a text; give it one"
        raise InvalidValue(msg)
    index = dict(zip(names, range(len(names)), strict=True))
    if len(index) != len(names):  # the index holds the last place of a name
        position = next(n for n, name in enumerate(names) if index[name] != n)
        msg = f'argument "{terminal(names[position])}" stands more than once; name it once'
        raise InvalidValue(msg)
    return index


def once(numbers: Sequence[int]) -> tuple[int, ...]:
    """Return numbers in their order, each once.

    >>> once([2, 1, 2])
    (2, 1)
    """
    if len(numbers) < 2 or len(set(numbers)) == len(numbers):
        return tuple(numbers)
    return tuple(dict.fromkeys(numbers))


def bad_attack(
    pairs: Sequence[Iterable[object]], index: Mapping[str, int]
) -> InvalidValue | UnknownElement:
    """Return the first thing that is wrong with attacks of which some are wrong."""
    faults = (_fault(position, pair, index) for position, pair in enumerate(pairs, 1))
    return next(fault for fault in faults if fault is not None)


def _fault(
    position: int, pair: Iterable[object], index: Mapping[str, int]
) -> InvalidValue | UnknownElement | None:
    try:
        source, target = pair
    except (TypeError, ValueError):
        return InvalidValue(f"attack {position} is not a pair of an attacker and a target")
    for name in (source, target):
        if not isinstance(name, str) or name not in index:
            return UnknownElement(f"attack {position}: {no_argument(name, index)}")
    return None


def no_argument(name: object, index: Mapping[str, int]) -> str:
    """Return a message that there is no such argument, and what may have been meant.

    >>> no_argument("ferri", {"ferry": 0})
    'there is no argument "ferri"; did you mean "ferry"?'
    """
    hint = did_you_mean(str(name), index)
    said = f'there is no argument "{terminal(str(name))}"'
    return f"{said}; {hint}" if hint else said
