"""The argument map: statements in the author's order, and what is said about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise

from attrs import field, frozen

from argmap.errors import InvalidValue, UnknownElement
from argmap.model import checks
from argmap.model.data import Data
from argmap.model.declarations import (
    Expectation,
    Issue,
    Preference,
    Response,
    Section,
    Waiver,
)
from argmap.model.identity import Index, Step
from argmap.model.places import Anchor
from argmap.model.source import Source, sources
from argmap.model.statement import Statement, statements
from argmap.model.steps import Inference
from argmap.model.vocabulary import Leaves
from argmap.spelling import did_you_mean
from argmap.text import Span
from argmap.values import Value


def _sections(values: Iterable[Section]) -> tuple[Section, ...]:
    return tuple(values)


def _issues(values: Iterable[Issue]) -> tuple[Issue, ...]:
    return tuple(values)


def _preferences(values: Iterable[Preference]) -> tuple[Preference, ...]:
    return tuple(values)


def _responses(values: Iterable[Response]) -> tuple[Response, ...]:
    return tuple(values)


def _waivers(values: Iterable[Waiver]) -> tuple[Waiver, ...]:
    return tuple(values)


# With slots attrs would have to make a `__getattr__` for what is kept once computed.
@frozen(kw_only=True, eq=False, repr=False, slots=False)
class ArgumentMap(Value):
    """The reasoning of an article, as plain data.

    Everything stands in the author's order, which is part of equality. What walks along the steps
    is on `argmap.graph(m)`.

    >>> from argmap.model import Kind, Premise, Support
    >>> m = ArgumentMap(
    ...     statements=[
    ...         Statement(
    ...             id="ferry",
    ...             kind=Kind.CONCLUSION,
    ...             text="The ferry should run at night.",
    ...             because=[Support(premises=[Premise("demand")])],
    ...         ),
    ...         Statement(id="demand", kind=Kind.PREMISE, text="Many would use it."),
    ...     ]
    ... )
    >>> m["demand"].text
    'Many would use it.'
    >>> "demand>ferry" in m
    True
    """

    statements: tuple[Statement, ...] = field(default=(), converter=statements)
    #: Ids of the main conclusions; empty where the map leaves it to its only sink.
    main: tuple[str, ...] = field(
        default=(), converter=checks.strings, validator=checks.identifiers
    )
    id: str | None = field(default=None, validator=checks.identifier)
    title: str | None = field(default=None, validator=checks.text)
    description: str | None = field(default=None, validator=checks.text)
    question: str | None = field(default=None, validator=checks.text)
    #: Id of the source that the map reconstructs; a place without a source is a place in it.
    text: str | None = field(default=None, validator=checks.identifier)
    #: The date from which evidence is judged stale: 2025, 2025-05 or 2025-05-08.
    as_of: str | None = field(default=None, validator=checks.date)
    #: Name of the scale whose words of likelihood are meant.
    scale: str | None = field(default=None, validator=checks.text)
    leaves: Leaves = Leaves.AUTHOR
    language: str | None = field(default=None, validator=checks.text)
    #: Who criticises, in a layer over another map.
    critic: str | None = field(default=None, validator=checks.text)
    #: Name of the map file that this one is a layer over.
    extends: str | None = field(default=None, validator=checks.text)
    sections: tuple[Section, ...] = field(default=(), converter=_sections)
    sources: tuple[Source, ...] = field(default=(), converter=sources)
    issues: tuple[Issue, ...] = field(default=(), converter=_issues)
    preferences: tuple[Preference, ...] = field(default=(), converter=_preferences)
    responses: tuple[Response, ...] = field(default=(), converter=_responses)
    expect: Expectation | None = None
    waivers: tuple[Waiver, ...] = field(default=(), converter=_waivers)
    extras: Data | None = None
    span: Span | None = field(default=None, eq=False, repr=False)
    #: Where `main` and `text` stand.
    main_span: Span | None = field(default=None, eq=False, repr=False)
    text_span: Span | None = field(default=None, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Refuse what the keys of a map file cannot hold, and sections that overlap.

        Raises:
            InvalidValue: the value is refused.
        """
        checks.unique("statements", (statement.id for statement in self.statements))
        checks.unique("sources", (source.id for source in self.sources))
        checks.unique("sections", (section.id for section in self.sections))
        checks.unique("issues", (issue.id for issue in self.issues))
        checks.unique("responses", (response.target for response in self.responses))
        overlap = _first_overlap(self.sections)
        if overlap is not None:
            msg = f"sections {overlap[0].id} and {overlap[1].id} overlap"
            raise InvalidValue(msg)

    @cached_property
    def index(self) -> Index:
        """The statements and steps by name and by number, from which graphs are built."""
        return Index(self.statements)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step in its place: id, target, position and the step itself.

        In the order of the statements they aim at, a step before those that stand under it.
        """
        return tuple(self.index.steps)

    @property
    def inferences(self) -> tuple[Inference, ...]:
        """Every support and attack that the author wrote, in the order of `steps`."""
        return tuple(self.index.inferences)

    def find(self, name: str) -> Statement | Step | None:
        """Return the statement or the placed step that an id, alias or derived id names."""
        return self.index.find(name)

    def exactly(self, name: str) -> Statement | Step | None:
        """Return what goes by a name as it stands: no derived id with premises left out."""
        return self.index.exactly(name)

    def names(self) -> tuple[str, ...]:
        """Return every name that stands for a statement or a step."""
        return tuple(self.index.names())

    def source(self, name: str) -> Source | None:
        """Return the source with an id, or None."""
        return self._sources.get(name)

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {source.id: source for source in self.sources}

    def section_of(self, element: Statement | Inference) -> str | None:
        """Return the id of the section that a statement or step belongs to, or None.

        That is the section it names, else the one that holds the first of its places in the text.
        """
        if element.section is not None:
            return element.section
        for anchor in element.anchors:
            place = anchor.place
            if place is None and anchor.source == self.text and not isinstance(anchor.where, str):
                place = anchor.where
            if place is None:
                continue
            for section in self.sections:
                if any(part.begin <= place.begin <= part.end for part in section.at):
                    return section.id
            return None
        return None

    def __getitem__(self, name: str) -> Statement | Inference:
        """Return the statement, support or attack that a name stands for.

        Raises:
            UnknownElement: nothing goes by that name.
        """
        element = self.find(name)
        if element is None:
            hint = did_you_mean(name, self.index.names())
            msg = f"the map has no element {name!r}" + (f"; {hint}" if hint else "")
            raise UnknownElement(msg)
        return element.inference if isinstance(element, Step) else element

    def __contains__(self, name: object) -> bool:
        """Return whether a name stands for a statement or a step."""
        return isinstance(name, str) and self.find(name) is not None


def _first_overlap(sections: Iterable[Section]) -> tuple[Section, Section] | None:
    """Return the first two sections that share a place, the earlier place first, or None."""
    parts = sorted(
        ((place, section) for section in sections for place in section.at),
        key=lambda part: (part[0].begin, part[0].end),
    )
    for (before, one), (after, other) in pairwise(parts):
        if after.begin <= before.end:
            return one, other
    return None


def anchors_of(element: Statement | Inference) -> Iterator[Anchor]:
    """Yield the anchors of a statement or step, then those of its speakers.

    >>> from argmap.model.speech import Speaker
    >>> from argmap.model.vocabulary import Kind
    >>> said = Speaker("Ann", None, [Anchor(source="log")])
    >>> [str(one) for one in anchors_of(Statement(id="a", kind=Kind.CLAIM, text="A.", by=[said]))]
    ['log']
    """
    yield from element.anchors
    for speaker in element.by:
        yield from speaker.anchors
