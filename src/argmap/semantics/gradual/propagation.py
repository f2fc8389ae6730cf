"""Strengths of statements and steps, each from what moves it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from heapq import heappop, heappush

from argmap.semantics.gradual.cycles import Cycle, Settlement, settle
from argmap.semantics.gradual.formulas import GradualSemantics, df_quad
from argmap.semantics.gradual.influence import Influence
from argmap.semantics.program import Atom


class Propagation:
    """Strengths by number, which follow when elements are taken away or put back.

    The strength of a step is its licence times that of its premises: of the weakest one, or the
    product of all. The licence is the weight of the step, which backing raises and undercuts lower
    as DF-QuAD has it, whatever the semantics: under the Euler-based one no undercut would touch a
    step of weight 1.
    """

    def __init__(
        self,
        influence: Influence,
        semantics: GradualSemantics,
        *,
        product: bool,
        target: Atom | None = None,
    ) -> None:
        """Give each element its strength; with a target only that and what leads to it."""
        self.influence = influence
        self.semantics = semantics
        self.product = product
        self.values = [0.0] * influence.size
        self.absent = bytearray(influence.size)
        for atom in influence.absent:
            self.absent[atom] = True
        #: The elements, each behind what moves it; those of one cycle together.
        self.order: Sequence[Sequence[Atom]] = influence.order
        #: What is looked at; None: everything.
        self.within: Collection[Atom] | None = None
        if target is not None:
            within = self.within = influence.leading_to(target)
            self.order = [group for group in influence.order if group[0] in within]
        self.cycles = {
            position: Cycle.of(group, influence.statements)
            for position, group in enumerate(self.order)
            if len(group) > 1
        }
        #: How each cycle came to rest, by its position in the order.
        self.settlements: dict[int, Settlement] = {}
        #: How many strengths were worked out so far, and whether all of them came to rest.
        self.updates = 0
        self.settled = True
        self._positions: dict[Atom, int] = {}
        self._run()

    def value(self, atom: Atom) -> float:
        """Return the strength that an element has by the strengths of what moves it."""
        if self.absent[atom]:
            return 0.0
        influence, values = self.influence, self.values
        supports, attacks = influence.supports[atom], influence.attacks[atom]
        own = influence.base[atom]
        if atom < influence.statements:
            if not supports and not attacks:
                return own
            return self.semantics.strength(
                own, [values[step] for step in supports], [values[step] for step in attacks]
            )
        if supports or attacks:
            own = self.licence(atom)
        premises = influence.premises[atom]
        if len(premises) == 1:
            return own * values[premises[0]]
        if not self.product:
            return own * min(map(values.__getitem__, premises))
        for premise in premises:
            own *= values[premise]
        return own

    def licence(self, step: Atom) -> float:
        """Return how far a step may be taken: its weight, moved by backing and undercuts."""
        influence, values = self.influence, self.values
        return df_quad(
            influence.base[step],
            [values[one] for one in influence.supports[step]],
            [values[one] for one in influence.attacks[step]],
        )

    def _run(self) -> None:
        """Work out every strength, in one pass; what is plain, which most is, without a call."""
        influence, values, value, absent = self.influence, self.values, self.value, self.absent
        first, base, premises = influence.statements, influence.base, influence.premises
        supports, attacks = influence.supports, influence.attacks
        for position, group in enumerate(self.order):
            atom = group[0]
            if len(group) > 1:
                self._settle(position)
            elif supports[atom] or attacks[atom] or absent[atom]:
                values[atom] = value(atom)
            elif atom < first:
                values[atom] = base[atom]
            elif len(premises[atom]) == 1:
                values[atom] = base[atom] * values[premises[atom][0]]
            else:
                values[atom] = value(atom)
        self.updates += len(self.order)

    def _settle(self, position: int) -> None:
        """Bring a cycle to rest."""
        base = self.influence.base
        cycle = self.cycles[position]
        if any(self.absent[atom] for atom in cycle.statements):
            for atom in cycle.statements:
                self.values[atom] = 0.0
            cycle = cycle._replace(
                statements=[atom for atom in cycle.statements if not self.absent[atom]]
            )
        settlement = settle(cycle, self.values, self.value, base)
        self.settlements[position] = settlement
        self.updates += settlement.updates
        self.settled = self.settled and settlement.settled

    def take_away(self, atom: Atom) -> None:
        """Give an element strength 0, and have what it moves follow."""
        self.absent[atom] = True
        self._follow(atom)

    def put_back(self, atom: Atom) -> None:
        """Give an element that was taken away its strength again, and have what it moves follow."""
        self.absent[atom] = False
        self._follow(atom)

    def kept(self) -> tuple[list[float], bytearray]:
        """Return a copy of the state, for `restore`."""
        return self.values[:], self.absent[:]

    def restore(self, state: tuple[list[float], bytearray]) -> None:
        """Go back to a state."""
        self.values[:], self.absent[:] = state

    def without(self, atom: Atom, target: Atom) -> float:
        """Return the strength that a target has without an element, and leave all as it was."""
        self.absent[atom] = True
        before = self._follow(atom)
        found = self.values[target]
        self.absent[atom] = False
        for one, value in before.items():
            self.values[one] = value
        return found

    def _follow(self, atom: Atom) -> dict[Atom, float]:
        """Work out anew what depends on an element, and return the strengths that were changed.

        The strengths are those of a whole pass, to the bit: a strength depends on nothing but the
        strengths that move it, and a cycle always starts from its base scores.
        """
        positions = self._position
        changed: dict[Atom, float] = {}
        waiting = [positions[atom]]
        queued = {positions[atom]}
        values, within = self.values, self.within
        while waiting:
            position = heappop(waiting)
            queued.discard(position)
            group = self.order[position]
            before = [values[one] for one in group]
            if len(group) == 1:
                values[group[0]] = self.value(group[0])
                self.updates += 1
            else:
                self._settle(position)
            for one, old in zip(group, before, strict=True):
                if values[one] == old:
                    continue
                changed[one] = old
                for moved in self.influence.moved_by(one):
                    if within is None or moved in within:
                        following = positions[moved]
                        if following != position and following not in queued:
                            queued.add(following)
                            heappush(waiting, following)
        return changed

    @property
    def _position(self) -> dict[Atom, int]:
        """The position of each element in the order, made when it is first asked for."""
        if not self._positions:
            self._positions = {
                atom: position for position, group in enumerate(self.order) for atom in group
            }
        return self._positions
