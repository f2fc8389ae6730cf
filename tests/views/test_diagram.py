"""The diagram of a map: every statement one box, every step its lines, whatever the map holds."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import layout
from argmap.errors import InvalidValue, UnknownElement, UnknownName
from argmap.formats import native
from argmap.graphs import Graph
from argmap.model import ArgumentMap, Kind, Premise, Section, Statement, Support
from argmap.schemes import catalogue
from argmap.text import Text
from argmap.views.diagram import diagram
from argmap.views.order import Aims
from argmap.views.svg import finish
from tests.hostile_texts import HOSTILE_IDS, HOSTILE_TEXTS
from tests.rules.random_maps import maps
from tests.views.geometry import SVG, picture
from tests.views.sample_maps import attack, large_map, small_map, support

MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.argmap.yaml"))
ENGINES = ["graphviz-pure", pytest.param("dot", marks=pytest.mark.needs("dot"))]
DIRECTIONS = ["left", "right", "up", "down"]
Golden = Callable[[str, str], None]

_NODE = re.compile(r'\t+(?P<name>[a-z]+[0-9]+) \[class="(?P<names>[^"]*)"(?P<rest>.*)\]')
_EDGE = re.compile(r"\t(?P<tail>\w+) -> (?P<head>\w+) \[(?P<rest>.*)\]")


def dot(m: ArgumentMap, **wish: Any) -> str:
    return diagram(m, Graph(m, catalogue()), **wish).dot


def load(path: Path) -> ArgumentMap:
    m = native.read(Text(path.name, path.read_text(encoding="utf-8"))).map
    assert m is not None
    return m


def nodes(text: str) -> dict[str, str]:
    """The nodes of a drawing, with their attributes."""
    found = [match for line in text.splitlines() if (match := _NODE.fullmatch(line))]
    assert len({match["name"] for match in found}) == len(found)
    return {match["name"]: match["names"] + match["rest"] for match in found}


def edges(text: str) -> list[tuple[str, str, str]]:
    """The edges of a drawing, from what is argued for to its reasons, with their attributes."""
    found = [match for line in text.splitlines() if (match := _EDGE.fullmatch(line))]
    return [
        (match["head"], match["tail"], match["rest"])
        if "dir=forward" in match["rest"]
        else (match["tail"], match["head"], match["rest"])
        for match in found
    ]


def claim(name: str, **more: Any) -> Statement:
    return Statement(id=name, kind=Kind.CLAIM, text=f"It is {name}.", **more)


def drawn(m: ArgumentMap, text: str) -> set[str]:
    """The ids of the statements that are drawn."""
    return {m.statements[int(name[1:]) - 1].id for name in nodes(text) if name[0] == "n"}


# Real maps


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
def test_diagrams_of_real_maps(path: Path, golden: Golden) -> None:
    name = path.name.removesuffix(".argmap.yaml")
    golden(f"views/{name}.dot", dot(load(path)))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
def test_boxes_stand_apart_and_hold_their_words(path: Path, direction: str, engine: str) -> None:
    m = load(path)
    svg = layout.render(dot(m, direction=direction), "svg", engine=engine)
    seen = picture(finish(svg, title="t", description="d"))
    boxes = [*seen.statements, *seen.joints]
    assert len(seen.statements) == len(m.statements)
    for one, other in combinations(boxes, 2):
        assert not one.box.overlaps(other.box), (one.name, other.name)
    for box in boxes:
        assert all(word.pixels >= 11 for word in box.words)
        assert all(box.box.holds(word.place, slack=1) for word in box.words), box.name
    assert all(word.pixels >= 11 for word in seen.words)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
def test_the_first_main_conclusion_stands_in_the_first_screen(path: Path, engine: str) -> None:
    m = load(path)
    svg = layout.render(dot(m), "svg", engine=engine)
    seen = picture(finish(svg, title="t", description="d"))
    main = next(box for box in seen.statements if box.name.split(".")[-1] == m.main[0])
    assert main.box.right * seen.scale <= 1400
    assert main.box.bottom * seen.scale <= 900


# Laws

SECTIONS = [Section(id="one", title="One"), Section(id="two")]


@st.composite
def sectioned(draw: st.DrawFn) -> ArgumentMap:
    m = draw(maps(waived=False))
    names = st.sampled_from([None, "one", "two", "undeclared"])
    parts = [attrs.evolve(statement, section=draw(names)) for statement in m.statements]
    return attrs.evolve(m, statements=parts, sections=draw(st.sampled_from([[], SECTIONS])))


@given(sectioned(), st.sampled_from(DIRECTIONS), st.sampled_from(["full", "label", "id"]))
def test_every_statement_is_one_box_and_every_step_has_its_lines(
    m: ArgumentMap, direction: str, text: str
) -> None:
    found = dot(m, direction=direction, text=text)
    seen = nodes(found)
    lines = edges(found)
    assert drawn(m, found) == {statement.id for statement in m.statements}
    graph = Graph(m, catalogue())
    joints = {name: rest for name, rest in seen.items() if "argmap-step" in rest}
    plain = [rest for *_, rest in lines if "argmap-step" in rest]
    assert len(joints) + len(plain) == len(graph.steps)
    premises = sum(
        len({graph.canonical(p.statement) for p in step.inference.premises}) for step in graph.steps
    )
    words = [name for name in seen if name[0] == "w"]
    mentions = [name for name in seen if name[0] == "m"]
    assert len(lines) == len(joints) + len(words) + premises + 2 * len(mentions)
    assert len({(tail, head) for tail, head, _ in lines}) == len(lines)
    assert {end for tail, head, _ in lines for end in (tail, head)} <= set(seen)
    ids = re.findall(r'\bid="([^"]*)"', found)
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.-]*", name) for name in ids)


@given(sectioned(), st.sampled_from(DIRECTIONS), st.booleans())
def test_whatever_the_map_it_can_be_drawn(m: ArgumentMap, direction: str, legend: bool) -> None:
    found = dot(m, direction=direction, legend=legend)
    svg = finish(layout.render(found, "svg", engine="graphviz-pure"), title="t", description="d")
    groups = ElementTree.fromstring(svg).iter(f"{SVG}g")
    count = sum("argmap-statement" in group.get("class", "") for group in groups)
    assert count == len(m.statements) + (9 if legend else 0)


@given(sectioned())
def test_the_same_map_gives_the_same_text(m: ArgumentMap) -> None:
    assert dot(m) == dot(m)
    assert dot(m).endswith("}\n")


@given(sectioned(), st.integers(0, 3), st.data())
def test_a_part_is_drawn_as_the_whole_is(m: ArgumentMap, depth: int, data: st.DataObject) -> None:
    """What a part shows, the whole shows; what it hides is counted at the box above it."""
    names = [statement.id for statement in m.statements]
    focus = data.draw(st.none() | st.sampled_from(names))
    homes = sorted({s.section for s in m.statements if s.section})
    sections = data.draw(st.none() | (st.sampled_from([[home] for home in homes or ["one"]])))
    if sections == ["one"] and not homes and not m.sections:
        sections = None
    limit = data.draw(st.none() | st.just(depth))
    part = dot(m, focus=focus, depth=limit, sections=sections)
    shown = drawn(m, part)
    if focus is not None:
        assert focus in shown
    steps = {n for n, rest in nodes(part).items() if "argmap-step" in rest}
    assert steps <= {n for n, rest in nodes(dot(m)).items() if "argmap-step" in rest}
    told = {int(name[1:]): rest for name, rest in nodes(part).items() if name[0] == "n"}
    numbers = {int(name[1:]) for name in steps}
    if any("argmap-step" in rest for *_, rest in edges(part)):
        return  # which step such a line is, it does not say
    for number, rest in told.items():
        reasons, objections = below(m, numbers, shown, m.statements[number - 1].id)
        words = rest.replace("\\r", " ")
        assert (f"+{reasons} reason" in words) == bool(reasons)
        assert (f"{objections} objection" in words) == bool(objections)
        assert ("below" in words) == bool(reasons or objections)


def below(m: ArgumentMap, drawn: set[int], shown: set[str], name: str) -> tuple[int, int]:
    """How many steps are hidden below a box, counted the slow way: until nothing more is found."""
    graph = Graph(m, catalogue())
    aims = Aims(graph)
    whole = [(s.id, step) for s in m.statements for step, _ in aims.under(s.id)]
    hidden = [(at, step) for n, (at, step) in enumerate(whole, 1) if n not in drawn]
    reached, before = {name}, -1
    while len(reached) != before:
        before = len(reached)
        for at, step in hidden:
            if at in reached:
                premises = {graph.canonical(p.statement) for p in step.inference.premises}
                reached |= premises - shown
    found = [step.is_support for at, step in hidden if at in reached]
    return sum(found), len(found) - sum(found)


# What is drawn


def test_each_kind_of_statement_and_each_sort_of_step() -> None:
    found = dot(small_map())
    seen = nodes(found)
    assert "argmap-conclusion argmap-main" in seen["n1"]
    assert "peripheries=2" in seen["n1"]
    assert [rest.split()[1].rstrip('"') for name, rest in seen.items() if name[0] == "n"][1:5] == [
        "argmap-claim",
        "argmap-evidence",
        "argmap-premise",
        "argmap-premise",
    ]
    classes = Counter(re.findall(r"argmap-(\w+)", " ".join(rest for *_, rest in edges(found))))
    assert set(classes) == {
        "step",
        "support",
        "backing",
        "attack",
        "undercut",
        "concession",
        "assumed",
    }
    assert 'label="positive\\nconsequences"' in seen["s2"]
    assert 'id="ferry.safer-roads"' in seen["s2"]
    assert [seen[f"s{n}"].count("against") > 0 for n in (1, 5)] == [False, True]


def test_linked_premises_meet_in_one_joint_and_a_single_one_has_the_smallest() -> None:
    m = ArgumentMap(
        statements=[claim("a", because=[support("b", "c"), support("d")]), *map(claim, "bcd")]
    )
    found = dot(m)
    ends = [(tail, head) for tail, head, _ in edges(found)]
    assert set(ends) == {("n1", "s1"), ("s1", "n2"), ("s1", "n3"), ("n1", "s2"), ("s2", "n4")}
    assert "width=0.09" in nodes(found)["s1"]
    assert "width=0.03" in nodes(found)["s2"]
    arrows = [rest for tail, _, rest in edges(found) if tail == "n1"]
    assert all("arrowtail=normal" in rest for rest in arrows)


def test_a_step_against_a_step_ends_at_its_joint() -> None:
    m = ArgumentMap(
        statements=[
            claim("a", because=[support("b", unless=[attack("c", unless=[attack("d")])])]),
            *map(claim, "bcd"),
        ]
    )
    left = {(tail, head) for tail, head, _ in edges(dot(m))}
    assert left == {
        *(("n1", "s1"), ("s1", "n2")),
        *(("s1", "w2"), ("w2", "s2"), ("s2", "n3")),
        ("s2", "n4"),
    }
    up = {(tail, head) for tail, head, _ in edges(dot(m, direction="up"))}
    assert up == {*left, ("s2", "w3"), ("w3", "s3"), ("s3", "n4")} - {("s2", "n4")}


def test_a_premise_against_its_own_step_is_drawn_twice() -> None:
    m = ArgumentMap(
        statements=[claim("a", because=[support("b", unless=[attack("b")])]), claim("b")]
    )
    assert {(tail, head) for tail, head, _ in edges(dot(m))} == {
        *(("n1", "s1"), ("s1", "n2"), ("s1", "w2"), ("w2", "s2"), ("s2", "n2")),
    }


def test_what_is_not_defined_is_said() -> None:
    m = ArgumentMap(
        statements=[
            claim("a", because=[support("ghost", "b"), Support(premises=[])]),
            claim("b", because=[support("ghost", id="step"), support("step")]),
        ]
    )
    seen = nodes(dot(m))
    assert [rest for rest in seen.values() if "argmap-undefined" in rest] == [
        'argmap-undefined id="ghost" label="not defined: ghost\\l" tooltip="not defined: ghost"'
        ' shape=box style="filled,dotted" fillcolor="#FFFFFF" color="#A6421B"'
    ]
    assert ("s4", "s3") in {(tail, head) for tail, head, _ in edges(dot(m))}
    assert {"s1", "s2"} < set(seen)


def test_a_second_mention_hangs_on_the_first() -> None:
    m = ArgumentMap(statements=[claim("a"), claim("b", restates="a"), claim("c", restates="x")])
    assert {(tail, head) for tail, head, _ in edges(dot(m))} == {("n1", "m2"), ("m2", "n2")}


def test_circles_are_drawn() -> None:
    m = ArgumentMap(
        statements=[
            claim("a", because=[support("b"), support("a")]),
            claim("b", against=[attack("a")]),
        ],
        main="a",
    )
    assert {(tail, head) for tail, head, _ in edges(dot(m))} == {
        *(("n1", "s1"), ("s1", "n2"), ("n1", "s2"), ("s2", "n1"), ("n2", "s3"), ("s3", "n1")),
    }
    layout.render(dot(m), "svg", engine="graphviz-pure")


def test_sections_frame_their_statements_and_main_conclusions_stand_before_them() -> None:
    m = ArgumentMap(
        statements=[
            claim("a", because=[support("b", "c")], section="one"),
            claim("b", because=[support("d")], section="one"),
            *map(claim, "cd"),
            claim("e", section="two"),
            claim("f", section="three"),
        ],
        sections=[Section(id="one", title='The "first" part'), Section(id="two"), Section(id="no")],
        main="a",
        id="m",
    )
    text = dot(m)
    frames = {
        label: re.findall(r"\t\t(\w+) \[", inside)
        for label, inside in re.findall(
            r'graph \[class="argmap-section".*? label="(.*?)\\l" [^\n]*\n(.*?)\n\t}',
            text,
            re.DOTALL,
        )
    }
    assert frames == {
        'The \\"first\\" part': ["n2", "n3", "n4", "s1", "s2"],
        "two": ["n5"],
        "three": ["n6"],
    }
    assert 'id="m.section.one"' in text


def test_what_a_box_holds() -> None:
    m = ArgumentMap(
        statements=[
            Statement(id="a", kind=Kind.CLAIM, text="word " * 20, label="A label"),
            Statement(id="b", kind=Kind.CLAIM, text="word " * 20),
        ]
    )
    assert nodes(dot(m))["n1"].count("word word word word word\\l") == 4
    assert 'label="A label\\l"' in nodes(dot(m, text="label"))["n1"]
    assert (
        'label="word word word word word\\lword word word word word\\lword word…\\l"'
        in (nodes(dot(m, text="label"))["n2"])
    )
    assert 'label="b\\l"' in nodes(dot(m, text="id"))["n2"]
    assert f'tooltip="claim: {"word " * 20}"' in nodes(dot(m, text="id"))["n2"]
    named = ArgumentMap(statements=[claim("a", because=[support("b", id="s", scheme="sign")])])
    assert 'label="s"' in nodes(dot(named, text="id"))["s1"]
    assert 'label="sign"' in nodes(dot(named))["s1"]


@pytest.mark.parametrize("engine", ENGINES)
def test_hostile_texts_and_ids_reach_the_picture_as_they_are(engine: str) -> None:
    ids = [*HOSTILE_IDS, *(f"t{n}" for n in range(len(HOSTILE_TEXTS) - len(HOSTILE_IDS)))]
    statements = [
        Statement(id=name, kind=Kind.CLAIM, text=text, label=text, section="s")
        for name, text in zip(ids, HOSTILE_TEXTS, strict=True)
    ]
    first = attrs.evolve(
        statements[0],
        because=[
            Support(premises=[Premise(ids[1])], label=text, id=f"x{n}", unless=[attack(ids[2])])
            for n, text in enumerate(HOSTILE_TEXTS)
        ],
    )
    for section in (Section(id="s", title=text) for text in HOSTILE_TEXTS):
        m = ArgumentMap(statements=[first, *statements[1:]], sections=[section], main=ids[3])
        svg = layout.render(dot(m), "svg", engine=engine)
        root = ElementTree.fromstring(finish(svg, title="t", description="d"))
        groups = {g.get("id"): g for g in root.iter(f"{SVG}g") if g.get("id")}
        frame = "".join(_words(groups["section.s"]))
        assert _bare(frame) == _bare(str(section.title))
    for statement in statements:
        box = groups[statement.id]
        assert box.findtext(f"{SVG}title", "").split(": ", 1)[1].split() == statement.text.split()
        assert _bare("".join(_words(box))) == _bare(statement.text)
    for number, text in enumerate(HOSTILE_TEXTS):
        assert _bare("".join(_words(groups[f"x{number}"]))) == _bare(text)
    every = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(every) == len(set(every))


@pytest.mark.parametrize("engine", ENGINES)
def test_boxes_are_wide_enough_for_wide_characters(engine: str) -> None:
    texts = [
        "船は夜に出る。" * 6,
        "夜 a 船 b",
        "Zürich, Genève, Łódź, Ærø: naïve — no wider than others",
    ]
    m = ArgumentMap(
        statements=[
            Statement(id=f"t{n}", kind=Kind.CLAIM, text=text) for n, text in enumerate(texts)
        ]
    )
    svg = layout.render(dot(m), "svg", engine=engine)
    seen = picture(finish(svg, title="t", description="d"))
    for box in seen.statements[:2]:
        assert all(box.box.holds(word.place, slack=1) for word in box.words)
    assert " width=" not in nodes(dot(m))["n3"]


def _words(group: ElementTree.Element) -> list[str]:
    return ["".join(text.itertext()) for text in group.iter(f"{SVG}text")]


def _bare(text: str) -> str:
    """A text without its blanks, at which lines are broken."""
    return re.sub(r"\s", "", text)


# Parts of a map


def test_the_focus_shows_what_leads_to_it_and_one_step_beyond() -> None:
    m = small_map()
    shown = drawn(m, dot(m, focus="ferry-stops-in-storms"))
    beyond = {"fewer-drunk-drivers", "fewer-deaths", "drivers-would-switch", "run-at-night"}
    assert shown == {"ferry-stops-in-storms", *beyond}
    assert drawn(m, dot(m, focus="demand-is-there")) == {
        *("demand-is-there", "survey-count", "run-at-night", "subsidy-covers-it"),
    }
    whole = drawn(m, dot(m, focus="run-at-night"))
    assert whole == {statement.id for statement in m.statements}
    renamed = ArgumentMap(statements=[claim("a", aliases=["b"]), claim("c")])
    assert drawn(renamed, dot(renamed, focus="b")) == {"a"}


def test_depth_counts_steps_and_the_rest_is_counted() -> None:
    m = large_map()
    seen = nodes(dot(m, depth=0))
    assert drawn(m, dot(m, depth=0)) == {"run-at-night", "start-in-may"}
    assert "\\l+31 reasons and 9 objections\\rbelow\\r" in seen["n1"]
    assert "\\l+10 reasons and 3 objections\\rbelow\\r" in seen["n2"]
    one = drawn(m, dot(m, depth=1))
    assert one == {"run-at-night", "start-in-may", *(p for p in one if "conclusion" in p)}
    assert len(one) == 6
    assert drawn(m, dot(m, depth=99)) == {statement.id for statement in m.statements}


def test_depth_in_a_circle_begins_somewhere() -> None:
    m = ArgumentMap(
        statements=[claim("a", because=[support("b")]), claim("b", because=[support("a")])]
    )
    assert drawn(m, dot(m, depth=0)) == {"a"}
    assert drawn(m, dot(m, depth=1)) == {"a", "b"}


def test_sections_show_their_steps_whole_and_the_main_conclusions_they_reach() -> None:
    m = large_map()
    shown = drawn(m, dot(m, sections=["part-3"]))
    inside = {s.id for s in m.statements if s.section == "part-3"}
    assert inside < shown
    assert "run-at-night" in shown
    assert shown - inside == {"run-at-night"}
    assert shown == drawn(m, dot(m, sections="part-3"))
    elsewhere = next(rest for rest in nodes(dot(m, sections="part-3")).values() if "-41" in rest)
    assert "\\l+1 reason below\\r" in elsewhere
    assert {"start-in-may", "run-at-night"} < drawn(m, dot(m, sections=["part-4"]))


def test_what_there_is_not_is_refused_with_a_hint() -> None:
    m = small_map()
    with pytest.raises(UnknownElement, match='did you mean "cost-overrun"'):
        dot(m, focus="cost-overun")
    with pytest.raises(UnknownElement, match="is a step; a diagram can be focused on a statement"):
        dot(m, focus="safer-roads")
    with pytest.raises(UnknownElement, match=r"no statement 'zzz'$"):
        dot(m, focus="zzz")
    with pytest.raises(UnknownName, match=r"no section 'part-11'; did you mean .part-1."):
        dot(large_map(), sections=["part-11"])
    with pytest.raises(UnknownName, match=r"no section 'zzz'$"):
        dot(m, sections=["zzz"])
    with pytest.raises(UnknownName, match=r'no direction .lift.; did you mean "left"'):
        dot(m, direction="lift")
    with pytest.raises(UnknownName, match="there are full, label, id"):
        dot(m, text="zzz")
    with pytest.raises(InvalidValue, match="depth counts steps"):
        dot(m, depth=-1)


# Size


def test_a_long_chain_and_a_large_map_are_drawn_without_haste_or_recursion() -> None:
    long = 10_000
    chain = ArgumentMap(
        statements=[
            claim(f"c{n}", because=[support(f"c{n + 1}")] if n < long - 1 else [])
            for n in range(long)
        ]
    )
    begun = time.process_time()
    text = dot(chain, fold="never")
    assert time.process_time() - begun < 30
    assert text.count(" -> ") == 2 * (long - 1)
    assert "nslimit" in text
    assert "nslimit" not in dot(small_map())
    assert drawn(chain, dot(chain, depth=2)) == {"c0", "c1", "c2"}
    assert "+9,989 reasons below" in nodes(dot(chain))["n11"]


def test_a_legend_explains_each_shape_and_line() -> None:
    text = dot(small_map(), legend=True)
    legend = [rest for name, rest in nodes(text).items() if name.startswith("kn")]
    assert {re.findall(r"argmap-(\w+)", rest)[1] for rest in legend} == {k.value for k in Kind}
    own = [rest for tail, head, rest in edges(text) if tail[0] == head[0] == "k"]
    lines = {name for rest in own for name in re.findall(r"argmap-(\w+)", rest)}
    assert {"support", "attack", "undercut", "concession", "backing", "assumed"} < lines
    assert "kn1" in nodes(dot(ArgumentMap(), legend=True))
