"""Sensitivity: gradient, removal and Shapley value against their definitions."""

from __future__ import annotations

from importlib import import_module
from itertools import permutations
from math import factorial
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.errors import InapplicableSemantics, InvalidValue, UnknownElement, UnknownName
from argmap.graphs import Role
from argmap.model import ArgumentMap, Attack, Premise, Support
from argmap.pipeline import graph
from argmap.pipeline.weighing import sensitivity, strength
from argmap.semantics.terms import Terms
from tests.semantics.weighted_maps import BIPOLAR, SHARES, qbaf, statement, weighted_maps

room = import_module("argmap.semantics.gradual.sensitivity")

HOW = st.fixed_dictionaries(
    {"semantics": st.sampled_from(BIPOLAR), "tnorm": st.sampled_from(["minimum", "product"])}
)


@st.composite
def _uneven(draw: st.DrawFn, *, acyclic: bool = True, most: int = 6) -> ArgumentMap:
    """A map in which no two statements share a base score, so that no two premises are as weak.

    Where they are, kinks of several steps may make up for each other.
    """
    m = draw(weighted_maps(acyclic=acyclic, most=most))
    size = len(m.statements)
    scores = draw(st.lists(st.integers(50, 950), min_size=size, max_size=size, unique=True))
    scored = zip(m.statements, scores, strict=True)
    return evolve(m, statements=[evolve(one, strength=score / 1000) for one, score in scored])


def _moved(m: ArgumentMap, name: str, by: float) -> ArgumentMap:
    return evolve(
        m,
        statements=[
            evolve(one, strength=one.strength + by)
            if one.id == name and one.strength is not None
            else one
            for one in m.statements
        ],
    )


def _difference(m: ArgumentMap, name: str, step: float, how: Any) -> tuple[float, float]:
    """Slopes of the strength of s0 over the base score of a statement, below it and above it."""
    here = strength(m, **how)["s0"]
    return (
        (here - strength(_moved(m, name, -step), **how)["s0"]) / step,
        (strength(_moved(m, name, step), **how)["s0"] - here) / step,
    )


@given(_uneven(), HOW)
def test_the_gradient_is_the_limit_of_differences(m: ArgumentMap, how: Any) -> None:
    """Away from kinks, where the slopes of both sides differ."""
    found = sensitivity(m, "s0", **how)
    assert found.gradient is not None
    for one in m.statements:
        below, above = _difference(m, one.id, 1e-6, how)
        if abs(below - above) < 1e-3:
            assert found.gradient[one.id] == pytest.approx((below + above) / 2, abs=2e-3)


@given(_uneven(acyclic=False, most=4), HOW)
def test_the_gradient_in_cycles_is_the_limit_of_differences(m: ArgumentMap, how: Any) -> None:
    found = sensitivity(m, "s0", **how)
    assume(found.converged and found.gradient is not None and strength(m, **how).unique)
    assert found.gradient is not None
    for one in m.statements:
        below, above = _difference(m, one.id, 1e-4, how)
        if abs(below - above) < 1e-2:
            assert found.gradient[one.id] == pytest.approx((below + above) / 2, abs=1e-2)


def test_the_gradient_of_a_cycle_by_hand() -> None:
    """a and b attack each other: a = .4 (1 - b) and b = .7 (1 - a)."""
    m = qbaf({"a": 0.4, "b": 0.7}, [("a", "b"), ("b", "a")])
    found = sensitivity(m, "a", semantics="df-quad")
    a, b = 0.12 / 0.72, 0.42 / 0.72
    assert found.strength == pytest.approx(a)
    assert found.gradient == pytest.approx(
        {"a": (1 - b) / 0.72, "b": -0.4 * (1 - a) / 0.72}, abs=1e-9
    )


def test_a_cycle_of_many_states_at_rest_has_no_gradient() -> None:
    """a = 1 - b and b = 1 - a: every (x, 1 - x) is at rest."""
    found = sensitivity(qbaf({"a": 1, "b": 1}, [("a", "b"), ("b", "a")]), "a", semantics="df-quad")
    assert found.gradient is None
    assert found.strength == pytest.approx(0.5)
    assert found.removal["b"] == pytest.approx(-0.5)


@given(weighted_maps(acyclic=False, most=5), HOW)
def test_what_does_not_lead_to_the_target_has_no_part(m: ArgumentMap, how: Any) -> None:
    found = sensitivity(m, "s0", **how)
    leading = {"s0", *graph(m).ancestors("s0")}
    for one in m.statements:
        if one.id not in leading:
            assert found.removal[one.id] == 0.0
            assert found.gradient is None or found.gradient[one.id] == 0.0
            assert one.id not in found.shapley


@given(weighted_maps(acyclic=False, most=4), HOW)
def test_a_removal_is_a_rejection(m: ArgumentMap, how: Any) -> None:
    """To the bit: what changes is worked out as in a whole pass."""
    found = sensitivity(m, "s0", **how)
    assert found.strength == strength(m, **how)["s0"]
    assert found.left_out == 0
    for name in strength(m):
        without = strength(m, Terms(reject=[name]), **how)["s0"]
        assert found.removal[name] == pytest.approx(found.strength - without, abs=1e-12)


@given(weighted_maps(most=4), HOW)
def test_a_removal_in_an_acyclic_map_is_a_rejection_to_the_bit(m: ArgumentMap, how: Any) -> None:
    found = sensitivity(m, "s0", **how)
    for name in strength(m):
        without = strength(m, Terms(reject=[name]), **how)["s0"]
        assert found.removal[name] == found.strength - without


def _by_definition(m: ArgumentMap, players: list[str], how: Any) -> dict[str, float]:
    """What each player adds in every order, on average."""
    totals = dict.fromkeys(players, 0.0)
    for order in permutations(players):
        for number, player in enumerate(order):
            without = strength(m, Terms(reject=order[number:]), **how)["s0"]
            with_it = strength(m, Terms(reject=order[number + 1 :]), **how)["s0"]
            totals[player] += (with_it - without) / factorial(len(players))
    return totals


@given(weighted_maps(acyclic=False, most=4), HOW)
def test_shapley_values_are_those_of_the_definition(m: ArgumentMap, how: Any) -> None:
    found = sensitivity(m, "s0", **how)
    leading = graph(m).ancestors("s0")
    leaves = [
        one.id
        for one in m.statements
        if one.id in leading and one.id != "s0" and Role.LEAF in graph(m).role_of(one.id)
    ]
    defined = _by_definition(m, leaves, how)
    assert list(found.shapley) == [name for name in leaves if name in found.shapley]
    # Left out is what cannot move it, as where it speaks only against a strict step.
    assert {**dict.fromkeys(leaves, 0.0), **found.shapley} == pytest.approx(defined, abs=1e-9)
    assert found.exact
    assert set(found.standard_error.values()) <= {0.0}


@given(weighted_maps(acyclic=False, most=4), HOW, st.data())
def test_shapley_values_add_up(m: ArgumentMap, how: Any, data: st.DataObject) -> None:
    names = list(strength(m))
    players = data.draw(st.lists(st.sampled_from(names), unique=True, max_size=3))
    found = sensitivity(m, "s0", players=players, **how)
    nobody = strength(m, Terms(reject=players), **how)["s0"]
    assert sum(found.shapley.values()) == pytest.approx(found.strength - nobody, abs=1e-9)


def _fan(count: int, *, is_round: bool = False) -> ArgumentMap:
    """One statement with many reasons and objections, some of them linked."""
    below: list[Support | Attack] = [
        Support(premises=[Premise("p0"), Premise("p1")]),
        *(
            (Attack if number % 3 == 0 else Support)(premises=[Premise(f"p{number}")])
            for number in range(count)
        ),
    ]
    leaves = [statement(f"p{number}", (number % 10) / 10) for number in range(count)]
    if is_round:
        leaves[2] = statement("p2", 0.5, [Attack(premises=[Premise("s0")])])
    return ArgumentMap(statements=[statement("s0", 0.5, below), *leaves])


@pytest.mark.parametrize("is_round", [False, True])
def test_sampled_shapley_values_are_near_the_exact_ones(
    is_round: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    players = [f"p{number}" for number in range(8)]
    exact = sensitivity(_fan(13, is_round=is_round), "s0", players=players)
    assert exact.exact
    monkeypatch.setattr(room, "MOST_PLAYERS", 3)
    sampled = sensitivity(_fan(13, is_round=is_round), "s0", players=players, samples=400)
    assert not sampled.exact
    assert sampled.samples == 400
    for name in players:
        error = sampled.standard_error[name]
        assert abs(sampled.shapley[name] - exact.shapley[name]) <= 5 * error + 1e-12
    assert sum(sampled.shapley.values()) == pytest.approx(sum(exact.shapley.values()))
    assert max(sampled.standard_error.values()) > 0.0


def test_the_same_seed_gives_the_same_samples() -> None:
    m = _fan(20)
    one, same, other = (sensitivity(m, "s0", samples=20, seed=seed) for seed in (1, 1, 2))
    assert one.shapley == same.shapley
    assert one.shapley != other.shapley
    assert list(one.shapley) == [f"p{number}" for number in range(20)]
    assert not one.exact


def test_twice_as_many_samples_come_nearer() -> None:
    few, many = (sensitivity(_fan(20), "s0", samples=samples) for samples in (50, 800))
    assert sum(many.standard_error.values()) < 0.5 * sum(few.standard_error.values())


def test_rejected_players_carry_nothing() -> None:
    found = sensitivity(_fan(14), "s0", Terms(reject=["p4"]))
    assert found.shapley["p4"] == found.removal["p4"] == 0.0
    assert found.gradient is not None
    assert found.gradient["p4"] == 0.0
    assert found.shapley["p5"] > 0.0


def test_steps_can_be_players_and_targets() -> None:
    m = _fan(5)
    found = sensitivity(m, "p0+p1>s0", semantics="df-quad")
    assert found.target == "p0+p1>s0"
    assert found.gradient is not None
    assert found.gradient["p0"] == 1.0
    assert found.gradient["s0"] == 0.0
    played = sensitivity(m, "s0", players=["p4>s0", "p4", "p4>s0"])
    assert list(played.shapley) == ["p4>s0", "p4"]
    assert played.shapley["p4>s0"] == pytest.approx(played.shapley["p4"])


def test_the_h_categorizer_has_its_gradient() -> None:
    m = qbaf({"a": 1.0, "b": 0.5}, [("b", "a")])
    found = sensitivity(m, "a", semantics="h-categorizer")
    assert found.gradient == pytest.approx({"a": 1 / 1.5, "b": -1 / 1.5**2})
    with pytest.raises(InapplicableSemantics):
        sensitivity(qbaf({"a": 1.0}, supports=[("a", "a")]), "a", semantics="h-categorizer")


@given(SHARES, SHARES)
def test_at_a_kink_the_slopes_are_shared_out(base: float, even: float) -> None:
    """Support and attack of one strength: the mean of both sides; of strength 0: the one side."""
    m = qbaf({"a": base, "b": even, "c": even}, [("c", "a")], [("b", "a")])
    found = sensitivity(m, "a", semantics="df-quad").gradient
    assert found is not None
    up, down = (0.5, 0.5) if even else (1 - base, base)
    assert found["b"] == pytest.approx(up)
    assert found["c"] == pytest.approx(-down)


def test_what_takes_too_long_is_left_out_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_UPDATES", 30)
    found = sensitivity(_fan(20), "s0")
    assert found.left_out == 42 - len(found.removal) > 0
    assert abs(found.removal["s0"]) == found.strength, "the greatest effect comes first"
    assert found.shapley == found.standard_error == {}
    assert (found.exact, found.samples) == (False, 0)
    few = sensitivity(_fan(20), "s0", players=["p1", "p2", "p3", "p4", "p5"])
    assert not few.exact, "coalitions of five take too long as well"
    monkeypatch.setattr(room, "MOST_UPDATES", 500)
    found = sensitivity(_fan(20), "s0")
    assert 2 <= found.samples < 500
    assert len(found.shapley) == 20


def test_unsettled_cycles_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    below = {"a": "c", "b": "a", "c": "b"}
    attacks = [(below[name], name) for name in below for _ in range(12)]
    supports = [("up", name) for name in below for _ in range(4)]
    m = qbaf({"a": 1.0, "b": 0.9, "c": 0.8, "up": 1.0}, attacks, supports)
    monkeypatch.setattr(room, "MOST_UPDATES", 1)
    found = sensitivity(m, "a", players=[])
    assert not found.converged
    assert found.gradient is None
    assert found.shapley == {}
    assert found.exact


def test_what_is_not_there_is_refused() -> None:
    m = _fan(3)
    with pytest.raises(UnknownElement, match="no element 'q'"):
        sensitivity(m, "q")
    with pytest.raises(UnknownElement, match="no element 'p9'"):
        sensitivity(m, "s0", players=["p9"])
    with pytest.raises(UnknownName, match="no gradual semantics 'qe'"):
        sensitivity(m, "s0", semantics="qe")  # type: ignore[arg-type]  # what is not there
    with pytest.raises(InvalidValue, match="a sample of 1 has no standard error"):
        sensitivity(m, "s0", samples=1)


def test_a_long_chain() -> None:
    statements = [statement("s0", 0.5, [Support(premises=[Premise("s1")])])]
    for number in range(1, 3_000):
        statements.append(
            statement(f"s{number}", 0.5, [Support(premises=[Premise(f"s{number + 1}")])])
        )
    statements.append(statement("s3000", 0.5))
    found = sensitivity(ArgumentMap(statements=statements), "s0", semantics="df-quad")
    assert found.gradient is not None
    assert found.gradient["s3"] == pytest.approx(found.gradient["s2"] / 2)
    assert found.shapley == {"s3000": 0.0}
    assert found.left_out == 0
