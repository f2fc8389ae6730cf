"""Attacks that are made by answering a critical question of a step with `fails`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from argmap.graphs.numbered import ResolvedStep
from argmap.model import (
    Answer,
    ArgumentMap,
    Attack,
    Effect,
    Position,
    Premise,
    PremiseKind,
    Step,
    Verdict,
)
from argmap.values import Record


class Questions(Protocol):
    """What the graph must know of argumentation schemes."""

    def effect_of(self, scheme: str, question: str) -> tuple[Effect, str | None] | None:
        """Return what a failing question does, and the role it is aimed at if it undermines."""


class Made(Record):
    """An attack that an answer makes."""

    attack: Step
    #: The step whose question was answered.
    asked: Step
    answer: Answer


def attacks_by_answers(
    argument_map: ArgumentMap,
    written: Iterable[ResolvedStep],
    questions: Questions,
    canonical: Callable[[str], str],
) -> Iterator[Made]:
    """Yield the attacks that `fails` answers make, save those that the map already has.

    Args:
        argument_map: the map.
        written: its steps.
        questions: what a failing question does.
        canonical: returns the id of what a name stands for.
    """
    failing = [
        (step, scheme, answer)
        for step, _ in written
        if (scheme := step.inference.scheme) is not None
        for answer in step.inference.answers
        if answer.verdict is Verdict.FAILS and answer.by is not None
    ]
    if not failing:
        return
    attacked = {(step.target, frozenset(names)) for step, names in written if not step.is_support}
    for step, scheme, answer in failing:
        effect = questions.effect_of(scheme, answer.question)
        for target in () if effect is None else _targets(step, *effect, canonical):
            if argument_map.find(target) is None:
                continue  # AM101 reports the premise that is not there
            same = target, frozenset({canonical(str(answer.by))})
            if same not in attacked:
                attacked.add(same)
                yield Made(_attack(argument_map, answer, target), step, answer)


def _targets(
    step: Step, effect: Effect, role: str | None, canonical: Callable[[str], str]
) -> Iterable[str]:
    if effect is Effect.UNDERCUT:
        return [step.id]
    if effect is Effect.REBUT:
        return [step.target]
    filling = [p.statement for p in step.inference.premises if p.role == role]
    return dict.fromkeys(map(canonical, filling)) or [step.id]


def _attack(argument_map: ArgumentMap, answer: Answer, target: str) -> Step:
    premise = Premise(str(answer.by), None, PremiseKind.ORDINARY, answer.span)
    attack = Attack(premises=[premise], span=answer.span)
    name, count = f"{answer.by}!{target}", 1
    while argument_map.exactly(name) is not None:
        count += 1
        name = f"{answer.by}#{count}!{target}"
    return Step(name, target, Position.ANSWER, attack)
