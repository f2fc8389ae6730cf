"""What an outline says, in which order and under which number; how it says it is told elsewhere."""

from __future__ import annotations

import itertools
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from argmap.graphs import Graph
from argmap.model import ArgumentMap, Position, Premise, PremiseKind, Step
from argmap.views.order import Aims, restatements, roots
from argmap.views.outline_ancestry import Ancestry
from argmap.views.outline_entries import (
    Again,
    Bare,
    Lead,
    Missing,
    More,
    Part,
    Plan,
    Pointed,
    Remarks,
    Sort,
    Told,
)

#: How deep a tree grows before it is continued in a new one.
LEVELS = 20
#: How long a number grows before the tree is continued in a new one.
LONGEST_NUMBER = 40


class _Use(NamedTuple):
    """A statement to be told, or a name that nothing goes by."""

    level: int
    number: str
    name: str
    premise: Premise | None
    #: Id of the statement under which it stands.
    under: str | None
    #: How many levels lie between it and the beginning, those above a continuation included.
    distance: int


class _Tree(NamedTuple):
    """A tree that is still to be told."""

    name: str
    under: str | None
    distance: int
    #: The number at which it was put off.
    number: str = ""


_Pending: TypeAlias = _Use | Lead | Again | Remarks | Bare | More


def plan(argument_map: ArgumentMap, graph: Graph, root: str | None, depth: int | None) -> Plan:
    """Return what an outline says. O(size of the map)."""
    planner = _Planner(argument_map, graph, depth)
    if root is not None:
        planner.trees(Sort.ROOT, [root], [root])
    else:
        main, others = roots(argument_map, graph, planner.aims)
        sort = Sort.MAIN if graph.main else Sort.SINKS if graph.sinks else Sort.ALL
        planner.trees(sort, main, (*main, *others))
        planner.trees(Sort.OTHERS, others, ())
    planner.done.ancestry.close()
    return planner.done


class _Planner:
    def __init__(self, argument_map: ArgumentMap, graph: Graph, depth: int | None) -> None:
        self.aims = Aims(graph)
        self.done = Plan([], {}, {}, Ancestry())
        self._graph = graph
        self._statements = {statement.id: statement for statement in argument_map.statements}
        self._again = restatements(argument_map, graph)
        self._depth = depth
        self._prefers = bool(argument_map.preferences)
        self._shortest: dict[str, int] = {}
        #: Trees with which the outline begins, and under what the first to point to one stands.
        self._reserved: dict[str, str | None] = {}
        self._waiting: dict[str, _Tree] = {}
        self._queue: deque[str] = deque()
        self._count = 0

    def trees(self, sort: Sort, names: Sequence[str], reserved: Iterable[str]) -> None:
        """Tell some trees, and then what was too deep in them.

        Args:
            sort: what the trees are.
            names: the statements at their roots.
            reserved: the roots of these trees and of those to come, met for the first time.
        """
        self._reserved.update(dict.fromkeys(reserved))
        if self._depth is not None and not self._shortest:
            self._measure()
        for nth, name in enumerate(names, 1):
            if sort is Sort.MAIN or nth == 1:
                self.done.entries.append(Part(sort, nth, len(names)))
            self._tree(_Tree(name, self._reserved.pop(name), 0))
        while self._queue:
            name = self._queue.popleft()
            tree = self._waiting.pop(name)
            if name not in self.done.numbers:
                self.done.entries.append(Part(Sort.CONTINUED, continued=tree.number))
                self._tree(tree)

    def _tree(self, tree: _Tree) -> None:
        self._count += 1
        stack: list[_Pending] = [
            _Use(1, str(self._count), tree.name, None, tree.under, tree.distance)
        ]
        while stack:
            pending = stack.pop()
            if isinstance(pending, _Use):
                stack += reversed(list(self._tell(pending)))
            else:
                self.done.entries.append(pending)

    def _tell(self, use: _Use) -> Iterator[_Pending]:
        """Tell a statement, or point to where it is told; yield what stands under it."""
        statement = self._statements.get(use.name)
        if statement is None:
            assert use.premise is not None  # the roots of trees are statements
            self.done.entries.append(Missing(use.level, use.number, use.premise))
            return
        deep = use.level > 1 and self._is_deep(use)
        if use.level > 1 and (deep or self._is_elsewhere(use)):
            assert use.under is not None
            self.done.entries.append(
                Pointed(use.level, use.number, statement, use.premise, use.under, deep)
            )
            return
        self.done.numbers[use.name] = use.number
        self.done.ancestry.add(use.name, use.under)
        self.done.entries.append(Told(use.level, use.number, statement, use.premise))
        yield from self._under(use)

    def _is_elsewhere(self, use: _Use) -> bool:
        """Return whether a statement is told elsewhere: above, or in a place of its own."""
        if use.name in self.done.numbers:
            return True
        if use.name in self._reserved:
            self._reserved[use.name] = self._reserved[use.name] or use.under
            return True
        return use.distance > self._shortest.get(use.name, use.distance)

    def _is_deep(self, use: _Use) -> bool:
        """Return whether what stands under a statement needs a tree of its own, and enter it."""
        if use.name in self.done.numbers or use.name in self._reserved:
            return False
        if use.distance > self._shortest.get(use.name, use.distance):
            return False
        # A step aimed at a step aimed at a step ... is at most so deep.
        if use.level + 1 <= LEVELS - 9 and len(use.number) <= LONGEST_NUMBER:
            return False
        lowest = max((below for _, below in self._shown(use.name, use.distance)), default=0)
        if not lowest or (use.level + lowest <= LEVELS and len(use.number) <= LONGEST_NUMBER):
            return False
        if use.name not in self._waiting:
            self._waiting[use.name] = _Tree(use.name, use.under, use.distance, use.number)
            self._queue.append(use.name)
        return True

    def _steps(self, name: str) -> Iterator[tuple[Step, Step | None, int]]:
        """Yield the steps under a statement: step, step it is aimed at, levels of its premises."""
        levels: dict[int, int] = {}
        for step, target in self.aims.under(name):
            below = 1 if target is None else levels[id(target)] + 1
            levels[id(step)] = below
            yield step, target, below

    def _shown(self, name: str, distance: int) -> Iterator[tuple[Step | None, int]]:
        """Yield what the depth lets be seen under a statement, and how far below it."""
        room = self._room(distance)
        for step, _, below in self._steps(name):
            if below <= room:
                yield step, below
        if name in self._again and room:
            yield None, 1

    def _room(self, distance: int) -> float:
        return float("inf") if self._depth is None else self._depth - distance

    def _under(self, use: _Use) -> Iterator[_Pending]:
        room = self._room(use.distance)
        steps = list(self._steps(use.name))
        like = Counter(_likeness(step, target) for step, target, _ in steps)
        seen: Counter[str] = Counter()
        numbers = (f"{use.number}.{count}" for count in itertools.count(1))
        for step, target, below in steps:
            if below <= room:
                alike = _likeness(step, target)
                seen[alike] += 1
                lead = Lead(use.level + below, step, target, use.name, seen[alike], like[alike])
                yield from self._step(lead, use.distance + below, numbers)
        mentions = self._again.get(use.name, ())
        if mentions and room:
            yield Again(use.level + 1)
            for statement in mentions:
                level, distance = use.level + 1, use.distance + 1
                yield _Use(level, next(numbers), statement.id, None, use.name, distance)
        hidden = sum(below > room for _, _, below in steps)
        left_out = 0 if room else len(mentions)
        if hidden or left_out:
            yield More(use.level + 1, hidden, left_out)

    def _step(self, lead: Lead, distance: int, numbers: Iterator[str]) -> Iterator[_Pending]:
        """Yield what is said of a step: its premises, assumed ones last, and remarks."""
        yield lead
        inference = lead.step.inference
        if not inference.premises:
            yield Bare(lead.level)
        for kind in (PremiseKind.ORDINARY, PremiseKind.ASSUMPTION):
            premises = [premise for premise in inference.premises if premise.kind is kind]
            if premises and kind is PremiseKind.ASSUMPTION and inference.ordinary:
                yield lead._replace(assumptions=True)
            for premise in premises:
                number = next(numbers)
                self.done.begins.setdefault(id(lead.step), number)
                name = self._graph.canonical(premise.statement)
                yield _Use(lead.level, number, name, premise, lead.under, distance)
        if (
            self._prefers
            or inference.answers
            or inference.note
            or inference.anchors
            or inference.by
        ):
            yield Remarks(lead.level, lead.step)

    def _measure(self) -> None:
        """Find how far each statement is from the nearest beginning: there it is told in full."""
        levels: dict[int, list[str]] = {0: list(self._reserved)}
        while levels:
            level = min(levels)
            for name in levels.pop(level):
                if name in self._shortest:
                    continue
                self._shortest[name] = level
                for step, below in self._shown(name, level):
                    names = (
                        (statement.id for statement in self._again[name])
                        if step is None
                        else (self._graph.canonical(p.statement) for p in step.inference.premises)
                    )
                    levels.setdefault(level + below, []).extend(names)


def _likeness(step: Step, target: Step | None) -> str:
    """Return what steps have in common that are counted together: only those at the statement."""
    if target is not None:
        return f"at {id(step)}"
    against = step.position in (Position.AGAINST, Position.ANSWER)
    return "objection" if against else step.position.value
