"""The path of the data on one page: what each verb of argmap does, from path to picture.

```
path | Text -> formats -> ArgumentMap + diagnostics -> Graph -> rules -> diagnostics -> views -> str
```
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, TypeAlias, overload

from attrs import frozen

from argmap import rules
from argmap.diagnostics import Diagnostic, InvalidMap, RuleInfo, Severity
from argmap.errors import UnknownName
from argmap.formats import Limits, Reading, native
from argmap.graphs import Graph
from argmap.model import ArgumentMap
from argmap.rules import NotRun, Waived
from argmap.spelling import did_you_mean
from argmap.text import Text

#: Where the reader starts: the main conclusion stands at this side.
Direction: TypeAlias = Literal["left", "right", "up", "down"]
#: How much of a statement a diagram shows.
LabelText: TypeAlias = Literal["full", "label", "id"]

#: Every rule by its code: what the reader refuses, and the rules for maps.
CATALOGUE: Mapping[str, RuleInfo] = MappingProxyType(
    {record.code: record for record in (*native.FAULTS, *(rule.RULE for rule in rules.RULES))}
)


@frozen
class Examination:
    """A map and everything that is found wrong with it."""

    #: None where the file holds no map at all.
    map: ArgumentMap | None
    #: Findings in the order of their places, waived ones left out.
    diagnostics: tuple[Diagnostic, ...]
    #: Rules that did not run, and why.
    not_run: tuple[NotRun, ...] = ()
    #: Findings that a waiver suppresses, with the waiver.
    waived: tuple[Waived, ...] = ()


def read(source: str | Path | Text, *, limits: Limits | None = None) -> Reading:
    """Return what a map file holds, and what is wrong with the file (AM001 to AM099).

    Never raises on content.

    Args:
        source: a path, or a `Text`; a plain `str` is a path.
        limits: how large the file may be.

    Raises:
        OSError: the file cannot be opened.

    >>> reading = read(Text("m.yaml", "argmap: 1"))
    >>> [str(finding) for finding in reading.diagnostics]
    ['m.yaml:1:1: AM015 statements is missing']
    """
    limits = limits or Limits()
    text = source if isinstance(source, Text) else _text_of(Path(source), limits)
    return native.read(text, limits=limits, rules=_rule_names())


def _text_of(path: Path, limits: Limits) -> Text:
    """Return the text of a file; of one that is too large only so much that this can be seen."""
    with path.open("rb") as file:
        return Text.decode(str(path), file.read(limits.size + 1))


@cache
def _rule_names() -> frozenset[str]:
    return frozenset(CATALOGUE) | frozenset(record.name for record in CATALOGUE.values())


def load(path: str | Path) -> ArgumentMap:
    """Return the map in a file.

    Findings of the rules do not matter here: `check` tells them.

    Raises:
        InvalidMap: the file is no map, or one with errors AM001 to AM099; it holds them all.
        OSError: the file cannot be opened.
    """
    return _map_of(read(Path(path)))


def loads(text: str, *, name: str = "<text>") -> ArgumentMap:
    r"""Return the map that a text holds.

    Args:
        text: the map file.
        name: what diagnostics call it.

    Raises:
        InvalidMap: the text is no map, or one with errors AM001 to AM099; it holds them all.

    >>> loads("argmap: 1\nstatements: {ferry: {claim: The ferry runs.}}")["ferry"].text
    'The ferry runs.'
    """
    return _map_of(read(Text(name, text)))


def _map_of(reading: Reading) -> ArgumentMap:
    failed = any(found.severity is Severity.ERROR for found in reading.diagnostics)
    if reading.map is None or failed:
        raise InvalidMap(reading.diagnostics)
    return reading.map


def check(argument_map: ArgumentMap) -> tuple[Diagnostic, ...]:
    r"""Return what the rules find wrong with a map, in the order of the places; waived left out.

    >>> m = loads("argmap: 1\nstatements: {ferry: {conclusion: The ferry runs., because: demand}}")
    >>> [finding.code for finding in check(m)]
    ['AM101']
    """
    return rules.check(argument_map).diagnostics


def examine(source: str | Path | Text, *, limits: Limits | None = None) -> Examination:
    """Return a map with all that is wrong with it: `read` and all rules. Never raises on content.

    Rules run on a file with faults as far as it could be read; they do not run where reading ended
    early, nor on a layer, whose base is not merged: `not_run` says so.

    Args:
        source: a path, or a `Text`; a plain `str` is a path.
        limits: how large the file may be.

    Raises:
        OSError: the file cannot be opened.
    """
    reading = read(source, limits=limits)
    why = _why_no_rule_runs(reading)
    if reading.map is None or why:
        not_run = tuple(NotRun(rule.RULE, why) for rule in rules.RULES)
        return Examination(reading.map, reading.diagnostics, not_run)
    found = rules.check(reading.map)
    together = sorted(
        (*reading.diagnostics, *found.diagnostics), key=lambda finding: finding.sort_key
    )
    return Examination(reading.map, tuple(together), found.not_run, found.waived)


def _why_no_rule_runs(reading: Reading) -> str:
    """Return why rules would say what is not so of what was read; empty if they would not."""
    if reading.map is None:
        return "the file holds no map"
    if not reading.complete:
        return "the file could not be read to its end"
    if reading.map.extends is not None:
        return "the map is a layer, and its base is not merged"
    return ""


def graph(argument_map: ArgumentMap) -> Graph:
    """Return the map as a graph, the attacks made by answers to critical questions included.

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


def explain(rule: str) -> RuleInfo:
    """Return the record of a rule, by its code or name; its `page` explains it.

    Raises:
        UnknownName: there is no such rule.

    >>> explain("dangling-reference").code
    'AM101'
    """
    wanted = rule.strip()
    for record in CATALOGUE.values():
        if wanted.upper() == record.code or wanted.lower().replace("_", "-") == record.name:
            return record
    hint = did_you_mean(wanted.upper(), CATALOGUE) or did_you_mean(wanted, _rule_names())
    msg = f"there is no rule {rule!r}" + (f"; {hint}" if hint else "")
    raise UnknownName(msg)


def outline(
    argument_map: ArgumentMap,
    *,
    root: str | None = None,
    depth: int | None = None,
    format: Literal["text", "markdown"] = "text",
) -> str:
    """Return a map as a numbered outline that tells each support and attack in words.

    Args:
        argument_map: the map.
        root: id of the statement to begin with; by default the main conclusions.
        depth: how many levels to show; by default all.
        format: plain text or Markdown.

    Raises:
        UnknownElement: the map has no statement `root`.
        UnknownName: there is no such format.
    """
    from argmap.views.outline import outline as view  # a view is loaded when it is wanted

    return view(argument_map, graph(argument_map), root=root, depth=depth, format=format)


@overload
def diagram(
    argument_map: ArgumentMap,
    *,
    format: Literal["svg", "dot"] = ...,
    engine: str | None = ...,
    timeout: float = ...,
    direction: Direction = ...,
    focus: str | None = ...,
    depth: int | None = ...,
    sections: Iterable[str] | None = ...,
    text: LabelText = ...,
    legend: bool = ...,
) -> str: ...
@overload
def diagram(
    argument_map: ArgumentMap,
    *,
    format: Literal["png", "pdf"],
    engine: str | None = ...,
    timeout: float = ...,
    direction: Direction = ...,
    focus: str | None = ...,
    depth: int | None = ...,
    sections: Iterable[str] | None = ...,
    text: LabelText = ...,
    legend: bool = ...,
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
) -> str | bytes:
    """Return a picture of a map: text for SVG and DOT, bytes for PNG and PDF.

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

    Raises:
        EngineMissing: no layout engine is installed.
        LayoutError: the engine failed, or took too long (`LayoutTimeout`).
        UnknownElement: the map has no statement `focus`.
        UnknownName: there is no such format, engine, direction or section.
    """
    from argmap import layout  # a view is loaded when it is wanted
    from argmap.views.diagram import diagram as view
    from argmap.views.svg import finish

    the_graph = graph(argument_map)
    dot = view(
        argument_map,
        the_graph,
        direction=direction,
        focus=focus,
        depth=depth,
        sections=sections,
        text=text,
        legend=legend,
    )
    if format == "dot":
        return dot
    drawn = layout.render(dot, format, engine=engine, timeout=timeout)
    if isinstance(drawn, bytes):
        return drawn
    title = argument_map.title or argument_map.id or "Argument map"
    return finish(
        drawn,
        title=title,
        description=outline(argument_map, root=focus, depth=depth),
        language=argument_map.language,
    )
