"""Critical sets: what must fall, each set no larger than it need be, for a target to fall."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrs import frozen

from argmap.semantics.candidates import Candidates, CandidateSort, candidates_of
from argmap.semantics.hitting_sets import HittingSets
from argmap.semantics.program import Atom, Program

#: How many members a critical set has at most, unless more are asked for.
MOST_MEMBERS = 3
#: How many sets of candidates a search looks at before it gives up.
MOST_TRIALS = 5_000


@frozen(kw_only=True)
class CriticalSets:
    """The smallest sets of candidates whose rejection makes a target leave `in`."""

    #: Id of the target.
    target: str
    #: Each minimal: none of its members can be left out. By size, then in the order of the map.
    sets: tuple[tuple[str, ...], ...]
    #: Ids of what could be rejected; a source that has the id of an element as `source:id`.
    candidates: tuple[str, ...]
    #: Whether there are no other minimal sets of candidates.
    complete: bool
    #: Where there is more to say: why the search ended early, or why there is no set.
    why: str | None = None


@frozen(kw_only=True)
class SinglePoints:
    """What a target falls with, each by itself: its critical sets of one member."""

    #: Id of the target.
    target: str
    #: Ids of the statements, in the order of the map.
    statements: tuple[str, ...]
    #: Ids of the steps, in the order of the map.
    steps: tuple[str, ...]
    #: Names of the sources, where they are among the candidates.
    sources: tuple[str, ...]
    #: Whether all candidates were tried.
    complete: bool
    #: Where there is more to say: why the search ended early, or why there is none.
    why: str | None = None


def critical_sets(
    program: Program,
    target: str,
    candidates: CandidateSort | Iterable[str] | None = None,
    *,
    rejected: Iterable[Atom] = (),
    most_members: int = MOST_MEMBERS,
    most_trials: int = MOST_TRIALS,
    expired: Callable[[], bool] | None = None,
) -> CriticalSets:
    """Return the minimal sets of candidates whose rejection makes a target leave `in`.

    A hitting-set tree: where the target is in, each set that makes it fall has a member in its
    proof, so that only these are tried as the next member; level by level, smaller sets first.
    What contains a set that was found is left out, also where it would not make the target fall:
    grounded semantics is not monotone, and rejecting more can bring the target back.

    That there is a set of some size at all is NP-complete to tell; hence the limits.

    Args:
        program: the map, compiled.
        target: the name of a statement or step.
        candidates: what may be rejected: names of elements and sources, or all of a sort that lead
            to the target; by default `leaves`, the statements without a reason.
        rejected: what is rejected in any case.
        most_members: how many members a set may have.
        most_trials: how many sets may be looked at.
        expired: asked before each evaluation whether to stop.

    Raises:
        UnknownElement: nothing goes by the name of the target or of a candidate.
        UnknownName: there is no such sort of candidates.

    References:
        Reiter 1987, A theory of diagnosis from first principles.
    """
    atom = program.known(target)
    if candidates is None or isinstance(candidates, str):
        candidates = candidates_of(program, atom, candidates or "leaves")
    taken = Candidates(program, candidates)
    search = HittingSets(
        program, atom, taken, rejected=rejected, most_trials=most_trials, expired=expired
    )
    if search.holds():
        search.grow(most_members)
    return CriticalSets(
        target=program.name(atom),
        sets=tuple(map(taken.in_order, sorted(search.found, key=taken.rank))),
        candidates=taken.names,
        complete=search.complete,
        why=search.why,
    )


def single_points_of_failure(
    program: Program,
    target: str,
    *,
    candidates: Iterable[str] | None = None,
    rejected: Iterable[Atom] = (),
    most_trials: int = 2_000,
    expired: Callable[[], bool] | None = None,
) -> SinglePoints:
    """Return the statements and steps of which each makes a target leave `in` by its rejection.

    Only what is in each proof of the target can be one: so only that is tried. Each trial is an
    evaluation.

    Args:
        program: the map, compiled.
        target: the name of a statement or step.
        candidates: names of what may be rejected; by default all statements and steps but the
            target.
        rejected: what is rejected in any case.
        most_trials: how many candidates may be tried.
        expired: asked before each evaluation whether to stop.

    Raises:
        UnknownElement: nothing goes by the name of the target or of a candidate.
    """
    atom = program.known(target)
    if candidates is None:
        numbers = program.numbers.items()
        candidates = [name for name, number in numbers if number != atom]
    taken = Candidates(program, candidates)
    search = HittingSets(
        program, atom, taken, rejected=rejected, most_trials=most_trials, expired=expired
    )
    if search.holds():
        search.try_each()
    found = taken.in_order(one for members in search.found for one in members)
    sources = tuple(one for one in found if program.atom(one) is None)
    steps = tuple(one for one in found if (program.atom(one) or 0) >= program.statements)
    return SinglePoints(
        target=program.name(atom),
        statements=tuple(one for one in found if one not in {*sources, *steps}),
        steps=steps,
        sources=sources,
        complete=search.complete,
        why=search.why,
    )
