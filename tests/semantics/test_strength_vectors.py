"""Strengths and what they hang on: the published vectors."""

from __future__ import annotations

from typing import Any

import pytest

from argmap.pipeline.weighing import sensitivity, strength
from argmap.semantics.terms import Terms
from tests.semantics.vector_maps import argument_map, bases_of, vectors
from tests.semantics.weighted_maps import SEMANTICS, qbaf

QBAF = vectors("gradual_qbaf")
CYCLES = vectors("gradual_cycles")
MAPS = [
    pytest.param(vector, key, id=f"{vector['id']}-{key}")
    for vector in vectors("gradual_map")
    for key in vector["expected"]
]
WHAT_IF = [vector for vector in vectors("whatif") if vector["kind"] == "sensitivity"]


@pytest.mark.parametrize("vector", QBAF, ids=lambda vector: vector["id"])
def test_qbaf(vector: dict[str, Any]) -> None:
    """On steps with one premise strength is what the semantics is for statements."""
    strengths = strength(qbaf(**vector["qbaf"]), semantics=SEMANTICS[vector["semantics"]])
    found = {name: strengths[name] for name in vector["expected"]}
    assert found == pytest.approx(vector["expected"], abs=1e-9)
    assert strengths.converged
    assert strengths.unique


@pytest.mark.parametrize("vector", CYCLES, ids=lambda vector: vector["id"])
def test_cycle(vector: dict[str, Any]) -> None:
    strengths = strength(qbaf(**vector["qbaf"]), semantics=SEMANTICS[vector["semantics"]])
    expected = vector["expected"]["continuous_from_base"]
    assert {name: strengths[name] for name in expected} == pytest.approx(expected, abs=1e-7)
    assert strengths.converged
    assert 0.0 < strengths.residual < 1e-9
    assert strengths.unsettled == {}


def test_cycles_that_are_proved_to_have_one_state() -> None:
    proved = {
        vector["id"]
        for vector in CYCLES
        if strength(qbaf(**vector["qbaf"]), semantics=SEMANTICS[vector["semantics"]]).unique
    }
    assert proved == {"cy4", "cy5", "cy6", "cy7"}


@pytest.mark.parametrize(("vector", "key"), MAPS)
def test_map(vector: dict[str, Any], key: str) -> None:
    semantics, _, tnorm = key.partition("/")
    strengths = strength(
        argument_map(vector["map"]),
        Terms(bases=bases_of(vector["map"])),
        semantics=SEMANTICS[semantics],
        tnorm="product" if tnorm == "product" else "minimum",
    )
    expected = vector["expected"][key]
    assert {name: strengths[name] for name in expected} == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("vector", WHAT_IF, ids=lambda vector: vector["id"])
def test_sensitivity(vector: dict[str, Any]) -> None:
    found = sensitivity(
        argument_map(vector["map"]),
        vector["target"],
        semantics=SEMANTICS[vector["semantics"]],
        players=vector["players"],
    )
    expected = vector["expected"]
    assert found.gradient is not None
    assert found.shapley == pytest.approx(expected["shapley"], abs=1e-6)
    assert sum(found.shapley.values()) == pytest.approx(expected["sum_equals"], abs=1e-6)
    for measure, values in ((found.gradient, "gradient"), (found.removal, "removal")):
        assert {name: measure[name] for name in expected[values]} == pytest.approx(
            expected[values], abs=1e-6
        )
    assert found.exact
    assert found.samples == 0


def test_every_vector_is_looked_at() -> None:
    assert (len(QBAF), len(CYCLES), len(MAPS), len(WHAT_IF)) == (15, 7, 14, 4)
