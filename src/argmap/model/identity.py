"""Which id names what: authored ids, derived ids of steps, aliases.

A step without an id goes by a derived one: its sorted ordinary premises (where it has none, its
sorted assumptions) joined by `+`, then `#2`, `#3` for the second and third equal one, then `>` for
a support or `!` for an attack, then the id of its target: `a+b#2>c`. The first `>` or `!` from the
left splits, so `u!a+b>c` is an attack by `u` on the step `a+b>c`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TypeAlias

from attrs import frozen

from argmap.model.statement import Statement
from argmap.model.steps import Inference, Support
from argmap.model.unchecked import unchecked
from argmap.model.vocabulary import Position, PremiseKind
from argmap.values import Value

_SIGN = re.compile(r"([>!])")

# Python 3.11 takes ten times as long to look up a member of an Enum as any other name, and these
# are asked for at every step.
_BECAUSE, _BACKING, _ASSUMPTION = Position.BECAUSE, Position.BACKING, PremiseKind.ASSUMPTION


@frozen(eq=False, repr=False)
class Step(Value):
    """A step in its place: its id, the id of its target, and how it stands there.

    The step itself is `inference`; it stands under its target in the map and so does not name it.
    """

    id: str
    target: str
    position: Position
    inference: Inference

    @property
    def is_support(self) -> bool:
        """Whether the step speaks for its target."""
        # The word for where it stands is at hand; the step itself is mostly far off in memory.
        return self.position is _BECAUSE or self.position is _BACKING


#: Makes a step in its place of parts that have been checked: a graph has as many as its map.
new_step: Callable[..., Step] = unchecked(Step)
#: What an id can name.
Element: TypeAlias = Statement | Step
#: The number of an element, and how a step stands under it.
Placed: TypeAlias = tuple[int, Position, Inference]


class Index:
    """The elements of a map by every name they go by. Built once, in O(size of the map).

    Of two elements with one id the first in the author's order keeps the name; authored ids come
    before aliases, aliases before derived ids.

    Elements have numbers: the statements in the author's order, then the steps in the order of
    `steps`. Algorithms that go over the whole map walk numbers, and lists that begin with the first
    number. Two elements with one id (AM102) are one node of the graph, that of the first of them.

    What goes by numbers alone asks for no derived id, so these are made when one is asked for.
    """

    __slots__ = (
        "_by_names",
        "_guessed",
        "_premises",
        "aliases",
        "assuming",
        "identified",
        "inferences",
        "named",
        "names_of_premises",
        "positions",
        "statement_nodes",
        "statements",
        "step_nodes",
        "targets",
    )

    def __init__(self, statements: Iterable[Statement]) -> None:
        """Number and name every statement and every step."""
        self.statements = tuple(statements)
        #: Every support and attack, an outer one before an inner one, and how each stands.
        self.inferences: list[Inference] = []
        self.positions: list[Position] = []
        #: For each statement and for each step its number, or that of the first with its id.
        self.statement_nodes: list[int] = []
        self.step_nodes: list[int] = []
        #: For each step the number of its target, and the names of its premises as written.
        self.targets: list[int] = []
        self.names_of_premises: list[tuple[str, ...]] = []
        #: Places in `inferences` of those with an id of the author's, and of those that assume.
        self.identified: list[int] = []
        self.assuming: list[int] = []
        #: Each alias with the number of its statement.
        self.aliases: list[tuple[str, int]] = []
        #: The number of each authored id and of each alias.
        self.named: dict[str, int] = {}
        self._by_names: tuple[list[Step], dict[str, int]] | None = None
        self._premises: _ByPremises | None = None
        self._guessed: dict[str, Element | None] = {}
        self._enter(self._placed())
        for alias, number in self.aliases:
            self.named.setdefault(alias, number)

    def _placed(self) -> Iterator[Placed]:
        """Number each statement, and yield the steps that aim at it."""
        named, nodes = self.named, self.statement_nodes
        for number, statement in enumerate(self.statements):
            node = named.setdefault(statement.id, number)
            nodes.append(node)
            if statement.aliases:
                self.aliases.extend((alias, number) for alias in statement.aliases)
            if statement.because or statement.against or statement.despite:
                for position, inference in statement.placed():
                    yield node, position, inference

    def _enter(self, placed: Iterable[Placed]) -> None:
        """Number steps, and below each those that stand under it.

        Steps stand so deep in each other as the constructor of a step allows, and no deeper.
        """
        inferences, first = self.inferences, len(self.statements)
        add, add_position, add_target = (
            inferences.append,
            self.positions.append,
            self.targets.append,
        )
        add_node, add_names = self.step_nodes.append, self.names_of_premises.append
        for target, position, inference in placed:
            used = inference.premises
            if len(used) == 1:  # most have one
                names: tuple[str, ...] = (used[0].statement,)
                assumes = used[0].kind is _ASSUMPTION
            else:
                names = tuple([premise.statement for premise in used])
                assumes = bool(inference.assumed)
            if assumes:
                self.assuming.append(len(inferences))
            node = first + len(inferences)
            if inference.id is not None:
                self.identified.append(len(inferences))
                node = self.named.setdefault(inference.id, node)
            add(inference)
            add_position(position)
            add_node(node)
            add_target(target)
            add_names(names)
            if inference.unless or inference.backing:
                self._enter((node, *below) for below in inference.placed())

    @property
    def steps(self) -> list[Step]:
        """Every step in its place, by its name."""
        return self._named[0]

    @property
    def _named(self) -> tuple[list[Step], dict[str, int]]:
        """Every step, and the number of each derived id; made when they are first asked for."""
        if self._by_names is None:
            self._by_names = self._named_steps()
        return self._by_names

    def _named_steps(self) -> tuple[list[Step], dict[str, int]]:
        """Name every step, an outer one before those that stand under it."""
        first = len(self.statements)
        derived: dict[str, int] = {}
        repeated: Counter[str] = Counter()
        steps: list[Step] = []
        rows = zip(
            self.inferences, self.positions, self.targets, self.names_of_premises, strict=True
        )
        for own, (inference, position, node, names) in enumerate(rows, first):
            target = self.statements[node].id if node < first else steps[node - first].id
            # Most have one premise, and there is nothing to part or to sort.
            premises = names[0] if len(names) == 1 else "+".join(sorted(_named_by(inference)))
            sign = ">" if isinstance(inference, Support) else "!"
            name = f"{premises}{sign}{target}"
            if derived.setdefault(name, own) != own:
                repeated[name] += 1
                name = f"{premises}#{repeated[name] + 1}{sign}{target}"
                derived[name] = own
            if inference.id is not None:
                name = inference.id
            steps.append(new_step(id=name, target=target, position=position, inference=inference))
        return steps, derived

    def number(self, name: str) -> int | None:
        """Return the number of what goes by a name as it stands, or None."""
        number = self.named.get(name)
        if number is None and (">" in name or "!" in name):  # a derived id, and no other, has them
            return self._named[1].get(name)
        return number

    def exactly(self, name: str) -> Element | None:
        """Return what goes by a name as it stands, with no premise left out, or None."""
        number = self.number(name)
        return None if number is None else self._element(number)

    def _element(self, number: int) -> Element:
        step = number - len(self.statements)
        return self.statements[number] if step < 0 else self.steps[step]

    def find(self, name: str) -> Element | None:
        """Return what a name stands for, or None.

        A derived id may leave out premises as long as one step only has those that are named.
        """
        element = self.exactly(name)
        if element is not None:
            return element
        *outer, base = _SIGN.split(name)
        if not outer:
            return None
        if name not in self._guessed:
            self._guessed[name] = self._guess(outer, self.exactly(base))
        return self._guessed[name]

    def _guess(self, outer: list[str], element: Element | None) -> Element | None:
        """Return the step that stands before an element, with premises and signs before it."""
        while outer and element is not None:
            premises, sign = outer[-2:]
            del outer[-2:]
            element = self._step(premises, sign == ">", element.id)
        return element

    def _step(self, premises: str, support: bool, target: str) -> Step | None:
        if self._premises is None:
            self._premises = _ByPremises(self.steps)
        names, _, number = premises.partition("#")
        wanted = frozenset(names.split("+"))
        equal = self._premises.equal.get((target, support, wanted), ())
        if number or equal:
            position = int(number or 1) - 1
            return self.steps[equal[position]] if 0 <= position < len(equal) else None
        only = self._premises.only_one_with(target, support, wanted)
        return None if only is None else self.steps[only]

    def names(self) -> Iterator[str]:
        """Yield every name that stands for something."""
        return chain(self.named, self._named[1])


class _ByPremises:
    """Steps by target and premises, as positions in a list of all. Built in O(their premises)."""

    __slots__ = ("_with", "equal")

    def __init__(self, steps: Iterable[Step]) -> None:
        """Sort the steps."""
        #: Those that go by exactly these premises.
        self.equal: dict[tuple[str, bool, frozenset[str]], list[int]] = {}
        self._with: dict[tuple[str, bool, str], set[int]] = {}
        for position, step in enumerate(steps):
            where = step.target, step.is_support
            exact = frozenset(_named_by(step.inference))
            self.equal.setdefault((*where, exact), []).append(position)
            for premise in step.inference.premises:
                self._with.setdefault((*where, premise.statement), set()).add(position)

    def only_one_with(self, target: str, support: bool, premises: Iterable[str]) -> int | None:
        """Return the only step that has all of these premises, and maybe others; else None."""
        found = sorted((self._with.get((target, support, one), set()) for one in premises), key=len)
        together = found[0].intersection(*found[1:]) if len(found) > 1 else found[0]
        return next(iter(together)) if len(together) == 1 else None


def _named_by(step: Inference) -> tuple[str, ...]:
    return step.ordinary or step.assumed
