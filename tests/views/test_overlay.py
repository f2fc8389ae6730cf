"""An evaluation laid over a view: words for everything, and lines that need no colour."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from argmap.pipeline import diagram, graph, load, loads, outline, show
from argmap.pipeline.evaluating import label
from argmap.pipeline.overlaying import overlay
from argmap.pipeline.weighing import strength
from argmap.semantics.basis import Basis
from argmap.semantics.labelling import Reason
from argmap.semantics.terms import Concessions, Terms
from argmap.views import outline_standing
from argmap.views.evaluation import Change, Mark, Overlay, Word
from tests.maps_by_hypothesis import argument_maps

MAPS = Path(__file__).parents[2] / "maps"
Golden = Callable[[str, str], None]

FERRY = """\
argmap: 1
main: ferry
statements:
  ferry:
    conclusion: The ferry should run.
    because: [demand, {id: jobs-step, from: jobs, unless: robots}]
    against: cost
    despite: boats
  demand: {premise: Many would use it.}
  jobs: {premise: Night workers need it.}
  robots: {claim: The boats need no crew.}
  cost: {claim: It costs a lot., against: subsidy}
  subsidy: {premise: The town pays., strength: 0.9}
  boats: {assumption: Fewer boats sail by night.}
  noise: {premise: It would be loud., against: calm}
  calm: {premise: It would be calm., against: noise}
"""


def told(reject: list[str] | None = None, **wish: Any) -> str:
    m = loads(FERRY)
    terms = Terms(reject=reject or [])
    before = label(m) if reject else None
    found = overlay(label(m, terms), terms=terms, before=before)
    return " ".join(outline(m, overlay=found, **wish).split())


# Golden files


@pytest.mark.parametrize("name", ["ferry", "us-rok-2025"])
def test_real_maps_with_their_labels(name: str, golden: Golden) -> None:
    m = load(MAPS / f"{name}.argmap.yaml")
    found = overlay(label(m))
    golden(f"views/{name}.label.dot", diagram(m, format="dot", overlay=found))
    golden(f"views/{name}.label.outline.txt", outline(m, overlay=found))
    golden(f"views/{name}.label.outline.md", outline(m, overlay=found, format="markdown"))
    golden(f"views/{name}.label.outline.rst", outline(m, overlay=found, format="rest"))


def test_a_real_map_without_something(golden: Golden) -> None:
    m = load(MAPS / "ferry.argmap.yaml")
    terms = Terms(reject=["survey", "storm-nights", "price-is-fixed"])
    found = overlay(label(m, terms), terms=terms, before=label(m))
    golden("views/ferry.whatif.dot", diagram(m, format="dot", overlay=found, legend=True))
    golden("views/ferry.whatif.outline.txt", outline(m, overlay=found))


def test_a_real_map_with_its_strengths(golden: Golden) -> None:
    m = load(MAPS / "ferry.argmap.yaml")
    found = overlay(strengths=strength(m))
    golden("views/ferry.strength.dot", diagram(m, format="dot", overlay=found, legend=True))
    golden("views/ferry.strength.outline.txt", outline(m, overlay=found))


# Outlines


def test_every_statement_has_its_word_where_it_is_told() -> None:
    said = told()
    assert "The ferry should run. (main conclusion, established)" in said
    assert "It costs a lot. (claim, not established: defeated by the objection from" in said
    assert "(premise, undecided: hangs on the objection from" in said


def test_steps_say_what_keeps_them_from_holding() -> None:
    said = told()
    assert "step jobs-step; fails: undercut by the exception from" in said
    assert "Against 1 (fails: premise 1.4 is not established):" in said
    assert "Despite what is conceded against 1 (outweighed):" in said
    assert "undecided: premise" in said


def test_the_head_says_on_which_terms_and_how_much_stands() -> None:
    said = told()
    assert "Evaluated by grounded semantics. Premises for which nothing is given stand" in said
    assert "The main conclusion: established. 9 statements: " in said
    assert "6 established, 1 not established and 2 undecided." in said
    assert "false" in said
    assert "is false" not in said.replace("does not mean false", "")


def test_what_has_changed_is_said_of_statements_and_steps() -> None:
    said = told(["subsidy"])
    assert "falls, now not established" in said
    assert "rises, now established" in said
    assert "(premise, taken away; strength 0.9)" in said
    assert "now fails" in said
    assert "now holds" in said


def test_a_step_that_is_taken_away_says_so() -> None:
    assert "step jobs-step; taken away" in told(["jobs-step"])


def test_what_is_told_elsewhere_has_its_word_too() -> None:
    m = loads(
        "argmap: 1\nmain: a\nstatements:\n"
        "  a: {conclusion: So., because: [b, c]}\n"
        "  b: {claim: Be., because: {from: {datum: d}}}\n"
        "  c: {claim: Ce., because: {from: {datum: d}}}\n"
        "  d: {premise: De.}\n"
    )
    said = outline(m, overlay=overlay(label(m)))
    assert "See 1.1.1: “De” (role: datum; established)." in said
    assert "See 1.1.1: “De” (role: datum)." in outline(m)


def test_many_causes_are_counted() -> None:
    names = "bcdefg"
    rows = "".join(f"  {name}: {{premise: '{name} is so.'}}\n" for name in names)
    m = loads(f"argmap: 1\nstatements:\n  a: {{claim: So., against: [{', '.join(names)}]}}\n{rows}")
    said = " ".join(outline(m, overlay=overlay(label(m))).split())
    assert "defeated by the objection from 1.1, the objection from 1.2, " in said
    assert "and 3 more" in said


def test_a_base_strength_is_told_from_a_strength() -> None:
    m = loads(FERRY)
    said = outline(m, overlay=overlay(strengths=strength(m)))
    assert "(premise, strength 0.90; base strength 0.9)" in said
    assert "strength 0.9)" in outline(m)
    assert "base strength" not in outline(m)


def test_several_main_conclusions_are_counted() -> None:
    m = loads(
        "argmap: 1\nmain: [a, b]\nstatements:\n"
        "  a: {conclusion: So., because: c}\n  b: {conclusion: And so.}\n  c: {premise: It is.}\n"
    )
    said = outline(m, overlay=overlay(label(m)))
    assert "2 main conclusions: 1 established and 1 not established." in said
    assert "(main conclusion, not established: no reason is given)" in said


def test_every_reason_has_its_words() -> None:
    assert outline_standing.REASONS.keys() == {reason.value for reason in Reason}
    for reason in outline_standing.REASONS.values():
        for word in (Word.NOT_ESTABLISHED, Word.UNDECIDED):
            one = reason("the objection from 1.1", Mark(word=word, causes=("a!b",)))
            two = reason("1.1 and 1.2", Mark(word=word, causes=("a", "b")))
            assert "false" not in one + two
    assert reason_of("premise-out", ["a", "b"]) == "premises x and y are not established"


def reason_of(name: str, causes: list[str]) -> str:
    mark = Mark(word=Word.NOT_ESTABLISHED, causes=tuple(causes))
    return outline_standing.REASONS[name]("x and y", mark)


def test_an_overlay_that_says_nothing_of_an_element() -> None:
    m = loads(FERRY)
    assert outline(m, overlay=Overlay()) == outline(m)
    partly = Overlay(marks={"cost": Mark(word=Word.UNDECIDED)})
    assert "(claim, undecided)" in outline(m, overlay=partly)
    assert "(main conclusion)" in outline(m, overlay=partly)


def test_terms_are_told() -> None:
    m = loads(FERRY)
    terms = Terms(concessions=Concessions.COUNT, bases={"demand": Basis.OPEN, "jobs": Basis.OPEN})
    (said,) = overlay(label(m, terms), terms=terms).terms
    assert "count as others do. 2 statements stand on another basis than the map says." in said
    one = Terms(bases={"demand": Basis.OPEN})
    assert "1 statement stands on another basis" in overlay(label(m, one), terms=one).terms[0]


# Diagrams


def node(dot: str, text: str) -> str:
    (line,) = [line for line in dot.splitlines() if text in line and "label=" in line]
    return line


def drawn(found: Overlay, **wish: Any) -> str:
    return diagram(loads(FERRY), format="dot", overlay=found, **wish)


def test_boxes_say_and_show_how_they_stand() -> None:
    dot = drawn(overlay(label(loads(FERRY))))
    stands, falls, open_ = (node(dot, text) for text in ("Many would", "It costs", "be loud"))
    assert "\\lestablished\\r" in stands
    assert 'style="filled"' in stands
    assert "\\lnot established\\r" in falls
    assert 'style="filled,dotted"' in falls
    assert "argmap-not-established" in falls
    assert "\\lundecided\\r" in open_
    assert 'style="filled,dashed"' in open_


def test_an_assumption_that_stands_keeps_its_dashes_and_loses_them_when_it_falls() -> None:
    m = loads(FERRY)
    assert 'style="filled,dashed"' in node(drawn(overlay(label(m))), "Fewer boats")
    terms = Terms(reject=["boats"])
    assert 'style="filled,dotted"' in node(drawn(overlay(label(m, terms))), "Fewer boats")


def test_joints_say_what_does_not_hold() -> None:
    dot = drawn(overlay(label(loads(FERRY))))
    joints = [line for line in dot.splitlines() if 'class="argmap-step' in line]
    said = [re.findall(r' label="([^"]*)"', line) for line in joints]
    assert ["against\\nfails"] in said
    assert ["despite\\noutweighed"] in said
    assert ["fails"] in said
    assert ["against\\nundecided"] in said
    assert [""] in said


def test_lines_of_what_fails_are_thin_and_dotted() -> None:
    dot = drawn(overlay(label(loads(FERRY))))
    lines = [line for line in dot.splitlines() if "->" in line and "not-established" in line]
    assert lines
    assert all("style=dotted penwidth=1.1" in line for line in lines)


def test_a_line_that_is_a_step_keeps_its_form_while_it_holds() -> None:
    """A plain exception that holds is one line, with its class; one that fails has a joint."""
    dot = drawn(overlay(label(loads(FERRY))))
    assert 'class="argmap-step argmap-undercut argmap-established"' in dot
    terms = Terms(reject=["robots"])
    failing = drawn(overlay(label(loads(FERRY), terms)))
    assert "unless" in failing
    assert 'class="argmap-step argmap-undercut argmap-not-established"' in failing


def test_what_has_changed_is_drawn_heavier() -> None:
    m = loads(FERRY)
    terms = Terms(reject=["subsidy"])
    dot = drawn(overlay(label(m, terms), before=label(m)))
    assert "falls, now not established" in node(dot, "ferry should run")
    assert "peripheries=2 penwidth=2.4" in node(dot, "ferry should run")
    assert "penwidth=2.8" in node(dot, "It costs")
    assert "argmap-rises" in node(dot, "It costs")
    assert "taken away" in node(dot, "town pays")
    assert "now holds" in dot


def test_strength_is_a_number_and_a_width() -> None:
    m = loads(FERRY)
    dot = drawn(overlay(strengths=strength(m)))
    assert "strength 0.90" in node(dot, "town pays")
    assert "penwidth=2.8" in node(dot, "town pays")
    both = drawn(overlay(label(m), strengths=strength(m)))
    assert "established, strength 0.90" in node(both, "town pays")


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Overlay(marks={"cost": Mark(word=Word.UNDECIDED)}), {"undecided"}),
        (Overlay(marks={"cost": Mark(change=Change.FALLS)}), {"falls", "rises", "taken away"}),
        (Overlay(marks={"cost": Mark(strength=0.5)}), {"strength 0.90"}),
    ],
)
def test_the_legend_shows_what_is_in_the_overlay(found: Overlay, words: set[str]) -> None:
    dot = drawn(found, legend=True)
    assert "What the evaluation says" in dot
    legend = "\n".join(line for line in dot.splitlines() if line.strip().startswith("en"))
    assert all(word in legend for word in words)


def test_without_an_overlay_the_legend_is_as_it_was() -> None:
    assert drawn(Overlay(), legend=True) == diagram(loads(FERRY), format="dot", legend=True)


SECTIONS = """\
argmap: 1
main: ferry
sections: {why: {title: Why}, cost: {title: Cost}}
statements:
  ferry: {conclusion: The ferry should run., because: [a, b], against: c}
  a: {premise: A., section: why}
  b: {claim: B., section: why, against: d}
  c: {claim: C., section: cost, against: [e, f]}
  d: {premise: D., section: cost}
  e: {premise: E., section: cost}
  f: {premise: F., section: why}
"""


def test_closed_boxes_count_what_stands_in_them() -> None:
    m = loads(SECTIONS)
    found = overlay(label(m))
    dot = diagram(m, format="dot", fold="sections", overlay=found)
    why = node(dot, "Why")
    assert "+3 statements\\r2 established and 1 not\\restablished\\r" in why
    assert "[3 statements and 0 steps in it]: 2 established and 1 not established" in why
    assert "2 reasons\\n1 fails" in dot


def test_steps_drawn_as_one_are_faded_where_all_of_them_fail() -> None:
    m = loads(SECTIONS)
    terms = Terms(reject=["a"])
    dot = diagram(m, format="dot", fold="sections", overlay=overlay(label(m, terms)))
    joint = node(dot, "2 reasons")
    assert "2 fail" in joint
    assert "argmap-not-established" in joint


def test_bundles_of_what_is_undecided() -> None:
    found = Overlay(
        marks={"a>b": Mark(word=Word.UNDECIDED), "c>b": Mark(word=Word.NOT_ESTABLISHED)}
    )
    assert found.failing(["a>b", "c>b"]) == "1 fails and 1 undecided"
    assert found.of_all(["a>b", "c>b"]) is None
    assert found.of_all(["x>y"]) is None


def test_a_picture_is_described_in_the_words_of_the_outline() -> None:
    m = loads(FERRY)
    found = overlay(label(m))
    svg = diagram(m, overlay=found)
    desc = svg[svg.index("<desc") : svg.index("</desc>")]
    assert "not established: defeated by the objection from" in desc
    assert "<title>claim, not established: It costs a lot.</title>" in svg
    assert 'class="node argmap-statement argmap-claim argmap-not-established"' in svg


def test_a_figure_shows_an_overlay() -> None:
    m = loads(FERRY)
    figure = show(m, overlay=overlay(label(m)))
    assert "established" in figure._repr_mimebundle_(include={"text/plain"})["text/plain"]
    assert figure.svg is not None
    assert "not established" in figure.svg


# Laws


@given(argument_maps(layers=False))
def test_views_of_any_map_hold_every_label(m: Any) -> None:
    """Each statement that is told bears its word; a picture adds no node and loses none."""
    found = overlay(label(m))
    said = outline(m, overlay=found)
    words = {mark.word for name, mark in found.marks.items() if m.find(name) is not None}
    for statement in m.statements:
        mark = found.of(statement.id)
        assert mark is not None
        assert mark.spoken in " ".join(said.split())
    assert words <= set(Word)
    with_overlay = diagram(m, format="dot", overlay=found, fold="never")
    without = diagram(m, format="dot", fold="never")
    boxes = r'class="argmap-(?:statement|undefined)[^"]*" id="([^"]*)"'
    assert re.findall(boxes, with_overlay) == re.findall(boxes, without)


@given(argument_maps(layers=False))
def test_what_if_marks_what_changes_and_nothing_else(m: Any) -> None:
    statements = [statement.id for statement in m.statements]
    if not statements:
        return
    terms = Terms(reject=statements[:1])
    before, after = label(m), label(m, terms)
    found = overlay(after, terms=terms, before=before)
    for name, mark in found.marks.items():
        if mark.change is Change.TAKEN:
            continue
        assert (mark.change is None) == (before[name] is after[name])
    assert graph(m).map is m
