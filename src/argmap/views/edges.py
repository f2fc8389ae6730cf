"""The edges of a diagram, in an order that a layout engine can keep.

Graphviz keeps the edges out of a node in the order in which they are written (`ordering=out`). It
stops with an error where two nodes ask for orders that contradict each other, as two steps with the
same premises in another order do. So the nodes are numbered in the order in which reading reaches
them, and the edges out of each node follow these numbers: no two of them contradict each other.
Edges that close a circle are turned round, because Graphviz would turn some when it is too late.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple


class Edge(NamedTuple):
    """A line from a node to one that leads to it: from a conclusion to a reason."""

    tail: str
    head: str
    #: Class, colour and stroke.
    line: str
    #: The arrowhead at the tail; None where the line goes on.
    arrow: str | None = None
    #: How hard to pull it straight.
    weight: int = 1
    #: What holds only for a line that is not turned round.
    more: str = ""
    turned: bool = False

    def __str__(self) -> str:
        """Return the line of the DOT file."""
        arrow = self.arrow or "none"
        weight = f" weight={self.weight}" if self.weight != 1 else ""
        if self.turned:
            ends = f"{self.head} -> {self.tail}"
            return f"\t{ends} [{self.line} dir=forward arrowhead={arrow}{weight}]\n"
        head = f" arrowtail={arrow}" if self.arrow else ""
        return f"\t{self.tail} -> {self.head} [{self.line}{head}{weight}{self.more}]\n"

    @property
    def start(self) -> str:
        """The node that the engine takes the edge to come from."""
        return self.head if self.turned else self.tail


def written(
    edges: Collection[Edge],
    main: Iterable[str],
    sections: Mapping[str, str | None],
    *,
    columns: bool,
) -> Iterator[str]:
    """Yield the lines of edges, those within a section last; in columns these stand in reverse.

    Args:
        edges: in the author's order.
        main: the nodes of the main conclusions, with which reading begins.
        sections: every node, with the section it is in, if any.
        columns: whether ranks are columns.
    """
    led_to = {edge.head for edge in edges}
    begin = [*main, *(node for node in sections if node not in led_to), *sections]
    across: list[str] = []
    within: list[str] = []
    for edge in in_order(edges, begin):
        section = sections[edge.tail]
        same = section is not None and section == sections[edge.head]
        (within if same else across).append(str(edge))
    yield from across
    yield from reversed(within) if columns else within


def in_order(edges: Iterable[Edge], begin: Iterable[str]) -> list[Edge]:
    """Return edges in the order in which reading reaches them, circles broken. O(edges · log).

    Args:
        edges: in the author's order.
        begin: the nodes, those at which reading begins first.
    """
    out: dict[str, list[Edge]] = {}
    for edge in edges:
        out.setdefault(edge.tail, []).append(edge)
    number: dict[str, int] = {}
    open_nodes: set[str] = set()
    found: list[Edge] = []
    for root in begin:
        if root in number:
            continue
        number[root] = len(number)
        open_nodes.add(root)
        path: list[tuple[str, Iterator[Edge]]] = [(root, iter(out.get(root, ())))]
        while path:
            node, following = path[-1]
            for edge in following:
                head = edge.head
                found.append(edge._replace(turned=True) if head in open_nodes else edge)
                if head not in number:
                    number[head] = len(number)
                    open_nodes.add(head)
                    path.append((head, iter(out.get(head, ()))))
                    break
            else:
                open_nodes.discard(node)
                path.pop()
    ends = ((number[e.start], number[e.tail if e.turned else e.head]) for e in found)
    return [edge for _, edge in sorted(zip(ends, found, strict=True), key=lambda pair: pair[0])]
