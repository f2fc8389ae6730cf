"""The labelled pairs are what their definition says, and there are enough of each sort."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.fidelity.pairs import HALVES, Pair, read_pairs

PAIRS = {half: read_pairs(half) for half in HALVES}
ALL = [pair for pairs in PAIRS.values() for pair in pairs]


def _strings(pair: Pair) -> Iterator[str | None]:
    yield from (pair.id, pair.claim, pair.why, *pair.sentences, *pair.am503, *pair.am504)
    yield pair.claim if pair.certainty is None else pair.certainty


def _standing(label: str, text: str) -> int:
    """How often it stands there, not as part of a longer word or number, nor behind a minus."""
    return len(re.findall(rf"(?<![\w.,−-])(?<!minus ){re.escape(label)}(?!\w|[.,]\d)", text))


@pytest.mark.parametrize("pair", ALL, ids=lambda pair: pair.id)
def test_a_pair_is_labelled_by_what_stands_in_it(pair: Pair) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", pair.id)
    assert all(isinstance(text, str) and text == text.strip() != "" for text in _strings(pair))
    assert pair.sentences
    assert all(8 <= len(sentence.split()) <= 40 for sentence in pair.sentences)
    assert all(sentence[-1] in '."' for sentence in (*pair.sentences, pair.claim))
    together = " ".join(pair.sentences)
    for number in pair.am503:
        assert _standing(number, pair.claim) == 1
        assert _standing(number, together) == 0
    for mark in pair.am504:
        assert _standing(mark, together) == 1
        assert _standing(mark, pair.claim) == 0


def test_no_pair_and_no_sentence_stands_twice() -> None:
    for texts in (
        [pair.id for pair in ALL],
        [pair.claim for pair in ALL],
        [sentence for pair in ALL for sentence in pair.sentences],
    ):
        assert [text for text, count in Counter(texts).items() if count > 1] == []


@pytest.mark.parametrize("half", HALVES)
def test_a_half_has_enough_of_each_sort(half: str) -> None:
    pairs = PAIRS[half]
    assert len(pairs) >= 125
    assert sum(bool(pair.am503) for pair in pairs) >= 55
    assert sum(bool(pair.am504) for pair in pairs) >= 55
    assert sum(bool(pair.am503 and pair.am504) for pair in pairs) >= 20
    assert sum(not pair.am503 and not pair.am504 for pair in pairs) >= 45
    assert sum(pair.certainty is not None for pair in pairs) >= 5
    assert sum(len(pair.sentences) > 1 for pair in pairs) >= 4
    assert sum(pair.hard for pair in pairs) <= len(pairs) / 20
