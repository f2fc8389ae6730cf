"""`argmap schema`: the schema of maps, and that of reports."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from argmap.formats.schema import content
from argmap.reports.as_json import schema as of_reports
from argmap.reports.elements import schema as of_evaluations
from argmap.reports.sources import schema as of_sources
from tests.cli.conftest import CLEAN, Result

Run = Callable[..., Result]


def test_the_schema_of_maps(argmap: Run) -> None:
    assert argmap("schema") == (0, content(), "")
    assert json.loads(content())["required"] == ["argmap", "statements"]


def test_the_schema_of_reports_in_a_file(argmap: Run, folder: Path) -> None:
    assert argmap("schema", "--of", "report", "-o", "x.json") == (0, "", "")
    assert (folder / "x.json").read_text() == of_reports()
    assert of_reports() != content()


def test_the_schema_of_evaluations(argmap: Run) -> None:
    assert argmap("schema", "--of", "evaluation") == (0, of_evaluations(), "")
    assert json.loads(of_evaluations())["title"] == "Evaluations of argmap"


def test_the_schema_of_sources(argmap: Run) -> None:
    assert argmap("schema", "--of", "source") == (0, of_sources(), "")
    assert json.loads(of_sources())["title"] == "Sources of argmap"


def test_a_map_is_not_overwritten(argmap: Run, folder: Path) -> None:
    (folder / "m.argmap.yaml").write_text(CLEAN)
    code, _, err = argmap("schema", "-o", "m.argmap.yaml")
    assert (code, err.partition(",")[0]) == (2, "error: m.argmap.yaml is a map")
    assert (folder / "m.argmap.yaml").read_text() == CLEAN
