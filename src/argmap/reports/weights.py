"""Strengths, and what they hang on, as tables and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from argmap.reports.document import Json, document
from argmap.reports.elements import Evaluated
from argmap.reports.page import Page
from argmap.reports.table import bar, table
from argmap.semantics.gradual.sensitivity import Sensitivity
from argmap.semantics.gradual.strengths import Strengths

_HEADS = ("STRENGTH", "", "BASE", "KIND", "ELEMENT")
#: How many statements are named on which a strength hangs, and what is too little to be named.
_NAMED, _LITTLE = 5, 0.005


def strengths(evaluated: Evaluated, found: Strengths, names: Iterable[str], page: Page) -> str:
    """Return a table of elements: strength as a number and a bar, and the base score.

    Args:
        evaluated: the map.
        found: its strengths.
        names: ids of the elements to list, in the order to list them.
        page: what the table is drawn on.
    """
    rows = (
        (
            f"{found[name]:.2f}",
            bar(found[name], page),
            f"{found.base(name):.2f}",
            evaluated.kind(name),
            name,
        )
        for name in names
    )
    return table(_HEADS, rows, page)


def method(semantics: str, tnorm: str) -> str:
    """Return how strengths came about, as the beginning of a sentence."""
    premises = "the product of its premises" if tnorm == "product" else "its weakest premise"
    return f"Strengths by {semantics}, from 0 to 1; a step is as strong as {premises}"


def remarks(found: Strengths) -> Iterator[str]:
    """Yield what is to be known of strengths that go round in a circle."""
    if not found.converged:
        # In a circle there are two at least.
        number = f"{len(found.unsettled):,} elements"
        yield f"{number} go on moving up and down: what rests on them has no settled strength."
    elif not found.unique:
        yield "There is a cycle: from another start the strengths might settle elsewhere."


def strengths_json(evaluated: Evaluated, found: Strengths, names: Iterable[str]) -> str:
    """Return a JSON document with the strength and base score of some elements."""
    return document(
        {
            **evaluated.head("strength", tnorm=found.tnorm),
            "converged": found.converged,
            "unique": found.unique,
            "residual": found.residual,
            "unsettled": [
                {"id": name, "least": least, "greatest": greatest}
                for name, (least, greatest) in found.unsettled.items()
            ],
            "elements": [
                {
                    **evaluated.described(name),
                    "strength": found[name],
                    "base": found.base(name),
                }
                for name in names
            ],
        }
    )


def sensitivity(evaluated: Evaluated, found: Sensitivity) -> Iterator[str]:
    """Yield what the strength of an element hangs on most, a line each, the first a heading."""
    weights = _most(evaluated, found)
    most = ", and would change most without:" if weights else ""
    yield f"Its strength is {found.strength:.2f}{most}"
    for name, weight in weights.items():
        yield f"  {name} ({-weight:+.2f})"


def _most(evaluated: Evaluated, found: Sensitivity) -> Mapping[str, float]:
    """Return the statements that matter most, by how much the strength would fall without them."""
    statements = {statement.id for statement in evaluated.graph.map.statements} - {found.target}
    weights = {
        name: weight
        for name, weight in found.removal.items()
        if name in statements and abs(weight) >= _LITTLE
    }
    first = sorted(weights, key=lambda name: -abs(weights[name]))[:_NAMED]
    return {name: weights[name] for name in first}


def sensitivity_json(found: Sensitivity) -> Json:
    """Return what the strength of an element hangs on, as a part of a JSON document."""
    return {
        "strength": found.strength,
        "semantics": found.semantics,
        "tnorm": found.tnorm,
        "gradient": None if found.gradient is None else dict(found.gradient),
        "removal": dict(found.removal),
        "left_out": found.left_out,
        "shapley": dict(found.shapley),
        "standard_error": dict(found.standard_error),
        "exact": found.exact,
        "samples": found.samples,
        "converged": found.converged,
    }
