"""The Admiralty code: what the data file holds, and what a code comes to."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.source import CREDIBILITIES, RELIABILITIES, Source
from argmap.scales import Judgement, admiralty

letters = st.none() | st.sampled_from(sorted(RELIABILITIES))
digits = st.none() | st.sampled_from(CREDIBILITIES)


def test_it_has_each_mark_that_a_source_may_bear() -> None:
    assert list(admiralty().reliability) == sorted(RELIABILITIES)
    assert list(admiralty().credibility) == [str(digit) for digit in CREDIBILITIES]
    assert admiralty().source == "NATO AJP-2.1 / STANAG 2511"


@given(letters, digits)
def test_whatever_a_source_bears_is_told_in_words(letter: str | None, digit: int | None) -> None:
    source = Source(id="s", reliability=letter, credibility=digit)
    words = admiralty().in_words(source.reliability, source.credibility)
    assert words.count(",") == (letter is not None and digit is not None)
    assert bool(words) == (letter is not None or digit is not None)


@given(letters, digits)
def test_one_weak_mark_makes_a_code_weak_and_unknown_is_not_weak(
    letter: str | None, digit: int | None
) -> None:
    judgement = admiralty().judgement(letter, digit)
    assert (judgement is Judgement.WEAK) == (letter in {"D", "E"} or digit in {4, 5})
    assert (judgement is None) == (letter is None and digit is None)
    unknown = {letter, digit} - {None} <= {"F", 6} and judgement is not None
    assert (judgement is Judgement.UNKNOWN) == unknown


def test_a_mark_that_there_is_not() -> None:
    with pytest.raises(KeyError):
        admiralty().in_words("G", None)


def test_rules_are_loaded_without_it() -> None:
    code = "import sys, argmap.rules; print([m for m in sys.modules if m.startswith('argmap.sca')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
