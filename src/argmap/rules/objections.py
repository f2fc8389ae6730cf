"""Which steps are objections: attacks on what speaks for a main conclusion."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.graphs import ResolvedStep
from argmap.model import Position
from argmap.rules.case import Case

_DESPITE = Position.DESPITE  # looked up once, and not for each step


def objections(case: Case) -> Iterator[ResolvedStep]:
    """Yield the attacks on a main conclusion and on what speaks for one, with their premises.

    An attack on an objection is an answer to it, and no objection itself, save where its target is
    used on both sides. O(size of the map).
    """
    attacks = [one for one in case.steps if not one[0].is_support]
    if attacks:
        upholding = _upholding(case)
        yield from (one for one in attacks if one[0].target in upholding)


def conceded(step: ResolvedStep) -> bool:
    """Return whether the author concedes an objection and judges it outweighed."""
    return step[0].position is _DESPITE


def _upholding(case: Case) -> set[str]:
    """Return the main conclusions and all from which a path leads to one that speaks for it.

    It speaks for it if the attacks on it are even in number, none included.
    """
    leading = case.graph.by_target
    speaking: dict[bool, set[str]] = {True: set(case.graph.main), False: set()}
    waiting = [(name, True) for name in case.graph.main]
    while waiting:
        name, speaks_for = waiting.pop()
        for step, premises in leading.get(name, ()):
            side = speaks_for if step.is_support else not speaks_for
            known = speaking[side]
            for reached in (step.id, *premises):
                if reached not in known:
                    known.add(reached)
                    waiting.append((reached, side))
    return speaking[True]
