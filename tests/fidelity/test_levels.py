"""How many of the labelled findings are found, and how many of the findings are labelled."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

import pytest

from argmap.model import Qualifier
from argmap.sources.fidelity import Coded, dropped_words, stray_numbers
from tests.fidelity.pairs import Pair, read_pairs

Stretch: TypeAlias = tuple[int, int]


class Level(NamedTuple):
    """Labels that a finding overlaps; those and the findings that overlap none; all labels."""

    met: int
    findings: int
    labels: int

    @property
    def precision(self) -> float:
        return self.met / self.findings

    @property
    def recall(self) -> float:
        return self.met / self.labels


def _labelled(text: str, labels: Iterable[str]) -> list[Stretch]:
    """Where the labels stand in a text."""
    found = [re.search(rf"(?<!\w){re.escape(label)}(?!\w)", text) for label in labels]
    return [match.span() for match in found if match is not None]


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _numbers(pair: Pair) -> tuple[list[Stretch], list[Stretch]]:
    """Findings of AM503 in a pair, and labels."""
    found = stray_numbers(pair.claim, [Coded.of(sentence) for sentence in pair.sentences])
    return [(one.start, one.end) for one in found], _labelled(pair.claim, pair.am503)


def _words(pair: Pair) -> tuple[list[Stretch], list[Stretch]]:
    """Findings of AM504 in a pair, and labels, as stretches of its sentences in a row."""
    certainty = None if pair.certainty is None else Qualifier(pair.certainty)
    found = dropped_words(pair.claim, certainty, [Coded.of(one) for one in pair.sentences])
    begins = [0]
    for sentence in pair.sentences:
        begins.append(begins[-1] + len(sentence) + 1)
    stretches = [
        (begins[one.sentence] + one.mark.start, begins[one.sentence] + one.mark.end)
        for one in found
    ]
    return stretches, _labelled(" ".join(pair.sentences), pair.am504)


def level(half: str, rule: str) -> Level:
    total = Level(0, 0, 0)
    for pair in read_pairs(half):
        found, labels = _numbers(pair) if rule == "AM503" else _words(pair)
        met = sum(any(_overlap(label, one) for one in found) for label in labels)
        wrong = sum(not any(_overlap(label, one) for label in labels) for one in found)
        # Two findings that overlap one label are one.
        counts = (met, met + wrong, len(labels))
        total = Level(*(a + b for a, b in zip(total, counts, strict=True)))
    return total


@pytest.mark.parametrize("rule", ["AM503", "AM504"])
@pytest.mark.parametrize(("half", "least"), [("first_half", 0.95), ("second_half", 0.9)])
def test_what_is_found_is_what_is_labelled(half: str, least: float, rule: str) -> None:
    reached = level(half, rule)
    assert reached.labels > 50
    assert reached.precision >= least
    assert reached.recall >= least
