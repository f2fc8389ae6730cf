"""Findings as values."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagnostics import Diagnostic, InvalidMap, Related, RuleInfo, Severity
from argmap.text import Span, Text

RULE = RuleInfo(
    "AM999", "example", Severity.WARNING, "an example", "  Page.\n\n    One.\n      Two."
)
TEXT = Text("m.yaml", "one\ntwo\n")


def test_severities_are_ordered() -> None:
    assert sorted(Severity, reverse=True) == [Severity.ERROR, Severity.WARNING, Severity.INFO]
    assert Severity.ERROR >= Severity.ERROR > Severity.WARNING
    assert not Severity.INFO < Severity.INFO


def test_a_rule_makes_findings_of_its_own() -> None:
    related = Related("there", Span(TEXT, 0, 3), "a")
    found = RULE.at(Span(TEXT, 4, 7), "wrong", subject="b", related=[related], hint="mend it")
    assert found == Diagnostic(
        "AM999", "example", Severity.WARNING, "wrong", Span(TEXT, 4, 7), "b", (related,), "mend it"
    )
    assert str(found) == "m.yaml:2:1: AM999 wrong"
    assert RULE.at(None, "wrong", severity=Severity.ERROR).severity is Severity.ERROR


def test_long_values_are_shortened_wherever_they_are_told() -> None:
    name = f"{'a' * 5_000}>{'c' * 5_000}"
    words = "so " * 5_000
    said = f'"{words}" of {name} is no date'
    found = RULE.at(None, said, hint=said, related=[Related(said)])
    for message in (found.message, found.hint or "", found.related[0].message):
        assert len(message) < 600
        assert message.startswith('"so so so')
    exact = RULE.at(None, f"{name} is no date, and {name} neither")
    short = f"{'a' * 40}...{'c' * 40}"
    assert exact.message == f"{short} is no date, and {short} neither"
    whole = "as long as a message may be, " * 17
    assert RULE.at(None, whole, hint=None) == RULE.at(None, whole)
    assert RULE.at(None, whole).message == whole


def test_a_page_is_cleaned_of_indentation() -> None:
    assert RULE.page == "Page.\n\nOne.\n  Two."
    assert RuleInfo("AM999", "example", Severity.INFO, "", None).page == ""


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 6), st.sampled_from("xy"))))
def test_findings_sort_by_text_place_and_code(rows: list[tuple[str, int, str]]) -> None:
    found = [
        Diagnostic(code, "n", Severity.INFO, "m", Span(Text(name, "one two"), start, start))
        for name, start, code in rows
    ]
    ordered = sorted(found, key=lambda finding: finding.sort_key)
    assert [(f.span.text.name, f.span.start, f.code) for f in ordered if f.span] == sorted(rows)


def test_a_finding_without_a_place_comes_first() -> None:
    placed, placeless = RULE.at(Span(TEXT, 0, 1), "m"), RULE.at(None, "m")
    assert sorted([placed, placeless], key=lambda f: f.sort_key) == [placeless, placed]
    assert str(placeless) == "AM999 m"


@pytest.mark.parametrize(
    ("count", "last"), [(1, "  AM999 m0"), (5, "  AM999 m4"), (7, "  and 2 more")]
)
def test_an_invalid_map_shows_five_findings_and_keeps_all(count: int, last: str) -> None:
    error = InvalidMap(RULE.at(None, f"m{number}") for number in range(count))
    lines = str(error).splitlines()
    assert lines[0] == "the map cannot be read:"
    assert lines[-1] == last
    assert len(error.diagnostics) == count
    assert pickle.loads(pickle.dumps(error)).diagnostics == error.diagnostics
