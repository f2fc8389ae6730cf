"""The SARIF log holds to what the standard says of logs such as ours.

The checks quote SARIF 2.1.0; the numbers are its sections.
"""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import pipeline
from argmap.diagnostics import Diagnostic, Related, RuleInfo, Severity
from argmap.reports.examined import Examined
from argmap.reports.sarif import sarif
from argmap.reports.uris import address
from argmap.text import Span, Text
from tests.reports.examinations import FAULTY, PAGE, SAMPLE, examine, maps

RULES = pipeline.CATALOGUE
TEXT = Text("maps/ferry.argmap.yaml", "main: fery\nnote: a\rb \U0001f6a2 c\n")

# Property: whether it must be there, for each kind of object that we write (3.13 to 3.58).
KNOWN = {
    "sarifLog": {"$schema": False, "version": True, "runs": True},
    "run": {
        "tool": True,
        "invocations": False,
        "originalUriBaseIds": False,
        "artifacts": False,
        "results": False,
        "defaultEncoding": False,
        "columnKind": True,
        "newlineSequences": False,
    },
    "invocation": {"executionSuccessful": True, "toolConfigurationNotifications": False},
    "notification": {"level": False, "message": True, "associatedRule": False, "locations": False},
    "artifact": {"location": True, "roles": False},
    "reportingDescriptor": {
        "id": True,
        "name": False,
        "shortDescription": False,
        "fullDescription": False,
        "help": False,
        "defaultConfiguration": False,
    },
    "result": {
        "ruleId": True,
        "ruleIndex": False,
        "level": False,
        "message": True,
        "locations": False,
        "relatedLocations": False,
        "partialFingerprints": False,
        "suppressions": True,
    },
    "location": {
        "id": False,
        "message": False,
        "physicalLocation": False,
        "logicalLocations": False,
    },
    "physicalLocation": {"artifactLocation": True, "region": False},
    "artifactLocation": {"uri": True, "uriBaseId": False, "index": False},
    "region": {"startLine": True, "startColumn": True, "endLine": True, "endColumn": True},
    "suppression": {"kind": True, "status": False, "justification": False, "location": False},
}


def check(kind: str, value: dict[str, Any]) -> dict[str, Any]:
    """Hold an object to the properties that its kind can have and must have."""
    assert set(value) <= set(KNOWN[kind]), kind
    assert {key for key, needed in KNOWN[kind].items() if needed} <= set(value), kind
    return value


def unique(values: list[Any]) -> list[Any]:
    """3.7.3: no two elements of such an array are equal."""
    assert len({json.dumps(value, sort_keys=True) for value in values}) == len(values)
    return values


def check_message(value: dict[str, Any]) -> None:
    """3.11: a text that is not empty, in which every brace is doubled and nothing is a link."""
    assert value["text"]
    assert re.search(r"(?<!\{)(\{\{)*\{(?!\{)", value["text"]) is None
    assert re.search(r"(?<!\})(\}\})*\}(?!\})", value["text"]) is None
    assert next(links(value["text"]), None) is None


def links(text: str) -> Iterator[str]:
    """3.11.6: the embedded links of a plain text message."""
    return (
        found[0]
        for found in re.finditer(r"(?<!\\)(?:\\\\)*\[(?:[^\\\[\]]|\\[\\\[\]])*\]\([^)]*\)", text)
    )


def check_log(log: dict[str, Any]) -> dict[str, Any]:
    """Hold a log to the standard; return its run."""
    check("sarifLog", log)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    check("run", run)
    rules = [check("reportingDescriptor", rule) for rule in run["tool"]["driver"]["rules"]]
    codes = [rule["id"] for rule in unique(rules)]
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert 0 < len(rule["fullDescription"]["text"]) <= 1000
    files = [check("artifact", file)["location"] for file in unique(run["artifacts"])]
    check_result = _ResultChecker(run, codes, files)
    for result in run["results"]:
        check_result(result)
    for invocation in run["invocations"]:
        check("invocation", invocation)
        for notification in invocation["toolConfigurationNotifications"]:
            check("notification", notification)
            check_message(notification["message"])
            for location in notification.get("locations", []):
                check_result.location(location)
            if "index" in (rule := notification.get("associatedRule", {})):
                assert codes[rule["index"]] == rule["id"]
    fingerprints = [result["partialFingerprints"]["ruleMapElement/v1"] for result in run["results"]]
    assert len(set(fingerprints)) == len(fingerprints)
    assert isinstance(run, dict)
    return run


class _ResultChecker:
    def __init__(self, run: dict[str, Any], codes: list[str], files: list[Any]) -> None:
        self.bases = run["originalUriBaseIds"]
        self.codes = codes
        self.files = files

    def __call__(self, result: dict[str, Any]) -> None:
        check("result", result)
        assert result["level"] in ("error", "warning", "note")
        check_message(result["message"])
        if "ruleIndex" in result:
            assert self.codes[result["ruleIndex"]] == result["ruleId"]
        for location in (*result["locations"], *unique(result["relatedLocations"])):
            self.location(location)
        for suppression in unique(result["suppressions"]):
            check("suppression", suppression)
            assert suppression["kind"] in ("inSource", "external")  # 3.35.2
            if "location" in suppression:
                self.location(suppression["location"])

    def location(self, location: dict[str, Any]) -> None:
        check("location", location)
        assert "physicalLocation" in location or "logicalLocations" in location or "id" in location
        for logical in location.get("logicalLocations", []):
            assert logical["name"]
        if "physicalLocation" not in location:
            return
        physical = check("physicalLocation", location["physicalLocation"])
        file = check("artifactLocation", physical["artifactLocation"])
        assert re.fullmatch(r"([A-Za-z0-9\-._~/:?#@!$&'()*+,;=]|%[0-9A-F]{2})+", file["uri"])
        # 3.4.4: a relative reference says what it is relative to; an absolute URI does not.
        assert ("uriBaseId" in file) is (not urlsplit(file["uri"]).scheme)
        assert file.get("uriBaseId", "%SRCROOT%") in self.bases
        assert {**self.files[file["index"]], "index": file["index"]} == file
        if "region" in physical:
            region = check("region", physical["region"])
            start = (region["startLine"], region["startColumn"])
            assert (1, 1) <= start <= (region["endLine"], region["endColumn"])
            assert all(column >= 1 for column in region.values())


@given(maps, st.sampled_from([None, "/", "maps", "/srv/maps"]))
def test_every_log_holds_to_the_standard(examined: list[Examined], root: str | None) -> None:
    report = sarif(examined, rules=RULES, version="0.1.0", root=root)
    assert report.isascii()
    run = check_log(json.loads(report))
    assert len(run["results"]) == sum(len(one.diagnostics) + len(one.waived) for one in examined)
    assert [bool(result["suppressions"]) for result in run["results"]] == [
        *[False] * sum(len(one.diagnostics) for one in examined),
        *[True] * sum(len(one.waived) for one in examined),
    ]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is all(one.unread is None for one in examined)
    assert len(invocation["toolConfigurationNotifications"]) == sum(
        len(one.not_run) + (one.unread is not None) for one in examined
    )


def run_of(*examined: Examined, root: str | None = None) -> dict[str, Any]:
    return check_log(json.loads(sarif(examined, rules=RULES, version="0.1.0", root=root)))


def test_one_of_everything(golden: Callable[[str, str], None]) -> None:
    rules = {"AM101": RuleInfo("AM101", "dangling-reference", Severity.ERROR, "a name", PAGE)}
    golden("reports/sample.sarif", sarif(SAMPLE, rules=rules, version="1.0"))


def test_a_map_with_faults() -> None:
    run = run_of(examine(FAULTY))
    dangling, disconnected, waived = run["results"]
    assert dangling["ruleId"] == "AM101"
    assert dangling["level"] == "error"
    assert dangling["suppressions"] == disconnected["suppressions"] == []
    (location,) = dangling["locations"]
    assert location["logicalLocations"] == [{"name": "demand+subsidy>ferry"}]
    assert location["physicalLocation"] == {
        "artifactLocation": {
            "uri": "maps/ferry.argmap.yaml",
            "uriBaseId": "%SRCROOT%",
            "index": 0,
        },
        "region": {"startLine": 7, "startColumn": 23, "endLine": 7, "endColumn": 30},
    }
    (suppression,) = waived["suppressions"]
    assert suppression["kind"] == "inSource"
    assert suppression["justification"] == "It is <quoted>."
    assert suppression["location"]["physicalLocation"]["region"]["startLine"] == 3
    assert run["artifacts"] == [
        {
            "location": {"uri": "maps/ferry.argmap.yaml", "uriBaseId": "%SRCROOT%"},
            "roles": ["analysisTarget"],
        }
    ]


def test_every_rule_is_described_with_its_page() -> None:
    described = {rule["id"]: rule for rule in run_of()["tool"]["driver"]["rules"]}
    assert set(described) == set(RULES)
    for code, rule in described.items():
        assert rule["help"]["markdown"] == RULES[code].page
        assert rule["name"] == RULES[code].name
        assert "**" not in rule["fullDescription"]["text"]
        assert "argmap: 1\n" not in rule["fullDescription"]["text"]


def test_a_rule_without_a_page_is_described_by_its_summary_or_name() -> None:
    rules = {
        "X1": RuleInfo("X1", "first", Severity.INFO, "what it finds", ""),
        "X2": RuleInfo("X2", "second", Severity.INFO, "", ""),
    }
    log = json.loads(sarif([], rules=rules, version="1"))
    first, second = log["runs"][0]["tool"]["driver"]["rules"]
    assert first["fullDescription"]["text"] == "what it finds"
    assert first["shortDescription"]["text"] == "What it finds."
    assert first["defaultConfiguration"] == {"level": "note"}
    assert second["fullDescription"]["text"] == "second"
    assert "help" not in first


def found(message: str = "wrong", span: Span | None = None, **more: Any) -> Diagnostic:
    return Diagnostic("AM101", "dangling-reference", Severity.WARNING, message, span, **more)


def test_columns_count_characters_and_a_lone_carriage_return_ends_a_line() -> None:
    """3.14.26 and 3.14.27: a viewer can work out its own columns from what the run says."""
    start = TEXT.content.index("c\n")
    run = run_of(Examined(TEXT.name, [found(span=Span(TEXT, start, start + 1))]))
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["newlineSequences"] == ["\r\n", "\n", "\r"]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 6}


def test_what_is_no_file_has_no_artifact() -> None:
    span = Span(Text("<stdin>", "x"), 0, 1)
    run = run_of(Examined("<stdin>", [found(span=span), found(span=span, subject="ferry")]))
    without, with_subject = run["results"]
    assert without["locations"] == []
    assert with_subject["locations"] == [{"logicalLocations": [{"name": "ferry"}]}]
    assert run["artifacts"] == []


def test_a_finding_of_the_whole_map_is_told_of_the_whole_file() -> None:
    (result,) = run_of(Examined(TEXT.name, [found()]))["results"]
    (location,) = result["locations"]
    assert "region" not in location["physicalLocation"]


def test_related_places_may_lie_in_other_files() -> None:
    base = Text("maps/base.argmap.yaml", "a")
    related = (
        Related("first here", Span(base, 0, 1), "a"),
        Related("and nowhere"),
    )
    run = run_of(Examined(TEXT.name, [found(span=Span(TEXT, 6, 10), related=related)]))
    first, second = run["results"][0]["relatedLocations"]
    assert first["physicalLocation"]["artifactLocation"]["index"] == 1
    assert "roles" not in run["artifacts"][1]
    assert second == {"id": 2, "message": {"text": "and nowhere"}}


def test_the_hint_follows_the_message() -> None:
    (result,) = run_of(Examined("m.yaml", [found("no {x}", hint="write [a](b) or \\")]))["results"]
    assert result["message"]["text"] == "no {{x}}\nwrite \\[a\\](b) or \\\\"
    (result,) = run_of(Examined("m.yaml", [found(" ")]))["results"]
    assert result["message"]["text"] == "dangling-reference"


def test_what_did_not_run_is_told() -> None:
    broken = examine("argmap: 1\nstatements: {")
    gone = Examined("maps/gone.argmap.yaml", unread="permission denied")
    (invocation,) = run_of(broken, gone)["invocations"]
    first, *_, last = invocation["toolConfigurationNotifications"]
    assert first["associatedRule"]["id"] == "AM101"
    assert "could not be read to its end" in first["message"]["text"]
    assert last["level"] == "error"
    assert last["message"]["text"] == "maps/gone.argmap.yaml cannot be read: permission denied"
    assert not invocation["executionSuccessful"]


def test_fingerprints_do_not_follow_lines_folders_or_words() -> None:
    """3.27.17: what a fingerprint is made of is stable; two results have two of them."""

    def fingerprints(one: Examined) -> list[str]:
        return [
            result["partialFingerprints"]["ruleMapElement/v1"] for result in run_of(one)["results"]
        ]

    before = examine(FAULTY)
    moved = examine("# A comment in front.\n" + FAULTY, "elsewhere/ferry.argmap.yaml")
    assert fingerprints(before) == fingerprints(moved)
    assert fingerprints(before) != fingerprints(examine(FAULTY, "maps/boat.argmap.yaml"))
    named = "id: boats\n" + FAULTY
    assert fingerprints(examine(named)) == fingerprints(examine(named, "maps/boat.argmap.yaml"))
    first, second, other = fingerprints(
        Examined("m.yaml", [found("one"), found("two"), found(subject="a")])
    )
    assert second == f"{first}:2"
    assert not other.startswith(first)


POSIX, WINDOWS = PurePosixPath, PureWindowsPath


@pytest.mark.parametrize(
    ("path", "root", "uri", "relative"),
    [
        (POSIX("maps/a.yaml"), None, "maps/a.yaml", True),
        (POSIX("./maps//ü b#?%.yaml"), None, "maps/%C3%BC%20b%23%3F%25.yaml", True),
        (POSIX("a:b.yaml"), None, "a%3Ab.yaml", True),
        (POSIX("caf\udce9.yaml"), None, "caf%E9.yaml", True),
        (POSIX("\ud800.yaml"), None, "%3F.yaml", True),
        (POSIX("/srv/maps/a b.yaml"), None, "file:///srv/maps/a%20b.yaml", False),
        (POSIX("/srv/maps/a.yaml"), POSIX("/srv/maps"), "a.yaml", True),
        (POSIX("/srv/maps/a.yaml"), POSIX("/srv/other"), "file:///srv/maps/a.yaml", False),
        (WINDOWS("maps\\a b.yaml"), None, "maps/a%20b.yaml", True),
        (WINDOWS("C:\\maps\\a b.yaml"), None, "file:///C:/maps/a%20b.yaml", False),
        (WINDOWS("C:\\maps\\a.yaml"), WINDOWS("c:\\maps"), "a.yaml", True),
        (WINDOWS("\\\\box\\maps\\a.yaml"), None, "file://box/maps/a.yaml", False),
    ],
)
def test_a_path_becomes_a_uri(
    path: PurePath, root: PurePath | None, uri: str, relative: bool
) -> None:
    assert address(path, root) == (uri, relative)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_a_uri_leads_back_to_its_path(name: str) -> None:
    path = PurePosixPath(name)
    uri, relative = address(path)
    assert unquote(urlsplit(uri).path) == path.as_posix() or not relative
    assert urlsplit(uri).scheme == ("" if relative else "file")
    assert uri.isascii()
