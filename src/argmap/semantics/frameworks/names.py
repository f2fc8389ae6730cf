"""Which semantics there are, and what an argument can be under one."""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

from argmap.errors import UnknownName
from argmap.spelling import did_you_mean


class Semantics(Enum):
    """Which sets of arguments can be accepted together.

    References:
        Dung 1995 (complete, grounded, preferred, stable); Caminada 2006 (semi-stable); Dung,
        Mancarella & Toni 2007 (ideal); Caminada 2007, Comparing two unique extension semantics
        for formal argumentation (eager).
    """

    #: Conflict-free, and exactly the arguments that it defends.
    COMPLETE = "complete"
    #: The least complete extension.
    GROUNDED = "grounded"
    #: A complete extension that no other contains.
    PREFERRED = "preferred"
    #: A conflict-free set that attacks every argument outside; there may be none.
    STABLE = "stable"
    #: A complete extension that leaves as few arguments undecided as can be (by inclusion).
    SEMI_STABLE = "semi-stable"
    #: The largest admissible set inside every preferred extension.
    IDEAL = "ideal"
    #: The largest admissible set inside every semi-stable extension.
    EAGER = "eager"

    @classmethod
    def named(cls, name: Semantics | str) -> Semantics:
        """Return the semantics of a name; `_` may stand for `-`.

        Raises:
            UnknownName: there is no such semantics.

        >>> Semantics.named("semi_stable")
        <Semantics.SEMI_STABLE: 'semi-stable'>
        """
        if isinstance(name, cls):
            return name
        wanted = str(name).lower().replace("_", "-")
        for semantics in cls:
            if semantics.value == wanted:
                return semantics
        known = [semantics.value for semantics in cls]
        hint = did_you_mean(str(name), known) or f"there are {', '.join(known)}"
        msg = f'there is no semantics "{name}"; {hint}'
        raise UnknownName(msg)


class Acceptance(Enum):
    """In how many of the extensions an argument is."""

    #: In every extension, of which there is at least one.
    SCEPTICAL = "sceptical"
    #: In some extensions, but not in all.
    CREDULOUS = "credulous"
    #: In no extension.
    NEVER = "never"
    #: The time limit came first.
    UNKNOWN = "unknown"


#: What is in every extension, and what is in at least one.
Bounds: TypeAlias = tuple[frozenset[int], frozenset[int]]


class OutOfTime(Exception):
    """The time limit came before the answer; caught inside the room, and said in the result."""
