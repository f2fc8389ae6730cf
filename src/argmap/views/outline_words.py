"""The plain words of an outline: what each entry of its plan says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from argmap import schemes
from argmap.graphs import Graph
from argmap.model import (
    Anchor,
    Answer,
    Inference,
    Kind,
    Position,
    Premise,
    Speaker,
    Statement,
    Status,
    Step,
    Verdict,
)
from argmap.views import outline_phrases as phrases
from argmap.views.outline_media import Form, Line
from argmap.views.outline_plan import (
    Again,
    Asked,
    Bare,
    Entry,
    Lead,
    Missing,
    More,
    Part,
    Plan,
    Pointed,
    Sort,
    Told,
)

_STATUSES = {Status.RAISED: "named, not asserted", Status.REJECTED: "rejected, to see what falls"}
_NOUNS = {
    Position.BECAUSE: "reason",
    Position.BACKING: "backing",
    Position.UNLESS: "exception",
    Position.AGAINST: "objection",
    Position.DESPITE: "conceded objection",
    Position.ANSWER: "objection",
}
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


def tell(graph: Graph, plan: Plan, root: str | None, depth: int | None) -> Iterator[Line]:
    """Yield the lines of an outline: its head, its parts, and the sources that it names."""
    teller = _Teller(graph, plan)
    yield from teller.head(root, depth)
    for entry in plan.entries:
        yield from teller.lines(entry)
    yield from teller.sources()


class _Teller:
    def __init__(self, graph: Graph, plan: Plan) -> None:
        self._graph = graph
        self._map = graph.map
        self._plan = plan
        self._main = frozenset(graph.main)
        self._statements = {statement.id: statement for statement in graph.map.statements}
        #: Ids of the sources that have been named.
        self._named: dict[str, None] = {}

    def head(self, root: str | None, depth: int | None) -> Iterator[Line]:
        """Yield the title, what the map is about, and counts."""
        about = self._map
        yield Line(Form.TITLE, about.title or about.id or "Argument map")
        if about.question is not None:
            yield Line(Form.NOTE, f"Question: {about.question}")
        if about.description is not None:
            yield Line(Form.NOTE, about.description)
        if about.text is not None:
            source = about.source(about.text)
            what = (
                f"{about.text}, which is not described"
                if source is None
                else phrases.source(source)
            )
            where = "Places count its paragraphs and sentences: p2.1 is paragraph 2, sentence 1."
            yield Line(Form.NOTE, f"The text: {phrases.closed(what)} {where}")
        if about.critic is not None:
            yield Line(Form.NOTE, f"The critic: {phrases.closed(about.critic)}")
        if about.extends is not None:
            left_out = "which is not shown, nor what is said about it here"
            yield Line(Form.NOTE, f"A layer over {about.extends}, {left_out}.")
        yield Line(Form.NOTE, self._counts())
        if about.statements:
            yield Line(
                Form.NOTE,
                "A numbered statement bears on the one whose number it continues: 1.2 bears on 1.",
            )
        if root is not None:
            words = phrases.first_words(self._statements[root])
            yield Line(Form.NOTE, f"Shown is only what bears on {words}.")
        if depth is not None:
            yield Line(
                Form.NOTE, f"Shown are {phrases.counted(depth, 'level', 'levels')} below it."
            )

    def _counts(self) -> str:
        kinds = Counter(statement.kind for statement in self._map.statements)
        positions = Counter(step.position for step in self._graph.steps)
        number = len(self._map.statements)
        each = [
            phrases.counted(kinds[kind], *words) for kind, words in _KINDS.items() if kinds[kind]
        ]
        steps = [
            phrases.counted(positions[at], *words) for at, words in _STEPS.items() if positions[at]
        ]
        total = phrases.counted(number, "statement", "statements")
        return phrases.closed(f"{total}: {phrases.listed(each)}" if each else total) + (
            f" {phrases.closed(phrases.listed(steps))}" if steps else ""
        )

    def lines(self, entry: Entry) -> Iterator[Line]:
        """Yield the lines of an entry of the plan."""
        match entry:
            case Part():
                yield Line(Form.PART, self._part(entry))
            case Lead():
                yield self._lead(entry)
            case Again():
                yield Line(Form.LEAD, "Said again:", entry.level)
            case Asked():
                for answer in entry.step.inference.answers:
                    yield Line(Form.ITEM, self._answer(entry.step, answer), entry.level)
            case Bare():
                yield Line(Form.ITEM, "No premise is given.", entry.level)
            case More():
                yield Line(Form.ITEM, phrases.more(entry), entry.level)
            case _:
                yield Line(Form.ITEM, self._item(entry), entry.level, entry.number)

    def _item(self, entry: Told | Pointed | Missing) -> str:
        match entry:
            case Told(statement=statement, premise=premise):
                details = "; ".join(self._details(statement, premise))
                return f"{statement.text} ({details})"
            case Pointed():
                return self._pointer(entry)
            case _:
                return self._missing(entry.premise)

    def _part(self, part: Part) -> str:
        match part.sort:
            case Sort.MAIN:
                which = f" {part.nth} of {part.of}" if part.of > 1 else ""
                return f"Main conclusion{which}"
            case Sort.SINKS:
                return "Conclusions on which nothing else rests"
            case Sort.ALL:
                return "Statements"
            case Sort.ROOT:
                return "What bears on one statement"
            case Sort.CONTINUED:
                return f"Continued from {part.continued}"
            case _:
                return f"Not connected to {'a main' if self._main else 'any such'} conclusion"

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
        of_step = lead.target is not None and self._which(lead.target)
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
        return words if step is lead.target else f"{words} about {self._which(step)}"

    def _which(self, step: Step) -> str:
        """Return words for a step by which it is known among others."""
        number = self._plan.begins.get(id(step))
        noun = _NOUNS[step.position]
        return f"this {noun}" if number is None else f"the {noun} from {number}"

    def _step_details(self, lead: Lead) -> Iterator[str]:
        step = lead.step.inference
        if lead.of > 1:
            whose = ""
            if lead.step.position is Position.BECAUSE:
                whose = f" for {self._plan.numbers[lead.under]}"
            yield f"{_NOUNS[lead.step.position]} {lead.nth} of {lead.of}{whose}"
        if step.id is not None:
            yield f"step {step.id}" + ("" if step.label is None else f", “{step.label}”")
        elif step.label is not None:
            yield f"“{step.label}”"
        if step.scheme is not None:
            found = schemes.catalogue().scheme(step.scheme)
            yield f"scheme {step.scheme}" if found is None else found.name.lower()
        if step.strict:
            yield "strict"
        if step.weight is not None:
            yield f"weight {step.weight:g}"
        yield from self._said(step)

    def _details(self, statement: Statement, premise: Premise | None) -> Iterator[str]:
        yield phrases.kind(statement, main=statement.id in self._main)
        if premise is not None and premise.role is not None:
            yield f"role: {premise.role}"
        if statement.restates is not None:
            original = self._graph.canonical(statement.restates)
            yield f"says again what {self._where(original)} says"
        if statement.status in _STATUSES:
            yield _STATUSES[statement.status]
        if statement.given:
            yield "given"
        if statement.questioned:
            yield "questioned"
        if statement.strength is not None:
            yield f"strength {statement.strength:g}"
        if statement.standard is not None:
            yield f"standard of proof: {statement.standard.value.replace('-', ' ')}"
        yield from self._said(statement)

    def _said(self, element: Statement | Inference) -> Iterator[str]:
        """Yield how certainly, by whom and where something is said."""
        if element.certainty is not None:
            yield f"certainty: {element.certainty}"
        if element.by:
            speakers = [self._speaker(speaker) for speaker in element.by]
            yield f"according to {phrases.listed(speakers)}"
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
            self._named[anchor.source] = None
        where = None if anchor.where is None else str(anchor.where)
        via = None if anchor.via is None else f"via {anchor.via}"
        return " ".join(part for part in (anchor.source, where, via) if part)

    def _pointer(self, entry: Pointed) -> str:
        name = entry.statement.id
        number = self._plan.numbers[name]
        role = entry.premise and entry.premise.role
        words = phrases.first_words(entry.statement) + (f" (role: {role})" if role else "")
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
        if answer.verdict is Verdict.WAIVED:
            return f"{question}: waived. {phrases.closed(str(answer.reason))}"
        verdict = "in favour of" if answer.verdict is Verdict.HOLDS else "against"
        by = "" if answer.by is None else f", by {self._where(self._graph.canonical(answer.by))}"
        return f"{question}: answered {verdict} {self._which(step)}{by}."

    def _where(self, name: str) -> str:
        """Return the number of a statement, else words that name it."""
        number = self._plan.numbers.get(name)
        if number is not None:
            return number
        statement = self._statements.get(name)
        return f"“{name}”" if statement is None else phrases.first_words(statement)

    def sources(self) -> Iterator[Line]:
        """Yield the sources that statements and steps come from."""
        listed = [source for source in self._map.sources if source.id in self._named]
        if listed:
            yield Line(Form.PART, "Sources")
        for source in listed:
            yield Line(Form.SOURCE, phrases.closed(phrases.source(source)), mark=source.id)
