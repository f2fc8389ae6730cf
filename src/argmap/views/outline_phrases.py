"""Phrases of an outline: what things are called, and how words are put together."""

from __future__ import annotations

import re
from collections.abc import Iterable

from argmap import schemes
from argmap.model import (
    Answer,
    ClaimType,
    EvidenceType,
    Inference,
    Kind,
    Source,
    Statement,
    Step,
)
from argmap.views.outline_plan import More
from argmap.views.wrapping import shortened

# How much of a text reminds the reader of it.
_FIRST_WORDS = 48
_ADJECTIVES = {
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
        noun = f"{_ADJECTIVES[statement.type]} {noun}"
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


def source(source: Source) -> str:
    """Return a source as a bibliography names it."""
    author = f"by {listed(source.author)}" if source.author else None
    parts = [source.title or source.id, author, source.publisher, source.date]
    return ", ".join(part for part in parts if part) + (
        " (not named in the text)" if source.unnamed else ""
    )


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
