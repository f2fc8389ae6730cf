"""From a map to which of its conclusions stand, how strongly, and what they hang on."""

from __future__ import annotations

from argmap.model import ArgumentMap
from argmap.pipeline.showing import graph
from argmap.semantics import Labelling, Terms, grounded, program_on, rejected_on


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
    terms = terms or Terms()
    program = program_on(graph(argument_map), terms)
    return Labelling(grounded(program, rejected_on(program, terms.reject)))
