"""Phrases of an outline: what things are called, and how words are put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from argmap import schemes
from argmap.model import (
    Anchor,
    Answer,
    ClaimType,
    EvidenceType,
    Grade,
    Inference,
    Kind,
    ProofStandard,
    Scope,
    Source,
    Statement,
    Step,
)
from argmap.views.outline_entries import More, Part, Sort
from argmap.views.wrapping import shortened

# How much of a text reminds the reader of it.
_FIRST_WORDS = 48
ADJECTIVES = {
    ClaimType.FACT: "factual",
    ClaimType.CAUSAL: "causal",
    ClaimType.PREDICTION: "predictive",
    ClaimType.VALUE: "evaluative",
    ClaimType.POLICY: "policy",
    ClaimType.DEFINITION: "defining",
}
_ORIGINS = {
    EvidenceType.STATISTIC: "a statistic",
    EvidenceType.POLL: "a poll",
    EvidenceType.STUDY: "a study",
    EvidenceType.EVENT: "an event",
    EvidenceType.DOCUMENT: "a document",
    EvidenceType.TESTIMONY: "testimony",
    EvidenceType.EXPERT: "an expert",
}


def asked(step: Step, answer: Answer) -> str:
    """Return a critical question in full, else its name."""
    scheme = schemes.catalogue().scheme(step.inference.scheme or "")
    question = None if scheme is None else scheme.question(answer.question)
    if scheme is None or question is None:
        return answer.question.replace("-", " ")
    words = re.sub(r"\[(?:(?:an?|the) )?([^]]*)\]", r"the \1", scheme.spelled_out(question.text))
    return capital(words)


def part(part: Part, *, has_main: bool) -> str:
    """Return the heading of a part of the outline."""
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
            return f"Not connected to {'a main' if has_main else 'any such'} conclusion"


def together(step: Inference) -> str:
    """Return how the premises of a step belong together, to go on behind `because`."""
    if len(step.ordinary) > 1:
        return ", taken together"
    if step.linked and step.ordinary:
        return ", taken together with something left unsaid"
    return ", assuming" if step.assumed and not step.ordinary else ""


def kind(statement: Statement, *, main: bool) -> str:
    """Return what a statement is, in words: `main predictive conclusion`."""
    if isinstance(statement.type, EvidenceType):
        noun = f"evidence from {_ORIGINS[statement.type]}"
        return f"main conclusion, {noun}" if main else noun
    noun = "conclusion" if main else statement.kind.value
    if isinstance(statement.type, ClaimType):
        noun = f"{ADJECTIVES[statement.type]} {noun}"
    if statement.kind is Kind.ASSUMPTION and not statement.anchors:
        noun += " of the analyst"
    return f"main {noun}" if main else noun


def first_words(statement: Statement) -> str:
    """Return the label of a statement, or its first words, in quotes."""
    words = statement.label or shortened(statement.text, _FIRST_WORDS).rstrip(".")
    return f"“{words}”"


def more(more: More) -> str:
    """Return what is left out below an entry."""
    parts = []
    if more.steps:
        one = "more reason or objection below"
        parts.append(counted(more.steps, one, "more reasons and objections below"))
    if more.mentions:
        parts.append(counted(more.mentions, "second mention", "second mentions"))
    return f"{listed(parts)}."


def source_in_full(source: Source) -> str:
    """Return what is known of a source: as a bibliography names it, what it is worth, its note."""
    known = "; ".join(_worth(source))
    where = source.url or (source.doi and f"https://doi.org/{source.doi}")
    address = f" {where}" if where else ""
    rated = f" {closed(capital(known))}" if known else ""
    return f"{closed(_named(source))}{address}{rated}{added(source.note)}"


def _named(source: Source) -> str:
    author = f"by {listed(source.author)}" if source.author else None
    parts = [source.title or source.id, author, source.publisher, source.date]
    return ", ".join(part for part in parts if part) + (
        " (not named in the text)" if source.unnamed else ""
    )


def _worth(source: Source) -> Iterator[str]:
    if source.primary is not None:
        yield "a primary source" if source.primary else "not a primary source"
    if source.reliability is not None:
        yield f"reliability {source.reliability}"
    if source.credibility is not None:
        yield f"credibility {source.credibility}"
    if source.grade is not None:
        yield f"GRADE certainty {spoken(source.grade)}"
    if source.sms is not None:
        yield f"Maryland scale {source.sms}"
    if source.derived_from:
        yield f"drawn from {listed(source.derived_from)}"


def scope(scope: Scope) -> Iterator[str]:
    """Yield of what a statement is meant to hold, if anything is said."""
    parts = [part for part in (scope.population, scope.place, scope.time) if part]
    if parts:
        yield f"holds for {', '.join(parts)}"


def quote(anchor: Anchor, where: str) -> str:
    """Return the words of an anchor, with those before and behind it where they are given."""
    before = "" if anchor.prefix is None else f", behind “{anchor.prefix}”"
    behind = "" if anchor.suffix is None else f", before “{anchor.suffix}”"
    return f"Words at {where}: “{anchor.quote}”{before}{behind}."


def added(sentence: str | None) -> str:
    """Return a sentence to be put behind another; nothing where there is none."""
    return "" if sentence is None else f" {closed(sentence)}"


def spoken(word: ProofStandard | Grade) -> str:
    """Return a word of a fixed list as it is spoken."""
    return str(word.value).replace("-", " ")


def counted(number: int, one: str, many: str) -> str:
    """Return a number with the noun that goes with it."""
    return f"{number:,} {one if number == 1 else many}"


def listed(parts: Iterable[str]) -> str:
    """Return parts as running text: `a, b and c`."""
    *most, last = [*parts] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def capital(sentence: str) -> str:
    """Return a sentence with a capital at its beginning."""
    return sentence[:1].upper() + sentence[1:]


def closed(sentence: str) -> str:
    """Return a text with a full stop, unless it ends in a mark of its own."""
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."
