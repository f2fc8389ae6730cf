"""How many examples a law is tried with, where the profile's own number is too small."""

from __future__ import annotations

from hypothesis import settings


def scaled(count: int) -> settings:
    """Return settings under which the deep profile draws `count` examples; put it over `@given`."""
    profile = settings()
    is_deep = not profile.derandomize
    return settings(max_examples=count if is_deep else profile.max_examples)
