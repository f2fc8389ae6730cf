"""The case files of the rules: maps in which the code stands on the line that must be flagged.

A file holds several maps, each behind a line `# === title`. Within a map the findings of the file's
own rule must be those of the comments, line by line; findings of other rules count only where a
comment of that map names their code. The indexes that a map names are of the texts in `texts`.

What these findings say, whom they are about and what they point at is held by golden files, one a
rule. Whoever changes one reads it as the person would who wrote the map.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from argmap.diagnostics import Diagnostic
from argmap.formats.native import read
from argmap.rules import RULES, check
from argmap.text import Span, Text
from tests.rules.attached_texts import attached

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


def _findings(case: Case) -> list[Diagnostic]:
    """The findings of the rule, and those of the rules that a comment names."""
    reading = read(case.text)
    assert reading.map is not None
    assert reading.diagnostics == ()
    codes = {case.rule} | {code for _, code in _expected(case.text)}
    found = check(reading.map, sources=attached(reading.map)).diagnostics
    return [each for each in found if each.code in codes]


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_case(case: Case) -> None:
    """The findings of the rule stand on the lines that say so, and nowhere else."""
    found = set()
    for finding in _findings(case):
        assert finding.span is not None
        found.add((finding.span.line, finding.code))
    assert found == _expected(case.text)


def _place(case: Case, span: Span | None) -> str:
    """The line, counted from that of the title, the column, and how the place begins."""
    if span is None:
        return "nowhere"
    before = case.text.content.index("argmap:")
    line = span.line - case.text.content.count("\n", 0, before) + 1
    first, *more = span.excerpt.split("\n")
    return f"{line}:{span.column} `{first}{'...' if more else ''}`"


def _in_words(case: Case) -> Iterator[str]:
    yield f"=== {case.title}"
    for found in _findings(case):
        yield f"{found.severity.value} {found.code} {found.message}"
        yield f"  at {_place(case, found.span)}"
        yield f"  about {found.subject or 'the map'}"
        for related in found.related:
            about = f", {related.subject}" if related.subject else ""
            yield f"  see {_place(case, related.span)}{about}: {related.message}"
        if found.hint:
            yield f"  hint: {found.hint}"
    yield ""


@pytest.mark.parametrize("code", [rule.RULE.code for rule in RULES])
def test_words(code: str, golden: Callable[[str, str], None]) -> None:
    """What the findings of a rule say, whom they are about and what they point at."""
    cases = [case for case in CASES if case.rule == code]
    golden(f"rules/{code}.txt", "\n".join(line for case in cases for line in _in_words(case)))


def test_each_rule_has_cases_that_fire_and_cases_that_do_not() -> None:
    """Every rule is seen to fire, and seen not to."""
    fires: dict[str, set[bool]] = {rule.RULE.code: set() for rule in RULES}
    for case in CASES:
        fires[case.rule].add(any(code == case.rule for _, code in _expected(case.text)))
    assert [code for code, seen in fires.items() if seen != {True, False}] == []
