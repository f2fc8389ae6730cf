"""Strengths of maps: their laws, and their definition by naive evaluation as the oracle."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeVar

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.model import ArgumentMap, Attack, Inference, Premise, Support
from argmap.pipeline import graph
from argmap.pipeline.weighing import strength
from argmap.semantics.gradual.formulas import GRADUAL_SEMANTICS, SemanticsName, TNorm
from argmap.semantics.gradual.influence import influence_on
from argmap.semantics.gradual.propagation import Propagation
from argmap.semantics.gradual.whole import Whole
from argmap.semantics.terms import Terms
from tests.examples import scaled
from tests.semantics.weighted_maps import BIPOLAR, SHARES, qbaf, statement, steps, weighted_maps

TNORMS: tuple[TNorm, ...] = ("minimum", "product")
HOW = st.tuples(st.sampled_from(BIPOLAR), st.sampled_from(TNORMS))
How = tuple[SemanticsName, TNorm]
Step = TypeVar("Step", Support, Attack)


# The definition, told anew and as plainly as can be


def _statement(semantics: str, w: float, sup: Sequence[float], att: Sequence[float]) -> float:
    if semantics == "df-quad":
        against, for_it = 1 - math.prod(1 - a for a in att), 1 - math.prod(1 - s for s in sup)
        if for_it >= against:
            return w + (1 - w) * (for_it - against)
        return w - w * (against - for_it)
    energy = math.fsum(sup) - math.fsum(att)
    if semantics == "euler-based":
        return 1 - (1 - w * w) / (1 + w * math.exp(energy))
    impact = energy**2 / (1 + energy**2)
    return w + (1 - w) * impact if energy > 0 else w - w * impact


def _flow(step: Inference, values: Mapping[str, float], tnorm: TNorm) -> float:
    back = 1 - math.prod(1 - _flow(one, values, tnorm) for one in step.backing)
    under = 1 - math.prod(1 - _flow(one, values, tnorm) for one in step.unless)
    moved = back - (0.0 if step.strict else under)
    weight = 1.0 if step.weight is None else step.weight
    licence = weight + moved * (1 - weight) if moved >= 0 else weight + moved * weight
    premises = [values[premise.statement] for premise in step.premises]
    return licence * (min(premises) if tnorm == "minimum" else math.prod(premises))


def naive(m: ArgumentMap, semantics: SemanticsName, tnorm: TNorm) -> dict[str, float]:
    """Strengths by working out every statement of an acyclic map as often as it has statements."""
    values = {one.id: one.strength or 0.0 for one in m.statements}
    for _ in m.statements:
        values = {
            one.id: _statement(
                semantics,
                one.strength or 0.0,
                [_flow(step, values, tnorm) for step in one.because],
                [_flow(step, values, tnorm) for step in one.against],
            )
            for one in m.statements
        }
    return values


@given(weighted_maps(), HOW)
def test_strengths_are_those_of_the_definition(m: ArgumentMap, how: How) -> None:
    semantics, tnorm = how
    strengths = strength(m, semantics=semantics, tnorm=tnorm)
    expected = naive(m, semantics, tnorm)
    assert {one.id: strengths[one.id] for one in m.statements} == pytest.approx(expected, abs=1e-12)
    flows = {step.id: _flow(step.inference, expected, tnorm) for step in m.steps}
    assert {name: strengths[name] for name in flows} == pytest.approx(flows, abs=1e-12)
    assert strengths.converged
    assert strengths.unique
    assert strengths.residual == 0.0


@given(weighted_maps(acyclic=False, most=4), HOW)
def test_strengths_at_rest_satisfy_the_definition(m: ArgumentMap, how: How) -> None:
    semantics, tnorm = how
    strengths = strength(m, semantics=semantics, tnorm=tnorm)
    assert all(0.0 <= value <= 1.0 for value in strengths.values())
    assert strengths.converged == (strengths.unsettled == {})
    assert strengths.converged == (strengths.residual < 1e-9)
    if strengths.converged:
        values = {one.id: strengths[one.id] for one in m.statements}
        for one in m.statements:
            again = _statement(
                semantics,
                one.strength or 0.0,
                [_flow(step, values, tnorm) for step in one.because],
                [_flow(step, values, tnorm) for step in one.against],
            )
            assert again == pytest.approx(values[one.id], abs=2e-9)


@given(weighted_maps(acyclic=False, most=4), HOW, st.randoms(use_true_random=False))
def test_where_strengths_are_unique_any_start_comes_to_rest_in_them(
    m: ArgumentMap, how: How, dice: Random
) -> None:
    """Plain iteration of a contraction finds the same strengths from anywhere (Banach)."""
    semantics, tnorm = how
    strengths = strength(m, semantics=semantics, tnorm=tnorm)
    assume(strengths.unique)
    values = {one.id: dice.random() for one in m.statements}
    for _ in range(300):
        values = {
            one.id: _statement(
                semantics,
                one.strength or 0.0,
                [_flow(step, values, tnorm) for step in one.because],
                [_flow(step, values, tnorm) for step in one.against],
            )
            for one in m.statements
        }
    found = {name: strengths[name] for name in values}
    assert found == pytest.approx(values, abs=1e-3)


@given(weighted_maps(acyclic=False, most=5), HOW, st.randoms(use_true_random=False))
def test_renaming_and_shuffling_change_no_strength(m: ArgumentMap, how: How, dice: Random) -> None:
    new = {
        one.id: f"z{hash((number, 7)) % 997}-{number}" for number, one in enumerate(m.statements)
    }

    def renamed(step: Step) -> Step:
        return evolve(
            step,
            premises=[Premise(new[premise.statement]) for premise in step.premises],
            unless=[renamed(one) for one in step.unless],
            backing=[renamed(one) for one in step.backing],
        )

    statements = [
        evolve(
            one,
            id=new[one.id],
            because=[renamed(step) for step in reversed(one.because)],
            against=[renamed(step) for step in reversed(one.against)],
        )
        for one in reversed(m.statements)
    ]
    here = strength(m, semantics=how[0], tnorm=how[1])
    there = strength(ArgumentMap(statements=statements), semantics=how[0], tnorm=how[1])
    assume(here.converged and there.converged)
    for name, other in new.items():
        assert there[other] == pytest.approx(here[name], abs=1e-7)


@scaled(2_000)
@given(weighted_maps(acyclic=False, most=5), HOW, st.data())
def test_a_whole_pass_finds_what_a_target_finds(
    m: ArgumentMap, how: How, data: st.DataObject
) -> None:
    """A pass works out steps of one premise with it, as edges; a target each by itself."""
    rejected = data.draw(st.lists(st.sampled_from([one.id for one in m.statements]), max_size=1))
    influence = influence_on(graph(m), Terms(reject=rejected))
    semantics, product = GRADUAL_SEMANTICS[how[0]], how[1] == "product"
    whole = Whole(influence, semantics, product=product)
    settled = True
    for name, atom in influence.numbers.items():
        alone = Propagation(influence, semantics, atom, product=product)
        assert alone.values[atom] == pytest.approx(whole.values[atom], abs=1e-12), name
        settled = settled and alone.settled
    assert settled == all(one.settled for one in whole.settlements)


@scaled(2_000)
@given(weighted_maps(), HOW, st.data())
def test_a_detour_by_way_of_linked_premises_changes_nothing(
    m: ArgumentMap, how: How, data: st.DataObject
) -> None:
    """A second premise of strength 1 unfolds a step, and carries nothing."""
    unfolded = [
        evolve(
            one,
            because=[_linked(step) if data.draw(st.booleans()) else step for step in one.because],
            against=[_linked(step) if data.draw(st.booleans()) else step for step in one.against],
        )
        for one in m.statements
    ]
    wider = evolve(m, statements=[*unfolded, statement("sure", 1.0)])
    plain = strength(m, semantics=how[0], tnorm=how[1])
    other = strength(wider, semantics=how[0], tnorm=how[1])
    for one in m.statements:
        assert other[one.id] == pytest.approx(plain[one.id], abs=1e-12)


def _linked(step: Step) -> Step:
    return evolve(step, premises=[*step.premises, Premise("sure")], linked=True)


# Laws of maps, other inputs fixed


@st.composite
def _targets(draw: st.DrawFn) -> tuple[list[float], list[Inference]]:
    """Strengths of the premises p0, p1 ..., and steps from them."""
    scores = draw(st.lists(SHARES, min_size=2, max_size=5))
    names = [f"p{number}" for number in range(len(scores))]
    return scores, draw(st.lists(steps(names), min_size=1, max_size=4))


def _map(w: float, scores: Sequence[float], aimed: Sequence[Inference]) -> ArgumentMap:
    leaves = [statement(f"p{number}", score) for number, score in enumerate(scores)]
    return ArgumentMap(statements=[statement("c", w, aimed), *leaves])


@given(SHARES, _targets(), st.floats(0, 1), HOW)
def test_a_stronger_premise_of_a_support_never_lowers_its_target(
    w: float, drawn: tuple[list[float], list[Inference]], raised: float, how: How
) -> None:
    """A premise of one support and of nothing else: `premise`."""
    scores, aimed = drawn
    step = Support(premises=[Premise("premise"), Premise("p0")])

    def target(score: float) -> float:
        m = _map(w, scores, [*aimed, step])
        m = evolve(m, statements=[*m.statements, statement("premise", score)])
        return strength(m, semantics=how[0], tnorm=how[1])["c"]

    low, high = sorted([raised, 0.5])
    assert target(low) <= target(high) + 1e-12


@given(SHARES, _targets(), SHARES, HOW)
def test_an_undercut_never_raises_what_it_undercuts(
    w: float, drawn: tuple[list[float], list[Inference]], score: float, how: How
) -> None:
    scores, aimed = drawn
    undercut = Attack(premises=[Premise("u")])
    changed = [evolve(aimed[0], id="step", unless=[*aimed[0].unless, undercut]), *aimed[1:]]

    def flow(first: Sequence[Inference]) -> float:
        m = _map(w, scores, first)
        m = evolve(m, statements=[*m.statements, statement("u", score)])
        return strength(m, semantics=how[0], tnorm=how[1])["step"]

    before = flow([evolve(aimed[0], id="step"), *aimed[1:]])
    after = flow(changed)
    assert after <= before + 1e-12
    assert not aimed[0].strict or after == before


@given(SHARES, _targets(), SHARES, HOW)
def test_a_further_premise_never_raises_a_step(
    w: float, drawn: tuple[list[float], list[Inference]], score: float, how: How
) -> None:
    scores, aimed = drawn
    first = evolve(aimed[0], id="step")
    linked = evolve(first, premises=[*first.premises, Premise("more")], linked=True)

    def flow(step: Inference) -> float:
        m = _map(w, scores, [step, *aimed[1:]])
        m = evolve(m, statements=[*m.statements, statement("more", score)])
        return strength(m, semantics=how[0], tnorm=how[1])["step"]

    assert flow(linked) <= flow(first) + 1e-12


@given(weighted_maps(acyclic=False, most=5), weighted_maps(most=3), HOW)
def test_what_is_not_connected_changes_nothing(
    m: ArgumentMap, other: ArgumentMap, how: How
) -> None:
    """Independence, and directionality: what stands behind an element does not move it."""
    moved = strength(m, semantics=how[0], tnorm=how[1])
    beyond = [
        statement(f"x{one.id}", one.strength, [Support(premises=[Premise("s0")])])
        for one in other.statements
    ]
    wider = evolve(m, statements=[*m.statements, *beyond])
    again = strength(wider, semantics=how[0], tnorm=how[1])
    assert all(again[name] == pytest.approx(moved[name], abs=1e-9) for name in moved)
    alone = [one.id for one in m.statements if one.id not in graph(m).ancestors("s0")]
    for name in alone:
        if name != "s0":
            left = strength(m, Terms(reject=[name]), semantics=how[0], tnorm=how[1])
            assert left["s0"] == pytest.approx(moved["s0"], abs=1e-7)


@given(weighted_maps(), HOW)
def test_what_is_rejected_has_no_strength_and_moves_nothing(m: ArgumentMap, how: How) -> None:
    name = m.statements[-1].id
    rejected = strength(m, Terms(reject=[name]), semantics=how[0], tnorm=how[1])
    nothing = [*m.statements[:-1], statement(name, 0.0)]
    without = strength(evolve(m, statements=nothing), semantics=how[0], tnorm=how[1])
    assert dict(rejected) == dict(without)


def test_attack_chains_of_the_h_categorizer_alternate() -> None:
    """1, 1/2, 2/3, 3/5 ...: quotients of Fibonacci numbers."""
    names = [f"s{number}" for number in range(8)]
    pairs = list(zip(names[1:], names, strict=False))
    strengths = strength(qbaf(dict.fromkeys(names, 1.0), pairs), semantics="h-categorizer")
    assert [round(strengths[name], 6) for name in reversed(names)] == [
        *[1.0, 0.5, 0.666667, 0.6, 0.625, 0.615385, 0.619048, 0.617647]
    ]
