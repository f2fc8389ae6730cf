"""Which part of a map a diagram shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from argmap.errors import InvalidValue, UnknownElement, UnknownName
from argmap.graphs import Graph
from argmap.model import ArgumentMap, Statement
from argmap.spelling import did_you_mean
from argmap.views.order import Aims
from argmap.views.reach import (
    Hidden,
    PlacedStep,
    beginnings,
    by_statement,
    distances,
    hidden_below,
    leading_to,
)


class Closed(NamedTuple):
    """A box that stands for statements that are not drawn one by one."""

    #: What premises and targets call it; no id holds a blank.
    name: str
    #: The id of the section; None for what leads to nothing that is drawn.
    section: str | None
    title: str
    statements: int
    #: How many steps have all their ends in it.
    steps: int


class Selection(NamedTuple):
    """The statements and steps to show, in the author's order, and what is left out."""

    statements: tuple[Statement, ...]
    steps: tuple[PlacedStep, ...]
    #: What is not shown below a statement, by its id.
    hidden: Mapping[str, Hidden]
    #: All steps of the map.
    whole: tuple[PlacedStep, ...]
    #: The statement that the picture is focused on.
    start: tuple[str, ...] = ()
    #: Numbers of the steps to which the focus leads.
    onward: frozenset[int] = frozenset()
    #: Whether a part was wished for by name: a focus, or sections.
    part: bool = False
    closed: tuple[Closed, ...] = ()
    #: The closed box in which a statement is, by the id of the statement.
    inside: Mapping[str, str] = MappingProxyType({})
    #: How many steps a drawn step stands for, by its number; 1 where it is not here.
    bundles: Mapping[int, int] = MappingProxyType({})
    #: The ids of these steps, by the same number.
    bundled: Mapping[int, Sequence[str]] = MappingProxyType({})


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
        shown = leading_to(start, by_statement(steps))
        onward = tuple(_onward(start[0], steps))
        steps = [step for step in steps if step.statement in shown]
    if sections is not None:
        inside = _inside(argument_map, sections)
        steps = list(_between(inside, steps, frozenset(graph.main)))
        shown = shown & inside
        shown |= {name for step in steps for name in (step.statement, *step.premises)}
        shown |= set(start)
    if depth is not None:
        if depth < 0:
            msg = f"depth counts steps, from 0 up; {depth} is none"
            raise InvalidValue(msg)
        begin = start or beginnings(argument_map, frozenset(graph.main), shown, steps)
        far = distances(begin, steps)
        steps = [step for step in steps if far.steps.get(step.number, depth + 1) <= depth]
        shown = {name for name in shown if far.statements.get(name, depth + 1) <= depth}
    shown |= {name for step in onward for name in (step.statement, *step.premises)}
    numbers = {step.number for step in (*steps, *onward)}
    return Selection(
        tuple(statement for statement in argument_map.statements if statement.id in shown),
        tuple(step for step in whole if step.number in numbers),
        hidden_below(shown, numbers, whole),
        whole,
        start,
        frozenset(step.number for step in onward),
        part=focus is not None or sections is not None,
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
