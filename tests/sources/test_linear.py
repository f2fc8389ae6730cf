"""Nothing that looks for numbers and wordings takes more than linear time, whatever the text."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from argmap.sources.clauses import Parts
from argmap.sources.quantities import quantities
from argmap.sources.wording import hedges, negations

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


def _seconds(work: Callable[[str], object], text: str) -> float:
    begin = time.perf_counter()
    work(text)
    return time.perf_counter() - begin


def _all(text: str) -> None:
    quantities(text)
    hedges(text)
    negations(text)
    Parts(text)


@pytest.mark.parametrize("run", RUNS)
def test_time_is_linear_in_a_run(run: str) -> None:
    """Eight times the text takes about eight times as long; quadratic work would take 64."""
    short, long = (run * (size // len(run)) for size in (1_000, 8_000))
    _all(short)
    ratios = (_seconds(_all, long) / _seconds(_all, short) for _ in range(4))
    assert any(ratio < 24 for ratio in ratios)


@pytest.mark.parametrize("run", ["1", ",", " ", "-"])
def test_time_is_linear_up_to_a_million_characters(run: str) -> None:
    """Ten times the text takes about ten times as long; quadratic work would take 100."""
    short, long = run * 20_000, run * 200_000
    ratios = (_seconds(_all, long) / _seconds(_all, short) for _ in range(3))
    assert any(ratio < 30 for ratio in ratios)
    if run in "1 ":
        _all(run * 1_000_000)
