"""Fingerprints: words, SHA-256, and similarity that is estimated from 64 bits."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.sources.fingerprints import fingerprint, simhash, similarity, text_fingerprint, words
from tests.examples import scaled
from tests.sources.texts import labelled

_WORDS = st.lists(
    st.sampled_from(["the", "a", "ferry", "runs", "Runs", "rose", "night", "5"]), min_size=2
)


def _simhash_by_counting(of: list[str]) -> str:
    """The definition: of each bit, whether more pairs set it than do not."""
    bits = [0] * 64
    for pair in pairwise(word.lower() for word in of):
        digest = hashlib.sha256(" ".join(pair).encode()).digest()[:8]
        number = int.from_bytes(digest, "big")
        for bit in range(64):
            bits[bit] += 1 if number >> (63 - bit) & 1 else -1
    return f"{int(''.join('1' if count > 0 else '0' for count in bits), 2):016x}"


@given(_WORDS)
@scaled(500)
def test_simhash_is_what_its_definition_says(of: list[str]) -> None:
    assert simhash(of) == _simhash_by_counting(of)


def test_a_long_sentence_is_counted_right() -> None:
    of = ["a", "b"] * 40_000
    assert simhash(of) == _simhash_by_counting(of)


def _cosine(one: list[str], other: list[str]) -> float:
    first, second = (Counter(pairwise(word.lower() for word in each)) for each in (one, other))
    product = sum(first[pair] * second[pair] for pair in first)
    lengths = [math.sqrt(sum(count**2 for count in each.values())) for each in (first, second)]
    return product / math.prod(lengths)


def test_similarity_is_estimated_about_right() -> None:
    """With one word in n changed, the estimate is off by 0.1 on average, and biased by less."""
    errors = []
    for paragraph in labelled("second"):
        of = words(" ".join(paragraph))
        for at in range(0, len(of), 3):
            if len(of) >= 8:
                changed = [*of[:at], "otherwise", *of[at + 1 :]]
                estimate = similarity(simhash(of), simhash(changed))
                errors.append(estimate - _cosine(of, changed))
    assert len(errors) > 150
    assert sum(map(abs, errors)) / len(errors) < 0.1
    assert abs(sum(errors)) / len(errors) < 0.05


@given(_WORDS, _WORDS)
@scaled(500)
def test_similarity_is_symmetric_and_one_for_the_same(one: list[str], other: list[str]) -> None:
    first, second = simhash(one), simhash(other)
    assert similarity(first, second) == similarity(second, first)
    assert 0 <= similarity(first, second) <= similarity(first, first) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("- ... !", []),
        ("It's 1,000.5 km/h, the U.S. says.", ["It's", "1,000.5", "km", "h", "the", "U.S", "says"]),
        ("F-35s - twenty-five", ["F-35s", "twenty-five"]),
        ("snake_case \u6f22\u5b57", ["snake", "case", "\u6f22\u5b57"]),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_fingerprints_are_sha256() -> None:
    assert text_fingerprint("abc") == hashlib.sha256(b"abc").hexdigest()
    assert fingerprint("abc") == text_fingerprint("abc")[:16]
    assert fingerprint("\udc80")
