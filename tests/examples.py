"""How many examples a law is tried with, where the profile's own number is too small."""

from __future__ import annotations

from hypothesis import settings

#: What the deep profile draws for a law that asks for nothing.
_DEEP = 300


def scaled(count: int) -> settings:
    """Return settings under which the deep profile draws `count` examples.

    Other profiles draw as many fewer as they draw of anything. Put it over `@given`.
    """
    return settings(max_examples=max(1, count * settings().max_examples // _DEEP))
