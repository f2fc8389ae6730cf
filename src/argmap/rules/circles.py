"""Finding what leads round in circles, and a circle to show."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeAlias

from argmap.graphs import strongly_connected

#: The names that each name leads to; a name that leads to none may be left out.
Edges: TypeAlias = Mapping[str, Sequence[str]]


def circles(edges: Edges) -> Iterator[list[str]]:
    """Yield a shortest circle through the first member of each tangle.

    >>> list(circles({"d": "", "c": "c", "b": "a", "a": "bd"}))
    [['c'], ['b', 'a']]
    """
    for tangle in tangles(edges):
        yield shortest_circle(tangle[0], tangle, edges)


def tangles(edges: Edges) -> Iterator[list[str]]:
    """Yield the groups of names that all lead to each other, and the names that lead to themselves.

    Members stand in the order of `edges`. O(names and what they lead to).

    >>> sorted(tangles({"a": "b", "b": "ac", "c": "d", "e": "e"}))
    [['a', 'b'], ['e']]
    """
    left = _with_a_past(edges)
    if not left:
        return
    order = {name: number for number, name in enumerate(edges)}
    for component in strongly_connected(left, lambda name: edges.get(name, ())):
        if len(component) > 1 or component[0] in edges.get(component[0], ()):
            yield sorted(component, key=order.__getitem__)


def _with_a_past(edges: Edges) -> list[str]:
    """Return the names left when those that nothing leads to are taken away, again and again.

    Where nothing leads round in a circle none are left. That is the usual case, and finding it out
    this way takes a third of the time of looking for components.
    """
    leading = Counter(successor for successors in edges.values() for successor in successors)
    waiting = [name for name in edges if name not in leading]
    while waiting:
        for successor in edges.get(waiting.pop(), ()):
            leading[successor] -= 1
            if not leading[successor]:
                waiting.append(successor)
    return [name for name, count in leading.items() if count > 0]


def shortest_circle(start: str, among: Collection[str], edges: Edges) -> list[str]:
    """Return a shortest circle from `start` back to it, found breadth-first; there must be one.

    >>> shortest_circle("a", "abcd", {"a": "bc", "b": "d", "c": "a", "d": "a"})
    ['a', 'c']
    """
    members = frozenset(among)
    came_from: dict[str, str] = {}
    waiting = deque([start])
    while True:
        name = waiting.popleft()
        for successor in edges[name]:
            if successor == start:
                return [start, *_path_to(name, came_from)]
            if successor in members and successor not in came_from:
                came_from[successor] = name
                waiting.append(successor)


def _path_to(name: str, came_from: dict[str, str]) -> list[str]:
    path = []
    while name in came_from:
        path.append(name)
        name = came_from[name]
    return path[::-1]
