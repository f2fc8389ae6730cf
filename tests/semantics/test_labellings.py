"""Complete, preferred, stable ... labellings of maps: vectors, and their definitions."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.model import ArgumentMap
from argmap.pipeline import graph, loads
from argmap.pipeline.evaluating import acceptance, labellings
from argmap.semantics.frameworks.names import Acceptance, Semantics
from argmap.semantics.frameworks.solver import THRESHOLD
from argmap.semantics.grounded import grounded
from argmap.semantics.labelling import Label
from argmap.semantics.labellings import labellings as labellings_of
from argmap.semantics.terms import Terms, program_on
from tests.examples import scaled
from tests.semantics.brute_force import labellings as brute_force
from tests.semantics.brute_force import negated
from tests.semantics.small_maps import Flavour, small_maps
from tests.semantics.vector_maps import argument_map, bases_of, vectors

# Three to this power of guesses are tried.
_MOST_NEGATED = 6
_WORDS = {"undec": "undecided"}
_SETS = [
    pytest.param(vector, semantics, expected, id=f"{vector['id']}-{semantics}")
    for vector in vectors("map_semantics")
    for semantics, expected in vector["expected"]["labellings"].items()
]


@pytest.mark.parametrize(("vector", "semantics", "expected"), _SETS)
def test_vector(vector: dict[str, Any], semantics: str, expected: list[dict[str, str]]) -> None:
    terms = Terms(bases=bases_of(vector["map"]))
    found = labellings(argument_map(vector["map"]), semantics, terms)
    assert found.complete
    wanted = [{name: _WORDS.get(word, word) for name, word in one.items()} for one in expected]
    plain = [{name: one[name].value for name in wanted[0]} for one in found.labellings]
    assert _sorted(plain) == _sorted(wanted)


def _sorted(labellings: list[dict[str, str]]) -> list[list[tuple[str, str]]]:
    return sorted(sorted(one.items()) for one in labellings)


@pytest.mark.parametrize("vector", vectors("map_semantics"), ids=lambda vector: vector["id"])
def test_acceptance_of_vector(vector: dict[str, Any]) -> None:
    terms = Terms(bases=bases_of(vector["map"]))
    found = acceptance(argument_map(vector["map"]), "preferred", terms)
    expected = vector["expected"]
    for name, credulous in expected["credulous_preferred"].items():
        assert (found[name] is not Acceptance.NEVER) == credulous
    for name, sceptical in expected["skeptical_preferred"].items():
        assert (found[name] is Acceptance.SCEPTICAL) == sceptical


@scaled(5_000)
@given(small_maps(Flavour(most=4)), st.sampled_from([0, THRESHOLD]))
def test_they_are_the_three_valued_stable_models(argument_map: ArgumentMap, threshold: int) -> None:
    """Wu, Caminada and Gabbay 2009; Caminada, Sá, Alcântara and Dvořák 2015."""
    assume(len(negated(argument_map)) <= _MOST_NEGATED)
    model = grounded(program_on(graph(argument_map), Terms()))
    expected = brute_force(argument_map)
    for semantics in Semantics:
        found = labellings_of(model, semantics, most=10_000, threshold=threshold)
        assert found.complete
        plain = [
            tuple(sorted((name, label.value) for name, label in one.items()))
            for one in found.labellings
        ]
        assert len(set(plain)) == len(plain)
        assert set(plain) == expected[semantics.value]


@scaled(2_000)
@given(small_maps(), st.sampled_from(list(Semantics)))
def test_acceptance_is_what_the_labellings_say(
    argument_map: ArgumentMap, semantics: Semantics
) -> None:
    found = acceptance(argument_map, semantics)
    listed = labellings(argument_map, semantics, most=10_000)
    assume(listed.complete)
    assert found.exist == bool(listed.labellings)
    for name, value in found.items():
        labels = [one[name] for one in listed.labellings]
        if labels and all(label is Label.IN for label in labels):
            assert value is Acceptance.SCEPTICAL
        elif Label.IN in labels:
            assert value is Acceptance.CREDULOUS
        else:
            assert value is Acceptance.NEVER


def _pairs(count: int) -> str:
    """Return a map of so many pairs of statements that attack each other, which support one."""
    lines = [f"  main: {{conclusion: M., because: [{', '.join(f'a{n}' for n in range(count))}]}}"]
    for number in range(count):
        lines.append(f"  a{number}: {{premise: A., against: b{number}}}")
        lines.append(f"  b{number}: {{premise: B., against: a{number}}}")
    return "argmap: 1\nstatements:\n" + "\n".join(lines)


def test_labellings_are_never_multiplied_out() -> None:
    """There are 2^200 preferred labellings; the main conclusion is in all of them but one."""
    m = loads(_pairs(200))
    found = acceptance(m, "preferred")
    assert found["a7"] is found["main"] is Acceptance.CREDULOUS
    few = labellings(m, "preferred", most=3)
    assert len(few.labellings) == 3
    assert not few.complete
    assert few.why == "stopped after 3"


def test_a_circle_of_support_holds_nothing_up() -> None:
    """Neither a circle nor what it attacks, also where the circle is undecided for a time."""
    m = loads("""
argmap: 1
statements:
  p: {conclusion: P., because: [{from: q, unless: y}, {from: x, unless: y}]}
  q: {conclusion: Q., because: {from: p, unless: x}}
  x: {premise: X., against: y}
  y: {premise: Y., against: x}
  z: {premise: Z., against: p}
""")
    found = labellings(m, "preferred").labellings
    assert [{name: one[name].value for name in "pqxyz"} for one in found] == [
        {"p": "in", "q": "out", "x": "in", "y": "out", "z": "out"},
        {"p": "out", "q": "out", "x": "out", "y": "in", "z": "in"},
    ]


def test_a_circle_that_is_too_large_is_said_to_be() -> None:
    count = 3_000
    lines = [
        f"  c{n}: {{conclusion: C., because: {{from: c{(n + 1) % count}, unless: x}}}}"
        for n in range(1, count)
    ]
    m = loads(
        "argmap: 1\nmain: c0\nstatements:\n  c0: {conclusion: C., because: [c1, x]}\n"
        + "\n".join(lines)
        + "\n  x: {premise: X., against: y}\n  y: {premise: Y., against: x}\n  z: {premise: Z.}"
    )
    found = acceptance(m, "preferred")
    assert found.why == "support runs in a circle through too many undecided elements"
    assert (found["z"], found["c0"]) == (Acceptance.SCEPTICAL, Acceptance.UNKNOWN)
    assert acceptance(m, "stable")["z"] is Acceptance.UNKNOWN
    listed = labellings(m, "preferred")
    assert (listed.labellings, listed.complete, listed.why) == ((), False, found.why)


def test_where_there_is_no_stable_labelling_nothing_is_in_one() -> None:
    m = loads("""
argmap: 1
statements:
  says: {evidence: The witness says so.}
  unreliable: {conclusion: He is unreliable., because: {from: says, unless: unreliable}}
""")
    found = acceptance(m, "stable")
    assert found.exist is False
    assert set(found.values()) == {Acceptance.NEVER}


def test_the_time_limit_is_kept_and_said() -> None:
    m = loads(_pairs(40))
    found = acceptance(m, "preferred", seconds=0)
    assert found["a1"] is Acceptance.UNKNOWN
    assert found.why is not None
    assert "out of time" in found.why
    assert not labellings(m, "preferred", seconds=0).complete
