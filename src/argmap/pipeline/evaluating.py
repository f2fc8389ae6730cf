"""From a map to which of its conclusions stand, how strongly, and what they hang on."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from argmap.model import ArgumentMap
from argmap.model.collector import collector_paused
from argmap.pipeline.showing import graph
from argmap.semantics.extensions import Acceptances
from argmap.semantics.grounded import Model, grounded
from argmap.semantics.labelling import Labelling
from argmap.semantics.labellings import Labellings
from argmap.semantics.names import Semantics
from argmap.semantics.terms import Terms, program_on, rejected_on


def label(argument_map: ArgumentMap, terms: Terms | None = None) -> Labelling:
    """Return the grounded labelling of a map: what stands, what does not, and what is undecided.

    Args:
        argument_map: the map.
        terms: what is to be taken otherwise than the map has it.

    Raises:
        UnknownElement: the terms name what the map does not have.

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
    return Labelling(_model(argument_map, terms))


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
    from argmap.semantics.labellings import accepted  # with it comes what searches for extensions

    return accepted(
        _model(argument_map, terms), Semantics.named(semantics), expired=_after(seconds)
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
    from argmap.semantics.labellings import labellings as found  # as in `acceptance`

    return found(
        _model(argument_map, terms), Semantics.named(semantics), most=most, expired=_after(seconds)
    )


def _model(argument_map: ArgumentMap, terms: Terms | None) -> Model:
    """Return the well-founded model of a map on some terms."""
    terms = terms or Terms()
    with collector_paused():
        program = program_on(graph(argument_map), terms)
        return grounded(program, rejected_on(program, terms.reject))


def _after(seconds: float | None) -> Callable[[], bool]:
    """Return what says whether some seconds are over, counted from now."""
    end = math.inf if seconds is None else time.monotonic() + seconds
    return lambda: time.monotonic() >= end
