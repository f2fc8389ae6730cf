"""The well-founded model of a program: the grounded labelling of a map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from argmap.graphs import strongly_connected
from argmap.semantics.program import Atom, Program

UNDECIDED, TRUE, FALSE = 0, 1, 2

_NONE = -1


@frozen(eq=False)
class Model:
    """What holds in a program, what fails, what neither does, and why.

    `values` is UNDECIDED, TRUE or FALSE for each atom. `proved_by` is the rule that an atom was
    derived by, or -1; `failed_by` is the literal for which a rule cannot hold any more, or -1.
    Followed from an atom, they lead to all that its value rests on. `unfounded` are the atoms that
    fail because all that speaks for them leads back to themselves.
    """

    program: Program
    values: Sequence[int]
    proved_by: Sequence[int]
    failed_by: Sequence[Atom]
    unfounded: frozenset[Atom]
    rejected: frozenset[Atom]


def grounded(program: Program, rejected: Iterable[Atom] = ()) -> Model:
    """Return the well-founded model of a program.

    First what follows from facts alone is derived, with counters (Dowling and Gallier 1984). Then,
    per strongly connected component of what is left, those it depends on first, what only rests on
    itself is taken to fail, and what follows from that is derived, until nothing new follows.

    Linear in the size of the program where no cycle runs through a negation, else at most the size
    of a component times the number of its atoms.

    Args:
        program: the map, compiled.
        rejected: statements and steps that are taken not to hold, beside those that the map
            rejects.

    References:
        Van Gelder, Ross and Schlipf 1991, The well-founded semantics for general logic programs.
    """
    derivation = _Derivation(program, program.rejected.union(rejected))
    derivation.derive_from_facts()
    derivation.settle_components()
    return derivation.model()


class _Derivation:
    """A model in the making."""

    def __init__(self, program: Program, rejected: frozenset[Atom]) -> None:
        self.program = program
        self.rejected = rejected
        self.values = bytearray(program.size)
        self.proved_by = [_NONE] * program.size
        self.failed_by = [_NONE] * len(program.rules)
        #: How many literals of each rule are still open; how many rules for each atom.
        self.open_literals = [len(rule.positive) + len(rule.negative) for rule in program.rules]
        self.open_rules = list(map(len, program.rules_of))
        self.unfounded: set[Atom] = set()
        #: Atoms that have a value whose consequences were not drawn yet.
        self.waiting: list[Atom] = []

    def model(self) -> Model:
        return Model(
            self.program,
            self.values,
            self.proved_by,
            self.failed_by,
            frozenset(self.unfounded),
            self.rejected,
        )

    def derive_from_facts(self) -> None:
        """Settle what follows without looking for circles (Fitting's fixpoint)."""
        for atom in self.rejected:
            self.values[atom] = FALSE
            self.waiting.append(atom)
        for atom, count in enumerate(self.open_rules):
            if not count and not self.values[atom]:
                self.values[atom] = FALSE
                self.waiting.append(atom)
        for position, rule in enumerate(self.program.rules):
            if not self.open_literals[position] and not self.values[rule.head]:
                self.values[rule.head] = TRUE
                self.proved_by[rule.head] = position
                self.waiting.append(rule.head)
        self.propagate()

    def propagate(self) -> None:
        """Draw the consequences of the atoms that were given a value."""
        rules, values, waiting = self.program.rules, self.values, self.waiting
        positive, negative = self.program.uses
        open_literals, open_rules = self.open_literals, self.open_rules
        failed_by, proved_by = self.failed_by, self.proved_by
        while waiting:
            atom = waiting.pop()
            met, missed = positive[atom], negative[atom]
            if values[atom] == FALSE:
                met, missed = missed, met
            for position in met:
                open_literals[position] -= 1
                if not open_literals[position]:
                    head = rules[position].head
                    if not values[head]:
                        values[head] = TRUE
                        proved_by[head] = position
                        waiting.append(head)
            for position in missed:
                if failed_by[position] == _NONE:
                    failed_by[position] = atom
                    head = rules[position].head
                    open_rules[head] -= 1
                    if not open_rules[head] and not values[head]:
                        values[head] = FALSE
                        waiting.append(head)

    def settle_components(self) -> None:
        """Settle what is left, component by component, those that others depend on first."""
        left = [atom for atom, value in enumerate(self.values) if value == UNDECIDED]
        if not left:
            return
        for component in list(strongly_connected(left, self.depends_on)):
            while True:
                unfounded = self.unfounded_among(component)
                if not unfounded:
                    break
                self.unfounded.update(unfounded)
                for atom in unfounded:
                    self.values[atom] = FALSE
                self.waiting.extend(unfounded)
                self.propagate()

    def depends_on(self, atom: Atom) -> Iterator[Atom]:
        """Yield the undecided atoms in the bodies of the rules that may still hold."""
        for position in self.program.rules_of[atom]:
            if self.failed_by[position] == _NONE:
                rule = self.program.rules[position]
                for literals in (rule.positive, rule.negative):
                    for other in literals:
                        if not self.values[other]:
                            yield other

    def unfounded_among(self, component: Sequence[Atom]) -> list[Atom]:
        """Return the atoms of a component that only rest on each other, in the order given.

        What is undecided before the component may hold; so may what is negated. What can hold then
        is derived; the rest is unfounded.
        """
        inside = {atom for atom in component if not self.values[atom]}
        rules, rules_of = self.program.rules, self.program.rules_of
        missing: dict[int, int] = {}
        waiting: list[Atom] = []
        founded: set[Atom] = set()
        for atom in inside:
            for position in rules_of[atom]:
                if self.failed_by[position] == _NONE:
                    count = sum(other in inside for other in rules[position].positive)
                    missing[position] = count
                    if not count and atom not in founded:
                        founded.add(atom)
                        waiting.append(atom)
        uses = self.program.uses[0]
        while waiting:
            for position in uses[waiting.pop()]:
                if position in missing:
                    missing[position] -= 1
                    head = rules[position].head
                    if not missing[position] and head not in founded:
                        founded.add(head)
                        waiting.append(head)
        return [atom for atom in component if atom in inside and atom not in founded]
