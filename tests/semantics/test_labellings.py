"""Complete, preferred, stable ... labellings of maps: vectors, and their definitions."""

from __future__ import annotations

from typing import Any

import pytest

from argmap.pipeline import acceptance, labellings
from argmap.semantics.names import Acceptance
from argmap.semantics.terms import Terms
from tests.semantics.vector_maps import argument_map, bases_of, vectors

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
