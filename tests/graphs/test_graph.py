"""The graph of a map, held to definitions that walk the map in the plainest way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import UnknownElement
from argmap.graphs import Graph, Role, Sort, strongly_connected
from argmap.model import (
    Anchor,
    Answer,
    ArgumentMap,
    Attack,
    Effect,
    Expectation,
    Issue,
    Kind,
    Place,
    Position,
    Preference,
    Premise,
    PremiseKind,
    Source,
    Speaker,
    Statement,
    Support,
    Verdict,
    Waiver,
)

NAMES = st.sampled_from("abcde")


def support(*premises: str, **more: Any) -> Support:
    return Support(premises=[Premise(name) for name in premises], **more)


def attack(*premises: str, **more: Any) -> Attack:
    return Attack(premises=[Premise(name) for name in premises], **more)


def claim(name: str, **more: Any) -> Statement:
    return Statement(id=name, kind=Kind.CLAIM, text=name, **more)


PREMISES = st.lists(NAMES, min_size=1, max_size=2, unique=True)
SUPPORTS = PREMISES.map(lambda names: support(*names))
ATTACKS = PREMISES.map(lambda names: attack(*names))
BACKED = st.builds(
    lambda names, unless, backing: support(*names, unless=unless, backing=backing),
    PREMISES,
    st.lists(ATTACKS, max_size=1),
    st.lists(SUPPORTS, max_size=1),
)


@st.composite
def maps(draw: st.DrawFn) -> ArgumentMap:
    names = draw(st.lists(NAMES, min_size=1, unique=True))
    return ArgumentMap(
        statements=[
            claim(
                name,
                because=draw(st.lists(BACKED, max_size=2)),
                against=draw(st.lists(ATTACKS, max_size=1)),
            )
            for name in names
        ]
    )


def edges(m: ArgumentMap) -> set[tuple[str, str]]:
    """Premise -> step -> target, by the definition."""
    found = set()
    for step in m.steps:
        found.add((step.id, step.target))
        found |= {(premise.statement, step.id) for premise in step.inference.premises}
    return found


def closure(pairs: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    reach = set(pairs)
    while True:
        more = {(a, d) for a, b in reach for c, d in reach if b == c} - reach
        if not more:
            return reach
        reach |= more


@given(maps())
def test_ancestors_and_descendants_are_the_transitive_closure(m: ArgumentMap) -> None:
    graph, reach = Graph(m), closure(edges(m))
    for name in {s.id for s in m.statements} | {s.id for s in m.steps}:
        assert graph.ancestors(name) == {a for a, b in reach if b == name}
        assert graph.descendants(name) == {b for a, b in reach if a == name}


@given(maps())
def test_circles_are_the_classes_of_mutual_support(m: ArgumentMap) -> None:
    supporting = {
        (premise.statement, step.target)
        for step in m.steps
        if step.is_support and step.position is Position.BECAUSE
        for premise in step.inference.premises
    } | {
        (premise.statement, m.find(step.target).target)  # type: ignore[union-attr]
        for step in m.steps
        if step.position is Position.BACKING
        for premise in step.inference.premises
    }
    defined = {s.id for s in m.statements}
    reach = {(a, b) for a, b in closure(supporting) if {a, b} <= defined}
    expected = {
        frozenset(b for b in defined if {(a, b), (b, a)} <= reach) | {a}
        for a in defined
        if any(a != b and {(a, b), (b, a)} <= reach for b in defined)
    }
    assert {frozenset(circle) for circle in Graph(m).circles()} == expected


def test_the_members_of_a_circle_stand_in_the_order_of_the_author() -> None:
    m = ArgumentMap(
        statements=[
            claim("y", because=[support("x")]),
            claim("z", because=[support("y")]),
            claim("x", because=[support("z")]),
            claim("b", because=[support("a")]),
            claim("a", because=[support("b")]),
        ]
    )
    assert sorted(Graph(m).circles()) == [["b", "a"], ["y", "z", "x"]]


@given(maps())
def test_indexes_agree_with_the_steps(m: ArgumentMap) -> None:
    graph = Graph(m)
    for statement in m.statements:
        aimed = [step for step in m.steps if step.target == statement.id]
        assert list(graph.aimed_at(statement.id)) == aimed
        assert [*graph.supports(statement.id), *graph.attacks(statement.id)] == [
            *(s for s in aimed if s.is_support),
            *(s for s in aimed if not s.is_support),
        ]
        assert list(graph.uses(statement.id)) == [
            step
            for step in m.steps
            if statement.id in {p.statement for p in step.inference.premises}
        ]
    for step in m.steps:
        assert graph.premises_of(step.id) == step.inference.premises
        assert graph.step(step.id) == step


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=20))
def test_components_are_the_classes_of_mutual_reach_sinks_first(
    pairs: list[tuple[int, int]],
) -> None:
    following = {n: [b for a, b in pairs if a == n] for n in range(8)}
    reach = {(a, b) for a in range(8) for b in range(8) if a == b} | set(pairs)
    while more := {(a, d) for a, b in reach for c, d in reach if b == c} - reach:
        reach |= more
    components = list(strongly_connected(range(8), following.__getitem__))
    assert sorted(n for component in components for n in component) == list(range(8))
    for number, component in enumerate(components):
        assert {b for b in range(8) if {(component[0], b), (b, component[0])} <= reach} == set(
            component
        )
        for later in components[number + 1 :]:
            assert not any((a, b) in reach for a in component for b in later)


def test_a_chain_has_no_depth() -> None:
    many = 50_000
    chain = ArgumentMap(
        statements=[claim(f"s{n}", because=[support(f"s{n + 1}")]) for n in range(many)]
        + [claim(f"s{many}")]
    )
    graph = Graph(chain)
    assert len(graph.ancestors("s0")) == 2 * many
    assert list(graph.circles()) == []
    assert graph.main == ("s0",)


def test_roles_by_place() -> None:
    m = ArgumentMap(
        statements=[
            claim(
                "main",
                because=[support("a", "b", unless=[attack("u")]), support("c")],
                against=[attack("o")],
            ),
            claim("a", against=[attack("o")]),
            claim("u", because=[support("v")]),
            *map(claim, "bcov"),
        ]
    )
    graph = Graph(m)
    assert graph.role_of("main") == {Role.MAIN}
    assert graph.role_of("a") == {Role.LEAF}
    assert graph.role_of("a+b>main") == {Role.LINKED, Role.CONVERGENT}
    assert graph.role_of("c>main") == {Role.CONVERGENT}
    assert graph.role_of("o!main") == {Role.REBUT}
    assert graph.role_of("o!a") == {Role.UNDERMINE}
    assert graph.role_of("u!a+b>main") == {Role.UNDERCUT}
    assert graph.role_of("v>u") == frozenset()
    assert graph.bearing == {"main", *graph.ancestors("main")}


def test_the_main_conclusions_are_those_named_else_the_only_sink() -> None:
    statements = [
        claim("x", because=[support("a")]),
        claim("y", because=[support("a")]),
        claim("a"),
    ]
    assert Graph(ArgumentMap(statements=statements)).main == ()
    assert Graph(ArgumentMap(statements=statements)).sinks == ("x", "y")
    assert Graph(ArgumentMap(statements=statements, main=["y", "gone", "y"])).main == ("y",)
    assert Graph(ArgumentMap(statements=statements[1:])).main == ("y",)


def test_what_nothing_goes_by_is_listed_with_its_use() -> None:
    m = ArgumentMap(
        text="gone-text",
        main=["gone-main"],
        sources=[Source(id="s", derived_from=["gone-origin"])],
        statements=[
            claim("a", restates="gone-original", section="gone-section"),
            claim(
                "b",
                because=[
                    support(
                        "gone-premise",
                        answers=[Answer(question="q", verdict=Verdict.FAILS, by="gone-answer")],
                        anchors=[Anchor(source="gone-source")],
                    )
                ],
                by=[Speaker("S", anchors=[Anchor(source="gone-witness", via=Place(1))])],
            ),
        ],
        issues=[Issue(id="i", positions=["gone-position", "a"])],
        preferences=[Preference(better="gone-better", worse="gone-worse")],
        waivers=[Waiver(rule="AM201", at="gone-waived", reason="r"), Waiver(rule="AM202")],
        expect=Expectation(accepted="gone-in", out="gone-out", undecided="gone-undecided"),
    )
    undefined = Graph(m).undefined
    assert {reference.name for reference in undefined} == {
        f"gone-{what}"
        for what in [
            "text",
            "main",
            "origin",
            "original",
            "section",
            "premise",
            "answer",
            "source",
            "witness",
            "position",
            "better",
            "worse",
            "waived",
            "in",
            "out",
            "undecided",
        ]
    }
    by_name = {reference.name: reference for reference in undefined}
    assert by_name["gone-source"].sort is Sort.SOURCE
    assert by_name["gone-section"].sort is Sort.SECTION
    assert by_name["gone-premise"].user == "gone-premise>b"


class Questions:
    """A scheme with one question for each effect."""

    def effect_of(self, scheme: str, question: str) -> tuple[Effect, str | None] | None:
        effects = {
            "m": (Effect.UNDERMINE, "r"),
            "u": (Effect.UNDERCUT, None),
            "r": (Effect.REBUT, None),
        }
        return effects.get(question) if scheme == "known" else None


def answered(
    question: str, *, role: str | None = "r", scheme: str | None = "known", **more: Any
) -> Graph:
    step = Support(
        premises=[Premise("a", role), Premise("b", role)],
        scheme=scheme,
        answers=[Answer(question=question, verdict=Verdict.FAILS, by="o")],
    )
    m = ArgumentMap(statements=[claim("c", because=[step], **more), *map(claim, "abo")])
    return Graph(m, Questions())


def made(graph: Graph) -> list[str]:
    return [step.id for step in graph.steps if step.position is Position.ANSWER]


def test_a_failing_answer_attacks_what_its_question_is_aimed_at() -> None:
    assert made(answered("u")) == ["o!a+b>c"]
    assert made(answered("r")) == ["o!c"]
    assert made(answered("m")) == ["o!a", "o!b"]
    assert made(answered("m", role=None)) == ["o!a+b>c"]
    assert made(answered("x")) == made(answered("u", scheme="other")) == []
    assert made(answered("u", scheme=None)) == []
    graph = answered("r")
    assert [step.id for step in graph.attacks("c")] == ["o!c"]
    assert graph.step("o!c").inference.ordinary == ("o",)
    assert "o" in graph.ancestors("c")
    step, answer = graph.answer_behind("o!c")
    assert (step.id, answer.question) == ("a+b>c", "r")
    with pytest.raises(UnknownElement, match="no answer makes an attack"):
        graph.answer_behind("a+b>c")


def test_an_answer_makes_no_attack_that_the_map_has() -> None:
    assert made(answered("r", against=[attack("o")])) == []
    assert made(answered("r", against=[attack("o", "a")])) == ["o!c"]


def test_an_attack_by_an_answer_goes_by_its_own_name() -> None:
    wider = Attack(premises=[Premise("o"), Premise("x", None, PremiseKind.ASSUMPTION)])
    graph = answered("r", against=[wider])
    assert made(graph) == ["o#2!c"]
    assert graph.step("o!c").inference == wider
    linked = answered("r", against=[attack("o", "a")])
    assert linked.step("o!c").position is Position.ANSWER


def test_answers_that_hold_or_name_nothing_attack_nothing() -> None:
    step = support(
        "a",
        scheme="known",
        answers=[
            Answer(question="u", verdict=Verdict.HOLDS, by="a"),
            Answer(question="r", verdict=Verdict.FAILS),
        ],
    )
    m = ArgumentMap(statements=[claim("c", because=[step]), claim("a")])
    assert made(Graph(m, Questions())) == []


def test_an_undermined_premise_that_is_not_there_is_left_to_the_rule() -> None:
    step = Support(
        premises=[Premise("gone", "r")],
        scheme="known",
        answers=[Answer(question="m", verdict=Verdict.FAILS, by="a")],
    )
    m = ArgumentMap(statements=[claim("c", because=[step]), claim("a")])
    assert made(Graph(m, Questions())) == []


def test_what_makes_no_attack_hides_none_behind_it() -> None:
    """A step without a scheme, an answer that attacks nothing, a premise that is not there."""
    step = Support(
        premises=[Premise("gone", "r"), Premise("b", "r")],
        scheme="known",
        answers=[
            Answer(question="u", verdict=Verdict.HOLDS, by="a"),
            Answer(question="unknown", verdict=Verdict.FAILS, by="o"),
            Answer(question="m", verdict=Verdict.FAILS, by="o"),
        ],
    )
    statements = [claim("c", because=[support("a"), step]), *map(claim, "abo")]
    assert made(Graph(ArgumentMap(statements=statements), Questions())) == ["o!b"]


def test_aliases_are_followed() -> None:
    m = ArgumentMap(statements=[claim("c", because=[support("old")]), claim("a", aliases=["old"])])
    graph = Graph(m)
    assert graph.canonical("old") == "a"
    assert [step.id for step in graph.uses("a")] == ["old>c"]
    assert graph.ancestors("c") == {"old>c", "a"}


@pytest.mark.parametrize(
    "question",
    ["supports", "attacks", "aimed_at", "uses", "ancestors", "descendants", "role_of", "step"],
)
def test_a_question_about_nothing_is_an_error(question: str) -> None:
    graph = Graph(ArgumentMap(statements=[claim("a")]))
    with pytest.raises(UnknownElement, match="'zzz'"):
        getattr(graph, question)("zzz")


def test_a_statement_is_no_step() -> None:
    with pytest.raises(UnknownElement, match="no step 'a'"):
        Graph(ArgumentMap(statements=[claim("a")])).premises_of("a")


def test_assumptions_are_premises_too() -> None:
    step = Support(premises=[Premise("a"), Premise("b", None, PremiseKind.ASSUMPTION)])
    graph = Graph(ArgumentMap(statements=[claim("c", because=[step]), *map(claim, "ab")]))
    assert {s.id for s in graph.uses("b")} == {"a>c"}


def test_a_step_named_in_the_place_of_a_premise_is_followed() -> None:
    """AM104 reports it, and what stands behind it is not loose for it."""
    graph = Graph(
        ArgumentMap(
            main=["a"],
            statements=[
                claim("a", because=[support("s")]),
                claim("b", because=[support("c", id="s")]),
                claim("c", because=[support("d")]),
                claim("d"),
            ],
        )
    )
    assert graph.ancestors("a") == {"s>a", "s", "c", "d>c", "d"}
    assert graph.bearing == graph.ancestors("a") | {"a"}
    assert graph.ancestors("s") == {"c", "d>c", "d"}
    assert graph.ancestors("c>b") == graph.ancestors("s")


def test_a_step_with_an_id_of_its_own_hides_none_beside_it() -> None:
    reasons = [support("b", id="s"), support("c"), support("d", id="t"), support("e")]
    graph = Graph(ArgumentMap(statements=[claim("a", because=reasons), *map(claim, "bcde")]))
    assert graph.ancestors("a") == {"s", "b", "c>a", "c", "t", "d", "e>a", "e"}


def test_a_step_that_is_reached_twice_hides_none_beside_it() -> None:
    statements = [
        claim("a", because=[support("s"), support("b")]),
        claim("b", because=[support("c", id="s"), support("d")]),
        *map(claim, "cd"),
    ]
    graph = Graph(ArgumentMap(statements=statements))
    assert graph.ancestors("a") == {"s>a", "s", "b>a", "b", "c", "d>b", "d"}


def test_a_graph_is_not_edited_by_asking() -> None:
    graph = Graph(ArgumentMap(statements=[claim("a")]))
    with pytest.raises(KeyError):
        graph.by_target["a"]
    with pytest.raises(KeyError):
        graph.used["a"]


def test_a_source_that_is_declared_is_no_undefined_origin() -> None:
    sources = [Source(id="s", derived_from=["t", "u"]), Source(id="t")]
    undefined = Graph(ArgumentMap(sources=sources)).undefined
    assert [(found.name, found.sort, found.user) for found in undefined] == [
        ("u", Sort.SOURCE, "s")
    ]
