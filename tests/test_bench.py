"""What `make bench` counts, writes and concludes. Nothing here measures a time."""

from __future__ import annotations

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
from bench import budgets, jobs, machine, peer_formats, prepare, report, run
from bench.budgets import Row
from bench.cases import memory, reading
from bench.clock import children_seconds, resident, tell
from bench.files import path
from bench.generate import map_text
from bench.jobs import Failed, Job
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
    assert not [finding for finding in argmap.check(found.map) if finding.severity.name == "ERROR"]


def test_a_shape_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="'round' is none of bushy, deep, flat"):
        map_text(COUNT, shape="round")


def test_a_generated_map_has_what_people_write(document: dict[str, Any]) -> None:
    steps = steps_of(document)
    assert any(len(premises) == 2 for premises, _ in steps)
    assert any(target == ">" for _, target in steps)
    assert any("against" in statement for statement in document["statements"].values())


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
    assert {"AM101", "AM107", "AM201", "AM204"} <= codes
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


@pytest.mark.parametrize(
    ("middle", "least", "met"),
    [(2.0, False, True), (2.1, False, False), (2.0, True, True), (1.9, True, False)],
)
def test_the_middle_decides(middle: float, least: bool, met: bool) -> None:
    row = Row("B0", "work", "case", Spread(0.0, middle, 9.0, 3), 2.0, least=least)
    assert row.met is met


def test_what_was_not_measured_is_neither_met_nor_missed() -> None:
    rows = budgets.rows(Samples(), [10, 100])
    assert {row.code for row in rows} == {"B1", "B1t", "B1j", "B1p", "B2", "B3", "B4"}
    assert {row.met for row in rows} == {None}
    assert report.table(rows).count("not measured") == len(rows)


# --- jobs --------------------------------------------------------------------------------------


def planned(folder: Path, **peers: Path) -> list[Job]:
    python = Path(sys.executable)
    engines = budgets.ENGINES
    sizes = [COUNT, 50_000]
    return [*jobs.jobs(folder, sizes, 5, python=python, peers=peers, engines=engines)]


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


def python_job(code: str, **fields: Any) -> Job:
    return Job("yaml", COUNT, [sys.executable, "-c", code], 2, **fields)


TOLD = 'print(\'{"figures": {"work": 2.5}, "seen": {"statements": 100}}\')'


def test_a_job_tells_its_figures() -> None:
    assert jobs.figures(python_job(TOLD), {"argmap": {"statements": 100}}) == {"work": 2.5}
    assert jobs.figures(python_job("pass", whole="pass"), {})["pass"] > 0


def test_jobs_run_with_compiled_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("HOME_OF_BENCH", "kept")
    environment = jobs.environment()
    assert "PYTHONDONTWRITEBYTECODE" not in environment
    assert environment["HOME_OF_BENCH"] == "kept"
    told = "import sys; assert not sys.dont_write_bytecode; " + TOLD
    assert jobs.figures(python_job(told), {}) == {"work": 2.5}


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
        jobs.figures(job, {"argmap": {"statements": 101}})


def test_a_run_goes_on_without_a_peer_that_fails() -> None:
    broken = python_job("raise ValueError('no graph')", may_fail=True)._replace(name="arguebuf")
    samples, failures = run.measure([broken, python_job(TOLD)], {})
    assert failures == ["arguebuf at 100: ValueError: no graph"]
    assert samples.spread("work", COUNT) == Spread(2.5, 2.5, 2.5, 2)
    with pytest.raises(Failed):
        run.measure([broken._replace(may_fail=False)], {})


# --- the page ----------------------------------------------------------------------------------


def pretended(slow: float) -> Samples:
    """Figures as if everything had taken one second, and reading YAML `slow` times that."""
    samples = Samples()
    parts = (*report.PARTS, "all of ours")
    drawn = [f"{engine}: {part}" for engine in budgets.ENGINES for part in parts]
    names = {
        0: report.STARTUP,
        100: [*report.TIMES, *report.MEMORY],
        200: drawn,
        1_000: [*report.TIMES, *report.MEMORY, *drawn],
    }
    for turn in range(3):
        for size, measured in names.items():
            samples.add(turn, size, dict.fromkeys(measured, 1.0))
        for size in (100, 1_000):
            samples.add(turn, size, {"yaml read": 2.0, "yaml checked": slow})
            samples.add(turn, size, {"arguebuf read": 9.0})
        for size in (200, 1_000):
            samples.add(turn, size, {f"{engine}: ours": 0.1 for engine in budgets.ENGINES})
    return samples


@pytest.mark.parametrize(("slow", "code"), [(2.0, 0), (3.0, 1)])
def test_only_strict_fails_where_a_budget_is_missed(
    slow: float,
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(run, "_prepared", lambda *_: {})
    monkeypatch.setattr(run, "measure", lambda *_: (pretended(slow), ["arglib at 100: no graph"]))
    wish = ["--sizes", "100", "1000", "--folder", str(tmp_path), "--peers", str(tmp_path / "no")]
    assert run.main(wish) == 0
    assert run.main([*wish, "--strict"]) == code
    assert ("MISSED" in capsys.readouterr().out) == bool(code)
    page = (tmp_path / "RESULTS.md").read_text(encoding="utf-8")
    assert "arglib at 100: no graph" in page
    assert f"| n = 1,000 | <= 2.50 | {slow:.2f} |" in page
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
