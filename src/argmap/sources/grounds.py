"""What evidence lies under statements and steps: how much of it, from where, and how it is rated.

Evidence lies under what it is used for: under a reason that starts from it, under what the reason
is for, and so on. What speaks against something bears on it as well, and is no ground
of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from argmap.graphs import Graph, strongly_connected
from argmap.model import Source
from argmap.sources.origins import SEVERAL, Origins
from argmap.values import Record

#: How the sources of a piece of evidence are rated by the Admiralty code.
WEAK, UNKNOWN, FAIR, UNRATED = 1, 2, 4, 8


class Ground(Record):
    """What evidence lies under an element."""

    #: The node of the only piece of evidence, or `SEVERAL`.
    evidence: int
    #: The number of the only root in `Origins.names`; `SEVERAL` too where some is not known.
    root: int
    #: Which of the four ratings occur, added up.
    ratings: int

    def with_another(self, other: Ground) -> Ground:
        """Return the ground that two make together; the same object if the other adds nothing."""
        evidence = self.evidence if self.evidence == other.evidence else SEVERAL
        root = self.root if self.root == other.root else SEVERAL
        ratings = self.ratings | other.ratings
        if (evidence, root, ratings) == (self.evidence, self.root, self.ratings):
            return self
        return Ground(evidence, root, ratings)


def grounds(graph: Graph, origins: Origins) -> Mapping[int, Ground]:
    """Return the grounds of the nodes of `graph.numbered` under which some evidence lies.

    O(size of the map): a ground changes four times at most before it holds all that it can.

    >>> from argmap.model import ArgumentMap, Kind, Premise, Statement, Support
    >>> reason = Support(premises=[Premise("b")])
    >>> a = Statement(id="a", kind=Kind.CLAIM, text="A.", because=[reason])
    >>> b = Statement(id="b", kind=Kind.EVIDENCE, text="B.")
    >>> m = ArgumentMap(statements=[a, b])
    >>> grounds(Graph(m), Origins(m))[0].evidence
    1
    """
    found = dict(_pieces(graph, origins))
    waiting = list(found)
    while waiting:
        node = waiting.pop()
        ground = found[node]
        for onward in onwards(graph, node):
            before = found.get(onward)
            after = ground if before is None else before.with_another(ground)
            if after is not before:
                found[onward] = after
                waiting.append(onward)
    return found


def onwards(graph: Graph, node: int) -> Iterator[int]:
    """Yield what a node is a ground of: reasons that start from it, or what a reason is for."""
    numbered = graph.numbered
    for step in numbered.used_in[node]:
        if numbered.supports[step]:
            yield numbered.step_nodes[step]
    step = node - numbered.first_step
    if 0 <= step < len(numbered.targets) and numbered.supports[step]:
        yield numbered.targets[step]


def spread(graph: Graph, marks: Mapping[int, int]) -> tuple[dict[int, int], frozenset[int]]:
    """Return which marks reach each node from below, and the nodes in circles of reasons (AM107).

    Marks are bits, added up in numbers. O(size of the map, times a number of so many bits).
    """
    found = dict(marks)
    in_circles: set[int] = set()

    def above(node: int) -> list[int]:
        return list(onwards(graph, node))

    # What a node leads to comes before it, so from below upwards is backwards.
    for members in reversed(list(strongly_connected(marks, above))):
        mask = 0
        for node in members:
            mask |= found.get(node, 0)
        if len(members) > 1:
            in_circles.update(members)
        for node in members:
            found[node] = mask
            for onward in above(node):
                found[onward] = found.get(onward, 0) | mask
    return found, frozenset(in_circles)


def _pieces(graph: Graph, origins: Origins) -> Iterator[tuple[int, Ground]]:
    """Yield the ground that each piece of evidence is by itself."""
    ratings = _ratings(graph.map.sources)
    known: dict[tuple[str, ...], tuple[int, int]] = {}
    for statement, node in zip(graph.map.statements, graph.numbered.statement_nodes, strict=True):
        if statement.is_evidence:
            sources = origins.of_statement(statement)
            if sources not in known:
                roots = {origins.root[name] for name in sources}
                root = roots.pop() if len(roots) == 1 else SEVERAL
                known[sources] = root, _best(ratings.get(name, UNRATED) for name in sources)
            yield node, Ground(node, *known[sources])


def _ratings(sources: Iterable[Source]) -> dict[str, int]:
    """Return the ratings of the sources that have one."""
    rated = [source for source in sources if source.reliability or source.credibility]
    if not rated:
        return {}
    from argmap.scales import admiralty  # most maps rate nothing

    code = admiralty()
    flags = {"weak": WEAK, "unknown": UNKNOWN, "fair": FAIR}
    return {
        source.id: flags[judgement.value]
        for source in rated
        if (judgement := code.judgement(source.reliability, source.credibility))
    }


def _best(ratings: Iterable[int]) -> int:
    """Return the rating of evidence from several sources: that of the one that may carry it."""
    found = set(ratings)
    return next((one for one in (FAIR, UNRATED, UNKNOWN, WEAK) if one in found), UNRATED)
