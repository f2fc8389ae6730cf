"""The strength of one element, as elements that lead to it are taken away and put back."""

from __future__ import annotations

from heapq import heappop, heappush

from argmap.graphs import strongly_connected
from argmap.semantics.gradual.cycles import Cycle
from argmap.semantics.gradual.formulas import GradualSemantics
from argmap.semantics.gradual.influence import Influence
from argmap.semantics.gradual.valuation import Valuation
from argmap.semantics.program import Atom


class Propagation(Valuation):
    """The strengths of a target and of all that leads to it, which follow what is taken away."""

    def __init__(
        self,
        influence: Influence,
        semantics: GradualSemantics,
        target: Atom,
        *,
        product: bool,
    ) -> None:
        """Give the target, and what leads to it, its strength."""
        super().__init__(
            influence, semantics, influence.supports, influence.attacks, product=product
        )
        #: The elements, each behind what moves it; those of one cycle together.
        self.order = list(strongly_connected([target], influence.inputs))
        self.cycles = {
            position: Cycle.of(group, influence.statements)
            for position, group in enumerate(self.order)
            if len(group) > 1
        }
        self._positions = {
            atom: position for position, group in enumerate(self.order) for atom in group
        }
        #: How many strengths were worked out so far, and whether all of them came to rest.
        self.updates = 0
        self.settled = True
        for position in range(len(self.order)):
            self._work_out(position)

    def _work_out(self, position: int) -> None:
        """Give the elements at a position of the order their strengths."""
        group = self.order[position]
        if len(group) == 1:
            self.values[group[0]] = self.value(group[0])
            self.updates += 1
            return
        settlement = self.settle(self.cycles[position])
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
        positions = self._positions
        changed: dict[Atom, float] = {}
        waiting = [positions[atom]]
        queued = {positions[atom]}
        values = self.values
        while waiting:
            position = heappop(waiting)
            queued.discard(position)
            group = self.order[position]
            before = [values[one] for one in group]
            self._work_out(position)
            for one, old in zip(group, before, strict=True):
                if values[one] == old:
                    continue
                changed[one] = old
                for moved in self.influence.moved_by(one):
                    following = positions.get(moved, position)
                    if following != position and following not in queued:
                        queued.add(following)
                        heappush(waiting, following)
        return changed
