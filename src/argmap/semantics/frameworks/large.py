"""The extensions of a large component, and what is in all or some of them, by a SAT solver."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

from argmap.semantics.frameworks.admissible import largest_admissible, least_complete, small_defence
from argmap.semantics.frameworks.encodings import admissible, complete, stable
from argmap.semantics.frameworks.names import Bounds, Semantics
from argmap.semantics.frameworks.ranges import maximal_ranges
from argmap.semantics.frameworks.reduct import Attackers
from argmap.semantics.frameworks.satisfiability import Sets

_Encoding: TypeAlias = Callable[[Attackers], Iterable[list[int]]]


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
    [[1], [0]]
    """
    encoding = {Semantics.COMPLETE: complete, Semantics.STABLE: stable}.get(semantics, admissible)
    with _opened(attackers, encoding, expired) as found:
        match semantics:
            case Semantics.COMPLETE | Semantics.STABLE:
                yield from _all(found)
            case Semantics.SEMI_STABLE:
                yield from _semi_stable(found)
            case Semantics.IDEAL:
                yield _ideal(found)
            case Semantics.EAGER:
                yield _eager(found)
            case _:
                yield from _preferred(found)


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
    encoding = stable if semantics is Semantics.STABLE else admissible
    with _opened(attackers, encoding, expired) as found:
        match semantics:
            case Semantics.COMPLETE:  # the empty one is among them
                return frozenset(), _in_some(found)
            case Semantics.STABLE:
                first = found.find()
                return None if first is None else found.bounds(first, first)
            case Semantics.SEMI_STABLE:
                return _semi_stable_bounds(found)
            case Semantics.IDEAL:
                ideal = _ideal(found)
                return ideal, ideal
            case Semantics.EAGER:
                eager = _eager(found)
                return eager, eager
            case _:
                return _preferred_bounds(found)


@contextmanager
def _opened(
    attackers: Attackers, encoding: _Encoding, expired: Callable[[], bool]
) -> Iterator[Sets]:
    found = Sets(attackers, encoding(attackers), expired)
    try:
        yield found
    finally:
        found.close()


# --- one after another -------------------------------------------------------------------------


def _all(wanted: Sets) -> Iterator[frozenset[int]]:
    while (found := wanted.find()) is not None:
        yield found
        wanted.add([*wanted.outside(found), *wanted.others(found)])


def _preferred(admissible: Sets) -> Iterator[frozenset[int]]:
    """Grow each from an admissible set; no part of it is searched again."""
    while (found := admissible.find()) is not None:
        switch = admissible.fresh()
        yield admissible.grown(found, switch)
        admissible.add([switch])


def _semi_stable(admissible: Sets) -> Iterator[frozenset[int]]:
    """Find those of one range after those of another; none is a part of another."""
    for found, decided in maximal_ranges(admissible):
        more: frozenset[int] | None = found
        while more is not None:
            yield more
            admissible.add(admissible.others(more))
            more = admissible.find(decided)


# --- all and some ------------------------------------------------------------------------------


def _in_some(admissible: Sets) -> frozenset[int]:
    """Return what is in an admissible set, and so in a complete and a preferred one."""
    return admissible.bounds(frozenset(), frozenset())[1]


def _preferred_bounds(admissible: Sets) -> Bounds:
    some = _in_some(admissible)
    candidates = _unopposed(admissible.attackers, some)
    ideal = largest_admissible(admissible.attackers, candidates)
    return _in_every_preferred(admissible, ideal, candidates - ideal), some


def _semi_stable_bounds(admissible: Sets) -> Bounds:
    every = frozenset(range(admissible.count))
    some: frozenset[int] = frozenset()
    for found, decided in maximal_ranges(admissible):
        every, some = admissible.bounds(every & found, some | found, decided)
    return every, some


def _ideal(admissible: Sets) -> frozenset[int]:
    """Search what is accepted in some extension and attacked by nothing of that kind.

    Dunne, Dvorak & Woltran 2013, Parametric properties of ideal semantics, AIJ 202.
    """
    attackers = admissible.attackers
    return largest_admissible(attackers, _unopposed(attackers, _in_some(admissible)))


def _eager(admissible: Sets) -> frozenset[int]:
    every, _ = _semi_stable_bounds(admissible)
    return largest_admissible(admissible.attackers, every)


def _unopposed(attackers: Attackers, some: frozenset[int]) -> frozenset[int]:
    """Return the arguments of a set that nothing in the set attacks."""
    return frozenset(argument for argument in some if some.isdisjoint(attackers[argument]))


def _in_every_preferred(
    admissible: Sets, ideal: frozenset[int], candidates: frozenset[int]
) -> frozenset[int]:
    """Return what is in every preferred extension, without listing these.

    Args:
        admissible: the admissible sets.
        ideal: one of them, which is in every preferred extension.
        candidates: what else may be in every preferred extension.
    """
    every, left = ideal, candidates
    elsewhere = admissible.fresh()  # true: no part of a preferred extension that was seen
    if left:
        left &= admissible.grown(ideal, elsewhere)
    while left:  # all that was seen holds it
        counterexample, shared = _without(admissible, ideal, min(left), elsewhere)
        if counterexample is None:
            every |= left & shared
            left -= shared
        else:
            left &= admissible.grown(counterexample, elsewhere)
    return every


def _without(
    admissible: Sets, ideal: frozenset[int], argument: int, elsewhere: int
) -> tuple[frozenset[int] | None, frozenset[int]]:
    """Return an admissible set that cannot grow to hold an argument, and what is shared.

    Such a counterexample attacks every admissible set that holds the argument, or the two together
    would be one. So each set that is found with the argument narrows the search. Where nothing
    attacks all of those, each preferred extension that was not seen holds one of them, and what
    follows from it: all of them hold what is shared.

    Returns:
        The counterexample, or None; and, where there is none, what follows from each of the sets
        that were found with the argument, itself among them.

    References:
        Thimm, Cerutti & Vallati 2021, Skeptical reasoning with preferred semantics in abstract
        argumentation without computing preferred extensions.
    """
    attackers = admissible.attackers
    shared = frozenset(range(admissible.count))
    found: frozenset[int] | None = ideal
    with admissible.for_a_while() as switch:
        while found is not None:
            with_it = admissible.find([*admissible.inside(found), argument + 1])
            if with_it is None:
                break
            defence = small_defence(attackers, with_it, argument)
            shared &= least_complete(attackers, ideal.union(defence))
            against = {source for member in defence for source in attackers[member]}
            admissible.add([-switch, *admissible.inside(against)])
            found = admissible.find([switch, elsewhere])
    return found, shared
