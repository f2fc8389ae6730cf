"""`dump` and `dumps`: a map written as YAML or JSON, by the name of the file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap import pipeline
from argmap.diagnostics import InvalidMap
from tests.maps_by_hypothesis import argument_maps

CONTENT = """\
argmap: 1 # one
statements:
  ferry: {conclusion: The ferry should run at night., because: demnad}
"""
FERRY = argmap.loads(CONTENT)


@given(argument_maps(layers=False), st.sampled_from(["t", "t.argmap.json", "T.JSON"]))
def test_what_is_dumped_is_loaded(m: argmap.ArgumentMap, name: str) -> None:
    m = evolve(m, waivers=())  # `loads` knows the rules, and these name some that do not exist
    text = argmap.dumps(m, format="json" if name != "t" else "yaml")
    assert argmap.loads(text, name=name) == m
    assert pipeline.formatted(argmap.Text(name, text)) == text


@pytest.mark.parametrize(
    ("name", "begins"),
    [("m.argmap.yaml", "argmap: 1\n"), ("m.argmap.json", "{\n"), ("m", "argmap: 1\n")],
)
def test_the_name_tells_the_form(tmp_path: Path, name: str, begins: str) -> None:
    path = tmp_path / name
    argmap.dump(FERRY, path)
    argmap.dump(FERRY, str(path))
    assert path.read_text().startswith(begins)
    assert argmap.load(path) == FERRY
    dangling = argmap.examine(path).diagnostics[-1]
    assert dangling.code == "AM101"
    assert dangling.span is not None


def test_a_failure_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "m.argmap.yaml"
    argmap.dump(FERRY, path)
    before = path.read_bytes()
    monkeypatch.setattr(os, "urandom", lambda size: b"\0" * size)
    (tmp_path / f".argmap-{'00' * 8}.tmp").mkdir()
    with pytest.raises(OSError, match="exists"):
        argmap.dump(argmap.ArgumentMap(statements=[]), path)
    assert path.read_bytes() == before


def test_other_forms_are_refused() -> None:
    with pytest.raises(argmap.UnknownName, match='did you mean "json"'):
        argmap.dumps(FERRY, format="jsn")  # type: ignore[arg-type]  # what is tested
    with pytest.raises(argmap.UnknownName, match="there are yaml and json"):
        argmap.dumps(FERRY, format="toml")  # type: ignore[arg-type]  # what is tested


def test_converting_counts_the_comments_that_are_lost(tmp_path: Path) -> None:
    text = argmap.Text("m.argmap.yaml", CONTENT)
    as_json, lost = pipeline.converted(text, "m.argmap.json")
    assert (argmap.loads(as_json, name="m.json"), lost) == (FERRY, 1)
    path = tmp_path / "m.argmap.json"
    path.write_text(as_json)
    assert pipeline.converted(path, "m.argmap.yaml") == (argmap.dumps(FERRY), 0)
    with pytest.raises(InvalidMap):
        pipeline.converted(argmap.Text("m", "argmap: 1"), "m")
