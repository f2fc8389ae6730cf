"""What the lexicon holds: wordings, what they stand for, and how they are found."""

from __future__ import annotations

from collections.abc import Sequence, Set
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from attrs import frozen


class Sense(Enum):
    """What a wording does."""

    #: It makes what is said less sure, or true of fewer or rarer things.
    HEDGE = "hedge"
    #: It keeps the hedge of a source in a claim, in other words.
    KEEPING = "keeping"
    #: It denies.
    NEGATION = "negation"
    #: It keeps the negation of a source in a claim, in other words.
    DENYING = "denying"
    #: It looks like a hedge or a negation and is none: `not only`.
    PLAIN = "plain"


class Strength(NamedTuple):
    """How strong a claim a class of hedges leaves."""

    #: The class: `possible`, `likely`, `most`.
    name: str
    #: What it speaks of: `sureness` or `extent`.
    kind: str
    #: From 1, the weakest; compared within a kind.
    rank: int
    #: Whether it speaks against the thing, as `unlikely` does.
    is_against: bool = False

    def is_like(self, other: Strength) -> bool:
        """Return whether it speaks of the same thing as another, and on the same side."""
        return (self.kind, self.is_against) == (other.kind, other.is_against)


class Entry(NamedTuple):
    """What a wording stands for."""

    sense: Sense
    #: What an index keeps: `may`, `not`; empty where nothing is kept.
    code: str = ""
    strength: Strength | None = None


@frozen
class Lexicon:
    """The hedges and negations that argmap knows.

    >>> from argmap.lexicon import lexicon
    >>> found = lexicon().longest(["might", "well", "rain"], 0)
    >>> found.length, found.entry.code, found.entry.strength.name
    (2, 'might', 'possible')
    """

    #: Wordings, each as its words in small letters, and what they stand for.
    entries: dict[tuple[str, ...], Entry]
    #: Terms of a scale, and words of authors, that hedge nothing.
    certain: frozenset[str] = frozenset()

    def longest(self, words: Sequence[str], place: int, end: int | None = None) -> Found | None:
        """Return the longest wording that begins at a place of a row of words, or None.

        It goes no further than `end`.

        Takes time bounded by the longest wording of the lexicon.
        """
        most = (len(words) if end is None else end) - place
        for length in self._lengths.get(words[place], ()):
            if length > most:
                continue
            entry = self.entries.get(tuple(words[place : place + length]))
            if entry is not None:
                return Found(length, entry)
        return None

    def strength(self, code: str) -> Strength | None:
        """Return the strength of a hedge by its code; None for a code that is not of a hedge."""
        return self._strengths.get(code)

    def words_of(self, code: str) -> str:
        """Return the first wording of a code, or the code where there is none."""
        return self._wordings.get(code, code)

    @property
    def first_words(self) -> Set[str]:
        """The words that wordings begin with."""
        return self._lengths.keys()

    @cached_property
    def _lengths(self) -> dict[str, list[int]]:
        """By the first word, how long the wordings are that begin with it, longest first."""
        lengths: dict[str, set[int]] = {}
        for words in self.entries:
            lengths.setdefault(words[0], set()).add(len(words))
        return {word: sorted(found, reverse=True) for word, found in lengths.items()}

    @cached_property
    def _strengths(self) -> dict[str, Strength]:
        return {
            entry.code: entry.strength
            for entry in self.entries.values()
            if entry.sense is Sense.HEDGE and entry.strength is not None
        }

    @cached_property
    def _wordings(self) -> dict[str, str]:
        wordings: dict[str, str] = {}
        for words, entry in self.entries.items():
            wordings.setdefault(entry.code, " ".join(words))
        return wordings


class Found(NamedTuple):
    """A wording that was found: of how many words, and what it stands for."""

    length: int
    entry: Entry
