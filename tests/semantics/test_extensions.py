"""Extensions and acceptance by definition, with and without a SAT solver."""

from __future__ import annotations

import json
import random
from itertools import combinations, permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.semantics.frameworks import encodings, satisfiability
from argmap.semantics.frameworks.admissible import (
    largest_admissible,
    least_complete,
    small_defence,
)
from argmap.semantics.frameworks.framework import Framework
from argmap.semantics.frameworks.names import Acceptance, Semantics
from tests.semantics import definitions
from tests.semantics.definitions import attackers_of, choices_of, every_framework, named

VECTORS = json.loads(
    (Path(__file__).parent / "vectors" / "dung_af.json").read_text(encoding="utf-8")
)["vectors"]
#: All parts searched here; all parts given to the SAT solver.
THRESHOLDS = pytest.mark.parametrize("threshold", [1000, 0], ids=["search", "sat"])

#: Both 5 and 7 are defended whatever is chosen of 0 and 1, and of 2 and 3, but 9 only by 0.
_CHOICES = [[1], [0], [3], [2], [0, 1], [4], [2, 3, 4], [6], [8, 0], [8]]


# --- vectors -----------------------------------------------------------------------------------


@THRESHOLDS
@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_published_examples(vector: dict, threshold: int) -> None:  # type: ignore[type-arg]  # read from JSON
    framework = Framework(vector["af"]["arguments"], map(tuple, vector["af"]["attacks"]))
    for name, expected in vector["expected"].items():
        found = framework.extensions(name, threshold=threshold)
        unique = name in {"grounded", "ideal", "eager"}
        wanted = [expected] if unique else expected
        assert found.complete
        assert set(found.sets) == {frozenset(one) for one in wanted}, name
        assert len(found.sets) == len(wanted)
    assert framework.grounded() == frozenset(vector["expected"]["grounded"])


def test_the_examples_cover_every_semantics() -> None:
    covered = {Semantics.named(name) for vector in VECTORS for name in vector["expected"]}
    assert covered == set(Semantics)


# --- the definitions ---------------------------------------------------------------------------


def _agrees(attackers: list[list[int]], threshold: int) -> None:
    framework = Framework.of_indices(attackers)
    for semantics, wanted in definitions.extensions(attackers).items():
        found = framework.extensions(semantics, most=None, threshold=threshold)
        assert found.complete
        assert set(found.sets) == named(framework, wanted), (attackers, semantics)
        assert len(found.sets) == len(wanted)
        accepted = framework.acceptance(semantics, threshold=threshold)
        assert list(accepted.values()) == definitions.acceptance(attackers, wanted), semantics
        assert accepted.exist == bool(wanted)
        assert accepted.why is None


@THRESHOLDS
@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_every_framework_of_up_to_three_arguments(count: int, threshold: int) -> None:
    for attackers in every_framework(count):
        _agrees(attackers, threshold)


@THRESHOLDS
@given(attackers=attackers_of())
def test_frameworks_of_up_to_six_arguments(attackers: list[list[int]], threshold: int) -> None:
    _agrees(attackers, threshold)


@THRESHOLDS
@given(attackers=choices_of())
def test_choices_that_others_bear_on(attackers: list[list[int]], threshold: int) -> None:
    _agrees(attackers, threshold)


@given(attackers=st.one_of(attackers_of(14), choices_of(14)))
def test_search_and_solver_agree(attackers: list[list[int]]) -> None:
    framework = Framework.of_indices(attackers)
    for semantics in Semantics:
        searched = framework.extensions(semantics, most=None, threshold=1000)
        assert searched == framework.extensions(semantics, most=None, threshold=0)
        accepted = framework.acceptance(semantics, threshold=1000)
        assert accepted == framework.acceptance(semantics, threshold=0)


@given(attackers=attackers_of(), chosen=st.sets(st.integers(0, 5)))
def test_sets_by_their_definitions(attackers: list[list[int]], chosen: set[int]) -> None:
    framework = Framework.of_indices(attackers)
    inside = frozenset(chosen & set(range(len(attackers))))
    names = [str(place) for place in inside]
    free = all(inside.isdisjoint(attackers[member]) for member in inside)
    defended = {
        argument
        for argument in range(len(attackers))
        if all(inside & set(attackers[threat]) for threat in attackers[argument])
    }
    assert framework.is_conflict_free(names) == free
    assert framework.defended_by(names) == {str(place) for place in defended}
    assert framework.is_admissible(names) == (free and inside <= defended)
    assert framework.is_complete(names) == (free and inside == defended)
    stable = definitions.extensions(attackers)[Semantics.STABLE]
    assert framework.is_stable(names) == (inside in stable)


@THRESHOLDS
def test_a_sceptical_argument_is_not_taken_for_granted(threshold: int) -> None:
    """What nothing acceptable attacks is in one preferred extension here, but not in the other."""
    attackers = [[2], [0, 1], [0], [1]]
    for order in permutations(range(4)):  # whichever the solver finds first
        moved: list[list[int]] = [[] for _ in order]
        for place, sources in enumerate(attackers):
            moved[order[place]] = [order[source] for source in sources]
        _agrees(moved, threshold)


@THRESHOLDS
def test_two_defenders_that_fight_defend_nothing(threshold: int) -> None:
    _agrees([[1, 2], [3], [4], [4], [3]], threshold)


@THRESHOLDS
@pytest.mark.parametrize(
    "attackers",
    [
        pytest.param([[1], [0], [0, 2], [1, 3]], id="two"),
        pytest.param([[1], [0], [0, 2], [1, 3], [5, 2], [4]], id="two, each of two extensions"),
        pytest.param([[1, 2], [0, 2], [0, 1], [0, 3], [1, 4], [2, 5]], id="three"),
    ],
)
def test_more_than_one_maximal_range(attackers: list[list[int]], threshold: int) -> None:
    """Choosing an argument decides one that attacks itself, and leaves another undecided."""
    assert len(definitions.extensions(attackers)[Semantics.SEMI_STABLE]) > 1
    assert definitions.extensions(attackers)[Semantics.STABLE] == []
    _agrees(attackers, threshold)


@THRESHOLDS
def test_what_has_nothing_to_do_with_an_argument_is_no_counterexample(threshold: int) -> None:
    """Floating acceptance of 3, beside a choice between 4 and 5 that cannot touch it."""
    attackers = [[1], [0], [0, 1], [2], [5], [4], [4, 0]]
    looks = iter(range(10_000))
    accepted = Framework.of_indices(attackers).acceptance(
        "preferred", threshold=threshold, expired=lambda: next(looks, None) is None
    )
    assert accepted.of(Acceptance.SCEPTICAL) == ("3",)
    _agrees(attackers, threshold)


@THRESHOLDS
@pytest.mark.parametrize("seed", range(3))
def test_what_each_choice_defends_and_what_only_one_does(seed: int, threshold: int) -> None:
    draw = random.Random(seed)
    for _ in range(15):
        order = draw.sample(range(10), 10)
        moved: list[list[int]] = [[] for _ in order]
        for place, sources in enumerate(_CHOICES):
            moved[order[place]] = [order[source] for source in sources]
        _agrees(moved, threshold)
        accepted = Framework.of_indices(moved).acceptance("preferred", threshold=threshold)
        assert set(accepted.of(Acceptance.SCEPTICAL)) == {str(order[5]), str(order[7])}


@THRESHOLDS
@pytest.mark.parametrize("seed", range(3))
def test_sparse_frameworks_of_seven_arguments(seed: int, threshold: int) -> None:
    """One or two attackers each, oneself among them: where the semantics differ most."""
    draw = random.Random(seed)
    for _ in range(60):
        _agrees(_sparse(draw), threshold)


def _sparse(draw: random.Random) -> list[list[int]]:
    return [draw.sample(range(7), draw.randint(1, 2)) for _ in range(7)]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("few", [0, 16])
def test_answers_do_not_hang_on_which_sets_the_solver_finds_first(
    few: int, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw = random.Random(seed)
    made = satisfiability._solver

    def other() -> object:
        solver = made()
        prefer = solver.set_phases
        phases = draw.choice([[-1], [-1, 1]])
        monkeypatch.setattr(
            solver,
            "set_phases",
            lambda inside: prefer([draw.choice(phases) * one for one in inside]),
        )
        return solver

    monkeypatch.setattr(satisfiability, "_solver", other)
    monkeypatch.setattr(encodings, "_FEW", few)
    for attackers in (_CHOICES, *(_sparse(draw) for _ in range(12))):
        _agrees(attackers, 0)


@given(attackers=attackers_of(7))
def test_the_largest_admissible_part(attackers: list[list[int]]) -> None:
    """Dung, Mancarella & Toni 2007: it holds every admissible part of a conflict-free set."""
    framework = Framework.of_indices(attackers)
    admissible = [
        frozenset(members)
        for size in range(len(attackers) + 1)
        for members in combinations(range(len(attackers)), size)
        if framework.is_admissible(map(str, members))
    ]
    for size in range(len(attackers) + 1):
        for members in map(frozenset, combinations(range(len(attackers)), size)):
            if framework.is_conflict_free(map(str, members)):
                parts = [one for one in admissible if one <= members]
                assert largest_admissible(attackers, members) == frozenset().union(*parts)
    for members in admissible:
        for member in members:
            defence = frozenset(small_defence(attackers, members, member))
            assert member in defence
            assert defence in admissible


@given(attackers=attackers_of(6))
def test_the_least_complete_extension_around_an_admissible_set(attackers: list[list[int]]) -> None:
    framework = Framework.of_indices(attackers)
    complete = definitions.extensions(attackers)[Semantics.COMPLETE]
    for size in range(len(attackers) + 1):
        for members in map(frozenset, combinations(range(len(attackers)), size)):
            if framework.is_admissible(map(str, members)):
                around = [one for one in complete if members <= one]
                assert least_complete(attackers, members) == frozenset.intersection(*around)


# --- laws --------------------------------------------------------------------------------------


@THRESHOLDS
@given(attackers=attackers_of(10))
def test_what_lies_in_what(attackers: list[list[int]], threshold: int) -> None:
    """Dung 1995; Caminada 2006, theorems 3 and 4; Caminada 2007."""
    framework = Framework.of_indices(attackers)
    sets = {
        semantics: framework.extensions(semantics, most=None, threshold=threshold).sets
        for semantics in Semantics
    }
    [grounded], [ideal] = sets[Semantics.GROUNDED], sets[Semantics.IDEAL]
    [eager] = sets[Semantics.EAGER]
    assert grounded <= ideal <= eager
    assert all(eager <= one for one in sets[Semantics.SEMI_STABLE])
    assert all(ideal <= one for one in sets[Semantics.PREFERRED])
    assert all(grounded <= one for one in sets[Semantics.COMPLETE])
    assert set(sets[Semantics.STABLE]) <= set(sets[Semantics.SEMI_STABLE])
    assert set(sets[Semantics.SEMI_STABLE]) <= set(sets[Semantics.PREFERRED])
    assert set(sets[Semantics.PREFERRED]) <= set(sets[Semantics.COMPLETE])
    assert sets[Semantics.SEMI_STABLE]
    if sets[Semantics.STABLE]:
        assert sets[Semantics.STABLE] == sets[Semantics.SEMI_STABLE]
    for one in (grounded, ideal, eager, *sets[Semantics.COMPLETE]):
        assert framework.is_complete(one)
    assert all(framework.is_stable(one) for one in sets[Semantics.STABLE])


@THRESHOLDS
@given(attackers=attackers_of(8), data=st.data())
def test_names_and_order_do_not_matter(
    attackers: list[list[int]], data: st.DataObject, threshold: int
) -> None:
    first = Framework.of_indices(attackers)
    order = data.draw(st.permutations(range(len(attackers))))
    renamed = [f"argument {place}" for place in range(len(attackers))]
    attacks = [(renamed[int(source)], renamed[int(target)]) for source, target in first.attacks]
    second = Framework([renamed[place] for place in order], reversed(attacks))
    for semantics in Semantics:
        one = first.extensions(semantics, most=None, threshold=threshold)
        other = second.extensions(semantics, most=None, threshold=threshold)
        moved = {frozenset(renamed[int(name)] for name in found) for found in one.sets}
        assert moved == set(other.sets)
        accepted = second.acceptance(semantics, threshold=threshold)
        for name, value in first.acceptance(semantics, threshold=threshold).items():
            assert accepted[renamed[int(name)]] is value


@THRESHOLDS
@given(left=attackers_of(5), right=attackers_of(5))
def test_a_disjoint_union_has_the_product_of_the_extensions(
    left: list[list[int]], right: list[list[int]], threshold: int
) -> None:
    moved = [[source + len(left) for source in sources] for sources in right]
    both = Framework.of_indices([*left, *moved])
    for semantics in Semantics:
        parts = [definitions.extensions(one)[semantics] for one in (left, right)]
        wanted = [
            one | {place + len(left) for place in other} for one in parts[0] for other in parts[1]
        ]
        found = both.extensions(semantics, most=None, threshold=threshold)
        assert set(found.sets) == named(both, wanted)


@given(attackers=attackers_of(8))
def test_extensions_are_the_grounded_one_and_those_of_the_reduct(
    attackers: list[list[int]],
) -> None:
    framework = Framework.of_indices(attackers)
    reduct, grounded = framework.grounded_reduct(), framework.grounded()
    assert reduct.grounded() == frozenset()
    assert sum(len(part.arguments) for part in framework.components()) == len(reduct.arguments)
    for semantics in Semantics:
        whole = framework.extensions(semantics, most=None).sets
        assert set(whole) == {
            grounded | one for one in reduct.extensions(semantics, most=None).sets
        }


def test_without_a_stable_extension_nothing_is_accepted() -> None:
    """An argument that attacks itself, elsewhere, takes away the stable extensions of all."""
    framework = Framework("abc", [("a", "b"), ("b", "a"), ("c", "c")])
    stable = framework.acceptance("stable")
    assert stable.exist is False
    assert set(stable.values()) == {Acceptance.NEVER}
    assert framework.acceptance("semi-stable").of(Acceptance.CREDULOUS) == ("a", "b")
