"""Laws of the reader, on documents that PyYAML wrote and on text that nobody meant."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import Limits
from argmap.formats.native import read
from argmap.graphs import Graph
from argmap.model import Kind, Premise, PremiseKind, Step
from argmap.text import Text
from tests.documents import IDS, documents, written

MAPS = sorted(Path("maps").glob("*.argmap.yaml"))
FERRY = Path("maps/ferry.argmap.yaml").read_text(encoding="utf-8")
PIECES = st.sampled_from(
    [
        "a: b\n",
        "- ",
        "{",
        "}",
        "[",
        "]",
        "'",
        '"',
        ": ",
        " #x",
        "&a ",
        "*a ",
        "!t ",
        "\n",
        "\t",
        "---\n",
        "...\n",
        "? ",
        "<<: ",
        "|\n",
        ">-\n",
        "%YAML 1.1\n",
        "statements:\n",
        "  a: {claim: x}\n",
        "argmap: 1\n",
        "    because: ",
        "at: p3.",
        "\x00",
        "\u2028",
        "�",
        "\ufeff",
        "船",
        "\r",
        "\u202e",
    ]
)


@given(st.one_of(st.text(st.characters(exclude_categories=[])), st.lists(PIECES).map("".join)))
def test_no_text_crashes_the_reader(content: str) -> None:
    reading = read(Text("t", content))
    assert reading.map is not None or reading.diagnostics
    for found in reading.diagnostics:
        assert found.code.startswith("AM0")
        assert found.span is None or 0 <= found.span.start <= found.span.end <= len(content)


@given(st.binary())
def test_no_bytes_crash_the_reader(data: bytes) -> None:
    read(Text.decode("t", data))


@given(st.data())
def test_no_damage_to_a_map_crashes_the_reader(data: st.DataObject) -> None:
    content = FERRY
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content)))
        gone = data.draw(st.integers(0, 12))
        content = content[:at] + data.draw(PIECES) + content[at + gone :]
    first = read(Text("t", content))
    assert first == read(Text("t", content))
    assert list(first.diagnostics) == sorted(first.diagnostics, key=lambda found: found.sort_key)


@given(documents(), st.sampled_from([False, True, None]))
def test_what_was_meant_is_read(document: dict[str, Any], flow: bool | None) -> None:
    reading = read(Text("t", written(document, flow=flow)))
    assert reading.map is not None
    assert [str(found) for found in reading.diagnostics if found.code != "AM020"] == []
    assert reading.map.title == document["title"]
    assert [s.id for s in reading.map.statements] == list(document["statements"])
    for statement in reading.map.statements:
        meant = document["statements"][statement.id]
        kind = next(key for key in meant if key in {k.value for k in Kind})
        assert (statement.kind.value, statement.text) == (kind, meant[kind])
        assert [str(anchor) for anchor in statement.anchors] == meant.get("at", [])
        assert len(statement.because) == len(meant.get("because", []))
        assert len(statement.against) == ("against" in meant)
        assert statement.note == meant.get("note")
        assert dict(statement.extras or {}) == meant.get("extras", {})


@given(documents(), st.sampled_from([False, True, None]))
def test_both_yaml_parsers_read_the_same(document: dict[str, Any], flow: bool | None) -> None:
    text = Text("t", written(document, flow=flow))
    assert read(text, loader=yaml.BaseLoader) == read(text, loader=yaml.CBaseLoader)


@given(documents())
def test_spans_read_what_they_say(document: dict[str, Any]) -> None:
    reading = read(Text("t", written(document)))
    assert reading.map is not None
    assert_spans(reading.map)


def assert_spans(argument_map: Any) -> None:
    """Every span of a map covers the words that it is the span of."""
    for statement in argument_map.statements:
        assert statement.span.excerpt.strip("'\"") == statement.id
        if (
            statement.text_span.excerpt[0] not in "'\"|>"
            and "\n" not in statement.text_span.excerpt
        ):
            assert statement.text_span.excerpt == statement.text
        for anchor in statement.anchors:
            if anchor.span.excerpt.startswith("p"):
                assert anchor.span.excerpt == str(anchor)
    for step in argument_map.steps:
        for premise in step.inference.premises:
            assert premise.span.excerpt.strip("'\"") == premise.statement
        for answer in step.inference.answers:
            assert answer.span.excerpt == answer.question


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
@pytest.mark.parametrize("loader", [yaml.BaseLoader, yaml.CBaseLoader])
def test_the_maps_are_read_without_a_finding(path: Path, loader: type) -> None:
    reading = read(Text(str(path), path.read_text(encoding="utf-8")), loader=loader)
    assert reading.diagnostics == ()
    assert reading.complete
    assert_spans(reading.map)


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
def test_line_ends_do_not_matter(path: Path) -> None:
    content = path.read_bytes().decode()
    unix = read(Text("t", content)).map
    assert unix == read(Text("t", content.replace("\n", "\r\n"))).map
    assert unix == read(Text("t", "\ufeff" + content)).map


@given(st.lists(IDS, min_size=1, max_size=4, unique=True), st.sampled_from(["+", " + ", "  +"]))
def test_the_joined_and_the_listed_form_of_a_step_are_one(names: list[str], plus: str) -> None:
    def step(because: str) -> Any:
        content = f"argmap: 1\nstatements:\n  x:\n    claim: X.\n    because: {because}\n"
        reading = read(Text("t", content))
        assert reading.map is not None
        assert reading.diagnostics == ()
        return reading.map.inferences

    joined = step(plus.join(names))
    assert joined[0].premises == tuple(Premise(name) for name in names)
    if len(names) > 1:
        assert joined == step("{from: [" + ", ".join(names) + "]}")
    else:
        assert joined == step("{from: " + names[0] + "}")
        assert step("{from: [" + names[0] + "]}")[0].linked


def test_main_and_text_know_where_they_stand() -> None:
    content = "argmap: 1\ntext: gone\nmain: [lost]\nstatements: {a: {claim: x}}\n"
    m = read(Text("t", content)).map
    assert m is not None
    places = {one.use: one.span and one.span.line for one in Graph(m).undefined}
    assert places == {"text": 2, "main": 3}


def test_garbage_collection_is_left_as_it_was() -> None:
    gc.disable()
    try:
        read(Text("t", FERRY))
        assert not gc.isenabled()
    finally:
        gc.enable()
    read(Text("t", "{"))
    assert gc.isenabled()


def test_the_example_of_every_construct_is_read_as_it_is_meant() -> None:
    m = read(Text("ferry", FERRY)).map
    assert m is not None
    step = m.find("safer-roads")
    assert isinstance(step, Step)
    assert step.inference.scheme == "positive-consequences"
    assert [(p.statement, p.role, p.kind) for p in step.inference.premises] == [
        ("fewer-drunk-drivers", "effect", PremiseKind.ORDINARY),
        ("fewer-deaths", "good", PremiseKind.ORDINARY),
        ("drivers-would-switch", None, PremiseKind.ASSUMPTION),
    ]
    assert "ferry-stops-in-storms!safer-roads" in m
    assert "pilot-in-bergen>safer-roads" in m
    assert m.section_of(m.statements[0]) == "demand"
    assert m["run-at-night"].certainty.term == "likely"  # type: ignore[union-attr]
    assert m.sources[1].credibility == 2


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (Limits(size=100), "AM004"),
        (Limits(elements=3), "AM004"),
        (Limits(depth=3), "AM005"),
    ],
)
def test_a_limit_ends_the_reading_and_says_so(limits: Limits, code: str) -> None:
    reading = read(Text("ferry", FERRY), limits=limits)
    assert code in {found.code for found in reading.diagnostics}
    assert not reading.complete


def test_the_size_is_counted_in_bytes() -> None:
    content = "argmap: 1\nstatements: {a: {claim: 船船船船船船船船船船}}\n"
    size = len(content.encode())
    assert read(Text("t", content), limits=Limits(size=size)).complete
    assert not read(Text("t", content), limits=Limits(size=size - 1)).complete


def test_more_findings_of_a_code_than_the_limit_are_counted() -> None:
    content = "argmap: 1\nstatements: {}\n" + "".join(f"k{number}: 1\n" for number in range(8))
    found = read(Text("t", content), limits=Limits(diagnostics=5)).diagnostics
    assert [finding.code for finding in found] == ["AM006"] + ["AM012"] * 5
    assert "3 more findings of AM012" in found[0].message


def test_a_chain_and_a_star_of_many_statements_are_read() -> None:
    many = 20_000
    chain = "".join(f"  s{n}: {{claim: Text {n}., because: s{n + 1}}}\n" for n in range(many))
    star = "  s0: {claim: T., because: [" + ", ".join(f"s{n}" for n in range(1, many)) + "]}\n"
    for body in (chain, star):
        reading = read(Text("t", f"argmap: 1\nstatements:\n{body}"))
        assert reading.diagnostics == ()
        assert reading.map is not None
        assert len(reading.map.steps) >= many - 1
