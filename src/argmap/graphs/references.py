"""Names that a map uses, and those among them that nothing goes by."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from enum import Enum

from argmap.diagnostics import shortened
from argmap.model import Anchor, ArgumentMap, Inference, Statement, Step
from argmap.text import Span
from argmap.values import Record


class Sort(Enum):
    """What a name is the name of."""

    ELEMENT = "statement or step"
    SOURCE = "source"
    SECTION = "section"


class Reference(Record):
    """A name, what it should name, and who uses it."""

    name: str
    sort: Sort
    #: Id of the statement, step or source that uses the name; None for the map itself.
    user: str | None
    #: How it is used, in words: "premise of ferry", "an answer on a>b".
    use: str
    span: Span | None
    #: Whether only a statement can be named here, and no step.
    of_a_statement: bool = False


class Undefined:
    """Looks for the names that a map uses and nothing goes by.

    Almost every name is defined, so what would be said of a name is made up only for the others.
    """

    def __init__(
        self,
        argument_map: ArgumentMap,
        find: Callable[[str], object | None],
        dangling: Container[int],
    ) -> None:
        """Look through a map, in O(its size).

        Args:
            argument_map: the map.
            find: returns the statement or step that a name stands for, or None.
            dangling: which of the map's steps start from a name that nothing goes by.
        """
        self._map = argument_map
        self._find = find
        self._sources = frozenset(source.id for source in argument_map.sources)
        self._sections = frozenset(section.id for section in argument_map.sections)
        #: In no particular order.
        self.references: list[Reference] = []
        self._look_at_the_map()
        for statement in argument_map.statements:
            if statement.restates is not None:
                self._statement(statement.restates, statement.id, statement.id, statement.span)
            if statement.anchors or statement.by or statement.section is not None:
                self._look_at_both(statement.id, statement)
        for number, step in enumerate(argument_map.index.steps):
            inference = step.inference
            if number in dangling or inference.answers:
                self._look_at_step(step)
            if inference.anchors or inference.by or inference.section is not None:
                self._look_at_both(step.id, inference)

    def _look_at_the_map(self) -> None:
        described = self._map
        if described.text is not None and described.text not in self._sources:
            span = described.text_span or described.span
            self._add(described.text, Sort.SOURCE, None, "text", span)
        for source in described.sources:
            for origin in source.derived_from:
                if origin not in self._sources:
                    use = f"source {source.id}"
                    self._add(origin, Sort.SOURCE, source.id, use, source.span)
        for name in described.main:
            self._statement(name, None, "main", described.main_span or described.span)
        for name, use, span in _elements_named(described):
            self._element(name, None, use, span)

    def _look_at_step(self, step: Step) -> None:
        inference = step.inference
        for premise in inference.premises:
            name = premise.statement
            if self._find(name) is None:
                span = premise.span or inference.span
                self._statement(name, step.id, f"step {shortened(step.id)}", span)
        for answer in inference.answers:
            if answer.by is not None:
                use = f"the answer to {answer.question} on {shortened(step.id)}"
                self._statement(answer.by, step.id, use, answer.span)

    def _look_at_both(self, user: str, element: Statement | Inference) -> None:
        """Look at what statements and steps both name: section, and sources of anchors."""
        if element.section is not None and element.section not in self._sections:
            self._add(element.section, Sort.SECTION, user, user, element.span)
        self._look_at_anchors(user, element.anchors)
        for speaker in element.by:
            self._look_at_anchors(user, speaker.anchors)

    def _look_at_anchors(self, user: str, anchors: Iterable[Anchor]) -> None:
        for anchor in anchors:
            if anchor.source is not None and anchor.source not in self._sources:
                self._add(anchor.source, Sort.SOURCE, user, user, anchor.span)

    def _element(self, name: str, user: str | None, use: str, span: Span | None) -> None:
        if self._find(name) is None:
            self._add(name, Sort.ELEMENT, user, use, span)

    def _statement(self, name: str, user: str | None, use: str, span: Span | None) -> None:
        if self._find(name) is None:
            self.references.append(Reference(name, Sort.ELEMENT, user, use, span, True))

    def _add(self, name: str, sort: Sort, user: str | None, use: str, span: Span | None) -> None:
        self.references.append(Reference(name, sort, user, use, span))


def _elements_named(argument_map: ArgumentMap) -> Iterator[tuple[str, str, Span | None]]:
    """Yield the elements that a map names beside its steps: name, use, place."""
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
