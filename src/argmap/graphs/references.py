"""Names that a map uses, and those among them that nothing goes by."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from attrs import frozen

from argmap.model import Anchor, Answer, ArgumentMap, Inference, Statement
from argmap.text import Span


class Sort(Enum):
    """What a name is the name of."""

    ELEMENT = "statement or step"
    SOURCE = "source"
    SECTION = "section"


@frozen
class Reference:
    """A name, what it should name, and who uses it."""

    name: str
    sort: Sort
    #: Id of the statement, step or source that uses the name; None for the map itself.
    user: str | None
    #: How it is used, in words: "premise of ferry", "an answer on a>b".
    use: str
    span: Span | None


def references(argument_map: ArgumentMap) -> Iterator[Reference]:
    """Yield every name that the map uses, in no particular order. O(size of the map)."""
    yield from _of_the_map(argument_map)
    for source in argument_map.sources:
        for origin in source.derived_from:
            yield Reference(origin, Sort.SOURCE, source.id, f"source {source.id}", source.span)
    for statement in argument_map.statements:
        if statement.restates is not None:
            yield Reference(
                statement.restates, Sort.ELEMENT, statement.id, statement.id, statement.span
            )
        yield from _of_both(statement.id, statement)
    for step in argument_map.steps:
        for premise in step.inference.premises:
            span = premise.span or step.inference.span
            yield Reference(premise.statement, Sort.ELEMENT, step.id, f"step {step.id}", span)
        for answer in step.inference.answers:
            yield from _of_answer(step.id, answer)
        yield from _of_both(step.id, step.inference)


def _of_the_map(argument_map: ArgumentMap) -> Iterator[Reference]:
    if argument_map.text is not None:
        span = argument_map.text_span or argument_map.span
        yield Reference(argument_map.text, Sort.SOURCE, None, "text", span)
    for name, use, span in _elements_named(argument_map):
        yield Reference(name, Sort.ELEMENT, None, use, span)


def _elements_named(argument_map: ArgumentMap) -> Iterator[tuple[str, str, Span | None]]:
    """Yield the elements that a map names beside its steps: name, use, place."""
    for name in argument_map.main:
        yield name, "main", argument_map.main_span or argument_map.span
    for issue in argument_map.issues:
        for name in issue.positions:
            yield name, f"issue {issue.id}", issue.span
    for preference in argument_map.preferences:
        for name in (preference.better, preference.worse):
            yield name, "a preference", preference.span
    for waiver in argument_map.waivers:
        if waiver.at is not None:
            yield waiver.at, "a waiver", waiver.span
    expect = argument_map.expect
    if expect is not None:
        for name in (*expect.accepted, *expect.out, *expect.undecided):
            yield name, "expect", expect.span


def _of_both(user: str, element: Statement | Inference) -> Iterator[Reference]:
    """Yield what statements and steps both name: their section and the sources of their anchors."""
    if element.section is not None:
        yield Reference(element.section, Sort.SECTION, user, user, element.span)
    for anchor in element.anchors:
        yield from _of_anchor(user, anchor)
    for speaker in element.by:
        for anchor in speaker.anchors:
            yield from _of_anchor(user, anchor)


def _of_anchor(user: str, anchor: Anchor) -> Iterator[Reference]:
    if anchor.source is not None:
        yield Reference(anchor.source, Sort.SOURCE, user, user, anchor.span)


def _of_answer(user: str, answer: Answer) -> Iterator[Reference]:
    if answer.by is not None:
        use = f"the answer to {answer.question} on {user}"
        yield Reference(answer.by, Sort.ELEMENT, user, use, answer.span)
