"""Many faults come out in one run, each on its line and column; a fault of syntax hides few."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from argmap import pipeline
from argmap.text import Text
from tests.hostile.running import apart

FILE = Path(__file__).parent / "seeded" / "twelve-faults.argmap.yaml"
FAULTS = {
    "AM007": "an anchor of YAML",
    "AM009": "a text that YAML cuts at #",
    "AM012": "a misspelt key",
    "AM013": "a key that stands twice",
    "AM014": "a word where true or false is wanted",
    "AM017": "an empty text",
    "AM018": "an id that is none",
    "AM021": "a place that is none",
    "AM023": "a date that is none",
    "AM101": "a misspelt premise",
    "AM105": "a reason for itself",
    "AM111": "evidence that is argued for",
}
_CARET = re.compile(r"# *\^ (AM\d{3})")


def _marked(content: str) -> set[tuple[str, int, int]]:
    """Code, line and column of each place over a caret."""
    lines = content.split("\n")
    return {
        (found[1], number, line.index("^") + 1)
        for number, line in enumerate(lines)
        if (found := _CARET.fullmatch(line))
    }


def _found(content: str) -> set[tuple[str, int, int]]:
    diagnostics = pipeline.examine(Text("t", content)).diagnostics
    assert all(one.span for one in diagnostics)
    return {(one.code, one.span.line, one.span.column) for one in diagnostics if one.span}


def test_the_file_marks_a_place_for_each_fault_of_the_table() -> None:
    assert len(FAULTS) == 12
    assert sorted(code for code, _, _ in _marked(FILE.read_text())) == sorted(FAULTS)


def test_all_come_out_in_one_run_and_nothing_else() -> None:
    content = FILE.read_text()
    assert _found(content) == _marked(content)


def test_each_comes_out_of_the_command_with_line_and_column() -> None:
    ended = apart("check", FILE.name, "--output-format", "concise", folder=FILE.parent)
    assert ended.code == 1
    places = re.findall(r"(?m)^twelve-faults\.argmap\.yaml:(\d+):(\d+): (AM\d{3})", ended.out)
    found = {(code, int(line), int(column)) for line, column, code in places}
    assert found == _marked(FILE.read_text())


@pytest.mark.parametrize("last", ["  boat: {claim: It waits.", "]", "  @boat: {}", '  "boat'])
def test_a_syntax_fault_in_the_last_line_hides_no_reading_fault(last: str) -> None:
    content = FILE.read_text()
    reading_faults = {found for found in _marked(content) if found[0] < "AM099"}
    assert len(reading_faults) == 9
    found = _found(content + last)
    assert {one for one in found if one[0] != "AM001"} == reading_faults
    [(_, line, _)] = found - reading_faults
    assert line == content.count("\n") + 1


def test_it_is_said_that_no_rule_ran(tmp_path: Path) -> None:
    path = tmp_path / "broken.argmap.yaml"
    path.write_text(f"{FILE.read_text()}]\n")
    ended = apart("check", path)
    assert ended.code == 1
    assert "The rest of the file was not checked" in ended.out
    assert re.search(
        r"AM101, AM102, AM103 and \d+ other rules did not run: "
        r"the file could not be read to its end",
        ended.said,
    )
    assert not re.search(r"\[AM[1-9]\d\d\]", ended.out)
