"""What stands behind the reasoning in an outline: issues, preferences, sections, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.graphs import Graph
from argmap.model import ArgumentMap, Expectation, Issue, Place, Preference, Step
from argmap.views import outline_phrases as phrases
from argmap.views.outline_entries import Plan
from argmap.views.outline_media import Form, Line
from argmap.views.outline_references import References


def back(
    graph: Graph, plan: Plan, references: References, sources: Iterable[str]
) -> Iterator[Line]:
    """Yield the parts behind the reasoning, each only where the map has something for it.

    Args:
        graph: the graph of the map.
        plan: what has been told, under which number.
        references: how things are named.
        sources: ids of the sources that have been named.
    """
    about = graph.map
    issues = [_issue(issue, references) for issue in about.issues]
    yield from _items("Issues", issues)
    aside = [one for one in about.preferences if not _is_told(one, graph, references)]
    yield from _items("Preferences", (_preference(one, references) for one in aside))
    yield from _items("What is expected", _expected(about.expect, references))
    yield from _listed("Sections", _sections(about, plan))
    named = set(sources)
    yield from _listed(
        "Sources",
        ((s.id, phrases.source_in_full(s)) for s in about.sources if s.id in named),
    )


def preferences_of(graph: Graph) -> dict[int, list[Preference]]:
    """Return the preferences for each step, by the `id()` of the step."""
    found: dict[int, list[Preference]] = {}
    for preference in graph.map.preferences:
        found.setdefault(id(graph.find(preference.better)), []).append(preference)
    return found


def rivals_of(graph: Graph) -> dict[str, list[list[str]]]:
    """Return the positions on each issue on which a statement is one, by its id."""
    found: dict[str, list[list[str]]] = {}
    for issue in graph.map.issues:
        positions = list(dict.fromkeys(map(graph.canonical, issue.positions)))
        for name in positions:
            found.setdefault(name, []).append(positions)
    return found


def _issue(issue: Issue, references: References) -> str:
    question = phrases.closed(issue.question or f"The issue {issue.id}")
    standard = (
        "" if issue.standard is None else f" Standard of proof: {phrases.spoken(issue.standard)}."
    )
    if not issue.positions:
        return f"{question} No position is given.{standard}"
    positions = references.elements(issue.positions)
    return f"{question} At most one of these can stand: {positions}.{standard}"


def _is_told(preference: Preference, graph: Graph, references: References) -> bool:
    """Return whether a preference has been told under its better step."""
    found = graph.find(preference.better)
    return isinstance(found, Step) and references.is_told(found)


def _preference(preference: Preference, references: References) -> str:
    better, worse = (references.element(name) for name in (preference.better, preference.worse))
    return f"{phrases.capital(better)} is preferred to {worse}.{phrases.added(preference.reason)}"


def _expected(expect: Expectation | None, references: References) -> Iterator[str]:
    if expect is None:
        return
    for words, names in (
        ("To stand", expect.accepted),
        ("To fall", expect.out),
        ("To stay undecided", expect.undecided),
    ):
        if names:
            yield f"{words}: {references.elements(names)}."


def _sections(about: ArgumentMap, plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield the sections in their order, those that are not declared last, with their numbers."""
    numbers: dict[str, list[str]] = {section.id: [] for section in about.sections}
    home = {statement.id: about.section_of(statement) for statement in about.statements}
    for name, number in plan.numbers.items():
        of = home[name]
        if of is not None:
            numbers.setdefault(of, []).append(number)
    known = {section.id: section for section in about.sections}
    for name, inside in numbers.items():
        section = known.get(name)
        title = name if section is None else (section.title or name).strip()
        places = "" if section is None else _in_brackets(section.at)
        yield f"{title}{places}", f"{', '.join(inside) or 'nothing that is shown'}."


def _in_brackets(places: Iterable[Place]) -> str:
    words = ", ".join(map(str, places))
    return f" ({words})" if words else ""


def _items(title: str, texts: Iterable[str]) -> Iterator[Line]:
    lines = [Line(Form.ITEM, text) for text in texts]
    if lines:
        yield Line(Form.PART, title)
        yield from lines


def _listed(title: str, entries: Iterable[tuple[str, str]]) -> Iterator[Line]:
    lines = [Line(Form.LISTED, text, mark=mark) for mark, text in entries]
    if lines:
        yield Line(Form.PART, title)
        yield from lines
