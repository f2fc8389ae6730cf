"""Second mentions: statements that say what another says, and are labelled as that one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argmap.graphs import Graph
from argmap.model import Statement


def originals(graph: Graph) -> dict[str, str]:
    """Return the id of what each second mention restates in the end, by its own id.

    What restates a step or nothing that there is, or leads round in a circle, stands for itself
    and is left out. O(mentions).

    >>> from argmap.model import ArgumentMap, Kind
    >>> a = Statement(id="a", kind=Kind.CLAIM, text="It runs.")
    >>> b = Statement(id="b", kind=Kind.CLAIM, text="It does run.", restates="a")
    >>> c = Statement(id="c", kind=Kind.CLAIM, text="Run it does.", restates="b")
    >>> originals(Graph(ArgumentMap(statements=[a, b, c])))
    {'b': 'a', 'c': 'a'}
    """
    restated = dict(_mentions(graph))
    ends: dict[str, str | None] = {}
    for mention in restated:
        here: str = mention
        path: dict[str, None] = {}
        while here in restated and here not in ends and here not in path:
            path[here] = None
            here = restated[here]
        end = None if here in path else ends.get(here, here)
        ends.update(dict.fromkeys(path, end))
    return {mention: end for mention, end in ends.items() if end is not None}


def _mentions(graph: Graph) -> list[tuple[str, str]]:
    """Return each statement that restates a statement, with that one."""
    named = [(s.id, graph.find(s.restates)) for s in graph.map.statements if s.restates is not None]
    return [(mention, found.id) for mention, found in named if isinstance(found, Statement)]


def meant(graph: Graph) -> dict[int, int]:
    """Return the node of what each second mention restates in the end, by its own node."""
    node = graph.numbered.node
    return {node(mention): node(original) for mention, original in originals(graph).items()}


def targets_and_premises(
    graph: Graph, nodes: Mapping[int, int]
) -> tuple[Sequence[int], Sequence[tuple[int, ...]]]:
    """Return what each step is aimed at and its premises, originals in place of second mentions.

    Args:
        graph: the graph of the map.
        nodes: what second mentions restate, as `meant` returns it.
    """
    numbered = graph.numbered
    if not nodes:
        return numbered.targets, numbered.premises
    return (
        [nodes.get(target, target) for target in numbered.targets],
        [tuple([nodes.get(one, one) for one in premises]) for premises in numbered.premises],
    )
