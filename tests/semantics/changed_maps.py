"""Maps made of other maps: renamed, split, with steps added."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from attrs import evolve

from argmap.model import ArgumentMap, Attack, Inference, Kind, Premise, Statement, Support

S = TypeVar("S", bound=Inference)


def every_step(argument_map: ArgumentMap, change: Callable[[Inference], Inference]) -> ArgumentMap:
    """Return a map of which each step was changed, inner ones first."""
    return evolve(
        argument_map,
        statements=[
            evolve(
                statement,
                because=[_changed(step, change) for step in statement.because],
                against=[_changed(step, change) for step in statement.against],
                despite=[_changed(step, change) for step in statement.despite],
            )
            for statement in argument_map.statements
        ],
    )


def _changed(step: S, change: Callable[[Inference], Inference]) -> S:
    inner = evolve(
        step,
        unless=[_changed(one, change) for one in step.unless],
        backing=[_changed(one, change) for one in step.backing],
    )
    found = change(inner)
    assert isinstance(found, type(step))
    return found


def renamed(
    argument_map: ArgumentMap, names: Mapping[str, str]
) -> tuple[ArgumentMap, dict[str, str]]:
    """Return a map with other ids, and the new id of each statement and step by its old one."""

    def rename(step: Inference) -> Inference:
        return evolve(
            step,
            premises=[
                evolve(p, statement=names.get(p.statement, p.statement)) for p in step.premises
            ],
        )

    plain = evolve(every_step(argument_map, rename), preferences=(), issues=())
    made = evolve(
        plain,
        statements=[
            evolve(
                s,
                id=names[s.id],
                restates=None if s.restates is None else names.get(s.restates, s.restates),
            )
            for s in plain.statements
        ],
        issues=[
            evolve(issue, positions=[names[one] for one in issue.positions])
            for issue in argument_map.issues
        ],
    )
    new = {
        **names,
        **{old.id: one.id for old, one in zip(argument_map.steps, made.steps, strict=True)},
    }
    preferences = [
        evolve(one, better=new[one.better], worse=new[one.worse])
        for one in argument_map.preferences
    ]
    return evolve(made, preferences=preferences), new


def with_support(argument_map: ArgumentMap, name: str) -> ArgumentMap:
    """Return a map with new evidence for a statement, as its last reason."""
    evidence = Statement(id="new-evidence", kind=Kind.EVIDENCE, text="new")
    reason = Support(id="new-reason", premises=[Premise(evidence.id)])
    return evolve(
        argument_map,
        statements=[
            *(
                evolve(one, because=[*one.because, reason]) if one.id == name else one
                for one in argument_map.statements
            ),
            evidence,
        ],
    )


def with_undercut(argument_map: ArgumentMap, name: str) -> ArgumentMap:
    """Return a map with an axiom against a step, as the last thing under it."""
    axiom = Statement(id="new-axiom", kind=Kind.PREMISE, text="new", given=True)
    undercut = Attack(id="new-undercut", premises=[Premise(axiom.id)])
    wanted = argument_map[name]

    def add(step: Inference) -> Inference:
        return evolve(step, unless=[*step.unless, undercut]) if step is wanted else step

    def placed(steps: tuple[S, ...]) -> list[S]:
        return [_with(step, add) for step in steps]

    made = [
        evolve(s, because=placed(s.because), against=placed(s.against), despite=placed(s.despite))
        for s in argument_map.statements
    ]
    return evolve(argument_map, statements=[*made, axiom])


def _with(step: S, add: Callable[[Inference], Inference]) -> S:
    """Add to one step, which is known by what it is before anything inside is made anew."""
    inside = evolve(
        step,
        unless=[_with(one, add) for one in step.unless],
        backing=[_with(one, add) for one in step.backing],
    )
    found = add(step)
    if found is step:
        assert isinstance(inside, type(step))
        return inside
    assert isinstance(found, type(step))
    return found


def split(argument_map: ArgumentMap) -> ArgumentMap:
    """Return a map in which each linked reason for a statement was split into single ones.

    The first of them keeps the backing: what is assumed there is assumed in the whole map.
    """
    return evolve(
        argument_map,
        preferences=(),
        statements=[
            evolve(
                statement,
                because=[
                    evolve(
                        step,
                        premises=[premise],
                        linked=False,
                        unless=(),
                        backing=step.backing if position == 0 else (),
                    )
                    for step in statement.because
                    for position, premise in enumerate(step.premises)
                ],
            )
            for statement in argument_map.statements
        ],
    )
