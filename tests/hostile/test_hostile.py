"""Files that were made to break a reader: each is answered by findings with their places.

`files/` holds them; their names say what they are. What is said of each stands in the golden file
`hostile/findings.txt`: every code, with the first place that has it. A family (files whose names
begin with the same word) is checked in one process, which is held to the limits of a single file;
`make deep` gives each file and command a process of its own.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree

import pytest

from argmap import pipeline
from argmap.diagnostics import Diagnostic
from argmap.formats import json_form
from argmap.formats.native import read
from argmap.formats.native.write import write
from argmap.pipeline import Examination
from argmap.reports.as_json import as_json
from argmap.reports.examined import Examined
from argmap.reports.frames import frames
from argmap.reports.github import github
from argmap.reports.junit import junit
from argmap.reports.sarif import sarif
from argmap.text import Text
from tests.hostile.recipes import ONE
from tests.hostile.running import BIDI, apart, assert_harmless, assert_held, inside

FOLDER = Path(__file__).parent / "files"
FILES = sorted(path for path in FOLDER.iterdir() if not path.name.startswith("."))
FAMILIES = {
    family: list(paths)
    for family, paths in groupby(FILES, key=lambda path: path.name.partition("-")[0])
}
# Maps without a fault, hostile only in what they say. All others are refused.
VALID = {
    "bidi-override-in-a-valid-text",
    "emoji-that-join",
    "ids-windows-devices",
    "ids-words-of-argmap",
    "ids-words-of-dot",
    "line-ends-lone-carriage-returns",
    "line-ends-none-at-the-end",
    "line-ends-windows",
    "right-to-left-and-wide-texts",
    "texts-of-other-languages",
    "words-that-yaml-bends",
    "yaml-version-directive",
}
DEEP = os.environ.get("HYPOTHESIS_PROFILE") == "deep"
SHOWN = ("outline",), ("outline", "--format", "markdown"), ("diagram", "--format", "dot")

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


def _name(path: Path) -> str:
    return path.name.removesuffix(".argmap.yaml")


def _examined(path: Path) -> Examination:
    if path.suffix == ".json":
        reading = json_form.read(Text.decode(path.name, path.read_bytes()))
        return Examination(reading.map, reading.diagnostics)
    return pipeline.examine(path)


def _place(finding: Diagnostic) -> str:
    return f"{finding.span.line}:{finding.span.column}" if finding.span else "the whole"


def _first_of_each_code(examination: Examination) -> dict[str, str]:
    """The first place of each code; of the whole file only what has no other place."""
    first: dict[str, str] = {}
    for finding in examination.diagnostics:
        if first.get(finding.code, "the whole") == "the whole":
            first[finding.code] = _place(finding)
    return dict(sorted(first.items()))


def test_there_are_at_least_60_files_each_small_enough_to_be_looked_at() -> None:
    assert len(FILES) >= 60
    assert [path.name for path in FILES if path.stat().st_size > 50_000] == []
    assert {_name(path) for path in FILES} >= VALID


def test_what_is_said_of_each(golden: Callable[[str, str | bytes], None]) -> None:
    lines = []
    for path in FILES:
        found = _first_of_each_code(_examined(path))
        said = ", ".join(f"{code} {place}" for code, place in found.items())
        lines.append(f"{path.name.removesuffix('.argmap.yaml')}: {said or 'valid'}\n")
    golden("hostile/findings.txt", "".join(lines))


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_is_checked_within_the_limits_of_one_file(family: str) -> None:
    names = [path.name for path in FAMILIES[family]]
    refused = {name for name in names if name.removesuffix(".argmap.yaml") not in VALID}
    ended = apart("check", *names, "--output-format", "concise", folder=FOLDER)
    assert_held(ended, codes=(1 if refused else 0,))
    lines = ended.out.splitlines()
    for path in FAMILIES[family]:
        about = [line for line in lines if line.startswith(f"{path.name}:")]
        if path.suffix == ".json":
            assert about
            continue
        for code, place in _first_of_each_code(pipeline.examine(path)).items():
            where = "" if place == "the whole" else f"{place}: "
            assert any(line.startswith(f"{path.name}:{where}") and code in line for line in about)


@each_file
def test_each_is_refused_with_places_or_listed_as_valid(path: Path) -> None:
    code, out, err = inside("check", str(path))
    assert code == (0 if _name(path) in VALID else 1), out + err
    assert_harmless(out + err)
    if code:
        assert f" {path}:" in out


@each_file
def test_what_cannot_be_read_is_not_shown(path: Path) -> None:
    readable = pipeline.read(path)
    errors = [found for found in readable.diagnostics if found.severity.value == "error"]
    for command in SHOWN:
        code, out, err = inside(command[0], str(path), *command[1:])
        assert code == (1 if errors or readable.map is None else 0), err
        assert (out == "") == (code == 1)
        assert_harmless(err)
        # DOT is indented by tabs, and keeps every character of the map, as a file has to.
        assert_harmless(out, but=f"\t{BIDI}" if command[0] == "diagram" else "")


@each_file
def test_each_report_can_be_read_back(path: Path) -> None:
    examination = _examined(path)
    examined = [Examined.of(str(path), examination)]
    version = "1"
    findings = json.loads(as_json(examined, version=version))["findings"]
    assert len(findings) == len(examination.diagnostics)
    log = json.loads(sarif(examined, rules=pipeline.CATALOGUE, version=version))
    assert len(log["runs"][0]["results"]) >= len(findings)
    assert ElementTree.fromstring(junit(examined)).tag == "testsuites"
    assert github(examined).count("\n") == len(findings)


@each_file
def test_what_was_read_is_written_and_read_again(path: Path) -> None:
    argument_map = _examined(path).map
    errors = [found for found in _examined(path).diagnostics if found.code < "AM099"]
    if argument_map is None or errors:
        return
    for write_it, read_it in ((write, read), (json_form.write, json_form.read)):
        written = write_it(argument_map)
        again = read_it(Text("again", written.text))
        assert (again.map, again.diagnostics) == (argument_map, ())


@pytest.mark.parametrize("path", FILES if DEEP else FILES[::40], ids=lambda path: path.name)
def test_each_command_in_a_process_of_its_own(path: Path) -> None:
    codes = (0,) if _name(path) in VALID else (1,)
    assert_held(apart("check", path), codes)
    for command in SHOWN:
        assert_held(apart(command[0], path, *command[1:]), (0, 1), but=f"\t{BIDI}")


@pytest.mark.parametrize(
    "name",
    [
        "combining-marks-in-thousands.argmap.yaml",
        "key-of-5000-letters.argmap.yaml",
        "json-huge-numbers.argmap.json",
    ],
)
def test_what_is_said_of_a_long_value_is_short(name: str) -> None:
    for finding in _examined(FOLDER / name).diagnostics:
        assert len(finding.message) < 1_000
        assert len(finding.hint or "") < 1_000


def test_a_large_circle_is_told_in_few_lines() -> None:
    many = "".join(f"  s{n}: {{claim: So., because: s{(n + 1) % 500}}}\n" for n in range(500))
    found = pipeline.examine(Text("m", f"argmap: 1\nmain: s0\nstatements:\n{many}"))
    told = {finding.code for finding in found.diagnostics}
    assert told == {"AM107", "AM402", "AM404", "AM515"}
    assert frames(found.diagnostics).count("\n") < 100


def test_rules_stop_at_1000_findings_of_a_code_as_the_reader_does() -> None:
    many = "".join(f"  s{n}: {{claim: So., because: s{n}}}\n" for n in range(1_100))
    found = pipeline.examine(Text("m", f"argmap: 1\nmain: s0\nstatements:\n{many}"))
    assert sum(finding.code == "AM105" for finding in found.diagnostics) == 1_000
    assert "AM006" in {finding.code for finding in found.diagnostics}


def test_no_rule_runs_on_a_layer_whose_base_is_refused() -> None:
    found = pipeline.examine(FOLDER / "extends-parent.argmap.yaml")
    assert [finding.code for finding in found.diagnostics] == ["AM052"]
    assert found.not_run


def test_no_step_is_offered_for_a_premise() -> None:
    found = pipeline.examine(Text("m", f"{ONE}  c: {{claim: So., because: nowhere}}\n"))
    [hint] = [finding.hint or "" for finding in found.diagnostics if finding.code == "AM101"]
    assert ">" not in hint


def test_a_place_with_too_many_digits_is_told_as_what_it_is() -> None:
    head = "argmap: 1\ntext: t\nsources: {t: {title: T}}\nstatements:\n"
    content = f"{head}  a: {{claim: It is so., at: p1-{'9' * 20}}}\n"
    diagnostics = pipeline.examine(Text("m", content)).diagnostics
    [found] = [finding for finding in diagnostics if finding.code == "AM021"]
    assert "counted from 1" not in found.message
