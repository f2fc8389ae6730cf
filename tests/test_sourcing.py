"""Sources from Python: indexes of texts, and what a map says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

import argmap

FERRY, LEAFLET = Path("maps/ferry.argmap.yaml"), Path("maps/sources/leaflet.txt")


def test_the_index_of_a_text_is_the_one_that_the_command_writes() -> None:
    made = argmap.index_source(argmap.Text("leaflet", LEAFLET.read_text(encoding="utf-8")))
    kept = argmap.load_index(LEAFLET.with_suffix(".source.yaml"))
    assert (made.sha256, made.pieces) == (kept.sha256, kept.pieces)
    assert {drift.fate for drift in argmap.drift(kept, made).values()} == {argmap.Fate.SAME}


def test_what_is_no_index_is_refused_with_all_findings(tmp_path: Path) -> None:
    path = tmp_path / "leaflet.source.yaml"
    path.write_text("argmap: 1\n", encoding="utf-8")
    with pytest.raises(
        argmap.InvalidIndex, match=r"the index of a source cannot be read:\n.* AM012"
    ):
        argmap.load_index(path)
    with pytest.raises(FileNotFoundError):
        argmap.load_index(tmp_path / "nowhere.source.yaml")


def test_sentences_are_shown_in_an_outline() -> None:
    ferry = argmap.load(FERRY)
    found = argmap.sentences(ferry, [LEAFLET.parent])
    assert found["p5.5"] == "The price of night crews is fixed until 2028."
    assert "The price of night crews is fixed until 2028." in argmap.outline(ferry, sentences=found)
    assert argmap.sentences(ferry, []) == {}


def test_coverage_needs_the_index_of_the_text() -> None:
    ferry = argmap.load(FERRY)
    assert argmap.coverage(ferry, [LEAFLET.parent]).covered == 22
    with pytest.raises(argmap.UnknownName, match='AM062 there is no index "leaflet"'):
        argmap.coverage(ferry, [])
    unnamed = argmap.loads("argmap: 1\nstatements: {ferry: {claim: It runs.}}")
    with pytest.raises(argmap.UnknownName, match="the map names no `text`"):
        argmap.coverage(unnamed, [])
    text = "argmap: 1\ntext: log\nsources: {log: {title: Log}}\nstatements: {a: {claim: So.}}"
    with pytest.raises(argmap.UnknownName, match=r"log is not at hand$"):
        argmap.coverage(argmap.loads(text), [])
