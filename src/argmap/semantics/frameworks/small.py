"""The extensions of a small component, and what is in all or some of them, by listing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import reduce
from operator import and_, or_

from argmap.semantics.frameworks.admissible import largest_admissible
from argmap.semantics.frameworks.backtracking import complete_sets, preferred_sets, range_of
from argmap.semantics.frameworks.names import Bounds, Semantics
from argmap.semantics.frameworks.reduct import Attackers


def sets(
    attackers: Attackers, semantics: Semantics, expired: Callable[[], bool]
) -> Iterator[frozenset[int]]:
    """Yield the extensions of a component.

    Stable and semi-stable extensions are preferred (Caminada 2006, theorem 4), so the other
    semantics are short filters of one list.

    Args:
        attackers: for each argument, those that attack it; at least one each.
        semantics: which sets are wanted.
        expired: whether the time is up.

    Yields:
        Each extension once.

    >>> [sorted(found) for found in sets([[1], [0]], Semantics.COMPLETE, lambda: False)]
    [[0], [1], []]
    """
    for found in _bits(attackers, semantics, expired):
        yield _members(found)


def bounds(
    attackers: Attackers, semantics: Semantics, expired: Callable[[], bool]
) -> Bounds | None:
    """Return what is in every extension and what is in one, or None if there is none.

    >>> bounds([[1], [0], [2]], Semantics.STABLE, lambda: False) is None
    True
    """
    if semantics is Semantics.COMPLETE:  # the empty one is among them, and each is in a preferred
        some = reduce(or_, preferred_sets(attackers, expired))
        return frozenset(), _members(some)
    found = list(_bits(attackers, semantics, expired))
    if not found:
        return None
    return _members(reduce(and_, found)), _members(reduce(or_, found))


def _bits(attackers: Attackers, semantics: Semantics, expired: Callable[[], bool]) -> Iterator[int]:
    if semantics is Semantics.COMPLETE:
        return complete_sets(attackers, expired)
    preferred = preferred_sets(attackers, expired)
    match semantics:
        case Semantics.STABLE:
            everything = (1 << len(attackers)) - 1
            return (one for one in preferred if range_of(attackers, one) == everything)
        case Semantics.SEMI_STABLE:
            return _of_largest_range(attackers, preferred)
        case Semantics.IDEAL:
            return _inside_all(attackers, preferred)
        case Semantics.EAGER:
            return _inside_all(attackers, _of_largest_range(attackers, preferred))
        case _:
            return preferred


def _of_largest_range(attackers: Attackers, preferred: Iterator[int]) -> Iterator[int]:
    ranges = [(one, range_of(attackers, one)) for one in preferred]
    largest: list[int] = []
    for reached in sorted({reached for _, reached in ranges}, key=int.bit_count, reverse=True):
        if all(reached & ~larger for larger in largest):
            largest.append(reached)
    kept = frozenset(largest)
    return (one for one, reached in ranges if reached in kept)


def _inside_all(attackers: Attackers, found: Iterator[int]) -> Iterator[int]:
    inside = largest_admissible(attackers, _members(reduce(and_, found)))
    yield sum(1 << argument for argument in inside)


def _members(bits: int) -> frozenset[int]:
    return frozenset([argument for argument in range(bits.bit_length()) if bits >> argument & 1])
