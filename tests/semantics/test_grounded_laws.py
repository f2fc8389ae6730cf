"""Laws of the grounded labelling: its definition by brute force, and what may not change it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.model import ArgumentMap, Leaves
from argmap.pipeline.evaluating import label
from argmap.semantics.terms import Concessions, Terms
from tests.examples import scaled
from tests.semantics.oracle import oracle
from tests.semantics.small_maps import small_maps


def labels(argument_map: ArgumentMap, terms: Terms | None = None) -> dict[str, str]:
    return {name: found.value for name, found in label(argument_map, terms).items()}


@scaled(2000)
@given(small_maps(), st.data())
def test_a_labelling_is_what_the_definition_says(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    names = [*labels(argument_map)]
    reject = data.draw(st.lists(st.sampled_from(names), max_size=2), "reject")
    leaves = data.draw(st.sampled_from([None, *Leaves]), "leaves")
    concessions = data.draw(st.sampled_from(list(Concessions)), "concessions")
    terms = Terms(leaves=leaves, concessions=concessions, reject=reject)
    assert labels(argument_map, terms) == oracle(
        argument_map,
        reject,
        leaves=leaves,
        concessions_count=concessions is Concessions.COUNT,
    )
