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

    __slots__ = ("_aimed_at", "_named", "steps")

    def __init__(self, statements: Iterable[Statement]) -> None:
        """Name every statement and every step."""
        self.steps: list[Step] = []
        self._named: dict[str, Element] = {}
        self._aimed_at: dict[str, list[Step]] | None = None
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
        element = self._named.get(base)
        while outer and element is not None:
            premises, sign = outer[-2:]
            del outer[-2:]
            element = self._step(premises, sign == ">", element.id)
        return element

    def _step(self, premises: str, support: bool, target: str) -> Step | None:
        if self._aimed_at is None:
            self._aimed_at = {}
            for step in self.steps:
                self._aimed_at.setdefault(step.target, []).append(step)
        steps = [s for s in self._aimed_at.get(target, ()) if s.is_support is support]
        names, _, number = premises.partition("#")
        wanted = set(names.split("+"))
        equal = [s for s in steps if wanted == set(_named_by(s.inference))]
        if number or equal:
            position = int(number or 1) - 1
            return equal[position] if 0 <= position < len(equal) else None
        wider = [s for s in steps if wanted <= {p.statement for p in s.inference.premises}]
        return wider[0] if len(wider) == 1 else None

    def names(self) -> Iterator[str]:
        """Yield every name that stands for something."""
        return iter(self._named)


def _named_by(step: Inference) -> tuple[str, ...]:
    return step.ordinary or step.assumed
