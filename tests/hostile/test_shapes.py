"""A chain and a star of very many statements: nothing is recursive, and nothing is lost.

20,000 statements in the gate, 100,000 in `make deep`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from argmap import pipeline
from argmap.formats import json_form
from argmap.formats.native import read
from argmap.formats.native.write import write
from argmap.model import ArgumentMap
from argmap.pipeline import Examination
from argmap.text import Text
from tests.examples import sized
from tests.hostile.recipes import chain, star

COUNT = sized(20_000, deep=100_000)
SHAPES: dict[str, Callable[[int], str]] = {"chain": chain, "star": star}
MAIN = {"chain": "s0", "star": "c"}


@pytest.fixture(scope="module", params=SHAPES)
def shape(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def examination(shape: str) -> Examination:
    """Each shape is read and checked once."""
    assert sys.getrecursionlimit() < COUNT
    return pipeline.examine(Text(shape, SHAPES[shape](COUNT)))


@pytest.fixture(scope="module")
def many(examination: Examination) -> ArgumentMap:
    assert examination.map is not None
    return examination.map


def test_all_is_read_and_every_rule_runs(examination: Examination, many: ArgumentMap) -> None:
    assert len(many.statements) == COUNT
    assert examination.not_run == ()
    assert [finding.code for finding in examination.diagnostics] == ["AM515", "AM402"]


def test_the_graph_reaches_every_statement(shape: str, many: ArgumentMap) -> None:
    graph = pipeline.graph(many)
    assert graph.main == (MAIN[shape],)
    assert len(graph.ancestors(MAIN[shape])) == 2 * (COUNT - 1)  # statements and steps
    assert graph.undefined == ()


def test_the_outline_tells_every_statement(shape: str, many: ArgumentMap) -> None:
    outline = pipeline.outline(many)
    assert outline.replace("\n", " ").count("Yes it") >= COUNT - 1
    assert "…" not in outline


def test_the_diagram_is_made(many: ArgumentMap) -> None:
    dot = pipeline.diagram(many, format="dot")
    assert dot.startswith("digraph")
    assert dot.rstrip().endswith("}")


def test_it_is_written_and_read_again(many: ArgumentMap) -> None:
    assert read(Text("again", write(many).text)).map == many
    assert json_form.read(Text("again", json_form.write(many).text)).map == many
