"""Critical sets and single points of failure: vectors, exhaustive search, laws, limits."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations, permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import UnknownElement, UnknownName
from argmap.model import Anchor, ArgumentMap, Kind, Place, Statement
from argmap.pipeline import graph, loads
from argmap.pipeline.evaluating import label
from argmap.pipeline.supposing import critical_sets as critical_sets_of
from argmap.pipeline.supposing import hangs_on, what_if
from argmap.semantics.compilation import compiled
from argmap.semantics.critical_sets import critical_sets, single_points_of_failure
from argmap.semantics.grounded import TRUE, grounded
from argmap.semantics.labelling import Label
from argmap.semantics.program import Program
from argmap.semantics.proofs import proof
from argmap.semantics.terms import Terms, bases_on, program_on, rejected_on
from tests.examples import scaled
from tests.semantics.small_maps import NAMES, SOURCES, Flavour, small_maps
from tests.semantics.vector_maps import argument_map, bases_of, graph_of, vectors

W = [vector for vector in vectors("whatif") if vector["kind"] == "critical_sets"]


@pytest.mark.parametrize("vector", W, ids=lambda vector: vector["id"])
def test_vector(vector: dict[str, Any]) -> None:
    graph = graph_of(vector["map"])
    program = compiled(graph, bases_on(graph, Terms(bases=bases_of(vector["map"]))))
    target, expected = vector["target"], vector["expected"]
    found = critical_sets(program, target, vector["candidates"], most_members=5)
    assert found.complete
    assert sorted(map(sorted, found.sets)) == expected["minimal_critical_sets"]
    single = single_points_of_failure(program, target)
    assert single.complete
    assert sorted(single.statements + single.steps) == expected["single_points_of_failure"]
    for names, word in expected["what_if"].items():
        terms = Terms(bases=bases_of(vector["map"]), reject=names.split())
        assert label(argument_map(vector["map"]), terms)[target].value == word


def exhaustive(
    program: Program, target: str, names: Iterable[str], most: int
) -> set[frozenset[str]]:
    """All minimal sets, by trying each."""
    found: list[frozenset[str]] = []
    names = list(names)
    number = program.known(target)
    for size in range(most + 1):
        for chosen in map(frozenset, combinations(names, size)):
            if any(smaller <= chosen for smaller in found):
                continue
            if grounded(program, rejected_on(program, chosen)).values[number] != TRUE:
                found.append(chosen)
    return {*found} - {frozenset()}


def program_of(argument_map: ArgumentMap) -> Program:
    return program_on(graph(argument_map), Terms())


def some_in(program: Program) -> list[str]:
    model = grounded(program)
    return [name for name, atom in program.numbers.items() if model.values[atom] == TRUE]


@scaled(2000)
@given(small_maps(), st.data())
def test_critical_sets_are_those_of_exhaustive_search(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    program = program_of(argument_map)
    target = data.draw(st.sampled_from([*some_in(program), *program.numbers]), "target")
    own = program.known(target)
    statements = [name for name, atom in program.numbers.items() if atom < program.statements]
    found = critical_sets(program, target, statements, most_members=4)
    distinct = {program.name(program.known(name)): None for name in statements}
    assert {frozenset(one) for one in found.sets} == exhaustive(program, target, distinct, 4)
    assert len({*found.sets}) == len(found.sets)
    single = single_points_of_failure(program, target)
    each = {program.name(program.known(name)) for name in program.numbers} - {program.name(own)}
    assert {frozenset([one]) for one in single.statements + single.steps} == exhaustive(
        program, target, each, 1
    )


@scaled(2000)
@given(small_maps(), st.data())
def test_what_a_proof_does_not_need_may_fall(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    program = program_of(argument_map)
    names = [*program.numbers]
    reject = rejected_on(program, data.draw(st.lists(st.sampled_from(names), max_size=2), "reject"))
    model = grounded(program, reject)
    holding = [atom for atom in range(program.elements) if model.values[atom] == TRUE]
    for target in holding:
        found = proof(model, target)
        assert target in found.needs
        assert found.needs <= {*holding}
        assert found.without <= reject | program.rejected
        free = [atom for atom in range(program.elements) if atom not in found.needs]
        also = data.draw(st.sets(st.sampled_from(free)) if free else st.just(set()), "also")
        assert grounded(program, found.without | also).values[target] == TRUE


@pytest.mark.parametrize("order", [*permutations(["m", "n"])], ids="".join)
def test_the_proof_that_a_circle_fails_does_not_rest_on_what_follows_from_it(
    order: tuple[str, ...],
) -> None:
    """That m and n rest on each other alone needs a; k, which also speaks against m, follows."""
    lines = {
        "m": "{conclusion: M., because: {from: n, unless: k}}",
        "n": "{conclusion: N., because: [m, {from: p, unless: a}]}",
    }
    text = "argmap: 1\nstatements:\n" + "".join(f"  {name}: {lines[name]}\n" for name in order)
    text += "  k: {premise: K., against: m}\n  t: {premise: T., against: m}\n"
    program = program_of(loads(text + "  p: {premise: P.}\n  a: {premise: A.}\n"))
    needed = {program.name(atom) for atom in proof(grounded(program), program.known("t")).needs}
    assert {"t", "a"} <= needed
    assert single_points_of_failure(program, "t").statements == ("a",)


SOURCED = Flavour(sources=True, mentions=False)


@scaled(1000)
@given(small_maps(SOURCED), st.data())
def test_critical_sources_are_those_of_exhaustive_search(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    program = program_of(argument_map)
    target = data.draw(st.sampled_from([*some_in(program), *program.numbers]), "target")
    mixed = data.draw(st.permutations([*SOURCES, *NAMES[:2]]), "candidates")
    found = critical_sets(program, target, mixed, most_members=5)
    assert found.complete
    assert {*map(frozenset, found.sets)} == exhaustive(program, target, mixed, 5)
    sources = critical_sets(program, target, "sources")
    assert {*map(frozenset, sources.sets)} == exhaustive(program, target, SOURCES, 3)


def test_two_sources_together_take_what_rests_on_both() -> None:
    argument_map = loads("""
argmap: 1
statements:
  c: {conclusion: C., because: e}
  e: {evidence: E., at: [{source: survey}, {source: report}]}
sources: {survey: {title: S.}, report: {title: R.}}
""")
    assert critical_sets_of(argument_map, "c", candidates="sources").sets == (("survey", "report"),)
    assert what_if(argument_map, ["survey"]).changes == ()
    assert what_if(argument_map, ["survey", "report"]).after["c"] is Label.OUT
    single = single_points_of_failure(program_of(argument_map), "c", candidates=["survey", "e"])
    assert (single.statements, single.steps, single.sources) == (("e",), (), ())


def test_a_source_with_the_name_of_an_element() -> None:
    argument_map = loads("""
argmap: 1
text: e
statements:
  c: {conclusion: C., because: e}
  e: {evidence: E., at: p1}
sources: {e: {title: E.}}
""")
    assert critical_sets_of(argument_map, "c", candidates="sources").sets == (("source:e",),)
    single = single_points_of_failure(program_of(argument_map), "c", candidates=["source:e"])
    assert single.sources == ("source:e",)


# Limits


def convergent(count: int, linked: int = 1) -> ArgumentMap:
    """A conclusion with so many reasons of so many premises each."""
    lines = [f"  s{n}: {{premise: S.}}\n" for n in range(count * linked)]
    reasons = [
        "{from: [" + ", ".join(f"s{one * linked + n}" for n in range(linked)) + "]}"
        for one in range(count)
    ]
    head = "argmap: 1\nstatements:\n  c: {conclusion: C., because: [" + ", ".join(reasons) + "]}\n"
    return loads(head + "".join(lines))


def test_sets_that_are_too_large_are_said_not_to_be_looked_for() -> None:
    found = critical_sets_of(convergent(4), "c")
    assert (found.sets, found.complete) == ((), False)
    assert found.why == "sets of more than 3 were not looked for"
    found = critical_sets_of(convergent(4), "c", most=4)
    assert (found.sets, found.complete, found.why) == ((("s0", "s1", "s2", "s3"),), True, None)
    assert found.candidates == ("s0", "s1", "s2", "s3")


def test_a_search_that_ends_early_says_so_and_keeps_what_it_found() -> None:
    program = program_of(convergent(3, linked=10))
    found = critical_sets(program, "c", most_trials=500)
    assert (found.complete, found.why) == (False, "no more than 500 sets were looked at")
    found = critical_sets(program, "c", most_trials=600)
    assert not found.complete
    assert found.sets
    assert critical_sets(program, "c", most_trials=20).complete is False
    whole = critical_sets(program, "c")
    assert (len(whole.sets), whole.complete) == (1_000, True)
    single = single_points_of_failure(program_of(convergent(1, linked=9)), "c", most_trials=5)
    assert (len(single.statements), single.complete) == (3, False)
    assert single.why == "no more than 5 sets were looked at"


def test_a_search_stops_when_time_is_up() -> None:
    argument_map = convergent(3, linked=10)
    clock = iter([False] * 8 + [True] * 8)
    found = critical_sets(program_of(argument_map), "c", expired=lambda: next(clock))
    assert (found.complete, found.why) == (False, "the time was up after 9 sets were looked at")
    assert critical_sets_of(argument_map, "c", seconds=0).complete is False
    assert critical_sets_of(argument_map, "c", seconds=600).complete is True


def test_a_target_that_is_not_in_has_no_critical_set() -> None:
    argument_map = loads(
        "argmap: 1\nstatements: {c: {conclusion: C., because: p, against: p}, p: {premise: P.}}"
    )
    found = critical_sets_of(argument_map, "c")
    assert (found.sets, found.complete, found.why) == ((), True, "c is not in as it is")
    single = single_points_of_failure(program_of(argument_map), "c")
    assert (single.statements, single.why) == ((), "c is not in as it is")
    with pytest.raises(UnknownElement, match="no element 'd'"):
        critical_sets_of(argument_map, "d")
    with pytest.raises(UnknownElement, match="'pp'"):
        critical_sets_of(argument_map, "c", candidates=["pp"])
    with pytest.raises(UnknownName, match="leaves, steps, sources"):
        critical_sets_of(argument_map, "c", candidates="leafs")


# What a conclusion hangs on


def test_a_map_hangs_on_what_its_main_conclusions_hang_on() -> None:
    argument_map = loads("""
argmap: 1
main: [c, d]
statements:
  c: {conclusion: C., because: {from: [p, q]}}
  d: {conclusion: D., because: [p, q]}
  p: {premise: P.}
  q: {premise: Q.}
""")
    first, second = hangs_on(argument_map)
    assert (first.target, first.standing.label) == ("c", Label.IN)
    assert (first.single_points.statements, first.single_points.steps) == (("p", "q"), ("p+q>c",))
    assert first.critical_sets.sets == (("p",), ("q",))
    assert (second.target, second.single_points.statements) == ("d", ())
    assert second.critical_sets.sets == (("p", "q"),)
    (steps,) = hangs_on(argument_map, "d", candidates="steps")
    assert steps.critical_sets.sets == (("p>d", "q>d"),)
    (rejected,) = hangs_on(argument_map, "d", Terms(reject=["p"]), most=1)
    assert rejected.single_points.statements == ("q",)
    assert rejected.critical_sets.sets == (("q",),)
    assert hangs_on(loads("argmap: 1\nstatements: {a: {claim: A.}}")) == ()


def test_a_proof_that_counts_on_a_rejection_rules_nothing_out() -> None:
    """Without x the target stands by y, which x keeps down; without the step from x it falls."""
    argument_map = loads("""
argmap: 1
statements:
  c: {conclusion: C., because: [{from: [x, z]}, {from: [y, z]}]}
  x: {premise: X.}
  y: {premise: Y., against: x}
  z: {premise: Z.}
""")
    found = single_points_of_failure(program_of(argument_map), "c")
    assert (found.statements, found.steps) == (("z",), ("x+z>c",))
    assert critical_sets_of(argument_map, "c").sets == (("z",), ("x", "y"))


def test_evidence_that_is_anchored_nowhere_in_particular_has_no_source() -> None:
    anchored = Statement(id="e", kind=Kind.EVIDENCE, text="E.", anchors=[Anchor(where=Place(1))])
    found = critical_sets_of(ArgumentMap(statements=[anchored]), "e", candidates="sources")
    assert (found.candidates, found.sets, found.complete) == ((), (), True)


def test_a_preference_between_statements_prefers_nothing() -> None:
    argument_map = loads("""
argmap: 1
statements:
  a: {premise: A.}
  b: {premise: B., against: a}
preferences: [{better: b, worse: a}]
""")
    assert label(argument_map)["b"] is Label.OUT
