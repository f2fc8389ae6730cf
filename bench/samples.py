"""What was measured, round by round, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import log
from statistics import fmean, median
from typing import NamedTuple


class Spread(NamedTuple):
    """The least, middle and greatest of some figures, and how many there are."""

    low: float
    middle: float
    high: float
    rounds: int

    def scaled(self, factor: float) -> Spread:
        """Return the figures in another unit."""
        return Spread(self.low * factor, self.middle * factor, self.high * factor, self.rounds)


class Samples:
    """Figures by what was measured, the size of the map, and the round."""

    def __init__(self) -> None:
        self._figures: dict[str, dict[int, dict[int, float]]] = {}

    def add(self, turn: int, size: int, figures: Mapping[str, float]) -> None:
        """Keep what one run of a case found."""
        for name, figure in figures.items():
            self._figures.setdefault(name, {}).setdefault(size, {})[turn] = figure

    def spread(self, name: str, size: int) -> Spread | None:
        """Return the figures of one size; None if it was not measured."""
        return _spread([*self._rounds(name, size).values()])

    def ratio(self, above: str, below: str, size: int) -> Spread | None:
        """Return one figure over another, divided round by round; None without a common round."""
        return self.combined(above, below, size, lambda first, second: first / second)

    def combined(
        self, first: str, second: str, size: int, how: Callable[[float, float], float]
    ) -> Spread | None:
        """Return what is made of two figures, round by round; None without a common round."""
        others = self._rounds(second, size)
        pairs = [
            how(figure, others[turn])
            for turn, figure in self._rounds(first, size).items()
            if turn in others
        ]
        return _spread(pairs)

    def over_least(self, above: str, others: Sequence[str], size: int) -> Spread | None:
        """Return one figure over the least of others in the same round.

        None without a round that has the one and any of the others.
        """
        ratios = []
        for turn, figure in self._rounds(above, size).items():
            found = [self._rounds(name, size).get(turn) for name in others]
            measured = [each for each in found if each is not None]
            if measured:
                ratios.append(figure / min(measured))
        return _spread(ratios)

    def growth(self, name: str) -> Spread | None:
        """Return the exponent with which a figure grows, of each round that has every size.

        None where there are less than two sizes. A round in which something took less than the
        clock can tell does not count.
        """
        sizes = self.sizes(name)
        if len(sizes) < 2:
            return None
        rounds = set.intersection(*(set(self._rounds(name, size)) for size in sizes))
        figures = [
            {size: self._rounds(name, size)[turn] for size in sizes} for turn in sorted(rounds)
        ]
        return _spread([exponent(each) for each in figures if all(each.values())])

    def sizes(self, name: str) -> list[int]:
        """Return the sizes for which something was measured, in order."""
        return sorted(self._figures.get(name, ()))

    def plain(self) -> Mapping[str, Mapping[int, Mapping[int, float]]]:
        """Return all figures: by name, size and round."""
        return self._figures

    def _rounds(self, name: str, size: int) -> Mapping[int, float]:
        return self._figures.get(name, {}).get(size, {})


def exponent(figures: Mapping[int, float]) -> float:
    """Return the exponent of size that fits figures by size best: least squares of the logarithms.

    Raises:
        ZeroDivisionError: there are less than two sizes.
    """
    points = [(log(size), log(figure)) for size, figure in figures.items()]
    across, up = fmean(x for x, _ in points), fmean(y for _, y in points)
    covariance = sum((x - across) * (y - up) for x, y in points)
    return covariance / sum((x - across) ** 2 for x, _ in points)


def _spread(figures: list[float]) -> Spread | None:
    if not figures:
        return None
    return Spread(min(figures), median(figures), max(figures), len(figures))
