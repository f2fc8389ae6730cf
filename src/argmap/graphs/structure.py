"""The graph of a map: built once, in O(size of the map), and never edited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cached_property
from typing import Protocol, TypeAlias

from argmap.errors import UnknownElement
from argmap.graphs.components import strongly_connected
from argmap.graphs.references import Reference, Undefined
from argmap.model import (
    Answer,
    ArgumentMap,
    Attack,
    Effect,
    Position,
    Premise,
    PremiseKind,
    Statement,
    Step,
    Verdict,
)

#: A step with the ids that its premises stand for, aliases resolved.
ResolvedStep: TypeAlias = tuple[Step, tuple[str, ...]]


class Role(Enum):
    """What an element is by its place in the graph; derived, never written."""

    #: A main conclusion.
    MAIN = "main"
    #: A statement without a reason.
    LEAF = "leaf"
    #: A support with two or more ordinary premises.
    LINKED = "linked"
    #: One of two or more supports of one target.
    CONVERGENT = "convergent"
    #: An attack on a statement that has reasons.
    REBUT = "rebut"
    #: An attack on a leaf.
    UNDERMINE = "undermine"
    #: An attack on a step.
    UNDERCUT = "undercut"


class Questions(Protocol):
    """What the graph must know of argumentation schemes."""

    def effect_of(self, scheme: str, question: str) -> tuple[Effect, str | None] | None:
        """Return what a failing question does, and the role it is aimed at if it undermines."""


class Graph:
    """Who supports and attacks whom.

    Ids go in and come out as text; a name may be an id, an alias or a derived id. Questions about a
    name that nothing goes by raise `UnknownElement`.
    """

    def __init__(self, argument_map: ArgumentMap, questions: Questions | None = None) -> None:
        """Build the graph; without `questions`, answers make no attacks."""
        self.map = argument_map
        by_target: defaultdict[str, list[ResolvedStep]] = defaultdict(list)
        used: defaultdict[str, list[Step]] = defaultdict(list)
        #: The steps aimed at each element, with the ids that their premises stand for.
        self.by_target: Mapping[str, Sequence[ResolvedStep]] = by_target
        #: The steps that use each statement as a premise.
        self.used: Mapping[str, Sequence[Step]] = used
        self._aliases = {
            alias: self.canonical(alias)
            for statement in argument_map.statements
            for alias in statement.aliases
        }
        entered: list[ResolvedStep] = []
        self._extra: dict[str, Step] = {}
        self._answers: dict[str, tuple[Step, Answer]] = {}
        steps = list(argument_map.steps)
        self._authored = {step.id for step in steps if step.inference.id is not None}
        for step in steps:
            entered.append(self._enter(step, by_target, used))
        if questions is not None:
            for attack, asked, answer in self._attacks_by_answers(steps, questions):
                self._extra[attack.id] = attack
                self._answers[attack.id] = asked, answer
                entered.append(self._enter(attack, by_target, used))
        by_target.default_factory = used.default_factory = None  # nothing is entered from here on
        #: Every step with the ids that its premises stand for, those made by answers last.
        self.resolved: tuple[ResolvedStep, ...] = tuple(entered)
        #: Every step, those made by answers last.
        self.steps: tuple[Step, ...] = (*steps, *self._extra.values())

    def _enter(
        self,
        step: Step,
        by_target: defaultdict[str, list[ResolvedStep]],
        used: defaultdict[str, list[Step]],
    ) -> ResolvedStep:
        names = tuple([premise.statement for premise in step.inference.premises])
        if self._aliases:
            names = tuple([self._aliases.get(name, name) for name in names])
        resolved = step, names
        by_target[step.target].append(resolved)
        for name in names:
            used[name].append(step)
        return resolved

    def canonical(self, name: str) -> str:
        """Return the id of what a name stands for; the name itself if nothing goes by it."""
        element = self.map.find(name)
        return name if element is None else element.id

    def find(self, name: str) -> Statement | Step | None:
        """Return the statement or step that a name stands for, or None."""
        return self.map.exactly(name) or self._extra.get(name) or self.map.find(name)

    def step(self, name: str) -> Step:
        """Return the step that a name stands for.

        Raises:
            UnknownElement: no step goes by that name.
        """
        found = self.find(name)
        if not isinstance(found, Step):
            msg = f"the map has no step {name!r}"
            raise UnknownElement(msg)
        return found

    def answer_behind(self, name: str) -> tuple[Step, Answer]:
        """Return the step whose question was answered so that an attack was made, and the answer.

        Raises:
            UnknownElement: no attack of that name was made by an answer.
        """
        found = self._answers.get(name)
        if found is None:
            msg = f"no answer makes an attack {name!r}"
            raise UnknownElement(msg)
        return found

    def aimed_at(self, name: str) -> tuple[Step, ...]:
        """Return the steps aimed at an element, supports and attacks, in the author's order."""
        return tuple(self._aimed_at(self._known(name)))

    def supports(self, name: str) -> tuple[Step, ...]:
        """Return the supports of an element."""
        return tuple(s for s in self._aimed_at(self._known(name)) if s.is_support)

    def attacks(self, name: str) -> tuple[Step, ...]:
        """Return the attacks on an element; conceded ones have the position `DESPITE`."""
        return tuple(s for s in self._aimed_at(self._known(name)) if not s.is_support)

    def _aimed_at(self, name: str) -> Iterator[Step]:
        return (step for step, _ in self.by_target.get(name, ()))

    def premises_of(self, name: str) -> tuple[Premise, ...]:
        """Return the premises of a step, ordinary and assumed, in the author's order."""
        return self.step(name).inference.premises

    def uses(self, name: str) -> tuple[Step, ...]:
        """Return the steps that use a statement as a premise."""
        return tuple(self.used.get(self._known(name), ()))

    def ancestors(self, name: str) -> frozenset[str]:
        """Return the ids of all that leads to an element: premises, steps, and what leads to them.

        The element itself is included only where it leads to itself. O(answer and its edges).
        """
        return frozenset(self._leading_to([self._known(name)]))

    def descendants(self, name: str) -> frozenset[str]:
        """Return the ids of all that an element leads to: steps, their targets, and so on."""
        reached: set[str] = set()
        waiting = [self._known(name)]
        while waiting:
            for following in self._onwards(waiting.pop()):
                if following not in reached:
                    reached.add(following)
                    waiting.append(following)
        return frozenset(reached)

    @cached_property
    def bearing(self) -> frozenset[str]:
        """The main conclusions and all that leads to one of them."""
        return frozenset(self._leading_to(self.main)).union(self.main)

    @cached_property
    def main(self) -> tuple[str, ...]:
        """Ids of the main conclusions: those the map names, else its only sink, else none."""
        if self.map.main:
            named = [self.map.find(name) for name in self.map.main]
            return tuple(dict.fromkeys(s.id for s in named if isinstance(s, Statement)))
        return self.sinks if len(self.sinks) == 1 else ()

    @cached_property
    def sinks(self) -> tuple[str, ...]:
        """Ids of the statements that have a reason and are used in no step, in their order."""
        return tuple(
            statement.id
            for statement in self.map.statements
            if statement.because and statement.id not in self.used
        )

    def role_of(self, name: str) -> frozenset[Role]:
        """Return what an element is by its place in the graph."""
        element = self.find(self._known(name))
        if isinstance(element, Statement):
            leaf = not any(step.is_support for step in self._aimed_at(element.id))
            roles = {Role.MAIN: element.id in self.main, Role.LEAF: leaf}
        else:
            roles = self._roles_of_step(self.step(name))
        return frozenset(role for role, holds in roles.items() if holds)

    def _roles_of_step(self, step: Step) -> dict[Role, bool]:
        target = self.find(step.target)
        reasons = [s for s in self._aimed_at(step.target) if s.is_support]
        on_statement = isinstance(target, Statement)
        attack = not step.is_support
        return {
            Role.LINKED: step.is_support and len(step.inference.ordinary) > 1,
            Role.CONVERGENT: step.is_support and len(reasons) > 1,
            Role.REBUT: attack and on_statement and bool(reasons),
            Role.UNDERMINE: attack and on_statement and not reasons,
            Role.UNDERCUT: attack and not on_statement,
        }

    @cached_property
    def undefined(self) -> tuple[Reference, ...]:
        """The references to names that nothing goes by."""
        return tuple(Undefined(self.map, self.find).references)

    def circles(self) -> Iterator[list[str]]:
        """Yield the ids of statements that support each other in a circle, a circle at a time.

        Members stand in the author's order. Self-support is a circle of one and left out.
        """
        order = {statement.id: number for number, statement in enumerate(self.map.statements)}
        for component in strongly_connected(order, self._supported):
            members = sorted((name for name in component if name in order), key=order.__getitem__)
            if len(members) > 1:
                yield members

    def _supported(self, name: str) -> Iterator[str]:
        """Yield what a statement supports, through steps and the supports of steps."""
        for step in self.used.get(name, ()):
            here: Step | Statement | None = step
            while isinstance(here, Step) and here.is_support:
                target = here.target
                here = self.find(target)
                if isinstance(here, Statement):
                    yield target

    def _leading_to(self, names: Iterable[str]) -> set[str]:
        """Return all from which steps lead to one of some elements."""
        leading, authored = self.by_target, self._authored
        waiting = list(names)
        reached = {premise for name in waiting for premise in self._resting_on(name)}
        waiting.extend(reached)
        while waiting:
            name = waiting.pop()
            for step, premises in leading.get(name, ()):
                if step.id in reached:
                    continue
                reached.add(step.id)
                if step.id in authored:
                    waiting.append(step.id)
                    continue
                if step.id in leading:
                    waiting.append(step.id)
                for premise in premises:
                    if premise not in reached:
                        reached.add(premise)
                        waiting.append(premise)
            if name in authored:  # a step, which may be named in the place of a premise
                premises = self._resting_on(name)
                waiting.extend(premise for premise in premises if premise not in reached)
                reached.update(premises)
        return reached

    def _resting_on(self, name: str) -> tuple[str, ...]:
        """Return the ids of the premises of a step; of what is no step, none.

        Of two elements with one id, which AM102 reports, the first keeps it.
        """
        found = self.find(name)
        if not isinstance(found, Step):
            return ()
        return tuple(self.canonical(premise.statement) for premise in found.inference.premises)

    def _onwards(self, name: str) -> Iterator[str]:
        for step in self.used.get(name, ()):
            yield step.id
        found = self.find(name)
        if isinstance(found, Step):
            yield found.target

    def _known(self, name: str) -> str:
        found = self.find(name)
        if found is None:
            msg = f"the map has no element {name!r}"
            raise UnknownElement(msg)
        return found.id

    def _attacks_by_answers(
        self, steps: Iterable[Step], questions: Questions
    ) -> Iterator[tuple[Step, Step, Answer]]:
        """Yield the attacks that `fails` answers make, save those that the map already has.

        Yields:
            The attack, the step whose question was answered, and the answer.
        """
        made: set[str] = set()
        for step in steps:
            if step.inference.scheme is None:
                continue
            for answer in step.inference.answers:
                if answer.verdict is not Verdict.FAILS or answer.by is None:
                    continue
                effect = questions.effect_of(step.inference.scheme, answer.question)
                if effect is None:
                    continue
                for target in self._targets(step, *effect):
                    if self.map.find(target) is None:
                        continue  # AM101 reports the premise that is not there
                    attack = self._attack(answer, target)
                    if attack.id not in made and not self._has(target, attack):
                        made.add(attack.id)
                        yield attack, step, answer

    def _targets(self, step: Step, effect: Effect, role: str | None) -> Iterable[str]:
        if effect is Effect.UNDERCUT:
            return [step.id]
        if effect is Effect.REBUT:
            return [step.target]
        filling = [p.statement for p in step.inference.premises if p.role == role]
        return dict.fromkeys(map(self.canonical, filling)) or [step.id]

    def _attack(self, answer: Answer, target: str) -> Step:
        premise = Premise(str(answer.by), None, PremiseKind.ORDINARY, answer.span)
        attack = Attack(premises=[premise], span=answer.span)
        name, count = f"{answer.by}!{target}", 1
        while self.map.exactly(name) is not None:
            count += 1
            name = f"{answer.by}#{count}!{target}"
        return Step(name, target, Position.ANSWER, attack)

    def _has(self, target: str, attack: Step) -> bool:
        premise = {self.canonical(name) for name in attack.inference.ordinary}
        return any(
            not step.is_support and frozenset(names) == premise
            for step, names in self.by_target.get(target, ())
        )
