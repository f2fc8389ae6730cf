"""What moves the strength of what: a map as a weighted bipolar graph over numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from attrs import frozen

from argmap.graphs import Graph, strongly_connected
from argmap.model import Position, Status, Step
from argmap.semantics.basis import Basis
from argmap.semantics.gradual.base_scores import base_scores
from argmap.semantics.mentions import originals
from argmap.semantics.program import Atom
from argmap.semantics.terms import Concessions, Terms, bases_on, program_on, rejected_on

#: The number of what nothing stands for.
NOTHING = -1


@frozen(kw_only=True, eq=False)
class Influence:
    """Statements and steps by their numbers, with what moves the strength of each.

    Numbers are those of a `Program`: statements in the author's order, then steps as the graph has
    them, each before those that stand under it.
    """

    graph: Graph
    #: Each statement and step by its id; a second mention has the number of its original.
    numbers: Mapping[str, Atom]
    #: How many of the elements are statements.
    statements: int
    #: The base score of each statement, and the weight of each step.
    base: Sequence[float]
    #: The premises of each step, each once; of statements none.
    premises: Sequence[tuple[Atom, ...]]
    #: The supports of each element, and the attacks that count against it.
    supports: Sequence[Sequence[Atom]]
    attacks: Sequence[Sequence[Atom]]
    #: What each step moves, or NOTHING; of statements NOTHING.
    moves: Sequence[Atom]
    #: What has strength 0 whatever moves it: rejected elements and ill-formed steps.
    absent: frozenset[Atom]

    @property
    def size(self) -> int:
        """How many statements and steps there are."""
        return len(self.base)

    @cached_property
    def uses(self) -> Sequence[Sequence[Atom]]:
        """The steps that use each statement as a premise."""
        found: list[list[Atom]] = [[] for _ in range(self.statements)]
        for step in range(self.statements, self.size):
            for premise in self.premises[step]:
                found[premise].append(step)
        return found

    @cached_property
    def order(self) -> Sequence[Sequence[Atom]]:
        """The elements, each behind what moves it; those that move each other together.

        Linear: first whatever no cycle leads to, one by one (Kahn 1962), then the components of
        what is left.
        """
        first, uses, moves = self.statements, self.uses, self.moves
        rows = zip(self.premises, self.supports, self.attacks, strict=True)
        counts = [len(one) + len(other) + len(third) for one, other, third in rows]
        free = [atom for atom, count in enumerate(counts) if not count]
        for atom in free:  # grows
            if atom < first:
                for step in uses[atom]:
                    counts[step] -= 1
                    if not counts[step]:
                        free.append(step)
            elif (target := moves[atom]) != NOTHING:
                counts[target] -= 1
                if not counts[target]:
                    free.append(target)
        order: list[Sequence[Atom]] = [(atom,) for atom in free]
        if len(free) < self.size:
            left = [atom for atom, count in enumerate(counts) if count]
            order.extend(
                strongly_connected(left, lambda atom: [i for i in self.inputs(atom) if counts[i]])
            )
        return order

    def inputs(self, atom: Atom) -> Sequence[Atom]:
        """Return what moves an element: premises, supports and attacks."""
        return (*self.premises[atom], *self.supports[atom], *self.attacks[atom])

    def moved_by(self, atom: Atom) -> Sequence[Atom]:
        """Return what an element moves: the steps that use it, or the target of a step."""
        if atom < self.statements:
            return self.uses[atom]
        target = self.moves[atom]
        return () if target == NOTHING else (target,)

    def leading_to(self, target: Atom) -> frozenset[Atom]:
        """Return an element and all that moves it, directly or not. O(answer and its edges)."""
        reached = {target}
        waiting = [target]
        while waiting:
            for atom in self.inputs(waiting.pop()):
                if atom not in reached:
                    reached.add(atom)
                    waiting.append(atom)
        return frozenset(reached)

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


def influence_on(graph: Graph, terms: Terms) -> Influence:
    """Return what moves what in a map on some terms, linear in the size of the map.

    Left out are attacks that the terms do not count (`despite`), that no axiom minds, and that
    undercut a strict step. Preferences and issues move nothing: a preference settles which of two
    conflicting steps wins, an issue which answers exclude each other, and strengths have neither
    winners nor answers.

    Raises:
        UnknownElement: the terms name what the map does not have.
    """
    bases = bases_on(graph, terms)
    numbers = _numbers(graph)
    building = _Influences(graph, numbers)
    building.enter_steps(bases, concessions_count=terms.concessions is Concessions.COUNT)
    absent = building.ill_formed
    absent.update(numbers[one.id] for one in graph.map.statements if one.status is Status.REJECTED)
    if terms.reject:
        absent |= rejected_on(program_on(graph, terms), terms.reject)
    weights = [step.inference.weight for step, _ in graph.resolved]
    return Influence(
        graph=graph,
        numbers=numbers,
        statements=len(bases),
        base=[
            *base_scores(graph, bases),
            *(1.0 if weight is None else float(weight) for weight in weights),
        ],
        premises=building.premises,
        supports=building.supports,
        attacks=building.attacks,
        moves=building.moves,
        absent=frozenset(absent),
    )


class _Influences:
    """The lists of an `Influence` in the making."""

    def __init__(self, graph: Graph, numbers: Mapping[str, Atom]) -> None:
        self.graph = graph
        self.numbers = numbers
        self.first_step = len(graph.map.statements)
        size = self.first_step + len(graph.resolved)
        self.premises: list[tuple[Atom, ...]] = [()] * size
        self.supports: list[Sequence[Atom]] = [()] * size
        self.attacks: list[Sequence[Atom]] = [()] * size
        self.moves = [NOTHING] * size
        self.ill_formed: set[Atom] = set()

    def enter_steps(self, bases: Mapping[str, Basis], *, concessions_count: bool) -> None:
        """Enter each step with its premises and what it moves."""
        numbers, first = self.numbers, self.first_step
        immune = self.immune(bases)
        supports: dict[Atom, list[Atom]] = {}
        attacks: dict[Atom, list[Atom]] = {}
        for atom, (step, names) in enumerate(self.graph.resolved, first):
            found = [numbers.get(name, first) for name in names]
            if not found or max(found) >= first:  # AM103; AM101 or AM104
                self.ill_formed.add(atom)
                continue
            self.premises[atom] = tuple(dict.fromkeys(found)) if len(found) > 1 else (found[0],)
            target = numbers[step.target]
            if step.is_support:
                supports.setdefault(target, []).append(atom)
            elif target in immune or (step.position is Position.DESPITE and not concessions_count):
                continue
            else:
                attacks.setdefault(target, []).append(atom)
            self.moves[atom] = target
        for target, steps in supports.items():
            self.supports[target] = steps
        for target, steps in attacks.items():
            self.attacks[target] = steps

    def immune(self, bases: Mapping[str, Basis]) -> frozenset[Atom]:
        """Return what no attack counts against: axioms and strict steps."""
        statements, steps = self.graph.map.statements, self.graph.resolved
        found = [atom for atom, one in enumerate(statements) if bases[one.id] is Basis.AXIOM]
        found += [
            atom for atom, (step, _) in enumerate(steps, self.first_step) if step.inference.strict
        ]
        return frozenset(found)


def _numbers(graph: Graph) -> dict[str, Atom]:
    """Return the number of each statement and step by its id, as a `Program` has them."""
    statements = graph.map.statements
    numbers = {statement.id: atom for atom, statement in enumerate(statements)}
    numbers.update(_numbers_of_steps(graph, enumerate(graph.resolved, len(statements))))
    for mention, original in originals(graph).items():
        numbers[mention] = numbers[original]
    return numbers


def _numbers_of_steps(
    graph: Graph, numbered: Iterable[tuple[int, tuple[Step, tuple[str, ...]]]]
) -> Iterable[tuple[str, Atom]]:
    """Yield the steps that go by their ids; of two elements with one id the graph finds one."""
    for atom, (step, _) in numbered:
        if step.inference.id is None or graph.find(step.id) is step:
            yield step.id, atom
