"""The graph of a map: each part built once, in O(size of the map), and never edited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import cached_property

from argmap.errors import UnknownElement
from argmap.graphs.answers import Made, Questions, attacks_by_answers
from argmap.graphs.components import strongly_connected
from argmap.graphs.numbered import Numbered, ResolvedStep
from argmap.graphs.references import Reference, Undefined
from argmap.model import Answer, ArgumentMap, Premise, Statement, Step


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


class Graph:
    """Who supports and attacks whom.

    Ids go in and come out as text; a name may be an id, an alias or a derived id. Questions about a
    name that nothing goes by raise `UnknownElement`.
    """

    def __init__(self, argument_map: ArgumentMap, questions: Questions | None = None) -> None:
        """Take a map; without `questions`, answers make no attacks."""
        self.map = argument_map
        self._questions = questions

    @cached_property
    def _made(self) -> Mapping[str, Made]:
        """What answers make, by the ids of the attacks."""
        index, questions = self.map.index, self._questions
        if questions is None or not any(inference.answers for inference in index.inferences):
            return {}
        made = attacks_by_answers(self.map, self._written, questions, self.canonical)
        return {one.attack.id: one for one in made}

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Every step, those made by answers last."""
        return (*self.map.index.steps, *(made.attack for made in self._made.values()))

    @cached_property
    def resolved(self) -> tuple[ResolvedStep, ...]:
        """Every step with the ids that its premises stand for, those made by answers last."""
        return (*self._written, *self._resolved_of_made)

    @cached_property
    def _written(self) -> Sequence[ResolvedStep]:
        return tuple(zip(self.map.index.steps, self._premises_stand_for, strict=True))

    @property
    def _resolved_of_made(self) -> Sequence[ResolvedStep]:
        attacks = [made.attack for made in self._made.values()]
        return [
            (attack, tuple(map(self.canonical, attack.inference.ordinary))) for attack in attacks
        ]

    @cached_property
    def _premises_stand_for(self) -> Sequence[tuple[str, ...]]:
        """For each step that the author wrote the ids that its premises stand for."""
        index = self.map.index
        if not index.aliases:
            return index.names_of_premises
        aliases = {alias: self.canonical(alias) for alias, _ in index.aliases}
        return [
            tuple([aliases.get(name, name) for name in names]) for names in index.names_of_premises
        ]

    @cached_property
    def numbered(self) -> Numbered:
        """The same graph in numbers, for algorithms that visit the whole map."""
        return Numbered(self.map.index, self._premises_stand_for, self._resolved_of_made)

    @cached_property
    def by_target(self) -> Mapping[str, Sequence[ResolvedStep]]:
        """The steps aimed at each element, with the ids that their premises stand for."""
        by_target: dict[str, list[ResolvedStep]] = {}
        for resolved in self.resolved:
            by_target.setdefault(resolved[0].target, []).append(resolved)
        return by_target

    @cached_property
    def used(self) -> Mapping[str, Sequence[Step]]:
        """The steps that use each statement as a premise."""
        used: dict[str, list[Step]] = {}
        for step, names in self.resolved:
            for name in names:
                used.setdefault(name, []).append(step)
        return used

    def canonical(self, name: str) -> str:
        """Return the id of what a name stands for; the name itself if nothing goes by it."""
        element = self.map.find(name)
        return name if element is None else element.id

    def find(self, name: str) -> Statement | Step | None:
        """Return the statement or step that a name stands for, or None."""
        found = self.map.exactly(name)
        if found is None and name in self._made:
            return self._made[name].attack
        return found or self.map.find(name)

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
        made = self._made.get(name)
        if made is None:
            msg = f"no answer makes an attack {name!r}"
            raise UnknownElement(msg)
        return made.asked, made.answer

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
        numbered = self.numbered
        return (self.steps[step] for step in numbered.aimed_at[numbered.node(name)])

    def premises_of(self, name: str) -> tuple[Premise, ...]:
        """Return the premises of a step, ordinary and assumed, in the author's order."""
        return self.step(name).inference.premises

    def uses(self, name: str) -> tuple[Step, ...]:
        """Return the steps that use a statement as a premise."""
        numbered = self.numbered
        node = numbered.node(self._known(name))
        return tuple(self.steps[step] for step in numbered.used_in[node])

    def ancestors(self, name: str) -> frozenset[str]:
        """Return the ids of all that leads to an element: premises, steps, and what leads to them.

        The element itself is included only where it leads to itself. O(answer and its edges).
        """
        numbered = self.numbered
        leading = numbered.leading_to([numbered.node(self._known(name))])
        return frozenset(numbered.ids[node] for node in leading)

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
        return frozenset(self.numbered.ids[node] for node in self.bearing_nodes)

    @cached_property
    def bearing_nodes(self) -> frozenset[int]:
        """The nodes in `numbered` of the main conclusions and of all that leads to one of them."""
        main = self.main_nodes
        return frozenset(self.numbered.leading_to(main)).union(main)

    @property
    def main_nodes(self) -> Sequence[int]:
        """The nodes in `numbered` of the main conclusions."""
        return [self.numbered.node(name) for name in self.main]

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
        numbered = self.numbered
        return tuple(
            statement.id
            for statement, node in zip(self.map.statements, numbered.statement_nodes, strict=True)
            if statement.because and not numbered.used_in[node]
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
        return tuple(Undefined(self.map, self.find, self.numbered.dangling).references)

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
