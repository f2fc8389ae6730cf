"""Did you mean ...?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.spelling import did_you_mean, nearest

NAMES = st.sets(st.text("abc-_XY", min_size=1, max_size=6), max_size=8)


@given(NAMES, st.text("abc-_XY", max_size=6))
def test_the_answer_is_a_candidate_and_does_not_depend_on_order(names: set[str], name: str) -> None:
    found = nearest(name, sorted(names))
    assert found is None or found in names
    assert found == nearest(name, sorted(names, reverse=True))


@given(NAMES.filter(bool), st.data())
def test_case_and_underscores_do_not_matter(names: set[str], data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(names)))
    found = nearest(name.upper().replace("-", "_"), names)
    assert found is not None
    assert found.lower().replace("_", "-") == name.lower().replace("_", "-")


def test_among_many_names_a_slip_is_still_found() -> None:
    names = [f"statement-{number}" for number in range(5_000)]
    assert nearest("statment-4711", names) == "statement-4711"
    assert did_you_mean("quay", names) is None
