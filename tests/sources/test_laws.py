"""Laws of numbers in texts: spelling, equality, units, and what a flipped digit does."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.sources.clauses import Parts
from argmap.sources.fidelity import Coded, dropped_words, stray_numbers
from argmap.sources.matching import agree, points, stray
from argmap.sources.quantities import parse, quantities
from argmap.sources.quantity import Figure, NumberKind, Quantity
from argmap.sources.wording import hedges, negations, parse_mark
from tests.examples import scaled
from tests.sources.number_texts import (
    PLAIN_WORDS,
    UNITS,
    any_text,
    grouped,
    measures,
    plain,
    sentences,
)


def all_of(text: str) -> list[str]:
    return [str(found).partition(" @")[0] for found in quantities(text)]


@scaled(2000)
@given(any_text)
def test_numbers_are_found_in_order_within_the_text_and_read_back(text: str) -> None:
    last = 0
    for found in quantities(text):
        assert last <= found.start < found.end <= len(text)
        assert found.part == Parts(text).at(found.start)
        again = parse(str(found))
        assert (again, str(again)) == (found, str(found))
        last = found.end


@scaled(2000)
@given(any_text)
def test_marks_are_found_in_order_within_the_text_and_read_back(text: str) -> None:
    for marks in (hedges(text), negations(text)):
        last = 0
        for mark in marks:
            assert last <= mark.start < mark.end <= len(text)
            assert parse_mark(str(mark)) == mark
            last = mark.end


@scaled(1000)
@given(any_text, any_text)
def test_equality_of_numbers_is_reflexive_and_symmetric(one: str, other: str) -> None:
    for a in quantities(one):
        assert agree(a, a)
        for b in quantities(other):
            assert agree(a, b) == agree(b, a)


@scaled(1000)
@given(any_text)
def test_a_text_bears_itself_out(text: str) -> None:
    assert stray(quantities(text), quantities(text)) == ()
    assert stray_numbers(text, [Coded.of(text)]) == ()
    assert dropped_words(text, None, [Coded.of(text)]) == ()


figures = st.builds(
    lambda digits, power: Figure(Fraction(digits) * Fraction(10) ** power, Fraction(10) ** power),
    st.integers(-(10**9), 10**9),
    st.integers(-6, 12),
) | st.fractions(max_denominator=1000).map(lambda value: Figure(value, Fraction(0)))


@scaled(1000)
@given(figures)
def test_a_figure_is_read_back_with_its_last_digit(figure: Figure) -> None:
    quantity = Quantity(NumberKind.AMOUNT, (figure,), "km")
    assert parse(str(quantity)) == quantity


@scaled(500)
@given(figures, figures)
def test_two_figures_are_equal_within_half_a_digit_of_the_less_exact(
    one: Figure, other: Figure
) -> None:
    """The definition, said another way: the intervals that round to them have the other inside."""
    half = max(one.step, other.step) / 2
    expected = one.value - half <= other.value <= one.value + half
    a, b = (Quantity(NumberKind.AMOUNT, (figure,)) for figure in (one, other))
    assert agree(a, b) == expected


@scaled(500)
@given(st.integers(1, 10**9))
def test_separators_of_thousands_change_nothing(number: int) -> None:
    expected = all_of(f"{number:,} ships")
    assert all_of(f"{grouped(number, chr(0xA0))} ships") == expected
    assert all_of(f"{grouped(number, chr(0x2009))} ships") == expected
    assert all_of(f"{grouped(number, '’')} ships") == expected


@scaled(500)
@given(st.integers(0, 10**12 - 1))
def test_digits_of_another_script_are_digits(number: int) -> None:
    arabic = str(number).translate({48 + digit: 0x660 + digit for digit in range(10)})
    assert all_of(arabic) == all_of(str(number))


@scaled(500)
@given(measures, st.data())
def test_another_spelling_of_a_unit_changes_nothing(
    measure: tuple[str, tuple[str, ...]], data: st.DataObject
) -> None:
    number, spellings = measure
    one, other = (data.draw(st.sampled_from(spellings)) for _ in range(2))
    assert all_of(f"It was {number}{one} then.") == all_of(f"It was {number}{other} then.")


@scaled(300)
@given(
    st.integers(1, 999),
    st.integers(0, 9),
    st.sampled_from([("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12)]),
)
def test_a_scale_word_is_worked_in(whole: int, tenths: int, scale: tuple[str, int]) -> None:
    word, power = scale
    [scaled_one] = quantities(f"{whole}.{tenths} {word} ships")
    [written] = quantities(f"{(10 * whole + tenths) * 10 ** (power - 1):,} ships")
    assert agree(scaled_one, written)
    assert scaled_one.low == written.low


_BELOW_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_SMALL = _BELOW_TWENTY.split()
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number: int) -> str:
    """The number in words, as one says it."""
    for size, word in (
        (10**9, "billion"),
        (10**6, "million"),
        (1000, "thousand"),
        (100, "hundred"),
    ):
        if number >= size:
            rest = number % size
            joint = " and " if 0 < rest < 100 else " "
            tail = joint + spelled(rest) if rest else ""
            return f"{spelled(number // size)} {word}{tail}"
    if number < 20:
        return _SMALL[number]
    ten, one = divmod(number, 10)
    return _TENS[ten - 2] + (f"-{_SMALL[one]}" if one else "")


@scaled(1000)
@given(st.integers(0, 10**12 - 1))
def test_a_number_in_words_is_that_in_digits(number: int) -> None:
    [found] = quantities(f"They had {spelled(number)} ships.")
    assert found.low == found.high == number
    assert found.kind is NumberKind.AMOUNT


@scaled(500)
@given(sentences, plain)
def test_unrelated_words_change_nothing(sentence: str, words: str) -> None:
    assert all_of(f"{words}. {sentence} {words}.") == all_of(sentence)


def test_the_plain_words_are_plain() -> None:
    text = " ".join(PLAIN_WORDS)
    assert (quantities(text), hedges(text), negations(text)) == ((), (), ())


def _rounds_to(one: Quantity, known: tuple[Quantity, ...]) -> bool:
    return all(any(agree(p, q) for k in known for q in points(k)) for p in points(one))


@scaled(1500)
@given(sentences, st.data())
def test_a_flipped_digit_is_found(sentence: str, data: st.DataObject) -> None:
    """Change any digit of any number; unless that is rounding, the number is reported there."""
    digits = [found.start() for found in re.finditer(r"\d", sentence)]
    place = data.draw(st.sampled_from(digits))
    digit = data.draw(st.sampled_from([d for d in "0123456789" if d != sentence[place]]))
    flipped = sentence[:place] + digit + sentence[place + 1 :]
    claimed, known = quantities(flipped), quantities(sentence)
    changed = [one for one in claimed if one.start <= place < one.end]
    assume(changed and not _rounds_to(changed[0], known))
    assert changed[0] in stray(claimed, known)


@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize("unit", [units[0] for units in UNITS])
def test_any_digit_of_a_plain_number_counts(unit: str, place: int) -> None:
    """No rounding hides a change of a number without zeros at its end."""
    for digit in "123456789":
        flipped = "347"[:place] + digit + "347"[place + 1 :]
        found = stray(quantities(f"It was {flipped}{unit}."), quantities(f"It was 347{unit}."))
        assert bool(found) == (flipped != "347")
