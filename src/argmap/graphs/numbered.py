"""A graph in numbers in place of names: what is walked by algorithms that visit the whole map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain
from typing import TypeAlias

from argmap.model import Inference, Position, Step
from argmap.model.identity import Index

#: A step with the ids that its premises stand for, aliases resolved.
ResolvedStep: TypeAlias = tuple[Step, tuple[str, ...]]

_NONE: list[int] = []


class Numbered:
    """Who supports and attacks whom, in numbers: names are looked up once, and never again.

    A *step* is a number here: its position in `Graph.steps`, from 0. What steps are aimed at and
    what they start from are *nodes*; each id is one. First come the statements in the author's
    order, then the steps (step 0 is the node `first_step`), then the names that are used and that
    nothing goes by. Two elements with one id (AM102) are one node, the number of the first; that of
    the other stays unused. Nobody edits the lists.

    >>> from argmap.graphs import Graph
    >>> from argmap.model import ArgumentMap, Kind, Premise, Statement, Support
    >>> reason = Support(premises=[Premise("b"), Premise("gone")])
    >>> a = Statement(id="a", kind=Kind.CLAIM, text="A.", because=[reason])
    >>> b = Statement(id="b", kind=Kind.PREMISE, text="B.")
    >>> numbered = Graph(ArgumentMap(statements=[a, b])).numbered
    >>> numbered.ids
    ('a', 'b', 'b+gone>a', 'gone')
    >>> numbered.step_nodes, numbered.targets, numbered.premises
    ([2], [0], [(1, 3)])
    >>> numbered.aimed_at, numbered.used_in
    ([[0], [], [], []], [[], [0], [], [0]])
    """

    def __init__(
        self, index: Index, names: Iterable[tuple[str, ...]], made: Sequence[ResolvedStep]
    ) -> None:
        """Number the premises of steps, in O(their number).

        Args:
            index: of the map.
            names: the ids that the premises of each step of the index stand for.
            made: the steps that answers make.
        """
        self._index = index
        self._made_steps = [step for step, _ in made]
        #: How many nodes are statements: the first of those that are steps.
        self.first_step = len(index.statements)
        #: How many nodes are statements or steps: the first of those that are neither.
        first_made = self.first_step + len(index.inferences)
        self.first_undefined = first_made + len(made)
        self._made = {step.id: node for node, step in enumerate(self._made_steps, first_made)}
        self._undefined: dict[str, int] = {}
        #: The node of each statement of the map.
        self.statement_nodes: Sequence[int] = index.statement_nodes
        #: The node of each step.
        self.step_nodes: Sequence[int] = [*index.step_nodes, *self._made.values()]
        #: The node that each step is aimed at.
        self.targets: Sequence[int] = [
            *index.targets,
            *(self.node(step.target) for step in self._made_steps),
        ]
        #: Each step as such, and how it stands.
        self.inferences: Sequence[Inference] = [
            *index.inferences,
            *(step.inference for step in self._made_steps),
        ]
        self.positions: Sequence[Position] = [
            *index.positions,
            *(step.position for step in self._made_steps),
        ]
        every = [*names, *(made_of for _, made_of in made)]
        node_of = index.named.__getitem__
        #: The nodes that each step starts from, in the author's order.
        self.premises: Sequence[tuple[int, ...]]
        #: The steps that start from a name that nothing goes by.
        self.dangling: set[int] = set()
        try:
            self.premises = [
                # Most have one.
                (node_of(named[0]),) if len(named) == 1 else tuple(map(node_of, named))
                for named in every
            ]
        except KeyError:
            self.premises = [tuple(map(self._defined_or_not, named)) for named in every]
            undefined = self.first_undefined
            self.dangling.update(
                step
                for step, nodes in enumerate(self.premises)
                if max(nodes, default=0) >= undefined
            )
        #: How many nodes there are.
        self.count = self.first_undefined + len(self._undefined)

    def _defined_or_not(self, name: str) -> int:
        node = self._index.named.get(name)
        if node is None:
            node = self._undefined.setdefault(name, self.first_undefined + len(self._undefined))
        return node

    def node(self, name: str) -> int:
        """Return the node of the statement or step with an id, which there must be."""
        node = self._index.number(name)
        return self._made[name] if node is None else node

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The id of each node, or the name that nothing goes by."""
        statements = (statement.id for statement in self._index.statements)
        steps = chain(self._index.steps, self._made_steps)
        return (*statements, *(step.id for step in steps), *self._undefined)

    @cached_property
    def supports(self) -> Sequence[bool]:
        """Whether each step is a support."""
        because, backing = Position.BECAUSE, Position.BACKING
        return [one is because or one is backing for one in self.positions]

    @cached_property
    def aimed_at(self) -> Sequence[Sequence[int]]:
        """For each node the steps that are aimed at it, in their order."""
        return self._grouped((target,) for target in self.targets)

    @cached_property
    def used_in(self) -> Sequence[Sequence[int]]:
        """For each node the steps that start from it, in their order."""
        return self._grouped(self.premises)

    def _grouped(self, nodes_of_steps: Iterable[Iterable[int]]) -> Sequence[Sequence[int]]:
        """Return for each node the steps whose nodes it is among."""
        groups = [_NONE] * self.count
        for step, nodes in enumerate(nodes_of_steps):
            for node in nodes:
                if groups[node]:
                    groups[node].append(step)
                else:
                    groups[node] = [step]
        return groups

    def leading_to(self, nodes: Iterable[int]) -> set[int]:
        """Return the nodes from which steps lead to one of some nodes: premises, steps and so on.

        A node itself is among them only where it leads to one. O(answer and its edges).
        """
        first_step, first_undefined = self.first_step, self.first_undefined
        aimed_at, premises, step_nodes = self.aimed_at, self.premises, self.step_nodes
        reached: set[int] = set()
        waiting = list(nodes)
        for node in waiting:  # it grows
            for step in aimed_at[node]:
                before = step_nodes[step]
                if before not in reached:
                    reached.add(before)
                    waiting.append(before)
            if first_step <= node < first_undefined:
                for before in premises[node - first_step]:
                    if before not in reached:
                        reached.add(before)
                        waiting.append(before)
        return reached
