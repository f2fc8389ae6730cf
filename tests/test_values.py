"""Values: equality, hash and representation are those that attrs itself would write."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Attack, Premise, Scope, Support
from argmap.text import Span, Text
from argmap.values import Record, Value

FIELDS = {
    "name": attrs.field(type=str),
    "share": attrs.field(type=float, default=0.5),
    "parts": attrs.field(type=tuple[object, ...], default=()),
    "place": attrs.field(default=None, eq=False, repr=False),
    "hidden": attrs.field(default=0, repr=False),
}
# The same fields twice: with what attrs writes, and with what `Value` brings.
Written = attrs.make_class("Harbour", FIELDS, frozen=True, slots=True)
Shared = attrs.make_class(
    "Harbour", FIELDS, bases=(Value,), frozen=True, slots=True, eq=False, repr=False
)

arguments = st.tuples(
    st.text(max_size=1),
    st.sampled_from([0.0, 0.5]),
    st.lists(st.integers(0, 1), max_size=2).map(tuple),
    st.integers(0, 1),
    st.integers(0, 1),
)


@given(arguments, arguments)
def test_what_is_shared_does_what_attrs_writes(
    one: tuple[object, ...], other: tuple[object, ...]
) -> None:
    assert repr(Shared(*one)) == repr(Written(*one))
    equal = Written(*one) == Written(*other)
    assert (Shared(*one) == Shared(*other)) is equal
    assert (Shared(*one) != Shared(*other)) is not equal
    if equal:
        assert hash(Shared(*one)) == hash(Shared(*other))


def test_fields_that_do_not_count_are_left_out_and_all_others_count() -> None:
    base = Shared("a", 0.5, (), 1, 2)
    assert base == Shared("a", 0.5, (), 9, 2)
    for changed in ({"name": "b"}, {"share": 0.1}, {"parts": (1,)}, {"hidden": 3}):
        assert base != attrs.evolve(base, **changed)
    assert repr(base) == "Harbour(name='a', share=0.5, parts=())"


def test_values_of_different_classes_differ() -> None:
    premises = [Premise("a")]
    support, attack = Support(premises=premises), Attack(premises=premises)
    assert support != attack
    assert hash(support) != hash(attack)
    assert support != "a>b"
    assert Shared("a") != Written("a")


def test_values_that_hold_values_are_compared_all_the_way_down() -> None:
    deep = [
        Support(premises=[Premise(name)], unless=[Attack(premises=[Premise("c")])])
        for name in "aab"
    ]
    assert deep[0] == deep[1] != deep[2]
    assert len(set(deep)) == 2
    assert repr(deep[0]).startswith("Support(premises=(Premise(statement='a', role=None, ")


@pytest.mark.parametrize(
    "value",
    [
        Scope(place="here"),
        Text("m.yaml", "argmap: 1\n"),
        Premise("a", span=Span(Text("", ""), 0, 0)),
    ],
)
def test_values_are_frozen_and_can_be_copied_and_pickled(value: Value) -> None:
    for attribute in ("place", "name", "statement", "other"):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, attribute, "x")
    assert copy.deepcopy(value) == value == pickle.loads(pickle.dumps(value))


class Berth(Record):
    quay: str
    metres: int = 40


class Bollard(Record):
    quay: str
    metres: int = 40


@given(st.sampled_from("ab"), st.integers(0, 1), st.sampled_from("ab"), st.integers(0, 1))
def test_records_are_equal_where_their_fields_are(a: str, m: int, b: str, n: int) -> None:
    assert (Berth(a, m) == Berth(b, n)) is ((a, m) == (b, n))
    assert len({Berth(a, m), Berth(b, n), Berth(quay=a, metres=m)}) == len({(a, m), (b, n)})


def test_a_record_shows_its_fields_and_fills_in_defaults() -> None:
    berth = Berth("north")
    assert (berth.quay, berth.metres) == ("north", 40)
    assert berth == Berth("north", 40)
    assert repr(berth) == "Berth(quay='north', metres=40)"
    assert eval(repr(berth)) == berth


def test_records_of_different_classes_differ() -> None:
    assert Berth("north") != Bollard("north")
    assert Berth("north") != ("north", 40)


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_a_record_survives_copying(copied: Callable[[Berth], Berth]) -> None:
    assert copied(Berth("north", 3)) == Berth("north", 3)
