"""The finishing touches of a picture, in the text of the SVG."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

import pytest

from argmap import layout
from argmap.errors import LayoutError
from argmap.graphs import Graph
from argmap.views.diagram import diagram
from argmap.views.svg import finish
from tests.views.geometry import SVG
from tests.views.sample_maps import small_map

ENGINES = ["graphviz-pure", pytest.param("dot", marks=pytest.mark.needs("dot"))]


def finished(engine: str = "graphviz-pure", **more: Any) -> str:
    m = small_map()
    svg = layout.render(diagram(m, Graph(m)).dot, "svg", engine=engine)
    return finish(svg, title="The ferry", description="1. It runs.\n", **more)


@pytest.mark.parametrize("engine", ENGINES)
def test_nothing_is_left_that_only_graphviz_needs(engine: str) -> None:
    svg = finished(engine)
    assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg" class="argmap" width="')
    for unwanted in ("<?xml", "<!", "xlink", "&#45;", '="Arial"', "<a", 'id="a_', 'id="edge'):
        assert unwanted not in svg
    assert svg.count("font-family") == 1


@pytest.mark.parametrize("engine", ENGINES)
def test_the_picture_has_its_natural_size(engine: str) -> None:
    root = ElementTree.fromstring(finished(engine))
    *corner, width, height = map(float, root.get("viewBox", "").split())
    assert corner == [0, 0]
    assert float(root.get("width", "")) == pytest.approx(width * 4 / 3, abs=0.5)
    assert float(root.get("height", "")) == pytest.approx(height * 4 / 3, abs=0.5)


@pytest.mark.parametrize("engine", ENGINES)
def test_title_and_description_are_named_by_the_root(engine: str) -> None:
    root = ElementTree.fromstring(finished(engine, language="en", prefix="second-"))
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    assert root.get("aria-labelledby") == title.get("id") == "second-ferry..title"
    assert root.get("aria-describedby") == description.get("id") == "second-ferry..desc"
    assert (title.text, description.text) == ("The ferry", "1. It runs.")
    assert root.get("lang") == root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    ids = [element.get("id", "") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert all(name.startswith("second-ferry.") for name in ids)


@pytest.mark.parametrize("engine", ENGINES)
def test_statements_are_told_and_what_links_them_is_not(engine: str) -> None:
    root = ElementTree.fromstring(finished(engine))
    told = [g.findtext(f"{SVG}title") for g in root.iter(f"{SVG}g") if g.get("role") == "img"]
    assert told[0] == "main conclusion: The ferry should run until two in the morning."
    assert len(told) == len(small_map().statements)
    hidden = [g for g in root.iter(f"{SVG}g") if g.get("aria-hidden") == "true"]
    edges = [g for g in hidden if g.get("class", "").startswith("edge")]
    assert all(g.find(f"{SVG}title") is None for g in edges)
    joint = next(g for g in hidden if g.get("id") == "ferry.safer-roads")
    assert joint.findtext(f"{SVG}title") == (
        "is a reason for, safer-roads, by positive consequences"
    )


@pytest.mark.parametrize("engine", ENGINES)
def test_words_on_lines_have_a_rim_and_others_have_none(engine: str) -> None:
    rimmed = re.findall(r"<text stroke=[^>]*>([^<]*)</text>", finished(engine))
    assert sorted(rimmed) == ["backing", "unless"]


def test_a_picture_of_anything_else_is_refused() -> None:
    with pytest.raises(LayoutError, match="something else than the SVG of a diagram"):
        finish("<svg></svg>", title="t", description="d")
