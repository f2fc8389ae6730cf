"""A map as a ground normal logic program, whose models are the labellings of the map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypeAlias

from attrs import frozen

from argmap.graphs import Graph
from argmap.semantics.basis import Basis

#: A statement, a step, a way or a helper, by its number.
Atom: TypeAlias = int


class Way(NamedTuple):
    """One way in which a statement can come to stand: by its basis, or by a reason."""

    statement: Atom
    #: The support; None for the basis.
    reason: Atom | None


class Rule(NamedTuple):
    """The head holds where the whole positive body does and nothing of the negative one."""

    head: Atom
    positive: tuple[Atom, ...]
    negative: tuple[Atom, ...]


@frozen(kw_only=True, eq=False)
class Program:
    """Rules over numbers; see `argmap.semantics.compilation` for how a map becomes one.

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
    rules: Sequence[Rule]
    ways: Mapping[Atom, Way]
    #: What each helper stands for: statements, steps, ways and other helpers.
    helpers: Mapping[Atom, tuple[Atom, ...]]
    #: The supports of each statement or step, and the attacks that count against it.
    supports: Mapping[Atom, Sequence[Atom]]
    attacks: Mapping[Atom, Sequence[Atom]]
    #: Steps without a premise, or with one that is no statement of the map: none holds.
    ill_formed: frozenset[Atom]
    #: Statements that the map itself rejects: none holds.
    rejected: frozenset[Atom]
    #: Each statement and step by its id; of two with one id (AM102) the first. A second mention
    #: goes by the number of its original.
    numbers: Mapping[str, Atom]

    def atom(self, name: str) -> Atom | None:
        """Return the number of what an id, alias or derived id names, or None."""
        found = self.numbers.get(name)
        if found is None:
            element = self.graph.find(name)
            return None if element is None else self.numbers.get(element.id)
        return found

    def name(self, atom: Atom) -> str:
        """Return the id of a statement or step by its number."""
        if atom < self.statements:
            return self.graph.map.statements[atom].id
        return self.graph.resolved[atom - self.statements][0].id

    def premises(self, step: Atom) -> tuple[Atom, ...]:
        """Return the premises of a step, those left out that are no statements of the map."""
        names = self.graph.resolved[step - self.statements][1]
        found = (self.numbers.get(name) for name in names)
        return tuple(atom for atom in found if atom is not None and atom < self.statements)

    def blockers(self, rule: Rule) -> Iterator[Atom]:
        """Yield the statements, steps and ways that a rule needs not to hold, each once."""
        return members(rule.negative, self.helpers)

    @cached_property
    def rules_of(self) -> Sequence[Sequence[int]]:
        """The positions of the rules for each atom."""
        found: list[list[int]] = [[] for _ in range(self.size)]
        for position, rule in enumerate(self.rules):
            found[rule.head].append(position)
        return found

    @cached_property
    def uses(self) -> tuple[Sequence[Sequence[int]], Sequence[Sequence[int]]]:
        """The positions of the rules with each atom in the positive, and in the negative, body."""
        positive: list[list[int]] = [[] for _ in range(self.size)]
        negative: list[list[int]] = [[] for _ in range(self.size)]
        for position, rule in enumerate(self.rules):
            for atom in rule.positive:
                positive[atom].append(position)
            for atom in rule.negative:
                negative[atom].append(position)
        return positive, negative


def members(atoms: tuple[Atom, ...], helpers: Mapping[Atom, tuple[Atom, ...]]) -> Iterator[Atom]:
    """Yield atoms in their order, each once, and for a helper what it stands for."""
    waiting, seen = list(dict.fromkeys(reversed(atoms))), set(atoms)
    while waiting:
        atom = waiting.pop()
        if atom not in helpers:
            yield atom
            continue
        for member in reversed(helpers[atom]):
            if member not in seen:
                seen.add(member)
                waiting.append(member)
