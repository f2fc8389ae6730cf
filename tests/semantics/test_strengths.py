"""Strengths: base scores, what counts and what does not, errors, and hostile maps."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.errors import InapplicableSemantics, UnknownElement, UnknownName
from argmap.model import (
    Anchor,
    ArgumentMap,
    Attack,
    Issue,
    Kind,
    Place,
    Preference,
    Premise,
    Source,
    Statement,
    Status,
    Support,
)
from argmap.pipeline import graph
from argmap.pipeline.weighing import strength
from argmap.semantics.basis import Basis
from argmap.semantics.gradual.influence import influence_on
from argmap.semantics.terms import Concessions, Terms
from tests.examples import sized
from tests.semantics.small_maps import small_maps
from tests.semantics.weighted_maps import BIPOLAR, SEMANTICS, qbaf, statement

CLAIM = Statement(id="c", kind=Kind.CLAIM, text="c")


def _because(*names: str, **fields: Any) -> Support:
    return Support(premises=[Premise(name) for name in names], **fields)


def _against(*names: str, **fields: Any) -> Attack:
    return Attack(premises=[Premise(name) for name in names], **fields)


# Base scores


@pytest.mark.parametrize(
    ("one", "score"),
    [
        (evolve(CLAIM, given=True), 1.0),
        (evolve(CLAIM, kind=Kind.EVIDENCE), 0.8),
        (evolve(CLAIM, kind=Kind.ASSUMPTION), 0.6),
        (CLAIM, 0.5),
        (evolve(CLAIM, kind=Kind.CONCLUSION), 0.5),
        (evolve(CLAIM, kind=Kind.ASSUMPTION, questioned=True), 0.5),
        (evolve(CLAIM, status=Status.RAISED), 0.5),
        (evolve(CLAIM, given=True, strength=0.3), 0.3),
        (evolve(CLAIM, kind=Kind.EVIDENCE, strength=0.0), 0.0),
        (evolve(CLAIM, strength=1), 1.0),
    ],
)
def test_base_score_by_basis(one: Statement, score: float) -> None:
    strengths = strength(ArgumentMap(statements=[one]))
    assert strengths.base("c") == strengths["c"] == score


@pytest.mark.parametrize(
    ("rated", "score"),
    [
        ([], 0.8),
        ([Source(id="s0")], 0.8),
        ([Source(id="s0", reliability="A", credibility=1)], 0.95),
        ([Source(id="s0", reliability="B", credibility=1)], 0.85),
        ([Source(id="s0", reliability="A", credibility=5)], 0.1),
        ([Source(id="s0", reliability="C")], 0.7),
        ([Source(id="s0", credibility=3)], 0.6),
        ([Source(id="s0", reliability="D", credibility=4)], 0.35),
        ([Source(id="s0", reliability="F", credibility=6)], 0.8),
        ([Source(id="s0", reliability="E", credibility=6)], 0.15),
        ([Source(id="s0", reliability="F", credibility=2)], 0.8),
        ([Source(id="s0", reliability="E"), Source(id="s1", reliability="B")], 0.85),
        ([Source(id="s0", reliability="E"), Source(id="s1", reliability="F")], 0.15),
    ],
)
def test_base_score_of_evidence_by_its_sources(rated: list[Source], score: float) -> None:
    """The best of the rated sources; of each the lower one of letter and digit that are known."""
    one = evolve(CLAIM, kind=Kind.EVIDENCE, anchors=[Anchor(source=s.id) for s in rated])
    m = ArgumentMap(statements=[one], sources=rated)
    assert strength(m).base("c") == score
    assert strength(m, Terms(bases={"c": Basis.ASSERTED})).base("c") == 0.5


def test_an_anchor_in_the_text_is_rated_as_the_text_is() -> None:
    one = evolve(CLAIM, kind=Kind.EVIDENCE, anchors=[Anchor(where=Place(1))])
    source = Source(id="paper", reliability="D")
    m = ArgumentMap(statements=[one], sources=[source], text="paper")
    assert strength(m)["c"] == 0.4
    assert strength(evolve(m, text=None))["c"] == 0.8
    undefined = evolve(CLAIM, kind=Kind.EVIDENCE, anchors=[Anchor(source="nobody")])
    assert strength(ArgumentMap(statements=[undefined]))["c"] == 0.8


# What counts, and what does not


def test_concessions_count_only_on_request() -> None:
    m = ArgumentMap(statements=[evolve(CLAIM, despite=[_against("o")]), statement("o", 0.8)])
    assert strength(m, semantics="df-quad")["c"] == 0.5
    assert strength(m, semantics="df-quad")["o!c"] == 0.8
    counted = strength(m, Terms(concessions=Concessions.COUNT), semantics="df-quad")
    assert counted["c"] == pytest.approx(0.1)


def test_no_attack_counts_against_an_axiom() -> None:
    axiom = evolve(CLAIM, given=True, against=[_against("o")])
    for semantics in SEMANTICS.values():
        m = ArgumentMap(statements=[axiom, statement("o", 1.0)])
        assert strength(m, semantics=semantics)["c"] == 1.0


def test_no_undercut_counts_against_a_strict_step_but_backing_does() -> None:
    undercut = _because("p", weight=0.5, strict=True, unless=[_against("u")])
    backed = evolve(undercut, backing=[_because("b")])
    leaves = [statement(name, 0.6) for name in "pub"]
    for step, flow in ((undercut, 0.3), (backed, 0.48)):
        m = ArgumentMap(statements=[evolve(CLAIM, because=[step]), *leaves])
        assert strength(m)["p>c"] == pytest.approx(flow)


def test_second_mentions_have_the_strength_of_their_original() -> None:
    again = Statement(id="again", kind=Kind.CLAIM, text="q", restates="q", strength=0.1)
    m = ArgumentMap(
        statements=[
            evolve(CLAIM, because=[_because("again", "q")]),
            again,
            statement("q", 0.4, [_because("p")]),
            statement("p", 0.5),
        ]
    )
    strengths = strength(m, semantics="df-quad", tnorm="product")
    assert strengths["again"] == strengths["q"] == 0.7
    assert strengths.base("again") == 0.4
    assert strengths["again+q>c"] == 0.7, "said twice, it is one premise"
    assert set(strengths) == {"c", "again", "q", "p", "again+q>c", "p>q"}


def test_preferences_and_issues_move_nothing() -> None:
    plain = ArgumentMap(
        statements=[
            evolve(CLAIM, because=[_because("p", id="for")], against=[_against("o", id="no")]),
            statement("p", 0.7),
            statement("o", 0.6),
        ]
    )
    told = evolve(
        plain,
        preferences=[Preference(better="for", worse="no")],
        issues=[Issue(id="which", positions=["p", "o"])],
    )
    assert dict(strength(told)) == dict(strength(plain))


@pytest.mark.parametrize(
    "step", [Support(), _because("missing"), _because("p", "missing"), _because("step")]
)
def test_ill_formed_steps_have_no_strength(step: Support) -> None:
    m = ArgumentMap(
        statements=[
            evolve(CLAIM, because=[evolve(step, id="bad")]),
            statement("p", 1.0),
            statement("q", 1.0, [_because("p", id="step")]),
        ]
    )
    strengths = strength(m)
    assert strengths["bad"] == 0.0
    assert strengths["c"] == 0.5


def test_what_is_rejected_has_no_strength() -> None:
    leaf = evolve(CLAIM, id="p", strength=0.8)
    whole = ArgumentMap(statements=[evolve(CLAIM, because=[_because("p")]), leaf])
    by_map = evolve(whole, statements=[whole.statements[0], evolve(leaf, status=Status.REJECTED)])
    for strengths in (strength(by_map), strength(whole, Terms(reject=["p"]))):
        assert (strengths["p"], strengths["p>c"], strengths["c"]) == (0.0, 0.0, 0.5)
        assert strengths.base("p") == 0.8
    step = strength(whole, Terms(reject=["p>c"]))
    assert (step["p"], step["p>c"], step["c"]) == (0.8, 0.0, 0.5)


def test_what_rests_on_a_rejected_source_has_no_strength() -> None:
    poll = evolve(CLAIM, kind=Kind.EVIDENCE, anchors=[Anchor(source="survey")])
    m = ArgumentMap(statements=[poll], sources=[Source(id="survey")])
    assert strength(m, Terms(reject=["survey"]))["c"] == 0.0


def test_names_are_found_as_in_labels() -> None:
    m = ArgumentMap(
        statements=[
            evolve(CLAIM, aliases=["old"], because=[_because("p", id="step")]),
            statement("p", 0.8),
        ]
    )
    strengths = strength(m)
    assert strengths["old"] == strengths["c"]
    assert strengths["step"] == strengths["p>c"] == 0.8
    assert strengths.base("step") == 1.0
    assert list(strengths) == ["c", "p", "step"]
    assert len(strengths) == 3
    assert (strengths.semantics, strengths.tnorm) == ("quadratic-energy", "minimum")
    assert repr(strengths) == "<Strengths by quadratic-energy, minimum: 3 elements>"
    with pytest.raises(UnknownElement, match=r"no element 'stepp'; did you mean \"step\"\?"):
        strengths["stepp"]
    with pytest.raises(UnknownElement, match=r"no element 'zebra'$"):
        strengths.base("zebra")


def test_unknown_semantics_and_t_norm() -> None:
    m = ArgumentMap(statements=[CLAIM])
    with pytest.raises(UnknownName, match=r"'df_quad'; did you mean \"df-quad\"\?"):
        strength(m, semantics="df_quad")  # type: ignore[arg-type]  # what is not there
    with pytest.raises(UnknownName, match="no t-norm 'lukasiewicz'; there are minimum, product"):
        strength(m, tnorm="lukasiewicz")  # type: ignore[arg-type]  # what is not there
    with pytest.raises(UnknownElement, match="no statement, step or source 'x'"):
        strength(m, Terms(reject=["x"]))


def test_the_h_categorizer_refuses_supports_and_names_the_first() -> None:
    m = qbaf({"a": 1, "b": 1, "c": 1}, [("b", "a")], [("c", "b"), ("c", "a")])
    with pytest.raises(InapplicableSemantics, match=r"'c>a' is a support; take df-quad, .* or "):
        strength(m, semantics="h-categorizer")


# Hostile maps


def test_a_long_chain() -> None:
    """Far deeper than the interpreter lets functions call each other."""
    length = sized(20_000, deep=100_000)
    statements = [statement("s0", 0.5)]
    for number in range(1, length):
        cls = _against if number % 3 == 0 else _because
        statements.append(statement(f"s{number}", 0.5, [cls(f"s{number - 1}")]))
    m = ArgumentMap(statements=statements)
    for semantics in BIPOLAR:
        assert 0.0 < strength(m, semantics=semantics)[f"s{length - 1}"] < 1.0


def test_a_ring_of_1_000_comes_to_rest() -> None:
    names = [f"s{number}" for number in range(1_000)]
    pairs = list(zip(names, [*names[1:], names[0]], strict=True))
    strengths = strength(qbaf(dict.fromkeys(names, 0.5), supports=pairs))
    assert strengths.converged
    assert strengths.unique
    assert max(strengths.values()) - min(strengths.values()) < 1e-9
    assert strengths["s0"] == pytest.approx(0.647798871, abs=1e-8)


@pytest.mark.parametrize("semantics", BIPOLAR)
@pytest.mark.parametrize("base", [0.0, 0.5, 1.0])
def test_self_support_and_self_attack(semantics: Any, base: float) -> None:
    up = strength(qbaf({"a": base}, supports=[("a", "a")]), semantics=semantics)
    down = strength(qbaf({"a": base}, attacks=[("a", "a")]), semantics=semantics)
    assert up.converged
    assert down.converged
    assert down["a"] <= base <= up["a"]
    if base == 0.0:
        assert up["a"] == 0.0


def test_a_step_that_its_own_target_undercuts() -> None:
    """c = .5 + .5 (1 - c) p: the flow settles where c = (.5 + .5 p) / (1 + .5 p)."""
    m = ArgumentMap(
        statements=[
            evolve(CLAIM, because=[_because("p", unless=[_against("c")])]),
            statement("p", 1.0),
        ]
    )
    strengths = strength(m, semantics="df-quad")
    assert strengths["c"] == pytest.approx(2 / 3, abs=1e-9)
    assert strengths["p>c"] == pytest.approx(1 / 3, abs=1e-9)


@given(st.sampled_from(BIPOLAR), st.sampled_from([0.0, 1.0]), st.sampled_from([0.0, 1.0]))
def test_weights_and_scores_at_the_ends(semantics: Any, weight: float, score: float) -> None:
    m = ArgumentMap(
        statements=[
            evolve(CLAIM, because=[_because("p", weight=weight)]),
            statement("p", score),
        ]
    )
    strengths = strength(m, semantics=semantics)
    assert strengths["p>c"] == weight * score
    assert (strengths["c"] > 0.5) == (weight * score == 1.0)


def test_20_000_supports_of_one_statement() -> None:
    leaves = [statement(f"s{number}", 1.0) for number in range(20_000)]
    top = evolve(CLAIM, because=[_because(leaf.id) for leaf in leaves])
    m = ArgumentMap(statements=[top, *leaves])
    for semantics in BIPOLAR:
        assert strength(m, semantics=semantics)["c"] == pytest.approx(1.0)


def _amplified() -> ArgumentMap:
    """Three statements that attack each other in a ring, by ten steps each: they never rest."""
    ring = {"a": 1.0, "b": 0.9, "c": 0.8, "up": 1.0}
    below = {"a": "c", "b": "a", "c": "b"}
    return ArgumentMap(
        statements=[
            statement(
                name,
                score,
                [
                    *(_against(below[name]) for _ in range(12 if name in below else 0)),
                    *(_because("up") for _ in range(4 if name in below else 0)),
                ],
            )
            for name, score in ring.items()
        ]
    )


def test_what_does_not_come_to_rest_is_told_with_its_range() -> None:
    m = _amplified()
    strengths = strength(m)
    assert not strengths.converged
    assert not strengths.unique
    assert strengths.residual > 0.01
    assert {"a", "b", "c"} <= set(strengths.unsettled)
    assert "up" not in strengths.unsettled
    for name, (low, high) in strengths.unsettled.items():
        assert 0.0 <= low <= strengths[name] <= high <= 1.0
    assert strengths.unsettled["a"][1] - strengths.unsettled["a"][0] > 0.1
    assert repr(strengths).endswith("of them unsettled>")


def test_long_steps_of_time_are_not_taken_for_an_oscillation() -> None:
    """With steps of .25 this swings for ever; the flow itself comes to rest."""
    satellites = 200
    base = {"c": 0.5}
    attacks: list[tuple[str, str]] = []
    supports: list[tuple[str, str]] = []
    for number in range(satellites):
        friend, foe = (f"p{number}", supports, attacks), (f"q{number}", attacks, supports)
        for name, own, back in (friend, foe):
            base[name] = 0.5
            own.append((name, "c"))
            back.append(("c", name))
    strengths = strength(qbaf(base, attacks, supports))
    assert strengths.converged


def test_of_two_steps_with_one_id_the_first_is_what_is_undercut() -> None:
    """AM102: what stands under the second is aimed at the id, and the first goes by it."""
    first = _because("a", id="x")
    second = _because("b", id="x", unless=[_against("c")])
    m = ArgumentMap(
        statements=[
            evolve(CLAIM, id="main", because=[first, second]),
            *(evolve(CLAIM, id=name, strength=0.5) for name in "abc"),
        ]
    )
    assert strength(m)["x"] == pytest.approx(0.25)
    plain = evolve(m, statements=[evolve(m.statements[0], because=[first]), *m.statements[1:]])
    assert strength(plain)["x"] == pytest.approx(0.5)  # nothing is left of the map before


@given(small_maps())
@example(
    ArgumentMap(
        statements=[
            evolve(CLAIM, because=[_because("gone", unless=[_against("a")]), _because("a")]),
            evolve(CLAIM, id="a"),
        ]
    )
)
def test_nothing_moves_a_plain_step_but_its_premise(argument_map: ArgumentMap) -> None:
    """They share one list, to which nothing may be added."""
    folded = influence_on(graph(argument_map), Terms()).folded
    for step in folded.plain:
        assert folded.supports[step] == folded.attacks[step] == folded.onward[step] == []
