"""Rows of words: where one stands in another, and how it is lined up with what is like it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple


def occurrences(wanted: Sequence[str], among: Sequence[str]) -> Iterator[int]:
    """Yield the places at which some words begin in a row of words, overlapping ones too.

    The time to the next place is linear in both, however much either repeats itself.

    Args:
        wanted: one word or more.
        among: the row; no word in either is empty or has a space in it.

    >>> list(occurrences(["a", "b", "a"], ["a", "b", "a", "b", "a"]))
    [0, 2]
    """
    # Python seeks a text in another in linear time (Crochemore and Perrin 1991).
    joined, sought = f" {' '.join(among)} ", f" {' '.join(wanted)} "
    starts = list(accumulate((len(word) + 1 for word in among), initial=0))
    found = joined.find(sought)
    while found >= 0:
        yield bisect_left(starts, found)
        found = joined.find(sought, found + 1)


class Alignment(NamedTuple):
    """How a quote is lined up with a part of a stretch."""

    #: How many words are put in, left out or replaced.
    edits: int
    #: Where the part begins and ends in the stretch.
    start: int
    end: int
    #: Each run of words that differ: from, to in the quote; from, to in the stretch.
    runs: list[tuple[int, int, int, int]]


def alignment(quoted: Sequence[str], stretch: Sequence[str]) -> Alignment:
    """Return how a quote is best lined up with some part of a stretch.

    Best is what takes the fewest words put in, left out or replaced; what the stretch has before
    and behind costs nothing. The quote has a word. O(len(quoted) * len(stretch)).

    References:
        Sellers (1980), The theory and computation of evolutionary distances: pattern recognition.

    >>> alignment("rose by 6 per cent".split(), "it rose by 5 per cent today".split())
    Alignment(edits=1, start=1, end=6, runs=[(2, 3, 3, 4)])
    """
    rows = [[0] * (len(stretch) + 1)]
    for count, word in enumerate(quoted, 1):
        above = rows[-1]
        row = [count]
        for at, other in enumerate(stretch):
            row.append(min(above[at] + (word != other), above[at + 1] + 1, row[at] + 1))
        rows.append(row)
    edits = min(rows[-1])
    end = rows[-1].index(edits)
    while end < len(stretch) and rows[-1][end + 1] == edits:
        end += 1  # a last word is replaced, not put in
    steps = _steps(rows, quoted, stretch, end)
    return Alignment(edits, steps[0][1], end, _runs(steps))


def _steps(
    rows: Sequence[Sequence[int]], quoted: Sequence[str], stretch: Sequence[str], end: int
) -> list[tuple[int, int, int, int, bool]]:
    """Return the steps of the best way, first to last: ranges, and whether the words are equal."""
    steps: list[tuple[int, int, int, int, bool]] = []
    at, other = len(quoted), end
    while at:
        here = rows[at][other]
        same = other > 0 and quoted[at - 1] == stretch[other - 1]
        if other and rows[at - 1][other - 1] + (not same) == here:
            steps.append((at - 1, other - 1, at, other, same))
            at, other = at - 1, other - 1
        elif rows[at - 1][other] + 1 == here:
            steps.append((at - 1, other, at, other, False))
            at -= 1
        else:
            steps.append((at, other - 1, at, other, False))
            other -= 1
    return steps[::-1]


def _runs(steps: Sequence[tuple[int, int, int, int, bool]]) -> list[tuple[int, int, int, int]]:
    runs: list[tuple[int, int, int, int]] = []
    was_same = True
    for of, stands_of, to, stands_to, same in steps:
        if not same and was_same:
            runs.append((of, to, stands_of, stands_to))
        elif not same:
            first, _, stands_first, _ = runs[-1]
            runs[-1] = (first, to, stands_first, stands_to)
        was_same = same
    return runs
