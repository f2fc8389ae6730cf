"""What the boxes of a diagram say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

from argmap.model import Statement
from argmap.views.evaluation import Mark
from argmap.views.outline_phrases import counted
from argmap.views.reach import Hidden
from argmap.views.selection import Closed
from argmap.views.wrapping import lines, shortened

#: What a box holds: the text, the label (or the beginning of the text), or the id.
LabelText: TypeAlias = Literal["full", "label", "id"]
#: How wide a box is.
COLUMNS = 28
_LABEL_COLUMNS = 60


def words(statement: Statement, text: LabelText) -> str:
    """Return what stands in the box of a statement."""
    if text == "id":
        return statement.id
    if text == "label":
        return statement.label or shortened(statement.text, _LABEL_COLUMNS)
    return statement.text


def tip(
    statement: Statement, mark: Mark | None = None, *, main: bool, beside: Iterable[str] = ()
) -> str:
    """Return what the box of a statement is called: its kind, how it stands, text and places.

    Args:
        statement: the statement.
        mark: how it stands.
        main: whether it is a main conclusion.
        beside: what the text says at its places, each on a line of its own.
    """
    places = "; ".join(map(str, statement.anchors))
    said = "" if mark is None or not mark.spoken else f", {mark.spoken}"
    kind = f"{'main ' if main else ''}{statement.kind.value}{said}"
    said = f"{kind}: {statement.text}" + (places and f" [{places}]")
    return "\n".join([said, *beside])


def below(hidden: Hidden | None) -> list[str]:
    """Return the lines that say how much is not drawn below a box; none where all is drawn.

    >>> below(Hidden(12, 1))
    ['+12 reasons and 1 objection', 'below']
    """
    if hidden is None:
        return []
    parts = [
        counted(number, one, many)
        for number, one, many in (
            (hidden.reasons, "reason", "reasons"),
            (hidden.objections, "objection", "objections"),
        )
        if number
    ]
    return lines(f"+{' and '.join(parts)} below", COLUMNS)


def count(box: Closed) -> str:
    """Return how much a closed box holds."""
    return f"+{counted(box.statements, 'statement', 'statements')}"


def closed_tip(box: Closed, standing: str = "") -> str:
    """Return what a closed box is called, and how its statements stand."""
    what = "elsewhere" if box.section is None else "section"
    steps = counted(box.steps, "step", "steps")
    return f"{what}, drawn closed: {box.title} [{count(box)[1:]} and {steps} in it]" + (
        standing and f": {standing}"
    )
