"""The class `Framework`: what it takes, what it says of itself, and what it refuses."""

from __future__ import annotations

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given

from argmap.errors import InvalidValue, UnknownElement, UnknownName
from argmap.semantics.frameworks.framework import Framework
from argmap.semantics.frameworks.names import Acceptance, Semantics
from tests.semantics.definitions import attackers_of


def test_it_keeps_the_order_of_the_author_and_each_attack_once() -> None:
    attacks = [("c", "a"), ("b", "a"), ("c", "a"), ("a", "b"), ("c", "a")]
    framework = Framework(["c", "a", "b"], attacks)
    assert framework.arguments == ("c", "a", "b")
    assert framework.attacks == (("c", "a"), ("b", "a"), ("a", "b"))
    assert framework.attackers == ((), (0, 2), (1,))
    assert framework.attackers_of("a") == ("c", "b")
    assert framework.attacked_by("c") == ("a",)
    assert repr(framework) == "<Framework: 3 arguments, 3 attacks>"


def test_it_takes_iterators() -> None:
    assert Framework(iter("ab"), iter([("a", "b")])) == Framework("ab", [("a", "b")])


def test_it_is_a_frozen_value() -> None:
    one, same = (Framework("ab", [("a", "b")]) for _ in range(2))
    assert one == same
    assert hash(one) == hash(same)
    one.grounded()
    assert one == same
    assert one != Framework("ba", [("a", "b")])
    assert one != Framework("ab", [("b", "a")])
    with pytest.raises(FrozenInstanceError):
        one.arguments = ()  # type: ignore[misc]  # what must fail


@given(attackers=attackers_of())
def test_numbers_and_names_make_the_same_framework(attackers: list[list[int]]) -> None:
    names = [f"n{place}" for place in range(len(attackers))]
    attacks = [(names[one], names[place]) for place, all_ in enumerate(attackers) for one in all_]
    assert Framework(names, attacks) == Framework.of_indices(attackers, names)
    assert Framework.of_indices(attackers).arguments == tuple(map(str, range(len(attackers))))
    numbered = Framework(names, attacks).numbered()
    assert numbered.attackers == Framework(names, attacks).attackers
    assert numbered.arguments == tuple(str(place + 1) for place in range(len(attackers)))


def test_without_arguments_the_empty_set_is_all_there_is() -> None:
    nothing = Framework([], [])
    for semantics in Semantics:
        assert nothing.extensions(semantics).sets == (frozenset(),)
        assert nothing.acceptance(semantics).exist
        assert len(nothing.acceptance(semantics)) == 0


# --- refusals ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a", "b", "a"], 'argument "a" stands more than once; name it once'),
        (["a", 1], "the name of argument 2 is not a text; give it one"),
        ([["a"]], "the name of argument 1 is not a text; give it one"),
        (["\x1b[31m"] * 2, 'argument "<U+001B>[31m" stands more than once; name it once'),
    ],
)
def test_names_that_are_refused(arguments: list[str], message: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        Framework(arguments, [])
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("attack", "message"),
    [
        (("ferry", "bride"), 'attack 2: there is no argument "bride"; did you mean "bridge"?'),
        (("xyz", "ferry"), 'attack 2: there is no argument "xyz"'),
        (("ferry", 1), 'attack 2: there is no argument "1"'),
        ((["x"], "bridge"), "attack 2: there is no argument \"['x']\""),
        (("ferry",), "attack 2 is not a pair of an attacker and a target"),
        (("ferry", "bridge", "ferry"), "attack 2 is not a pair of an attacker and a target"),
        (None, "attack 2 is not a pair of an attacker and a target"),
    ],
)
def test_attacks_that_are_refused(attack: tuple[str, str], message: str) -> None:
    with pytest.raises((InvalidValue, UnknownElement)) as caught:
        Framework(["ferry", "bridge"], [("ferry", "bridge"), attack])
    assert str(caught.value) == message
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("number", [-1, 2, 10**30])
def test_numbers_of_no_argument_are_refused(number: int) -> None:
    with pytest.raises(UnknownElement, match="argument 1 is attacked by a number"):
        Framework.of_indices([[], [number]])


def test_numbers_need_as_many_names() -> None:
    with pytest.raises(InvalidValue, match="2 arguments need 2 names, not 1"):
        Framework.of_indices([[], []], ["a"])
    with pytest.raises(InvalidValue, match="more than once"):
        Framework.of_indices([[], []], ["a", "a"])


def test_questions_about_no_argument_are_refused() -> None:
    framework = Framework(["ferry"], [])
    for ask in (
        framework.attackers_of,
        framework.attacked_by,
        framework.acceptance("grounded").__getitem__,
        lambda name: framework.is_conflict_free([name]),
        lambda name: framework.defended_by([name]),
        lambda name: framework.is_stable([name]),
    ):
        with pytest.raises(UnknownElement, match='there is no argument "fery'):
            ask("fery")


def test_semantics_by_name() -> None:
    assert Semantics.named("semi-stable") is Semantics.SEMI_STABLE
    assert Semantics.named("Semi_Stable") is Semantics.SEMI_STABLE
    assert Semantics.named(Semantics.IDEAL) is Semantics.IDEAL
    with pytest.raises(UnknownName, match='no semantics "grounde"; did you mean "grounded"'):
        Framework("a", []).extensions("grounde")
    with pytest.raises(UnknownName, match="there are complete, grounded, preferred, stable"):
        Framework("a", []).acceptance("cf2")


# --- answers -----------------------------------------------------------------------------------


def test_acceptance_is_a_mapping_in_the_order_of_the_framework() -> None:
    framework = Framework("dcba", [("a", "b"), ("b", "a"), ("a", "c"), ("b", "c"), ("c", "d")])
    found = framework.acceptance("preferred")
    assert list(found) == ["d", "c", "b", "a"]
    assert found.of(Acceptance.CREDULOUS) == ("b", "a")
    assert "d" in found
    assert "e" not in found
    assert repr(found) == (
        "<Acceptances under preferred semantics: 1 sceptical, 2 credulous, 1 never, 0 unknown>"
    )
    assert found == framework.acceptance("preferred")
    assert found != framework.acceptance("grounded")


def test_sets_come_in_the_order_of_their_members() -> None:
    framework = Framework("abcd", [("a", "b"), ("b", "a"), ("c", "d"), ("d", "c")])
    found = framework.extensions("complete").sets
    assert [tuple(sorted(one)) for one in found] == [
        (),
        ("a",),
        ("a", "c"),
        ("a", "d"),
        ("b",),
        ("b", "c"),
        ("b", "d"),
        ("c",),
        ("d",),
    ]
