"""What a medium reads back of an escaped text is the text.

`MEDIA` is the register: each medium that text of a map or of a finding reaches, with the function
that escapes for it and a parser of that medium that argmap has no part in. One set of hostile texts
goes through each. `tests/test_house.py` holds the register to `argmap.escape`.
"""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any, NamedTuple
from urllib.parse import unquote_to_bytes, urlsplit
from xml.etree import ElementTree

import pytest
import yaml
from docutils.core import publish_doctree
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from argmap import escape, layout
from argmap.escape import dot, markdown, terminal, xml
from argmap.formats.native import scalars
from argmap.reports import document, junit, sarif
from argmap.reports.uris import address
from argmap.text import forbidden_characters
from tests.hostile_texts import FORBIDDEN_TEXTS, HOSTILE_TEXTS
from tests.test_escape_terminal import JOINERS, hidden

EVERY = (*HOSTILE_TEXTS, *FORBIDDEN_TEXTS)
TEXTS = st.one_of(
    st.sampled_from(EVERY),
    st.text(st.characters(exclude_categories=()), max_size=40),
    st.lists(st.sampled_from(EVERY), max_size=3).map("".join),
)
SVG = "{http://www.w3.org/2000/svg}"
_SPACE = re.compile("[ \t\n\r\f\v]+")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Medium(NamedTuple):
    """A medium: how text is written for it, how it is read back, and what is then to be read."""

    write: Callable[[str], str]
    read: Callable[[str], str]
    kept: Callable[[str], str]


def _in_xml(text: str) -> str:
    """What XML can hold of a text: line ends as one, what it has no place for replaced."""
    return _LINE_BREAK.sub("\n", _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text))


def _shown(text: str) -> str:
    """A text on one line, as a terminal shows it."""
    return " ".join(terminal(part) for part in _SPACE.split(text) if part)


def _shown_lines(text: str) -> str:
    return "\n".join(terminal(line) for line in _LINE_BREAK.split(text))


def _seen(shown: str) -> str:
    """The text that a terminal shows, hidden characters back in their places."""
    assert not any(hidden(char) for char in shown if char not in JOINERS)
    return _decoded(shown)


def _decoded(text: str) -> str:
    return re.sub(r"<U\+([0-9A-F]{4,6})>", lambda found: chr(int(found[1], 16)), text)


def _element(written: str) -> str:
    return ElementTree.fromstring(f"<a>{written}</a>").text or ""


def _attribute(written: str) -> str:
    return ElementTree.fromstring(f'<a b="{written}"/>').get("b", "")


def _label(written: str) -> str:
    """The label that Graphviz makes of what stands between double quotes.

    A string ends at the first quote without a backslash; in it, `\\"` is a quote (DOT language). A
    label resolves `\\n`, and any other backslash stands for what follows it; entities are those of
    HTML.
    """
    assert re.fullmatch(r'(?:[^"\\\n\r]|\\.)*', written)
    plain = re.sub(r"\\(.)", lambda found: {"n": "\n"}.get(found[1], found[1]), written)
    assert not re.search(r"&(?!amp;)", plain)
    return plain.replace("&amp;", "&")


def _markdown(written: str) -> str:
    """The text of the one paragraph, item and heading that a line of Markdown is."""
    read = set()
    for before in ("", "- ", "# "):
        tokens = MarkdownIt("commonmark").parse(before + written)
        inline = [token for token in tokens if token.type == "inline"]
        assert len(inline) <= 1
        children = [child for token in inline for child in token.children or []]
        assert all(child.type in ("text", "text_special") for child in children)
        read.add("".join(child.content for child in children).strip())
    assert len(read) == 1
    return read.pop()


def _rest(written: str) -> str:
    """The text of the one paragraph that a line of reStructuredText is."""
    settings = {"report_level": 2, "halt_level": 2, "_disable_config": True}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of docutils, about itself
        read: Any = publish_doctree(  # type: ignore[no-untyped-call]  # annotated in part
            written, settings_overrides=settings
        )
    assert [type(node).__name__ for node in read.findall()] == (
        ["document", "paragraph", "Text"] if written else ["document"]
    )
    text: str = read.astext()
    return text.strip()


def _command(written: str) -> str:
    """What a runner of GitHub Actions reads as the data of a command."""
    assert "\n" not in written
    assert "\r" not in written
    for sign, meant in (("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        written = written.replace(sign, meant)
    return written


def _property(written: str) -> str:
    assert not set(written) & set(":,\n\r")
    return _command(written.replace("%3A", ":").replace("%2C", ","))


def _log(written: str) -> str:
    """What a person reads in a log, none of whose lines a runner takes for a command."""
    assert "##[" not in written
    assert not any(line.lstrip().startswith("::") for line in written.split("\n"))
    return _without_numbers(written)


def _without_numbers(text: str) -> str:
    return text.replace("<U+003A>", ":").replace("<U+0023>", "#")


def _json(written: str) -> str:
    assert written.isascii()
    assert written.isprintable()
    value: str = json.loads(written)[""]
    return value


def _message(written: str) -> str:
    """The text of a plain text message by SARIF 3.11: no link, no placeholder."""
    assert not re.search(r"(?<!\\)(?:\\\\)*\[[^\[\]]*(?<!\\)\]\(", written)
    assert not re.search(r"(?<!{)(?:{{)*{(?!{)", written)
    plain = written.replace("{{", "{").replace("}}", "}")
    return (
        re.sub(r"\\([\\\[\]])", r"\1", plain) if "](" in re.sub(r"\\(.)", r"\1", plain) else plain
    )


def _yaml(written: str, *, flow: bool = False) -> str:
    """What both parsers of YAML read as a value; one of them is the one that argmap uses."""
    content = f"a:\n  k: {written}\n  z: end\n" if not flow else f"a: {{k: {written}, z: end}}\n"
    read = [yaml.load(content, Loader=loader) for loader in (yaml.BaseLoader, yaml.CBaseLoader)]
    assert read[0] == read[1]
    assert list(read[0]["a"]) == ["k", "z"]
    value: str = read[0]["a"]["k"]
    return value


def _uri(written: str) -> str:
    assert written.isascii()
    parts = urlsplit(f"http://host/{written}")
    assert (parts.query, parts.fragment) == ("", "")
    return unquote_to_bytes(written).decode("utf-8", "surrogateescape")


def _in_a_path(text: str) -> str:
    """A text as the last part of a path, in which bytes that are no UTF-8 may stand."""
    name = text.replace("/", "").replace("\0", "") or "x"
    try:
        name.encode("utf-8", "surrogateescape").decode("utf-8")
    except UnicodeError:
        return "".join(char for char in name if not 0xD800 <= ord(char) <= 0xDFFF) or "x"
    return name


def _holdable(text: str) -> str:
    """What a map can hold of a text."""
    bad = set(forbidden_characters(text))
    return "".join("?" if n in bad or char == "\r" else char for n, char in enumerate(text)) or "x"


MEDIA: dict[str, Medium] = {
    "terminal": Medium(terminal, _seen, _decoded),
    "dot": Medium(dot, _label, lambda text: _NOT_XML.sub("\ufffd", text).replace("\r", " ")),
    "xml": Medium(xml, _element, _in_xml),
    "xml attribute": Medium(xml, _attribute, lambda text: re.sub("[\t\n]", " ", _in_xml(text))),
    "markdown": Medium(markdown, _markdown, lambda text: _shown(text).strip()),
    "rest": Medium(escape.rest, _rest, lambda text: _shown(text).strip()),
    "github": Medium(escape.github, _command, _shown_lines),
    "github_property": Medium(escape.github_property, _property, _shown_lines),
    "github_log": Medium(escape.github_log, _log, _without_numbers),
    "json": Medium(
        lambda text: document.line({"": text}),
        _json,
        lambda text: re.sub("[\ud800-\udfff]", "\ufffd", text),
    ),
    "sarif": Medium(
        sarif._plain, _message, lambda text: text if text.strip() else "(without words)"
    ),
    "junit text": Medium(junit._text, _element, lambda text: _in_xml(_shown_lines(text))),
    "junit attribute": Medium(
        junit._line, _attribute, lambda text: _in_xml(_shown_lines(text)).replace("\n", " ")
    ),
    "yaml": Medium(lambda text: "\n".join(scalars.lines(_holdable(text), 5, 4)), _yaml, _holdable),
    "yaml flow": Medium(
        lambda text: scalars.inline(_holdable(text), flow=True),
        lambda written: _yaml(written, flow=True),
        _holdable,
    ),
    "uri": Medium(lambda text: address(PurePosixPath(_in_a_path(text))).uri, _uri, _in_a_path),
}


@pytest.mark.parametrize("name", MEDIA)
def test_each_hostile_text_is_read_back(name: str) -> None:
    medium = MEDIA[name]
    for text in EVERY:
        assert medium.read(medium.write(text)) == medium.kept(text), ascii(text)


@pytest.mark.parametrize("name", MEDIA)
@given(text=TEXTS)
def test_any_text_is_read_back(name: str, text: str) -> None:
    medium = MEDIA[name]
    assert medium.read(medium.write(text)) == medium.kept(text)


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_dot_is_drawn_as_it_is(text: str) -> None:
    svg = layout.render(f'digraph {{ a [label="{dot(text)}"] }}', "svg", engine="graphviz-pure")
    drawn = " ".join("".join(t.itertext()) for t in ElementTree.fromstring(svg).iter(f"{SVG}text"))
    assert drawn.replace("\xa0", " ").split() == text.replace("\xa0", " ").split()


@given(TEXTS)
def test_nothing_that_a_terminal_obeys_comes_through_what_people_read(text: str) -> None:
    for write in (terminal, markdown, escape.rest, escape.github, escape.github_property):
        written = write(text)
        assert "\n".join(terminal(line) for line in written.split("\n")) == written
        assert not set(written) & set("\x1b\x07\x9b\u202e\r\x00")
