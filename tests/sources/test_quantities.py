"""Which numbers a text has: kinds, figures, units and places, by case."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from argmap.errors import InvalidValue
from argmap.sources.quantities import parse, quantities
from argmap.sources.quantity import Figure, NumberKind, Quantity

SPACES = {"NBSP": "\u00a0", "THIN": "\u2009", "NARROW": "\u202f"}


def read(text: str) -> list[str]:
    """Each number as `stretch = spelling`, without its part of the sentence."""
    return [
        f"{text[found.start : found.end]} = {str(found).partition(' @')[0]}{'~' * found.is_loose}"
        for found in quantities(text)
    ]


def _cases() -> list[str]:
    """The lines of `numbers.txt`; names in braces are spaces that cannot be told apart by eye."""
    text = Path(__file__).with_name("numbers.txt").read_text("utf-8")
    return [line.format(**SPACES) for line in text.splitlines() if " -> " in line]


@pytest.mark.parametrize("line", _cases(), ids=lambda line: line.split(" -> ")[0])
def test_the_numbers_of_a_text(line: str) -> None:
    text, _, told = line.rpartition(" -> ")
    assert read(text) == [one for one in told.strip().split(" | ") if one.strip("| ")]


@pytest.mark.parametrize("text", ["", "No number stands here", "Malcolm X", "A pint", "…", "a-b—c"])
def test_a_text_without_numbers(text: str) -> None:
    assert [found for found in quantities(text) if not found.is_loose] == []


def test_a_number_of_too_many_digits_is_a_code() -> None:
    [found] = quantities("9" * 50)
    assert found.kind is NumberKind.NAME
    assert parse(str(found)) == found
    [other] = quantities("9" * 51)
    assert other.code != found.code


def test_a_text_that_no_file_can_hold_is_read_all_the_same() -> None:
    assert read("F-\ud8005, Article 5(\ud800)") == ["5 = 5", "Article 5 = name 5 0e66"]


def test_a_name_has_no_size() -> None:
    [found] = quantities("The F-35 flies.")
    assert found.low == found.high == 0


def test_what_is_known_of_a_range() -> None:
    [found] = quantities("It lost 12.5 to 10 % of it.")
    assert (found.low, found.high, found.unit) == (Fraction(10), Fraction(25, 2), "%")
    assert [figure.step for figure in found.figures] == [Fraction(1, 10), Fraction(1)]
    assert found.kind is NumberKind.AMOUNT


def test_the_parts_of_a_sentence_are_spelled_behind_the_number() -> None:
    found = quantities("It had 12 ships; of those, three sank.")
    assert [str(one) for one in found] == ["12", "3 @1.1"]
    assert [parse(str(one)) for one in found] == list(found)


@pytest.mark.parametrize(
    "spelling",
    [
        "",
        "many",
        "61 %%%%%%%%%%%%%%%%%%",
        "1/0",
        "year 2018 km",
        "date 5",
        "date 2018",
        "name 5",
        "ordinal",
        "weight 5",
        "5 @1",
        "5..6..7",
        "0000-01-01",
        "35 2be0 x",
        "year 0000-01-01",
        "٣",
    ],
)
def test_what_is_no_number_of_an_index_is_refused(spelling: str) -> None:
    with pytest.raises(InvalidValue, match="is no number of an index; write it as in"):
        parse(spelling)


@pytest.mark.parametrize(
    ("figure", "spelled"),
    [
        (Figure(Fraction(-5, 100), Fraction(1, 100)), "-0.05"),
        (Figure(Fraction(0), Fraction(1, 10)), "0.0"),
        (Figure(Fraction(-2, 3), Fraction(0)), "-2/3"),
        (Figure(Fraction(66 * 10**9), Fraction(10**9)), "66e9"),
    ],
)
def test_a_figure_is_spelled_with_its_last_digit(figure: Figure, spelled: str) -> None:
    assert str(figure) == spelled
    assert parse(spelled) == Quantity(NumberKind.AMOUNT, (figure,))
