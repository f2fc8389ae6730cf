"""Folding: what is closed says exactly how much it holds, and nothing is lost."""

from __future__ import annotations

import re
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap import layout
from argmap.graphs import Graph
from argmap.model import ArgumentMap, Kind, Section, Statement
from argmap.schemes import catalogue
from argmap.views import folding
from argmap.views.diagram import Picture, diagram
from argmap.views.homes import Homes
from argmap.views.selection import Selection, select
from argmap.views.svg import finish
from bench.generate import map_text
from tests.rules.random_maps import maps
from tests.views.geometry import picture
from tests.views.sample_maps import attack, large_map, support
from tests.views.test_diagram import below, nodes, sectioned

FOLDS = ["auto", "never", "sections", "depth"]


def claim(name: str, **more: Any) -> Statement:
    return Statement(id=name, kind=Kind.CLAIM, text=f"It is {name}.", **more)


def drawn(m: ArgumentMap, **wish: Any) -> Picture:
    return diagram(m, Graph(m, catalogue()), **wish)


def folded(m: ArgumentMap, how: folding.Fold, **wish: Any) -> tuple[Selection, Selection]:
    graph = Graph(m, catalogue())
    whole = select(m, graph, **wish)
    return whole, folding.fold(m, graph, whole, how)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Maps of more than two statements are large."""
    _make_small(monkeypatch)


def _make_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folding, "LIMIT", 2)
    monkeypatch.setattr(folding, "_BOXES", 3)
    monkeypatch.setattr(folding, "_LEVELS", 2)


# Laws


@given(sectioned(), st.booleans(), st.data())
def test_each_closed_section_says_exactly_what_it_holds(
    m: ArgumentMap, focused: bool, data: st.DataObject
) -> None:
    names = [statement.id for statement in m.statements]
    focus = data.draw(st.sampled_from(names)) if focused else None
    whole, now = folded(m, "sections", focus=focus)
    graph = Graph(m, catalogue())
    homes = Homes(m, frozenset(graph.main), whole.statements, whole.steps)
    home = {s.id: homes.of(s.id) for s in whole.statements if s.id != focus}
    for box in now.closed:
        assert box.statements == sum(at == box.section for at in home.values())
        inside = {name for name, at in home.items() if at == box.section}
        held = [s for s in whole.steps if s.statement in inside and inside.issuperset(s.premises)]
        assert box.steps == len(held)
    assert {box.section for box in now.closed} == {at for at in home.values() if at is not None}
    shown = {s.id for s in now.statements}
    assert len(shown) + sum(box.statements for box in now.closed) == len(whole.statements)
    assert shown.isdisjoint(now.inside)
    assert shown >= set(graph.main) & {s.id for s in whole.statements}
    assert focus is None or focus in shown
    steps = sum(now.bundles.values()) + sum(box.steps for box in now.closed)
    assert steps == len(whole.steps)
    assert set(now.bundles) == {step.number for step in now.steps} or not now.closed


@given(sectioned())
def test_a_step_leads_from_where_its_premises_are_to_where_its_target_is(m: ArgumentMap) -> None:
    whole, now = folded(m, "sections")
    before = {step.number: step for step in whole.steps}
    ends = {(s.statement, frozenset(s.premises), s.step.position, id(s.target)) for s in now.steps}
    for step in now.steps:
        old = before[step.number]
        assert step.statement == now.inside.get(old.statement, old.statement)
        assert step.premises == tuple(now.inside.get(p, p) for p in old.premises)
        assert step.target is None or not step.statement.startswith(" ")
    if all(s.premises for s in now.steps if s.statement.startswith(" ")):
        touched = [
            s for s in now.steps if any(e.startswith(" ") for e in (s.statement, *s.premises))
        ]
        assert len({e for e in ends if any(x.startswith(" ") for x in (e[0], *e[1]))}) == len(
            touched
        )


@given(maps(waived=False), st.data())
def test_folded_by_depth_each_box_says_exactly_what_is_below(
    m: ArgumentMap, data: st.DataObject
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        _make_small(patch)
        focus = data.draw(st.none() | st.sampled_from([s.id for s in m.statements]))
        whole, now = folded(m, "depth", focus=focus)
        shown = {s.id for s in now.statements}
        numbers = {step.number for step in now.steps}
        for name in shown:
            hidden = now.hidden.get(name, (0, 0))
            assert tuple(hidden) == below(m, numbers, shown, name)
        graph = Graph(m, catalogue())
        reached = set(shown)
        before = -1
        while len(reached) != before:
            before = len(reached)
            for step in whole.steps:
                if step.statement in reached:
                    reached.update(step.premises)
        every = {s.id for s in whole.statements}
        assert sum(box.statements for box in now.closed) == len(every - reached)
        assert set(now.inside) == every - reached
        for box in now.closed:
            assert box.steps == sum(step.statement in now.inside for step in whole.steps)
        for step in now.steps:  # linked premises are never parted
            defined = {p for p in step.premises if isinstance(graph.map.find(p), Statement)}
            assert defined <= shown
        assert focus is None or focus in shown
        # Seen from another statement, a main conclusion may be below what is shown.
        assert focus or shown & set(graph.main) or not set(graph.main) & every


@given(sectioned(), st.sampled_from(FOLDS), st.sampled_from(["left", "up"]))
def test_what_is_folded_can_be_drawn_and_is_the_same_each_time(
    m: ArgumentMap, how: str, direction: str
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        _make_small(patch)
        first = drawn(m, fold=how, direction=direction)
        assert first == drawn(m, fold=how, direction=direction)
        svg = layout.render(first.dot, "svg", engine="graphviz-pure")
        finish(svg, title="t", description="d")
        assert ("closed" in first.dot or "below" in first.dot) or not first.folded
        ids = re.findall(r'\bid="([^"]*)"', first.dot)
        assert len(ids) == len(set(ids))


@given(sectioned())
def test_small_maps_are_not_folded(m: ArgumentMap) -> None:
    assert drawn(m) == drawn(m, fold="never")
    assert drawn(m).folded == ""


# By section


def test_sections_are_closed_and_steps_bundled() -> None:
    m = large_map()
    found = drawn(m, fold="sections")
    seen = nodes(found.dot)
    assert set(seen) - {name for name in seen if name[0] in "sw"} == {
        *("n1", "n2", "c1", "c2", "c3", "c4"),
    }
    assert 'label="Is there demand?\\l+15 statements\\r"' in seen["c1"]
    assert (
        'tooltip="section, drawn closed: Is there demand? [15 statements and 12 steps' in seen["c1"]
    )
    assert 'id="harbour.section.part-1"' in seen["c1"]
    assert "shape=folder" in seen["c1"]
    assert found.folded.startswith(
        "4 sections are drawn closed: Is there demand? (15 statements), Who pays? (16 statements), "
    )
    assert drawn(m, fold="auto").folded == ""


def test_several_steps_between_two_boxes_are_one_line_with_their_number() -> None:
    m = ArgumentMap(
        statements=[
            claim("main", because=[support("a"), support("b", unless=[attack("z")])]),
            claim("a", section="one", because=[support("x"), support("y", "x")]),
            claim("b", section="one", because=[support("x"), support("c")]),
            claim("c", section="one", against=[attack("x"), attack("y")]),
            *(claim(name, section="two") for name in "xyz"),
        ],
        sections=[Section(id="one"), Section(id="two", title="Two")],
        main="main",
    )
    found = drawn(m, fold="sections")
    seen = nodes(found.dot)
    labels = sorted(re.findall(r'argmap-step.*?label="([^"]*)"', found.dot))
    assert labels == ["2 reasons", "3 reasons", "against\\n2 objections"]
    assert 'label="one\\l+3 statements\\r"' in seen["c1"]
    assert 'label="Two\\l+3 statements\\r"' in seen["c2"]
    assert "headlabel" in found.dot  # the exception to a reason for the main conclusion
    assert found.folded == (
        "2 sections are drawn closed: one (3 statements) and Two (3 statements)."
    )


def test_a_second_mention_hangs_on_the_box_that_holds_the_first() -> None:
    m = ArgumentMap(
        statements=[claim("a", section="one"), claim("b", restates="a"), claim("c", restates="x")],
        sections=[Section(id="one")],
        main="c",
    )
    assert re.findall(r"(\w+) -> (\w+)", drawn(m, fold="sections").dot) == [
        ("c1", "m2"),
        ("m2", "n2"),
    ]


def test_where_sections_leave_too_much_the_map_is_folded_by_depth(small: None) -> None:
    chain = [claim(f"c{n}", because=[support(f"c{n + 1}")]) for n in range(5)]
    m = ArgumentMap(
        statements=[*chain, claim("c5", section="one")], sections=[Section(id="one")], main="c0"
    )
    assert drawn(m).folded == "3 of 6 statements are not drawn, but counted where they lead to."
    assert "+3 reasons below" in nodes(drawn(m).dot)["n3"]
    whole = attrs.evolve(
        m, statements=[attrs.evolve(s, section=None if s.id == "c0" else "one") for s in chain[:5]]
    )
    assert drawn(whole).folded == "1 section is drawn closed: one (4 statements)."


def test_a_section_that_was_wished_for_is_not_closed(small: None) -> None:
    chain = [claim(f"c{n}", section="one", because=[support(f"c{n + 1}")]) for n in range(5)]
    m = ArgumentMap(
        statements=[claim("main", because=[support("c0")]), *chain, claim("c5")],
        sections=[Section(id="one")],
        main="main",
    )
    assert "c1" in nodes(drawn(m).dot)
    for wish in ({"sections": ["one"]}, {"focus": "c0"}):
        found = drawn(m, **wish)
        assert "not drawn" in found.folded
        assert "c1" not in nodes(found.dot)
        assert "n2" in nodes(found.dot)


# By depth


def test_a_star_shows_as_many_reasons_as_fit(small: None) -> None:
    hub = claim("hub", because=[support(f"t{n}") for n in range(6)])
    m = ArgumentMap(statements=[hub, *(claim(f"t{n}") for n in range(6))], main="hub")
    seen = nodes(drawn(m).dot)
    assert [name for name in seen if name[0] == "n"] == ["n1", "n2", "n3"]
    assert "+4 reasons below" in seen["n1"]


def test_what_leads_to_nothing_drawn_is_one_closed_box(small: None) -> None:
    m = ArgumentMap(
        statements=[
            claim("main", because=[support("a")]),
            claim("a"),
            *(claim(f"x{n}", because=[support(f"y{n}")]) for n in range(3)),
            *(claim(f"y{n}") for n in range(3)),
        ],
        main="main",
    )
    found = drawn(m)
    seen = nodes(found.dot)
    assert 'label="What leads to nothing that\\lis drawn\\l+6 statements\\r"' in seen["c1"]
    assert "elsewhere, drawn closed:" in seen["c1"]
    assert "[6 statements and 3 steps in it]" in seen["c1"]
    assert {name for name in seen if name[0] == "n"} == {"n1", "n2"}
    many = ArgumentMap(statements=[claim(f"x{n}") for n in range(5)])
    assert {name for name in nodes(drawn(many).dot) if name[0] == "n"} == {"n1", "n2", "n3"}


# Size


@pytest.mark.parametrize(("count", "shape"), [(1_000, "bushy"), (5_000, "bushy"), (1_000, "flat")])
def test_a_large_map_is_drawn_readably(count: int, shape: str) -> None:
    m = argmap.loads(map_text(count, shape=shape))
    said: list[str] = []
    svg = argmap.diagram(m, tell=said.append, engine="graphviz-pure", timeout=60)
    assert len(said) == 1
    assert f" of {count:,} statements are not drawn" in said[0]
    assert f'..desc">{said[0]}\n' in svg
    seen = picture(svg)
    assert 50 <= len(seen.statements) <= 100
    assert all(word.pixels >= 11 for box in seen.statements for word in box.words)
