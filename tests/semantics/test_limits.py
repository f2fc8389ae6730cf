"""Large frameworks, limits, and what is said when one of them is reached."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from itertools import count, islice

import pytest

from argmap.errors import SolverMissing
from argmap.semantics.frameworks import solver
from argmap.semantics.frameworks.framework import Framework
from argmap.semantics.frameworks.names import Acceptance, Semantics
from argmap.semantics.frameworks.product import Lazy, product
from argmap.semantics.frameworks.reduct import Division, divide, grounded_labels, labelling_of


def _random(arguments: int, degree: int, seed: int) -> list[list[int]]:
    draw = random.Random(seed)
    attackers: list[list[int]] = [[] for _ in range(arguments)]
    for _ in range(arguments * degree):
        attackers[draw.randrange(arguments)].append(draw.randrange(arguments))
    return attackers


def _after(calls: int) -> Callable[[], bool]:
    """Return a clock that stops after so many looks at it."""
    left = iter(range(calls))
    return lambda: next(left, None) is None


# --- large -------------------------------------------------------------------------------------


def test_a_chain_of_100_000_arguments() -> None:
    length = 100_000
    chain = Framework.of_indices([[], *([place] for place in range(length - 1))])
    assert len(chain.grounded()) == length // 2
    for semantics in Semantics:
        [only] = chain.extensions(semantics).sets
        assert only == chain.grounded()
    assert chain.acceptance("preferred")["99998"] is Acceptance.SCEPTICAL


def test_a_star_of_100_000_arguments() -> None:
    inward = Framework.of_indices([list(range(1, 100_000)), *([] for _ in range(99_999))])
    assert "0" not in inward.grounded()
    assert len(inward.grounded()) == 99_999
    outward = Framework.of_indices([[], *([0] for _ in range(99_999))])
    assert outward.grounded() == {"0"}


def test_a_ring_of_10_000_arguments_needs_no_recursion() -> None:
    """An even ring has two stable extensions; an odd one has none."""
    ring = [[(place - 1) % 10_000] for place in range(10_000)]
    found = Framework.of_indices(ring).extensions("stable")
    assert [len(one) for one in found.sets] == [5_000, 5_000]
    odd = [[(place - 1) % 10_001] for place in range(10_001)]
    assert Framework.of_indices(odd).extensions("preferred").sets == (frozenset(),)


@pytest.mark.parametrize("semantics", [Semantics.PREFERRED, Semantics.STABLE, Semantics.COMPLETE])
def test_a_product_of_10_to_the_200_extensions_is_never_made(semantics: Semantics) -> None:
    pairs = 700  # 2^700 is about 10^210
    framework = Framework.of_indices([[place ^ 1] for place in range(2 * pairs)])
    found = framework.extensions(semantics, most=3)
    assert len(set(found.sets)) == 3
    assert not found.complete
    assert found.why == "stopped after 3"
    assert set(framework.acceptance(semantics).values()) == {Acceptance.CREDULOUS}
    assert framework.extensions("ideal").sets == (frozenset(),)


def test_all_are_there_when_there_are_no_more_than_the_limit() -> None:
    framework = Framework("ab", [("a", "b"), ("b", "a")])
    assert framework.extensions("preferred", most=2).complete
    assert not framework.extensions("preferred", most=1).complete
    nothing = framework.extensions("preferred", most=0)
    assert (nothing.sets, nothing.complete) == ((), False)


def test_sets_that_hold_too_much_together_are_not_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "_ARGUMENTS", 25)
    framework = Framework.of_indices([[place ^ 1] for place in range(20)])
    found = framework.extensions("preferred", most=None)
    assert len(found.sets) == 3
    assert found.why == "stopped after 3, which hold 30 arguments together"


def test_a_product_asks_for_no_more_than_it_needs() -> None:
    seen: list[int] = []

    def numbers() -> Iterator[int]:
        for number in count():
            seen.append(number)
            yield number

    assert list(islice(product([Lazy(numbers()), Lazy(iter([7, 8]))]), 3)) == [
        [0, 7],
        [0, 8],
        [1, 7],
    ]
    assert seen == [0, 1]


# --- time --------------------------------------------------------------------------------------


@pytest.mark.parametrize("threshold", [1000, 0], ids=["search", "sat"])
@pytest.mark.parametrize("semantics", list(Semantics))
def test_an_end_of_the_time_is_said(semantics: Semantics, threshold: int) -> None:
    """Whenever it comes, what is handed out is right, and what is missing is told."""
    attackers = [*_random(9, 2, 3), [10], [9], []]
    framework = Framework.of_indices(attackers)
    wanted = framework.extensions(semantics, most=None)
    known = framework.acceptance(semantics)
    unfinished = 0
    for calls in range(200):
        found = framework.extensions(semantics, threshold=threshold, expired=_after(calls))
        assert set(found.sets) <= set(wanted.sets)
        assert found.complete == (found.why is None)
        if not found.complete:
            unfinished += 1
            assert found.why == f"out of time after {len(found.sets)}"
        accepted = framework.acceptance(semantics, threshold=threshold, expired=_after(calls))
        assert accepted.exist in (known.exist, None)
        unknown = accepted.of(Acceptance.UNKNOWN)
        assert bool(unknown) == (accepted.why is not None)
        assert all(accepted[name] in (known[name], Acceptance.UNKNOWN) for name in known)
        if unknown:
            unfinished += 1
            assert accepted.why == f"out of time; {len(unknown)} arguments are unknown"
    assert unfinished
    assert found == wanted
    assert accepted == known


def test_without_time_no_stable_extension_is_claimed() -> None:
    framework = Framework("abc", [("a", "b"), ("b", "a")])
    stable = framework.acceptance("stable", expired=lambda: True)
    assert stable.exist is None
    assert set(stable.values()) == {Acceptance.UNKNOWN}
    preferred = framework.acceptance("preferred", expired=lambda: True)
    assert preferred.exist is True
    assert preferred["c"] is Acceptance.SCEPTICAL


def test_a_part_without_a_stable_extension_tells_of_all_though_time_is_up() -> None:
    looks = iter([False, False])
    framework = Framework("abc", [("a", "a"), ("b", "c"), ("c", "b")])
    stable = framework.acceptance("stable", expired=lambda: next(looks, True))
    assert stable.exist is False
    assert set(stable.values()) == {Acceptance.NEVER}


@pytest.mark.parametrize("arguments", [60, 150], ids=["few", "many"])
def test_a_hard_question_is_broken_off(arguments: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The solver is stopped between conflicts, and goes on where it was if there is time."""
    from argmap.semantics.frameworks import satisfiability

    monkeypatch.setattr(satisfiability, "_CONFLICTS", 1)
    attackers = _random(arguments, 5, 1)
    patient = Framework.of_indices(attackers).acceptance("preferred")
    assert Acceptance.UNKNOWN not in set(patient.values())
    hasty = Framework.of_indices(attackers).acceptance("preferred", expired=_after(3))
    assert hasty.of(Acceptance.UNKNOWN)


# --- without a solver --------------------------------------------------------------------------


def test_a_large_part_needs_the_solver_and_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pysat.solvers", None)
    ring = Framework.of_indices([[(place - 1) % 40] for place in range(40)])
    assert ring.grounded() == frozenset()
    for ask in (ring.extensions, ring.acceptance):
        with pytest.raises(SolverMissing, match=r'pip install "argmap\[sat\]"'):
            ask("preferred")
    assert len(ring.extensions("preferred", threshold=40).sets) == 2


def test_small_parts_need_no_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pysat.solvers", None)
    framework = Framework.of_indices([[place ^ 1] for place in range(2_000)])
    assert set(framework.acceptance("preferred").values()) == {Acceptance.CREDULOUS}


# --- numbers -----------------------------------------------------------------------------------


def test_the_core_takes_and_gives_numbers() -> None:
    attackers = [[], [0], [3], [2], [4]]
    assert divide(attackers).labels == grounded_labels(attackers) == bytes([1, 2, 0, 0, 0])
    assert [part.members for part in divide(attackers).components] == [(2, 3), (4,)]
    found = solver.enumerate_extensions(attackers, Semantics.PREFERRED)
    assert found.sets == ((0, 2), (0, 3))
    assert labelling_of(attackers, found.sets[0]) == bytes([1, 2, 1, 2, 0])
    statuses = solver.acceptance(attackers, Semantics.STABLE)
    assert (statuses.exist, set(statuses.acceptance)) == (False, {Acceptance.NEVER})
    assert isinstance(divide([]), Division)
