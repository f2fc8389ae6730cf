"""The outline in reStructuredText, read back by docutils: texts stay texts."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from hypothesis import given
from hypothesis import strategies as st

from argmap import escape
from argmap.formats import native
from argmap.graphs import Graph
from argmap.model import ArgumentMap, Kind, Premise, Section, Source, Statement, Support
from argmap.schemes import catalogue
from argmap.text import Text, forbidden_characters
from argmap.views.outline import outline
from argmap.views.outline_media import Line, rest
from argmap.views.outline_plan import plan
from argmap.views.outline_words import tell
from tests.hostile_texts import HOSTILE_TEXTS
from tests.maps_by_hypothesis import argument_maps
from tests.views.hostile_map import hostile_map

MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.argmap.yaml"))

_PIECES = st.sampled_from(
    [
        *"\\`*_[]<>|~&$#+-=:.!()1aBiv \t\n\"'@/^{}%",
        *["**bold**", "``code``", "`role`", ":role:`x`", "link_", "link__", "`a <b>`_", "|sub|"],
        *["[1]_", "[#]_", "[CIT]_", "_`target`", "https://a.test", "a@b.test", "mailto:a@b.test"],
        *[
            ".. note::",
            ".. ",
            ":field: ",
            "- ",
            "* ",
            "+ ",
            "\u2022 ",
            "1. ",
            "#. ",
            "(a) ",
            "iv) ",
        ],
        *["| ", ">>> ", "::", "====", "----", "++++", "+---+", "=== ===", "--opt ", "/V ", "__ "],
        *["\u00a0", "\u3000", "\u2009", "\u2028", "\x85", "\x1c", "船", "e\u0301", "\U0001f6a2"],
    ]
)
TEXTS = st.one_of(
    st.lists(_PIECES, min_size=1, max_size=8).map("".join),
    st.sampled_from(HOSTILE_TEXTS),
    st.text(st.characters(), max_size=40),
).filter(lambda text: bool(text.strip()))


def parsed(text: str) -> nodes.document:
    """A document that docutils has nothing to say about, but that two headings are alike."""
    settings = {"report_level": 2, "halt_level": 2, "_disable_config": True}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of docutils, about itself
        document = publish_doctree(text, settings_overrides=settings)  # type: ignore[no-untyped-call]  # docutils types nothing here
        assert isinstance(document, nodes.document)
        return document


def blocks(document: nodes.document) -> list[str]:
    """The texts of a document, in their order."""
    return [
        node.astext()
        for node in document.findall(lambda n: isinstance(n, (nodes.title, nodes.paragraph)))
        if not isinstance(node.parent, nodes.system_message)
    ]


def shape(document: nodes.document) -> list[str]:
    """The nodes of a document without its texts."""
    unwanted = (nodes.Text, nodes.system_message)
    return [
        type(node).__name__
        for node in document.findall()
        if not isinstance(node, unwanted)
        and not any(isinstance(above, nodes.system_message) for above in _above(node))
    ]


def _above(node: Any) -> Iterator[Any]:
    while node.parent is not None:
        node = node.parent
        yield node


def flat(text: str) -> str:
    """A text as an outline holds it: controls shown, white space that breaks lines one space."""
    for blank in "\t\n\r\f\v":
        text = text.replace(blank, " ")
    return " ".join(escape.terminal(part) for part in text.split(" ") if part)


def lines(m: ArgumentMap, *, quotes: bool = True, sentence: str | None = None) -> list[Line]:
    graph = Graph(m, catalogue())
    sentences = None if sentence is None else {"p2": sentence}
    planned = plan(m, graph, None, None)
    return list(tell(graph, planned, None, None, quotes=quotes, sentences=sentences))


def told(m: ArgumentMap, sentence: str | None = None) -> list[str]:
    return [
        flat(" ".join(part for part in (line.mark, line.text) if part))
        for line in lines(m, sentence=sentence)
    ]


@given(TEXTS)
def test_an_escaped_text_is_a_paragraph_a_heading_and_an_item_of_plain_text(text: str) -> None:
    line = escape.rest(text)
    assert "\n" not in line
    for before, behind in (("", ""), ("- ", ""), ("- **1** ", ""), ("", f"\n{'=' * 400}")):
        document = parsed(f"{before}{line}{behind}\n")
        assert shape(document) == shape(parsed(f"{before}word{behind}\n"))
        words = blocks(document)[0].removeprefix("1 ") if "*" in before else blocks(document)[0]
        assert words == flat(text)


def _fits_a_map(text: str) -> bool:
    return "\r" not in text and not any(True for _ in forbidden_characters(text))


@given(TEXTS.filter(_fits_a_map))
def test_hostile_texts_come_back_equal_and_change_no_node(text: str) -> None:
    m = hostile_map(text)
    document = parsed(rest(lines(m, sentence=text)))
    assert blocks(document) == told(m, text)
    assert shape(document) == shape(parsed(rest(lines(hostile_map("word"), sentence="word"))))


@given(argument_maps())
def test_any_map_comes_back_without_a_warning(m: ArgumentMap) -> None:
    assert blocks(parsed(rest(lines(m)))) == told(m)


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
def test_real_maps(path: Path) -> None:
    m = native.read(Text(path.name, path.read_text(encoding="utf-8"))).map
    assert m is not None
    text = outline(m, Graph(m, catalogue()), format="rest", quotes=True)
    assert blocks(parsed(text)) == told(m)


@pytest.mark.parametrize("sign", ["word ", "x", "\\", "=", "* ", "\u3000", "\u00a0a", "::"])
def test_texts_longer_than_docutils_takes_in_a_line(sign: str) -> None:
    text = f"a{sign * 20_000}z"
    m = ArgumentMap(
        title=text,
        statements=[
            Statement(id="a", kind=Kind.CLAIM, text=text, because=[Support(label=text)]),
        ],
        sources=[Source(id="s", title=text)],
        text="s",
        sections=[Section(id="one", title=text)],
    )
    found = rest(lines(m))
    assert max(map(len, found.splitlines())) <= 10_000
    assert blocks(parsed(found))[1:] == told(m)
    assert blocks(parsed(found))[0] == "Argument map"


def test_lists_are_nested_as_deep_as_the_numbers_say() -> None:
    statements = [
        Statement(
            id=f"s{n}",
            kind=Kind.CLAIM,
            text=f"It is {n}.",
            because=[Support(premises=[Premise(f"s{n + 1}")])] if n < 19 else [],
        )
        for n in range(20)
    ]
    document = parsed(rest(lines(ArgumentMap(statements=statements, main="s0"))))
    seen = {}
    for item in document.findall(nodes.list_item):
        number = item.astext().split()[0]
        seen[number] = sum(isinstance(one, nodes.bullet_list) for one in _above(item))
    assert seen == {"1" + ".1" * n: n + 1 for n in range(20)}
