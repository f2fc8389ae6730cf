"""The extensions of a large component, and what is in all or some of them, by a SAT solver."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from argmap.semantics.frameworks.admissible import largest_admissible, small_defence
from argmap.semantics.frameworks.names import Bounds, Semantics
from argmap.semantics.frameworks.ranges import maximal_ranges
from argmap.semantics.frameworks.reduct import Attackers
from argmap.semantics.frameworks.satisfiability import CompleteLabellings


def sets(
    attackers: Attackers, semantics: Semantics, expired: Callable[[], bool]
) -> Iterator[frozenset[int]]:
    """Yield the extensions of a component.

    Args:
        attackers: for each argument, those that attack it; at least one each.
        semantics: which sets are wanted.
        expired: whether the time is up.

    Yields:
        Each extension once.

    Raises:
        SolverMissing: python-sat is not installed.
        OutOfTime: the time was up before the next was found.

    >>> [sorted(found) for found in sets([[1], [0]], Semantics.PREFERRED, lambda: False)]
    [[0], [1]]
    """
    with _opened(attackers, expired) as labellings:
        match semantics:
            case Semantics.COMPLETE:
                yield from _complete(labellings)
            case Semantics.STABLE:
                yield from _stable(labellings)
            case Semantics.SEMI_STABLE:
                yield from _semi_stable(labellings)
            case Semantics.IDEAL:
                yield _ideal(labellings)
            case Semantics.EAGER:
                yield _eager(labellings)
            case _:
                yield from _preferred(labellings)


def bounds(
    attackers: Attackers, semantics: Semantics, expired: Callable[[], bool]
) -> Bounds | None:
    """Return what is in every extension and what is in one, or None if there is none.

    Raises:
        SolverMissing: python-sat is not installed.
        OutOfTime: the time was up first.

    >>> bounds([[1], [0], [2]], Semantics.STABLE, lambda: False) is None
    True
    """
    with _opened(attackers, expired) as labellings:
        match semantics:
            case Semantics.COMPLETE:  # the empty one is among them
                return frozenset(), labellings.union()
            case Semantics.STABLE:
                return _stable_bounds(labellings)
            case Semantics.SEMI_STABLE:
                return _semi_stable_bounds(labellings)
            case Semantics.IDEAL:
                ideal = _ideal(labellings)
                return ideal, ideal
            case Semantics.EAGER:
                eager = _eager(labellings)
                return eager, eager
            case _:
                return _preferred_bounds(labellings)


@contextmanager
def _opened(attackers: Attackers, expired: Callable[[], bool]) -> Iterator[CompleteLabellings]:
    labellings = CompleteLabellings(attackers, expired)
    try:
        yield labellings
    finally:
        labellings.close()


# --- one after another -------------------------------------------------------------------------


def _complete(labellings: CompleteLabellings) -> Iterator[frozenset[int]]:
    while (found := labellings.find()) is not None:
        yield found
        inside = labellings.inside(found)
        labellings.add([*[-literal for literal in inside], *labellings.others(found)])


def _preferred(labellings: CompleteLabellings) -> Iterator[frozenset[int]]:
    """Grow each from a complete one; no part of it is searched again."""
    while (found := labellings.find()) is not None:
        found = labellings.grown(found)
        yield found
        labellings.add(labellings.others(found))


def _stable(labellings: CompleteLabellings) -> Iterator[frozenset[int]]:
    """Find them one by one; none is a part of another."""
    _decide_all(labellings)
    while (found := labellings.find()) is not None:
        yield found
        labellings.add(labellings.others(found))


def _semi_stable(labellings: CompleteLabellings) -> Iterator[frozenset[int]]:
    """Find those of one range after those of another; none is a part of another."""
    for found, decided in maximal_ranges(labellings):
        more: frozenset[int] | None = found
        while more is not None:
            yield more
            labellings.add(labellings.others(more))
            more = labellings.find(decided)


# --- all and some ------------------------------------------------------------------------------


def _preferred_bounds(labellings: CompleteLabellings) -> Bounds:
    some = labellings.union()
    return _in_every_preferred(labellings, _unopposed(labellings.attackers, some)), some


def _stable_bounds(labellings: CompleteLabellings) -> Bounds | None:
    _decide_all(labellings)
    some = labellings.find()
    if some is None:
        return None
    return labellings.intersection(some), labellings.union()


def _semi_stable_bounds(labellings: CompleteLabellings) -> Bounds:
    every = frozenset(range(labellings.count))
    some: frozenset[int] = frozenset()
    for found, decided in maximal_ranges(labellings):
        every = labellings.intersection(every & found, decided)
        some |= labellings.union(decided)
    return every, some


def _ideal(labellings: CompleteLabellings) -> frozenset[int]:
    """Search what is accepted in some extension and attacked by nothing of that kind.

    Dunne, Dvorak & Woltran 2013, Parametric properties of ideal semantics, AIJ 202.
    """
    attackers = labellings.attackers
    return largest_admissible(attackers, _unopposed(attackers, labellings.union()))


def _eager(labellings: CompleteLabellings) -> frozenset[int]:
    every, _ = _semi_stable_bounds(labellings)
    return largest_admissible(labellings.attackers, every)


def _decide_all(labellings: CompleteLabellings) -> None:
    for argument in range(labellings.count):
        labellings.add([argument + 1, argument + 1 + labellings.count])


def _unopposed(attackers: Attackers, some: frozenset[int]) -> frozenset[int]:
    """Return the arguments of a set that nothing in the set attacks."""
    return frozenset(argument for argument in some if some.isdisjoint(attackers[argument]))


def _in_every_preferred(
    labellings: CompleteLabellings, candidates: frozenset[int]
) -> frozenset[int]:
    """Return the candidates that are in every preferred extension, without listing these.

    An argument is in every preferred extension unless some complete extension cannot grow to hold
    it. Such a counterexample attacks every admissible set that holds the argument, or the two
    together would be one. So each set that is found with the argument narrows the search.

    References:
        Thimm, Cerutti & Vallati 2021, Skeptical reasoning with preferred semantics in abstract
        argumentation without computing preferred extensions.
    """
    every: set[int] = set()
    left = sorted(candidates & labellings.grown(frozenset()))
    while left:
        argument = left.pop()
        counterexample = _without(labellings, argument)
        if counterexample is None:
            every.add(argument)
        else:
            preferred = labellings.grown(counterexample)
            left = [other for other in left if other in preferred]
    return frozenset(every)


def _without(labellings: CompleteLabellings, argument: int) -> frozenset[int] | None:
    """Return a complete extension that cannot grow to hold an argument, or None."""
    switch = labellings.fresh()
    accepted = argument + 1
    found: frozenset[int] | None = frozenset()
    while found is not None:
        with_it = labellings.find([*labellings.inside(sorted(found)), accepted])
        if with_it is None:
            break
        support = small_defence(labellings.attackers, with_it, argument)
        labellings.add([-switch, *labellings.out(sorted(support))])
        found = labellings.find([switch, -accepted])
    labellings.add([-switch])
    return found
