"""Strengths of a whole map, in one pass."""

from __future__ import annotations

from collections.abc import Sequence
from operator import add

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
        super().__init__(influence, semantics, product=product)
        #: Elements that move each other, and how each such cycle came to rest.
        self.cycles: list[Cycle] = []
        self.settlements: list[Settlement] = []
        left = self._free()
        if left:
            self._rest(left)

    def _free(self) -> Sequence[Atom]:
        """Work out what no cycle leads to, each behind what moves it (Kahn 1962); return the rest.

        Most steps have one premise, and nothing for and against them. Such a step is no more than
        an edge from its premise to its target, and is worked out with its premise.
        """
        influence, values, value = self.influence, self.values, self.value
        strength, strength_of = self.semantics.strength, self.values.__getitem__
        first, base = influence.statements, influence.base
        supports, attacks = influence.supports, influence.attacks
        uses, moves = influence.uses, influence.moves
        counts = list(map(add, map(len, supports), map(len, attacks)))
        is_moved = list(map(bool, counts[:first]))
        counts[first:] = map(add, counts[first:], map(len, influence.premises[first:]))
        is_edge = [*([False] * first), *map((1).__eq__, counts[first:])]
        for atom in influence.absent:
            is_edge[atom] = False
            if atom < first:
                is_moved[atom] = False
        free = [atom for atom, waiting in enumerate(counts) if not waiting]
        counts.append(0)  # that of NOTHING: it falls below 0, and is never free
        for atom in free:  # it grows
            if atom >= first:
                values[atom] = value(atom)
                onward: Sequence[Atom] = (moves[atom],)
            else:
                onward = uses[atom]
                if is_moved[atom]:
                    values[atom] = strength(
                        base[atom],
                        map(strength_of, supports[atom]),
                        map(strength_of, attacks[atom]),
                    )
            for moved in onward:
                counts[moved] -= 1
                if counts[moved]:
                    continue
                following = moved
                if is_edge[moved]:
                    values[moved] = base[moved] * values[atom]
                    following = moves[moved]
                    counts[following] -= 1
                    if counts[following]:
                        continue
                free.append(following)
        return [atom for atom, waiting in enumerate(counts) if waiting > 0]

    def _rest(self, left: Sequence[Atom]) -> None:
        """Work out what is in a cycle, and what cycles lead to."""
        inputs, waiting = self.influence.inputs, frozenset(left)
        for group in strongly_connected(left, lambda atom: waiting.intersection(inputs(atom))):
            if len(group) > 1:
                cycle = Cycle.of(group, self.influence.statements)
                self.cycles.append(cycle)
                self.settlements.append(self.settle(cycle))
            else:
                self.values[group[0]] = self.value(group[0])
