"""Nothing that looks for numbers and wordings takes more than linear time, whatever the text."""

from __future__ import annotations

import time

import pytest

from argmap.sources.clauses import Parts
from argmap.sources.quantities import quantities
from argmap.sources.wording import hedges, negations
from tests.examples import sized

#: Rows of one thing that a reader may look at again and again.
RUNS = [
    "1",
    "1,",
    "1 ",
    "1.",
    "1-",
    "1/",
    "1:",
    "1'",
    "123,",
    "123 ",
    "12,34 ",
    ",",
    " ",
    "-",
    "--1",
    "- ",
    "a-",
    "A-1-",
    "A1",
    "1a",
    "(1)",
    "Article 5(2)",
    "(2)",
    "Articles 5, ",
    "two ",
    "hundred ",
    "two hundred and ",
    "twenty-",
    "million ",
    "a ",
    "half ",
    "half a ",
    "one in ",
    "and a half ",
    "3 and ",
    "3 to ",
    "3, ",
    "June ",
    "3 June ",
    "2018-",
    "2018, ",
    "$",
    "$-",
    "US$",
    "9 p.m. ",
    "º",
    "½",
    "٣",
    "may ",
    "may not ",
    "not ",
    "no-",
    "neither ",
    "as soon as ",
    "Some ",
    "May ",
    "un",
    "it's ",
    "''",
]


def _seconds(text: str) -> float:
    """Return the CPU seconds that a text takes, which do not grow with what else runs here."""
    begin = time.process_time()
    quantities(text)
    hedges(text)
    negations(text)
    Parts(text)
    return time.process_time() - begin


@pytest.mark.parametrize("run", RUNS)
def test_time_is_linear_in_a_run(run: str) -> None:
    """It takes a tenth of a second; a pattern of quadratic time takes 400 million turns."""
    assert _seconds(run * (sized(4_000, deep=20_000) // len(run))) < 15


@pytest.mark.parametrize("run", ["1", ",", " ", "-"])
def test_time_is_linear_in_a_long_run(run: str) -> None:
    """It takes a second; a pattern of quadratic time takes 40,000 million turns."""
    assert _seconds(run * sized(40_000, deep=200_000)) < 60
