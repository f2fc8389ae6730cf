"""From a map to which of its conclusions stand, and what they hang on.

`argmap.pipeline` does not import this page: whoever checks or draws a map has no use for it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Literal, overload

from argmap.errors import UnknownName
from argmap.model import ArgumentMap
from argmap.model.collector import collector_paused
from argmap.pipeline.showing import graph
from argmap.semantics.carneades_labelling import CarneadesLabelling, carneades
from argmap.semantics.frameworks.extensions import Acceptances
from argmap.semantics.frameworks.names import Semantics
from argmap.semantics.frameworks.solver import never
from argmap.semantics.grounded import Model, grounded
from argmap.semantics.labelling import Labelling
from argmap.semantics.labellings import Labellings, accepted
from argmap.semantics.labellings import labellings as listed
from argmap.semantics.standards import Thresholds
from argmap.semantics.terms import Terms, program_on, rejected_on
from argmap.semantics.why import why

__all__ = ["acceptance", "deadline", "label", "labellings", "model_on", "why"]


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
        model_on(argument_map, terms), Semantics.named(semantics), expired=deadline(seconds)
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

    >>> from argmap.pipeline import loads
    >>> m = loads('''
    ... argmap: 1
    ... statements:
    ...   tea: {premise: Tea is better., against: coffee}
    ...   coffee: {premise: Coffee is better., against: tea}
    ... ''')
    >>> [labels["tea"].value for labels in labellings(m).labellings]
    ['in', 'out']
    """
    model = model_on(argument_map, terms)
    return listed(model, Semantics.named(semantics), most=most, expired=deadline(seconds))


def model_on(argument_map: ArgumentMap, terms: Terms | None) -> Model:
    """Return the well-founded model of a map on some terms."""
    terms = terms or Terms()
    with collector_paused():
        program = program_on(graph(argument_map), terms)
        return grounded(program, rejected_on(program, terms.reject))


def deadline(seconds: float | None) -> Callable[[], bool]:
    """Return what says whether some seconds are over, counted from now."""
    if seconds is None:
        return never
    end = time.monotonic() + seconds
    return lambda: time.monotonic() >= end
