"""Places in a text, and what a text may not hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.text import Position, Span, Text, forbidden_characters

LINED = st.text(
    st.sampled_from(["a", "X", " ", "\n", "\r", "\t", "\u2028", "\x85", "船", "\U0001f6a2"])
)


@given(LINED, st.data())
def test_a_position_is_the_line_breaks_before_it_and_the_characters_since(
    content: str, data: st.DataObject
) -> None:
    text = Text("t", content)
    offset = data.draw(st.integers(0, len(content)))
    before = (
        content[:offset].replace("\r\n", "\n")
        if content[offset - 1 : offset + 1] != "\r\n"
        else (content[: offset - 1].replace("\r\n", "\n") + "x")
    )
    lines = before.replace("\r", "\n").split("\n")
    assert text.position(offset) == Position(len(lines), len(lines[-1]) + 1)


@given(LINED)
def test_lines_are_those_of_an_editor(content: str) -> None:
    text = Text("t", content)
    expected = content.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert [text.line(number + 1) for number in range(len(text.line_starts))] == expected


@pytest.mark.parametrize("number", [0, 3, -1])
def test_a_line_that_is_not_there_is_an_error(number: int) -> None:
    with pytest.raises(IndexError, match="t has 2 lines"):
        Text("t", "one\ntwo").line(number)


def test_a_byte_order_mark_in_front_is_dropped_and_kept_elsewhere() -> None:
    assert Text("t", "\ufeffa\ufeff").content == "a\ufeff"


@given(st.binary())
def test_decoding_keeps_every_byte(data: bytes) -> None:
    text = Text.decode("t", data)
    assert text.name == "t"
    content = text.content
    assert content.encode("utf-8", "surrogateescape") == data.removeprefix(b"\xef\xbb\xbf")


@given(st.text(st.characters(exclude_categories=[])))
def test_what_is_not_forbidden_is_what_yaml_can_hold(content: str) -> None:
    def allowed(character: str) -> bool:
        code = ord(character)
        printable = (
            character in "\t\n\r"
            or 0x20 <= code <= 0x7E
            or 0xA0 <= code <= 0xD7FF
            or 0xE000 <= code <= 0xFFFD
            or code >= 0x10000
        )
        return printable and character not in "\u2028\u2029\ufeff"

    expected = [offset for offset, character in enumerate(content) if not allowed(character)]
    assert list(forbidden_characters(content)) == expected


def test_a_span_says_where_it_is() -> None:
    text = Text("dir/m.yaml", "ab\ncd\n")
    span = Span(text, 3, 5)
    assert (span.excerpt, span.line, span.column, str(span)) == ("cd", 2, 1, "dir/m.yaml:2:1")
    assert Span(text, 6, 6).line == 3
