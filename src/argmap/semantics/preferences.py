"""Which step is preferred to which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from argmap.graphs import Graph, strongly_connected
from argmap.model import Step


class Preferences:
    """A strict partial order over steps: what is preferred to a preferred step is preferred too.

    Steps that are preferred to each other in a circle, which AM116 reports, are not preferred to
    each other at all.

    References:
        Modgil and Prakken 2018: preferences as a strict partial order.

    >>> order = Preferences([(1, 2), (2, 3), (3, 4), (4, 3)])
    >>> sorted(order.worse_than(1)), sorted(order.worse_than(3))
    ([2, 3, 4], [])
    """

    def __init__(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Keep pairs of a better and a worse step."""
        worse: dict[int, list[int]] = {}
        for better, other in pairs:
            worse.setdefault(better, []).append(other)
        self._worse: Mapping[int, Sequence[int]] = worse
        self._circle: dict[int, int] = {}
        for number, circle in enumerate(strongly_connected(worse, lambda one: worse.get(one, ()))):
            self._circle.update(dict.fromkeys(circle, number))

    def worse_than(self, step: int) -> frozenset[int]:
        """Return the steps that a step is preferred to. O(preferences)."""
        reached: set[int] = set()
        waiting = [step]
        while waiting:
            for worse in self._worse.get(waiting.pop(), ()):
                if worse not in reached:
                    reached.add(worse)
                    waiting.append(worse)
        own = self._circle.get(step)
        return frozenset(other for other in reached if self._circle[other] != own)


def preferences_of(graph: Graph, numbers: Mapping[str, int]) -> Preferences:
    """Return the preferences that a map states between its steps.

    Args:
        graph: the graph of the map.
        numbers: the number of each step by its id.
    """
    pairs = []
    for preference in graph.map.preferences:
        better, worse = graph.find(preference.better), graph.find(preference.worse)
        if isinstance(better, Step) and isinstance(worse, Step):
            pairs.append((numbers[better.id], numbers[worse.id]))
    return Preferences(pairs)
