"""Each formula has as its models, but for what it adds, the sets that it is there for."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations, product

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.semantics.frameworks import encodings
from argmap.semantics.frameworks.framework import Framework
from argmap.semantics.frameworks.names import Semantics
from tests.semantics.definitions import Attackers, Set, attackers_of, every_framework, extensions

#: Whether all attackers, those that many attack, or none have a variable.
FEW = pytest.mark.parametrize("few", [0, 1, 16])


def _models(attackers: Attackers, clauses: Iterable[list[int]]) -> set[Set]:
    """Return the arguments that are in, in each model, by trying every value of every variable."""
    known = [[(abs(literal) - 1, literal > 0) for literal in clause] for clause in clauses]
    count = len(attackers)
    variables = max([count, *(place + 1 for clause in known for place, _ in clause)])
    return {
        frozenset(place for place in range(count) if values[place])
        for values in product([False, True], repeat=variables)
        if all(any(values[place] is wanted for place, wanted in clause) for clause in known)
    }


def _admissible(attackers: Attackers) -> set[Set]:
    framework = Framework.of_indices(attackers)
    return {
        frozenset(members)
        for size in range(len(attackers) + 1)
        for members in combinations(range(len(attackers)), size)
        if framework.is_admissible(map(str, members))
    }


def _agrees(attackers: Attackers) -> None:
    wanted = extensions(attackers)
    for encoding, sets in (
        (encodings.stable, set(wanted[Semantics.STABLE])),
        (encodings.complete, set(wanted[Semantics.COMPLETE])),
        (encodings.admissible, _admissible(attackers)),
    ):
        assert _models(attackers, encoding(attackers)) == sets, (attackers, encoding)


@FEW
def test_every_framework_of_up_to_two_arguments(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encodings, "_FEW", few)
    for count in range(3):
        for attackers in every_framework(count):
            _agrees(attackers)


@FEW
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(attackers=attackers_of(4))
def test_frameworks_of_up_to_four_arguments(
    attackers: Attackers, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encodings, "_FEW", few)
    _agrees(attackers)


def test_what_many_attack_does_not_make_a_formula_too_large() -> None:
    """In a framework where each attacks each, each attack would name all arguments."""
    count = 60
    attackers = [list(range(count)) for _ in range(count)]
    for encoding in (encodings.stable, encodings.admissible, encodings.complete):
        assert sum(map(len, encoding(attackers))) < 8 * count * count
