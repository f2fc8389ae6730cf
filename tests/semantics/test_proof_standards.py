"""Proof standards and the labelling by them: published vectors, cases made by hand, laws."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import InvalidValue, UnknownElement, UnknownName
from argmap.model import ArgumentMap, ProofStandard
from argmap.pipeline import loads
from argmap.pipeline.evaluating import label
from argmap.semantics.carneades_labelling import CarneadesLabelling
from argmap.semantics.labelling import Label, Reason
from argmap.semantics.standards import Thresholds, meets
from argmap.semantics.terms import Terms
from tests.examples import scaled
from tests.semantics.small_maps import Flavour, small_maps
from tests.semantics.vector_maps import argument_map, bases_of, vectors
from tests.semantics.weighed_by_hand import weighed_by_hand

SHARES = st.sampled_from([0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0])
STANDARDS = list(ProofStandard)


def weighed(text: str, **more: Any) -> CarneadesLabelling:
    return label(loads("argmap: 1\n" + text), semantics="carneades", **more)


@pytest.mark.parametrize("vector", vectors("proof_standards"), ids=lambda vector: vector["id"])
def test_vector(vector: dict[str, Any]) -> None:
    thresholds = Thresholds(**vector["parameters"])
    found = {
        standard.value.replace("-", "_"): meets(standard, vector["pro"], vector["con"], thresholds)
        for standard in STANDARDS
    }
    assert found == vector["expected"]


@given(st.lists(SHARES, max_size=4), st.lists(SHARES, max_size=4), SHARES, st.randoms())
def test_more_for_it_and_less_against_it_break_no_standard(
    pro: list[float], con: list[float], more: float, random: Any
) -> None:
    fewer = [one for one in con if random.random() < 0.5]
    for standard in STANDARDS:
        if meets(standard, pro, con):
            assert meets(standard, [*pro, more], con)
            assert meets(standard, pro, fewer)


@given(st.lists(SHARES, max_size=4), st.lists(SHARES, max_size=4))
def test_the_standards_of_weight_are_each_stricter_than_the_last(
    pro: list[float], con: list[float]
) -> None:
    chain = [
        meets(standard, pro, con)
        for standard in (
            ProofStandard.BEYOND_REASONABLE_DOUBT,
            ProofStandard.CLEAR_AND_CONVINCING,
            ProofStandard.PREPONDERANCE,
            ProofStandard.SCINTILLA,
        )
    ]
    assert chain == sorted(chain)


def test_weights_are_compared_as_they_are_written() -> None:
    """0.8 - 0.5 is above 0.3 in floating point, and not on paper."""
    assert not meets(ProofStandard.CLEAR_AND_CONVINCING, [0.8], [0.5])
    assert meets(ProofStandard.CLEAR_AND_CONVINCING, [0.81], [0.5])


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan")])
def test_a_threshold_is_a_share(share: float) -> None:
    with pytest.raises(InvalidValue, match="from 0 to 1"):
        Thresholds(beta=share)


PLAIN = [vector for vector in vectors("grounded_map") if not vector["map"]["issues"]]


@pytest.mark.parametrize("vector", PLAIN, ids=lambda vector: vector["id"])
def test_without_weights_and_issues_only_circles_differ_from_grounded(
    vector: dict[str, Any],
) -> None:
    terms = Terms(bases=bases_of(vector["map"]))
    made = argument_map(vector["map"])
    found = label(made, terms, semantics="carneades")
    others = vector["expected"].get("carneades4", {})
    if not others and "circular" not in vector["expected"]["reasons"].values():
        assert dict(found) == dict(label(made, terms))
    assert {name: found[name].value for name in others} == others


@scaled(1000)
@given(small_maps(Flavour(numbers=False)))
def test_without_weights_and_issues_it_says_nothing_else_than_grounded_only_less(
    drawn: ArgumentMap,
) -> None:
    """What circles of support leave undecided, and that alone, is what grounded says more."""
    plain = evolve(drawn, issues=())
    found = label(plain, semantics="carneades")
    grounded = label(plain)
    for name, one in found.items():
        assert one in {grounded[name], Label.UNDECIDED}
    if not grounded.model.unfounded:
        assert dict(found) == dict(grounded)


@scaled(2000)
@given(small_maps(Flavour(numbers=True)), st.data())
def test_a_labelling_by_standards_is_what_the_definition_says(
    drawn: ArgumentMap, data: st.DataObject
) -> None:
    names = [*label(drawn)]
    reject = data.draw(st.lists(st.sampled_from(names), max_size=2), "reject")
    found = label(drawn, Terms(reject=reject), semantics="carneades")
    assert {name: one.value for name, one in found.items()} == weighed_by_hand(drawn, reject)


@given(small_maps(Flavour(numbers=True)))
def test_verdicts_and_reasons_fit_the_labels(drawn: ArgumentMap) -> None:
    found = label(drawn, semantics="carneades")
    for statement in drawn.statements:
        verdict = found.verdict(statement.id)
        standing = found.standing(statement.id)
        assert verdict.met is {Label.IN: True, Label.OUT: False}.get(standing.label)
        assert (standing.reason is None) == (standing.label is Label.IN)
        if standing.reason in {Reason.DEFEATED, Reason.TOO_WEAK} and verdict.met is False:
            assert verdict.pro
        if standing.reason is Reason.UNSUPPORTED and verdict.met is False:
            assert not verdict.pro
        assert all(one in found for one in standing.causes)
        for one in (*verdict.pro, *verdict.con):
            assert found[one.element] is Label.IN or one.element in {
                statement.id for statement in drawn.statements
            }
    for step in drawn.steps:
        assert found.standing(step.id).reason not in {Reason.DEFEATED, Reason.TOO_WEAK}


ISSUE = """
statements:
  night: {conclusion: It should run at night., because: {from: demand, weight: 0.8}}
  day: {conclusion: It should run by day only., because: {from: cost, weight: 0.4}}
  demand: {premise: Many would use it.}
  cost: {premise: Nights cost a lot.}
issues: {hours: {positions: [night, day], standard: STANDARD}}
"""


@pytest.mark.parametrize(
    ("standard", "met"),
    [
        ("scintilla", ["night", "day"]),
        ("dialectical-validity", []),
        ("preponderance", ["night"]),
        ("clear-and-convincing", ["night"]),
        ("beyond-reasonable-doubt", []),
    ],
)
def test_rivals_in_an_issue_are_weighed_by_its_standard(standard: str, met: list[str]) -> None:
    found = weighed(ISSUE.replace("STANDARD", standard))
    assert [name for name in ("night", "day") if found[name] is Label.IN] == met
    verdict = found.verdict("night")
    assert verdict.standard.value == standard
    assert verdict.thresholds == Thresholds()
    assert (verdict.strongest_pro, verdict.strongest_con) == (0.8, 0.4)
    assert [one.element for one in verdict.con] == ["cost>day"]


def test_a_tie_in_an_issue_puts_out_what_grounded_leaves_undecided() -> None:
    tie = ISSUE.replace("STANDARD", "preponderance").replace("0.4", "0.8")
    found = weighed(tie)
    assert {found["night"], found["day"]} == {Label.OUT}
    assert found.standing("night") == (Label.OUT, Reason.DEFEATED, ("day",))
    assert label(loads("argmap: 1\n" + tie))["night"] is Label.UNDECIDED


def test_the_thresholds_can_be_set() -> None:
    found = weighed(
        ISSUE.replace("STANDARD", "clear-and-convincing"), thresholds=Thresholds(beta=0.5)
    )
    assert found["night"] is Label.OUT
    assert found.verdict("night").thresholds.beta == 0.5


def test_the_standard_of_a_statement_comes_before_that_of_its_issue() -> None:
    found = weighed(
        """
statements:
  a: {conclusion: A., standard: scintilla, because: {from: p, weight: 0.1}}
  b: {conclusion: B., because: p}
  p: {premise: P.}
issues: {i: {positions: [a, b], standard: dialectical-validity}}
"""
    )
    assert (found["a"], found["b"]) == (Label.IN, Label.OUT)


def test_a_reason_that_is_too_weak_by_itself() -> None:
    found = weighed(
        """
statements:
  a: {conclusion: A., standard: clear-and-convincing, because: {from: p, weight: 0.5}}
  p: {premise: P.}
"""
    )
    assert found.standing("a") == (Label.OUT, Reason.TOO_WEAK, ())


def test_what_stands_by_itself_is_a_reason_of_its_own_strength() -> None:
    text = """
statements:
  a: {premise: A., strength: 0.6, against: {from: p, weight: WEIGHT}}
  p: {premise: P.}
"""
    assert weighed(text.replace("WEIGHT", "0.5"))["a"] is Label.IN
    assert weighed(text.replace("WEIGHT", "0.6"))["a"] is Label.OUT
    assert [one.element for one in weighed(text.replace("WEIGHT", "0.5")).verdict("a").pro] == ["a"]


def test_axioms_and_strict_steps_are_not_weighed() -> None:
    found = weighed(
        """
statements:
  a: {premise: A., given: true, against: p}
  b: {conclusion: B., because: {from: p, strict: true, weight: 0.1}, against: p}
  p: {premise: P.}
"""
    )
    assert (found["a"], found["b"]) == (Label.IN, Label.IN)


def test_what_a_reason_is_preferred_to_does_not_speak_against_it() -> None:
    text = """
statements:
  a: {conclusion: A., because: {from: p, weight: 0.1}, against: [q, {from: r, weight: WEIGHT}]}
  p: {premise: P.}
  q: {premise: Q.}
  r: {premise: R.}
preferences: [{better: p>a, worse: q!a}]
"""
    assert weighed(text.replace("WEIGHT", "0.05"))["a"] is Label.IN
    assert weighed(text.replace("WEIGHT", "0.5"))["a"] is Label.OUT


def test_a_circle_is_left_undecided_and_only_what_hangs_on_it() -> None:
    """As Carneades 4 does; what is settled whichever way the circle goes is not held up."""
    found = weighed(
        """
statements:
  p: {conclusion: P., because: q}
  q: {conclusion: Q., because: p}
  a: {conclusion: A., because: e, against: p}
  b: {conclusion: B., because: e, against: {from: p, weight: 0.5}}
  c: {conclusion: C., because: p}
  e: {premise: E.}
"""
    )
    assert {
        name for name in found.having(Label.UNDECIDED) if ">" not in name and "!" not in name
    } == {*"pqac"}
    assert found["b"] is Label.IN
    assert found.standing("a") == (Label.UNDECIDED, Reason.DEFEATED, ("p!a",))
    assert found.standing("c") == (Label.UNDECIDED, Reason.UNSUPPORTED, ("p>c",))


def test_what_a_stronger_reason_that_is_undecided_would_change() -> None:
    found = weighed(
        """
statements:
  a:
    conclusion: A.
    because: [{from: e, weight: 0.4}, {from: p, weight: 0.8}]
    against: {from: e, weight: 0.5}
  p: {conclusion: P., because: p2}
  p2: {conclusion: P2., because: p}
  e: {premise: E.}
"""
    )
    assert found.standing("a") == (Label.UNDECIDED, Reason.UNSUPPORTED, ("p>a",))


def test_a_step_has_no_verdict() -> None:
    found = weighed(ISSUE.replace("STANDARD", "scintilla"))
    with pytest.raises(UnknownElement, match="only statements have a proof standard"):
        found.verdict("demand>night")


def test_an_unknown_semantics_is_refused() -> None:
    drawn = loads("argmap: 1\nstatements: {a: {claim: A.}}")
    with pytest.raises(UnknownName, match="there are grounded and carneades"):
        label(drawn, semantics="dung")  # type: ignore[call-overload]  # what is not there


def test_a_large_issue_is_weighed_in_linear_time() -> None:
    """The positions of an issue are looked at together: 10,000 of them in a second or so."""
    count = 10_000
    text = "".join(
        f"  s{n}: {{conclusion: S., because: {{from: e, weight: {n / count}}}}}\n"
        for n in range(count)
    )
    positions = ", ".join(f"s{n}" for n in range(count))
    found = weighed(
        f"statements:\n{text}  e: {{premise: E.}}\nissues: {{i: {{positions: [{positions}]}}}}"
    )
    assert [name for name in found.having(Label.IN) if name[0] == "s"] == [f"s{count - 1}"]
