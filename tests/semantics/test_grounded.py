"""The grounded labelling: published vectors, and its definition by brute force."""

from __future__ import annotations

from typing import Any

import pytest

from argmap.pipeline.evaluating import label
from argmap.semantics.terms import Terms
from tests.semantics.vector_maps import argument_map, bases_of, vectors

_WORDS = {"undec": "undecided"}
_REASONS = {"exception_active": "undercut", "premise_out": "premise-out"}


@pytest.mark.parametrize("vector", vectors("grounded_map"), ids=lambda vector: vector["id"])
def test_vector(vector: dict[str, Any]) -> None:
    labelling = label(argument_map(vector["map"]), Terms(bases=bases_of(vector["map"])))
    expected = vector["expected"]
    assert {name: labelling[name].value for name in expected["labels"]} == {
        name: _WORDS.get(word, word) for name, word in expected["labels"].items()
    }
    found = {}
    for name in expected["labels"]:
        standing = labelling.standing(name)
        if standing.label.value == "out":
            assert standing.reason is not None
            found[name] = standing.reason.value
    assert found == {name: _REASONS.get(word, word) for name, word in expected["reasons"].items()}
    attacks = [
        name for name, step in vector["map"]["inferences"].items() if step["polarity"] == "attack"
    ]
    if "effective_attacks" in expected:
        assert [name for name in attacks if labelling.effective(name)] == expected[
            "effective_attacks"
        ]
