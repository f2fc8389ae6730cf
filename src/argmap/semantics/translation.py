"""From what the grounded labelling leaves undecided to an abstract framework, exactly.

With the rules r and the atoms a that are left, "a fails" being written ~a:

```
arguments: r, ~a, and +a ("a holds")
attacks:   r -> ~(its head)     ~b -> r (b in its positive body)     ~a -> +a
           r' -> r (a rule r' whose head is in the negative body of r)
```

Where support runs in a circle, an argument could so hold itself up. There each level of a
derivation gets arguments of its own: at a level, a step takes its premises from the level below. As
many levels as the circle has statements are enough, and one more for what is read from outside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from argmap.graphs import strongly_connected
from argmap.semantics.grounded import NONE, Model
from argmap.semantics.program import Atom

#: A translation has at most so many arguments; circles of support need the square of their size.
MOST_ARGUMENTS = 2_000_000


class TooManyArguments(Exception):
    """A circle of support is too large to be translated; caught inside the room, and said."""


@frozen
class Translation:
    """A framework, and which of its arguments say that an atom holds, or fails."""

    #: For each argument, those that attack it.
    attackers: Sequence[Sequence[int]]
    holds: Mapping[Atom, int]
    fails: Mapping[Atom, int]


def translated(model: Model) -> Translation:
    """Return the framework of what a model leaves undecided.

    Its complete, preferred, stable and semi-stable labellings, and the ideal and the eager one, are
    those of the map, for what is undecided. O(what is left) where no support runs in a circle.

    Raises:
        TooManyArguments: there would be more than `MOST_ARGUMENTS`.

    References:
        Wu, Caminada and Gabbay 2009; Caminada, Sá, Alcântara and Dvořák 2015.
    """
    return _Translator(model).translation()


@frozen
class _Rule:
    """What is undecided of a rule."""

    head: Atom
    positive: tuple[Atom, ...]
    negative: tuple[Atom, ...]


class _Translator:
    """The framework in the making."""

    def __init__(self, model: Model) -> None:
        self.program = model.program
        self.attackers: list[list[int]] = []
        self.rules = list(_left(model))
        self.atoms = list(dict.fromkeys(rule.head for rule in self.rules))
        self.circle, self.levels = self.circles()
        #: "It fails", and the rules for it, by atom and level.
        self.fails: dict[Atom, list[int]] = {}
        self.ruled: dict[tuple[Atom, int], list[int]] = {}

    def translation(self) -> Translation:
        for atom in self.atoms:
            self.fails[atom] = [self.argument() for _ in range(self.levels.get(atom, 1))]
        made = [
            (rule, level, self.argument())
            for rule in self.rules
            for level in range(self.levels.get(rule.head, 1))
            if not self.is_bottomless(rule, level)
        ]
        for rule, level, argument in made:
            self.ruled.setdefault((rule.head, level), []).append(argument)
            self.attackers[self.fails[rule.head][level]].append(argument)
        for rule, level, argument in made:
            attackers = self.attackers[argument]
            attackers.extend(
                self.fails[atom][self.read(rule, atom, level)] for atom in rule.positive
            )
            for atom in rule.negative:
                attackers.extend(self.ruled.get((atom, self.levels.get(atom, 1) - 1), ()))
        fails = {atom: copies[-1] for atom, copies in self.fails.items()}
        holds = {atom: self.argument(fails[atom]) for atom in self.atoms}
        return Translation(self.attackers, holds, fails)

    def circles(self) -> tuple[dict[Atom, int], dict[Atom, int]]:
        """Return the circle of support that each atom is on, and how many levels it has.

        Raises:
            TooManyArguments: the levels would need too many arguments.
        """
        bodies: dict[Atom, list[Atom]] = {}
        for rule in self.rules:
            bodies.setdefault(rule.head, []).extend(rule.positive)
        circle: dict[Atom, int] = {}
        levels: dict[Atom, int] = {}
        size = 0
        for number, members in enumerate(strongly_connected(self.atoms, bodies.__getitem__)):
            if len(members) > 1:
                needed = sum(atom < self.program.statements for atom in members) + 1
                size += needed * sum(len(bodies[atom]) + 1 for atom in members)
                if size > MOST_ARGUMENTS:
                    raise TooManyArguments
                circle.update(dict.fromkeys(members, number))
                levels.update(dict.fromkeys(members, needed))
        return circle, levels

    def is_bottomless(self, rule: _Rule, level: int) -> bool:
        """Return whether a rule would need something from below the lowest level."""
        return any(
            self.read(rule, atom, level) < 0 for atom in rule.positive if self.inside(rule, atom)
        )

    def read(self, rule: _Rule, atom: Atom, level: int) -> int:
        """Return at which level a rule reads an atom of its body; -1 below the lowest.

        From outside of a circle, that is the highest.
        """
        if not self.inside(rule, atom):
            return self.levels.get(atom, 1) - 1
        is_step = self.program.statements <= rule.head < self.program.elements
        return level - 1 if is_step else level

    def inside(self, rule: _Rule, atom: Atom) -> bool:
        return rule.head in self.circle and self.circle[rule.head] == self.circle.get(atom)

    def argument(self, *attackers: int) -> int:
        self.attackers.append(list(attackers))
        return len(self.attackers) - 1


def _left(model: Model) -> Iterator[_Rule]:
    """Yield the rules that may still hold for what is undecided, with what is undecided in them."""
    program, values = model.program, model.values
    for rule, head in enumerate(program.heads):
        if values[head] or model.failed_by[rule] != NONE or head in program.helpers:
            continue
        yield _Rule(
            head,
            tuple(atom for atom in program.positive[rule] if not values[atom]),
            tuple(atom for atom in program.blockers(rule) if not values[atom]),
        )
