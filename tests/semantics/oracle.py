"""The grounded labelling by its definition, with sets: slow, plain, and read off the map itself.

It shares nothing with what it is held against: no graph, no numbers, no bases, no compilation.

The program of a map, with statements s, ways v of s (its basis, and its supports), steps i:

```
s<-v :- v, not j (attacks j on s), not q<-w (ways w of rivals q)     save where v is strict, s is
s    :- s<-v                                                         an axiom, or v > j, v > w
i    :- p (its premises), not u (attacks u on i)                     save where i is strict
```

and its well-founded model is the least fixpoint of gamma applied twice, where gamma(X) is the least
model of the rules that have nothing of X negated in them (Van Gelder 1993).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import TypeAlias

from attrs import frozen

from argmap.model import (
    ArgumentMap,
    Kind,
    Leaves,
    Position,
    PremiseKind,
    Statement,
    Status,
    Step,
)

#: A statement or step, or a way: a statement with its support, or with "" for its basis.
Atom: TypeAlias = str | tuple[str, str]


@frozen
class Rule:
    """What holds where all of some atoms hold, and none of some others."""

    head: Atom
    positive: frozenset[Atom]
    negative: frozenset[Atom]


def oracle(
    argument_map: ArgumentMap,
    rejected: Iterable[str] = (),
    *,
    leaves: Leaves | None = None,
    concessions_count: bool = False,
) -> dict[str, str]:
    """Return `in`, `out` or `undecided` for each statement and step."""
    reading = Reading(argument_map, leaves, concessions_count=concessions_count)
    rules = reading.rules({reading.meant(name) for name in rejected})
    true: frozenset[Atom] = frozenset()
    while True:
        possible = _gamma(rules, true)
        following = _gamma(rules, possible)
        if following == true:
            break
        true = following
    names = [s.id for s in argument_map.statements] + [s.id for s in argument_map.steps]
    found = {}
    for name in names:
        atom = reading.meant(name)
        found[name] = "in" if atom in true else "undecided" if atom in possible else "out"
    return found


def program(argument_map: ArgumentMap) -> tuple[list[Rule], dict[str, str]]:
    """Return the program of a map, and what each statement and step is about."""
    reading = Reading(argument_map, argument_map.leaves, concessions_count=False)
    names = [s.id for s in argument_map.statements] + [s.id for s in argument_map.steps]
    return reading.rules(set()), {name: reading.meant(name) for name in names}


def least_model(rules: Iterable[Rule], negated: frozenset[Atom]) -> frozenset[Atom]:
    """Return the least model of the rules that stay when what they negate is looked up."""
    return _gamma(rules, negated)


def _gamma(rules: Iterable[Rule], negated: frozenset[Atom]) -> frozenset[Atom]:
    """Return the least model of the rules that stay when what they negate is looked up."""
    left = [rule for rule in rules if not rule.negative & negated]
    model: set[Atom] = set()
    while True:
        new = {rule.head for rule in left if rule.positive <= model} - model
        if not new:
            return frozenset(model)
        model |= new


class Reading:
    """A map, read as the definition reads it."""

    def __init__(
        self,
        argument_map: ArgumentMap,
        leaves: Leaves | None = None,
        *,
        concessions_count: bool = False,
    ) -> None:
        self.map = argument_map
        self.leaves = leaves or argument_map.leaves
        self.concessions_count = concessions_count
        self.statements = {s.id: s for s in argument_map.statements}
        self.steps = {s.id: s for s in argument_map.steps}
        self.strictly_better = self._closed()

    def meant(self, name: str) -> str:
        """Return the id of what a name is about: of a second mention, what it restates."""
        found = self.map.find(name)
        here = name if found is None else found.id
        seen = {here}
        while here in self.statements and self.statements[here].restates is not None:
            restated = self.map.find(str(self.statements[here].restates))
            if not isinstance(restated, Statement):
                return here
            if restated.id in seen:  # a circle: whoever leads into it stands for itself
                return name if found is None else found.id
            here = restated.id
            seen.add(here)
        return here

    def basis(self, statement: Statement) -> str:
        """Return `axiom`, `stands` or `open`."""
        if statement.status is not Status.ASSERTED:
            return "open"
        if statement.given:
            return "axiom"
        if statement.questioned or statement.kind is Kind.CONCLUSION:
            return "open"
        if statement.kind in {Kind.EVIDENCE, Kind.ASSUMPTION}:
            return "stands"
        if statement.because:
            return "open"
        assumed = {
            self.meant(premise.statement)
            for step in self.steps.values()
            for premise in step.inference.premises
            if premise.kind is PremiseKind.ASSUMPTION
        }
        by_author = self.leaves is Leaves.AUTHOR
        return "stands" if by_author or statement.id in assumed else "open"

    def rules(self, rejected: set[str]) -> list[Rule]:
        """Return the program, without the rules for what is rejected."""
        gone = rejected | {
            self.meant(s.id) for s in self.statements.values() if s.status is Status.REJECTED
        }
        originals = [s for s in self.statements.values() if self.meant(s.id) == s.id]
        made = [rule for s in originals if s.id not in gone for rule in self._for_statement(s)]
        made += [rule for s in self.steps.values() if s.id not in gone for rule in self._step(s)]
        return made

    def ways(self, statement: Statement) -> list[str]:
        bases = [] if self.basis(statement) == "open" else [""]
        return bases + [
            step.id
            for step in self.steps.values()
            if step.target == statement.id and step.is_support
        ]

    def _for_statement(self, statement: Statement) -> Iterator[Rule]:
        attacks = self.attacks(statement.id)
        rivals = self.rivals(statement.id)
        for way in self.ways(statement):
            strict = way != "" and self.steps[way].inference.strict
            negative: set[Atom] = set()
            if not strict and self.basis(statement) != "axiom":
                negative |= {a for a in attacks if (way, a) not in self.strictly_better}
                negative |= {
                    (rival, theirs)
                    for rival in rivals
                    for theirs in self.ways(self.statements[rival])
                    if (way, theirs) not in self.strictly_better
                }
            positive: frozenset[Atom] = frozenset([way] if way else [])
            yield Rule((statement.id, way), positive, frozenset(negative))
            yield Rule(statement.id, frozenset([(statement.id, way)]), frozenset())

    def _step(self, step: Step) -> Iterator[Rule]:
        premises = [self.meant(premise.statement) for premise in step.inference.premises]
        if premises and all(premise in self.statements for premise in premises):
            against = [] if step.inference.strict else self.attacks(step.id)
            yield Rule(step.id, frozenset(premises), frozenset(against))

    def attacks(self, target: str) -> list[str]:
        return [
            step.id
            for step in self.steps.values()
            if step.target == target
            and not step.is_support
            and (self.concessions_count or step.position is not Position.DESPITE)
        ]

    def rivals(self, name: str) -> set[str]:
        found = set()
        for issue in self.map.issues:
            positions = {self.meant(position) for position in issue.positions}
            if name in positions:
                found |= positions & self.statements.keys() - {name}
        return found

    def _closed(self) -> set[tuple[str, str]]:
        """Return the pairs of steps of which one is better, and not worse as well."""
        pairs = set()
        for preference in self.map.preferences:
            better, worse = self.map.find(preference.better), self.map.find(preference.worse)
            if isinstance(better, Step) and isinstance(worse, Step):
                pairs.add((better.id, worse.id))
        while True:
            new = {(a, d) for (a, b), (c, d) in product(pairs, pairs) if b == c} - pairs
            if not new:
                return {(a, b) for a, b in pairs if (b, a) not in pairs}
            pairs |= new
