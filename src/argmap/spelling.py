"""Did you mean …? Near names for a name that does not exist."""

from __future__ import annotations

from collections.abc import Iterable

# difflib costs about 5 microseconds a candidate. Above this many candidates only those are
# compared that begin alike and differ little in length, which keeps a suggestion under a few
# milliseconds.
_MANY = 2_000


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that `name` most likely was meant to be, or None if none is near.

    Case does not matter, nor does `_` for `-`. Of equally near candidates the first in
    alphabetical order is taken, so that the answer does not depend on the order of a set.

    >>> nearest("suport", ["support", "attack"])
    'support'
    >>> nearest("zebra", ["support", "attack"]) is None
    True
    """
    wanted = _folded(name)
    folded: dict[str, str] = {}
    for candidate in sorted(candidates, reverse=True):
        folded[_folded(candidate)] = candidate
    if wanted in folded:
        return folded[wanted]
    pool = list(folded)
    if len(pool) > _MANY:
        pool = [key for key in pool if key[:1] == wanted[:1] and abs(len(key) - len(wanted)) <= 2]
    from difflib import get_close_matches  # most names are spelt well

    found = get_close_matches(wanted, reversed(pool), n=1, cutoff=0.7)
    return folded[found[0]] if found else None


def did_you_mean(name: str, candidates: Iterable[str]) -> str | None:
    """Return a hint such as `did you mean "support"?`, or None if no candidate is near.

    >>> did_you_mean("stautus", ["status", "strict"])
    'did you mean "status"?'
    """
    near = nearest(name, candidates)
    return None if near is None else f'did you mean "{near}"?'


def _folded(name: str) -> str:
    return name.lower().replace("_", "-")
