"""Folding: a picture of a large map with parts of it drawn as closed boxes that say how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from argmap.graphs import Graph
from argmap.model import ArgumentMap, Step
from argmap.views.homes import Homes
from argmap.views.outline_phrases import counted, listed
from argmap.views.reach import PlacedStep, beginnings, distances, hidden_below
from argmap.views.selection import Closed, Selection

#: How a large picture is folded; `auto`: not up to 400 boxes, then by sections, else by depth.
Fold: TypeAlias = Literal["auto", "never", "sections", "depth"]
#: Above so many statements nobody finds the way, and layout takes long.
LIMIT = 400
# What is left is to be read at once: so many boxes, and so many columns, at most.
_BOXES = 100
_LEVELS = 10

_ELSEWHERE = " elsewhere"


def fold(argument_map: ArgumentMap, graph: Graph, selection: Selection, how: Fold) -> Selection:
    """Return what is drawn of a selection when it is folded. The same map is folded the same way.

    Main conclusions and the focus are never folded away. Premises that are linked are not parted.

    Args:
        argument_map: the map.
        graph: its graph.
        selection: what would be drawn.
        how: `auto` folds only above 400 statements: by sections where that leaves 400 or fewer and
            no part was wished for by name, else by depth. `sections` closes every section. `depth`
            draws as many steps from the conclusions as fit into 100 boxes, 10 at most.
    """
    large = len(selection.statements) > LIMIT
    if how == "never" or (how == "auto" and not large):
        return selection
    if how == "sections" or (how == "auto" and not selection.part):
        by_sections = _by_sections(argument_map, graph, selection)
        left = len(by_sections.statements) + len(by_sections.closed)
        if how == "sections" or (by_sections.closed and left <= LIMIT):
            return by_sections
    return _by_depth(argument_map, graph, selection)


def told(selection: Selection, folded: Selection) -> str:
    """Return what has been folded, in a sentence; empty if nothing has."""
    if folded is selection or len(folded.statements) == len(selection.statements):
        return ""
    sections = [closed for closed in folded.closed if closed.section is not None]
    if sections:
        each = (f"{box.title} ({counted(box.statements, *_STATEMENT)})" for box in sections)
        number = counted(len(sections), "section is", "sections are")
        return f"{number} drawn closed: {listed(each)}."
    hidden = len(selection.statements) - len(folded.statements)
    of = counted(len(selection.statements), *_STATEMENT)
    return f"{hidden:,} of {of} are not drawn, but counted where they lead to."


_STATEMENT = ("statement", "statements")


# By sections


def _by_sections(argument_map: ArgumentMap, graph: Graph, selection: Selection) -> Selection:
    homes = Homes(argument_map, frozenset(graph.main), selection.statements, selection.steps)
    inside: dict[str, str] = {}
    members: Counter[str] = Counter()
    for statement in selection.statements:
        home = homes.of(statement.id)
        if home is not None and statement.id not in selection.start:
            inside[statement.id] = f" {home}"
            members[home] += 1
    bundler = _Bundler(inside)
    for step in selection.steps:
        bundler.add(step)
    titles = {section.id: section.title for section in argument_map.sections}
    order = sorted(members, key=[*titles, *members].index)
    return selection._replace(
        statements=tuple(s for s in selection.statements if s.id not in inside),
        steps=tuple(bundler.drawn.values()),
        closed=tuple(
            Closed(
                f" {name}",
                name,
                titles.get(name) or name,
                members[name],
                bundler.hidden[f" {name}"],
            )
            for name in order
        ),
        inside=inside,
        bundles=bundler.bundles,
        bundled=bundler.ids,
    )


class _Bundler:
    """Leads steps to closed boxes; of several with the same ends the first stands for all."""

    def __init__(self, inside: Mapping[str, str]) -> None:
        self._inside = inside
        self.drawn: dict[int, PlacedStep] = {}
        self.bundles: Counter[int] = Counter()
        self.ids: dict[int, list[str]] = {}
        #: How many steps have all their ends in a closed box.
        self.hidden: Counter[str] = Counter()
        self._first: dict[object, int] = {}
        #: The drawn step that stands for a step, by its `id()`.
        self._stands_for: dict[int, Step] = {}

    def add(self, placed: PlacedStep) -> None:
        """Draw a step, add it to another, or hide it; steps come before those aimed at them.

        A step that is aimed at a step under a closed statement is led to the closed box as well.
        """
        premises = tuple(self._inside.get(name, name) for name in placed.premises)
        statement = self._inside.get(placed.statement, placed.statement)
        closed = statement != placed.statement
        if closed and {statement}.issuperset(premises):
            self.hidden[statement] += 1
            return
        target = placed.target
        if target is not None:
            target = None if closed else self._stands_for[id(target)]
        now = placed._replace(statement=statement, target=target, premises=premises)
        number = placed.number
        if now != placed:
            ends = (statement, id(target), frozenset(premises), placed.step.position)
            number = self._first.setdefault(ends, number)
        self._stands_for[id(placed.step)] = self.drawn.setdefault(number, now).step
        self.bundles[number] += 1
        self.ids.setdefault(number, []).append(placed.step.id)


# By depth


def _by_depth(argument_map: ArgumentMap, graph: Graph, selection: Selection) -> Selection:
    onward = [step for step in selection.steps if step.number in selection.onward]
    steps = selection.steps
    shown = {statement.id for statement in selection.statements}
    main = frozenset(graph.main)
    roots = selection.start or tuple(beginnings(argument_map, main, shown, steps))
    begin = _few(roots, main)
    far = distances(begin, steps)
    drawn = _fitting(len(begin), far.statements.values(), far.steps, steps)
    kept = (*drawn, *onward)
    names = {*begin, *(name for step in kept for name in (step.statement, *step.premises))}
    numbers = {step.number for step in kept}
    left = tuple(s for s in selection.statements if s.id in names)
    elsewhere = shown - far.statements.keys() - names
    closed: tuple[Closed, ...] = ()
    if elsewhere:
        inside = sum(step.statement in elsewhere for step in steps)
        title = "What leads to nothing that is drawn"
        closed = (Closed(_ELSEWHERE, None, title, len(elsewhere), inside),)
    return selection._replace(
        statements=left,
        steps=tuple(step for step in selection.steps if step.number in numbers),
        hidden=hidden_below({s.id for s in left}, numbers, selection.whole),
        closed=closed,
        inside=dict.fromkeys(elsewhere, _ELSEWHERE),
    )


def _few(roots: tuple[str, ...], main: frozenset[str]) -> list[str]:
    """Return the beginnings to draw: main conclusions first, if they are too many."""
    if len(roots) <= _BOXES:
        return list(roots)
    first = [name for name in roots if name in main] or list(roots)
    return first[:_BOXES]


def _fitting(
    begin: int, levels: Iterable[int], far: Mapping[int, int], steps: Iterable[PlacedStep]
) -> list[PlacedStep]:
    """Return the steps of as many levels as fit; of the first level as many steps as fit."""
    at = Counter(levels)
    boxes, depth = begin, 0
    while depth < _LEVELS and boxes + at[depth + 1] <= _BOXES:
        depth += 1
        boxes += at[depth]
    reached = [step for step in steps if step.number in far]
    if depth:
        return [step for step in reached if far[step.number] <= depth]
    found: list[PlacedStep] = []
    names: set[str] = set()
    for step in reached:
        more = names.union(step.premises)
        if step.target is None and far[step.number] == 1 and begin + len(more) <= _BOXES:
            found.append(step)
            names = more
    return found
