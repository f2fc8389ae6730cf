"""In which order a map is read: what a diagram and an outline begin with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from argmap.graphs import Graph
from argmap.model import ArgumentMap, Statement, Step


class Aims:
    """The steps of a map by what they aim at: a statement, or another step.

    Two steps that go by one id, or a step and a statement (AM102), are still told apart.
    """

    def __init__(self, graph: Graph) -> None:
        """Sort the steps; within a target they keep their order."""
        self._at_statements: dict[str, list[Step]] = {}
        self._at_steps: dict[int, list[Step]] = {}
        # The map gives a step before those that stand under it: how many do is all one must know.
        above: list[Step] = []
        missing: list[int] = []
        written = graph.map.steps
        for step in written:
            while missing and not missing[-1]:
                above.pop()
                missing.pop()
            if above:
                missing[-1] -= 1
                self._at_steps.setdefault(id(above[-1]), []).append(step)
            else:
                self._at_statements.setdefault(step.target, []).append(step)
            inference = step.inference
            if inference.unless or inference.backing:
                above.append(step)
                missing.append(len(inference.unless) + len(inference.backing))
        for step in graph.steps[len(written) :]:
            target = graph.find(step.target)
            if isinstance(target, Step):
                self._at_steps.setdefault(id(target), []).append(step)
            else:
                self._at_statements.setdefault(step.target, []).append(step)

    def at_statement(self, name: str) -> Sequence[Step]:
        """Return the steps aimed at a statement."""
        return self._at_statements.get(name, ())

    def at_step(self, step: Step) -> Sequence[Step]:
        """Return the steps aimed at a step."""
        return self._at_steps.get(id(step), ())

    def under(self, name: str) -> Iterator[tuple[Step, Step | None]]:
        """Yield each step that stands under a statement, with the step it is aimed at, if any.

        A step comes before those that are aimed at it, and these before its neighbour.
        """
        waiting: list[tuple[Step, Step | None]] = [
            (step, None) for step in reversed(self.at_statement(name))
        ]
        while waiting:
            step, target = waiting.pop()
            yield step, target
            waiting += ((inner, step) for inner in reversed(self.at_step(step)))


class Roots(NamedTuple):
    """The statements at which reading begins: between them they lead to every other."""

    #: The main conclusions; where the map has none, its sinks, and where it has none, `others`.
    main: tuple[str, ...]
    #: Statements that lead to none of them.
    others: tuple[str, ...]


def restatements(argument_map: ArgumentMap, graph: Graph) -> dict[str, list[Statement]]:
    """Return the second mentions of each statement that has any.

    What restates nothing that there is stands by itself.
    """
    found: dict[str, list[Statement]] = {}
    for statement in argument_map.statements:
        if statement.restates is not None:
            original = graph.find(statement.restates)
            if isinstance(original, Statement):
                found.setdefault(original.id, []).append(statement)
    return found


def roots(argument_map: ArgumentMap, graph: Graph, aims: Aims) -> Roots:
    """Return the statements to begin with. O(size of the map)."""
    again = restatements(argument_map, graph)
    reached: set[str] = set()

    def reach(start: str) -> None:
        waiting = [start]
        while waiting:
            name = waiting.pop()
            if name not in reached:
                reached.add(name)
                waiting += (statement.id for statement in again.get(name, ()))
                for step, _ in aims.under(name):
                    waiting += (graph.canonical(p.statement) for p in step.inference.premises)

    def taken(names: Iterable[str]) -> Iterator[str]:
        for name in names:
            if name not in reached:
                reach(name)
                yield name

    main = graph.main or graph.sinks
    for name in main:
        reach(name)
    used = {p.statement for step in graph.steps for p in step.inference.premises}
    first = (
        statement.id
        for statement in argument_map.statements
        if statement.restates is None and used.isdisjoint((statement.id, *statement.aliases))
    )
    rest = (statement.id for statement in argument_map.statements)
    others = (*taken(first), *taken(rest))
    return Roots(main, others) if main else Roots(others, ())
