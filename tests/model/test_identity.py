"""Which id names what: the derived ids of map-format's grammar, held to the rules they follow."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import InvalidValue, UnknownElement
from argmap.model import (
    ArgumentMap,
    Attack,
    Kind,
    Position,
    Premise,
    PremiseKind,
    Statement,
    Step,
    Support,
)
from argmap.model.steps import DEEPEST_STEP


def support(*premises: str, **more: Any) -> Support:
    return Support(premises=[Premise(name) for name in premises], **more)


def attack(*premises: str, **more: Any) -> Attack:
    return Attack(premises=[Premise(name) for name in premises], **more)


def claim(name: str, **more: Any) -> Statement:
    return Statement(id=name, kind=Kind.CLAIM, text=name, **more)


def ids(*statements: Statement) -> list[str]:
    return [step.id for step in ArgumentMap(statements=statements).steps]


def test_the_ids_of_the_format_page() -> None:
    undercut = attack("u")
    m = ArgumentMap(
        statements=[
            claim("c", because=[support("b", "a"), support("a", "b", unless=[undercut])]),
            *map(claim, "abu"),
        ]
    )
    assert [step.id for step in m.steps] == ["a+b>c", "a+b#2>c", "u!a+b#2>c"]
    assert m["u!a+b#2>c"] is undercut
    assert m.find("b+a>c") == m.find("a+b>c") == m.steps[0]


def test_a_name_may_leave_out_premises_where_one_step_has_those_named() -> None:
    linked = Support(
        premises=[Premise("a"), Premise("b"), Premise("x", None, PremiseKind.ASSUMPTION)]
    )
    m = ArgumentMap(statements=[claim("c", because=[linked, support("d")])])
    assert m.steps[0].id == "a+b>c"
    assert m["a>c"] is m["x>c"] is m["b+x>c"] is linked
    assert "a+d>c" not in m
    both = ArgumentMap(statements=[claim("c", because=[support("a", "b"), support("a", "d")])])
    assert "a>c" not in both
    exact = ArgumentMap(statements=[claim("c", because=[support("a", "b"), support("a")])])
    assert exact["a>c"] is exact.steps[1].inference


def test_a_step_of_assumptions_alone_is_named_by_them() -> None:
    assumed = Support(premises=[Premise("y", None, PremiseKind.ASSUMPTION)])
    assert ids(claim("c", because=[assumed])) == ["y>c"]


def test_concessions_count_with_objections_and_authored_ids_stand_for_steps() -> None:
    m = ArgumentMap(
        statements=[
            claim("c", against=[attack("a")], despite=[attack("a"), attack("a", id="known")]),
            claim("a"),
        ]
    )
    assert [step.id for step in m.steps] == ["a!c", "a#2!c", "known"]
    assert [step.position for step in m.steps] == [
        Position.AGAINST,
        Position.DESPITE,
        Position.DESPITE,
    ]
    assert m.find("a#3!c") == m.find("known")
    assert "a#4!c" not in m
    assert "a#0!c" not in m


def test_names_and_aliases_and_the_first_of_two() -> None:
    m = ArgumentMap(
        statements=[
            claim("c", because=[support("a", id="a")], aliases=["old", "a"]),
            claim("a", aliases="older"),
        ]
    )
    assert isinstance(m.find("a"), Step)  # the step comes first
    assert m["old"] is m["c"]
    assert m["older"] is m.statements[1]
    assert {"a", "c", "old", "older", "a>c"} <= set(m.names())
    with pytest.raises(
        UnknownElement, match="the map has no element 'olderr'; did you mean \"older\""
    ):
        m["olderr"]
    with pytest.raises(KeyError, match=r"^the map has no element 'zzz'$"):
        m["zzz"]
    assert 3 not in m


NAMES = st.sampled_from("abc")


@st.composite
def nested(draw: st.DrawFn, depth: int = 2) -> Support:
    premises = draw(st.lists(NAMES, max_size=2, unique=True))
    unless = draw(st.lists(nested_attacks(depth - 1), max_size=2)) if depth else []
    return support(*premises, unless=unless)


def nested_attacks(depth: int) -> st.SearchStrategy[Attack]:
    return nested(depth).map(lambda s: Attack(premises=s.premises, unless=s.unless))


MAPS = st.lists(st.tuples(NAMES, st.lists(nested(), max_size=3)), unique_by=lambda row: row[0]).map(
    lambda rows: ArgumentMap(statements=[claim(name, because=steps) for name, steps in rows])
)


@given(MAPS)
def test_every_step_has_an_id_of_its_own_that_leads_back_to_it(m: ArgumentMap) -> None:
    assert max(Counter(step.id for step in m.steps).values(), default=1) == 1
    for step in m.steps:
        assert m.find(step.id) == step
        assert m[step.id] == step.inference
        found = m.find(step.target)
        assert found is not None
        assert step.inference in [
            below for _, below in (found.inference if isinstance(found, Step) else found).placed()
        ]


def _of_all_steps(m: ArgumentMap, premises: set[str], sign: str, target: str) -> Step | None:
    """The step that a name means, by the words of the format, looked for among all steps."""
    aimed = [s for s in m.steps if s.target == target and s.is_support is (sign == ">")]
    equal = [s for s in aimed if premises == set(s.inference.ordinary or s.inference.assumed)]
    wider = [s for s in aimed if premises <= {one.statement for one in s.inference.premises}]
    return equal[0] if equal else wider[0] if len(wider) == 1 else None


@given(MAPS, st.sets(NAMES, min_size=1, max_size=3), st.sampled_from(">!"))
def test_a_name_means_the_step_that_a_look_at_all_steps_finds(
    m: ArgumentMap, premises: set[str], sign: str
) -> None:
    for target in (*[s.id for s in m.statements], *[s.id for s in m.steps]):
        if not all(part.strip("#0123456789") for part in re.split("[>!]", target)):
            continue  # what leads through a step without premises cannot be left incomplete
        name = f"{'+'.join(sorted(premises))}{sign}{target}"
        expected = _of_all_steps(m, premises, sign, target)
        assert m.find(name) == m.find(name) == expected


@given(MAPS)
def test_steps_stand_in_the_order_of_their_targets_outer_before_inner(m: ArgumentMap) -> None:
    def walk(target: Any) -> list[Any]:
        return [one for _, below in target.placed() for one in (below, *walk(below))]

    assert list(m.inferences) == [step for s in m.statements for step in walk(s)]


def test_steps_nest_as_deep_as_a_file_can_hold() -> None:
    step = attack("a")
    for _ in range(DEEPEST_STEP - 1):
        step = attack("a", unless=[step])
    with pytest.raises(InvalidValue, match="nested more than 8 deep"):
        attack("a", unless=[step])
