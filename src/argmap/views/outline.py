"""A map as a numbered outline that is read from its conclusions to its evidence.

Numbers are legal: 1.2 stands under 1 and bears on it. Each statement is told in full once; where it
is used again, its number is given. A tree that grows too deep to be read is continued further down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Literal, TypeAlias

from argmap.errors import InvalidValue, UnknownElement, UnknownName
from argmap.graphs import Graph
from argmap.model import ArgumentMap, Step
from argmap.spelling import did_you_mean
from argmap.views import outline_media
from argmap.views.evaluation import Overlay
from argmap.views.outline_media import Line
from argmap.views.outline_plan import plan
from argmap.views.outline_words import tell

#: How an outline is written.
Format: TypeAlias = Literal["text", "markdown", "rest"]

_MEDIA: dict[str, Callable[[Iterable[Line]], str]] = {
    "text": outline_media.text,
    "markdown": outline_media.markdown,
    "rest": outline_media.rest,
}


def outline(
    argument_map: ArgumentMap,
    graph: Graph,
    *,
    root: str | None = None,
    depth: int | None = None,
    format: Format = "text",
    quotes: bool = False,
    overlay: Overlay | None = None,
    sentences: Mapping[str, str] | None = None,
) -> str:
    """Return a map as a numbered outline that tells each support and attack in words.

    The head says what the map is about, counts what it holds, and names what is left out. Then each
    statement is told in full once, with its kind, role, qualifications, speakers, places and note,
    and each step where it stands, with its scheme, critical questions, preferences and note. Issues
    and preferences that belong to no step follow, what is expected of an evaluation, the sections
    with the numbers in them, and the sources.

    Numbers take the place of ids, and labels are used where something told elsewhere is named. Left
    out, and counted in the head: tables of data, waived findings, former ids, extras, sources that
    nothing is drawn from, and quotes unless they are wished for. Of a source are left out the kind,
    the language, the index and the day of access; of a map the language.

    Args:
        argument_map: the map.
        graph: its graph.
        root: id of the statement to begin with; by default the main conclusions.
        depth: how many levels to show below those with which the outline begins; by default all.
            A step aimed at a step counts as one more.
        format: plain text, Markdown (CommonMark, GitHub), or reStructuredText (docutils, Sphinx).
        quotes: whether to quote the words at the places of statements and steps.
        overlay: an evaluation to be told.
        sentences: what the sources say, by places such as `p2.1` in the text of the map and
            `survey p2.1` in another; it is told below what is anchored there.

    Raises:
        InvalidValue: the depth is negative.
        UnknownElement: the map has no statement `root`.
        UnknownName: there is no such format.
    """
    write = _MEDIA.get(format)
    if write is None:
        hint = did_you_mean(format, _MEDIA)
        msg = f"there is no format {format!r} of an outline" + (f"; {hint}" if hint else "")
        raise UnknownName(msg)
    if depth is not None and depth < 0:
        msg = f"depth counts levels, from 0 up; {depth} is none"
        raise InvalidValue(msg)
    begin = None if root is None else _statement(graph, root)
    planned = plan(argument_map, graph, begin, depth)
    return write(
        tell(graph, planned, begin, depth, quotes=quotes, overlay=overlay, sentences=sentences)
    )


def _statement(graph: Graph, name: str) -> str:
    """Return the id of the statement that a name stands for.

    Raises:
        UnknownElement: there is none.
    """
    known = {statement.id for statement in graph.map.statements}
    found = None if name in known else graph.find(name)
    if isinstance(found, Step):
        near = f'did you mean "{found.target}"?' if found.target in known else None
        msg = f"{name!r} is a step; an outline begins with a statement"
    elif name in known or found is not None:
        return name if found is None else found.id
    else:
        near = did_you_mean(name, known)
        msg = f"the map has no statement {name!r}"
    raise UnknownElement(msg + (f"; {near}" if near else ""))
