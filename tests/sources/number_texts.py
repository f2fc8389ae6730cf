"""Sentences with numbers, made at random, and other spellings of the numbers in them."""

from __future__ import annotations

from hypothesis import strategies as st

#: Spellings of one unit, that stand behind a number.
UNITS = (
    (" per cent", "%", " %", " percent"),
    (" percentage points", " pp"),
    (" km", " kilometres", " kilometers", "km"),
    (" tonnes", " metric tons", " t"),
    (" euros", " EUR"),
    (" hours", " hrs", "-hour"),
    (" °C", "°C", " degrees Celsius"),
)
#: Words that name no number, hedge nothing and deny nothing.
_PLAIN = (
    "the harbour lies behind old walls while ships carry grain and wool to towns upriver where "
    "traders pay with salt, iron or cloth; their boats return empty"
)
PLAIN_WORDS = _PLAIN.split()


def grouped(number: int, separator: str) -> str:
    return f"{number:,}".replace(",", separator)


#: Whole numbers from 1 to 10 million, with decimals or without.
decimals = st.builds(
    lambda whole, digits: f"{whole}.{digits}" if digits else str(whole),
    st.integers(1, 9_999),
    st.text("0123456789", max_size=3),
)
#: An amount in digits with a unit, as the text before the unit and the row of its spellings.
measures = st.tuples(decimals, st.sampled_from(UNITS))
years = st.integers(1500, 2100).map(lambda year: f"in {year}")
names = st.builds(
    lambda letters, number: f"{letters}-{number}",
    st.text("ABCDEFGHJKLMNOPRSTUVWXYZ", min_size=1, max_size=3),
    st.integers(1, 999),
)
dates = st.builds(
    lambda day, month: f"{day} {month}",
    st.integers(1, 28),
    st.sampled_from(["January", "March", "June", "December"]),
)
ordinals = st.integers(4, 20).map(lambda number: f"{number}th")
numbers = st.one_of(
    measures.map(lambda measure: measure[0] + measure[1][0]), years, names, dates, ordinals
)
plain = st.lists(st.sampled_from(PLAIN_WORDS), min_size=1, max_size=6).map(" ".join)
sentences = st.builds(
    lambda parts, end: " ".join([f"{words} {number}" for words, number in parts] + [end]) + ".",
    st.lists(st.tuples(plain, numbers), min_size=1, max_size=4),
    plain,
)
_MARKS = "0123456789,.-–−/:%$€()' \u00a0\u2009½٣"
_PIECES = (
    "m bn per cent and a half to between two hundred million third of in June 2018 Article World "
    "War II pm s th G not may some most one dozen km May without USD"
)
#: Any text, and texts of what numbers and wordings are made of.
any_text = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from([*_MARKS, *_PIECES.split(), *("    ")]),
        max_size=30,
    ).map("".join),
)
