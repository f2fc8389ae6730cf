"""Extensions and acceptance over numbers: each part of what is undecided is solved by itself.

A part of few arguments is searched here; a larger one is given to a SAT solver. Parts of the same
shape are solved once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from attrs import frozen

from argmap.semantics.frameworks import large, small
from argmap.semantics.frameworks.names import Acceptance, Bounds, OutOfTime, Semantics
from argmap.semantics.frameworks.product import Lazy, product
from argmap.semantics.frameworks.reduct import IN, Attackers, Component, Division, divide

#: Parts of up to this many arguments are searched without a SAT solver.
THRESHOLD = 16
# All extensions that are handed out hold no more arguments than this together, save the first.
_ARGUMENTS = 10_000_000
_Shape: TypeAlias = tuple[tuple[int, ...], ...]


@frozen
class Enumeration:
    """Extensions, as ascending arguments, in ascending order if all are there."""

    sets: tuple[tuple[int, ...], ...]
    #: Whether these are all.
    complete: bool
    #: What came first if they are not all.
    why: str | None = None


@frozen
class Statuses:
    """The acceptance of each argument."""

    acceptance: tuple[Acceptance, ...]
    #: Whether there is an extension; None if the time was up before that was known.
    exist: bool | None
    #: What came first if not all is known.
    why: str | None = None


def never() -> bool:
    """Return that the time is not up, where there is no limit."""
    return False


def enumerate_extensions(
    attackers: Attackers,
    semantics: Semantics,
    *,
    most: int | None = None,
    threshold: int = THRESHOLD,
    expired: Callable[[], bool] = never,
    division: Division | None = None,
) -> Enumeration:
    """Return the extensions of a framework.

    Args:
        attackers: for each argument, those that attack it.
        semantics: which sets are wanted.
        most: stop after so many.
        threshold: how many arguments a part may have that is searched without a SAT solver.
        expired: whether the time is up; asked every now and then.
        division: what `divide` returned, where that is known already.

    Returns:
        The extensions.

    Raises:
        SolverMissing: a part has more arguments than `threshold`, and python-sat is not installed.

    >>> enumerate_extensions([[1], [0], [0, 1], [2]], Semantics.PREFERRED).sets
    ((0, 3), (1, 3))
    """
    division = divide(attackers) if division is None else division
    parts = () if semantics is Semantics.GROUNDED else division.components
    known: dict[_Shape, Lazy[frozenset[int]]] = {}
    for part in parts:
        shape = part.attackers
        if shape not in known:
            room = small if len(shape) <= threshold else large
            known[shape] = Lazy(room.sets(shape, semantics, expired))
    found: list[tuple[int, ...]] = []
    held = 0
    try:
        for extension in _assembled(division, parts, known, expired):
            if most is not None and len(found) >= most:
                return Enumeration(tuple(found), False, f"stopped after {most}")
            if found and held > _ARGUMENTS:
                why = f"stopped after {len(found)}, which hold {held} arguments together"
                return Enumeration(tuple(found), False, why)
            held += len(extension)
            found.append(extension)
    except OutOfTime:
        return Enumeration(tuple(found), False, f"out of time after {len(found)}")
    found.sort()
    return Enumeration(tuple(found), True)


def _assembled(
    division: Division,
    parts: Sequence[Component],
    known: Mapping[_Shape, Lazy[frozenset[int]]],
    expired: Callable[[], bool],
) -> Iterator[tuple[int, ...]]:
    """Yield the extensions of the whole, each made of one extension of each part.

    Raises:
        OutOfTime: the time was up before all were made.
    """
    always = [argument for argument, label in enumerate(division.labels) if label == IN]
    for chosen in product([known[part.attackers] for part in parts]):
        if expired():
            raise OutOfTime
        extension = list(always)
        for part, inside in zip(parts, chosen, strict=True):
            extension += [part.members[member] for member in inside]
        extension.sort()
        yield tuple(extension)


def acceptance(
    attackers: Attackers,
    semantics: Semantics,
    *,
    threshold: int = THRESHOLD,
    expired: Callable[[], bool] = never,
    division: Division | None = None,
) -> Statuses:
    """Return in how many extensions each argument is, without listing products of parts.

    Args:
        attackers: for each argument, those that attack it.
        semantics: of which extensions.
        threshold: how many arguments a part may have that is searched without a SAT solver.
        expired: whether the time is up; asked every now and then.
        division: what `divide` returned, where that is known already.

    Returns:
        The acceptance of each argument. If there is no extension, it is NEVER for all.

    Raises:
        SolverMissing: a part has more arguments than `threshold`, and python-sat is not installed.

    >>> [one.value for one in acceptance([[1], [0], [0, 1], [2]], Semantics.PREFERRED).acceptance]
    ['credulous', 'credulous', 'never', 'sceptical']
    """
    division = divide(attackers) if division is None else division
    result = [
        Acceptance.SCEPTICAL if label == IN else Acceptance.NEVER for label in division.labels
    ]
    if semantics is Semantics.GROUNDED:
        return Statuses(tuple(result), True)
    known: dict[_Shape, Bounds | None] = {}
    unknown: list[Component] = []
    for part in sorted(division.components, key=lambda one: len(one.members)):
        shape = part.attackers
        try:
            if shape not in known:
                room = small if len(shape) <= threshold else large
                known[shape] = room.bounds(shape, semantics, expired)
        except OutOfTime:
            unknown.append(part)
            continue
        bounds = known[shape]
        if bounds is None:
            return Statuses((Acceptance.NEVER,) * len(result), False)
        every, some = bounds
        for member in some:
            result[part.members[member]] = Acceptance.CREDULOUS
        for member in every:
            result[part.members[member]] = Acceptance.SCEPTICAL
    if not unknown:
        return Statuses(tuple(result), True)
    return _unfinished(result, unknown, semantics)


def _unfinished(
    result: list[Acceptance], unknown: list[Component], semantics: Semantics
) -> Statuses:
    """Return what is known although the time was up before some parts were solved."""
    if semantics is Semantics.STABLE:  # a part without one would leave the whole without one
        result = [
            Acceptance.NEVER if one is Acceptance.NEVER else Acceptance.UNKNOWN for one in result
        ]
    for part in unknown:
        for member in part.members:
            result[member] = Acceptance.UNKNOWN
    count = sum(one is Acceptance.UNKNOWN for one in result)
    exist = None if semantics is Semantics.STABLE else True
    return Statuses(tuple(result), exist, f"out of time; {count} arguments are unknown")
