"""What leads to what in a diagram, and how far it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from argmap.model import ArgumentMap, Step


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


def leading_to(names: Iterable[str], under: Mapping[str, Sequence[PlacedStep]]) -> set[str]:
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


def by_statement(steps: Iterable[PlacedStep]) -> dict[str, list[PlacedStep]]:
    """Return the steps under each statement, by its id."""
    under: dict[str, list[PlacedStep]] = {}
    for step in steps:
        under.setdefault(step.statement, []).append(step)
    return under


def beginnings(
    argument_map: ArgumentMap, main: frozenset[str], shown: set[str], steps: Sequence[PlacedStep]
) -> list[str]:
    """Return the statements from which depth is counted: all that is shown leads to one."""
    used = {name for step in steps for name in step.premises}
    names = [statement.id for statement in argument_map.statements if statement.id in shown]
    begin = [name for name in names if name in main or name not in used]
    under = by_statement(steps)
    reached = leading_to(begin, under)
    for name in names:  # what is left leads only to itself, in a circle
        if name not in reached:
            begin.append(name)
            _reach([name], under, reached)
    return begin


class Distances(NamedTuple):
    """How many steps lie between a beginning and each statement and step."""

    statements: dict[str, int]
    #: By the number of the step, which itself counts.
    steps: dict[int, int]


def distances(begin: Iterable[str], steps: Iterable[PlacedStep]) -> Distances:
    """Return how far all that leads to a beginning is from it. O(statements and steps)."""
    under = by_statement(steps)
    found = Distances({}, {})
    levels: dict[int, list[str]] = {0: list(begin)}
    while levels:
        level = min(levels)
        for name in levels.pop(level):
            if name in found.statements:
                continue
            found.statements[name] = level
            far: dict[int, int] = {}
            for step in under.get(name, ()):
                distance = (level if step.target is None else far[id(step.target)]) + 1
                far[id(step.step)] = distance
                found.steps[step.number] = distance
                levels.setdefault(distance, []).extend(step.premises)
    return found


class Hidden(NamedTuple):
    """How many steps below a statement are not drawn."""

    reasons: int
    objections: int


def hidden_below(
    shown: Collection[str], drawn: Collection[int], whole: Iterable[PlacedStep]
) -> dict[str, Hidden]:
    """Return what is hidden below each statement that is shown, if anything is.

    That is each step that is not drawn and leads to the statement through others that are not: what
    lies behind another statement that is shown is counted there. O(boxes · hidden steps) at worst,
    where all rest on the same; O(hidden steps) where nothing is shared.

    Args:
        shown: ids of the statements that are drawn.
        drawn: numbers of the steps that are drawn.
        whole: all steps.
    """
    under = by_statement(step for step in whole if step.number not in drawn)
    found: dict[str, Hidden] = {}
    for name in shown:
        if name not in under:
            continue
        reached = {name}
        waiting = [name]
        reasons = objections = 0
        while waiting:
            for step in under.get(waiting.pop(), ()):
                reasons += step.step.is_support
                objections += not step.step.is_support
                onward = [p for p in step.premises if p not in reached and p not in shown]
                reached.update(onward)
                waiting += dict.fromkeys(onward)
        found[name] = Hidden(reasons, objections)
    return found
