"""Why an element stands or does not, as JSON."""

from __future__ import annotations

from argmap.reports.document import document
from argmap.reports.elements import Evaluated, standing_in_json
from argmap.semantics.labelling import Labelling


def explanation_json(evaluated: Evaluated, labelling: Labelling, name: str, told: str) -> str:
    """Return a JSON document that explains how an element stands.

    Args:
        evaluated: the map.
        labelling: its labels.
        name: the id, alias or derived id of the element.
        told: the explanation, a sentence a line.

    Raises:
        UnknownElement: nothing goes by that name.
    """
    known = labelling.program.name(labelling.program.known(name))
    return document(
        {
            **evaluated.head("why"),
            "element": {
                **evaluated.described(known),
                **standing_in_json(labelling.standing(known)),
            },
            "sentences": told.splitlines(),
        }
    )
