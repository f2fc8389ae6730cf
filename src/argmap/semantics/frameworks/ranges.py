"""The maximal ranges: what is in or out together, where as much as can be is decided."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.semantics.frameworks.satisfiability import CompleteLabellings


def maximal_ranges(
    labellings: CompleteLabellings,
) -> Iterator[tuple[frozenset[int], list[int]]]:
    """Yield, for each maximal range, a semi-stable extension and what demands that range.

    Whoever takes them may rule out extensions that were yielded, and their parts.

    Args:
        labellings: those among which to search; what was yielded is ruled out in them.

    Yields:
        An extension, and literals under which a labelling has its range.

    Raises:
        OutOfTime: the time was up before the next was found.

    References:
        Caminada 2006, Semi-stable semantics.
    """
    marks = [labellings.fresh() for _ in range(labellings.count)]
    for argument, mark in enumerate(marks):
        labellings.add([-mark, argument + 1, argument + 1 + labellings.count])
    found = labellings.find(marks)
    if found is not None:  # stable: its range is everything
        yield found, marks
        return
    while (found := labellings.find()) is not None:
        found, decided, rest = _grown(labellings, marks, found)
        yield found, decided
        labellings.add(rest)


def _grown(
    labellings: CompleteLabellings, marks: list[int], found: frozenset[int]
) -> tuple[frozenset[int], list[int], list[int]]:
    """Return an extension of a maximal range, the marks of that range, and the other marks."""
    while True:
        decided: list[int] = []
        rest: list[int] = []
        for argument, sources in enumerate(labellings.attackers):
            reached = argument in found or not found.isdisjoint(sources)
            (decided if reached else rest).append(marks[argument])
        with labellings.while_demanding(rest) as switch:
            larger = labellings.find([switch, *decided])
        if larger is None:
            return found, decided, rest
        found = larger
