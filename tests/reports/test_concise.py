"""The report of one line a finding."""

import re

from hypothesis import given

from argmap.diagnostics import Diagnostic, Severity
from argmap.reports.concise import concise
from argmap.text import Span, Text
from tests.reports.texts import findings

TEXT = Text("maps/ferry.argmap.yaml", "argmap: 1\nmain: fery\n")


def test_place_code_and_message() -> None:
    found = Diagnostic("AM101", "x", Severity.ERROR, "fery is not defined", Span(TEXT, 16, 20))
    assert concise([found, found]) == 2 * (
        "maps/ferry.argmap.yaml:2:7: AM101 fery is not defined\n"
    )


def test_without_a_place_the_name_of_the_map_where_it_is_known() -> None:
    found = Diagnostic("AM108", "x", Severity.ERROR, "no main conclusion")
    assert concise([found], name="m\n.yaml") == "m<U+000A>.yaml: AM108 no main conclusion\n"
    assert concise([found]) == "AM108 no main conclusion\n"
    assert concise([]) == ""


@given(findings)
def test_one_line_each_and_no_control_in_it(found: list[Diagnostic]) -> None:
    report = concise(found, name="m.yaml")
    assert report.count("\n") == len(found)
    assert re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202e\ud800]", report) is None
