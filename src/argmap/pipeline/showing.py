"""From a map to its graph, its outline, its picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypedDict, Unpack, overload

from argmap.graphs import Graph
from argmap.model import ArgumentMap

if TYPE_CHECKING:
    from argmap.views.evaluation import Overlay
    from argmap.views.figure import Figure

#: Where the reader starts: the main conclusion stands at this side.
Direction: TypeAlias = Literal["left", "right", "up", "down"]
#: How much of a statement a diagram shows.
LabelText: TypeAlias = Literal["full", "label", "id"]
#: The colours of a diagram.
ThemeName: TypeAlias = Literal["light", "dark", "print"]
#: How the picture of a large map is folded.
Fold: TypeAlias = Literal["auto", "never", "sections", "depth"]


def graph(argument_map: ArgumentMap) -> Graph:
    """Return the map as a graph, the attacks made by answers to critical questions included.

    >>> from argmap.pipeline import loads
    >>> m = loads('''
    ... argmap: 1
    ... statements:
    ...   ferry: {conclusion: The ferry should run., because: demand, against: cost}
    ...   demand: {premise: Many would use it.}
    ...   cost: {premise: It costs a lot.}
    ... ''')
    >>> [step.id for step in graph(m).supports("ferry")]
    ['demand>ferry']
    >>> sorted(graph(m).ancestors("ferry"))
    ['cost', 'cost!ferry', 'demand', 'demand>ferry']
    """
    from argmap.schemes import catalogue  # read from a file when it is wanted

    return Graph(argument_map, catalogue())


def outline(
    argument_map: ArgumentMap,
    *,
    root: str | None = None,
    depth: int | None = None,
    format: Literal["text", "markdown", "rest"] = "text",
    quotes: bool = False,
    overlay: Overlay | None = None,
    sentences: Mapping[str, str] | None = None,
) -> str:
    r"""Return a map as a numbered outline that tells each support and attack in words.

    Args:
        argument_map: the map.
        root: id of the statement to begin with; by default the main conclusions.
        depth: how many levels to show; by default all.
        format: plain text, Markdown or reStructuredText.
        quotes: whether to quote the words at the places of statements and steps.
        overlay: an evaluation to tell; `argmap.overlay` makes it.
        sentences: what the sources say, to be told below what is anchored there, by places such as
            `p2.1` in the text of the map and `survey p2.1` in another source.

    Raises:
        UnknownElement: the map has no statement `root`.
        UnknownName: there is no such format.

    >>> from argmap.pipeline import loads
    >>> m = loads("argmap: 1\nstatements: {ferry: {claim: The ferry runs.}}")
    >>> outline(m).splitlines()[-1]
    '1 The ferry runs. (claim)'
    """
    from argmap.views.outline import outline as view  # a view is loaded when it is wanted

    return view(
        argument_map,
        graph(argument_map),
        root=root,
        depth=depth,
        format=format,
        quotes=quotes,
        overlay=overlay,
        sentences=sentences,
    )


class DiagramOptions(TypedDict, total=False):
    """What can be wished for in a diagram; `diagram` says what each means."""

    engine: str | None
    timeout: float
    direction: Direction
    focus: str | None
    depth: int | None
    sections: Iterable[str] | None
    text: LabelText
    legend: bool
    theme: ThemeName
    fold: Fold
    overlay: Overlay | None
    sentences: Mapping[str, str] | None


@overload
def diagram(
    argument_map: ArgumentMap,
    *,
    format: Literal["svg", "dot"] = ...,
    tell: Callable[[str], object] | None = ...,
    **options: Unpack[DiagramOptions],
) -> str: ...
@overload
def diagram(
    argument_map: ArgumentMap,
    *,
    format: Literal["png", "pdf"],
    tell: Callable[[str], object] | None = ...,
    **options: Unpack[DiagramOptions],
) -> bytes: ...
def diagram(
    argument_map: ArgumentMap,
    *,
    format: Literal["svg", "dot", "png", "pdf"] = "svg",
    engine: str | None = None,
    timeout: float = 60.0,
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
    tell: Callable[[str], object] | None = None,
) -> str | bytes:
    r"""Return a picture of a map: text for SVG and DOT, bytes for PNG and PDF.

    Args:
        argument_map: the map.
        format: what to draw; PDF needs an installed Graphviz.
        engine: `graphviz-pure` or `dot`; by default the first that is installed.
        timeout: seconds that the layout engine may take.
        direction: where the main conclusion stands.
        focus: id of a statement, to draw only what leads to it.
        depth: how many steps to draw from the conclusions; by default all.
        sections: ids of the sections to draw; by default all.
        text: whether nodes hold the whole text, the label or the id.
        legend: whether to explain shapes and lines in a corner.
        theme: `light`, `dark`, or `print`, which is black on white.
        fold: above 400 statements parts are drawn as closed boxes with a count: by section, else by
            depth (`auto`); `never`, or always in one of these ways.
        overlay: an evaluation to show; `argmap.overlay` makes it.
        sentences: what the sources say, to be added to tooltips, by places such as `p2.1` in the
            text of the map and `survey p2.1` in another source.
        tell: called with a sentence that says what is drawn closed, if anything is.

    Raises:
        EngineMissing: no layout engine is installed.
        LayoutError: the engine failed, or took too long (`LayoutTimeout`).
        UnknownElement: the map has no statement `focus`.
        UnknownName: there is no such format, engine, direction, theme or section.

    >>> from argmap.pipeline import loads
    >>> m = loads("argmap: 1\nstatements: {ferry: {claim: The ferry runs.}}")
    >>> "The ferry runs." in diagram(m, format="dot")
    True
    """
    from argmap import layout  # a view is loaded when it is wanted
    from argmap.views.diagram import diagram as view
    from argmap.views.svg import finish

    picture = view(
        argument_map,
        graph(argument_map),
        direction=direction,
        focus=focus,
        depth=depth,
        sections=sections,
        text=text,
        legend=legend,
        theme=theme,
        fold=fold,
        overlay=overlay,
        sentences=sentences,
    )
    if tell is not None and picture.folded:
        tell(picture.folded)
    if format == "dot":
        return picture.dot
    drawn = layout.render(picture.dot, format, engine=engine, timeout=timeout)
    if isinstance(drawn, bytes):
        return drawn
    in_words = outline(argument_map, root=focus, depth=depth, overlay=overlay)
    return finish(
        drawn,
        title=argument_map.title or argument_map.id or "Argument map",
        description=f"{picture.folded}\n\n{in_words}" if picture.folded else in_words,
        language=argument_map.language,
    )


def show(argument_map: ArgumentMap, **options: Unpack[DiagramOptions]) -> Figure:
    r"""Return a map for a notebook: its picture, drawn when it is first shown, and its outline.

    Showing never fails: where no picture can be drawn, the figure says why and shows the outline.

    Args:
        argument_map: the map.
        **options: as for `diagram`.

    Raises:
        UnknownElement: the map has no statement `focus`.
        UnknownName: there is no such engine, direction, theme or section.

    >>> from argmap.pipeline import loads
    >>> m = loads("argmap: 1\ntitle: The ferry\nstatements: {ferry: {claim: The ferry runs.}}")
    >>> show(m)
    <Figure of “The ferry”: 1 statement>
    """
    from argmap import layout
    from argmap.views.figure import Figure

    if options.get("engine") is not None:
        layout.known(str(options["engine"]))
    diagram(argument_map, format="dot", **options)  # a wish that cannot be met is told at once
    wish: dict[str, Any] = {
        "root": options.get("focus"),
        "depth": options.get("depth"),
        "overlay": options.get("overlay"),
        "sentences": options.get("sentences"),
    }
    return Figure(
        title=argument_map.title or argument_map.id or "Argument map",
        size=len(argument_map.statements),
        draw=partial(diagram, argument_map, **options),
        tell=partial(outline, argument_map, **wish),
    )
