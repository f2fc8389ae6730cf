"""What reaches a terminal: every character is seen, none is obeyed."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.escape import terminal

# What Unicode calls a format character although it has a shape of its own, or a job in a word.
VISIBLE = {chr(code) for code in (0xAD, *range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2)}
VISIBLE |= {"\U000110bd", "\U000110cd"}
JOINERS = "\u200c\u200d"

ANY = st.one_of(
    st.characters(exclude_categories=()), st.sampled_from("\x1b\x07\u202e\u200d\ud800a")
)


def hidden(char: str) -> bool:
    """Whether a terminal would obey a character, or show nothing of it, says Unicode."""
    return unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp", "Cf"} and char not in VISIBLE


def test_every_hidden_character_is_shown_by_its_number() -> None:
    wrong = [
        f"U+{code:04X}"
        for code in range(0x110000)
        if (terminal(f"ä{chr(code)}") == f"ä<U+{code:04X}>")
        != (hidden(chr(code)) and chr(code) not in JOINERS)
        and unicodedata.category(chr(code)) != "Cn"
        and unicodedata.name(chr(code), "") not in FILLERS
    ]
    assert wrong == []


# Blank, and of no width in a terminal, although Unicode files them under letters and marks.
FILLERS = {
    "COMBINING GRAPHEME JOINER",
    "HANGUL CHOSEONG FILLER",
    "HANGUL JUNGSEONG FILLER",
    "KHMER VOWEL INHERENT AQ",
    "KHMER VOWEL INHERENT AA",
    "HANGUL FILLER",
    "HALFWIDTH HANGUL FILLER",
}


@pytest.mark.parametrize("name", sorted(FILLERS))
def test_blank_fillers_are_shown(name: str) -> None:
    char = unicodedata.lookup(name)
    assert terminal(f"a{char}b") == f"a<U+{ord(char):04X}>b"


@pytest.mark.parametrize("char", ["\ufdd0", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff"])
def test_noncharacters_are_shown(char: str) -> None:
    assert terminal(char) == f"<U+{ord(char):04X}>"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("demand\u200d", "demand<U+200D>"),  # an id that looks like another
        ("\u200cdemand", "<U+200C>demand"),
        ("a\u200d\u200cb", "a<U+200D><U+200C>b"),
        ("👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"),
        ("क्\u200dष", "क्\u200dष"),
    ],
)
def test_joiners_stay_where_they_join(text: str, shown: str) -> None:
    assert terminal(text) == shown


@given(st.text(ANY))
def test_nothing_is_obeyed_and_nothing_lost(text: str) -> None:
    shown = terminal(text)
    assert not any(hidden(char) for char in shown if char not in JOINERS)
    back = re.sub(r"<U\+([0-9A-F]{4,6})>", lambda found: chr(int(found[1], 16)), shown)
    assert back == text
    assert terminal(shown) == shown


@given(st.text(ANY), st.sampled_from(["ascii", "latin-1", "cp1252", "cp437", "utf-8"]))
def test_what_an_encoding_cannot_hold_is_shown(text: str, encoding: str) -> None:
    shown = terminal(text, encoding=encoding)
    shown.encode(encoding)
    back = re.sub(r"<U\+([0-9A-F]{4,6})>", lambda found: chr(int(found[1], 16)), shown)
    assert back == text
