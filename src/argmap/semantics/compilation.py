"""Compiling a map into a logic program.

With statements s, ways v of s (its basis, and its supports), steps i:

```
s<-v :- v, not j (attacks j on s), not r (rivals r of s)       save where v is strict, or v > j, r
s    :- s<-v
i    :- p (its premises), not u (attacks u on i)               save where i is strict
```

Nothing speaks against an axiom. A conceded attack is in no body, unless concessions count. Support
of a step (backing) is in none either: it says why the step may be taken, and counts in strengths.
Of two rivals in an issue each speaks against the other; a way that is preferred to some ways of a
rival has the others alone against it.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from argmap.graphs import Graph
from argmap.model import Issue, Position, Statement, Status, Step
from argmap.semantics.basis import Basis
from argmap.semantics.mentions import meant, originals, targets_and_premises
from argmap.semantics.preferences import preferences_of
from argmap.semantics.program import Atom, Literals, Program, Way, members

# Looked up once, and not for each statement or step.
_REJECTED, _OPEN, _DESPITE = Status.REJECTED, Basis.OPEN, Position.DESPITE


def compiled(
    graph: Graph, bases: Mapping[str, Basis], *, concessions_count: bool = False
) -> Program:
    """Return a map as a logic program, linear in the size of the map.

    Args:
        graph: the graph of the map, attacks by answers included.
        bases: what each statement stands on by itself.
        concessions_count: whether objections that the author concedes and judges outweighed
            defeat as other objections do.
    """
    return _Compiler(graph, bases, concessions_count=concessions_count).program()


class _Compiler:
    """The program in the making."""

    def __init__(
        self, graph: Graph, bases: Mapping[str, Basis], *, concessions_count: bool
    ) -> None:
        self.graph = graph
        self.bases = bases
        self.first_step = len(graph.map.statements)
        self.elements = self.size = self.first_step + len(graph.resolved)
        self.numbers = _numbers(graph, originals(graph))
        self.heads: list[Atom] = []
        self.positive: list[Literals] = []
        self.negative: list[Literals] = []
        self.ways: dict[Atom, Way] = {}
        self.helpers: dict[Atom, Literals] = {}
        self.supports: dict[Atom, list[Atom]] = {}
        self.attacks: dict[Atom, list[Atom]] = {}
        self.ill_formed: set[Atom] = set()
        self.enter_steps(concessions_count=concessions_count)
        self.preferences = preferences_of(self.graph, self.numbers)
        self.enter_statements()

    def program(self) -> Program:
        return Program(
            graph=self.graph,
            bases=self.bases,
            statements=self.first_step,
            elements=self.elements,
            size=self.size,
            heads=self.heads,
            positive=self.positive,
            negative=self.negative,
            ways=self.ways,
            helpers=self.helpers,
            supports=self.supports,
            attacks=self.attacks,
            ill_formed=frozenset(self.ill_formed),
            rejected=frozenset(
                self.numbers[statement.id]
                for statement in self.graph.map.statements
                if statement.status is _REJECTED
            ),
            numbers=self.numbers,
        )

    def enter_steps(self, *, concessions_count: bool) -> None:
        """Sort the steps by their targets, and add their rules."""
        first = self.first_step
        supports, attacks = self.supports, self.attacks
        targets, bodies = targets_and_premises(self.graph, meant(self.graph))
        for atom, (step, _) in enumerate(self.graph.resolved, first):
            body, target = bodies[atom - first], targets[atom - first]
            if not body or max(body) >= first:  # AM103; AM101 or AM104
                self.ill_formed.add(atom)
            if step.is_support:
                supports.setdefault(target, []).append(atom)
            elif concessions_count or step.position is not _DESPITE:
                attacks.setdefault(target, []).append(atom)
        for atom, (step, _) in enumerate(self.graph.resolved, first):
            if atom not in self.ill_formed:
                undercuts: Literals = ()
                if atom in attacks and not step.inference.strict:
                    undercuts = tuple(attacks[atom])
                self.add(atom, bodies[atom - first], undercuts)

    def enter_statements(self) -> None:
        """Add the rules of the statements."""
        rivals = self.rivals()
        contested: dict[Atom, Literals] = {}
        for atom, statement in enumerate(self.graph.map.statements):
            if self.numbers[statement.id] != atom:
                continue  # a second mention
            basis = self.bases[statement.id]
            against = (*self.attacks.get(atom, ()), *rivals.get(atom, ()))
            if against and basis is not Basis.AXIOM:
                contested[atom] = against
                continue
            if basis is not _OPEN:
                self.add(atom, (), ())
            for reason in self.supports.get(atom, ()):
                self.add(atom, (reason,), ())
        ways = {atom: self.ways_of(atom) for atom in contested}
        for atom, against in contested.items():
            self.enter_contested(ways[atom], against, ways)

    def ways_of(self, statement: Atom) -> list[Atom]:
        """Make the ways of a statement that has something against it."""
        reasons: list[Atom | None] = [*self.supports.get(statement, ())]
        if self.bases[self.graph.map.statements[statement].id] is not Basis.OPEN:
            reasons.insert(0, None)
        made = []
        for reason in reasons:
            way = self.new_atom()
            self.ways[way] = Way(statement, reason)
            made.append(way)
        return made

    def enter_contested(
        self, own: list[Atom], against: Literals, ways: Mapping[Atom, list[Atom]]
    ) -> None:
        """Add the rules of a statement, given its ways, what speaks against it, and all ways."""
        together = against
        if len(against) > 1 and len(own) > 1:
            together = (self.helper(against),)
        for way in own:
            statement, reason = self.ways[way]
            body: Literals = ()
            blockers = together
            if reason is not None:
                body = (reason,)
                worse = self.preferences.worse_than(reason)
                if self.step(reason).inference.strict:
                    blockers = ()
                elif worse:
                    blockers = self.not_worse(against, worse, ways)
            self.add(way, body, blockers)
            self.add(statement, (way,), ())

    def not_worse(
        self, against: Literals, worse: frozenset[Atom], ways: Mapping[Atom, list[Atom]]
    ) -> Literals:
        """Return what is left of attacks and rivals without what is worse than a reason."""
        left: list[Atom] = []
        for atom in members(against, self.helpers):
            theirs = ways.get(atom, ())
            if any(self.ways[way].reason in worse for way in theirs):
                left.extend(way for way in theirs if self.ways[way].reason not in worse)
            elif atom not in worse:
                left.append(atom)
        return tuple(left)

    def rivals(self) -> dict[Atom, list[Atom]]:
        """Return the rivals of each statement: the other positions of its issues.

        Those of a large issue are put together from what stands before and behind a position, so
        that they take as many helpers as there are positions, and not their square.
        """
        found: dict[Atom, list[Atom]] = {}
        for issue in self.graph.map.issues:
            positions = positions_of(issue, self.graph, self.numbers)
            for order in (positions, positions[::-1]):
                together: Atom | None = None
                for before, position in pairwise(order):
                    together = before if together is None else self.helper((together, before))
                    found.setdefault(position, []).append(together)
        return found

    def helper(self, stands_for: Literals) -> Atom:
        """Return a new atom that holds where one of some others does."""
        made = self.new_atom()
        self.helpers[made] = stands_for
        for one in stands_for:
            self.add(made, (one,), ())
        return made

    def add(self, head: Atom, positive: Literals, negative: Literals) -> None:
        self.heads.append(head)
        self.positive.append(positive)
        self.negative.append(negative)

    def new_atom(self) -> Atom:
        self.size += 1
        return self.size - 1

    def step(self, atom: Atom) -> Step:
        return self.graph.resolved[atom - self.first_step][0]


def positions_of(issue: Issue, graph: Graph, numbers: Mapping[str, Atom]) -> list[Atom]:
    """Return the statements that are positions of an issue, second mentions as their originals."""
    named = (graph.find(name) for name in issue.positions)
    return list(dict.fromkeys(numbers[one.id] for one in named if isinstance(one, Statement)))


def _numbers(graph: Graph, mentions: Mapping[str, str]) -> dict[str, Atom]:
    """Return the number of each statement and step by its id.

    Of two elements with one id, which AM102 reports, that one has it which the graph finds.
    """
    statements = graph.map.statements
    numbers = {statement.id: atom for atom, statement in enumerate(statements)}
    for atom, (step, _) in enumerate(graph.resolved, len(statements)):
        if step.inference.id is None or graph.find(step.id) is step:
            numbers[step.id] = atom
    for mention, original in mentions.items():
        numbers[mention] = numbers[original]
    return numbers
