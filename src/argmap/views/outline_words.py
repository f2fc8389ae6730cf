"""The plain words of an outline: what each entry of its plan says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from argmap import schemes
from argmap.graphs import Graph
from argmap.model import (
    Anchor,
    Answer,
    Inference,
    Position,
    Premise,
    Speaker,
    Statement,
    Status,
    Step,
    Verdict,
    anchors_of,
)
from argmap.views import outline_phrases as phrases
from argmap.views.beside import Beside
from argmap.views.evaluation import Overlay
from argmap.views.outline_back import back, preferences_of, rivals_of
from argmap.views.outline_entries import (
    Again,
    Bare,
    Entry,
    Lead,
    Missing,
    More,
    Part,
    Plan,
    Pointed,
    Remarks,
    Told,
)
from argmap.views.outline_head import head
from argmap.views.outline_media import Form, Line
from argmap.views.outline_references import NOUNS, References
from argmap.views.outline_standing import Standings

# How many rivals of a position are named; more are counted.
_RIVALS = 3
_STATUSES = {Status.RAISED: "named, not asserted", Status.REJECTED: "rejected, to see what falls"}


def tell(
    graph: Graph,
    plan: Plan,
    root: str | None,
    depth: int | None,
    *,
    quotes: bool = False,
    overlay: Overlay | None = None,
    sentences: Mapping[str, str] | None = None,
) -> Iterator[Line]:
    """Yield the lines of an outline: its head, its parts, and what stands behind them."""
    beside = Beside(graph.map, sentences)
    teller = _Teller(graph, plan, quotes=quotes, overlay=overlay, beside=beside)
    yield from head(graph, root, depth, quotes=quotes, overlay=overlay)
    for entry in plan.entries:
        yield from teller.lines(entry)
    yield from back(graph, plan, teller.references, teller.named)


class _Teller:
    def __init__(
        self, graph: Graph, plan: Plan, *, quotes: bool, overlay: Overlay | None, beside: Beside
    ) -> None:
        self._graph = graph
        self._plan = plan
        self._quotes = quotes
        self._beside = beside
        self._main = frozenset(graph.main)
        self._preferences = preferences_of(graph)
        self._rivals = rivals_of(graph)
        self._sections = {section.id: section.title for section in graph.map.sections}
        self.references = References(graph, plan)
        self._standings = Standings(overlay, self.references)
        #: Ids of the sources that have been named.
        self.named: dict[str, None] = {}

    def lines(self, entry: Entry) -> Iterator[Line]:
        """Yield the lines of an entry of the plan."""
        match entry:
            case Told(statement=statement):
                yield Line(Form.ITEM, self._told(entry), entry.level, entry.number)
                for words in self._remarks(statement):
                    yield Line(Form.ITEM, words, entry.level + 1)
            case Lead():
                yield self._lead(entry)
            case Part():
                yield Line(Form.PART, phrases.part(entry, has_main=bool(self._main)))
            case Again():
                yield Line(Form.LEAD, "Said again:", entry.level)
            case Pointed() | Missing():
                yield Line(Form.ITEM, self._elsewhere(entry), entry.level, entry.number)
            case _:
                for words in self._unnumbered(entry):
                    yield Line(Form.ITEM, words, entry.level)

    def _unnumbered(self, entry: Remarks | Bare | More) -> Iterator[str]:
        match entry:
            case Remarks(step=step):
                yield from self._remarks_on_step(step)
            case More():
                yield phrases.more(entry)
            case _:
                yield "No premise is given."

    def _told(self, entry: Told) -> str:
        details = "; ".join(self._details(entry.statement, entry.premise))
        return f"{entry.statement.text} ({details})"

    def _remarks(self, element: Statement | Inference, on: str = "") -> Iterator[str]:
        """Yield the note on a statement or step, the words at its places, and the text there."""
        if element.note is not None:
            yield f"Note{on}: {phrases.closed(element.note)}"
        if self._quotes:
            for anchor in anchors_of(element):
                if anchor.quote is not None:
                    yield phrases.quote(anchor, self._place(anchor))
        yield from self._beside.at(anchors_of(element))

    def _remarks_on_step(self, step: Step) -> Iterator[str]:
        for answer in step.inference.answers:
            yield self._answer(step, answer)
        for preference in self._preferences.get(id(step), ()):
            if self.references.is_told(step):
                worse = self.references.element(preference.worse)
                better = phrases.capital(self.references.step(step))
                yield f"{better} is preferred to {worse}.{phrases.added(preference.reason)}"
        yield from self._remarks(step.inference, on=f" on {self.references.step(step)}")

    def _lead(self, lead: Lead) -> Line:
        inner = lead.target is not None
        if lead.assumptions:
            return Line(Form.LEAD, "Assuming:", lead.level, opens=False)
        words = self._relation(lead) + phrases.together(lead.step.inference)
        details = "; ".join(self._step_details(lead))
        words += f" ({details}):" if details else ":"
        if inner:
            return Line(Form.INNER_LEAD, words, lead.level - 1)
        return Line(Form.LEAD, words, lead.level)

    def _relation(self, lead: Lead) -> str:
        of_step = lead.target is not None and self.references.step(lead.target)
        target = of_step or self._plan.numbers[lead.under]
        match lead.step.position:
            case Position.BECAUSE:
                return "Because"
            case Position.AGAINST:
                return f"Against {target}"
            case Position.DESPITE:
                return f"Despite what is conceded against {target}"
            case Position.UNLESS:
                return f"{phrases.capital(target)} holds unless"
            case Position.BACKING:
                return f"{phrases.capital(target)} is backed by"
            case _:
                return f"Against {target}, from {self._question_of(lead)}"

    def _question_of(self, lead: Lead) -> str:
        """Return which critical question has been answered so that it made an attack."""
        step, answer = self._graph.answer_behind(lead.step.id)
        words = f"the critical question “{phrases.asked(step, answer)}”"
        return words if step is lead.target else f"{words} about {self.references.step(step)}"

    def _step_details(self, lead: Lead) -> Iterator[str]:
        step = lead.step.inference
        if lead.of > 1:
            whose = ""
            if lead.step.position is Position.BECAUSE:
                whose = f" for {self._plan.numbers[lead.under]}"
            yield f"{NOUNS[lead.step.position]} {lead.nth} of {lead.of}{whose}"
        if step.id is not None:
            yield f"step {step.id}" + ("" if step.label is None else f", “{step.label}”")
        elif step.label is not None:
            yield f"“{step.label}”"
        if step.scheme is not None:
            found = schemes.catalogue().scheme(step.scheme)
            yield f"scheme {step.scheme}" if found is None else found.name.lower()
        if step.section is not None:
            yield f"section {self._sections.get(step.section) or step.section}"
        if step.strict:
            yield "strict"
        if step.weight is not None:
            yield f"weight {step.weight:g}"
        yield from self._said(step)
        standing = self._standings.step(lead.step)
        if standing:
            yield standing

    def _details(self, statement: Statement, premise: Premise | None) -> Iterator[str]:
        standing = self._standings.statement(statement.id)
        kind = phrases.kind(statement, main=statement.id in self._main)
        yield f"{kind}, {standing}" if standing else kind
        if statement.claim_type is not None:
            yield f"its claim is {phrases.ADJECTIVES[statement.claim_type]}"
        if premise is not None and premise.role is not None:
            yield f"role: {premise.role}"
        if statement.restates is not None:
            yield f"says again what {self.references.statement(statement.restates)} says"
        yield from self._standing(statement)
        for positions in self._rivals.get(statement.id, ()):
            yield self._rivalry(statement.id, positions)
        yield from self._said(statement)

    def _standing(self, statement: Statement) -> Iterator[str]:
        """Yield how a statement is put forward, and of what it holds."""
        if statement.status in _STATUSES:
            yield _STATUSES[statement.status]
        if statement.given:
            yield "given"
        if statement.questioned:
            yield "questioned"
        if statement.strength is not None:
            base = "base " if self._standings.has_strength(statement.id) else ""
            yield f"{base}strength {statement.strength:g}"
        if statement.standard is not None:
            yield f"standard of proof: {phrases.spoken(statement.standard)}"
        if statement.scope is not None:
            yield from phrases.scope(statement.scope)

    def _rivalry(self, name: str, positions: Sequence[str]) -> str:
        """Return against which other positions on an issue a statement stands."""
        others = [other for other in positions[: _RIVALS + 1] if other != name][:_RIVALS]
        left = len(positions) - 1 - len(others)
        if not others:
            return "the only position on its issue"
        words = [self.references.element(other) for other in others]
        return f"rival of {phrases.listed([*words, f'{left} more'] if left else words)}"

    def _said(self, element: Statement | Inference) -> Iterator[str]:
        """Yield how certainly, by whom and where something is said."""
        if element.certainty is not None:
            yield f"certainty: {element.certainty}"
        if element.by:
            speakers = [self._speaker(speaker) for speaker in element.by]
            yield f"according to {phrases.listed(speakers)}"
        if element.tags:
            yield f"tagged {phrases.listed(element.tags)}"
        if element.anchors:
            yield self._places(element.anchors)

    def _speaker(self, speaker: Speaker) -> str:
        force = "" if speaker.force is None else f", {speaker.force}"
        where = f" at {self._places(speaker.anchors)}" if speaker.anchors else ""
        return f"{speaker.name}{force}{where}"

    def _places(self, anchors: Iterable[Anchor]) -> str:
        return ", ".join(self._place(anchor) for anchor in anchors)

    def _place(self, anchor: Anchor) -> str:
        if anchor.source is not None:
            self.named[anchor.source] = None
        where = None if anchor.where is None else str(anchor.where)
        via = None if anchor.via is None else f"via {anchor.via}"
        return " ".join(part for part in (anchor.source, where, via) if part)

    def _elsewhere(self, entry: Pointed | Missing) -> str:
        if isinstance(entry, Missing):
            return self._missing(entry.premise)
        name = entry.statement.id
        number = self._plan.numbers[name]
        role = entry.premise and entry.premise.role
        said = [f"role: {role}"] if role else []
        said += filter(None, [self._standings.in_short(name)])
        words = phrases.first_words(entry.statement) + (f" ({'; '.join(said)})" if said else "")
        if self._plan.ancestry.holds(name, below=entry.under):
            return f"Back to {number}: {words}. This goes round in a circle."
        return f"{'Continued at' if entry.continued else 'See'} {number}: {words}."

    def _missing(self, premise: Premise) -> str:
        role = "" if premise.role is None else f" (role: {premise.role})"
        if self._graph.find(premise.statement) is not None:
            return f"“{premise.statement}”{role} is a step, not a statement."
        return f"“{premise.statement}”{role} is not defined."

    def _answer(self, step: Step, answer: Answer) -> str:
        question = f"Critical question “{phrases.asked(step, answer)}”"
        note = phrases.added(None if answer.note is None else f"Note: {answer.note}")
        if answer.verdict is Verdict.WAIVED:
            return f"{question}: waived. {phrases.closed(str(answer.reason))}{note}"
        verdict = "in favour of" if answer.verdict is Verdict.HOLDS else "against"
        by = "" if answer.by is None else f", by {self.references.statement(answer.by)}"
        return f"{question}: answered {verdict} {self.references.step(step)}{by}.{note}"
