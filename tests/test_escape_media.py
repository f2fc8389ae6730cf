"""What a medium reads back of an escaped text is the text."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from argmap import layout
from argmap.escape import dot, markdown, terminal, xml
from tests.hostile_texts import HOSTILE_TEXTS

TEXTS = st.one_of(st.sampled_from(HOSTILE_TEXTS), st.text(st.characters(), max_size=40))
SVG = "{http://www.w3.org/2000/svg}"


@given(TEXTS)
def test_xml_is_read_back_as_text_and_as_attribute(text: str) -> None:
    kept = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)
    element = ElementTree.fromstring(f'<a b="{xml(text)}">{xml(text)}</a>')
    assert (element.text or "") == kept.replace("\r\n", "\n").replace("\r", "\n")
    assert element.get("b") == re.sub("[\t\n\r]", " ", kept.replace("\r\n", "\n"))


@given(TEXTS)
def test_dot_is_one_quoted_string(text: str) -> None:
    quoted = dot(text)
    assert re.fullmatch(r'(?:[^"\\\n\r]|\\.)*', quoted)


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_dot_is_drawn_as_it_is(text: str) -> None:
    svg = layout.render(f'digraph {{ a [label="{dot(text)}"] }}', "svg", engine="graphviz-pure")
    drawn = " ".join("".join(t.itertext()) for t in ElementTree.fromstring(svg).iter(f"{SVG}text"))
    assert drawn.replace("\xa0", " ").split() == text.replace("\xa0", " ").split()


@given(TEXTS)
def test_markdown_is_read_back_as_one_paragraph(text: str) -> None:
    shown = " ".join(terminal(part) for part in re.split("[ \t\n\r\f\v]+", text) if part)
    if not shown.strip():
        return
    for before in ("", "- ", "# "):
        tokens = MarkdownIt("commonmark").parse(before + markdown(text))
        inline = [token for token in tokens if token.type == "inline"]
        assert len(inline) == 1
        assert all(child.type in ("text", "text_special") for child in inline[0].children or [])
        found = "".join(child.content for child in inline[0].children or [])
        assert found.strip() == shown.strip()
