"""Statements: the claims and the evidence of a map (AIF: I-nodes)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from argmap.errors import InvalidValue
from argmap.model import checks
from argmap.model.data import Data
from argmap.model.places import Anchor, anchors
from argmap.model.speech import Qualifier, Speaker, speakers
from argmap.model.steps import Attack, Inference, Support, attacks, supports
from argmap.model.vocabulary import (
    ClaimType,
    EvidenceType,
    Kind,
    Position,
    ProofStandard,
    Status,
)
from argmap.text import Span
from argmap.values import Value

# Looked up once: of each statement it is asked several times what it is, and what aims at it.
_EVIDENCE = Kind.EVIDENCE
_BECAUSE, _AGAINST, _DESPITE = Position.BECAUSE, Position.AGAINST, Position.DESPITE


@frozen(eq=False, repr=False)
class Scope(Value):
    """Where, when and of whom a statement is meant to hold."""

    place: str | None = field(default=None, validator=checks.text)
    time: str | None = field(default=None, validator=checks.text)
    population: str | None = field(default=None, validator=checks.text)


@frozen(kw_only=True, eq=False, repr=False)
class Statement(Value):
    """One statement and everything about it, the steps that aim at it included.

    >>> ferry = Statement(id="ferry", kind=Kind.PREMISE, text="The ferry stops at nine.")
    >>> ferry.because
    ()
    """

    id: str = field(validator=checks.identifier)
    kind: Kind
    text: str = field(validator=checks.text)
    #: A few words for diagrams and lists.
    label: str | None = field(default=None, validator=checks.text)
    type: ClaimType | EvidenceType | None = None
    #: What the claim in a piece of evidence is about; `ClaimType.FACT` where it is left out.
    claim_type: ClaimType | None = None
    section: str | None = field(default=None, validator=checks.identifier)
    certainty: Qualifier | None = None
    #: How much it takes to establish the statement.
    standard: ProofStandard | None = None
    by: tuple[Speaker, ...] = field(default=(), converter=speakers)
    #: Where it is said; empty for what the analyst adds.
    anchors: tuple[Anchor, ...] = field(default=(), converter=anchors)
    #: Reasons; each stands on its own (convergent).
    because: tuple[Support, ...] = field(default=(), converter=supports)
    #: Objections.
    against: tuple[Attack, ...] = field(default=(), converter=attacks)
    #: Objections that the author concedes and judges outweighed.
    despite: tuple[Attack, ...] = field(default=(), converter=attacks)
    #: Id of the statement that this one says a second time.
    restates: str | None = field(default=None, validator=checks.identifier)
    status: Status = Status.ASSERTED
    #: An axiom: it needs no ground and no attack on it succeeds.
    given: bool = False
    #: Whether an assumption has been called into question, so that it needs a ground.
    questioned: bool = False
    #: Strength before any reason and objection, from 0 to 1.
    strength: float | None = field(default=None, validator=checks.share)
    scope: Scope | None = None
    tags: tuple[str, ...] = field(default=(), converter=checks.strings, validator=checks.texts)
    note: str | None = field(default=None, validator=checks.text)
    #: What the evidence type asks for: sample size, dates, pollster ...
    data: Data | None = None
    #: Former ids, by which the statement can still be named.
    aliases: tuple[str, ...] = field(
        default=(), converter=checks.strings, validator=checks.identifiers
    )
    extras: Data | None = None
    #: Where the id stands; `text_span` is where the text stands.
    span: Span | None = field(default=None, eq=False, repr=False)
    text_span: Span | None = field(default=None, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Refuse a type that does not fit the kind, and reasons for a second mention.

        Raises:
            InvalidValue: the value is refused.
        """
        if self.type is not None and self.is_evidence != isinstance(self.type, EvidenceType):
            msg = f"{self.id}: {self.type.value} is no type of {self.kind.value}"
            raise InvalidValue(msg)
        if self.claim_type is not None and not self.is_evidence:
            msg = f"{self.id}: claim_type is for evidence; {self.kind.called} has a type"
            raise InvalidValue(msg)
        if self.restates is not None and any(True for _ in self.placed()):
            msg = f"{self.id} restates {self.restates}: its reasons and objections belong there"
            raise InvalidValue(msg)

    @property
    def is_evidence(self) -> bool:
        """Whether the statement reports what a source shows."""
        return self.kind is _EVIDENCE

    def placed(self) -> Iterator[tuple[Position, Inference]]:
        """Yield the steps that aim at the statement, with where they stand, in a fixed order."""
        for support in self.because:
            yield _BECAUSE, support
        for attack in self.against:
            yield _AGAINST, attack
        for attack in self.despite:
            yield _DESPITE, attack


def statements(values: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return statements as a tuple."""
    return tuple(values)
