"""Pairs of a claim and the sentences it is anchored to, labelled with what must be found.

By the first half rules are made; the second is for the end. They were written before the rules.

A pair has `id`, `sentence` (one, or a list of those that an anchor spans), `claim`, `certainty`
(where the map gives the claim's hedge there), `am503`, `am504`, `hard` and `why`. A label is a
stretch of text that stands once: of the claim in `am503`, of the sentences in `am504`. A finding is
right where its own stretch overlaps a label's, and two that overlap one label are one. `hard` marks
what a closed lexicon that knows positions cannot be asked to see; `why` gives the reason.

`am503`, a number in the claim that equals no number of the sentences:

- Two numbers are equal when, scale words worked in, they differ by at most half a unit in the last
  displayed digit of the less precise one. Zeros at the end of a whole number show no digit. A
  fraction in words is exact. Which thing is counted does not matter, and neither do words like
  nearly.
- Units of one scale are converted (tonne, kilogram); currencies, miles and kilometres are not.
  Per cent, percentage points and basis points are not taken for each other, nor is a number for its
  opposite. A unit behind the last of several numbers is that of each.
- Either end of a range is a number of the sentence; what lies between is none.
- Years, decades, dates, ordinals, numbered provisions and model names equal only their like. A date
  holds its year and its day of the month.
- What would have to be worked out (a share, a difference) is found, though it may be true. Words
  like doubled and hundreds are no numbers: they are not found and bear nothing out.

`am504`, a hedge or negation of what the claim takes that the claim neither has nor replaces:

- A hedge says how sure (may, reportedly), or of how many or how often (some, usually). The claim
  keeps it by any word as weak or weaker, or by its certainty; a stronger one is found (possible
  to probable, some to most). A word that only rounds (about, some 300) is no hedge.
- A negation is kept by any other negation (did not rise, failed to rise, no rise) and by a word
  that means the same (no longer admits, stopped admitting). Two that cancel out are none.
- Hedges and negations of a clause, or of another anchored sentence, that the claim leaves out are
  not found.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import yaml

HALVES = ("first_half", "second_half")


class Pair(NamedTuple):
    id: str
    sentences: tuple[str, ...]
    claim: str
    certainty: str | None
    am503: tuple[str, ...]
    am504: tuple[str, ...]
    hard: bool
    why: str


def read_pairs(half: str) -> tuple[Pair, ...]:
    """The pairs of a half in the order of its file; a key that no pair has is a TypeError."""
    content = Path(__file__).with_name(f"{half}.yaml").read_text("utf-8")
    return tuple(_pair(**entry) for entry in yaml.safe_load(content))


def _pair(
    *,
    id: str,
    sentence: str | list[str],
    claim: str,
    am503: list[str],
    am504: list[str],
    why: str,
    certainty: str | None = None,
    hard: bool = False,
) -> Pair:
    sentences = (sentence,) if isinstance(sentence, str) else tuple(sentence)
    return Pair(id, sentences, claim, certainty, tuple(am503), tuple(am504), hard, why)
