"""Strengths of a whole map, in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.graphs import strongly_connected
from argmap.semantics.gradual.cycles import Cycle, Settlement
from argmap.semantics.gradual.formulas import GradualSemantics
from argmap.semantics.gradual.influence import Influence
from argmap.semantics.gradual.valuation import Valuation
from argmap.semantics.program import Atom


class Whole(Valuation):
    """The strength of every statement and step of a map."""

    def __init__(self, influence: Influence, semantics: GradualSemantics, *, product: bool) -> None:
        """Give each element its strength. Linear where there is no cycle."""
        folded = influence.folded
        super().__init__(influence, semantics, folded.supports, folded.attacks, product=product)
        #: Elements that move each other, and how each such cycle came to rest.
        self.cycles: list[Cycle] = []
        self.settlements: list[Settlement] = []
        left = self._free()
        if left:
            self._rest(left)
        values, premises = self.values, influence.premises
        for step in folded.plain:
            values[step] = values[premises[step][0]]

    def _free(self) -> Sequence[Atom]:
        """Work out what no cycle leads to, each behind what moves it (Kahn 1962); return the rest.

        What nothing moves has its base score already.
        """
        values, strength = self.values, self.semantics.strength
        strength_of = values.__getitem__
        first, base, absent = self.influence.statements, self.influence.base, self.absent
        supports, attacks, onward = self.supports, self.attacks, self.influence.folded.onward
        counts = self.influence.folded.counts[:]
        free = [atom for atom, waiting in enumerate(counts) if not waiting]
        for atom in free:  # it grows
            if atom >= first:
                values[atom] = self.value(atom)
            elif (supports[atom] or attacks[atom]) and not absent[atom]:
                values[atom] = strength(
                    base[atom], map(strength_of, supports[atom]), map(strength_of, attacks[atom])
                )
            for moved in onward[atom]:
                counts[moved] = waiting = counts[moved] - 1
                if not waiting:
                    free.append(moved)
        if len(free) + len(self.influence.folded.plain) == len(counts):
            return ()  # there is no cycle
        return [atom for atom, waiting in enumerate(counts) if waiting > 0]

    def _rest(self, left: Sequence[Atom]) -> None:
        """Work out what is in a cycle, and what cycles lead to."""
        premises, folded = self.influence.premises, self.influence.folded
        waiting = frozenset(left)

        def inputs(atom: Atom) -> frozenset[Atom]:
            return waiting.intersection((*premises[atom], *folded.moving(atom)))

        for group in strongly_connected(left, inputs):
            if len(group) > 1:
                cycle = Cycle.of(group, self.influence.statements)
                self.cycles.append(cycle)
                self.settlements.append(self.settle(cycle))
            else:
                self.values[group[0]] = self.value(group[0])

    def ranges(self) -> Iterator[tuple[Atom, tuple[float, float]]]:
        """Yield the least and greatest strength of each element that did not come to rest."""
        influence = self.influence
        for settlement in self.settlements:
            found = dict(settlement.ranges)
            for step in influence.folded.plain if found else ():
                premise = influence.premises[step][0]
                if premise in found and influence.moves[step] in found:
                    found[step] = found[premise]
            yield from sorted(found.items())
