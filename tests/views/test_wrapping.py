"""Lines are filled, never too wide, and hold the same text."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.views.wrapping import lines, shortened, width
from tests.hostile_texts import HOSTILE_TEXTS

TEXTS = st.sampled_from(HOSTILE_TEXTS) | st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=60
)


def words(text: str) -> list[str]:
    return [word for word in re.split("[ \t\r\n]", text) if word]


@given(TEXTS, st.integers(2, 40), st.none() | st.integers(2, 40))
def test_the_text_is_kept_and_no_line_is_too_wide(
    text: str, columns: int, first: int | None
) -> None:
    found = lines(text, columns, first=first)
    assert "".join(found).replace(" ", "") == "".join(words(text))
    for number, line in enumerate(found):
        joined = "\u200d" in line  # what is joined is never parted, however wide it is
        room = first if first is not None and not number else columns
        assert joined or width(line) <= room


@given(TEXTS, st.integers(2, 40))
def test_no_line_could_take_the_word_that_follows(text: str, columns: int) -> None:
    found = lines(text, columns)
    whole = words(text)
    for line, following in pairwise(found):
        start = following.split(" ")[0]
        if start in whole:
            assert width(line) + 1 + width(start) > columns or width(start) > columns


@pytest.mark.parametrize(
    ("text", "columns", "found"),
    [
        ("", 5, [""]),
        ("  a \n b\tc ", 5, ["a b c"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("ab cdefgh ij", 4, ["ab", "cdef", "gh", "ij"]),
        ("船は夜に出る", 5, ["船は", "夜に", "出る"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("one\u00a0two three", 8, ["one\u00a0two", "three"]),
        ("\U0001f468\u200d\U0001f469 x", 2, ["\U0001f468\u200d\U0001f469", "x"]),
    ],
)
def test_lines(text: str, columns: int, found: list[str]) -> None:
    assert lines(text, columns) == found


def test_a_first_line_may_be_narrower() -> None:
    assert lines("a b c d", 5, first=1) == ["a", "b c d"]
    assert lines("abcdef", 4, first=2) == ["ab", "cdef"]


def test_width_counts_cells_and_not_what_takes_none() -> None:
    assert [width(text) for text in ("ab", "船", "e\u0301", "é\x07", "")] == [2, 2, 1, 1, 0]


def test_a_text_is_cut_behind_a_word() -> None:
    assert shortened("It runs.", 20) == "It runs."
    assert shortened("If it rains, it stops.", 12) == "If it rains…"
