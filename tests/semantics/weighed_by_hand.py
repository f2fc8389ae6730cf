"""The labelling by proof standards by its definition: slow, and read off the map itself.

What is not settled yet may hold or not. A label is settled where it comes out the same in each of
these cases, all of which are tried.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from argmap.model import ArgumentMap, ProofStandard, Statement, Status
from argmap.semantics.standards import meets
from tests.semantics.oracle import Reading

_WORDS = {True: "in", False: "out", None: "undecided"}


def weighed_by_hand(argument_map: ArgumentMap, rejected: Iterable[str] = ()) -> dict[str, str]:
    """Return `in`, `out` or `undecided` for each statement and step."""
    reading = Reading(argument_map)
    gone = {reading.meant(name) for name in rejected} | {
        reading.meant(s.id) for s in argument_map.statements if s.status is Status.REJECTED
    }
    elements = [*reading.statements, *reading.steps]
    settled: dict[str, bool | None] = dict.fromkeys(elements)
    while True:
        following = {
            name: settled[name]
            if settled[name] is not None
            else _settled(reading, name, settled, gone)
            for name in elements
        }
        if following == settled:
            break
        settled = following
    return {name: _WORDS[settled[reading.meant(name)]] for name in elements}


def _settled(
    reading: Reading, name: str, settled: dict[str, bool | None], gone: set[str]
) -> bool | None:
    """Return what comes out in all cases, or None."""
    if name in gone:
        return False
    concerned = sorted(_concerned(reading, name))
    open_ones = [one for one in concerned if settled.get(one) is None and one in settled]
    outcomes = set()
    for case in product([False, True], repeat=len(open_ones)):
        world = {
            **{one: bool(value) for one, value in settled.items()},
            **dict(zip(open_ones, case, strict=True)),
        }
        holds = _statement if name in reading.statements else _step
        outcomes.add(holds(reading, name, world, gone))
    return outcomes.pop() if len(outcomes) == 1 else None


def _concerned(reading: Reading, name: str) -> Iterator[str]:
    if name in reading.steps:
        yield from (reading.meant(p.statement) for p in reading.steps[name].inference.premises)
        yield from reading.attacks(name)
    else:
        yield from reading.attacks(name)
        for one in (name, *reading.rivals(name)):
            yield from (way for way in reading.ways(reading.statements[one]) if way)


def _step(reading: Reading, name: str, world: dict[str, bool], _: set[str]) -> bool:
    inference = reading.steps[name].inference
    premises = [reading.meant(premise.statement) for premise in inference.premises]
    if not premises or not all(premise in reading.statements for premise in premises):
        return False
    undercut = not inference.strict and any(world[attack] for attack in reading.attacks(name))
    return all(world[premise] for premise in premises) and not undercut


def _statement(reading: Reading, name: str, world: dict[str, bool], gone: set[str]) -> bool:
    statement = reading.statements[name]
    if reading.basis(statement) == "axiom":
        return True
    con = [(attack, _weight(reading, attack)) for attack in reading.attacks(name) if world[attack]]
    for rival in reading.rivals(name) - gone:
        con += _reasons(reading, reading.statements[rival], world)
    for way, weight in _reasons(reading, statement, world):
        if way and reading.steps[way].inference.strict:
            return True
        counted = [w for other, w in con if (way, other) not in reading.strictly_better]
        if meets(_standard(reading, statement), [weight], counted):
            return True
    return False


def _reasons(
    reading: Reading, statement: Statement, world: dict[str, bool]
) -> list[tuple[str, float]]:
    found = []
    for way in reading.ways(statement):
        if way == "":
            own = 1.0 if statement.strength is None else statement.strength
            found.append((way, 1.0 if reading.basis(statement) == "axiom" else own))
        elif world[way]:
            found.append((way, _weight(reading, way)))
    return found


def _weight(reading: Reading, step: str) -> float:
    weight = reading.steps[step].inference.weight
    return 1.0 if weight is None else weight


def _standard(reading: Reading, statement: Statement) -> ProofStandard:
    if statement.standard is not None:
        return statement.standard
    for issue in reading.map.issues:
        named = {reading.meant(position) for position in issue.positions}
        if issue.standard is not None and statement.id in named:
            return issue.standard
    return ProofStandard.PREPONDERANCE
