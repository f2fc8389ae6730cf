"""The legend of a diagram: a small map that says of itself what its shapes and lines mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from argmap.graphs import Graph
from argmap.model import (
    ArgumentMap,
    Attack,
    Kind,
    Premise,
    PremiseKind,
    Section,
    Statement,
    Support,
)
from argmap.views.drawing import Direction, Drawing
from argmap.views.evaluation import Overlay
from argmap.views.ids import Ids
from argmap.views.legend_of_evaluation import Sample, sample
from argmap.views.selection import select

_SECTION = "shapes-and-lines"


def legend(
    beside: Drawing,
    map_id: str | None,
    *,
    direction: Direction,
    theme: str,
    overlay: Overlay | None = None,
) -> Iterator[str]:
    """Yield the lines of a legend.

    Args:
        beside: the drawing that it explains, and that it is placed behind: what a node that is
            not seen leads to first stands first.
        map_id: the id of the map, so that ids in a page are unlike one another.
        direction: the side at which the main conclusion stands.
        theme: the name of its colours.
        overlay: the evaluation that is shown, if one is.
    """
    examples = [Sample(_example(), Overlay())]
    said = None if overlay is None else sample(overlay)
    if said is not None:
        examples.append(said)
    drawings = []
    for example, prefix, name in zip(examples, ("k", "e"), ("legend", "evaluation"), strict=False):
        graph = Graph(example.map)
        drawing = Drawing(
            example.map,
            graph,
            select(example.map, graph),
            direction=direction,
            ids=Ids(map_id, name),
            theme=theme,
            prefix=prefix,
            overlay=example.overlay,
        )
        drawings.append(drawing)
        yield from drawing.body()
    yield '\tk0 [style=invis shape=point width=0 height=0 label=""]\n'
    for node in (beside.first, *(drawing.first for drawing in drawings)):
        if node is not None:
            yield f"\tk0 -> {node} [style=invis]\n"


@cache
def _example() -> ArgumentMap:
    """Return the map that explains itself."""
    taken_for_granted = Premise("assumption", kind=PremiseKind.ASSUMPTION)
    reason = Support(
        premises=[Premise("conclusion"), Premise("premise"), taken_for_granted],
        unless=[Attack(premises=[Premise("exception")])],
        backing=[Support(premises=[Premise("backing")])],
    )
    objection = Attack(premises=[Premise("claim")])
    conceded = Attack(premises=[Premise("conceded")])
    statements = [
        Statement(
            id="main",
            kind=Kind.CONCLUSION,
            text="Main conclusion: what the map argues for",
            because=[reason],
            against=[objection],
            despite=[conceded],
        ),
        _box(
            Kind.CONCLUSION,
            "Conclusion: a step on the way, argued for in its turn",
            because=[Support(premises=[Premise("evidence")])],
        ),
        _box(Kind.EVIDENCE, "Evidence: what a source shows"),
        _box(Kind.PREMISE, "Premise: put forward without argument; a dot links it to others"),
        _box(Kind.ASSUMPTION, "Assumption: taken for granted"),
        _box(Kind.PREMISE, "Exception: if it holds, the step fails", id="exception"),
        _box(Kind.PREMISE, "Backing: why the step holds", id="backing"),
        _box(Kind.CLAIM, "Claim: here an objection"),
        _box(Kind.PREMISE, "Objection that the author concedes", id="conceded"),
    ]
    sections = [Section(id=_SECTION, title="Shapes and lines")]
    return ArgumentMap(statements=statements, sections=sections, main="main")


def _box(
    kind: Kind, text: str, *, id: str | None = None, because: Iterable[Support] = ()
) -> Statement:
    return Statement(id=id or kind.value, kind=kind, text=text, section=_SECTION, because=because)
