"""Which numbers, hedges and negations of a sentence are others in another edition of it.

They are told from what an index holds, so neither text need be at hand.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple, TypeAlias

from attrs import evolve

from argmap.lexicon import lexicon
from argmap.sources.clauses import Part
from argmap.sources.fidelity import Coded
from argmap.sources.quantity import NumberKind, Quantity
from argmap.sources.wording import Mark

_Sort: TypeAlias = tuple[NumberKind, str]


class Coding(Enum):
    """What an index holds of a sentence besides its fingerprints."""

    NUMBER = "number"
    HEDGE = "hedge"
    NEGATION = "negation"


class Recoded(NamedTuple):
    """A number, hedge or negation that became another, was dropped, or was put in."""

    coding: Coding
    #: As an index spells a number, or words for a hedge or negation; None where it was put in.
    before: str | None
    #: None where it was dropped.
    after: str | None


def rewording(old: Coded, new: Coded) -> tuple[Recoded, ...]:
    """Return what became of the numbers, hedges and negations of a sentence.

    Takes time in proportion to their number. A number that is missing is taken to have become one
    that is new and of its kind and unit, the first for the first. Where the numbers are the same in
    another order, those are told that stand in the place of another.

    >>> old, new = Coded.of("Some 61 % may agree."), Coded.of("Some 16 % agree.")
    >>> [(one.coding.value, one.before, one.after) for one in rewording(old, new)]
    [('number', '61 %', '16 %'), ('hedge', 'may', None)]
    """
    return (
        *_numbers(old.numbers, new.numbers),
        *_marks(Coding.HEDGE, old.hedges, new.hedges),
        *_marks(Coding.NEGATION, old.negations, new.negations),
    )


def _numbers(old: Iterable[Quantity], new: Iterable[Quantity]) -> Iterator[Recoded]:
    before, after = [[evolve(one, part=Part()) for one in each] for each in (old, new)]
    lost = _without([str(one) for one in before], [str(one) for one in after])
    fresh = _without([str(one) for one in after], [str(one) for one in before])
    if not lost and not fresh:
        for one, other in zip(before, after, strict=True):
            if one != other:
                yield Recoded(Coding.NUMBER, str(one), str(other))
        return
    waiting: dict[_Sort, deque[int]] = defaultdict(deque)
    for at in fresh:
        waiting[after[at].kind, after[at].unit].append(at)
    taken = set()
    for at in lost:
        one = before[at]
        there = waiting[one.kind, one.unit]
        now = there.popleft() if there else None
        taken.add(now)
        yield Recoded(Coding.NUMBER, str(one), None if now is None else str(after[now]))
    for at in fresh:
        if at not in taken:
            yield Recoded(Coding.NUMBER, None, str(after[at]))


def _marks(coding: Coding, old: Iterable[Mark], new: Iterable[Mark]) -> Iterator[Recoded]:
    before, after = [[mark.code for mark in each] for each in (old, new)]
    words = lexicon().words_of
    for at in _without(before, after):
        yield Recoded(coding, words(before[at]), None)
    for at in _without(after, before):
        yield Recoded(coding, None, words(after[at]))


def _without(some: Sequence[str], others: Sequence[str]) -> list[int]:
    """Return the places of what is more often in one row than in another: of the last of them."""
    left = Counter(others)
    found = []
    for at, each in enumerate(some):
        if left[each]:
            left[each] -= 1
        else:
            found.append(at)
    return found
