"""The verbs: what each returns and raises."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import argmap
from argmap.diagnostics import Severity
from tests.documents import documents, written

MAPS = sorted(Path("maps").glob("*.argmap.yaml"))
FERRY = Path("maps/ferry.argmap.yaml")
BROKEN = "argmap: 1\nstatements:\n  a: {claim: x, colour: red}\n"


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
def test_the_maps_are_clean(path: Path) -> None:
    found = argmap.examine(path, sources=["seeds"])
    grave = [str(one) for one in found.diagnostics if one.severity > Severity.INFO]
    assert grave == []
    assert [one for one in found.not_run if "not at hand" not in one.why] == []
    assert len(found.waived) <= 5
    assert argmap.load(path) == found.map


def test_the_article_is_mapped_as_it_was_asked_for() -> None:
    m = argmap.load("maps/us-rok-2025.argmap.yaml")
    assert len(m.statements) >= 60
    assert len(m.main) == 2
    placed = [s for s in m.statements if s.kind is not argmap.Kind.ASSUMPTION]
    assert [s.id for s in placed if not s.anchors] == []
    quotes = [anchor.quote for s in m.statements for anchor in s.anchors if anchor.quote]
    assert max(len(quote.split()) for quote in quotes) <= 6
    graph = argmap.graph(m)
    assert graph.bearing >= {statement.id for statement in m.statements}
    assert any(s.despite for s in m.statements)
    assert any(anchor.via for s in m.statements for anchor in s.anchors)
    assert any(s.certainty for s in m.statements)


@pytest.mark.parametrize("written", ["../ferry.yaml", "[ferry.yaml]", "ferry.yaml"])
def test_no_rule_runs_on_what_says_that_it_is_a_layer(written: str) -> None:
    text = argmap.Text("t", f"argmap: 1\nextends: {written}\nstatements: {{}}\n")
    found = argmap.examine(text)
    assert [one.code for one in found.diagnostics if one.code > "AM099"] == []
    assert {one.why for one in found.not_run} == {"the map is a layer, and its base is not merged"}


@pytest.mark.parametrize(("step", "codes"), [("b c", ["AM019"]), ("b", [])])
def test_a_conclusion_is_not_missed_where_a_step_was_refused(step: str, codes: list[str]) -> None:
    head = "argmap: 1\nstatements:\n  b: {premise: It is.}\n  a: {conclusion: It runs., because"
    found = argmap.examine(argmap.Text("t", f"{head}: {step}}}\n"))
    assert [one.code for one in found.diagnostics if one.code in ("AM019", "AM108")] == codes


WHAT_FOLLOWS = {
    # A body of a statement and its reason -> what is said of it.
    "conclusion: It runs., because: b c": ["AM019"],
    "conclusion: It runs., because: {form: b}": ["AM012"],
    "conclusion: It runs., because: [[b]]": ["AM014"],
    "conclusion: It runs., note: n": ["AM201"],
    "conclusion: It runs., because: d": [],
    "premise: It is., at: p0": ["AM021"],
    "premise: It is., ta: p1": ["AM012"],
    "premise: It is.": ["AM202"],
}


@pytest.mark.parametrize("body", WHAT_FOLLOWS)
def test_nothing_is_missed_where_it_could_not_be_read(body: str) -> None:
    text = (
        "argmap: 1\nmain: m\ntext: s\nsources: {s: {title: T}}\nstatements:\n"
        "  m: {conclusion: It is so., at: p1, because: a}\n"
        "  d: {evidence: It was seen., at: p1}\n"
        f"  a: {{{body}}}\n  b: {{evidence: It is., at: p2, tags: background}}\n"
    )
    found = argmap.examine(argmap.Text("t", text)).diagnostics
    codes = ("AM012", "AM014", "AM019", "AM021", "AM201", "AM202")
    told = [one.code for one in found if one.subject == "a" and one.code in codes]
    assert told == WHAT_FOLLOWS[body]
    loose = "AM109" in {one.code for one in found}
    assert loose == (told != ["AM019"] and "because: d" not in body)


def test_a_step_as_main_is_told_though_another_step_was_refused() -> None:
    text = (
        "argmap: 1\nmain: s\nstatements:\n  b: {premise: It is., against: b c}\n"
        "  a: {conclusion: It runs., because: {id: s, from: b}}\n"
    )
    codes = [one.code for one in argmap.examine(argmap.Text("t", text)).diagnostics]
    assert {"AM019", "AM108"} <= set(codes)


def test_a_path_may_be_text_or_a_path_and_text_is_no_path() -> None:
    text = argmap.Text("ferry", FERRY.read_text(encoding="utf-8"))
    assert argmap.read(str(FERRY)).map == argmap.read(FERRY).map == argmap.read(text).map
    assert argmap.loads(text.content) == argmap.load(FERRY)


def test_a_file_that_cannot_be_opened_raises_what_python_raises(tmp_path: Path) -> None:
    for verb in (argmap.read, argmap.examine, argmap.load):
        with pytest.raises(FileNotFoundError):
            verb(tmp_path / "none.argmap.yaml")
        with pytest.raises(IsADirectoryError):
            verb(tmp_path)


def test_an_invalid_map_is_raised_with_all_its_findings() -> None:
    with pytest.raises(argmap.InvalidMap) as caught:
        argmap.loads(BROKEN, name="m.yaml")
    assert [str(found) for found in caught.value.diagnostics] == [
        'm.yaml:3:17: AM012 a statement has no key "colour"'
    ]
    with pytest.raises(ValueError, match="the map cannot be read"):
        argmap.loads("")


def test_a_map_with_faults_of_structure_loads() -> None:
    m = argmap.loads("argmap: 1\nstatements: {a: {conclusion: x, because: gone}}")
    assert [reference.name for reference in argmap.graph(m).undefined] == ["gone"]
    assert "AM101" in {found.code for found in argmap.check(m)}


def test_rules_run_on_what_could_be_read_and_findings_are_sorted() -> None:
    content = BROKEN + "  b: {conclusion: y, because: gone}\n"
    found = argmap.examine(argmap.Text("t", content))
    codes = [one.code for one in found.diagnostics]
    assert {"AM012", "AM101"} <= set(codes)
    assert list(found.diagnostics) == sorted(found.diagnostics, key=lambda one: one.sort_key)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "the file holds no map"),
        (
            "argmap: 1\nstatements: {a: {conclusion: x}}\ntitle: a: b",
            "could not be read to its end",
        ),
        ("argmap: 1\nextends: b.yaml\nstatements: {a: {conclusion: x}}", "its base is not merged"),
    ],
)
def test_no_rule_runs_on_half_a_map_and_the_result_says_so(content: str, why: str) -> None:
    found = argmap.examine(argmap.Text("t", content))
    assert {one.code[:3] for one in found.diagnostics} == {"AM0"}
    assert len(found.not_run) == len([code for code in argmap.CATALOGUE if code >= "AM1"])
    assert all(why in skipped.why for skipped in found.not_run)


@given(documents())
def test_examining_is_repeatable_and_sorted(document: dict[str, Any]) -> None:
    text = argmap.Text("t", written(document))
    first = argmap.examine(text)
    assert first == argmap.examine(text)
    assert list(first.diagnostics) == sorted(first.diagnostics, key=lambda one: one.sort_key)


def test_a_file_that_is_too_large_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.argmap.yaml"
    path.write_text(f"argmap: 1\nstatements: {{a: {{claim: {'x' * 2000}}}}}\n", encoding="utf-8")
    found = argmap.read(path, limits=argmap.Limits(size=1000))
    assert [one.code for one in found.diagnostics] == ["AM004"]
    assert not found.complete


def test_every_rule_can_be_explained_by_code_and_by_name() -> None:
    for code, record in argmap.CATALOGUE.items():
        assert argmap.explain(code.lower()) is argmap.explain(record.name) is record
        assert record.page.startswith(f"{code} {record.name}")
    with pytest.raises(argmap.UnknownName, match="no rule 'AM1O1'; did you mean \"AM"):
        argmap.explain("AM1O1")
    with pytest.raises(argmap.UnknownName, match='did you mean "dangling-reference"'):
        argmap.explain("dangling-refrence")


def test_the_catalogue_is_sorted_and_read_only() -> None:
    assert list(argmap.CATALOGUE) == sorted(argmap.CATALOGUE)
    with pytest.raises(TypeError):
        argmap.CATALOGUE["AM999"] = argmap.explain("AM101")  # type: ignore[index]  # it is read only


def test_a_diagram_is_text_or_bytes() -> None:
    m = argmap.load(FERRY)
    svg = argmap.diagram(m)
    assert svg.startswith("<svg")
    assert "Why the ferry should run at night" in svg
    assert argmap.diagram(m, format="dot").startswith("digraph")
    assert argmap.diagram(m, format="png").startswith(b"\x89PNG")


def test_an_outline_is_text_or_markdown() -> None:
    m = argmap.load(FERRY)
    assert "The ferry should run until two in the morning." in argmap.outline(m)
    assert argmap.outline(m) != argmap.outline(m, format="markdown")
    with pytest.raises(argmap.UnknownElement):
        argmap.outline(m, root="gone")
