"""The maximal ranges: what is in or out together, where as much as can be is decided."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.semantics.frameworks.satisfiability import Sets


def maximal_ranges(admissible: Sets) -> Iterator[tuple[frozenset[int], list[int]]]:
    """Yield, for each maximal range, a semi-stable extension and what demands that range.

    An admissible set of a maximal range is complete: what it defends and does not hold, it does
    not attack either, and would add to the range. Whoever takes the extensions may rule out those
    that were yielded, and their parts.

    Args:
        admissible: the sets among which to search; what was yielded is ruled out in them.

    Yields:
        An extension, and literals under which a set has its range.

    Raises:
        OutOfTime: the time was up before the next was found.

    References:
        Caminada 2006, Semi-stable semantics.
    """
    marks = [admissible.fresh() for _ in range(admissible.count)]
    for argument, mark in enumerate(marks):
        reached = admissible.inside([argument, *admissible.attackers[argument]])
        admissible.add([-mark, *reached])
    found = admissible.find(marks)
    if found is not None:  # stable: its range is everything
        yield found, marks
        return
    while (found := admissible.find()) is not None:
        switch = admissible.fresh()
        found, decided = _grown(admissible, marks, found, switch)
        yield found, decided
        admissible.add([switch])


def _grown(
    admissible: Sets, marks: list[int], found: frozenset[int], switch: int
) -> tuple[frozenset[int], list[int]]:
    """Return an extension of a maximal range, and the marks of that range.

    Where the switch is true, no set has a range that is a part of this one.
    """
    larger: frozenset[int] | None = found
    decided: list[int] = []
    while larger is not None:
        found, decided = larger, []
        rest = [-switch]
        for argument, sources in enumerate(admissible.attackers):
            reached = argument in found or not found.isdisjoint(sources)
            (decided if reached else rest).append(marks[argument])
        admissible.add(rest)
        larger = admissible.find([switch, *decided])
    return found, decided
