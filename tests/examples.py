"""How many examples a law is tried with, and how large a map is, by the profile."""

from __future__ import annotations

from hypothesis import settings


def scaled(count: int) -> settings:
    """Return settings under which the deep profile draws `count` examples; put it over `@given`."""
    return settings(max_examples=sized(settings().max_examples, deep=count))


def sized(count: int, *, deep: int) -> int:
    """Return how large something is to be: `count`, and `deep` under the deep profile."""
    return count if settings().derandomize else deep
