"""What moves what, with plain steps folded into edges: what a pass over a whole map walks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from argmap.semantics.program import Atom

#: The number of what nothing stands for.
NOTHING = -1


class Folded(NamedTuple):
    """What moves what, with every plain step as no more than an edge from its premise.

    A step is plain where it has one premise, which is not its own target, and the weight 1, and
    where nothing is aimed at it: its strength is that of its premise, by whatever t-norm.
    """

    #: The supports and the attacks of each element: steps, and of plain ones their premises.
    supports: list[list[Atom]]
    attacks: list[list[Atom]]
    #: What each element moves, and how many move it; no plain step is among either.
    onward: list[list[Atom]]
    counts: list[int]
    plain: list[Atom]

    @classmethod
    def of_size(cls, statements: int, steps: int) -> Folded:
        """Return a graph of so many elements that nothing moves; steps are taken for plain.

        Plain steps share one list, as most steps are plain and nothing is ever added to theirs.
        """
        of_plain: list[Atom] = []

        def lists() -> list[list[Atom]]:
            return [*([] for _ in range(statements)), *[of_plain] * steps]

        return cls(lists(), lists(), lists(), [0] * statements + [NOTHING] * steps, [])

    def unfold(self, step: Atom) -> None:
        """Take a step for one that is not plain, before it moves anything or is moved."""
        self.supports[step], self.attacks[step], self.onward[step] = [], [], []
        self.counts[step] = 0

    def moving(self, atom: Atom) -> Sequence[Atom]:
        """Return what supports and attacks an element."""
        return (*self.supports[atom], *self.attacks[atom])
