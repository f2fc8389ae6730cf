"""The closing words."""

import pytest

from argmap.diagnostics import Diagnostic, Severity
from argmap.reports.summary import Skipped, summary


def found(*severities: Severity) -> list[Diagnostic]:
    return [Diagnostic("AM101", "a-rule", severity, "wrong") for severity in severities]


E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741


@pytest.mark.parametrize(
    ("severities", "maps", "waived", "sentence"),
    [
        ([], 1, 0, "1 map, no findings.\n"),
        ([], 3, 0, "3 maps, no findings.\n"),
        ([], 3, 1, "3 maps, no findings. 1 finding waived.\n"),
        ([E], 1, 0, "Found 1 error in 1 map.\n"),
        ([W, E, W], 3, 0, "Found 1 error, 2 warnings in 3 maps.\n"),
        ([I], 2, 2, "Found 1 info in 2 maps. 2 findings waived.\n"),
        ([I, I], 1, 0, "Found 2 infos in 1 map.\n"),
        ([W] * 1234, 1, 0, "Found 1,234 warnings in 1 map.\n"),
    ],
)
def test_counts(severities: list[Severity], maps: int, waived: int, sentence: str) -> None:
    assert summary(found(*severities), maps=maps, waived=waived) == sentence


def test_a_rule_that_did_not_run_is_told_once() -> None:
    skipped = [Skipped("a", "AM501", "no text"), Skipped("b", "AM501", "no text")]
    assert summary([], maps=2, skipped=skipped).splitlines()[1:] == ["AM501 did not run: no text"]


def test_rules_that_did_not_run_for_one_reason_share_a_line() -> None:
    skipped = [Skipped("a", f"AM10{n}", "the file holds no map") for n in range(7)]
    skipped += [Skipped("b", "AM100", "the file holds no map"), Skipped("a", "AM109", "no text")]
    assert summary([], maps=3, skipped=skipped).splitlines()[1:] == [
        "AM100 did not run on a, b: the file holds no map",
        "AM101, AM102, AM103 and 3 other rules did not run on a: the file holds no map",
        "AM109 did not run on a: no text",
    ]


def test_the_maps_are_named_where_they_are_not_all() -> None:
    skipped = [Skipped(name, "AM501", "no text") for name in "abcde"]
    skipped.append(Skipped("b\x1b", "AM401", "a layer"))
    assert summary([], maps=6, skipped=skipped).splitlines()[1:] == [
        "AM401 did not run on b<U+001B>: a layer",
        "AM501 did not run on a, b, c and 2 other maps: no text",
    ]
    assert summary([], maps=6, skipped=skipped[:4]).splitlines()[1:] == [
        "AM501 did not run on a, b, c and 1 other map: no text",
    ]
    assert summary([], maps=6, skipped=skipped[:3]).splitlines()[1:] == [
        "AM501 did not run on a, b, c: no text",
    ]


def test_what_a_baseline_holds_is_counted() -> None:
    assert summary([], maps=1, waived=1, known=2) == (
        "1 map, no findings. 1 finding waived. 2 findings in the baseline.\n"
    )
