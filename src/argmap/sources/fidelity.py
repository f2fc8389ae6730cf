"""What a claim makes of its sentences: stray numbers (AM503), dropped hedges (AM504).

Both are found from what an index holds of a sentence, so the text need not be at hand. From that it
cannot be seen which words a hedge belongs to; what can be is in which part of the sentence it
stands, and in which the numbers that the claim takes. A hedge in a part that the claim leaves out
is not missed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from argmap.lexicon import Sense, Strength, lexicon
from argmap.model import Qualifier
from argmap.sources.clauses import Part
from argmap.sources.fingerprints import words as words_of
from argmap.sources.matching import agree, alike, points, stray
from argmap.sources.quantities import quantities
from argmap.sources.quantity import Quantity
from argmap.sources.wording import (
    DENYING,
    Mark,
    Wording,
    hedges_among,
    negations_among,
    wordings,
)
from argmap.values import Value


@frozen(eq=False, repr=False)
class Coded(Value):
    """What is known of a sentence without its words."""

    #: How many words it has.
    words: int
    numbers: tuple[Quantity, ...] = ()
    hedges: tuple[Mark, ...] = ()
    negations: tuple[Mark, ...] = ()

    @classmethod
    def of(cls, sentence: str) -> Coded:
        """Return what an index keeps of a sentence. Linear in its length."""
        found = tuple(wordings(sentence))
        return cls(
            len(words_of(sentence)),
            quantities(sentence),
            hedges_among(sentence, found),
            negations_among(found),
        )


@frozen(eq=False, repr=False)
class Stray(Value):
    """A number of a claim that equals none of its sentences (AM503)."""

    #: Where it stands in the claim.
    start: int
    end: int
    #: As the claim writes it.
    number: str
    #: The numbers of the sentences that it may have been meant to be, in figures.
    instead: tuple[str, ...]


@frozen(eq=False, repr=False)
class Dropped(Value):
    """A hedge or negation of a sentence that a claim has not kept (AM504)."""

    mark: Mark
    #: Which of the sentences has it, from 0.
    sentence: int
    #: Words for it: a wording of its code.
    words: str
    is_negation: bool = False


def stray_numbers(claim: str, sentences: Sequence[Coded]) -> tuple[Stray, ...]:
    """Return the numbers of a claim that equal none of its sentences', in their order.

    Takes time in proportion to the numbers of the claim times those of the sentences.

    >>> [found] = stray_numbers("Over 16 per cent agree.", [Coded.of("Some 61 % agree, in 2024.")])
    >>> found.number, found.instead
    ('16 per cent', ('61 %',))
    """
    given = [number for sentence in sentences for number in sentence.numbers]
    return tuple(
        Stray(
            number.start,
            number.end,
            claim[number.start : number.end],
            tuple(dict.fromkeys(one.in_figures for one in given if alike(number, one))),
        )
        for number in stray(quantities(claim), given)
    )


#: A claim without numbers that has fewer words than this share of its sentences leaves so much out
#: that nothing can be said of their hedges.
_SHARE = 0.45


#: A claim that has so many times the words of a sentence says more than that one does.
_MORE = 1.3


def dropped_words(
    claim: str, certainty: Qualifier | None, sentences: Sequence[Coded]
) -> tuple[Dropped, ...]:
    """Return the hedges and negations of the sentences that a claim has not kept.

    A hedge is kept by any of its kind that is as weak or weaker, in the text or in `certainty`; a
    negation by any other.

    >>> [found] = dropped_words("It will rain.", None, [Coded.of("It may rain.")])
    >>> found.words
    'may'
    >>> dropped_words("It will rain.", Qualifier("possible"), [Coded.of("It may rain.")])
    ()
    """
    if not any(sentence.hedges or sentence.negations for sentence in sentences):
        return ()
    known = lexicon()
    taken = _taken(quantities(claim), sentences)
    kept = _Kept(claim, certainty)
    words = len(words_of(claim))
    is_told = words >= _SHARE * sum(sentence.words for sentence in sentences)
    if words > _MORE * sum(sentences[place].words for place in {place for place, _ in taken}):
        # It takes more than the sentences whose numbers it has.
        taken = []
    found: list[Dropped] = []
    for number, sentence in enumerate(sentences):
        ours = [part for one, part in taken if one == number]
        told = {one.part for one in sentence.numbers}

        def is_taken(mark: Mark, ours: list[Part] = ours, told: set[Part] = told) -> bool:
            clauses = {part.clause for part in ours}
            is_near = mark.part in ours or (mark.part.clause in clauses and mark.part not in told)
            return is_near if taken else is_told

        for hedge in filter(is_taken, sentence.hedges):
            strength = known.strength(hedge.code)
            if strength is not None and not kept.hedge(strength):
                found.append(Dropped(hedge, number, known.words_of(hedge.code)))
        denials = list(filter(is_taken, sentence.negations))
        if not kept.negation(sum(mark.code == DENYING for mark in denials)):
            found += [
                Dropped(mark, number, known.words_of(mark.code), is_negation=True)
                for mark in denials
                if mark.code != DENYING
            ]
    return tuple(found)


def keeps(claim: str, certainty: Qualifier | None, dropped: Dropped) -> bool:
    """Return whether a claim has the hedge or negation that another one dropped.

    A sentence may be told by several claims, of which one has its hedge.

    >>> [found] = dropped_words("It will rain late.", None, [Coded.of("It may rain, and late.")])
    >>> keeps("Perhaps it rains.", None, found), keeps("It is late.", None, found)
    (True, False)
    """
    kept = _Kept(claim, certainty)
    if dropped.is_negation:
        return kept.negation(0)
    strength = lexicon().strength(dropped.mark.code)
    return strength is None or kept.hedge(strength)


def _taken(claimed: Sequence[Quantity], sentences: Sequence[Coded]) -> list[tuple[int, Part]]:
    """Return the parts of sentences whose numbers a claim takes.

    Those are the numbers that it has, and those that are like one that it has wrong.
    """
    given = [(place, one) for place, sentence in enumerate(sentences) for one in sentence.numbers]
    wrong = stray(claimed, [one for _, one in given])
    right = [number for number in claimed if number not in wrong and not number.is_loose]
    found = [(place, one.part) for place, one in given if any(_touch(one, two) for two in right)]
    found += [
        (place, one.part)
        for place, one in given
        if (place, one.part) not in found and any(alike(one, two) for two in wrong)
    ]
    return found


def _touch(one: Quantity, other: Quantity) -> bool:
    return any(agree(a, b) for a in points(one) for b in points(other))


class _Kept:
    """What a claim has to keep hedges and negations by."""

    def __init__(self, claim: str, certainty: Qualifier | None) -> None:
        told = [claim]
        if certainty is not None:
            told += [text for text in (certainty.term, certainty.as_written) if text]
        found = [tuple(wordings(text)) for text in told]
        self._strengths = [one for row in found for one in _strengths(row, Sense.HEDGE)]
        self._kept = {one.name for row in found for one in _strengths(row, Sense.KEEPING)}
        self._negations = [mark.code for row in found for mark in negations_among(row)]
        is_known = len(told) == 1 or told[1].lower() in lexicon().certain
        if not is_known and not any(_strengths(found[1], Sense.HEDGE)):
            # The author's own hedge, which the lexicon lacks, is off every scale.
            self._strengths.append(Strength("possible", "sureness", 1))

    def hedge(self, wanted: Strength) -> bool:
        """Return whether a hedge of a sentence is kept."""
        return wanted.name in self._kept or any(self._keeps(one, wanted) for one in self._strengths)

    def _keeps(self, one: Strength, wanted: Strength) -> bool:
        if one.kind != wanted.kind or one.rank > wanted.rank:
            return False
        if not wanted.is_against or one.is_against or one.name == "possible":
            return True
        return bool(self._negations)

    def negation(self, denying: int) -> bool:
        """Return whether the negation of a sentence that has so many denying words is kept."""
        ours = self._negations.count(DENYING)
        return len(self._negations) > ours or ours > denying


def _strengths(found: Iterable[Wording], sense: Sense) -> Iterator[Strength]:
    for wording in found:
        if wording.entry.sense is sense and wording.entry.strength:
            yield wording.entry.strength
