"""Which rules count, and how much they matter."""

from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagnostics import Diagnostic, Severity
from argmap.model import Waiver
from argmap.pipeline import CATALOGUE
from argmap.reports.examined import Examined
from argmap.rules import NotRun, Waived
from argmap.settings import Settings, applied, counting
from argmap.settings.codes import adjustable, counts, ignorable, selector, severities
from argmap.settings.invalid import Wrong

E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741  (as the reports name them)
CODES = sorted(CATALOGUE)
beginnings = st.lists(
    st.sampled_from([code[:length] for code in CODES for length in (2, 3, 4, 5)]), max_size=4
)


@given(beginnings, beginnings)
def test_whoever_names_a_rule_more_closely_decides(select: list[str], ignore: list[str]) -> None:
    """By the definition: ever shorter beginnings are looked up, first in `ignore`."""
    for code in CODES:
        verdict = code.startswith("AM0")
        for length in range(len(code), 0, -1):
            if code[:length] in ignore:
                break
            if code[:length] in select:
                verdict = True
                break
        assert counts(code, select, ignore) is (verdict or code.startswith("AM0"))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("AM109", "AM109"),
        (" am109 ", "AM109"),
        ("disconnected", "AM109"),
        ("Main_Conclusion", "AM108"),
        ("AM1", "AM1"),
        ("am", "AM"),
        ("all", "AM"),
    ],
)
def test_codes_names_and_beginnings(written: str, code: str) -> None:
    assert selector(written, CATALOGUE) == code


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        ("AM190", 'no rule goes by "AM190"', 'did you mean "AM1'),
        ("disconected", 'no rule goes by "disconected"', 'did you mean "disconnected"?'),
        ("E501", 'no rule goes by "E501"', "argmap explain lists the codes"),
        ("A", 'no rule goes by "A"', "argmap explain"),
        ("", 'no rule goes by ""', "argmap explain"),
        (3, "3 is no code of a rule", "write codes in quotes"),
        (["AM1"], "is no code of a rule", "write codes in quotes"),
    ],
)
def test_what_is_no_rule(written: object, message: str, hint: str) -> None:
    with pytest.raises(Wrong) as raised:
        selector(written, CATALOGUE)
    assert message in str(raised.value)
    assert raised.value.hint is not None
    assert raised.value.hint.startswith(hint)


@pytest.mark.parametrize("written", ["AM012", "unknown-key", "AM0", "AM00"])
def test_what_the_reader_finds_cannot_be_ignored(written: str) -> None:
    with pytest.raises(Wrong, match="cannot be ignored"):
        ignorable(written, CATALOGUE)
    assert ignorable("AM", CATALOGUE) == "AM"


@pytest.mark.parametrize("written", ["AM012", "not-utf8"])
def test_an_error_of_the_reader_stays_one(written: str) -> None:
    with pytest.raises(Wrong, match="stays an error"):
        adjustable(written, CATALOGUE)
    assert adjustable("findings-omitted", CATALOGUE) == "AM006"
    assert adjustable("AM0", CATALOGUE) == "AM0"


def test_the_closest_severity_counts_and_errors_of_the_reader_stay() -> None:
    chosen = severities({"AM": I, "AM1": W, "AM109": E}, CATALOGUE)
    assert (chosen["AM109"], chosen["AM101"], chosen["AM602"]) == (E, W, I)
    assert chosen["AM006"] is I
    assert "AM012" not in chosen
    assert dict(severities({}, CATALOGUE)) == {}


def found(code: str) -> Diagnostic:
    return CATALOGUE[code].at(None, "wrong")


ONE = Examined(
    "maps/old/ferry.argmap.yaml",
    [found("AM012"), found("AM101"), found("AM109"), found("AM602")],
    waived=[Waived(found("AM206"), Waiver(rule="AM206")), Waived(found("AM109"), Waiver(rule="x"))],
    not_run=[NotRun(CATALOGUE["AM201"], "so"), NotRun(CATALOGUE["AM602"], "so")],
)


def left(settings: Settings, one: Examined = ONE) -> list[str]:
    return [each.code for each in applied(settings, one, CATALOGUE).diagnostics]


def test_without_settings_all_stays() -> None:
    assert applied(Settings(), ONE, CATALOGUE).diagnostics == ONE.diagnostics
    assert left(Settings()) == ["AM012", "AM101", "AM109", "AM602"]


def test_what_does_not_count_is_left_out_everywhere() -> None:
    after = applied(Settings(ignore=("AM109", "AM6")), ONE, CATALOGUE)
    assert [each.code for each in after.diagnostics] == ["AM012", "AM101"]
    assert [each.diagnostic.code for each in after.waived] == ["AM206"]
    assert [each.rule.code for each in after.not_run] == ["AM201"]


def test_severities_hold_for_waived_findings_too() -> None:
    after = applied(Settings(severity={"AM109": E, "AM2": W}, fail_on="never"), ONE, CATALOGUE)
    assert [each.severity for each in after.diagnostics] == [E, E, E, W]
    assert [each.diagnostic.severity for each in after.waived] == [W, E]
    assert after.waived[0].waiver.rule == "AM206"
    assert after.fails_at is None
    assert applied(Settings(fail_on="info"), ONE, CATALOGUE).fails_at is I


def test_some_files_ignore_more() -> None:
    here = Path.cwd()
    settings = Settings(per_file_ignores={"maps/old/": ("AM6",), "*.yaml": ("AM",)}, folder=here)
    assert left(settings) == ["AM012"]
    only_old = Settings(per_file_ignores={"maps/old/": ("AM6",)}, folder=here)
    assert left(only_old) == ["AM012", "AM101", "AM109"]
    assert left(only_old, evolve(ONE, name="maps/ferry.argmap.yaml")) == left(Settings())
    assert left(only_old, evolve(ONE, name=str(here / "maps/old/x"))) == left(only_old)
    assert left(only_old, evolve(ONE, name="<stdin>")) == left(Settings())
    # Outside of its folder a settings file still knows a file by name, and not by its folders.
    away = evolve(only_old, folder=here / "elsewhere")
    assert left(away) == left(Settings())


def test_a_selected_rule_is_still_ignored_in_a_file() -> None:
    settings = Settings(select=("AM602",), per_file_ignores={"*.yaml": ("AM6",)})
    assert not counting(settings, "a.yaml")("AM602")
    assert counting(settings, "a.json")("AM602")
    assert counting(settings, "a.yaml")("AM001")
