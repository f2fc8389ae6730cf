"""Which part of a map a diagram shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from argmap.errors import InvalidValue, UnknownElement, UnknownName
from argmap.graphs import Graph
from argmap.model import ArgumentMap, Statement, Step
from argmap.spelling import did_you_mean
from argmap.views.order import Aims


class PlacedStep(NamedTuple):
    """A step, where it stands, and the statements that it rests on."""

    #: Counted from 1 in the order of the whole map, whatever is shown of it.
    number: int
    step: Step
    #: The step that it is aimed at; None where it is aimed at a statement.
    target: Step | None
    #: Id of the statement under which it stands, directly or through other steps.
    statement: str
    #: Ids of its premises; names that nothing goes by are left as they are.
    premises: tuple[str, ...]


class Selection(NamedTuple):
    """The statements and steps to show, in the author's order, and what is left out."""

    statements: tuple[Statement, ...]
    steps: tuple[PlacedStep, ...]
    #: How many steps under a statement are not shown, by the id of the statement.
    hidden: Counter[str]


def select(
    argument_map: ArgumentMap,
    graph: Graph,
    *,
    focus: str | None = None,
    depth: int | None = None,
    sections: Iterable[str] | None = None,
) -> Selection:
    """Return what a diagram shows. Linked premises are never parted: a step is shown whole.

    Args:
        argument_map: the map.
        graph: its graph.
        focus: id of a statement: only what leads to it is shown, and the next step that it leads
            to, with what that step is aimed at.
        depth: how many steps lie at most between a statement that is shown and the conclusions, or
            the focus; a step aimed at a step counts as one more.
        sections: ids of sections: their statements are shown, the steps between them, the premises
            from elsewhere that these steps need, and the main conclusions that they reach directly.

    Raises:
        InvalidValue: the depth is negative.
        UnknownElement: the map has no statement `focus`.
        UnknownName: there is no such section.
    """
    whole = tuple(_placed(argument_map, graph))
    steps: Sequence[PlacedStep] = whole
    shown = {statement.id for statement in argument_map.statements}
    start: tuple[str, ...] = ()
    onward: tuple[PlacedStep, ...] = ()
    if focus is not None:
        start = (_statement(graph, focus),)
        shown = _leading_to(start, _by_statement(steps))
        onward = tuple(_onward(start[0], steps))
        steps = [step for step in steps if step.statement in shown]
    if sections is not None:
        inside = _inside(argument_map, sections)
        steps = list(_between(inside, steps, frozenset(graph.main)))
        shown = shown & inside
        shown |= {name for step in steps for name in (step.statement, *step.premises)}
        shown |= set(start)
    if depth is not None:
        begin = start or _begin(argument_map, frozenset(graph.main), shown, steps)
        distances = _distances(begin, steps, depth)
        steps = [step for step in steps if step.number in distances.steps]
        shown = shown & distances.statements
    shown |= {name for step in onward for name in (step.statement, *step.premises)}
    numbers = {step.number for step in (*steps, *onward)}
    return Selection(
        tuple(statement for statement in argument_map.statements if statement.id in shown),
        tuple(step for step in whole if step.number in numbers),
        Counter(step.statement for step in whole if step.number not in numbers),
    )


def _placed(argument_map: ArgumentMap, graph: Graph) -> Iterator[PlacedStep]:
    aims = Aims(graph)
    number = 0
    for statement in argument_map.statements:
        for step, target in aims.under(statement.id):
            number += 1
            premises = tuple(graph.canonical(p.statement) for p in step.inference.premises)
            yield PlacedStep(number, step, target, statement.id, premises)


def _statement(graph: Graph, name: str) -> str:
    """Return the id of the statement that a name stands for.

    Raises:
        UnknownElement: there is none.
    """
    if any(statement.id == name for statement in graph.map.statements):
        return name  # though a step may go by the same id (AM102)
    found = graph.find(name)
    if isinstance(found, Statement):
        return found.id
    if found is not None:
        msg = f"{name!r} is a step; a diagram can be focused on a statement"
        raise UnknownElement(msg)
    hint = did_you_mean(name, (statement.id for statement in graph.map.statements))
    msg = f"the map has no statement {name!r}" + (f"; {hint}" if hint else "")
    raise UnknownElement(msg)


def _leading_to(names: Iterable[str], under: Mapping[str, Sequence[PlacedStep]]) -> set[str]:
    """Return the ids of some statements and of all that leads to them."""
    reached: set[str] = set()
    _reach(names, under, reached)
    return reached


def _reach(
    names: Iterable[str], under: Mapping[str, Sequence[PlacedStep]], reached: set[str]
) -> None:
    """Add to what is reached some statements and all that leads to them."""
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            for step in under.get(name, ()):
                waiting += step.premises


def _by_statement(steps: Iterable[PlacedStep]) -> dict[str, list[PlacedStep]]:
    under: dict[str, list[PlacedStep]] = {}
    for step in steps:
        under.setdefault(step.statement, []).append(step)
    return under


def _onward(name: str, steps: Sequence[PlacedStep]) -> Iterator[PlacedStep]:
    """Yield the steps that use a statement, and the steps that these are aimed at."""
    by_step = {id(step.step): step for step in steps}
    for step in steps:
        if name in step.premises:
            yield step
            target = step.target
            while target is not None:
                yield by_step[id(target)]
                target = by_step[id(target)].target


def _inside(argument_map: ArgumentMap, sections: Iterable[str]) -> set[str]:
    """Return the ids of the statements in some sections.

    Raises:
        UnknownName: there is no such section.
    """
    wanted = {sections} if isinstance(sections, str) else set(sections)
    home = {s.id: argument_map.section_of(s) for s in argument_map.statements}
    known = {section.id for section in argument_map.sections}.union(
        section for section in home.values() if section is not None
    )
    for name in sorted(wanted - known):
        hint = did_you_mean(name, known)
        msg = f"the map has no section {name!r}" + (f"; {hint}" if hint else "")
        raise UnknownName(msg)
    return {name for name, section in home.items() if section in wanted}


def _between(
    inside: set[str], steps: Sequence[PlacedStep], main: frozenset[str]
) -> Iterator[PlacedStep]:
    """Yield the steps under statements of some sections that rest on a statement of them.

    That a step aimed at the step rests on one is enough; so is that it rests on nothing.
    """
    resting: set[int] = set()
    for step in reversed(steps):  # what is aimed at a step comes behind it
        if not step.premises or not inside.isdisjoint(step.premises):
            resting.add(id(step.step))
        if step.target is not None and id(step.step) in resting:
            resting.add(id(step.target))
    for step in steps:
        if id(step.step) in resting and (step.statement in inside or step.statement in main):
            yield step


def _begin(
    argument_map: ArgumentMap, main: frozenset[str], shown: set[str], steps: Sequence[PlacedStep]
) -> list[str]:
    """Return the statements from which depth is counted: all that is shown leads to one."""
    used = {name for step in steps for name in step.premises}
    names = [statement.id for statement in argument_map.statements if statement.id in shown]
    begin = [name for name in names if name in main or name not in used]
    under = _by_statement(steps)
    reached = _leading_to(begin, under)
    for name in names:  # what is left leads only to itself, in a circle
        if name not in reached:
            begin.append(name)
            _reach([name], under, reached)
    return begin


class _Distances(NamedTuple):
    statements: set[str]
    #: Numbers of steps.
    steps: set[int]


def _distances(begin: Iterable[str], steps: Iterable[PlacedStep], depth: int) -> _Distances:
    """Return the statements and steps that lie so many steps from a beginning, or fewer.

    Raises:
        InvalidValue: the depth is negative.
    """
    if depth < 0:
        msg = f"depth counts steps, from 0 up; {depth} is none"
        raise InvalidValue(msg)
    under = _by_statement(steps)
    found = _Distances(set(), set())
    levels: dict[int, list[str]] = {0: list(begin)}
    while levels:
        level = min(levels)
        for name in levels.pop(level):
            if name in found.statements:
                continue
            found.statements.add(name)
            far: dict[int, int] = {}
            for step in under.get(name, ()):
                distance = (level if step.target is None else far[id(step.target)]) + 1
                far[id(step.step)] = distance
                if distance <= depth:
                    found.steps.add(step.number)
                    levels.setdefault(distance, []).extend(step.premises)
    return found
