"""The report for continuous integration that shows tests."""

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from attrs import evolve
from hypothesis import given

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.model import Waiver
from argmap.reports.examined import Examined
from argmap.reports.junit import junit
from argmap.rules import NotRun, Waived
from argmap.text import Span, Text
from tests.reports.examinations import FAULTY, SAMPLE, examine, maps

E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741


def parsed(*examined: Examined) -> list[ElementTree.Element]:
    """The suites of a report."""
    return list(ElementTree.fromstring(junit(examined)))


@given(maps)
def test_every_report_is_xml_and_counts_its_tests(examined: list[Examined]) -> None:
    report = junit(examined)
    assert re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\ud800]", report) is None
    root = ElementTree.fromstring(report)
    assert root.tag == "testsuites"
    assert len(root) == len(examined)
    for element in (root, *root):
        cases = list(element.iter("testcase"))
        for outcome, count in (
            ("failure", "failures"),
            ("error", "errors"),
            ("skipped", "skipped"),
        ):
            marked = [case for case in cases if case.find(outcome) is not None]
            assert element.get(count) == str(len(marked))
        assert element.get("tests") == str(len(cases))
        if element is not root:
            assert cases


@given(maps)
def test_a_suite_fails_where_a_check_of_its_map_does(examined: list[Examined]) -> None:
    for one, suite in zip(examined, parsed(*examined), strict=True):
        bad = one.fails_at is not None and any(f.severity >= one.fails_at for f in one.diagnostics)
        assert (suite.get("failures") != "0") is bad
        assert (suite.get("errors") != "0") is (one.unread is not None)


@given(maps)
def test_every_finding_is_told(examined: list[Examined]) -> None:
    def squeezed(text: str) -> str:
        return re.sub(r"\s|�|<U\+[0-9A-F]+>|[^\x21-\x7e]", "", text)

    for one, suite in zip(examined, parsed(*examined), strict=True):
        told = squeezed("".join(suite.itertext()))
        told += squeezed("".join(each.get("message", "") for each in suite.iter()))
        for finding in (*one.diagnostics, *(waived.diagnostic for waived in one.waived)):
            assert squeezed(finding.message) in told
            assert squeezed(finding.hint or "") in told


def test_one_of_everything(golden: Callable[[str, str], None]) -> None:
    golden("reports/sample.junit.xml", junit(SAMPLE))


def test_a_clean_map_passes() -> None:
    (suite,) = parsed(Examined("maps/ferry.argmap.yaml"))
    (case,) = suite
    assert dict(case.attrib) == {"classname": "maps/ferry.argmap.yaml", "name": "no findings"}
    assert len(case) == 0


def test_a_map_with_faults() -> None:
    one = examine(FAULTY)
    (suite,) = parsed(one)
    dangling, disconnected, waived = suite
    assert dangling.get("name") == "AM101 dangling-reference"
    failure = dangling[0]
    found = one.diagnostics[0]
    assert failure.attrib == {"message": found.message, "type": "error"}
    assert failure.text == (
        f"error: maps/ferry.argmap.yaml:7:23: AM101 {found.message}\n  {found.hint}"
    )
    assert disconnected[0].tag == "system-out"
    assert waived[0].tag == "skipped"
    assert waived[0].get("message", "").endswith("(waived: It is <quoted>.)")
    failing = parsed(evolve(examine(FAULTY), fails_at=W))[0]
    assert [case[0].tag for case in failing] == ["failure", "failure", "skipped"]


def finding(severity: Severity, message: str = "wrong") -> Diagnostic:
    return Diagnostic("AM101", "a-rule", severity, message, hint="mend it")


def test_one_rule_is_one_test_whatever_it_found() -> None:
    waiver = Waived(finding(E, "accepted"), Waiver(rule="AM101"))
    one = Examined("m", [finding(W, "mild"), finding(E, "first"), finding(E, "second")])
    (suite,) = parsed(Examined("m", one.diagnostics, waived=[waiver]))
    ((failure, output),) = suite
    assert failure.get("message") == "first (and 1 more)"
    assert failure.text == ("m: error: AM101 first\n  mend it\nm: error: AM101 second\n  mend it")
    assert output.text == (
        "m: warning: AM101 mild\n  mend it\n"
        "m: error: AM101 accepted\n  mend it (waived: without a reason)"
    )
    (suite,) = parsed(evolve(one, fails_at=None))
    assert [child.tag for child in suite[0]] == ["system-out"]


def test_what_did_not_run_or_could_not_be_read() -> None:
    rule = RuleInfo("AM401", "open-question", W, "", "")
    skipped = Examined("m", not_run=[NotRun(rule, "it needs labels")])
    unread = Examined("n", unread="no such file")
    ((case,), (other,)) = parsed(skipped, unread)
    assert case.get("name") == "AM401 open-question"
    assert case[0].attrib == {"message": "did not run: it needs labels"}
    assert (other[0].tag, other[0].get("message")) == ("error", "no such file")


@pytest.mark.parametrize("text", ["]]>", "</failure>", "&lt;", '" x="', "<!--", "\x00", "\ufffe"])
def test_hostile_words_stay_words(text: str) -> None:
    span = Span(Text(text, text), 0, 1)
    found = Diagnostic("AM101", "a-rule", E, text, span, hint=text)
    (suite,) = parsed(Examined(text, [found]))
    shown = suite.get("name")
    assert shown in (text, "<U+0000>", "<U+FFFE>")
    assert suite[0][0].get("message") == shown
    assert suite[0][0].text == f"error: {shown}:1:1: AM101 {shown}\n  {shown}"
