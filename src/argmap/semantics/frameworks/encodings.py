"""Kinds of sets of arguments, each as the models of a formula in conjunctive normal form.

The variable `a + 1` says that argument `a` is in. An argument that needs it has another variable,
which says that it is attacked by what is in.

References:
    Besnard & Doutre 2004, Checking the acceptability of a set of arguments.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.semantics.frameworks.reduct import Attackers

# That an attacker is attacked is written out wherever it matters, but not more often than here: a
# formula without a variable for it is searched faster, but grows with the square of the attackers.
_FEW = 16


def stable(attackers: Attackers) -> Iterator[list[int]]:
    """Yield the clauses of the stable extensions: what is not in is attacked.

    >>> list(stable([[1], [0]]))
    [[-1, -2], [1, 2], [-2, -1], [2, 1]]
    """
    for argument, sources in enumerate(attackers, 1):
        for source in sources:
            yield [-argument, -(source + 1)]
        yield [argument, *[source + 1 for source in sources]]


def admissible(attackers: Attackers) -> Iterator[list[int]]:
    """Yield the clauses of the admissible sets: what attacks a member is attacked, and not in.

    >>> list(admissible([[1], [2], []]))
    [[-1, -2], [-1, 3], [-2, -3], [-2]]
    """
    beaten = [[source + 1 for source in sources] for sources in attackers]
    last = len(attackers)
    for argument, sources in enumerate(attackers):
        if len(sources) > _FEW:
            last += 1
            yield [-last, *beaten[argument]]
            beaten[argument] = [last]
    for argument, sources in enumerate(attackers, 1):
        for source in sources:
            yield [-argument, -(source + 1)]
            yield [-argument, *beaten[source]]


def complete(attackers: Attackers) -> Iterator[list[int]]:
    """Yield the clauses of the complete extensions: what is admissible, and all that it defends.

    >>> list(complete([[0]]))
    [[-1, -2], [-1, 2], [-2, 1], [2, -1], [1, -2]]
    """
    count = len(attackers)
    for argument, sources in enumerate(attackers, 1):
        beaten = argument + count
        yield [-argument, -beaten]
        for source in sources:
            yield [-argument, source + 1 + count]
        yield [-beaten, *[source + 1 for source in sources]]
        for source in sources:
            yield [beaten, -(source + 1)]
        yield [argument, *[-(source + 1 + count) for source in sources]]
