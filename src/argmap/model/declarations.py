"""What a map declares beside statements and steps: sections, issues, preferences, waivers ..."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from argmap.model import checks
from argmap.model.places import Place, places
from argmap.model.steps import Answer, Attack, Inference, Support, attacks, supports
from argmap.model.vocabulary import Position, ProofStandard
from argmap.text import Span
from argmap.values import Value


@frozen(kw_only=True, eq=False, repr=False)
class Section(Value):
    """A part of the text; a statement belongs to the section of its first place."""

    id: str = field(validator=checks.identifier)
    title: str | None = field(default=None, validator=checks.text)
    at: tuple[Place, ...] = field(default=(), converter=places)
    span: Span | None = field(default=None, eq=False, repr=False)


@frozen(kw_only=True, eq=False, repr=False)
class Issue(Value):
    """A question with rival answers, of which at most one can stand (IBIS; Carneades)."""

    id: str = field(validator=checks.identifier)
    question: str | None = field(default=None, validator=checks.text)
    positions: tuple[str, ...] = field(
        default=(), converter=checks.strings, validator=checks.references
    )
    standard: ProofStandard | None = None
    span: Span | None = field(default=None, eq=False, repr=False)


@frozen(kw_only=True, eq=False, repr=False)
class Preference(Value):
    """One step is stronger than another (AIF: a PA-node)."""

    better: str = field(validator=checks.reference)
    worse: str = field(validator=checks.reference)
    reason: str | None = field(default=None, validator=checks.text)
    span: Span | None = field(default=None, eq=False, repr=False)


@frozen(kw_only=True, eq=False, repr=False)
class Waiver(Value):
    """A finding that the author accepts, and why.

    `at` names the element; without it the waiver is for a finding of the whole map.
    """

    rule: str = field(validator=checks.text)
    at: str | None = field(default=None, validator=checks.reference)
    reason: str | None = field(default=None, validator=checks.text)
    span: Span | None = field(default=None, eq=False, repr=False)


@frozen(kw_only=True, eq=False, repr=False)
class Expectation(Value):
    """Which elements are expected to be in, out and undecided when the map is evaluated."""

    accepted: tuple[str, ...] = field(
        default=(), converter=checks.strings, validator=checks.references
    )
    out: tuple[str, ...] = field(default=(), converter=checks.strings, validator=checks.references)
    undecided: tuple[str, ...] = field(
        default=(), converter=checks.strings, validator=checks.references
    )
    span: Span | None = field(default=None, eq=False, repr=False)


def _answers(values: Iterable[Answer]) -> tuple[Answer, ...]:
    return tuple(values)


@frozen(kw_only=True, eq=False, repr=False)
class Response(Value):
    """What a critic's layer adds to one element of the map that it extends."""

    target: str = field(validator=checks.reference)
    because: tuple[Support, ...] = field(default=(), converter=supports)
    against: tuple[Attack, ...] = field(default=(), converter=attacks)
    unless: tuple[Attack, ...] = field(default=(), converter=attacks)
    backing: tuple[Support, ...] = field(default=(), converter=supports)
    answers: tuple[Answer, ...] = field(default=(), converter=_answers)
    span: Span | None = field(default=None, eq=False, repr=False)

    def placed(self) -> Iterator[tuple[Position, Inference]]:
        """Yield the steps that the layer adds, with where they stand."""
        for support in self.because:
            yield Position.BECAUSE, support
        for attack in self.against:
            yield Position.AGAINST, attack
        for attack in self.unless:
            yield Position.UNLESS, attack
        for support in self.backing:
            yield Position.BACKING, support
