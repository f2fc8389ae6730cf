"""The well-founded model of a program: the grounded labelling of a map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from argmap.graphs import strongly_connected
from argmap.semantics.program import Atom, Program
from argmap.values import Record

UNDECIDED, TRUE, FALSE = 0, 1, 2

#: No rule, or no atom.
NONE = -1


class Model(Record):
    """What holds in a program, what fails, what neither does, and why."""

    program: Program
    #: UNDECIDED, TRUE or FALSE for each atom.
    values: Sequence[int]
    #: The rule by which each atom was first derived, or NONE.
    proved_by: Sequence[int]
    #: The atom for which each rule cannot hold any more, or NONE: the first that was found. Of a
    #: rule for what is unfounded that is something found to be so together with it.
    failed_by: Sequence[Atom]
    #: The atoms that fail because all that speaks for them leads back to them.
    unfounded: frozenset[Atom]
    #: The atoms that were taken not to hold, the ways of statements included.
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
    away = program.rejected.union(rejected)
    ways = [way for atom in away for way in program.ways_of.get(atom, ())]
    derivation = _Derivation(program, away.union(ways))
    derivation.derive_from_facts()
    derivation.settle_components()
    return derivation.model()


class _Derivation:
    """A model in the making."""

    def __init__(self, program: Program, rejected: frozenset[Atom]) -> None:
        self.program = program
        self.rejected = rejected
        self.values = bytearray(program.size)
        self.proved_by = [NONE] * program.size
        self.failed_by = [NONE] * len(program.heads)
        #: How many literals of each rule, and how many rules for each atom, are still open.
        self.open_literals = [
            len(needed) + len(blocking)
            for needed, blocking in zip(program.positive, program.negative, strict=True)
        ]
        self.open_rules = [0] * program.size
        for head in program.heads:
            self.open_rules[head] += 1
        self.unfounded: set[Atom] = set()
        #: Atoms that have a value whose consequences were not drawn yet.
        self.waiting: list[Atom] = []

    def model(self) -> Model:
        return Model(
            program=self.program,
            values=self.values,
            proved_by=self.proved_by,
            failed_by=self.failed_by,
            unfounded=frozenset(self.unfounded),
            rejected=self.rejected,
        )

    def derive_from_facts(self) -> None:
        """Settle what follows without looking for circles (Fitting's fixpoint)."""
        values, waiting = self.values, self.waiting
        for atom in self.rejected:
            values[atom] = FALSE
            waiting.append(atom)
        for atom, count in enumerate(self.open_rules):
            if not count and not values[atom]:
                values[atom] = FALSE
                waiting.append(atom)
        for rule, count in enumerate(self.open_literals):
            if not count:
                head = self.program.heads[rule]
                if not values[head]:
                    values[head] = TRUE
                    self.proved_by[head] = rule
                    waiting.append(head)
        self.propagate()

    def propagate(self) -> None:
        """Draw the consequences of the atoms that were given a value."""
        heads, values, waiting = self.program.heads, self.values, self.waiting
        needed_by, blocked_by = self.program.needed_by, self.program.blocked_by
        open_literals, open_rules = self.open_literals, self.open_rules
        failed_by, proved_by = self.failed_by, self.proved_by
        while waiting:
            atom = waiting.pop()
            met, missed = needed_by[atom], blocked_by.get(atom, ())
            if values[atom] == FALSE:
                met, missed = missed, met
            for rule in met:
                open_literals[rule] -= 1
                if not open_literals[rule]:
                    head = heads[rule]
                    if not values[head]:
                        values[head] = TRUE
                        proved_by[head] = rule
                        waiting.append(head)
            for rule in missed:
                if failed_by[rule] == NONE:
                    failed_by[rule] = atom
                    head = heads[rule]
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
            while unfounded := self.unfounded_among(component):
                self.fail_together(frozenset(unfounded))
                self.waiting.extend(unfounded)
                self.propagate()

    def fail_together(self, unfounded: frozenset[Atom]) -> None:
        """Settle what is unfounded, and note that each rule for it needs something unfounded.

        Were that left to propagation, it could note for a rule what only follows from its failure.
        """
        self.unfounded.update(unfounded)
        for atom in unfounded:
            self.values[atom] = FALSE
            for rule in self.program.rules_of[atom]:
                if self.failed_by[rule] == NONE:
                    needed = self.program.positive[rule]
                    self.failed_by[rule] = next(one for one in needed if one in unfounded)

    def depends_on(self, atom: Atom) -> Iterator[Atom]:
        """Yield the undecided atoms in the bodies of the rules that may still hold."""
        program = self.program
        for rule in program.rules_of[atom]:
            if self.failed_by[rule] == NONE:
                for other in (*program.positive[rule], *program.negative[rule]):
                    if not self.values[other]:
                        yield other

    def unfounded_among(self, component: Sequence[Atom]) -> list[Atom]:
        """Return the atoms of a component that rest on nothing but each other.

        All that may hold is derived: what is undecided outside of the component and what is negated
        is taken to be so. The rest is unfounded.
        """
        inside = {atom for atom in component if not self.values[atom]}
        program = self.program
        missing: dict[int, int] = {}
        waiting: list[Atom] = []
        founded: set[Atom] = set()
        for atom in inside:
            for rule in program.rules_of[atom]:
                if self.failed_by[rule] == NONE:
                    missing[rule] = sum(other in inside for other in program.positive[rule])
                    if not missing[rule] and atom not in founded:
                        founded.add(atom)
                        waiting.append(atom)
        while waiting:
            for rule in program.needed_by[waiting.pop()]:
                if rule in missing:
                    missing[rule] -= 1
                    head = program.heads[rule]
                    if not missing[rule] and head not in founded:
                        founded.add(head)
                        waiting.append(head)
        return [atom for atom in component if atom in inside and atom not in founded]
