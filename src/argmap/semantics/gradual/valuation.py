"""The strength of an element by the strengths of what moves it."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.semantics.gradual.cycles import Cycle, Settlement, settle
from argmap.semantics.gradual.formulas import GradualSemantics, df_quad
from argmap.semantics.gradual.influence import Influence
from argmap.semantics.program import Atom


class Valuation:
    """Strengths by number, and how one follows from others.

    The strength of a step is its licence times that of its premises: of the weakest one, or the
    product of all. The licence is the weight of the step, which backing raises and undercuts lower
    as DF-QuAD has it, whatever the semantics: under the Euler-based one no undercut would touch a
    step of weight 1.
    """

    def __init__(
        self,
        influence: Influence,
        semantics: GradualSemantics,
        supports: Sequence[Sequence[Atom]],
        attacks: Sequence[Sequence[Atom]],
        *,
        product: bool,
    ) -> None:
        """Begin with base scores and weights.

        Args:
            influence: the elements.
            semantics: the formula for statements.
            supports: what speaks for each element, folded or not.
            attacks: what speaks against each element, folded or not.
            product: whether a step takes the product of its premises, and not the weakest.
        """
        self.influence = influence
        self.supports = supports
        self.attacks = attacks
        self.semantics = semantics
        self.product = product
        self.values = list(influence.base)
        self.absent = bytearray(influence.size)
        for atom in influence.absent:
            self.absent[atom] = True
            self.values[atom] = 0.0

    def value(self, atom: Atom) -> float:
        """Return the strength that an element has by the strengths of what moves it."""
        if self.absent[atom]:
            return 0.0
        influence = self.influence
        supports, attacks = self.supports[atom], self.attacks[atom]
        own = influence.base[atom]
        strength_of = self.values.__getitem__
        if atom < influence.statements:
            if not supports and not attacks:
                return own
            return self.semantics.strength(
                own, map(strength_of, supports), map(strength_of, attacks)
            )
        if supports or attacks:
            own = self.licence(atom)
        premises = influence.premises[atom]
        if not self.product:
            return own * min(map(strength_of, premises))
        for premise in premises:
            own *= strength_of(premise)
        return own

    def licence(self, step: Atom) -> float:
        """Return how far a step may be taken: its weight, moved by backing and undercuts."""
        strength_of = self.values.__getitem__
        return df_quad(
            self.influence.base[step],
            map(strength_of, self.supports[step]),
            map(strength_of, self.attacks[step]),
        )

    def settle(self, cycle: Cycle) -> Settlement:
        """Bring a cycle to rest; what is absent from it has no strength."""
        absent = self.absent
        if any(absent[atom] for atom in cycle.statements):
            for atom in cycle.statements:
                self.values[atom] = 0.0
            cycle = cycle._replace(
                statements=[atom for atom in cycle.statements if not absent[atom]]
            )
        return settle(cycle, self.values, self.value, self.influence.base)
