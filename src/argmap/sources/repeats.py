"""Evidence that reaches a statement along more than one of its reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.graphs import Graph
from argmap.sources.grounds import onwards, spread

#: For how many statements it is looked where the ways that part at them meet again.
MOST_FORKS = 256


class Repeats:
    """Where ways that lead up from one piece of evidence meet again.

    A *fork* is a statement that two reasons or more start from. Evidence that is used once goes the
    way of what it is evidence for, so only the first fork above it counts. Each fork is a bit of
    the masks below. Within a circle of reasons (AM107) nothing is looked for.
    """

    def __init__(self, graph: Graph) -> None:
        """Look through a map, in O(its size); nothing more is done where no evidence forks."""
        self._graph = graph
        above = self._first_forks()
        forks = list(dict.fromkeys(above.values()))
        #: Whether there are no more forks than are looked at.
        self.complete = len(forks) <= MOST_FORKS
        #: The forks that are looked at, and the evidence that meets each first; nodes of the graph.
        self.forks: Sequence[int] = forks[:MOST_FORKS]
        self._bits = {fork: 1 << place for place, fork in enumerate(self.forks)}
        self._evidence: dict[int, list[int]] = {fork: [] for fork in self.forks}
        for evidence, fork in above.items():
            if fork in self._evidence:
                self._evidence[fork].append(evidence)
        #: For each node which forks lead to it, added up.
        self.masks, self._in_circles = spread(graph, self._bits)

    def evidence(self, mask: int) -> list[int]:
        """Return the nodes of the evidence that is behind the forks of a mask."""
        forks = [fork for fork in self.forks if self._bits[fork] & mask]
        return [node for fork in forks for node in self._evidence[fork]]

    def twice(self) -> Iterator[tuple[int, int]]:
        """Yield the node of each statement that some fork reaches twice, with all such forks."""
        first_step, numbered = self._graph.numbered.first_step, self._graph.numbered
        for node in sorted(self.masks):
            if node < first_step and node not in self._in_circles:
                once = twice = 0
                for step in filter(numbered.supports.__getitem__, numbered.aimed_at[node]):
                    mask = self.masks.get(numbered.step_nodes[step], 0)
                    twice |= once & mask
                    once |= mask
                if twice:
                    yield node, twice

    def _first_forks(self) -> dict[int, int]:
        """Return for the nodes of evidence the first fork that it comes to, if it comes to one."""
        numbered = self._graph.numbered
        fork_above: dict[int, int | None] = {}
        found: dict[int, int] = {}
        places = zip(self._graph.map.statements, numbered.statement_nodes, strict=True)
        for evidence in [node for statement, node in places if statement.is_evidence]:
            path: dict[int, None] = {}
            here: int | None = evidence
            while here is not None and here not in fork_above:
                following = list(onwards(self._graph, here))
                path[here] = None
                fork_above[here] = here if len(following) > 1 else None
                here = following[0] if len(following) == 1 else None
            # The last on the way is a fork, or an end, or known from before, or on the way itself.
            last = list(path)[-1] if here is None else here
            fork = fork_above[last]
            fork_above.update(dict.fromkeys(path, fork))
            if fork is not None:
                found[evidence] = fork
        return found
