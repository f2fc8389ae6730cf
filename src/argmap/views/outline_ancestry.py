"""Which statement of an outline is told below which other."""

from __future__ import annotations


class Ancestry:
    """Which statement is told somewhere below which other, continuations included."""

    def __init__(self) -> None:
        """Begin with none."""
        self._parents: dict[str, str | None] = {}
        self._begin: dict[str, int] = {}
        self._end: dict[str, int] = {}

    def add(self, name: str, parent: str | None) -> None:
        """Enter a statement; its parent must have been entered."""
        self._parents[name] = parent

    def close(self) -> None:
        """Work out what stands below what. O(statements)."""
        sizes = dict.fromkeys(self._parents, 1)
        for name, parent in reversed(self._parents.items()):
            if parent is not None:
                sizes[parent] += sizes[name]
        free: dict[str | None, int] = {None: 0}
        for name, parent in self._parents.items():
            begin = free[parent]
            free[parent] = begin + sizes[name]
            free[name] = begin + 1
            self._begin[name], self._end[name] = begin, begin + sizes[name]

    def holds(self, name: str, below: str) -> bool:
        """Return whether one statement is the other, or is told above it."""
        return self._begin[name] <= self._begin[below] < self._end[name]
