"""From a map to what falls when something in it is taken away, and so to what it hangs on.

Like `argmap.pipeline.evaluating`, it is imported by who asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from argmap.model import ArgumentMap
from argmap.model.collector import collector_paused
from argmap.pipeline.evaluating import deadline, model_on
from argmap.pipeline.showing import graph
from argmap.semantics.candidates import CandidateSort
from argmap.semantics.critical_sets import MOST_MEMBERS, CriticalSets
from argmap.semantics.critical_sets import critical_sets as search
from argmap.semantics.hanging import HangsOn
from argmap.semantics.hanging import hangs_on as told
from argmap.semantics.labelling import Labelling
from argmap.semantics.terms import Terms, program_on, rejected_on
from argmap.semantics.what_if import WhatIf
from argmap.semantics.what_if import what_if as compared

#: What may be rejected: a sort of elements, or names of statements, steps and sources.
Candidates: TypeAlias = CandidateSort | Iterable[str]


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
            expired=deadline(seconds),
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
    expired = deadline(seconds)
    labelling = Labelling(model_on(argument_map, terms))
    names = labelling.program.graph.main if target is None else (target,)
    with collector_paused():
        return tuple(
            told(labelling, name, candidates, most_members=most, expired=expired) for name in names
        )


def _names(names: Iterable[str]) -> Iterable[str]:
    """Return names; of a text, that name and not its letters."""
    return (names,) if isinstance(names, str) else names
