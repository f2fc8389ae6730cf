"""A Hypothesis strategy for maps that are small and dense, so that everything meets everything.

Few statements, and steps that use them again and again: loops of support and of attack, steps
against themselves and against steps against steps, linked premises, backing, strict steps, axioms,
assumptions, concessions, issues that overlap, preferences in circles, second mentions of second
mentions, steps without a premise or with one that is not there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from attrs import evolve, frozen
from hypothesis import strategies as st

from argmap.model import (
    Anchor,
    ArgumentMap,
    Attack,
    Inference,
    Issue,
    Kind,
    Leaves,
    Preference,
    Premise,
    PremiseKind,
    ProofStandard,
    Source,
    Statement,
    Status,
    Support,
)
from argmap.model.checks import is_reference

S = TypeVar("S", bound=Inference)
T = TypeVar("T")

#: What statements are called; premises name `m1`, `m2` for second mentions.
NAMES = ("a", "b", "c", "d", "e", "f")
SOURCES = ("survey", "report", "paper")


@frozen(kw_only=True)
class Flavour:
    """What may stand in the maps that are drawn."""

    attacks: bool = True
    #: Issues and preferences.
    conflicts: bool = True
    #: Second mentions.
    mentions: bool = True
    #: Steps that have no premise, or one that is no statement.
    ill_formed: bool = True
    #: Sources, and anchors of evidence.
    sources: bool = False
    #: Weights, strengths and proof standards.
    numbers: bool = False
    #: The most statements, second mentions not counted.
    most: int = 5


def small_maps(flavour: Flavour | None = None) -> st.SearchStrategy[ArgumentMap]:
    """Return a strategy for small, dense maps."""
    wanted = flavour or Flavour()
    return st.binary(min_size=40, max_size=400).map(lambda choices: small_map(choices, wanted))


def small_map(choices: bytes, flavour: Flavour | None = None) -> ArgumentMap:
    """Return the map that some bytes stand for."""
    return _Maker(choices, flavour or Flavour()).argument_map()


_KINDS = (Kind.CLAIM, Kind.PREMISE, Kind.CONCLUSION, Kind.EVIDENCE, Kind.ASSUMPTION)
_SHARES = (0.5, 0.0, 0.1, 0.25, 0.3, 0.4, 0.6, 0.8, 0.9, 1.0)


class _Maker:
    """Makes a map by choices."""

    def __init__(self, choices: bytes, flavour: Flavour) -> None:
        self.choices = iter(choices)
        self.flavour = flavour
        self.usable: tuple[str, ...] = ()

    def below(self, count: int) -> int:
        """Choose a number; 0 where no choice is left."""
        return next(self.choices, 0) % count

    def one_in(self, count: int) -> bool:
        """True once in so many times."""
        return self.below(count) == count - 1

    def of(self, values: Sequence[T]) -> T:
        return values[self.below(len(values))]

    def some(self, values: Sequence[T], least: int, most: int) -> list[T]:
        """Choose different ones."""
        chosen = [self.of(values) for _ in range(least + self.below(most - least + 1))]
        return list(dict.fromkeys(chosen))

    def argument_map(self) -> ArgumentMap:
        flavour = self.flavour
        names = NAMES[: 2 + self.below(flavour.most - 1)]
        leaves = self.of([Leaves.AUTHOR, Leaves.AUTHOR, Leaves.EVIDENCE])
        mentions: list[Statement] = []
        if flavour.mentions and self.one_in(4):
            mentions = [self.mention(name, names) for name in ("m1", "m2")]
        self.usable = (*names, *(mention.id for mention in mentions))
        if flavour.ill_formed and self.one_in(8):
            self.usable = (*self.usable, "nothing")
        sources = [self.source(name) for name in SOURCES] if flavour.sources else []
        statements = [self.statement(name) for name in names]
        made = ArgumentMap(statements=[*statements, *mentions], leaves=leaves, sources=sources)
        return self.with_conflicts(made) if flavour.conflicts else made

    def mention(self, name: str, names: Sequence[str]) -> Statement:
        """Return a second mention: of a statement, of another, of what is not there."""
        restated = self.of([*names, *names, "m1", "m2", "nothing"])
        return Statement(id=name, kind=Kind.CLAIM, text=name, restates=restated)

    def source(self, name: str) -> Source:
        return Source(id=name, derived_from=self.some(SOURCES, 0, 2))

    def statement(self, name: str) -> Statement:
        kind = self.of(_KINDS)
        anchored = self.flavour.sources and kind is Kind.EVIDENCE
        numbers = self.flavour.numbers
        return Statement(
            id=name,
            kind=kind,
            text=name,
            anchors=[Anchor(source=one) for one in self.some(SOURCES, 0, 2)] if anchored else [],
            because=self.steps(Support, most=2, depth=2),
            against=self.steps(Attack, most=2, depth=2),
            despite=self.steps(Attack, most=1, depth=1) if self.one_in(3) else [],
            status=self.of([Status.ASSERTED] * 8 + [Status.RAISED, Status.REJECTED]),
            given=self.one_in(12),
            questioned=self.one_in(12),
            strength=self.of(_SHARES) if numbers and self.one_in(3) else None,
            standard=self.of([*ProofStandard]) if numbers and self.one_in(3) else None,
        )

    def steps(self, sort: type[S], *, most: int, depth: int) -> list[S]:
        """Return supports or attacks, with what stands under them."""
        if sort is Attack and not self.flavour.attacks:
            return []
        return [self.step(sort, depth) for _ in range(self.below(most + 1))]

    def step(self, sort: type[S], depth: int) -> S:
        least = 0 if self.flavour.ill_formed and self.one_in(20) else 1
        names = self.some(self.usable, least, 2)
        kinds = [PremiseKind.ASSUMPTION if self.one_in(6) else PremiseKind.ORDINARY for _ in names]
        unless: list[Attack] = []
        backing: list[Support] = []
        if depth and self.one_in(3):
            unless = self.steps(Attack, most=1, depth=depth - 1)
        if depth and self.one_in(8):
            backing = self.steps(Support, most=1, depth=depth - 1)
        return sort(
            premises=[Premise(name, None, kind) for name, kind in zip(names, kinds, strict=True)],
            strict=self.one_in(8),
            unless=unless,
            backing=backing,
            weight=self.of(_SHARES) if self.flavour.numbers and self.one_in(2) else None,
        )

    def with_conflicts(self, made: ArgumentMap) -> ArgumentMap:
        """Add issues and preferences."""
        names = [statement.id for statement in made.statements]
        issues = [
            Issue(
                id=f"issue{number}",
                positions=self.some(names, 1, 3),
                standard=self.of([None, *ProofStandard]) if self.flavour.numbers else None,
            )
            for number in range(self.below(3))
        ]
        steps = [step.id for step in made.steps if is_reference(step.id)]
        preferences = [
            Preference(better=self.of(steps), worse=self.of(steps))
            for _ in range(self.below(5) if steps else 0)
        ]
        return evolve(made, issues=issues, preferences=preferences)
