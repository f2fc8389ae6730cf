"""`argmap source audit`: what is told of the sources of a map."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from argmap.formats.source_index.write import write as written
from argmap.sources.documents import document
from argmap.sources.source_index import index_of
from tests.cli.conftest import Result, Write

Run = Callable[..., Result]

MAP = """\
argmap: 1
id: night
as-of: 2025-05-08
text: leaflet
sources:
  leaflet: {title: Run it at night, date: 2025-04-01, index: leaflet}
  survey: {title: Harbour survey, kind: report, date: 2024, reliability: B, credibility: 2}
  paper: {title: The Morning, date: 2023-01-09, derived-from: survey, credibility: 6}
  rumour: {title: Talk at the quay, unnamed: true}
  log: {title: Log of sailings, primary: true, index: log}
  unused: {title: Not used}
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: [demand, wanted, storms, wish]
    at: p1.1
  demand: {evidence: 412 would use it., at: survey via p2.1}
  wanted: {evidence: Islanders want it., at: [paper via p2.2, paper]}
  storms:
    evidence: It storms on nine nights.
    type: event
    data: {date: not stated, place: sea}
    at: log
  wish: {claim: We wish it., because: [told, heard]}
  told: {evidence: All say so., at: rumour}
  heard: {evidence: It is heard.}
"""
HEADS = [
    "SOURCE",
    "KIND",
    "DATE",
    "AGE",
    "RATED",
    "STATUS",
    "INDEX",
    "STATEMENTS",
    "DERIVED FROM",
    "READ AT",
]


def _index(write: Write) -> None:
    text = "The ferry should run at night. Nobody minds that.\n"
    write("leaflet.txt", text)
    write("leaflet.source.yaml", written(index_of(document(text))))


def test_tables(argmap: Run, write: Write) -> None:
    _index(write)
    write("m.argmap.yaml", MAP)
    code, out, err = argmap("source", "audit", "m.argmap.yaml")
    assert code == 0
    assert 'there is no index "log"' in err
    blocks = [block.split("\n") for block in out.rstrip("\n").split("\n\n")]
    columns = [[re.split(" {2,}", row) for row in block] for block in blocks]
    origins, compared, unsaid, remarks = columns
    assert origins == [
        HEADS,
        ["leaflet", "2025-04-01", "37 days", "text", "1"],
        [
            "survey",
            "report",
            "2024",
            "4 months",
            "B2: usually reliable, probably true",
            "1",
            "p2.1",
        ],
        ["paper", "2023-01-09", "2 years", "6: truth cannot be judged", "1", "survey", "p2.2"],
        ["rumour", "unnamed", "1"],
        ["log", "primary", "missing", "1"],
    ]
    assert compared == [
        ["CONCLUSION", "REASONS", "WITH EVIDENCE", "ORIGINS", "SHARED"],
        ["ferry (main)", "4", "4", "3", "survey by demand>ferry, wanted>ferry"],
        ["wish", "2", "2", "1"],
    ]
    assert unsaid == [["EVIDENCE", "NOT STATED"], ["storms", "date"]]
    assert [row[0] for row in remarks] == [
        "ferry: evidence without a source under wish>ferry.",
        "wish: evidence without a source under heard>wish.",
    ]


def test_json(argmap: Run, write: Write) -> None:
    _index(write)
    write("m.argmap.yaml", MAP)
    code, out, _ = argmap("source", "audit", "m.argmap.yaml", "--json")
    assert code == 0
    told = json.loads(out)
    assert list(told) == [
        *("version", "map", "as-of", "origins", "independence", "not-stated", "complete"),
    ]
    assert told["map"] == {"file": "m.argmap.yaml", "id": "night"}
    assert (told["version"], told["as-of"], told["complete"]) == (1, "2025-05-08", True)
    assert [origin["id"] for origin in told["origins"]] == [
        *("leaflet", "survey", "paper", "rumour", "log"),
    ]
    assert told["origins"][2] == {
        "id": "paper",
        "title": "The Morning",
        "kind": None,
        "date": "2023-01-09",
        "age-in-days": 850,
        "reliability": None,
        "credibility": 6,
        "rated": "truth cannot be judged",
        "primary": None,
        "unnamed": False,
        "index": None,
        "derived-from": ["survey"],
        "roots": ["survey"],
        "read-at": ["p2.2"],
        "statements": ["wanted"],
    }
    assert told["origins"][3]["age-in-days"] is None
    ferry, wish = told["independence"]
    assert (ferry["conclusion"], ferry["main"], wish["main"]) == ("ferry", True, False)
    assert ferry["roots"] == ["survey", "log", "rumour"]
    assert ferry["shared"] == {"survey": ["demand>ferry", "wanted>ferry"]}
    assert ferry["reasons"][3] == {"id": "wish>ferry", "roots": ["rumour"], "unsourced": True}
    assert told["not-stated"] == [{"statement": "storms", "fields": ["date"]}]


def test_an_index_alone_and_folders_that_are_named(argmap: Run, write: Write, folder: Path) -> None:
    _index(write)
    (folder / "elsewhere").mkdir()
    (folder / "leaflet.source.yaml").rename(folder / "elsewhere" / "leaflet.source.yaml")
    (folder / "leaflet.txt").unlink()
    options = ["--sources", "elsewhere", "--json"]
    code, out, _ = argmap("source", "audit", "-", *options, stdin=MAP.encode())
    assert code == 0
    assert [one["index"] for one in json.loads(out)["origins"]][::4] == ["index", "missing"]


def test_a_map_without_sources_and_one_without_a_day(
    argmap: Run, write: Write, folder: Path
) -> None:
    bare = "argmap: 1\nstatements: {a: {claim: A.}}\n"
    assert argmap("source", "audit", "-", stdin=bare.encode()) == (
        0,
        "No statement is anchored to a source.\n",
        "",
    )
    dated = "argmap: 1\nsources: {s: {date: 2025}}\nstatements: {a: {claim: A., at: s}}\n"
    code, out, _ = argmap("source", "audit", "-", stdin=dated.encode())
    assert code == 0
    assert out.endswith("The map has no `as-of`, so no age is told.\n")
    code, out, _ = argmap("source", "audit", "-", "--json", stdin=dated.encode())
    assert json.loads(out)["origins"][0]["age-in-days"] is None


def test_what_is_no_map(argmap: Run, write: Write) -> None:
    write("m.argmap.yaml", "argmap: 1\n")
    code, out, err = argmap("source", "audit", "m.argmap.yaml")
    assert (code, out) == (1, "")
    assert "AM015" in err


def test_more_sources_than_are_told_apart(argmap: Run, folder: Path) -> None:
    ids = [f"s{number}" for number in range(1_001)]
    lines = ["argmap: 1", "sources:", *(f"  {one}: {{date: 2025}}" for one in ids), "statements:"]
    lines.append("  a: {conclusion: A., because: b}")
    lines.append(f"  b: {{evidence: B., at: [{', '.join(ids)}]}}")
    code, out, _ = argmap("source", "audit", "-", stdin="\n".join(lines).encode())
    assert code == 0
    assert out.endswith("reasons were compared only by the first 1,000.\n")
