"""From a map to which of its conclusions stand, and what they hang on.

`argmap.pipeline` does not import this page: whoever checks or draws a map has no use for it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import Literal, TypeAlias, overload

from argmap.errors import UnknownName
from argmap.model import ArgumentMap
from argmap.model.collector import collector_paused
from argmap.pipeline.showing import graph
from argmap.semantics.candidates import CandidateSort
from argmap.semantics.carneades_labelling import CarneadesLabelling, carneades
from argmap.semantics.critical_sets import MOST_MEMBERS, CriticalSets
from argmap.semantics.critical_sets import critical_sets as search
from argmap.semantics.frameworks.extensions import Acceptances
from argmap.semantics.frameworks.names import Semantics
from argmap.semantics.frameworks.solver import never
from argmap.semantics.grounded import Model, grounded
from argmap.semantics.hanging import HangsOn
from argmap.semantics.hanging import hangs_on as told
from argmap.semantics.labelling import Labelling
from argmap.semantics.labellings import Labellings, accepted
from argmap.semantics.labellings import labellings as listed
from argmap.semantics.standards import Thresholds
from argmap.semantics.terms import Terms, program_on, rejected_on
from argmap.semantics.what_if import WhatIf
from argmap.semantics.what_if import what_if as compared
from argmap.semantics.why import why

__all__ = [
    "Candidates",
    "acceptance",
    "critical_sets",
    "hangs_on",
    "label",
    "labellings",
    "what_if",
    "why",
]

#: What may be rejected: a sort of elements, or names of statements, steps and sources.
Candidates: TypeAlias = CandidateSort | Iterable[str]


@overload
def label(
    argument_map: ArgumentMap,
    terms: Terms | None = ...,
    *,
    semantics: Literal["grounded"] = ...,
    thresholds: Thresholds | None = ...,
) -> Labelling: ...
@overload
def label(
    argument_map: ArgumentMap,
    terms: Terms | None = ...,
    *,
    semantics: Literal["carneades"],
    thresholds: Thresholds | None = ...,
) -> CarneadesLabelling: ...
def label(
    argument_map: ArgumentMap,
    terms: Terms | None = None,
    *,
    semantics: Literal["grounded", "carneades"] = "grounded",
    thresholds: Thresholds | None = None,
) -> Labelling | CarneadesLabelling:
    """Return the labelling of a map: what stands, what does not, and what is undecided.

    Args:
        argument_map: the map.
        terms: what is to be taken otherwise than the map has it.
        semantics: `grounded`, where an objection that stands defeats; or `carneades`, where reasons
            and objections are weighed by proof standards.
        thresholds: with `carneades`, what the two higher standards ask for.

    Raises:
        UnknownElement: the terms name what the map does not have.
        UnknownName: there is no such semantics.

    >>> from argmap.pipeline import loads
    >>> m = loads('''
    ... argmap: 1
    ... statements:
    ...   ferry: {conclusion: The ferry should run., because: demand}
    ...   demand: {premise: Many would use it.}
    ... ''')
    >>> label(m)["ferry"].value, label(m, Terms(reject=["demand"]))["ferry"].value
    ('in', 'out')
    """
    if semantics not in {"grounded", "carneades"}:
        msg = f"there is no semantics {semantics!r}; there are grounded and carneades"
        raise UnknownName(msg)
    terms = terms or Terms()
    with collector_paused():
        program = program_on(graph(argument_map), terms)
        rejected = rejected_on(program, terms.reject)
        if semantics == "carneades":
            return carneades(program, rejected, thresholds)
        return Labelling(grounded(program, rejected))


def acceptance(
    argument_map: ArgumentMap,
    semantics: Semantics | str = Semantics.PREFERRED,
    terms: Terms | None = None,
    *,
    seconds: float | None = None,
) -> Acceptances:
    """Return in how many labellings of a map each statement and step is in: all, some or none.

    Args:
        argument_map: the map.
        semantics: complete, preferred, stable, semi-stable, ideal, eager or grounded.
        terms: what is to be taken otherwise than the map has it.
        seconds: stop after this time; what is not known then is `UNKNOWN`.

    Raises:
        SolverMissing: the map leaves so much undecided that it takes python-sat.
        UnknownElement: the terms name what the map does not have.
        UnknownName: there is no such semantics.

    >>> from argmap.pipeline import loads
    >>> m = loads('''
    ... argmap: 1
    ... statements:
    ...   tea: {premise: Tea is better., against: coffee}
    ...   coffee: {premise: Coffee is better., against: tea}
    ... ''')
    >>> acceptance(m)["tea"].value, acceptance(m, "ideal")["tea"].value
    ('credulous', 'never')
    """
    return accepted(
        _model(argument_map, terms), Semantics.named(semantics), expired=_deadline(seconds)
    )


def labellings(
    argument_map: ArgumentMap,
    semantics: Semantics | str = Semantics.PREFERRED,
    terms: Terms | None = None,
    *,
    most: int = 100,
    seconds: float | None = None,
) -> Labellings:
    """Return the labellings of a map under a semantics: all ways to take a consistent view of it.

    Args:
        argument_map: the map.
        semantics: complete, preferred, stable, semi-stable, ideal, eager or grounded.
        terms: what is to be taken otherwise than the map has it.
        most: stop after so many; there may be 10^200.
        seconds: stop after this time.

    Raises:
        SolverMissing: the map leaves so much undecided that it takes python-sat.
        UnknownElement: the terms name what the map does not have.
        UnknownName: there is no such semantics.
    """
    model = _model(argument_map, terms)
    return listed(model, Semantics.named(semantics), most=most, expired=_deadline(seconds))


def what_if(argument_map: ArgumentMap, reject: Iterable[str], terms: Terms | None = None) -> WhatIf:
    """Return what changes when statements, steps or sources are taken away.

    Args:
        argument_map: the map.
        reject: names of what is taken away; a second mention falls with its original, and evidence
            with the sources that it rests on.
        terms: what is to be taken otherwise than the map has it, before and after.

    Raises:
        UnknownElement: the map does not have what `reject` or the terms name.

    >>> from argmap.pipeline import loads
    >>> m = loads('''
    ... argmap: 1
    ... statements:
    ...   ferry: {conclusion: The ferry should run., because: demand, against: cost}
    ...   demand: {premise: Many would use it.}
    ...   cost: {premise: It costs a lot.}
    ... ''')
    >>> found = what_if(m, ["cost"])
    >>> [change.element for change in found.fallen], [change.element for change in found.risen]
    (['cost', 'cost!ferry'], ['ferry'])
    """
    with collector_paused():
        return compared(graph(argument_map), terms or Terms(), _names(reject))


def critical_sets(
    argument_map: ArgumentMap,
    target: str,
    *,
    terms: Terms | None = None,
    candidates: Candidates | None = None,
    most: int = MOST_MEMBERS,
    seconds: float | None = None,
) -> CriticalSets:
    """Return the smallest sets whose rejection makes an element leave `in`.

    Args:
        argument_map: the map.
        target: the name of a statement or step.
        terms: what is to be taken otherwise than the map has it.
        candidates: what may be rejected: `leaves` (the default: statements without a reason),
            `steps` or `sources` that lead to the target, or names of elements and sources.
        most: how many members a set may have.
        seconds: how long the search may take; by default only the number of trials is limited.

    Raises:
        UnknownElement: the map does not have the target, a candidate, or what the terms name.
        UnknownName: there is no such sort of candidates.

    >>> from argmap.pipeline import loads
    >>> m = loads('''
    ... argmap: 1
    ... statements:
    ...   ferry: {conclusion: The ferry should run., because: [demand, {from: [jobs, money]}]}
    ...   demand: {premise: Many would use it.}
    ...   jobs: {premise: Night workers depend on it.}
    ...   money: {premise: The town can pay.}
    ... ''')
    >>> critical_sets(m, "ferry").sets
    (('demand', 'jobs'), ('demand', 'money'))
    """
    terms = terms or Terms()
    with collector_paused():
        program = program_on(graph(argument_map), terms)
        return search(
            program,
            target,
            candidates,
            rejected=rejected_on(program, terms.reject),
            most_members=most,
            expired=_deadline(seconds),
        )


def hangs_on(
    argument_map: ArgumentMap,
    target: str | None = None,
    terms: Terms | None = None,
    *,
    candidates: Candidates | None = None,
    most: int = MOST_MEMBERS,
    seconds: float | None = None,
) -> tuple[HangsOn, ...]:
    """Return what each main conclusion hangs on; none where the map has no main conclusion.

    Args:
        argument_map: the map.
        target: the name of a statement or step; by default the main conclusions.
        terms: what is to be taken otherwise than the map has it.
        candidates: what the members of critical sets may be, as for `critical_sets`.
        most: how many members a critical set may have.
        seconds: how long all searches together may take.

    Raises:
        UnknownElement: the map does not have the target, a candidate, or what the terms name.
        UnknownName: there is no such sort of candidates.

    >>> from argmap.pipeline import loads
    >>> m = loads('''
    ... argmap: 1
    ... statements:
    ...   ferry: {conclusion: The ferry should run., because: demand}
    ...   demand: {premise: Many would use it.}
    ... ''')
    >>> found, = hangs_on(m)
    >>> found.single_points.statements, found.single_points.steps
    (('demand',), ('demand>ferry',))
    """
    expired = _deadline(seconds)
    labelling = Labelling(_model(argument_map, terms))
    names = labelling.program.graph.main if target is None else (target,)
    with collector_paused():
        return tuple(
            told(labelling, name, candidates, most_members=most, expired=expired) for name in names
        )


def _model(argument_map: ArgumentMap, terms: Terms | None) -> Model:
    """Return the well-founded model of a map on some terms."""
    terms = terms or Terms()
    with collector_paused():
        program = program_on(graph(argument_map), terms)
        return grounded(program, rejected_on(program, terms.reject))


def _deadline(seconds: float | None) -> Callable[[], bool]:
    """Return what says whether some seconds are over, counted from now."""
    if seconds is None:
        return never
    end = time.monotonic() + seconds
    return lambda: time.monotonic() >= end


def _names(names: Iterable[str]) -> Iterable[str]:
    """Return names; of a text, that name and not its letters."""
    return (names,) if isinstance(names, str) else names
