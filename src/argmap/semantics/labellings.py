"""All labellings of a map under a semantics, and what they accept together."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import frozen

from argmap.semantics.frameworks.extensions import Acceptances
from argmap.semantics.frameworks.names import Acceptance, Semantics
from argmap.semantics.frameworks.solver import (
    THRESHOLD,
    Statuses,
    acceptance,
    enumerate_extensions,
    never,
)
from argmap.semantics.grounded import FALSE, TRUE, UNDECIDED, Model
from argmap.semantics.labelling import LABELS, Label
from argmap.semantics.program import Atom
from argmap.semantics.translation import TooManyArguments, Translation, translated

_TOO_LARGE = "support runs in a circle through too many undecided elements"


@frozen
class Labellings:
    """The labellings of a map under a semantics, each a label for every statement and step."""

    semantics: Semantics
    labellings: tuple[Mapping[str, Label], ...]
    #: Whether these are all.
    complete: bool
    #: What came first if they are not all: a limit, or the end of the time.
    why: str | None = None


def labellings(
    model: Model,
    semantics: Semantics,
    *,
    most: int,
    threshold: int = THRESHOLD,
    expired: Callable[[], bool] = never,
) -> Labellings:
    """Return the labellings of a map under a semantics.

    Args:
        model: the well-founded model of the map; of what it decides nothing is asked again.
        semantics: which labellings are wanted.
        most: stop after so many.
        threshold: how many arguments a part may have that is searched without a SAT solver.
        expired: whether the time is up.

    Raises:
        SolverMissing: a part has more arguments than `threshold`, and python-sat is not installed.
    """
    try:
        translation = translated(model)
    except TooManyArguments:
        return Labellings(semantics, (), complete=False, why=_TOO_LARGE)
    found = enumerate_extensions(
        translation.attackers, semantics, most=most, threshold=threshold, expired=expired
    )
    labelled = [_labels(model, translation, frozenset(one)) for one in found.sets]
    return Labellings(semantics, tuple(labelled), found.complete, found.why)


def _labels(model: Model, translation: Translation, accepted: frozenset[int]) -> dict[str, Label]:
    """Return the labels that an extension gives to the statements and steps of a map."""
    holds, fails = translation.holds, translation.fails
    labels = {}
    for name, atom in model.program.numbers.items():
        label = LABELS[model.values[atom]]
        if atom in holds and holds[atom] in accepted:
            label = Label.IN
        elif atom in fails and fails[atom] in accepted:
            label = Label.OUT
        labels[name] = label
    return labels


def accepted(
    model: Model,
    semantics: Semantics,
    *,
    threshold: int = THRESHOLD,
    expired: Callable[[], bool] = never,
) -> Acceptances:
    """Return in how many labellings of a map each statement and step is in.

    Labellings are not listed: there may be 10^200 of them. Each part of what the grounded labelling
    leaves undecided is solved by itself.

    Args:
        model: the well-founded model of the map; of what it decides nothing is asked again.
        semantics: of which labellings.
        threshold: how many arguments a part may have that is searched without a SAT solver.
        expired: whether the time is up.

    Raises:
        SolverMissing: a part has more arguments than `threshold`, and python-sat is not installed.
    """
    holds: Mapping[Atom, int] = {}
    try:
        translation = translated(model)
    except TooManyArguments:
        # Only stable labellings may be none, and then nothing is in one.
        exist = None if semantics is Semantics.STABLE else True
        statuses = Statuses((), exist, _TOO_LARGE)
    else:
        holds = translation.holds
        statuses = acceptance(
            translation.attackers, semantics, threshold=threshold, expired=expired
        )
    if_in = {True: Acceptance.SCEPTICAL, False: Acceptance.NEVER, None: Acceptance.UNKNOWN}
    settled = {TRUE: if_in[statuses.exist], FALSE: Acceptance.NEVER, UNDECIDED: Acceptance.UNKNOWN}
    numbers = model.program.numbers
    values = [
        statuses.acceptance[holds[atom]] if atom in holds else settled[model.values[atom]]
        for atom in numbers.values()
    ]
    return Acceptances(
        semantics=semantics,
        exist=statuses.exist,
        why=statuses.why,
        index={name: place for place, name in enumerate(numbers)},
        values=tuple(values),
    )
