"""What few maps have: helpers that overlap or are proved, ids that stand twice, names unknown."""

from __future__ import annotations

import pytest

from argmap.errors import UnknownElement
from argmap.model import ArgumentMap, Attack, Kind, Premise, Statement, Support
from argmap.pipeline import graph, loads
from argmap.pipeline.evaluating import label
from argmap.pipeline.weighing import strength
from argmap.semantics.basis import Basis
from argmap.semantics.grounded import grounded
from argmap.semantics.program import members
from argmap.semantics.proofs import proof
from argmap.semantics.terms import Terms, program_on


def test_what_helpers_stand_for_is_named_once() -> None:
    assert list(members((7, 8, 1), {7: (1, 2), 8: (2, 3, 7)})) == [2, 3, 1]
    assert list(members((4, 7, 4), {7: (5, 5)})) == [4, 5]


def test_a_proof_leads_through_a_helper_to_the_attack_that_holds() -> None:
    """`s` has two reasons and two objections, so that its objections stand behind a helper."""
    m = loads("""
argmap: 1
statements:
  t: {premise: T., against: s}
  s: {conclusion: S., because: [a, b], against: [o, p]}
  a: {premise: A.}
  b: {premise: B.}
  o: {premise: O.}
  p: {conclusion: P.}
""")
    program = program_on(graph(m), Terms())
    assert program.helpers
    number = program.numbers
    needed = proof(grounded(program), number["t"]).needs
    assert {number["t"], number["o"], number["o!s"]} <= needed
    assert all(atom < program.elements for atom in needed)


def test_a_basis_is_given_to_statements_only() -> None:
    m = loads("argmap: 1\nstatements: {demand: {premise: Many would use it.}}")
    assert label(m, Terms(bases={"demand": Basis.OPEN}))["demand"].value == "out"
    with pytest.raises(UnknownElement, match="no statement 'demnad'; did you mean \"demand\""):
        label(m, Terms(bases={"demnad": Basis.OPEN}))


def test_a_support_is_no_effective_attack() -> None:
    m = loads("argmap: 1\nstatements: {a: {claim: A., because: b}, b: {premise: B.}}")
    with pytest.raises(UnknownElement, match="'b>a' is a support, and no attack"):
        label(m).effective("b>a")


def test_of_two_steps_with_one_id_the_first_keeps_it() -> None:
    first = Support(id="twice", premises=[Premise("b")])
    second = Attack(id="twice", premises=[Premise("c")])
    m = ArgumentMap(
        statements=[
            Statement(id="a", kind=Kind.CLAIM, text="A.", because=[first], against=[second]),
            Statement(id="b", kind=Kind.PREMISE, text="B.", strength=0.3),
            Statement(id="c", kind=Kind.PREMISE, text="C.", strength=0.9),
        ]
    )
    assert strength(m)["twice"] == 0.3
    assert label(m)["a"].value == "out"


def test_a_step_that_is_taken_away_is_not_part_of_its_cycle() -> None:
    """Two ways round: without one of them the strengths are those of the other alone."""
    both = loads("""
argmap: 1
statements:
  a: {premise: A., because: {id: way, from: b}, against: b}
  b: {premise: B., because: a}
""")
    one = loads("""
argmap: 1
statements:
  a: {premise: A., against: b}
  b: {premise: B., because: a}
""")
    without = strength(both, Terms(bases={"a": Basis.ASSERTED}, reject=["way"]))
    expected = strength(one, Terms(bases={"a": Basis.ASSERTED}))
    assert without["a"] == pytest.approx(expected["a"])
    assert without["way"] == 0.0
    assert without.converged
    assert without.unique
