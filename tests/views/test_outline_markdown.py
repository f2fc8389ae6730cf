"""The outline in Markdown, read back by a parser: texts stay texts."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from argmap import escape
from argmap.graphs import Graph
from argmap.model import (
    Anchor,
    Answer,
    ArgumentMap,
    Attack,
    Kind,
    Place,
    Premise,
    Source,
    Speaker,
    Statement,
    Support,
    Verdict,
)
from argmap.schemes import catalogue
from argmap.views.outline import outline

_PIECES = st.sampled_from(
    [
        *"\\`*_[]<>|~&$#+-=:.!()1aB \t\n\"'@/^{}%",
        "**bold**",
        "`code`",
        "<b>x</b>",
        "<!-- x -->",
        "<https://a.test>",
        "https://a.test",
        "www.a.test",
        "a@b.test",
        "[x](y)",
        "![x](y)",
        "[^1]",
        "&lt;",
        "&#42;",
        "1. ",
        "- ",
        "# ",
        " #",
        "---",
        "```",
        "~~x~~",
        "\u00a0",
        "\u3000",
        "船",
        "[ ] ",
        "| a |",
        ":--",
        "\\",
    ]
)
HOSTILE = st.lists(_PIECES, min_size=1, max_size=8).map("".join).filter(lambda text: text.strip())


def _parsed(text: str) -> Any:
    return MarkdownIt("gfm-like", {"html": True, "linkify": True, "maxNesting": 100}).parse(text)


def _shape(text: str) -> list[str]:
    """The nodes of a document, without their texts."""
    shape: list[str] = []
    for token in _parsed(text):
        shape.append(f"{token.type} {token.tag} {token.level}")
        shape += [child.type for child in token.children or () if child.type != "text"]
    return shape


def _texts(text: str) -> list[str]:
    return [
        "".join(child.content for child in token.children)
        for token in _parsed(text)
        if token.type == "inline"
    ]


def _told(text: str) -> str:
    """A text as an outline holds it: white space that breaks lines is one space."""
    return " ".join(part for part in text.replace("\t", " ").replace("\n", " ").split(" ") if part)


@given(HOSTILE)
def test_an_escaped_text_is_a_paragraph_a_heading_and_an_item_of_plain_text(text: str) -> None:
    line = escape.markdown(text)
    assert "\n" not in line
    for before, kind in (("", "paragraph"), ("# ", "heading"), ("- ", "bullet_list")):
        assert "".join(_texts(before + line)).strip() == _told(text).strip()
        assert _shape(before + line) == _shape(f"{before}word")
        assert _shape(before + line)[0].startswith(kind)


def _map(text: str) -> ArgumentMap:
    step = Support(
        premises=[Premise("b")],
        label=text,
        scheme=text,
        answers=[Answer(question="why", verdict=Verdict.WAIVED, reason=text)],
        unless=[Attack(premises=[Premise("c")])],
    )
    return ArgumentMap(
        title=text,
        question=text,
        description=text,
        statements=[
            Statement(id="a", kind=Kind.CONCLUSION, text=text, because=[step]),
            Statement(id="b", kind=Kind.CLAIM, text=text, label=text, by=[Speaker(text)]),
            Statement(
                id="c",
                kind=Kind.CLAIM,
                text=text,
                anchors=[Anchor(source="s", where=f"art. {text}", via=Place(2))],
                because=[Support(premises=[Premise("b")])],
            ),
        ],
        sources=[Source(id="s", title=text, author=text)],
    )


def _outlined(m: ArgumentMap, sentence: str | None = None) -> str:
    sentences = None if sentence is None else {"p2": sentence}
    return outline(m, Graph(m, catalogue()), format="markdown", sentences=sentences)


@given(HOSTILE)
def test_hostile_texts_change_no_node_of_an_outline(text: str) -> None:
    found = _outlined(_map(text), text)
    assert _shape(found) == _shape(_outlined(_map("word"), "word"))
    texts = _texts(found)
    assert texts[0].strip() == _told(text).strip()
    assert sum(_told(text).strip() in one for one in texts) >= 10


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
    tokens = _parsed(_outlined(ArgumentMap(statements=statements, main="s0")))
    depth, seen = 0, []
    for token in tokens:
        depth += {"bullet_list_open": 1, "bullet_list_close": -1}.get(token.type, 0)
        if token.type == "inline" and "It is" in token.content:
            seen.append((depth, token.content.split("**")[1].count(".") + 1))
    assert seen == [(level, level) for level in range(1, 21)]
    assert all(token.type not in ("code_block", "fence", "html_block") for token in tokens)
