"""The text beside the claim in outlines and tooltips, whatever it says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from argmap import layout
from argmap.graphs import Graph
from argmap.model import Anchor, ArgumentMap, Kind, Place, Source, Statement
from argmap.pipeline import diagram, load, outline, show
from argmap.pipeline.attaching import attached
from argmap.pipeline.source_folders import SourceFolders
from argmap.sources.beside import sentences_beside
from argmap.views.beside import Beside
from argmap.views.diagram import diagram as drawn
from argmap.views.svg import finish
from tests.hostile_texts import HOSTILE_TEXTS
from tests.views.geometry import SVG

FERRY = Path(__file__).parents[2] / "maps/ferry.argmap.yaml"
ENGINES = ["graphviz-pure", pytest.param("dot", marks=pytest.mark.needs("dot"))]
Golden = Callable[[str, str], None]


def test_the_ferry_beside_its_leaflet(golden: Golden) -> None:
    m = load(FERRY)
    shown = sentences_beside(m, attached(m, SourceFolders.of_map(FERRY, [])).sources)
    golden("views/ferry.sentences.outline.txt", outline(m, sentences=shown, quotes=True))
    golden("views/ferry.sentences.outline.md", outline(m, sentences=shown, format="markdown"))
    golden("views/ferry.sentences.outline.rst", outline(m, sentences=shown, format="rest"))
    golden("views/ferry.sentences.dot", diagram(m, format="dot", sentences=shown))


def _map(count: int = 1) -> ArgumentMap:
    statements = [
        Statement(
            id=f"s{number}",
            kind=Kind.PREMISE,
            text=f"It is {number}.",
            anchors=[
                Anchor(where=Place(number, 1)),
                Anchor(source="s", where=Place(number, 1), quote="It"),
                Anchor(source="log", where=Place(2), via=Place(number, 1)),
                Anchor(source="log", where="ch. 3"),
            ],
        )
        for number in range(1, count + 1)
    ]
    return ArgumentMap(statements=statements, text="s", sources=[Source(id="s"), Source(id="log")])


def test_each_place_is_told_once_under_the_name_that_the_map_gives_it() -> None:
    m = _map()
    sentences = {"p1.1": "It rained.", "log p2": "Rain.", "p2.2": "Elsewhere.", "s p1.1": "No."}
    assert list(Beside(m, sentences).at(m.statements[0].anchors)) == [
        "The text at p1.1: “It rained.”",
        "The text at log p2: “Rain.”",
    ]
    found = outline(m, sentences=sentences)
    assert found.count("The text at") == 2
    assert "(premise; p1.1, s p1.1, log p2 via p1.1, log ch. 3)" in found


@pytest.mark.parametrize("sentences", [None, {}, {"p9.9": "It rained."}])
def test_without_sentences_all_is_as_it_was(sentences: dict[str, str] | None) -> None:
    m = _map()
    assert outline(m, sentences=sentences) == outline(m)
    assert diagram(m, format="dot", sentences=sentences) == diagram(m, format="dot")


def test_a_notebook_shows_them_in_both() -> None:
    figure = show(_map(), sentences={"p1.1": "It rained."})
    assert "The text at p1.1: “It rained.”" in figure._repr_mimebundle_()["text/plain"]
    assert "The text at p1.1: “It rained.”" in str(figure.svg)


def test_a_long_sentence_is_whole_in_a_tooltip_and_broken_in_an_outline() -> None:
    long = " ".join(["It rained all day long, and"] * 40)
    m = _map()
    assert long in diagram(m, format="dot", sentences={"p1.1": long})
    told = outline(m, sentences={"p1.1": long})
    assert max(map(len, told.splitlines())) <= 88
    assert long in " ".join(told.split())


@pytest.mark.parametrize("engine", ENGINES)
def test_hostile_sentences_reach_the_tooltip_as_they_are(engine: str) -> None:
    m = _map(len(HOSTILE_TEXTS))
    sentences = {f"p{number}.1": text for number, text in enumerate(HOSTILE_TEXTS, 1)}
    svg = layout.render(drawn(m, Graph(m), sentences=sentences).dot, "svg", engine=engine)
    root = ElementTree.fromstring(finish(svg, title="t", description="d"))
    groups = {g.get("id"): g for g in root.iter(f"{SVG}g") if g.get("id")}
    for number, text in enumerate(HOSTILE_TEXTS, 1):
        tip = groups[f"s{number}"].findtext(f"{SVG}title", "")
        assert tip.split("[", 1)[0] == f"premise: It is {number}. "
        assert tip.split(f"The text at p{number}.1: ", 1)[1].split() == f"“{text}”".split()
