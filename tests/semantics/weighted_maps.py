"""Maps whose strengths are looked at: of published vectors, and drawn by Hypothesis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hypothesis import strategies as st

from argmap.model import ArgumentMap, Attack, Inference, Kind, Premise, Statement, Support
from argmap.semantics.gradual.formulas import SemanticsName

#: What the published vectors call each semantics.
SEMANTICS: Mapping[str, SemanticsName] = {
    "dfquad": "df-quad",
    "qe": "quadratic-energy",
    "euler": "euler-based",
    "hcat": "h-categorizer",
}
BIPOLAR: tuple[SemanticsName, ...] = ("df-quad", "quadratic-energy", "euler-based")
SHARES = st.integers(0, 20).map(lambda number: number / 20)


def qbaf(
    base: Mapping[str, float],
    attacks: Iterable[Iterable[str]] = (),
    supports: Iterable[Iterable[str]] = (),
) -> ArgumentMap:
    """Return a quantitative bipolar argumentation framework as a map; pairs are (from, to)."""
    below: dict[str, list[Inference]] = {name: [] for name in base}
    for cls, pairs in ((Support, supports), (Attack, attacks)):
        for source, target in pairs:
            below[target].append(cls(premises=[Premise(source)]))
    return ArgumentMap(statements=[statement(name, tau, below[name]) for name, tau in base.items()])


def statement(name: str, strength: float | None, steps: Iterable[Inference] = ()) -> Statement:
    """Return a claim at which some steps are aimed."""
    steps = list(steps)
    return Statement(
        id=name,
        kind=Kind.CLAIM,
        text=name,
        strength=strength,
        because=[step for step in steps if isinstance(step, Support)],
        against=[step for step in steps if isinstance(step, Attack)],
    )


@st.composite
def steps(draw: st.DrawFn, names: list[str], depth: int = 2) -> Inference:
    """A step from some of the statements named, with steps for and against it."""
    classes: list[type[Support | Attack]] = [Support, Attack]
    cls = draw(st.sampled_from(classes))
    premises = draw(st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True))
    inner: list[Inference] = []
    if depth:
        inner = draw(st.lists(steps(names, depth - 1), max_size=1))
    return cls(
        premises=[Premise(name) for name in premises],
        unless=[step for step in inner if isinstance(step, Attack)],
        backing=[step for step in inner if isinstance(step, Support)],
        weight=draw(st.none() | SHARES),
        strict=draw(st.integers(0, 9)) == 0,
    )


@st.composite
def weighted_maps(draw: st.DrawFn, *, acyclic: bool = True, most: int = 7) -> ArgumentMap:
    """A map of statements s0, s1 ...; where it is acyclic each rests on those behind it."""
    names = [f"s{number}" for number in range(draw(st.integers(1, most)))]
    statements = []
    for number, name in enumerate(names):
        resting_on = names[number + 1 :] if acyclic else names
        below = draw(st.lists(steps(resting_on), max_size=3)) if resting_on else []
        statements.append(statement(name, draw(SHARES), below))
    return ArgumentMap(statements=statements)
