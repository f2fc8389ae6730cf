"""How fast the strength of one element grows with the base score of each statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod
from typing import TypeAlias

from argmap.semantics.gradual.cycles import DAMPINGS, MOST_STEPS, MOST_UPDATES, TOLERANCE, Cycle
from argmap.semantics.gradual.formulas import df_quad_slopes, products_of_others
from argmap.semantics.gradual.propagation import Propagation
from argmap.semantics.program import Atom

#: What moves an element, each with how fast the element grows with it.
Edges: TypeAlias = Sequence[tuple[Atom, float]]

#: Premises as weak as the weakest share its slope; strengths are no more exact than this.
_TIE = TOLERANCE
# In a cycle rates are brought to rest as strengths are, but nearer.
_AIM = 1e-12
# Rates that grow beyond this come to rest nowhere.
_DIVERGED = 1e9


class Gradient:
    """How fast the strength of the target grows with that of each element, and with base scores.

    One pass from the target back to what leads to it (reverse mode). In a cycle the rates g are
    those with g = e + Jᵀg: what comes from outside, and what goes round; found by iteration, which
    settles wherever the strengths themselves are stable.
    """

    def __init__(self, propagation: Propagation, target: Atom) -> None:
        """Work out the rates."""
        self.propagation = propagation
        influence = propagation.influence
        #: By element: how fast the target grows with its strength.
        self.rates = [0.0] * influence.size
        #: By statement: how fast the target grows with its base score.
        self.of_base = [0.0] * influence.statements
        #: Whether the rates in every cycle came to rest; where not, they say nothing.
        self.settled = True
        self.rates[target] = 1.0
        for position in range(len(propagation.order) - 1, -1, -1):
            if position in propagation.cycles:
                self._round(propagation.cycles[position])
            else:
                [atom] = propagation.order[position]
                self._back(atom, self._edges(atom))

    def _back(self, atom: Atom, edges: Edges) -> None:
        """Hand the rate of an element on to what moves it."""
        rate = self.rates[atom]
        if rate:
            for moving, slope in edges:
                self.rates[moving] += rate * slope

    def _edges(self, atom: Atom) -> Edges:
        """Return what moves an element, with slopes; enter the slope of the base score."""
        propagation = self.propagation
        if propagation.absent[atom]:
            return ()
        influence, values = propagation.influence, propagation.values
        supports, attacks = influence.supports[atom], influence.attacks[atom]
        first, own = influence.statements, influence.base[atom]
        if atom < first and not supports and not attacks:
            self.of_base[atom] = 1.0
            return ()
        slopes_of = propagation.semantics.slopes if atom < first else df_quad_slopes
        slopes = slopes_of(own, [values[one] for one in supports], [values[one] for one in attacks])
        if atom < first:
            self.of_base[atom] = slopes.base
            return [
                *zip(supports, slopes.supports, strict=True),
                *zip(attacks, slopes.attacks, strict=True),
            ]
        return self._edges_of_step(atom, slopes.supports, slopes.attacks)

    def _edges_of_step(
        self, step: Atom, for_it: Sequence[float], against: Sequence[float]
    ) -> Edges:
        """Return what moves a step: its premises, and through its licence backing and undercuts."""
        propagation = self.propagation
        influence = propagation.influence
        licence = propagation.licence(step)
        premises = influence.premises[step]
        strengths = [propagation.values[premise] for premise in premises]
        if propagation.product:
            joint = prod(strengths)
            slopes = products_of_others(strengths)
        else:
            joint = min(strengths)
            weakest = [strength - joint <= _TIE for strength in strengths]
            slopes = [is_weakest / sum(weakest) for is_weakest in weakest]
        return [
            *((premise, licence * slope) for premise, slope in zip(premises, slopes, strict=True)),
            *(
                (one, joint * slope)
                for one, slope in zip(influence.supports[step], for_it, strict=True)
            ),
            *(
                (one, joint * slope)
                for one, slope in zip(influence.attacks[step], against, strict=True)
            ),
        ]

    def _round(self, cycle: Cycle) -> None:
        """Find the rates in a cycle, and hand them on to what moves it from outside."""
        rates = self.rates
        outer_first = cycle.steps[::-1]
        members = (*cycle.statements, *outer_first)
        if not any(rates[atom] for atom in members):
            return
        edges = {atom: self._edges(atom) for atom in members}
        found = self._at_rest(_Round(cycle.statements, outer_first, edges, rates))
        inside = frozenset(cycle.statements)
        for atom in cycle.statements:
            rates[atom] = found[atom]
        for atom in members:
            self._back(atom, [edge for edge in edges[atom] if edge[0] not in inside])

    def _at_rest(self, cycle: _Round) -> Mapping[Atom, float]:
        """Return the rates of the statements in a cycle, at rest."""
        size = sum(map(len, cycle.edges.values())) + len(cycle.edges)
        most = min(MOST_STEPS, MOST_UPDATES // size)
        best = 1.0
        found = dict(cycle.start)
        for damping in DAMPINGS:
            found = dict(cycle.start)
            for _ in range(most // len(DAMPINGS)):
                left = cycle.around(found)
                for atom, one in left.items():
                    found[atom] += damping * one
                largest = max(map(abs, found.values()))
                best = max(map(abs, left.values())) / max(1.0, largest)
                if best < _AIM or largest > _DIVERGED:
                    break
            if best < _AIM:
                break
        if not best < TOLERANCE:
            self.settled = False
        return found


class _Round:
    """One round of rates through a cycle: from its statements through its steps and back."""

    def __init__(
        self,
        statements: Sequence[Atom],
        steps: Sequence[Atom],
        edges: Mapping[Atom, Edges],
        rates: Sequence[float],
    ) -> None:
        self.start = {atom: rates[atom] for atom in statements}
        self.steps = {atom: rates[atom] for atom in steps}
        self.edges = {
            atom: [edge for edge in edges[atom] if edge[0] in self.start or edge[0] in self.steps]
            for atom in (*statements, *steps)
        }

    def around(self, found: Mapping[Atom, float]) -> dict[Atom, float]:
        """Return by how much each rate of a statement falls short of what comes round to it."""
        coming = {**self.start, **self.steps}
        for atom, rate in found.items():
            for step, slope in self.edges[atom]:
                coming[step] += rate * slope
        for step in self.steps:
            rate = coming[step]
            for moving, slope in self.edges[step]:
                coming[moving] += rate * slope
        return {atom: coming[atom] - rate for atom, rate in found.items()}
