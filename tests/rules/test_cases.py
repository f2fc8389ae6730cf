"""The case files of the rules: maps in which the code stands on the line that must be flagged.

A file holds several maps, each behind a line `# === title`. Within a map the findings of the file's
own rule must be those of the comments, line by line; findings of other rules count only where a
comment of that map names their code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from argmap.formats.native import read
from argmap.rules import RULES, check
from argmap.text import Text

HERE = Path(__file__).parent
_COMMENT = re.compile(r"#\s*(AM\d{3}(?:,\s*AM\d{3})*)\s*$")


class Case(NamedTuple):
    rule: str
    title: str
    text: Text


def _read_cases() -> Iterator[Case]:
    codes = {rule.RULE.name: rule.RULE.code for rule in RULES}
    for path in sorted(HERE.glob("*.yaml")):
        code = codes[path.stem.replace("_", "-")]
        before, *maps = re.split(r"(?m)^# === (.*)$", path.read_text(encoding="utf-8"))
        lines = before.count("\n")
        for title, content in zip(maps[::2], maps[1::2], strict=True):
            # Empty lines in front keep the numbers of the lines those of the file.
            yield Case(code, title, Text(path.name, "\n" * lines + content))
            lines += content.count("\n")


CASES = tuple(_read_cases())


def _expected(text: Text) -> set[tuple[int, str]]:
    found = {}
    for number, line in enumerate(text.content.split("\n"), start=1):
        comment = _COMMENT.search(line)
        if comment:
            found[number] = re.split(r",\s*", comment[1])
    return {(number, code) for number, codes in found.items() for code in codes}


def _name(case: Case) -> str:
    return f"{case.rule} {case.title}"


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_case(case: Case) -> None:
    """The findings of the rule stand on the lines that say so, and nowhere else."""
    reading = read(case.text)
    assert reading.map is not None
    assert reading.diagnostics == ()
    expected = _expected(case.text)
    codes = {case.rule} | {code for _, code in expected}
    found = set()
    for diagnostic in check(reading.map).diagnostics:
        assert diagnostic.span is not None
        if diagnostic.code in codes:
            found.add((diagnostic.span.line, diagnostic.code))
    assert found == expected


def test_each_rule_has_cases_that_fire_and_cases_that_do_not() -> None:
    """Every rule is seen to fire, and seen not to."""
    fires: dict[str, set[bool]] = {rule.RULE.code: set() for rule in RULES}
    for case in CASES:
        fires[case.rule].add(any(code == case.rule for _, code in _expected(case.text)))
    assert [code for code, seen in fires.items() if seen != {True, False}] == []
