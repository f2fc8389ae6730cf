"""What a conclusion hangs on."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrs import frozen

from argmap.semantics.candidates import CandidateSort
from argmap.semantics.critical_sets import (
    MOST_MEMBERS,
    CriticalSets,
    SinglePoints,
    critical_sets,
    single_points_of_failure,
)
from argmap.semantics.labelling import Labelling, Standing


@frozen(kw_only=True)
class HangsOn:
    """What one element hangs on: what it falls with, alone or together."""

    #: Id of the element, as a rule a main conclusion.
    target: str
    standing: Standing
    #: What it falls with, each by itself.
    single_points: SinglePoints
    #: The smallest sets that it falls with.
    critical_sets: CriticalSets


def hangs_on(
    labelling: Labelling,
    target: str,
    candidates: CandidateSort | Iterable[str] | None = None,
    *,
    most_members: int = MOST_MEMBERS,
    expired: Callable[[], bool] | None = None,
) -> HangsOn:
    """Return what an element hangs on in a labelling, what is rejected there being rejected.

    Args:
        labelling: the grounded labelling of the map.
        target: the name of a statement or step.
        candidates: what the members of critical sets may be, as for `critical_sets`.
        most_members: how many members a critical set may have.
        expired: asked before each evaluation whether to stop.

    Raises:
        UnknownElement: nothing goes by the name of the target or of a candidate.
        UnknownName: there is no such sort of candidates.
    """
    program = labelling.program
    rejected = frozenset(one for one in labelling.model.rejected if one < program.elements)
    return HangsOn(
        target=program.name(program.known(target)),
        standing=labelling.standing(target),
        single_points=single_points_of_failure(program, target, rejected=rejected, expired=expired),
        critical_sets=critical_sets(
            program,
            target,
            candidates,
            rejected=rejected,
            most_members=most_members,
            expired=expired,
        ),
    )
