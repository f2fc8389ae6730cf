"""The report in JSON holds to its schema, and to what was found."""

import json
from collections.abc import Callable

import jsonschema
from hypothesis import given

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.reports.as_json import as_json, schema
from argmap.reports.document import line, whole
from argmap.reports.examined import Examined
from argmap.rules import NotRun
from argmap.text import Span, Text
from tests.reports.examinations import FAULTY, SAMPLE, examine, maps

SCHEMA = json.loads(schema())
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)


def test_the_schema_is_one() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)


@given(maps)
def test_every_report_holds_to_the_schema_and_is_plain_ascii(examined: list[Examined]) -> None:
    report = as_json(examined, version="1.0")
    assert report.isascii()
    assert all(char.isprintable() or char == "\n" for char in report)
    VALIDATOR.validate(json.loads(report))
    assert report == as_json(examined, version="1.0")


@given(maps)
def test_nothing_is_left_out(examined: list[Examined]) -> None:
    report = json.loads(as_json(examined, version="1.0"))
    found = [finding for one in examined for finding in one.diagnostics]
    assert [each["severity"] for each in report["findings"]] == [f.severity.value for f in found]
    assert [len(each["related"]) for each in report["findings"]] == [len(f.related) for f in found]
    assert len(report["waived"]) == sum(len(one.waived) for one in examined)
    assert len(report["not_run"]) == sum(len(one.not_run) for one in examined)
    summary = report["summary"]
    assert summary["errors"] + summary["warnings"] + summary["infos"] == len(found)
    assert [one["file"] for one in report["maps"]] == [whole(one.name) for one in examined]


@given(maps)
def test_places_cut_the_text_as_the_span_does(examined: list[Examined]) -> None:
    report = json.loads(as_json(examined, version="1.0"))
    found = [finding for one in examined for finding in one.diagnostics]
    for told, finding in zip(report["findings"], found, strict=True):
        if finding.span is None:
            assert told["line"] is None
            continue
        text, start, end = finding.span
        assert text.content[told["offset"] : told["end_offset"]] == text.content[start:end]
        for offset, row, column in (
            ("offset", "line", "column"),
            ("end_offset", "end_line", "end_column"),
        ):
            assert text.position(told[offset]) == (told[row], told[column])


def test_one_of_everything(golden: Callable[[str, str], None]) -> None:
    golden("reports/sample.json", as_json(SAMPLE, version="1.0"))


def test_a_map_with_faults() -> None:
    one = examine(FAULTY)
    report = json.loads(as_json([one], version="0.1.0"))
    assert report["tool"] == {"name": "argmap", "version": "0.1.0"}
    dangling, disconnected = report["findings"]
    assert dangling == {
        "code": "AM101",
        "name": "dangling-reference",
        "severity": "error",
        "message": one.diagnostics[0].message,
        "map": "maps/ferry.argmap.yaml",
        "file": "maps/ferry.argmap.yaml",
        "line": 7,
        "column": 23,
        "end_line": 7,
        "end_column": 30,
        "offset": 186,
        "end_offset": 193,
        "subject": "demand+subsidy>ferry",
        "hint": one.diagnostics[0].hint,
        "related": [],
        "fingerprint": dangling["fingerprint"],
    }
    assert FAULTY[186:193] == "subsidy"
    assert disconnected["code"] == "AM109"
    (waived,) = report["waived"]
    assert waived["code"] == "AM602"
    assert waived["waiver"] == {
        "rule": "question-as-claim",
        "at": "demand",
        "reason": "It is <quoted>.",
    }
    assert report["summary"] == {
        "maps": 1,
        "errors": 1,
        "warnings": 1,
        "infos": 0,
        "waived": 1,
        "not_run": 0,
        "unread": 0,
    }


def test_rules_that_did_not_run_and_files_that_could_not_be_read() -> None:
    broken = examine("argmap: 1\nstatements: {")
    gone = Examined("gone.argmap.yaml", unread="no such file or directory")
    report = json.loads(as_json([broken, gone], version="0.1.0"))
    assert report["not_run"][0] == {
        "map": "maps/ferry.argmap.yaml",
        "code": "AM101",
        "name": "dangling-reference",
        "reason": "the file could not be read to its end",
    }
    assert report["maps"][1]["unread"] == "no such file or directory"
    assert report["summary"]["unread"] == 1


def test_a_finding_without_a_place_is_told_of_its_map() -> None:
    rule = RuleInfo("AM108", "main-conclusion", Severity.ERROR, "none", "")
    one = Examined("m.yaml", [rule.at(None, "none")], not_run=[NotRun(rule, "why not")])
    (found,) = json.loads(as_json([one], version="1"))["findings"]
    assert (found["file"], found["line"], found["offset"]) == ("m.yaml", None, None)


def test_a_place_in_the_base_of_a_layer_is_told_of_the_base() -> None:
    span = Span(Text("base.yaml", "\U0001f6a2 x"), 2, 3)
    found = Diagnostic("AM101", "a-rule", Severity.ERROR, "wrong", span)
    (told,) = json.loads(as_json([Examined("layer.yaml", [found])], version="1"))["findings"]
    assert (told["file"], told["map"], told["column"]) == ("base.yaml", "layer.yaml", 3)


def test_delete_is_escaped_although_json_allows_it() -> None:
    assert line({"a": "\x7f\x1b\x9b"}) == '{"a": "\\u007f\\u001b\\u009b"}'
