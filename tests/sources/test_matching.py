"""Which numbers are equal, and which of a claim's equal none of the sentences'."""

from __future__ import annotations

import pytest

from argmap.sources.matching import agree, alike, stray
from argmap.sources.quantities import quantities
from argmap.sources.quantity import Quantity


def one(text: str) -> Quantity:
    [found] = quantities(text)
    return found


EQUAL = [
    ("66 billion dollars", "USD 65.7bn"),
    ("$30bn", "30 billion dollars"),
    ("A$2bn", "2 billion Australian dollars"),
    ("1,200,000 people", "1.2 million people"),
    ("2.05 per cent", "2.1 %"),
    ("3,000", "2,984"),
    ("about 30", "28"),
    ("two thirds", "66.7 per cent"),
    ("a third", "33%"),
    ("half of it", "50 per cent"),
    ("0.5", "50%"),
    ("one in five", "20 per cent"),
    ("half a million euros", "€500,000"),
    ("1.5 km", "1,500 metres"),
    ("2 tonnes", "2,000 kg"),
    ("24 hours", "one day"),
    ("18 months", "1½ years"),
    ("a decade", "ten years"),
    ("a dozen", "12"),
    ("minus 4", "-4"),
    ("12 °C", "12 degrees"),
    ("30 metric tons", "30 tons"),
    ("30 km", "30"),
    ("10 to 15 per cent", "10-15 %"),
    ("15 to 10", "10 to 15"),
    ("2018-19", "2018 to 2019"),
    ("2018", "3 June 2018"),
    ("1800 ships", "1,800 ships"),
    ("1800 ships", "in 1800"),
    ("3 June 2025", "June 3"),
    ("3 June 2025", "on the 3rd"),
    ("December 2024", "2024"),
    ("9 p.m.", "21:00"),
    ("9 p.m.", "nine"),
    ("F-35", "F35s"),
    ("World War II", "the Second World War"),
    ("Article 5(2)", "art. 5(2)"),
    ("the 1990s", "the '90s"),
    ("fifth", "5th"),
    ("No. 7", "7"),
]
DIFFERENT = [
    ("5 per cent", "5 percentage points"),
    ("25 bps", "25 percentage points"),
    ("25 bps", "25 per cent"),
    ("61 per cent", "61"),
    ("61 per cent", "1"),
    ("50 km", "50 miles"),
    ("8 km", "5 miles"),
    ("$30", "€30"),
    ("US$30", "A$30"),
    ("30 km", "30 hours"),
    ("7.34 per cent", "7.4 per cent"),
    ("2,438", "about 2,600"),
    ("70 per cent", "71 per cent"),
    ("two thirds", "three quarters"),
    ("−4", "4"),
    ("10 to 15", "10 to 12"),
    ("10 to 15", "10"),
    ("10 to 20", "15"),
    ("2015", "2,015"),
    ("2015", "2016"),
    ("the 1990s", "1990"),
    ("3 June 2025", "3 June 2024"),
    ("3 June", "June 2024"),
    ("3 June", "2024"),
    ("December 2024", "November 2024"),
    ("3 June 2025", "on the 4th"),
    ("fifth", "5"),
    ("No. 7", "8"),
    ("No. 7", "7 km"),
    ("Article 7", "7"),
    ("9 p.m.", "9:30"),
    ("9 p.m.", "9 km"),
    ("9:30", "9"),
    ("F-35", "F-16"),
    ("F-35", "35"),
    ("F-35", "T-35"),
    ("Article 5(2)", "Article 5(3)"),
]


@pytest.mark.parametrize(("first", "second"), EQUAL)
def test_numbers_that_are_equal(first: str, second: str) -> None:
    assert agree(one(first), one(second))
    assert agree(one(second), one(first))


@pytest.mark.parametrize(("first", "second"), DIFFERENT)
def test_numbers_that_differ(first: str, second: str) -> None:
    assert not agree(one(first), one(second))
    assert not agree(one(second), one(first))


@pytest.mark.parametrize(
    ("claim", "sentence", "found"),
    [
        ("It is 10 %.", "It is 10-15 %.", []),
        ("It is 10-15 %.", "From 10 per cent it rose to 15 per cent.", []),
        ("It is 12 %.", "It is 10-15 %.", ["12 %"]),
        ("It is 10-16 %.", "It is 10-15 %.", ["10..16 %"]),
        ("One of them has 3.", "They are many.", ["3"]),
        ("It has 1 ship.", "One of its ships sank.", []),
        ("In 2018 and 2019.", "In 2018.", ["year 2019"]),
        ("Three.", "", ["3"]),
        ("None.", "", []),
        ("On 3 June 2025.", "On 3 June.", ["date 2025-06-03"]),
        ("On 3 June 2025.", "In June 2025.", ["date 2025-06-03"]),
        ("On 3 June 2025.", "In 2025, on 3 June.", []),
        ("On 3 June 2025.", "In 2025, on the 3rd.", []),
        ("On 3 June 2025.", "Between 3 June 2024 and 7 May 2025.", ["date 2025-06-03"]),
        ("On 3 June.", "On 3 June 2025.", []),
        ("In December 2024.", "In 2024.", []),
    ],
)
def test_the_numbers_of_a_claim_that_its_sentence_lacks(
    claim: str, sentence: str, found: list[str]
) -> None:
    assert [str(number) for number in stray(quantities(claim), quantities(sentence))] == found


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("13 per cent", "31 per cent", True),
        ("13 per cent", "31", False),
        ("13 km", "31 m", True),
        ("13 km", "31 kg", False),
        ("13", "31", True),
        ("1912", "1921", True),
        ("1912", "31", False),
        ("F-16", "G7", True),
    ],
)
def test_numbers_that_one_may_have_been_meant_for_the_other(
    first: str, second: str, expected: bool
) -> None:
    assert alike(one(first), one(second)) is expected
