"""The Admiralty code: how reliable a source is, and how credible what it says, rated apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum

from attrs import frozen

from argmap.values import Record, Value


class Judgement(Enum):
    """What a mark, or a code of two, comes to."""

    #: Nothing speaks against leaning on it.
    FAIR = "fair"
    #: Somebody judged it, and thought little of it.
    WEAK = "weak"
    #: Somebody said that it could not be judged; that is not bad, it is unknown.
    UNKNOWN = "unknown"


class Mark(Record):
    """A letter or a number of the code."""

    #: `A` to `F`, or `1` to `6`.
    sign: str
    means: str
    judgement: Judgement


@frozen(eq=False, repr=False)
class Admiralty(Value):
    """The code, as its source defines it.

    >>> from argmap.scales import admiralty
    >>> admiralty().in_words("B", 2)
    'usually reliable, probably true'
    >>> admiralty().judgement("F", None).value
    'unknown'
    """

    #: Where the code is defined.
    source: str
    reliability: Mapping[str, Mark]
    credibility: Mapping[str, Mark]

    def marks(self, reliability: str | None, credibility: int | None) -> Iterator[Mark]:
        """Yield the marks that a source was given: none, one or two."""
        if reliability is not None:
            yield self.reliability[reliability]
        if credibility is not None:
            yield self.credibility[str(credibility)]

    def in_words(self, reliability: str | None, credibility: int | None) -> str:
        """Return what a code says; empty where there is none."""
        return ", ".join(mark.means for mark in self.marks(reliability, credibility))

    def judgement(self, reliability: str | None, credibility: int | None) -> Judgement | None:
        """Return what a code comes to; None where there is none.

        One weak mark makes it weak. It is unknown only where no mark says more than that it could
        not be judged: the two are rated independently, so one may be known without the other.
        """
        found = {mark.judgement for mark in self.marks(reliability, credibility)}
        ranked = (Judgement.WEAK, Judgement.FAIR, Judgement.UNKNOWN)
        return next((one for one in ranked if one in found), None)
