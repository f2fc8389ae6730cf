"""The extensions of a small component, by a search that needs no solver.

A set of arguments is one int here, with bit `i` for argument `i`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from argmap.semantics.frameworks.names import OutOfTime
from argmap.semantics.frameworks.reduct import Attackers

#: Inside, outside, and attacked by what is inside.
_State: TypeAlias = tuple[int, int, int]


def complete_sets(attackers: Attackers, expired: Callable[[], bool]) -> Iterator[int]:
    """Yield each complete extension once.

    Args:
        attackers: for each argument, those that attack it.
        expired: whether the time is up.

    Yields:
        Sets as bits.

    >>> [bin(found) for found in complete_sets([[1], [0]], lambda: False)]
    ['0b1', '0b10', '0b0']
    """
    return _Search(attackers).run(expired, maximal=False)


def preferred_sets(attackers: Attackers, expired: Callable[[], bool]) -> Iterator[int]:
    """Yield each preferred extension once.

    Where the search decides an argument, it first tries to accept it. So of two sets that part
    there, the earlier holds an argument that the later does not: no set is a part of a later one,
    and a set is preferred unless it is a part of an earlier one.

    Args:
        attackers: for each argument, those that attack it.
        expired: whether the time is up.

    Yields:
        Sets as bits.

    >>> [bin(found) for found in preferred_sets([[1], [0]], lambda: False)]
    ['0b1', '0b10']
    """
    return _Search(attackers).run(expired, maximal=True)


def range_of(attackers: Attackers, inside: int) -> int:
    """Return a set together with all that it attacks.

    >>> bin(range_of([[], [0], [1]], 0b1))
    '0b11'
    """
    reached = inside
    for argument, sources in enumerate(attackers):
        if any(inside >> source & 1 for source in sources):
            reached |= 1 << argument
    return reached


class _Search:
    """A depth-first search over which arguments are inside, each choice followed to its end."""

    def __init__(self, attackers: Attackers) -> None:
        """Turn lists into bits."""
        count = len(attackers)
        self.everything = (1 << count) - 1
        self.sources = [0] * count
        self.targets = [0] * count
        for argument, sources in enumerate(attackers):
            for source in sources:
                self.sources[argument] |= 1 << source
                self.targets[source] |= 1 << argument

    def run(self, expired: Callable[[], bool], *, maximal: bool) -> Iterator[int]:
        """Yield the complete sets, or only those that are maximal.

        Raises:
            OutOfTime: the time was up before the search had ended.
        """
        found: list[int] = []
        against_themselves = 0
        for argument, sources in enumerate(self.sources):
            against_themselves |= sources & 1 << argument
        stack: list[_State] = [(0, against_themselves, 0)]
        while stack:
            if expired():
                raise OutOfTime
            state = self._followed(*stack.pop())
            if state is None:
                continue
            inside, outside, attacked = state
            free = self.everything & ~(inside | outside)
            if maximal and any(not (inside | free) & ~earlier for earlier in found):
                continue
            if not free:
                if maximal:
                    found.append(inside)
                yield inside
                continue
            chosen = free & -free
            stack.append((inside, outside | chosen, attacked))
            stack.append((inside | chosen, outside, attacked))

    def _followed(self, inside: int, outside: int, attacked: int) -> _State | None:
        """Return what follows from a choice, or None if it cannot be.

        What is inside shuts out what it attacks and what attacks it, and needs a defender against
        each of its attackers; an argument all of whose attackers are attacked must be inside.
        """
        settled = 0  # the members whose attacks are counted
        while True:
            threats = 0
            for argument in _bits(inside & ~settled):
                attacked |= self.targets[argument]
                outside |= self.targets[argument] | self.sources[argument]
            settled = inside
            if inside & outside:
                return None
            for argument in _bits(inside):
                threats |= self.sources[argument]
            forced = self._defenders(threats & ~attacked, outside)
            if forced is None:
                return None
            for argument in _bits(self.everything & ~inside):
                if not self.sources[argument] & ~attacked:
                    forced |= 1 << argument
            if not forced & ~inside:
                return inside, outside, attacked
            inside |= forced

    def _defenders(self, threats: int, outside: int) -> int | None:
        """Return the arguments without which a threat stands, or None if one stands anyhow."""
        forced = 0
        for threat in _bits(threats):
            possible = self.sources[threat] & ~outside
            if not possible:
                return None
            if not possible & (possible - 1):
                forced |= possible
        return forced


def _bits(members: int) -> Iterator[int]:
    while members:
        lowest = members & -members
        yield lowest.bit_length() - 1
        members ^= lowest
