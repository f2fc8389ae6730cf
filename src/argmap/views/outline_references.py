"""How an outline names what it tells elsewhere: by number where it has one, else in words."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.graphs import Graph
from argmap.model import Position, Step
from argmap.views import outline_phrases as phrases
from argmap.views.outline_entries import Plan

#: What a step is called by where it stands.
NOUNS = {
    Position.BECAUSE: "reason",
    Position.BACKING: "backing",
    Position.UNLESS: "exception",
    Position.AGAINST: "objection",
    Position.DESPITE: "conceded objection",
    Position.ANSWER: "objection",
}


class References:
    """Names statements and steps of an outline."""

    def __init__(self, graph: Graph, plan: Plan) -> None:
        """Look up numbers in a plan."""
        self._graph = graph
        self._plan = plan
        self._statements = {statement.id: statement for statement in graph.map.statements}

    def statement(self, name: str) -> str:
        """Return the number of a statement, else words that name it."""
        name = self._graph.canonical(name)
        number = self._plan.numbers.get(name)
        if number is not None:
            return number
        statement = self._statements.get(name)
        return f"“{name}”" if statement is None else phrases.first_words(statement)

    def step(self, step: Step) -> str:
        """Return words for a step by which it is known among others, where it stands."""
        first = self._plan.begins.get(id(step))
        noun = NOUNS[step.position]
        if first is None:
            return f"this {noun}"
        # Its premises are numbered one behind the other, those that are taken for granted last.
        others = (len(step.inference.ordinary) or len(step.inference.premises)) - 1
        if not others:
            return f"the {noun} from {first}"
        above, dot, number = first.rpartition(".")
        last = f"{above}{dot}{int(number) + others}"
        return f"the {noun} from {first} {'and' if others == 1 else 'to'} {last}"

    def is_told(self, step: Step) -> bool:
        """Return whether a step has a number by which it is known."""
        return id(step) in self._plan.begins

    def element(self, name: str) -> str:
        """Return words for what a name stands for, be it a statement, a step, or nothing."""
        found = None if name in self._statements else self._graph.find(name)
        if not isinstance(found, Step):
            return self.statement(name)
        return self.step(found) if self.is_told(found) else f"the step “{name}”"

    def elements(self, names: Iterable[str]) -> str:
        """Return words for several, as running text."""
        return phrases.listed(self.element(name) for name in names)
