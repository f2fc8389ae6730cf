"""The head of an outline: what the map is about, what it holds, and what is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from argmap.graphs import Graph
from argmap.model import ArgumentMap, Inference, Kind, Leaves, Position, Statement, anchors_of
from argmap.views import outline_phrases as phrases
from argmap.views.evaluation import Overlay
from argmap.views.outline_media import Form, Line
from argmap.views.outline_standing import summary

_KINDS = {
    Kind.CONCLUSION: ("conclusion", "conclusions"),
    Kind.CLAIM: ("claim", "claims"),
    Kind.PREMISE: ("premise", "premises"),
    Kind.ASSUMPTION: ("assumption", "assumptions"),
    Kind.EVIDENCE: ("piece of evidence", "pieces of evidence"),
}
_STEPS = {
    Position.BECAUSE: ("reason", "reasons"),
    Position.BACKING: ("backing of a step", "backings of a step"),
    Position.AGAINST: ("objection", "objections"),
    Position.DESPITE: ("conceded objection", "conceded objections"),
    Position.UNLESS: ("exception to a step", "exceptions to a step"),
    Position.ANSWER: ("objection from a critical question", "objections from critical questions"),
}


def head(
    graph: Graph,
    root: str | None,
    depth: int | None,
    *,
    quotes: bool,
    overlay: Overlay | None = None,
) -> Iterator[Line]:
    """Yield the title, what the map is about, counts, how it stands, and what is left out."""
    about = graph.map
    yield Line(Form.TITLE, about.title or about.id or "Argument map")
    standing = summary(overlay, graph)
    for words in (*_about(about), _counts(graph), *standing, *_left_out(about, quotes=quotes)):
        yield Line(Form.NOTE, words)
    if about.statements:
        yield Line(
            Form.NOTE,
            "A numbered statement bears on the one whose number it continues: 1.2 bears on 1.",
        )
    if root is not None:
        shown = next(statement for statement in about.statements if statement.id == root)
        yield Line(Form.NOTE, f"Shown is only what bears on {phrases.first_words(shown)}.")
    if depth is not None:
        yield Line(Form.NOTE, f"Shown are {phrases.counted(depth, 'level', 'levels')} below it.")


def _about(about: ArgumentMap) -> Iterator[str]:
    if about.question is not None:
        yield f"Question: {about.question}"
    if about.description is not None:
        yield about.description
    if about.text is not None:
        source = about.source(about.text)
        what = (
            f"{about.text}, which is not described."
            if source is None
            else phrases.source_in_full(source)
        )
        where = "Places count its paragraphs and sentences: p2.1 is paragraph 2, sentence 1."
        yield f"The text: {what} {where}"
    if about.critic is not None:
        yield f"The critic: {phrases.closed(about.critic)}"
    if about.extends is not None:
        left_out = "which is not shown, nor what is said about it here"
        yield f"A layer over {about.extends}, {left_out}."
    measures = " ".join(_measures(about))
    if measures:
        yield measures


def _measures(about: ArgumentMap) -> Iterator[str]:
    """Yield by what the map is to be judged."""
    if about.as_of is not None:
        yield f"Evidence is judged as of {about.as_of}."
    if about.scale is not None:
        yield f"Words of likelihood are those of the scale {phrases.closed(about.scale)}"
    if about.leaves is Leaves.EVIDENCE:
        yield "A premise that nothing is given for is left open."


def _counts(graph: Graph) -> str:
    kinds = Counter(statement.kind for statement in graph.map.statements)
    positions = Counter(step.position for step in graph.steps)
    each = [phrases.counted(kinds[kind], *words) for kind, words in _KINDS.items() if kinds[kind]]
    steps = [
        phrases.counted(positions[at], *words) for at, words in _STEPS.items() if positions[at]
    ]
    total = phrases.counted(len(graph.map.statements), "statement", "statements")
    return phrases.closed(f"{total}: {phrases.listed(each)}" if each else total) + (
        f" {phrases.closed(phrases.listed(steps))}" if steps else ""
    )


def _left_out(about: ArgumentMap, *, quotes: bool) -> Iterator[str]:
    """Yield how much of the map no outline tells, so that nothing is dropped in silence."""
    elements: list[Statement | Inference] = [*about.statements, *about.inferences]
    anchors = [anchor for element in elements for anchor in anchors_of(element)]
    cited = {anchor.source for anchor in anchors}.union(
        [about.text], *(source.derived_from for source in about.sources)
    )
    extras = [about.extras, *(e.extras for e in elements), *(s.extras for s in about.sources)]
    pins = [answer.pin for step in about.inferences for answer in step.answers]
    counts = {
        ("quote", "quotes"): 0 if quotes else sum(a.quote is not None for a in anchors),
        ("table of data", "tables of data"): sum(s.data is not None for s in about.statements),
        ("waived finding", "waived findings"): len(about.waivers),
        ("source that nothing is drawn from", "sources that nothing is drawn from"): sum(
            source.id not in cited for source in about.sources
        ),
        ("former id", "former ids"): sum(len(statement.aliases) for statement in about.statements),
        ("pinned wording", "pinned wordings"): sum(pin is not None for pin in pins),
        ("entry of extras", "entries of extras"): sum(one is not None for one in extras),
    }
    parts = [phrases.counted(number, *words) for words, number in counts.items() if number]
    if parts:
        yield f"Left out here: {phrases.listed(parts)}."
