"""Strongly connected components, without recursion: a chain of 100,000 steps has no depth here."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def strongly_connected(
    nodes: Iterable[Node], successors: Callable[[Node], Iterable[Node]]
) -> Iterator[list[Node]]:
    """Yield the strongly connected components, each before those that lead to it.

    Args:
        nodes: where to begin; nodes that are only reached from them are included.
        successors: the nodes that a node leads to.

    Yields:
        The members of a component, in the order in which they were reached. O(nodes + edges).

    References:
        Tarjan 1972, Depth-first search and linear graph algorithms, SIAM J. Computing 1.

    >>> edges = {"a": "b", "b": "ac", "c": ""}
    >>> [sorted(component) for component in strongly_connected("a", edges.__getitem__)]
    [['c'], ['a', 'b']]
    """
    number: dict[Node, int] = {}
    lowest: dict[Node, int] = {}
    open_nodes: list[Node] = []
    closed: set[Node] = set()
    for root in nodes:
        if root in number:
            continue
        number[root] = lowest[root] = len(number)
        open_nodes.append(root)
        path: list[tuple[Node, Iterator[Node]]] = [(root, iter(successors(root)))]
        while path:
            node, following = path[-1]
            for successor in following:
                if successor not in number:
                    number[successor] = lowest[successor] = len(number)
                    open_nodes.append(successor)
                    path.append((successor, iter(successors(successor))))
                    break
                if successor not in closed:
                    lowest[node] = min(lowest[node], number[successor])
            else:
                path.pop()
                if path:
                    parent = path[-1][0]
                    lowest[parent] = min(lowest[parent], lowest[node])
                if lowest[node] == number[node]:
                    start = len(open_nodes) - 1
                    while open_nodes[start] != node:
                        start -= 1
                    component = open_nodes[start:]
                    del open_nodes[start:]
                    closed.update(component)
                    yield component
