"""Slips of the pen: which name was meant by one that does not exist."""

from __future__ import annotations

import re
from collections.abc import Collection

from argmap.spelling import did_you_mean, nearest

_QUOTED = re.compile(r'"([^"]*)"')


def only_near(name: str, candidates: Collection[str]) -> str | None:
    """Return the one candidate that a name is near to; None where there are none or several.

    >>> only_near("demnd", ["demand", "money"])
    'demand'
    >>> only_near("cost-3", ["cost-1", "cost-2"]) is None
    True
    """
    near = nearest(name, candidates)
    if near is None or nearest(name, [each for each in candidates if each != near]) is not None:
        return None
    return near


def offered(written: str, hint: str | None) -> str | None:
    """Return the name that a hint offers for what was written; None if it offers none.

    Whatever the words of such hints: it is the name in quotes for which `did_you_mean` says them.

    >>> offered("becuase", did_you_mean("becuase", ["because", "against"]))
    'because'
    >>> offered("becuase", 'such as "because"') is None
    True
    """
    names = _QUOTED.findall(hint or "")
    return next((name for name in names if did_you_mean(written, [name]) == hint), None)


def is_slip(written: str, meant: str) -> bool:
    """Return whether a name is but one slip away from what was meant.

    A slip is a letter too many, too few or wrong, two letters in the wrong order, or a wrong case
    or sign between words. Not so at the beginning of the name, nor in a digit: `amoral` may well be
    meant where there is only `moral`, and `cost-3` where there are others.

    >>> is_slip("demnad", "demand"), is_slip("night_boats", "Night-boats")
    (True, True)
    >>> is_slip("likely", "unlikely"), is_slip("cost-3", "cost-1")
    (False, False)
    """
    one, other = (name.lower().replace("_", "-") for name in (written, meant))
    if one == other:
        return True
    start = _shared(one, other)
    one, other = one[start:], other[start:]
    end = _shared(one[::-1], other[::-1])
    one, other = one[: len(one) - end], other[: len(other) - end]
    swapped = len(one) == 2 and one == other[::-1]
    near = swapped or (len(one) <= 1 and len(other) <= 1)
    return near and start > 0 and not any(char.isdigit() for char in one + other)


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))
