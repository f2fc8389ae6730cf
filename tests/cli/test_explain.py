"""`argmap explain`: pages of rules."""

from collections.abc import Callable

import pytest

from argmap import pipeline
from argmap.diagnostics import RuleInfo, Severity
from tests.cli.conftest import Result

Run = Callable[..., Result]


@pytest.mark.parametrize("rule", ["AM101", "am101", "dangling-reference"])
def test_a_rule_by_code_or_name(argmap: Run, rule: str) -> None:
    code, out, err = argmap("explain", rule)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "AM101 dangling-reference (error)"
    assert lines[1] == pipeline.CATALOGUE["AM101"].summary
    assert lines[3].startswith("**What.**")
    assert out.count("dangling-reference") == 1


def test_every_rule_has_a_page_without_control_characters(argmap: Run) -> None:
    for code, rule in pipeline.CATALOGUE.items():
        out = argmap("explain", code).out
        assert out.startswith(f"{code} {rule.name} ({rule.severity.value})\n{rule.summary}\n")
        assert "<U+" not in out
        assert out.endswith("\n")


@pytest.mark.parametrize(
    ("page", "rest"), [("", ""), ("A page.\n\nOf two parts.", "\nA page.\n\nOf two parts.\n")]
)
def test_a_page_without_a_heading_is_shown_whole(
    argmap: Run, monkeypatch: pytest.MonkeyPatch, page: str, rest: str
) -> None:
    rule = RuleInfo("AM999", "odd-one", Severity.INFO, "odd \x1b", page)
    monkeypatch.setattr(pipeline, "explain", lambda _: rule)
    assert argmap("explain", "AM999").out == f"AM999 odd-one (info)\nodd <U+001B>\n{rest}"


def test_an_unknown_rule(argmap: Run) -> None:
    code, out, err = argmap("explain", "dangling-referense")
    assert (code, out) == (2, "")
    assert err == (
        "error: there is no rule 'dangling-referense'; did you mean \"dangling-reference\"?\n"
        "help: argmap explain\n"
    )


def test_the_list_of_all_rules_in_columns(argmap: Run) -> None:
    code, out, _ = argmap("explain")
    lines = out.splitlines()
    assert code == 0
    assert [line.split()[0] for line in lines] == list(pipeline.CATALOGUE)
    columns = set()
    for line, rule in zip(lines, pipeline.CATALOGUE.values(), strict=True):
        assert line.split(maxsplit=3) == [
            rule.code,
            rule.severity.value,
            rule.name,
            rule.summary,
        ]
        columns.add(line.index(rule.summary))
    assert len(columns) == 1
