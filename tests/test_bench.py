"""What `make bench` counts, writes and concludes. Nothing here measures a time."""

from __future__ import annotations

import functools
import itertools
import json
import platform
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.pipeline.evaluating import acceptance, label
from argmap.pipeline.weighing import strength
from argmap.sources.documents import document as document_of
from argmap.sources.source_index import index_of
from bench import (
    budgets,
    evaluation,
    evaluation_jobs,
    evaluation_report,
    jobs,
    machine,
    measuring,
    peer_formats,
    prepare,
    report,
    run,
    solvers,
    source_jobs,
    source_report,
    texts,
)
from bench.answers import GAVE_UP, NOT_ASKED, Answers, refusal
from bench.budgets import Row
from bench.cases import evaluating, frameworks, memory, reading, sourcing, strengths
from bench.clock import Measured, children_seconds, resident, tell
from bench.files import SMALL, anchored_path, framework_path, path, text_path
from bench.generate import map_text
from bench.graphs import Attacks, Weighted, random_attacks, weighted
from bench.jobs import Failed, GaveUp, Job
from bench.samples import Samples, Spread, exponent

COUNT = 100


@pytest.fixture(scope="module")
def generated() -> argmap.ArgumentMap:
    return argmap.loads(map_text(COUNT))


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    """The generated map as YAML has it, read without argmap."""
    loaded: dict[str, Any] = yaml.load(map_text(COUNT), yaml.CBaseLoader)
    return loaded


def steps_of(document: dict[str, Any]) -> list[tuple[list[str], str]]:
    """Premises and target of each step of a generated document; an undercut is aimed at ">"."""
    steps = []
    for name, statement in document["statements"].items():
        for reason in statement.get("because", []):
            entry = reason if isinstance(reason, dict) else {"from": reason.split(" + ")}
            steps.append((entry["from"], name))
            steps.extend(([entry[key]], ">") for key in ("unless",) if key in entry)
        steps.extend(([statement[key]], name) for key in ("against",) if key in statement)
    return steps


# --- the maps ----------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", ["bushy", "deep", "flat"])
def test_a_generated_map_has_so_many_statements_and_no_fault(shape: str) -> None:
    text = map_text(COUNT, shape=shape)
    assert text == map_text(COUNT, shape=shape)
    found = argmap.read(argmap.Text("generated", text))
    assert found.diagnostics == ()
    assert found.map is not None
    assert len(found.map.statements) == COUNT
    # By chance some objections are not answered, and that is no fault of form.
    found_by_rules = [one for one in argmap.check(found.map) if one.severity.name == "ERROR"]
    assert {finding.code for finding in found_by_rules} <= {"AM401"}


def test_a_shape_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="'round' is none of bushy, deep, flat"):
        map_text(COUNT, shape="round")


def test_a_generated_map_has_what_people_write(document: dict[str, Any]) -> None:
    steps = steps_of(document)
    assert any(len(premises) == 2 for premises, _ in steps)
    assert any(target == ">" for _, target in steps)
    assert any("against" in statement for statement in document["statements"].values())


def test_conflicts_are_pairs_of_leaves_and_the_rest_of_the_map_stays(
    document: dict[str, Any],
) -> None:
    contested: dict[str, Any] = yaml.load(map_text(COUNT, conflicts=5), yaml.CBaseLoader)
    rivals = {}
    for name, statement in contested["statements"].items():
        before = document["statements"][name]
        added = statement.get("against") != before.get("against")
        assert statement | {"against": None} == before | {"against": None}
        if added:
            against = statement["against"]
            rivals[name] = against if isinstance(against, str) else against[0]
            assert "because" not in statement
            assert before.get("against") in {None, *(against if against != rivals[name] else ())}
    assert len(rivals) == 10
    assert all(rivals[rival] == name for name, rival in rivals.items())


def test_conflicts_leave_something_undecided_and_the_rest_does_not() -> None:
    counts = []
    for conflicts in (0, 5):
        labelling = label(argmap.loads(map_text(COUNT, conflicts=conflicts)))
        values = [labelling[f"s{number}"].value for number in range(COUNT)]
        counts.append(values.count("undecided"))
    assert counts[0] == 0 < counts[1] < COUNT


def test_there_are_no_more_conflicts_than_pairs_of_leaves() -> None:
    assert map_text(COUNT, shape="deep", conflicts=3) == map_text(COUNT, shape="deep")
    assert map_text(3, conflicts=9).count("    against: ") == 2


# --- graphs without a text ---------------------------------------------------------------------


@given(st.integers(1, 12), st.integers(1, 4), st.integers(0, 5))
def test_a_random_framework_has_its_attacks_and_comes_back_from_its_file(
    tmp_path_factory: pytest.TempPathFactory, count: int, degree: int, seed: int
) -> None:
    attacks = random_attacks(count, degree, seed)
    assert len(set(attacks.pairs)) == len(attacks.pairs) == min(count * degree, count * count)
    assert {name for pair in attacks.pairs for name in pair} <= set(attacks.names)
    assert len(set(attacks.names)) == count
    file = tmp_path_factory.mktemp("framework") / "one.json"
    file.write_text(attacks.written(), encoding="utf-8")
    assert Attacks.read(file) == attacks == random_attacks(count, degree, seed)


def test_a_weighted_graph_is_the_same_as_a_map_and_for_peers(tmp_path: Path) -> None:
    graph = weighted(COUNT)
    file = tmp_path / "graph.json"
    file.write_text(graph.graph_text(), encoding="utf-8")
    assert Weighted.read(file) == graph
    assert all(source > target for source, target in [*graph.attacks, *graph.supports])
    cyclic = weighted(COUNT, cycles=3)
    assert cyclic.supports == graph.supports
    back = set(cyclic.attacks) - set(graph.attacks)
    assert len(back) == 3
    assert {(target, source) for source, target in back} <= {*graph.attacks, *graph.supports}
    found = argmap.read(argmap.Text("weighted", graph.map_text()))
    assert found.diagnostics == ()
    assert found.map is not None
    assert [statement.strength for statement in found.map.statements] == graph.scores
    edges = {
        (
            step.inference.premises[0].statement,
            step.target,
            isinstance(step.inference, argmap.Attack),
        )
        for step in found.map.steps
    }
    wanted = {
        (f"s{source}", f"s{target}", attack)
        for attack, pairs in ((True, graph.attacks), (False, graph.supports))
        for source, target in pairs
    }
    assert edges == wanted


# --- formats of the peers ----------------------------------------------------------------------


def test_aif_has_a_node_for_each_statement_and_step(
    generated: argmap.ArgumentMap, document: dict[str, Any]
) -> None:
    written = peer_formats.aif(generated)
    graph = json.loads(written.text)
    steps = steps_of(document)
    texts = {node["nodeID"]: node["text"] for node in graph["nodes"] if node["type"] == "I"}
    assert texts == {statement.id: statement.text for statement in generated.statements}
    assert written.nodes == len(graph["nodes"]) == COUNT + len(steps)
    assert written.edges == len(graph["edges"])
    assert written.edges == sum(len(premises) + 1 for premises, _ in steps)
    nodes = {node["nodeID"] for node in graph["nodes"]}
    assert len(nodes) == written.nodes
    assert {edge[end] for edge in graph["edges"] for end in ("fromID", "toID")} <= nodes
    assert len({edge["edgeID"] for edge in graph["edges"]}) == written.edges
    attacks = sum(node["type"] == "CA" for node in graph["nodes"])
    assert attacks == sum(isinstance(step.inference, argmap.Attack) for step in generated.steps)


def test_aif_without_timestamps_is_otherwise_the_same(generated: argmap.ArgumentMap) -> None:
    timed, untimed = (
        json.loads(peer_formats.aif(generated, timed=choice).text) for choice in (True, False)
    )
    assert all(node.pop("timestamp") for node in timed["nodes"])
    assert timed == untimed


def test_arglib_has_a_relation_for_each_premise(
    generated: argmap.ArgumentMap, document: dict[str, Any]
) -> None:
    written = peer_formats.arglib(generated)
    graph = json.loads(written.text)
    steps = steps_of(document)
    pairs = sorted((name, target) for premises, target in steps for name in premises)
    seen = [(relation["src"], relation["dst"]) for relation in graph["relations"]]
    seen += [(attack["src"], ">") for attack in graph["warrant_attacks"]]
    assert sorted(seen) == pairs
    assert (written.nodes, written.edges) == (COUNT, len(pairs))
    assert {attack["warrant_id"] for attack in graph["warrant_attacks"]} <= set(graph["warrants"])
    linked = [relation for relation in graph["relations"] if "warrant_ids" in relation]
    assert {name for relation in linked for name in relation["warrant_ids"]} == set(
        graph["warrants"]
    )
    assert len(linked) >= 2 * sum(len(premises) == 2 for premises, _ in steps)


# --- the cases ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bench")


@pytest.fixture(scope="module")
def expected(folder: Path) -> jobs.Expected:
    return prepare.write(folder, COUNT)


def test_reading_cases_see_the_whole_map(
    folder: Path, expected: jobs.Expected, document: dict[str, Any]
) -> None:
    assert expected["argmap"] == {"statements": COUNT, "steps": len(steps_of(document))}
    for name, laps in (
        ("yaml", ["yaml read", "yaml checked"]),
        ("json", ["json read", "json checked"]),
        ("every-rule", ["yaml every rule"]),
    ):
        form = "json" if name == "json" else "yaml"
        measured = reading.CASES[name](path(folder, COUNT, form))
        assert expected["argmap"].items() <= measured.seen.items()
        assert list(measured.figures) == laps
        assert sorted(measured.figures.values()) == list(measured.figures.values())
    assert list(reading.events(path(folder, COUNT, "yaml")).figures) == ["events"]


def test_the_json_form_is_the_same_map(folder: Path, expected: jobs.Expected) -> None:
    assert expected
    from_yaml = reading.read_yaml(path(folder, COUNT, "yaml"))
    from_json = reading.read_json(path(folder, COUNT, "json"))
    assert from_yaml.map == from_json.map


def test_rules_of_structure_are_those_that_need_a_map_or_schemes() -> None:
    codes = {rule.RULE.code for rule in reading.STRUCTURE}
    assert {"AM101", "AM109", "AM201", "AM204"} <= codes
    assert all(code[:3] in {"AM1", "AM2"} for code in codes)


def test_a_file_without_a_map_is_not_measured(tmp_path: Path) -> None:
    empty = tmp_path / "empty.argmap.yaml"
    empty.write_text("- no map\n", encoding="utf-8")
    with pytest.raises(ValueError, match="holds no map"):
        reading.from_yaml(empty)


def test_memory_is_counted_while_the_map_is_held(folder: Path, expected: jobs.Expected) -> None:
    assert expected
    assert list(memory.held("yaml", path(folder, COUNT, "yaml")).figures) == ["yaml bytes"]
    assert resident() > 1_000_000
    assert children_seconds() >= 0


def test_a_case_tells_what_it_measured_of_the_file_and_not_of_the_small_one(
    folder: Path, expected: jobs.Expected, capsys: pytest.CaptureFixture[str]
) -> None:
    prepare.write(folder, 3)
    tell(reading.from_yaml, path(folder, 3, "yaml"), path(folder, COUNT, "yaml"))
    told = json.loads(capsys.readouterr().out)
    assert told["seen"]["statements"] == expected["argmap"]["statements"]


def test_evaluating_cases_see_the_whole_map(folder: Path, expected: jobs.Expected) -> None:
    for name in ("label", *evaluation.CONFLICTS):
        form = "yaml" if name == "label" else "conflicts"
        measured = evaluating.case(name, path(folder, COUNT, form))
        assert name in measured.figures
        assert measured.seen == expected["argmap" if name == "label" else "conflicts"]
    measured = evaluating.case("conflicts label", path(folder, COUNT, "conflicts"))
    assert measured.figures[evaluation_report.UNDECIDED] > 0


def test_status_that_was_not_found_is_not_measured(
    folder: Path, expected: jobs.Expected, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert expected
    late = functools.partial(acceptance, seconds=-1)
    monkeypatch.setattr(evaluating, "acceptance", late)
    with pytest.raises(ValueError, match="not every status was found: out of time"):
        evaluating.case("conflicts preferred", path(folder, COUNT, "conflicts"))


def test_strengths_are_told_to_be_compared(folder: Path, expected: jobs.Expected) -> None:
    for semantics, shape in itertools.product(strengths.SEMANTICS, strengths.SHAPES):
        file = path(folder, COUNT, shape)
        measured = strengths.argmap(semantics, shape, file)
        assert measured.seen == expected[shape]
        found = strength(argmap.load(file), semantics=semantics)
        wanted = [found[f"s{number}"] for number in range(COUNT)]
        assert measured.answers == {strengths.asked(semantics, shape, COUNT): wanted}


# --- programs that answer questions ------------------------------------------------------------


@pytest.fixture
def rivals(folder: Path) -> Path:
    """Two that attack each other and both a third, which attacks a fourth; a fifth alone."""
    pairs = [("a0", "a1"), ("a1", "a0"), ("a0", "a2"), ("a1", "a2"), ("a2", "a3")]
    file = framework_path(folder, 5, 1, 0)
    file.write_text(Attacks([f"a{place}" for place in range(5)], pairs).written(), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("grounded", "a4"),
        ("status", "a3 a4 | a0 a1 a3 a4"),
        ("stable", "there is one"),
    ],
)
def test_argmap_answers_in_words_that_can_be_compared(
    rivals: Path, question: str, answer: str
) -> None:
    measured = frameworks.ask("argmap", question, 1, [rivals])
    assert measured.answers == {f"{question} of framework-5-1-0": answer}
    assert measured.figures[frameworks.figure("argmap", question, 1)] > 0


@pytest.mark.parametrize(
    ("pairs", "named", "stable"),
    [
        ([("a", "b")], ["a"], True),
        ([("a", "b")], ["a", "b"], False),
        ([("b", "b")], ["a"], False),
        ([], ["a", "b"], True),
    ],
)
def test_whether_a_set_is_stable_is_looked_into(
    pairs: list[tuple[str, str]], named: list[str], stable: bool
) -> None:
    attacks = Attacks("ab", pairs)
    assert solvers.is_stable(named, attacks) is stable
    assert solvers.answer("stable", None, attacks) == "there is none"
    assert ("not stable" in solvers.answer("stable", named, attacks)) is not stable


def test_what_a_program_raises_is_its_answer_and_there_is_no_figure(
    rivals: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(attacks: Attacks) -> None:
        raise solvers.Refused(f"{len(attacks.names)} are\ntoo many")

    monkeypatch.setitem(solvers.SOLVERS["stable"], "clingo", refusing)
    measured = frameworks.ask("clingo", "stable", 1, [rivals])
    assert measured.figures == {}
    assert list(measured.answers.values()) == ["refused: Refused: 5 are too many"]


def test_a_program_that_is_not_installed_is_not_asked(rivals: Path) -> None:
    with pytest.raises(ModuleNotFoundError):
        frameworks.ask("python-argumentation", "stable", 1, [rivals])


def test_what_most_programs_answer_counts_as_right() -> None:
    answers = Answers()
    for program, one, two in (("a", "x", "x"), ("b", "x", "y"), ("c", "z", "refused: no")):
        answers.add(program, {"status of one": one, "status of two": two, "other of one": "o"})
    answers.add("d", {"status of one": f"{GAVE_UP}at once", "status of two": f"{NOT_ASKED}slow"})
    told = {
        program: tally.words()
        for program in "abcd"
        if (tally := answers.tally(program, "status")) is not None
    }
    assert told == {
        "a": "2 of 2, 1 without a majority",
        "b": "2 of 2, 1 without a majority",
        "c": "1 of 2, 1 otherwise than most, 1 refused",
        "d": "0 of 2, 1 gave up, 1 not asked",
    }
    assert answers.tally("e", "status") is None
    assert answers.otherwise() == ["c: status of one"]
    assert answers.reasons() == ["c: no", f"d: {GAVE_UP}at once; {NOT_ASKED}slow"]
    assert refusal(ValueError()) == "refused: ValueError"


@pytest.mark.parametrize(("other", "word"), [(0.5 + 1e-9, "2 of 2"), (0.6, "2 of 2, 2 without")])
def test_strengths_may_differ_by_a_little(other: float, word: str) -> None:
    answers = Answers()
    answers.add("a", {"q of 1": [0.5], "q of 2": [0.5]})
    answers.add("b", {"q of 1": [other], "q of 2": [other]})
    tally = answers.tally("a", "q")
    assert tally is not None
    assert tally.words().startswith(word)


# --- texts and what is anchored to them --------------------------------------------------------


def test_a_generated_text_has_what_an_index_holds() -> None:
    text = texts.text_of(20_000)
    assert text == texts.text_of(20_000)
    assert 20_000 < len(text) < 22_000
    index = index_of(document_of(text))
    sentences = index.sentences.values()
    assert {piece.kind.value for piece in index.pieces} == {"title", "heading", "body"}
    for kept in ("numbers", "hedges", "negations"):
        having = sum(bool(getattr(piece, kept)) for piece in sentences)
        assert len(sentences) / 20 < having < len(sentences)


def test_an_anchored_map_has_its_quotes_where_it_says() -> None:
    text, map_text = texts.anchored_text(COUNT)
    found = argmap.read(argmap.Text("anchored", map_text))
    assert found.diagnostics == ()
    assert found.map is not None
    assert [one.code for one in argmap.check(found.map) if one.severity.name == "ERROR"] == []
    written = document_of(text)
    sentences = {str(piece.place): piece.text for piece in written.pieces if piece.place}
    anchors = [statement.anchors[0] for statement in found.map.statements]
    assert len(anchors) == len(sentences) == COUNT
    assert {str(anchor.where) for anchor in anchors} == set(sentences)
    assert all((anchor.quote or "?") in sentences[str(anchor.where)] for anchor in anchors)


def test_texts_are_indexed_and_anchored_maps_examined(folder: Path) -> None:
    source_jobs.write_texts(folder, (2_000,))
    source_jobs.write_anchored(folder, (COUNT,))
    measured = sourcing.indexing(text_path(folder, 2_000))
    assert set(measured.figures) == {sourcing.INDEX}
    assert measured.seen["sentences"] > 10
    for name, with_text in sourcing.ANCHORS.items():
        file = anchored_path(folder, COUNT, with_text=with_text)
        measured = sourcing.anchors(name, file)
        assert set(measured.figures) == {name}
        assert measured.seen == {"statements": COUNT}
        file.with_name("article.source.yaml").unlink()
        with pytest.raises(ValueError, match="the index was not found"):
            sourcing.anchors(name, file)


@pytest.mark.parametrize("name", [sourcing.INDEX, *sourcing.ANCHORS])
def test_a_case_of_sources_tells_what_it_measured(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source_jobs.write_texts(folder, ())
    source_jobs.write_anchored(folder, ())
    if name == sourcing.INDEX:
        file = text_path(folder, 1_000)
    else:
        file = anchored_path(folder, SMALL, with_text=sourcing.ANCHORS[name])
    sourcing.main(name, str(file), str(file))
    assert list(json.loads(capsys.readouterr().out)["figures"]) == [name]


def test_every_job_of_sources_finds_its_files_and_the_largest_text_is_indexed_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source_jobs, "TEXTS", (100, 300))
    monkeypatch.setattr(source_jobs, "ANCHORED", (10, 20))
    source_jobs.write_sources(folder)
    found = [*source_jobs.jobs(folder, 5, python=Path(sys.executable))]
    assert len({(job.name, job.size) for job in found}) == len(found) == 6
    assert [job.rounds for job in found] == [3, 1, 3, 3, 3, 3]
    for job in found:
        assert all(Path(part).exists() for part in job.command[-2:])


def test_the_tables_of_sources() -> None:
    samples = Samples()
    assert source_report.texts(samples).count("-") > 5
    for size in source_jobs.TEXTS:
        samples.add(0, size, {sourcing.INDEX: 2e-6 * size})
    assert "| of it for a MB, s | 2.00 (one run) | 2.00 (one run) |" in source_report.texts(samples)
    assert source_report.texts(samples).count("n^1.00") == 1
    for count in source_jobs.ANCHORED:
        samples.add(0, count, dict.fromkeys(sourcing.ANCHORS, count**2 / 1e6))
    assert source_report.anchors(samples).count("n^2.00") == 2


# --- what follows from the figures -------------------------------------------------------------


@given(st.floats(0.1, 3), st.floats(1e-6, 1e3))
def test_the_exponent_is_that_of_a_power(power: float, factor: float) -> None:
    figures = {size: factor * size**power for size in (1_000, 10_000, 100_000)}
    assert exponent(figures) == pytest.approx(power)


def test_ratios_are_taken_round_by_round() -> None:
    samples = Samples()
    for turn, (ours, theirs) in enumerate([(1.0, 1.0), (8.0, 2.0), (9.0, 3.0)]):
        samples.add(turn, 5, {"ours": ours, "theirs": theirs})
    samples.add(3, 5, {"ours": 1_000.0})
    assert samples.ratio("ours", "theirs", 5) == Spread(1.0, 3.0, 4.0, 3)
    assert samples.spread("ours", 5) == Spread(1.0, 8.5, 1_000.0, 4)
    assert samples.ratio("ours", "nobody", 5) is None
    assert samples.spread("ours", 6) is None


def test_a_figure_is_taken_over_the_least_of_others_in_its_round() -> None:
    samples = Samples()
    samples.add(0, 5, {"ours": 4.0, "one": 2.0, "two": 8.0})
    samples.add(1, 5, {"ours": 4.0, "two": 8.0})
    samples.add(2, 5, {"ours": 4.0})
    assert samples.over_least("ours", ["one", "two"], 5) == Spread(0.5, 1.25, 2.0, 2)
    assert samples.over_least("ours", ["nobody"], 5) is None


def test_growth_is_taken_from_rounds_that_have_every_size() -> None:
    samples = Samples()
    assert samples.growth("work") is None
    for turn in range(3):
        samples.add(turn, 10, {"work": 1.0})
    assert samples.growth("work") is None
    samples.add(1, 1_000, {"work": 100.0})
    grown = samples.growth("work")
    assert grown is not None
    assert grown.rounds == 1
    assert grown.low == pytest.approx(1) == grown.high


def test_what_took_less_than_the_clock_can_tell_has_no_growth() -> None:
    samples = Samples()
    for size in (10, 1_000):
        samples.add(0, size, {"work": 0.0 if size == 10 else 0.5})
    assert samples.growth("work") is None
    samples.add(1, 10, {"work": 0.01})
    samples.add(1, 1_000, {"work": 1.0})
    grown = samples.growth("work")
    assert grown is not None
    assert grown.rounds == 1
    assert grown.low == pytest.approx(1)


@pytest.mark.parametrize(
    ("middle", "least", "met"),
    [(2.0, False, True), (2.1, False, False), (2.0, True, True), (1.9, True, False)],
)
def test_the_middle_decides(middle: float, least: bool, met: bool) -> None:
    row = Row("B0", "work", "case", Spread(0.0, middle, 9.0, 3), 2.0, least=least)
    assert row.met is met


def test_what_was_not_measured_is_neither_met_nor_missed() -> None:
    rows = budgets.rows(Samples(), [10, 100])
    codes = ["B1", "B1t", "B1j", "B1p", "B2", "B3", "B4", "B5", "B6", "B6g"]
    assert {row.code for row in rows} == set(codes)
    assert {row.met for row in rows} == {None}
    assert report.table(rows).count("not measured") == len(rows)


# --- jobs --------------------------------------------------------------------------------------


def planned(folder: Path, **peers: Path) -> list[Job]:
    python = Path(sys.executable)
    engines = budgets.ENGINES
    sizes = [COUNT, 50_000]
    alone = folder / "alone.argmap.yaml"
    return [*jobs.jobs(folder, sizes, 5, python=python, peers=peers, engines=engines, alone=alone)]


def test_a_large_map_has_fewer_rounds(folder: Path) -> None:
    rounds = {(job.name, job.size): job.rounds for job in planned(folder, arguebuf=Path("python"))}
    assert rounds["events", COUNT] == rounds["draw dot", 200] == 5
    assert rounds["events", 50_000] == 3
    assert rounds["arguebuf", 50_000] == 1
    assert rounds["pass", 0] == 15
    assert not any(name == "arglib" for name, _ in rounds)


def test_a_peer_may_fail_and_argmap_may_not(folder: Path) -> None:
    for job in planned(folder, arguebuf=Path("python"), arglib=Path("python")):
        assert job.may_fail == any(peer in job.name for peer in jobs.PEERS), job


def asked(folder: Path, **peers: Path) -> list[Job]:
    python = Path(sys.executable)
    return [*evaluation_jobs.jobs(folder, [COUNT, 50_000], 5, python=python, peers=peers)]


def test_only_programs_that_are_installed_are_asked(folder: Path) -> None:
    alone = asked(folder)
    assert {job.program for job in alone} == {"argmap"}
    assert not any(job.may_fail for job in alone)
    beside = asked(folder, pygarg=Path("python"), clingo=Path("python"))
    assert {job.program for job in beside} == {"argmap", "pygarg", "pygarg, listing", "clingo"}
    assert all(job.may_fail == (job.program != "argmap") for job in beside)


def test_every_job_of_evaluation_is_another_and_finds_its_files(folder: Path) -> None:
    for size in (SMALL, COUNT):
        prepare.write(folder, size)
    prepare.write_frameworks(folder)
    planned_jobs = asked(folder, **dict.fromkeys(evaluation.PEERS, Path("python")))
    assert len({(job.name, job.size) for job in planned_jobs}) == len(planned_jobs)
    for job in planned_jobs:
        files = [Path(part) for part in job.command if part.startswith(str(folder))]
        assert files
        assert all(file.exists() for file in files) or job.size == 50_000


def test_slow_peers_are_asked_once_and_no_peer_weighs_a_large_map(folder: Path) -> None:
    jobs_of = asked(folder, **{"formal-argumentation": Path("python")})
    formal = [job for job in jobs_of if job.program != "argmap"]
    assert {job.rounds for job in formal if job.name.startswith("formal-argumentation: st")} == {1}
    assert max(job.size for job in formal if "degree" not in job.name) == COUNT


def python_job(code: str, **fields: Any) -> Job:
    return Job("yaml", COUNT, [sys.executable, "-c", code], 2, **fields)


TOLD = 'print(\'{"figures": {"work": 2.5}, "seen": {"statements": 100}}\')'


def test_a_job_tells_its_figures() -> None:
    told = jobs.outcome(python_job(TOLD), {"argmap": {"statements": 100}})
    assert told == Measured({"work": 2.5}, {"statements": 100})
    assert jobs.outcome(python_job("pass", whole="pass"), {}).figures["pass"] > 0


def test_jobs_run_with_compiled_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("HOME_OF_BENCH", "kept")
    environment = jobs.environment()
    assert "PYTHONDONTWRITEBYTECODE" not in environment
    assert environment["HOME_OF_BENCH"] == "kept"
    told = "import sys; assert not sys.dont_write_bytecode; " + TOLD
    assert jobs.outcome(python_job(told), {}).figures == {"work": 2.5}


@pytest.mark.parametrize(
    ("job", "why"),
    [
        (python_job(TOLD), "saw 100 statements where there are 101"),
        (python_job("raise ValueError('no graph')"), "ValueError: no graph"),
        (python_job("raise SystemExit(1)"), "it said nothing"),
        (python_job("raise SystemExit(7)", whole="check"), "exit code 7"),
    ],
)
def test_a_job_that_fails_says_why(job: Job, why: str) -> None:
    with pytest.raises(Failed, match=why):
        jobs.outcome(job, {"argmap": {"statements": 101}})


def test_a_run_goes_on_without_a_peer_that_fails() -> None:
    broken = python_job("raise ValueError('no graph')", may_fail=True)._replace(name="arguebuf")
    samples, _, failures = measuring.measure([broken, python_job(TOLD)], {})
    assert failures == ["arguebuf at 100: ValueError: no graph"]
    assert samples.spread("work", COUNT) == Spread(2.5, 2.5, 2.5, 2)
    with pytest.raises(Failed):
        measuring.measure([broken._replace(may_fail=False)], {})


LASTING = "from bench.clock import limit_seconds; limit_seconds(1); sum(1 for _ in iter(int, 1))"


def test_a_job_that_takes_too_long_gives_up_and_is_not_run_with_more() -> None:
    short = python_job(LASTING, seconds=1, may_fail=True, program="slow", questions=["q of 1"])
    long = short._replace(size=2 * COUNT, questions=["q of 2"], rounds=1)
    with pytest.raises(GaveUp, match="gave up after 1 s of CPU time"):
        jobs.outcome(short, {})
    found = measuring.measure([short, long], {})
    assert found.failures == [f"yaml at {COUNT}: gave up after 1 s of CPU time"]
    tally = found.answers.tally("slow", "q")
    assert tally is not None
    assert tally.words() == "0 of 2, 1 gave up, 1 not asked"


# --- the page ----------------------------------------------------------------------------------


def pretended(slow: float) -> Samples:
    """Figures as if all had taken one second, reading YAML `slow` times that, and peers longer."""
    samples = Samples()
    parts = (*report.PARTS, "all of ours")
    drawn = [f"{engine}: {part}" for engine in budgets.ENGINES for part in parts]
    names = {
        0: report.STARTUP,
        100: [*report.TIMES, *report.MEMORY, *evaluation_report.MAPS],
        200: drawn,
        1_000: [*report.TIMES, *report.MEMORY, *drawn, *evaluation_report.MAPS],
    }
    for turn in range(3):
        for size, measured in names.items():
            samples.add(turn, size, dict.fromkeys(measured, 1.0))
        for size in (100, 1_000):
            samples.add(turn, size, {"yaml read": 2.0, "yaml checked": slow})
            samples.add(turn, size, {"arguebuf read": 9.0})
            samples.add(turn, size, {"label": 0.5, evaluation_report.UNDECIDED: 7.0})
        for question in solvers.SOLVERS:
            pretend_answers(samples, turn, question)
        for size in (200, 1_000):
            samples.add(turn, size, {f"{engine}: ours": 0.1 for engine in budgets.ENGINES})
    return samples


def pretend_answers(samples: Samples, turn: int, question: str) -> None:
    """Figures as if peers took ten seconds for every question, and argmap one."""
    grounded = question == "grounded"
    for count in evaluation.GROUNDED if grounded else evaluation.COUNTS:
        for degree in (evaluation.GROUNDED_DEGREE,) if grounded else evaluation.DEGREES:
            for program in solvers.SOLVERS[question]:
                name = frameworks.figure(program, question, degree)
                samples.add(turn, count, {name: 1.0 if program == "argmap" else 10.0})


def pretended_answers() -> Answers:
    answers = Answers()
    answers.add("argmap", {"status of one": "x"})
    answers.add("pygarg", {"status of one": "x"})
    answers.add("clingo", {"status of one": "y"})
    answers.add("formal-argumentation", {"status of one": "refused: TooMany: no"})
    return answers


def only_the_checked_map(folder: Path, _: object) -> jobs.Expected:
    """Stand in for what writes all maps of a run."""
    return prepare.write(folder, budgets.CHECKED)


def test_the_map_that_start_up_is_measured_with_belongs_to_no_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading the settings of a project would count as start-up."""
    (tmp_path / "argmap.toml").write_text('select = ["AM1"]\n', encoding="utf-8")
    taken: dict[str, Path] = {}

    def measure(planned: list[Job], *_: object) -> measuring.Outcome:
        taken.update((job.name, Path(job.command[-1])) for job in planned)
        assert "statements:" in taken["check"].read_text(encoding="utf-8")
        return measuring.Outcome(pretended(2.0), pretended_answers(), [])

    monkeypatch.setattr(run, "_prepared", only_the_checked_map)
    monkeypatch.setattr(run, "measure", measure)
    wish = ["--folder", str(tmp_path), "--peers", str(tmp_path / "no"), "--only", "check"]
    assert run.main(wish) == 0
    assert set(taken) == {"check", "check by python -m"}
    checked = taken["check"]
    assert not any((folder / "argmap.toml").exists() for folder in checked.parents)
    assert not checked.exists()


def test_a_wish_for_some_jobs_leaves_the_others_and_writes_no_results(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[Job] = []

    def measure(planned: list[Job], *_: object) -> measuring.Outcome:
        taken.extend(planned)
        return measuring.Outcome(pretended(2.0), pretended_answers(), [])

    monkeypatch.setattr(run, "_prepared", only_the_checked_map)
    monkeypatch.setattr(run, "measure", measure)
    wish = ["--folder", str(tmp_path), "--peers", str(tmp_path / "no"), "--only", "label", "events"]
    assert run.main(wish) == 0
    assert {job.name for job in taken} == {"events", "label", "conflicts label"}
    assert (tmp_path / "RESULTS.md").exists()


@pytest.mark.parametrize(("slow", "code"), [(2.0, 0), (3.0, 1)])
def test_only_strict_fails_where_a_budget_is_missed(
    slow: float,
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(run, "_prepared", only_the_checked_map)
    outcome = measuring.Outcome(pretended(slow), pretended_answers(), ["arglib at 100: no graph"])
    monkeypatch.setattr(run, "measure", lambda *_: outcome)
    wish = ["--sizes", "100", "1000", "--folder", str(tmp_path), "--peers", str(tmp_path / "no")]
    assert run.main(wish) == 0
    assert run.main([*wish, "--strict"]) == code
    assert ("MISSED" in capsys.readouterr().out) == bool(code)
    page = (tmp_path / "RESULTS.md").read_text(encoding="utf-8")
    assert "arglib at 100: no graph" in page
    assert f"| n = 1,000 | <= 2.50 | {slow:.2f} |" in page
    assert "| preferred status of every argument | clingo | 1 of 1, 1 otherwise than most |" in page
    assert "- formal-argumentation: TooMany: no" in page
    assert "- otherwise than most: clingo: status of one" in page
    assert "5 pairs leave 7 of 1,000 undecided" in page
    assert "- pygarg: not installed" in page
    assert str(tmp_path) not in page
    assert platform.node() not in page


def test_facts_tell_versions() -> None:
    facts = machine.facts(engines=())
    assert facts["Python"].endswith(platform.python_version())
    assert facts["libyaml"].count(".") == 2
    assert machine.peer_versions(Path(sys.executable), ["pyyaml", "PyYAML", "no-such"]) == {
        "PyYAML": facts["pyyaml"]
    }
    assert machine.peer_versions(Path("no-such-python"), ["PyYAML"]) == {}
