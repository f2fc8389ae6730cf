"""Strengths in a cycle: where they settle when they start from the base scores."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from argmap.semantics.gradual.formulas import GradualSemantics
from argmap.semantics.gradual.influence import Influence
from argmap.semantics.program import Atom

#: Strengths have settled where each is as near as this to what the formula gives.
TOLERANCE = 1e-9
#: At most so many steps of time are taken,
MOST_STEPS = 20_000
#: and in a large cycle so many that its elements are not updated more often than this, all in all.
MOST_UPDATES = 20_000_000

# Iteration goes on to this, so that values are as near to their limit as the tolerance says.
_AIM = 1e-11
#: How long a step of time is: the next is taken where nothing comes nearer within a block.
DAMPINGS = (0.25, 0.0625, 0.015625)
_BLOCK = 500
# Ranges are those of the last steps: ten units of time, where the steps are shortest.
_LAST = 640


class Cycle(NamedTuple):
    """Elements that move each other: statements, and steps, those that move other steps first."""

    statements: Sequence[Atom]
    steps: Sequence[Atom]

    @classmethod
    def of(cls, members: Sequence[Atom], first_step: int) -> Cycle:
        """Return a component as a cycle; a step has a greater number than the step it moves."""
        ordered = sorted(members)
        statements = [atom for atom in ordered if atom < first_step]
        return cls(statements, ordered[: len(statements) - 1 : -1])


class Settlement(NamedTuple):
    """How the strengths in a cycle came to rest, or did not."""

    #: The largest difference between a strength and what the formula gives for it.
    residual: float
    #: How often an element was updated.
    updates: int
    #: Where they did not settle: the least and greatest strength of each element at last.
    ranges: Mapping[Atom, tuple[float, float]]

    @property
    def settled(self) -> bool:
        """Whether the strengths came to rest."""
        return self.residual < TOLERANCE


def settle(
    cycle: Cycle, values: list[float], value: Callable[[Atom], float], base: Sequence[float]
) -> Settlement:
    """Bring the strengths in a cycle to rest, in place.

    From the base scores on, each strength moves towards what the formula gives for it, at a speed
    that is the difference: v' = F(v) - v (Potyka 2018), integrated with Euler's method. Where
    strengths do not come nearer, it begins anew with shorter steps, so that long ones are never
    taken for an oscillation. Where several states are at rest, the base scores decide which is
    reached: "from the base scores" is part of the definition.

    Args:
        cycle: the elements.
        values: the strength of each element of the map; those of the cycle are set.
        value: what the formula gives for an element, by the values of the others.
        base: the base score of each element.
    """
    size = len(cycle.statements) + len(cycle.steps)
    integration = _Integration(cycle, values, value, max(1, min(MOST_STEPS, MOST_UPDATES // size)))
    for damping in DAMPINGS:
        for atom in cycle.statements:
            values[atom] = base[atom]
        integration.run(damping, is_last=damping == DAMPINGS[-1])
        if integration.residual < _AIM:
            break
    for step in cycle.steps:
        values[step] = value(step)
    return Settlement(integration.residual, integration.taken * size, integration.ranges())


class _Integration:
    """Steps of time, counted, through the states of a cycle."""

    def __init__(
        self, cycle: Cycle, values: list[float], value: Callable[[Atom], float], most: int
    ) -> None:
        self.cycle = cycle
        self.values = values
        self.value = value
        self.most = most
        self.taken = 0
        self.residual = 1.0
        self.lowest: dict[Atom, float] = {}
        self.highest: dict[Atom, float] = {}

    def run(self, damping: float, *, is_last: bool) -> None:
        """Take steps until the strengths have settled, or come no nearer, or time is up."""
        previous = 2.0
        while self.taken < self.most:
            self.taken += 1
            self.residual = self.step(damping)
            if self.residual < _AIM:
                return
            if self.most - self.taken < _LAST:
                self.widen()
            if not self.taken % _BLOCK:
                # What is left of the time would be too short for a new start.
                if self.residual >= previous and not is_last and 2 * self.taken < self.most:
                    return
                previous = self.residual

    def step(self, damping: float) -> float:
        """Take one step, and return how far the strengths were from where they tend."""
        values, value = self.values, self.value
        for step in self.cycle.steps:
            values[step] = value(step)
        residual = 0.0
        tended = list(map(value, self.cycle.statements))
        for atom, tends in zip(self.cycle.statements, tended, strict=True):
            left = tends - values[atom]
            values[atom] += damping * left
            residual = max(residual, abs(left))
        return residual

    def widen(self) -> None:
        """Let the ranges take in the state."""
        lowest, highest = self.lowest, self.highest
        for members in self.cycle:
            for atom in members:
                value = self.values[atom]
                lowest[atom] = min(lowest.get(atom, value), value)
                highest[atom] = max(highest.get(atom, value), value)

    def ranges(self) -> dict[Atom, tuple[float, float]]:
        """Return the ranges at last, where the strengths did not settle."""
        if self.residual < TOLERANCE:
            return {}
        return {atom: (low, self.highest[atom]) for atom, low in sorted(self.lowest.items())}


def is_contraction(
    influence: Influence, cycle: Cycle, semantics: GradualSemantics, *, product: bool
) -> bool:
    """Return whether it is proved that a cycle comes to rest in one state only. O(its edges).

    Either no strength can change by as much as the most that any other changes by, so that the
    formulas are a contraction; or each is 1 / (1 + a sum of premises): then two states at rest
    would differ by a least factor, and each by less.

    References:
        Mossakowski and Neuhaus 2018, Modular semantics and characteristics for bipolar weighted
        argumentation graphs (arXiv 1807.06685); Potyka 2019, Extending modular semantics for
        bipolar weighted argumentation (AAMAS).
    """
    base, first, folded = influence.base, influence.statements, influence.folded
    members = (*cycle.statements, *cycle.steps)
    inside = {*members} - influence.absent
    moving = {
        atom: float(sum(one < first and one in inside for one in folded.moving(atom)))
        for atom in members
    }
    homogeneous = not semantics.takes_supports
    for step in cycle.steps:
        if step not in inside:
            continue
        homogeneous = homogeneous and not moving[step]
        own = sum(premise in inside for premise in influence.premises[step])
        if not product:
            own = min(own, 1)
        weight = base[step]
        largest_licence = 1.0 if folded.supports[step] else weight
        moving[step] = own * largest_licence + moving[step] * max(weight, 1.0 - weight)
        target = influence.moves[step]
        moving[target] += moving[step]
        homogeneous = homogeneous and own <= 1 and target < first
    contracts = all(
        semantics.steepest(base[atom]) * moving[atom] < 1.0
        for atom in cycle.statements
        if atom in inside
    )
    return contracts or homogeneous
