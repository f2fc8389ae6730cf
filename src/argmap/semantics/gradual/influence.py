"""What moves the strength of what: a map as a weighted bipolar graph over numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from attrs import frozen

from argmap.graphs import Graph
from argmap.model import Position, Status
from argmap.semantics.basis import Basis
from argmap.semantics.gradual.base_scores import base_scores
from argmap.semantics.gradual.folded import NOTHING, Folded
from argmap.semantics.mentions import meant, targets_and_premises
from argmap.semantics.program import Atom
from argmap.semantics.terms import Concessions, Terms, bases_on, program_on, rejected_on

# Looked up once, and not for each statement.
_REJECTED, _AXIOM = Status.REJECTED, Basis.AXIOM


@frozen(kw_only=True, eq=False, slots=False)
class Influence:
    """Statements and steps by their numbers, with what moves the strength of each.

    Numbers are those of a `Program`: statements in the author's order, then steps as the graph has
    them, each before those that stand under it.
    """

    graph: Graph
    #: What each second mention restates in the end.
    meant: Mapping[Atom, Atom]
    #: How many of the elements are statements.
    statements: int
    #: The base score of each statement, and the weight of each step.
    base: Sequence[float]
    #: The premises of each step, each once; of statements none.
    premises: Sequence[tuple[Atom, ...]]
    #: What each step moves, or NOTHING; of statements NOTHING.
    moves: Sequence[Atom]
    #: What has strength 0 whatever moves it: rejected elements and ill-formed steps.
    absent: frozenset[Atom]
    #: The same for a pass over the whole map.
    folded: Folded

    @property
    def size(self) -> int:
        """How many statements and steps there are."""
        return len(self.base)

    @property
    def supports(self) -> Sequence[Sequence[Atom]]:
        """The supports of each element."""
        return self._moving[0]

    @property
    def attacks(self) -> Sequence[Sequence[Atom]]:
        """The attacks that count against each element."""
        return self._moving[1]

    @cached_property
    def _moving(self) -> tuple[list[list[Atom]], list[list[Atom]]]:
        supports: list[list[Atom]] = [[] for _ in range(self.size)]
        attacks: list[list[Atom]] = [[] for _ in range(self.size)]
        first = self.statements
        for step, is_support in enumerate(self.graph.numbered.supports, first):
            if self.moves[step] != NOTHING:
                (supports if is_support else attacks)[self.moves[step]].append(step)
        return supports, attacks

    @cached_property
    def uses(self) -> Sequence[Sequence[Atom]]:
        """The steps that use each statement as a premise."""
        found: list[list[Atom]] = [[] for _ in range(self.statements)]
        for step in range(self.statements, self.size):
            for premise in self.premises[step]:
                found[premise].append(step)
        return found

    @cached_property
    def named(self) -> Mapping[str, Atom]:
        """What goes by an id of the author's, or by an alias; derived ids take making."""
        named, meant_by = self.graph.map.index.named, self.meant
        if not meant_by:
            return named
        return {name: meant_by.get(node, node) for name, node in named.items()}

    @cached_property
    def numbers(self) -> Mapping[str, Atom]:
        """Each statement and step by its id; a second mention has the number of its original.

        Of two elements with one id the first has it.
        """
        graph, meant_by = self.graph, self.meant
        nodes = graph.numbered.statement_nodes
        found = {
            statement.id: meant_by.get(node, node)
            for statement, node in zip(graph.map.statements, nodes, strict=True)
        }
        steps = enumerate(zip(graph.steps, graph.numbered.step_nodes, strict=True), self.statements)
        found.update((step.id, atom) for atom, (step, node) in steps if atom == node)
        return found

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
        found = self.named.get(name)
        if found is not None:
            return found
        element = self.graph.find(name)
        if element is None:
            return None
        node = self.graph.numbered.node(element.id)
        return self.meant.get(node, node)

    def name(self, atom: Atom) -> str:
        """Return the id of a statement or step by its number."""
        if atom < self.statements:
            return self.graph.map.statements[atom].id
        return self.graph.steps[atom - self.statements].id


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
    rejected = rejected_on(program_on(graph, terms), terms.reject) if terms.reject else ()
    building = _Influences(graph, rejected)
    building.enter_steps(
        frozenset(atom for atom, basis in enumerate(bases.values()) if basis is _AXIOM),
        concessions_count=terms.concessions is Concessions.COUNT,
    )
    return Influence(
        graph=graph,
        meant=building.meant,
        statements=building.first_step,
        base=[*base_scores(graph, bases), *building.weights],
        premises=building.premises,
        moves=building.moves,
        absent=frozenset(building.absent),
        folded=building.folded,
    )


class _Influences:
    """The lists of an `Influence` in the making."""

    def __init__(self, graph: Graph, rejected: Iterable[Atom]) -> None:
        self.meant = meant(graph)
        self.numbered = graph.numbered
        statements = graph.map.statements
        self.first_step = len(statements)
        self.targets, premises = targets_and_premises(graph, self.meant)
        self.premises: list[tuple[Atom, ...]] = [()] * self.first_step
        self.premises += premises
        size = len(self.premises)
        self.moves = [NOTHING] * self.first_step
        self.moves += self.targets
        self.weights = [
            1.0 if inference.weight is None else float(inference.weight)
            for inference in self.numbered.inferences
        ]
        self.folded = Folded.of_size(self.first_step, size - self.first_step)
        #: What is rejected, and steps without a premise or with one that is no statement.
        self.absent = {
            *rejected,
            *(
                self.meant.get(atom, atom)
                for atom, statement in enumerate(statements)
                if statement.status is _REJECTED
            ),
        }
        index = graph.map.index
        #: Steps that something may be aimed at without standing under them: what an answer's attack
        #: is aimed at, and the first of those with one id (AM102), which stands for the others.
        self.aimed_at = {
            *self.targets[len(index.inferences) :],
            *(
                index.step_nodes[step]
                for step in index.identified
                if index.step_nodes[step] != step + self.first_step
            ),
        }

    def enter_steps(self, axioms: frozenset[Atom], *, concessions_count: bool) -> None:
        """Enter each step with what moves it and what it moves."""
        first, premises = self.first_step, self.premises
        absent, numbered = self.absent, self.numbered
        folded = self.folded
        supports, attacks, onward, counts, plain = folded
        because, backing, despite = Position.BECAUSE, Position.BACKING, Position.DESPITE
        not_plain = self.aimed_at | absent
        rows = zip(self.targets, numbered.positions, numbered.inferences, self.weights, strict=True)
        for atom, (target, position, inference, weight) in enumerate(rows, first):
            found = premises[atom]
            count = len(found)
            if count > 1:
                # Said twice, as a second mention, it is one premise.
                found = premises[atom] = tuple(dict.fromkeys(found))
                count = len(found)
            if not count or found[0] >= first or (count > 1 and max(found) >= first):
                folded.unfold(atom)
                absent.add(atom)  # AM103; AM101 or AM104
                premises[atom] = ()
                self.moves[atom] = NOTHING
                continue
            source = found[0]
            if (
                count == 1
                and weight == 1.0
                and source != target
                and not (inference.unless or inference.backing)
                and atom not in not_plain
            ):
                plain.append(atom)
            else:
                folded.unfold(atom)
                source = atom
                counts[atom] = count
                for premise in found:
                    onward[premise].append(atom)
            if position is because or position is backing:
                supports[target].append(source)
            elif (
                target in axioms
                or (position is despite and not concessions_count)
                or (target >= first and numbered.inferences[target - first].strict)
            ):
                self.moves[atom] = NOTHING
                continue
            else:
                attacks[target].append(source)
            counts[target] += 1
            onward[source].append(target)
