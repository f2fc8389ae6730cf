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
from typing import TypeAlias

from attrs import frozen

from argmap.model.statement import Statement
from argmap.model.steps import Inference, Support
from argmap.model.unchecked import unchecked
from argmap.model.vocabulary import Position

_SIGN = re.compile(r"([>!])")


@frozen
class Step:
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
        return self.position is Position.BECAUSE or self.position is Position.BACKING


#: Makes a step in its place of parts that have been checked: a graph has as many as its map.
new_step: Callable[..., Step] = unchecked(Step)
#: What an id can name.
Element: TypeAlias = Statement | Step


class Index:
    """The elements of a map by every name they go by. Built once, in O(size of the map).

    Of two elements with one id the first in the author's order keeps the name; authored ids come
    before aliases, aliases before derived ids.
    """

    __slots__ = ("_guessed", "_named", "_premises", "steps")

    def __init__(self, statements: Iterable[Statement]) -> None:
        """Name every statement and every step."""
        self.steps: list[Step] = []
        self._named: dict[str, Element] = {}
        self._premises: _ByPremises | None = None
        self._guessed: dict[str, Element | None] = {}
        aliases: list[tuple[str, Element]] = []
        derived: dict[str, Step] = {}
        repeated: Counter[str] = Counter()
        for statement in statements:
            self._named.setdefault(statement.id, statement)
            if statement.aliases:
                aliases.extend((alias, statement) for alias in statement.aliases)
            if statement.because or statement.against or statement.despite:
                self._enter(statement.id, statement.placed(), derived, repeated)
        for alias, element in aliases:
            self._named.setdefault(alias, element)
        self._named.update(derived)  # no other name has a sign in it

    def _enter(
        self,
        target: str,
        placed: Iterable[tuple[Position, Inference]],
        derived: dict[str, Step],
        repeated: Counter[str],
    ) -> None:
        """Name the steps that stand under an element, outer before inner.

        Steps stand so deep in each other as the constructor of a step allows, and no deeper.
        """
        for position, inference in placed:
            used = inference.premises
            if len(used) == 1:  # most have one, and there is nothing to part or to sort
                premises = used[0].statement
            else:
                premises = "+".join(sorted(_named_by(inference)))
            sign = ">" if isinstance(inference, Support) else "!"
            name = f"{premises}{sign}{target}"
            if name in derived:
                repeated[name] += 1
                name = f"{premises}#{repeated[name] + 1}{sign}{target}"
            step = new_step(
                id=inference.id or name, target=target, position=position, inference=inference
            )
            self.steps.append(step)
            derived[name] = step
            if inference.id is not None:
                self._named.setdefault(inference.id, step)
            if inference.unless or inference.backing:
                self._enter(step.id, inference.placed(), derived, repeated)

    def exactly(self, name: str) -> Element | None:
        """Return what goes by a name as it stands, with no premise left out, or None."""
        return self._named.get(name)

    def find(self, name: str) -> Element | None:
        """Return what a name stands for, or None.

        A derived id may leave out premises as long as one step only has those that are named.
        """
        element = self._named.get(name)
        if element is not None:
            return element
        *outer, base = _SIGN.split(name)
        if not outer:
            return None
        if name not in self._guessed:
            self._guessed[name] = self._guess(outer, self._named.get(base))
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
        return iter(self._named)


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
