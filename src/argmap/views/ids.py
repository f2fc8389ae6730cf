"""Ids of statements and steps in a page: safe, unlike one another, and steady."""

from __future__ import annotations

# No id of a map holds a full stop, so that nothing else is spelled like this.
_SIGNS = str.maketrans({"+": ".and.", ">": ".for.", "!": ".against.", "#": ".no."})


class Ids:
    """Hands out ids; as long as the map keeps its ids, they stay the same.

    >>> ids = Ids("ferry")
    >>> ids.of("run-at-night"), ids.of("a+b#2>c"), ids.of("run-at-night")
    ('ferry.run-at-night', 'ferry.a.and.b.no.2.for.c', 'ferry.run-at-night.2')
    """

    def __init__(self, *path: str | None) -> None:
        """Begin with no ids given; two maps in one page need ids of their own."""
        self._prefix = "".join(f"{name}." for name in path if name)
        self._given: set[str] = set()

    def of(self, name: str) -> str:
        """Return the id for an element; the second time another."""
        safe = name.translate(_SIGNS)
        if safe.startswith("."):
            safe = f"_{safe}"  # a step without premises; no id of XML begins with a full stop
        plain = found = self._prefix + safe
        count = 1
        while found in self._given:
            count += 1
            found = f"{plain}.{count}"
        self._given.add(found)
        return found

    def of_section(self, name: str) -> str:
        """Return the id for a section."""
        return self.of(f"section.{name}")
