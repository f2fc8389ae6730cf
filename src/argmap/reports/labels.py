"""Labels, as a table and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.reports.document import Json, document
from argmap.reports.elements import Evaluated, label_counts, standing_in_json
from argmap.reports.page import Page
from argmap.reports.table import table
from argmap.semantics.frameworks.extensions import Acceptances
from argmap.semantics.labelling import Label, Labelling, Labels

_HEADS = ("LABEL", "KIND", "ELEMENT", "REASON", "CAUSES")


def labels(evaluated: Evaluated, labelling: Labels, names: Iterable[str], page: Page) -> str:
    """Return a table of elements: label, reason, causes.

    Args:
        evaluated: the map.
        labelling: its labels.
        names: ids of the elements to list, in the order to list them.
        page: what the table is drawn on.
    """
    return table(_HEADS, _rows(evaluated, labelling, names), page)


def _rows(
    evaluated: Evaluated, labelling: Labels, names: Iterable[str]
) -> Iterator[tuple[str, ...]]:
    for name in names:
        standing = labelling.standing(name)
        reason = "" if standing.reason is None else standing.reason.value
        if not counts(evaluated, labelling, name):
            reason = "outweighed"
        causes = ", ".join(standing.causes)
        yield standing.label.value, evaluated.kind(name), name, reason, causes


def counts(evaluated: Evaluated, labelling: Labels, name: str) -> bool:
    """Return False of an attack that is in and yet does not count against its target.

    Where proof standards weigh them, all count that are in.
    """
    if not isinstance(labelling, Labelling) or evaluated.is_supportive(name):
        return True
    return labelling[name] is not Label.IN or labelling.effective(name)


def labels_json(evaluated: Evaluated, labelling: Labels, names: Iterable[str]) -> str:
    """Return a JSON document with the label, reason and causes of some elements.

    Args:
        evaluated: the map.
        labelling: its labels.
        names: ids of the elements to list, in the order to list them.
    """
    graph = evaluated.graph
    return document(
        {
            **evaluated.head("label"),
            "summary": {
                "conclusions": label_counts(labelling, graph.main),
                "statements": label_counts(labelling, {one.id for one in graph.map.statements}),
                "steps": label_counts(labelling, {step.id for step in graph.steps}),
            },
            "elements": [_element(evaluated, labelling, name) for name in names],
        }
    )


def _element(evaluated: Evaluated, labelling: Labels, name: str) -> dict[str, Json]:
    return {
        **evaluated.described(name),
        **standing_in_json(labelling.standing(name)),
        "counts": counts(evaluated, labelling, name),
    }


def acceptances(
    evaluated: Evaluated, accepted: Acceptances, names: Iterable[str], page: Page
) -> str:
    """Return a table of elements: in all labellings of a map, in some, or in none."""
    heads = ("ACCEPTED", "KIND", "ELEMENT")
    rows = ((accepted[name].value, evaluated.kind(name), name) for name in names)
    return table(heads, rows, page)


def acceptances_json(evaluated: Evaluated, accepted: Acceptances, names: Iterable[str]) -> str:
    """Return a JSON document that says in how many labellings of a map each element is in."""
    return document(
        {
            **evaluated.head("acceptance"),
            "exist": accepted.exist,
            "why": accepted.why,
            "elements": [
                {**evaluated.described(name), "acceptance": accepted[name].value} for name in names
            ],
        }
    )
