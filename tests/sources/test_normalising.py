"""The normal form: equal for copies that read alike, idempotent, linear, and with a way back."""

from __future__ import annotations

import re
import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.sources.normalising import (
    INVISIBLE,
    MARKS,
    WIDE_DASHES,
    normal_form,
    normalised,
    readable,
)
from tests.examples import scaled

# What the steps look for, and what may come between: letters, marks that join, Hangul.
_PARTS = st.sampled_from(
    [
        *"aZ \xe9.,-'\"\n\r\t_\xdf\u0130\xb2\u2167\u6f22\u2126\u1fef\xa0\u2000\u2009\u2028",
        *"\xad\u200b\u200d\ufeff\ufb00\ufb01\u0301\u0308\u1100\u1161\u11a8",
        *"".join(MARKS.values()),
        *WIDE_DASHES,
        "\r\n",
        "--",
        "- ",
        ". ",
    ]
)
_TEXTS = st.lists(_PARTS, max_size=40).map("".join) | st.text(max_size=60)


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("e\u0301t\u0065\u0301", "été"),
        ("a\xa0b\u2009c\t\n d", "a b c d"),
        ("zero\u200bwidth so\xadft \ufeffmark", "zerowidth soft mark"),
        (
            "\u2018a\u2019 \u201ab\u2019 \u201cc\u201d \u201ed\u201d \xabe\xbb",
            '\'a\' \'b\' "c" "d" "e"',
        ),
        ("won\u2019t", "won't"),
        ("2014\u20132019, \u22125, F\u201135", "2014-2019, -5, F-35"),
        ("a\u2014b, a \u2014 b, a -- b, a---b", "a - b, a - b, a - b, a - b"),
        ("a \u2013 b", "a - b"),
        ("US-ROK, US\u2013ROK, US\u2010ROK", "USROK, USROK, USROK"),
        ("nuclear-\nisation, nuclear-  \r\n  isation", "nuclearisation, nuclearisation"),
        ("long-term long-\nterm longterm", "longterm longterm longterm"),
        ("F-\n35, 2014-\r2019, mid-\n", "F-35, 2014-2019, mid-"),
        ("mid-2025 and pre- and post-war", "mid-2025 and pre- and postwar"),
        ("a line-\n\nA new paragraph", "a line- A new paragraph"),
        ("well\u2026 well ... well . . . well .. ", "well... well ... well ... well .."),
        ("\ufb01nal \ufb02ow e\ufb03cient", "final flow efficient"),
        ("  \n both ends \u200b ", "both ends"),
        ("\u2014 He said", "- He said"),
        ("", ""),
        (" \n\t", ""),
    ],
)
def test_what_becomes_of_it(written: str, normal: str) -> None:
    assert normal_form(written) == normal


def test_copies_that_read_alike_have_one_form() -> None:
    typeset = "\u201cThe plan\u2019s cost \u2014 3.5\xa0per cent \u2014 is well-\nknown\u2026\u201d"
    typed = '"The plan\'s cost -- 3.5 per cent -- is well-known..."'
    assert normal_form(typeset) == normal_form(typed)


def test_what_means_something_else_stays_different() -> None:
    one = normal_form("It rose by 3.5 per cent, perhaps.")
    for other in ("It rose by 3.6 per cent, perhaps.", "It rose by 3.5 per cent.", "it rose"):
        assert normal_form(other) != one


@given(_TEXTS)
@example("a-\u1100-\u1161")
@example("\u1100-\u1161")
@example("\ufb01\u0301")
@example(". .. .")
@scaled(2_000)
def test_twice_is_once(text: str) -> None:
    once = normal_form(text)
    assert normal_form(once) == once
    assert normalised(text).text == once


@given(_TEXTS)
@scaled(1_000)
def test_nothing_is_left_of_what_is_taken_away(text: str) -> None:
    once = normal_form(text)
    assert unicodedata.is_normalized("NFC", once)
    assert not set(once) & {*"".join(MARKS.values()), *WIDE_DASHES, *"\xad\u200b\xa0\n\t"}
    assert once == " ".join(once.split())


@given(_TEXTS)
@scaled(1_000)
def test_the_way_back_keeps_the_order(text: str) -> None:
    found = normalised(text)
    stretches = [found.original(at, at + 1) for at in range(len(found.text))]
    assert stretches == sorted(stretches)
    assert all(0 <= start < end <= len(text) for start, end in stretches)


@given(_TEXTS)
@example("\u200ba-\n\u200bZ \ufb01")
@scaled(2_000)
def test_the_way_back_from_a_word_leads_to_what_became_of_it(text: str) -> None:
    found = normalised(text)
    for word in re.finditer(r"\w+", found.text):
        if word[0].isascii():
            start, end = found.original(*word.span())
            assert normal_form(text[start:end]) == word[0]
            assert (found.offset(start), found.offset(end)) == word.span()


@given(_TEXTS)
@scaled(1_000)
def test_the_way_forth_keeps_the_order(text: str) -> None:
    found = normalised(text)
    forth = [found.offset(at) for at in range(len(text) + 1)]
    assert forth == sorted(forth)
    assert forth[-1] == len(found.text)
    assert forth[0] == 0


def test_the_way_back_and_forth_of_plain_text() -> None:
    found = normalised("One two.\r\n\r\nThree \u201cfour\u201d.")
    start, end = found.original(9, 22)
    assert found.written[start:end] == "Three \u201cfour\u201d."
    assert [found.offset(start), found.offset(end)] == [9, 22]


@pytest.mark.parametrize(
    "run",
    [
        " ",
        "\n",
        "-",
        "- ",
        "-\n",
        ". ",
        ".",
        "\u2014 ",
        "\u200b",
        "\u0301",
        "'",
        "a-",
        "\xa0 ",
        "\u1161",
        # Marks that have to be put in order.
        "\u0301\u0316",
        "\u0345\u0301\u0323\u0344",
    ],
)
def test_a_long_run_takes_as_long_as_other_text(run: str) -> None:
    """It takes a second; in quadratic time it would take minutes."""
    text = "a" + run * (400_000 // len(run)) + "b"
    begin = time.process_time()
    found = normalised(text)
    assert time.process_time() - begin < 30
    assert normal_form(found.text) == found.text
    assert found.original(0, len(found.text)) == (0, len(text))


@given(
    st.text(
        st.sampled_from("ae\u0301\u0316\u0323\u0344\u0345\u0344\u3099\uac00\u11a8"), max_size=400
    )
)
def test_however_many_marks_stand_on_a_letter_the_form_is_nfc(text: str) -> None:
    assert normal_form(f"x{text}x") == unicodedata.normalize("NFC", f"x{text}x")


def test_every_invisible_character_is_dropped() -> None:
    ranges = re.compile(f"[{INVISIBLE}]").findall("".join(map(chr, range(0x10000))))
    assert len(ranges) == 40
    assert normal_form("".join(f"a{each}" for each in ranges)) == "a" * 40


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("the F-\n35 and\xa0its devel\xadop-\r\n  ment", "the F-35 and its development"),
        ("US-\nROK", "US-ROK"),
        ("US-Korean twenty-five", "US-Korean twenty-five"),
        ("\u201cof\ufb01ce\u201d \u2013 x", "\u201coffice\u201d \u2013 x"),
    ],
)
def test_what_a_person_reads(written: str, read: str) -> None:
    assert readable(written) == read
