"""A map as a ground normal logic program, whose models are the labellings of the map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypeAlias

from argmap.errors import UnknownElement
from argmap.graphs import Graph
from argmap.model import Inference
from argmap.semantics.basis import Basis
from argmap.spelling import did_you_mean
from argmap.values import Record

#: A statement, a step, a way or a helper, by its number.
Atom: TypeAlias = int

#: Atoms that hold together, or of which none holds.
Literals: TypeAlias = tuple[Atom, ...]


class Way(NamedTuple):
    """One way in which a statement can come to stand: by its basis, or by a reason."""

    statement: Atom
    #: The support; None for the basis.
    reason: Atom | None


class Program(Record):
    """Rules over numbers; `argmap.semantics.compilation` says how a map becomes one.

    The atoms are, in this order: statements and steps, as the graph has them, then, mixed, ways and
    helpers. Ways stand only for statements that have objections or rivals. A helper stands for "one
    of these" and occurs only negated, so that not each of many rules need list them all: thus the
    program is linear in the size of the map. Rules that share a head have one positive literal and
    no other, or none.

    References:
        Caminada, Sá, Alcântara and Dvořák 2015: labellings of arguments and of logic programs.
    """

    graph: Graph
    bases: Mapping[str, Basis]
    #: How many atoms are statements; statements or steps; anything.
    statements: int
    elements: int
    size: int
    #: Rule k says that `heads[k]` holds where all of `positive[k]` does, and none of `negative[k]`.
    heads: Sequence[Atom]
    positive: Sequence[Literals]
    negative: Sequence[Literals]
    ways: Mapping[Atom, Way]
    #: What each helper stands for: statements, steps, ways and other helpers.
    helpers: Mapping[Atom, Literals]
    #: The supports of each statement or step, and the attacks that count against it.
    supports: Mapping[Atom, Sequence[Atom]]
    attacks: Mapping[Atom, Sequence[Atom]]
    #: Steps without a premise, or with one that is no statement of the map: none holds.
    ill_formed: frozenset[Atom]
    #: Statements that the map itself rejects: none holds.
    rejected: frozenset[Atom]
    #: Each statement and step by its id; of two with one id (AM102) the one that the graph finds. A
    #: second mention goes by the number of its original.
    numbers: Mapping[str, Atom]

    def atom(self, name: str) -> Atom | None:
        """Return the number of what an id, alias or derived id names, or None."""
        found = self.numbers.get(name)
        if found is None:
            element = self.graph.find(name)
            return None if element is None else self.numbers.get(element.id)
        return found

    def known(self, name: str) -> Atom:
        """Return the number of what an id, alias or derived id names.

        Raises:
            UnknownElement: nothing goes by that name.
        """
        atom = self.atom(name)
        if atom is None:
            hint = did_you_mean(name, list(self.numbers))
            msg = f"the map has no element {name!r}" + (f"; {hint}" if hint else "")
            raise UnknownElement(msg)
        return atom

    def name(self, atom: Atom) -> str:
        """Return the id of a statement or step by its number."""
        if atom < self.statements:
            return self.graph.map.statements[atom].id
        return self.graph.resolved[atom - self.statements][0].id

    def step(self, atom: Atom) -> Inference:
        """Return a step by its number."""
        return self.graph.resolved[atom - self.statements][0].inference

    def blockers(self, rule: int) -> Iterator[Atom]:
        """Yield the statements, steps and ways that a rule needs not to hold, each once."""
        return members(self.negative[rule], self.helpers)

    @cached_property
    def ways_of(self) -> Mapping[Atom, Sequence[Atom]]:
        """The ways of each statement that has any."""
        found: dict[Atom, list[Atom]] = {}
        for atom, way in self.ways.items():
            found.setdefault(way.statement, []).append(atom)
        return found

    @cached_property
    def rules_of(self) -> Sequence[Sequence[int]]:
        """The rules for each atom."""
        found: list[list[int]] = [[] for _ in range(self.size)]
        for rule, head in enumerate(self.heads):
            found[head].append(rule)
        return found

    @cached_property
    def needed_by(self) -> Sequence[Sequence[int]]:
        """The rules that need each atom to hold."""
        found: list[list[int]] = [[] for _ in range(self.size)]
        for rule, atoms in enumerate(self.positive):
            for atom in atoms:
                found[atom].append(rule)
        return found

    @cached_property
    def blocked_by(self) -> Mapping[Atom, Sequence[int]]:
        """The rules that need an atom not to hold; most atoms have none."""
        found: dict[Atom, list[int]] = {}
        for rule, atoms in enumerate(self.negative):
            for atom in atoms:
                found.setdefault(atom, []).append(rule)
        return found


def members(atoms: Literals, helpers: Mapping[Atom, Literals]) -> Iterator[Atom]:
    """Yield atoms in their order, each once, and for a helper what it stands for."""
    waiting, seen = [*dict.fromkeys(atoms)][::-1], set(atoms)
    while waiting:
        atom = waiting.pop()
        if atom not in helpers:
            yield atom
            continue
        for member in reversed(helpers[atom]):
            if member not in seen:
                seen.add(member)
                waiting.append(member)
