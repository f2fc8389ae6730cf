"""What-if and critical sets: published vectors, exhaustive search, and laws."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations, permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import ArgumentMap
from argmap.pipeline import graph, loads
from argmap.pipeline.evaluating import label
from argmap.semantics.compilation import compiled
from argmap.semantics.critical_sets import critical_sets, single_points_of_failure
from argmap.semantics.grounded import TRUE, grounded
from argmap.semantics.program import Program
from argmap.semantics.proofs import proof
from argmap.semantics.terms import Terms, bases_on, program_on, rejected_on
from tests.examples import scaled
from tests.semantics.small_maps import small_maps
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
