"""Baselines: what was there before is not new, wherever it went."""

import json
import re
from collections import Counter
from collections.abc import Callable
from contextlib import suppress

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.errors import ArgmapError, InvalidValue
from argmap.reports.baseline import Baseline, read, write
from argmap.reports.document import whole
from argmap.reports.examined import Examined
from argmap.reports.fingerprint import Identity
from argmap.rules import NotRun
from tests.reports.examinations import FAULTY, SAMPLE, examine, maps


@given(maps)
def test_what_is_written_is_read(examined: list[Examined]) -> None:
    text = write(examined)
    assert text.isascii()
    assert read(text) == Baseline.of(examined)
    assert text == write(list(reversed(examined)))


@given(maps)
def test_nothing_is_new_in_what_the_baseline_was_written_of(examined: list[Examined]) -> None:
    baseline = read(write(examined))
    assert all(not one.diagnostics for one in baseline.new(examined))
    assert Baseline().new(examined) == tuple(examined)


@given(maps, maps)
def test_what_is_new_is_the_difference_of_the_counts(
    before: list[Examined], now: list[Examined]
) -> None:
    """Multisets: a finding is new as often as it is there more often than it was."""
    new = Baseline.of(before).new(now)
    was, there = Counter(Baseline.of(before).counts), Counter(Baseline.of(now).counts)
    assert Counter(Baseline.of(new).counts) == there - was
    for one, left in zip(now, new, strict=True):
        assert evolve(left, diagnostics=one.diagnostics) == one
        # In their order, and the last of equal ones.
        rest = iter(one.diagnostics)
        assert all(finding in rest for finding in left.diagnostics)


@given(maps, maps)
def test_what_is_gone_is_the_difference_the_other_way(
    before: list[Examined], now: list[Examined]
) -> None:
    """As far as can be known: of maps that were read, and rules that ran on them."""
    gone = Baseline.of(before).gone(now)
    read_now = [one for one in now if one.unread is None]
    was, there = Counter(Baseline.of(before).counts), Counter(Baseline.of(read_now).counts)
    names = {whole(one.key) for one in read_now}
    untried = {(whole(one.key), each.rule.code) for one in read_now for each in one.not_run}
    assert set(gone) == {
        identity
        for identity in was - there
        if identity.map in names and (identity.map, identity.rule) not in untried
    }
    # What is said of a map that could not be read counts as there no more.
    read_before = [one for one in before if one.unread is None]
    assert Baseline.of(read_before).gone(before) == ()


def test_nothing_is_gone_where_nobody_looked() -> None:
    lone = Identity("AM101", "m.yaml", "a")
    rule = RuleInfo("AM101", "dangling-reference", Severity.ERROR, "", "")
    baseline = Baseline({lone: 2})
    assert baseline.gone([Examined("m.yaml", [finding("one")])]) == (lone,)
    assert baseline.gone([Examined("m.yaml", [finding("one"), finding("two")])]) == ()
    assert baseline.gone([Examined("n.yaml")]) == ()
    assert baseline.gone([Examined("m.yaml", unread="gone")]) == ()
    assert baseline.gone([Examined("m.yaml", not_run=[NotRun(rule, "so")])]) == ()


@given(st.permutations(range(3)), st.sampled_from(["", "maps/", "a/b/", "/abs/"]))
def test_a_finding_outlasts_a_statement_that_moves_and_a_folder_that_is_renamed(
    order: list[int], folder: str
) -> None:
    head, *statements, tail = re.split(r"^(?=  \w|sources)", FAULTY, flags=re.MULTILINE)
    assert len(statements) == 3
    moved = head + "".join(statements[number] + "\n" for number in order) + tail
    (one,) = read(write([examine(FAULTY)])).new([examine(moved, f"{folder}ferry.argmap.yaml")])
    assert one.diagnostics == ()


def test_one_of_everything(golden: Callable[[str, str], None]) -> None:
    golden("reports/sample.baseline.json", write(SAMPLE))


def finding(message: str, subject: str | None = "a") -> Diagnostic:
    return Diagnostic("AM101", "dangling-reference", Severity.ERROR, message, subject=subject)


def test_of_more_findings_than_there_were_the_last_are_new() -> None:
    baseline = Baseline.of([Examined("old/m.yaml", [finding("one")])])
    first, second = baseline.new(
        [Examined("m.yaml", [finding("one"), finding("two")]), Examined("x/m.yaml", [finding("3")])]
    )
    assert [each.message for each in first.diagnostics] == ["two"]
    assert [each.message for each in second.diagnostics] == ["3"]


def test_the_file_is_a_line_for_each_finding_and_holds_no_place() -> None:
    text = write([examine(FAULTY), Examined("m.yaml", [finding("x", None)] * 2)])
    assert [line.split(', "fingerprint"')[0] for line in text.splitlines()] == [
        "{",
        '  "version": 1,',
        '  "findings": [',
        '    {"map": "ferry.argmap.yaml", "rule": "AM101", "element": "demand+subsidy>ferry", '
        '"count": 1',
        '    {"map": "ferry.argmap.yaml", "rule": "AM109", "element": "lonely", "count": 1',
        '    {"map": "m.yaml", "rule": "AM101", "element": null, "count": 2',
        "  ]",
        "}",
    ]
    assert read(write([])) == Baseline()


ENTRY = {
    "map": "m",
    "rule": "AM101",
    "element": None,
    "count": 1,
    "fingerprint": Identity("AM101", "m", None).fingerprint,
}


def of(*entries: object) -> str:
    return json.dumps({"version": 1, "findings": entries})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("1" * 10_000, "not JSON"),
        ("[]", "not of version 1"),
        ('{"version": 2, "findings": []}', "not of version 1"),
        ('{"version": 1}', "no list of findings"),
        ('{"version": 1, "findings": {}}', "no list of findings"),
        (of(1), "finding 1 of the baseline is no mapping of count, element"),
        (of({**ENTRY, "line": 3}), "is no mapping"),
        (of({**ENTRY, "count": 0}), "a count from 1"),
        (of({**ENTRY, "count": True}), "a count from 1"),
        (of({**ENTRY, "count": 1.0}), "a count from 1"),
        (of({**ENTRY, "element": 0}), "texts for rule and map"),
        (of({**ENTRY, "map": None}), "texts for rule and map"),
        (of({**ENTRY, "rule": []}), "texts for rule and map"),
        (of({**ENTRY, "element": "a"}), "was edited"),
        (of({**ENTRY, "fingerprint": 1}), "was edited"),
        (of({**ENTRY, "rule": "\ud800"}), "was edited"),
        (of(ENTRY, ENTRY), "finding 2 of the baseline stands there twice"),
    ],
)
def test_a_broken_baseline_is_refused(text: str, words: str) -> None:
    with pytest.raises(InvalidValue, match=words) as raised:
        read(text)
    assert isinstance(raised.value, ArgmapError)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.just(1),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(sorted(ENTRY)), inner),
)


@given(st.text() | json_values.map(json.dumps) | st.lists(json_values).map(lambda v: of(*v)))
def test_no_file_raises_anything_else(text: str) -> None:
    with suppress(InvalidValue):
        read(text)
