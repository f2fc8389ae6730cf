"""One choice from each of many lists, where the lists and the choices are made only when asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Lazy(Generic[Item]):
    """A list that is filled from an iterator as far as somebody looks."""

    def __init__(self, source: Iterator[Item]) -> None:
        """Take the items from here."""
        self._source = source
        self._items: list[Item] = []

    def has(self, position: int) -> bool:
        """Return whether there is an item at a position, at most one behind those seen."""
        if position < len(self._items):
            return True
        for item in self._source:
            self._items.append(item)
            return True
        return False

    def __getitem__(self, position: int) -> Item:
        """Return an item that is there."""
        return self._items[position]


def product(lists: Sequence[Lazy[Item]]) -> Iterator[list[Item]]:
    """Yield every choice of one item from each list, those of the last list changing fastest.

    No list is asked for more than one item beyond those chosen, so the first of 10^200 choices
    cost no more than the first items of each list.

    >>> list(product([Lazy(iter("ab")), Lazy(iter("cd"))]))
    [['a', 'c'], ['a', 'd'], ['b', 'c'], ['b', 'd']]
    >>> list(product([Lazy(iter("ab")), Lazy(iter(""))]))
    []
    """
    for items in lists:
        if not items.has(0):
            return
    positions = [0] * len(lists)
    chosen = [items[0] for items in lists]
    while True:
        yield list(chosen)
        for last in range(len(lists) - 1, -1, -1):
            items = lists[last]
            positions[last] = positions[last] + 1 if items.has(positions[last] + 1) else 0
            chosen[last] = items[positions[last]]
            if positions[last]:
                break
        else:
            return
