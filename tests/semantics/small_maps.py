"""Hypothesis strategies for maps that are small and dense, so that everything meets everything.

Few statements, and steps that use them again and again: loops of support and of attack, steps
against themselves and against steps against steps, linked premises, backing, strict steps, axioms,
assumptions, concessions, issues that overlap, preferences in circles, second mentions of second
mentions, steps without a premise or with one that is not there.
"""

from __future__ import annotations

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


@st.composite
def small_maps(draw: st.DrawFn, flavour: Flavour | None = None) -> ArgumentMap:
    """A small, dense map."""
    flavour = flavour or Flavour()
    names = NAMES[: draw(st.integers(2, flavour.most))]
    mentions: list[Statement] = []
    if flavour.mentions and draw(_one_in(4)):
        mentions = draw(_mentions(names))
    usable = (*names, *(mention.id for mention in mentions))
    if flavour.ill_formed and draw(_one_in(8)):
        usable = (*usable, "nothing")
    statements = [draw(_statement(name, usable, flavour)) for name in names]
    made = ArgumentMap(
        statements=[*statements, *mentions],
        leaves=draw(st.sampled_from([Leaves.AUTHOR, Leaves.AUTHOR, Leaves.EVIDENCE])),
    )
    if flavour.sources:
        made = evolve(made, sources=draw(_sources()))
    if flavour.conflicts:
        made = draw(_with_conflicts(made, flavour))
    return made


def _one_in(count: int) -> st.SearchStrategy[bool]:
    """True once in so many times; shrinks to False."""
    return st.integers(0, count - 1).map(lambda number: number == count - 1)


@st.composite
def _mentions(draw: st.DrawFn, names: tuple[str, ...]) -> list[Statement]:
    """Second mentions: of a statement, of each other, of what is not there."""
    made = []
    for name in ("m1", "m2")[: draw(st.integers(1, 2))]:
        restated = draw(st.sampled_from([*names, *names, "m1", "m2", "nothing"]))
        made.append(Statement(id=name, kind=Kind.CLAIM, text=name, restates=restated))
    return made


_KINDS = (Kind.CLAIM, Kind.PREMISE, Kind.CONCLUSION, Kind.EVIDENCE, Kind.ASSUMPTION)
_STATUSES = (Status.ASSERTED,) * 8 + (Status.RAISED, Status.REJECTED)


@st.composite
def _statement(draw: st.DrawFn, name: str, usable: tuple[str, ...], flavour: Flavour) -> Statement:
    kind = draw(st.sampled_from(_KINDS))
    anchors: list[Anchor] = []
    if flavour.sources and kind is Kind.EVIDENCE:
        named = draw(st.lists(st.sampled_from(SOURCES), max_size=2, unique=True))
        anchors = [Anchor(source=source) for source in named]
    return Statement(
        id=name,
        kind=kind,
        text=name,
        anchors=anchors,
        status=draw(st.sampled_from(_STATUSES)),
        given=draw(_one_in(12)),
        questioned=draw(_one_in(12)),
        strength=draw(_share()) if flavour.numbers and draw(_one_in(3)) else None,
        standard=draw(_standard()) if flavour.numbers and draw(_one_in(3)) else None,
        because=draw(_steps(Support, usable, flavour, most=2, depth=2)),
        against=draw(_steps(Attack, usable, flavour, most=1 + draw(_bit), depth=2)),
        despite=draw(_steps(Attack, usable, flavour, most=draw(_bit), depth=1)),
    )


_bit = st.integers(0, 1)


def _share() -> st.SearchStrategy[float]:
    return st.sampled_from([0.0, 0.1, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8, 0.9, 1.0])


def _standard() -> st.SearchStrategy[ProofStandard]:
    return st.sampled_from(list(ProofStandard))


@st.composite
def _steps(
    draw: st.DrawFn,
    sort: type[S],
    usable: tuple[str, ...],
    flavour: Flavour,
    *,
    most: int,
    depth: int,
) -> list[S]:
    """Supports or attacks, with what stands under them."""
    if sort is Attack and not flavour.attacks:
        return []
    made = []
    for _ in range(draw(st.integers(0, most))):
        inner_attacks: list[Attack] = []
        inner_supports: list[Support] = []
        if depth and draw(_one_in(3)):
            inner_attacks = draw(_steps(Attack, usable, flavour, most=1, depth=depth - 1))
        if depth and draw(_one_in(8)):
            inner_supports = draw(_steps(Support, usable, flavour, most=1, depth=depth - 1))
        made.append(
            sort(
                premises=draw(_premises(usable, flavour)),
                strict=draw(_one_in(8)),
                unless=inner_attacks,
                backing=inner_supports,
                weight=draw(_share()) if flavour.numbers and draw(_bit) else None,
            )
        )
    return made


@st.composite
def _premises(draw: st.DrawFn, usable: tuple[str, ...], flavour: Flavour) -> list[Premise]:
    least = 0 if flavour.ill_formed and draw(_one_in(20)) else 1
    chosen = draw(st.lists(st.sampled_from(usable), min_size=least, max_size=2, unique=True))
    kinds = [PremiseKind.ASSUMPTION if draw(_one_in(6)) else PremiseKind.ORDINARY for _ in chosen]
    return [Premise(name, None, kind) for name, kind in zip(chosen, kinds, strict=True)]


@st.composite
def _sources(draw: st.DrawFn) -> list[Source]:
    """Sources that draw on each other, in circles now and then."""
    return [
        Source(
            id=name,
            derived_from=draw(st.lists(st.sampled_from(SOURCES), max_size=2, unique=True)),
        )
        for name in SOURCES
    ]


@st.composite
def _with_conflicts(draw: st.DrawFn, made: ArgumentMap, flavour: Flavour) -> ArgumentMap:
    """Add issues and preferences."""
    issues = []
    for number in range(draw(st.integers(0, 2))):
        names = [statement.id for statement in made.statements]
        positions = draw(st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True))
        standard = draw(_standard()) if flavour.numbers and draw(_bit) else None
        issues.append(Issue(id=f"issue{number}", positions=positions, standard=standard))
    steps = [step.id for step in made.steps if is_reference(step.id)]
    preferences: list[Preference] = []
    if steps and (issues or draw(_bit)):
        pairs = st.tuples(st.sampled_from(steps), st.sampled_from(steps))
        preferences = [
            Preference(better=better, worse=worse)
            for better, worse in draw(st.lists(pairs, max_size=4))
        ]
    return evolve(made, issues=issues, preferences=preferences)
