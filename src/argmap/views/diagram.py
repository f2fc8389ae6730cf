"""A map as a diagram in the DOT language of Graphviz.

Every statement is a box and every step a joint: from the joint a line leads to what the step is
aimed at, and lines lead to it from its premises. Even a step with one premise has a joint, as small
as the line is wide: then boxes and joints have ranks of their own, and the author's order can be
kept. Only a plain step aimed at a step is one line, from its premise to the joint of the other.

What Graphviz makes of it was tried with 2.43 and 16.1. Two things in the DOT text look odd and are
meant. Edges run from a conclusion to its reasons, with the arrowhead at their tail, because only
edges out of a node can be ordered. Inside a section, edges stand in reverse where ranks are
columns, because Graphviz turns the order round there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias, TypeVar, get_args

from argmap.errors import UnknownName
from argmap.graphs import Graph
from argmap.model import ArgumentMap
from argmap.spelling import did_you_mean
from argmap.views import attributes, style
from argmap.views.beside import Beside
from argmap.views.boxes import LabelText
from argmap.views.drawing import Direction, Drawing
from argmap.views.evaluation import Overlay
from argmap.views.folding import Fold, told
from argmap.views.folding import fold as folded
from argmap.views.ids import Ids
from argmap.views.legend import legend as legend_of
from argmap.views.selection import select

_RANKS: Mapping[str, str] = MappingProxyType(
    {"left": "LR", "right": "RL", "up": "TB", "down": "BT"}
)
_FOLDS = {name: name for name in get_args(Fold)}
_TEXTS = {"full": "full", "label": "label", "id": "id"}
#: The colours of a diagram.
ThemeName: TypeAlias = Literal["light", "dark", "print"]
T = TypeVar("T")
# Above this many statements the engine is told to look less hard for the best places.
_MANY = 1_000


class Picture(NamedTuple):
    """A diagram in DOT."""

    dot: str
    #: What is drawn closed, in a sentence; empty where all is drawn that was wished for.
    folded: str


def diagram(
    argument_map: ArgumentMap,
    graph: Graph,
    *,
    direction: Direction = "left",
    focus: str | None = None,
    depth: int | None = None,
    sections: Iterable[str] | None = None,
    text: LabelText = "full",
    legend: bool = False,
    theme: ThemeName = "light",
    fold: Fold = "auto",
    overlay: Overlay | None = None,
    sentences: Mapping[str, str] | None = None,
) -> Picture:
    """Return a diagram of a map as DOT, and what has been folded in it.

    Args:
        argument_map: the map.
        graph: its graph.
        direction: the side at which the main conclusion stands, and reading begins.
        focus: id of a statement: only what leads to it is drawn, and one step beyond it.
        depth: how many steps to draw from the conclusions, or from the focus.
        sections: ids of the sections to draw, with the premises from elsewhere that their steps
            need and the main conclusions that they reach directly.
        text: what a box holds: the text, the label (or the beginning of the text), or the id. A box
            also counts the steps below it that are not drawn.
        legend: whether to add a small map that says what shapes and lines mean.
        fold: whether a map of more than 400 statements is drawn with parts of it closed: by
            sections or else by depth (`auto`), not at all, or always in one of these ways.
        theme: `light`, `dark`, or `print`, which is black on white.
        overlay: an evaluation to be shown.
        sentences: what the sources say, by places such as `p2.1` in the text of the map and
            `survey p2.1` in another; it is added to the tooltips.

    Raises:
        InvalidValue: the depth is negative.
        UnknownElement: the map has no statement `focus`.
        UnknownName: there is no such direction, kind of text, theme, way to fold or section.
    """
    from graphviz import Digraph  # takes 20 ms, and is wanted here only

    ranks = _chosen("direction", direction, _RANKS)
    _chosen("text", text, _TEXTS)
    _chosen("theme", theme, style.THEMES)
    _chosen("way to fold", fold, _FOLDS)
    chosen = select(argument_map, graph, focus=focus, depth=depth, sections=sections)
    selection = folded(argument_map, graph, chosen, fold)
    look = attributes.of_theme(theme)
    ids = Ids(argument_map.id)
    drawing = Drawing(
        argument_map,
        graph,
        selection,
        direction=direction,
        ids=ids,
        text=text,
        theme=theme,
        overlay=overlay,
        beside=Beside(argument_map, sentences),
    )
    explained = (
        legend_of(drawing, argument_map.id, direction=direction, theme=theme, overlay=overlay)
        if legend
        else ()
    )
    apart = attributes.COLUMNS if direction in ("left", "right") else attributes.ROWS
    hasty = attributes.HASTY if len(selection.statements) > _MANY else {}
    source: str = Digraph(
        argument_map.id or "argmap",
        body=chain(drawing.body(), explained),
        graph_attr={"rankdir": ranks, **look.graph, **apart, **hasty},
        node_attr=look.node,
        edge_attr=look.edge,
    ).source
    return Picture(source, told(chosen, selection))


def _chosen(what: str, name: str, known: Mapping[str, T]) -> T:
    if name in known:
        return known[name]
    hint = did_you_mean(name, known)
    msg = f"there is no {what} {name!r}; " + (hint or f"there are {', '.join(known)}")
    raise UnknownName(msg)
