"""The finished SVG: well formed, named and described, whatever the map says."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap import layout
from argmap.views.svg import finish

SVG = "{http://www.w3.org/2000/svg}"
MAPS = sorted(Path("maps").glob("*.argmap.yaml"))
ENGINES = ["graphviz-pure", pytest.param("dot", marks=pytest.mark.needs("dot"))]
HOSTILE = [
    "quotes \" and ' and \\ backslash",
    "<script>alert(1)</script> &amp; &lt; ]]> <!-- --> ?>",
    "\\n \\l \\N \\G %s {a|b} <b>bold</b>",
    "\u202e right to left \u2066 \u05e9\u05dc\u05d5\u05dd",
    "\U0001f6a2 船は夜に出る e\u0301",
    "graph subgraph node edge strict digraph",
    "x" * 200,
]


def classed(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [g for g in root.iter(f"{SVG}g") if name in (g.get("class") or "").split()]


def title_of(element: ElementTree.Element) -> str:
    title = element.find(f"{SVG}title")
    return "" if title is None else str(title.text)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
def test_the_maps_are_drawn_with_names_and_a_description(path: Path, engine: str) -> None:
    m = argmap.load(path)
    root = ElementTree.fromstring(argmap.diagram(m, engine=engine))
    assert root.get("role") == "graphics-document document"
    assert title_of(root) == m.title
    assert root.findtext(f"{SVG}desc") == argmap.outline(m).strip()
    boxes = classed(root, "argmap-statement")
    told = [title_of(box).partition(" [")[0].removeprefix("main ") for box in boxes]
    assert Counter(told) == Counter(f"{s.kind.value}: {s.text}" for s in m.statements)
    assert all(box.get("role") == "img" for box in boxes)
    assert sum(title_of(box).startswith("main ") for box in boxes) == len(m.main)
    assert all(edge.get("aria-hidden") == "true" for edge in classed(root, "edge"))
    assert not list(root.iter(f"{SVG}a"))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("engine", ENGINES)
def test_hostile_texts_come_through_as_text(engine: str) -> None:
    statements = [
        argmap.Statement(id=f"s{number}", kind=argmap.Kind.PREMISE, text=text)
        for number, text in enumerate(HOSTILE)
    ]
    m = argmap.ArgumentMap(statements=statements, title=HOSTILE[1])
    root = ElementTree.fromstring(argmap.diagram(m, engine=engine))
    assert title_of(root) == HOSTILE[1]
    told = {title_of(box) for box in classed(root, "argmap-statement")}
    assert told == {f"premise: {text}" for text in HOSTILE}
    for box, text in zip(classed(root, "argmap-statement"), HOSTILE, strict=True):
        drawn = "".join("".join(line.itertext()) for line in box.iter(f"{SVG}text"))
        assert drawn.replace(" ", "").replace("\xa0", "") == text.replace(" ", "")


DRAWN = layout.render(
    'digraph { a [label="A" tooltip="claim: A" class="argmap-claim"]; a -> b }', "svg"
)
XML_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(XML_TEXT, XML_TEXT)
def test_any_title_and_description_leave_the_picture_well_formed(
    title: str, description: str
) -> None:
    root = ElementTree.fromstring(finish(DRAWN, title=title, description=description))
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert len(classed(root, "node")) == 2
    assert title_of(classed(root, "argmap-claim")[0]) == "claim: A"
