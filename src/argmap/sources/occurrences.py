"""Where a row of words stands in another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate


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
