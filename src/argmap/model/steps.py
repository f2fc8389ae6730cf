"""Steps of reasoning: supports and attacks, their premises and the answers to their questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from attrs import field, frozen

from argmap.errors import InvalidValue
from argmap.model import checks
from argmap.model.data import Data
from argmap.model.places import Anchor, anchors
from argmap.model.speech import Qualifier, Speaker, speakers
from argmap.model.vocabulary import Position, PremiseKind, Verdict
from argmap.text import Span
from argmap.values import Value

#: A step, a step against it, a step against that ...: so deep, and no deeper. A map file takes two
#: levels of nesting for each and has 32 in all, of which data inside a step needs some.
DEEPEST_STEP = 8


@frozen(eq=False, repr=False)
class Premise(Value):
    """A statement as a step uses it.

    `role` is a role of the step's scheme, or `warrant` (Toulmin).
    """

    statement: str = field(validator=checks.identifier)
    role: str | None = field(
        default=None, converter=checks.catalogue_name, validator=checks.identifier
    )
    kind: PremiseKind = PremiseKind.ORDINARY
    span: Span | None = field(default=None, eq=False, repr=False)


def _question(name: str) -> str:
    return name.replace("_", "-")


@frozen(kw_only=True, eq=False, repr=False)
class Answer(Value):
    """The answer to a critical question of the step's scheme.

    `HOLDS` and `FAILS` may name the statement that shows it; `FAILS` with a statement makes an
    attack, which `argmap.graph` derives. `WAIVED` needs a reason.
    """

    question: str = field(converter=_question, validator=checks.identifier)
    verdict: Verdict
    #: Id of the statement that shows the question to hold or to fail.
    by: str | None = field(default=None, validator=checks.identifier)
    #: Why the question is waived.
    reason: str | None = field(default=None, validator=checks.text)
    note: str | None = field(default=None, validator=checks.text)
    #: A mark, free to choose, of the wording that the answer was given for.
    pin: str | None = field(default=None, validator=checks.text)
    span: Span | None = field(default=None, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Refuse a waived question without a reason, and a reason or statement out of place.

        Raises:
            InvalidValue: the value is refused.
        """
        waived = self.verdict is Verdict.WAIVED
        if waived != (self.reason is not None) or (waived and self.by is not None):
            msg = f"answer to {self.question}: waived takes a reason, holds and fails a statement"
            raise InvalidValue(msg)


def supports(values: Iterable[Support]) -> tuple[Support, ...]:
    """Return supports as a tuple."""
    return tuple(values)


def attacks(values: Iterable[Attack]) -> tuple[Attack, ...]:
    """Return attacks as a tuple."""
    return tuple(values)


def _premises(values: Iterable[Premise]) -> tuple[Premise, ...]:
    return tuple(values)


def _answers(values: Iterable[Answer]) -> tuple[Answer, ...]:
    return tuple(values)


@frozen(kw_only=True, eq=False, repr=False)
class _Step(Value):
    """What supports and attacks have in common. A step stands under its target."""

    premises: tuple[Premise, ...] = field(default=(), converter=_premises)
    #: The id that the author gave; without one the step goes by its derived id, such as `a+b>c`.
    id: str | None = field(default=None, validator=checks.identifier)
    label: str | None = field(default=None, validator=checks.text)
    #: Whether the author marked the premises as linked: they only work together. Two ordinary
    #: premises always are; one may be, where its partner is still missing.
    linked: bool = field()
    #: Undercuts: attacks on the step itself.
    unless: tuple[Attack, ...] = field(default=(), converter=attacks)
    #: Supports of the step itself.
    backing: tuple[Support, ...] = field(default=(), converter=supports)
    #: Name of an argumentation scheme.
    scheme: str | None = field(default=None, converter=checks.catalogue_name, validator=checks.text)
    answers: tuple[Answer, ...] = field(default=(), converter=_answers)
    #: A strict step cannot be attacked; only its premises can.
    strict: bool = False
    #: How much the step carries, from 0 to 1.
    weight: float | None = field(default=None, validator=checks.share)
    certainty: Qualifier | None = None
    section: str | None = field(default=None, validator=checks.identifier)
    anchors: tuple[Anchor, ...] = field(default=(), converter=anchors)
    by: tuple[Speaker, ...] = field(default=(), converter=speakers)
    note: str | None = field(default=None, validator=checks.text)
    tags: tuple[str, ...] = field(default=(), converter=checks.strings, validator=checks.texts)
    extras: Data | None = None
    span: Span | None = field(default=None, eq=False, repr=False)

    @linked.default
    def _two_or_more(self) -> bool:
        return sum(premise.kind is PremiseKind.ORDINARY for premise in self.premises) > 1

    def __attrs_post_init__(self) -> None:
        """Refuse a premise named twice, and two premises that are said not to be linked.

        Raises:
            InvalidValue: the value is refused.
        """
        names = [premise.statement for premise in self.premises]
        if len(names) > 1:
            checks.unique("premises", names)
        if not self.linked and self._two_or_more():
            msg = "two ordinary premises in one step are linked; make two steps of them"
            raise InvalidValue(msg)
        if len(self.answers) > 1:
            checks.unique("answers", (answer.question for answer in self.answers))
        if (self.unless or self.backing) and _depth(self) > DEEPEST_STEP:
            msg = f"steps against and for steps are nested more than {DEEPEST_STEP} deep"
            raise InvalidValue(msg)

    @property
    def ordinary(self) -> tuple[str, ...]:
        """Ids of the ordinary premises, in the author's order."""
        return tuple(p.statement for p in self.premises if p.kind is PremiseKind.ORDINARY)

    @property
    def assumed(self) -> tuple[str, ...]:
        """Ids of the premises under `assuming`, in the author's order."""
        return tuple(p.statement for p in self.premises if p.kind is PremiseKind.ASSUMPTION)

    def placed(self) -> Iterator[tuple[Position, Inference]]:
        """Yield the steps that stand under this one, in the author's order."""
        for attack in self.unless:
            yield Position.UNLESS, attack
        for support in self.backing:
            yield Position.BACKING, support


# Neither has a field of its own, so that attrs has nothing to add: what it made for `_Step` tells
# the two apart by their class. To make it three times over would take as long as to check a map.
class Support(_Step):
    """A reason: premises that speak for a statement (`because`) or for a step (`backing`).

    >>> Support(premises=[Premise("demand"), Premise("money")]).linked
    True
    """

    __slots__ = ()


class Attack(_Step):
    """An objection: premises that speak against a statement, or against a step (`unless`)."""

    __slots__ = ()


#: A step of reasoning (AIF: an S-node).
Inference: TypeAlias = Support | Attack


def _depth(step: _Step) -> int:
    """Return how many steps stand on one another, this one included; stops beyond the limit."""
    depth, level = 0, [step]
    while level and depth <= DEEPEST_STEP:
        level = [inner for outer in level for _, inner in outer.placed()]
        depth += 1
    return depth
