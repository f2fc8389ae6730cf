"""Where words stand in a source of which only the index is at hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice

from argmap.model import Place
from argmap.sources.aligning import occurrences
from argmap.sources.drift import ANYWHERE
from argmap.sources.fingerprints import FEWEST_WORDS, fingerprint, simhash, similarity, words
from argmap.sources.normalising import normal_form
from argmap.sources.quotes import Fit, QuoteMatch
from argmap.sources.sentences import sentences
from argmap.sources.source_index import SourceIndex

_MOST = 1_000


class WholeSentences:
    """The sentences of an index, made ready to be found by their fingerprints."""

    def __init__(self, index: SourceIndex) -> None:
        """Note where each fingerprint stands. O(n) in the number of sentences."""
        self._index = index
        self._keys = list(index.sentences)
        self._hashes = [piece.hash or "-" for piece in index.sentences.values()]
        self._at: dict[str, list[int]] = defaultdict(list)
        for at, hashed in enumerate(self._hashes):
            self._at[hashed].append(at)

    def find(self, quote: str, *, near: bool = True) -> QuoteMatch:
        """Return where whole sentences stand.

        Takes as long as the quote and the answer are; one in many rows of the same sentences, and
        one sentence that is sought nearly, O(n) in the number of sentences.

        Args:
            quote: the sentences, which have four words or more each.
            near: whether one sentence that stands nowhere is near to the one most like it.

        >>> from argmap.sources.documents import document
        >>> from argmap.sources.source_index import index_of
        >>> there = WholeSentences(index_of(document("It rained all day. All of us slept.")))
        >>> [str(place) for place in there.find("All of us slept.").places]
        ['p1.2']
        """
        form = normal_form(quote)
        wanted = [form[start:end] for start, end in sentences(form)]
        if not wanted or any(len(words(each)) < FEWEST_WORDS for each in wanted):
            return QuoteMatch(Fit.ABSENT)
        last = len(wanted) - 1
        places = tuple(
            Place(*self._keys[at], *self._keys[at + last])
            for at in self._starts([fingerprint(each) for each in wanted])
        )
        if places:
            fit = Fit.EXACT if len(places) == 1 else Fit.AMBIGUOUS
            return QuoteMatch(fit, places, similarity=1.0)
        return _nearest(self._index, wanted[0]) if near and not last else QuoteMatch(Fit.ABSENT)

    def _starts(self, hashes: Sequence[str]) -> Iterable[int]:
        """Return where a row of fingerprints begins, at most the first 1,000 places."""
        if not all(hashed in self._at for hashed in hashes):
            return ()
        first, rarest = min(enumerate(hashes), key=lambda each: len(self._at[each[1]]))
        begins = [at - first for at in self._at[rarest][:_MOST]]
        if len(hashes) == 1:
            return begins
        if len(self._at[rarest]) * len(hashes) > _MOST:
            # Comparing each would take long where a text repeats itself for ever.
            return islice(occurrences(hashes, self._hashes), _MOST)
        return [at for at in begins if at >= 0 and self._hashes[at : at + len(hashes)] == hashes]


def by_fingerprint(index: SourceIndex, quote: str) -> QuoteMatch:
    """Return where whole sentences stand in a source, told from their fingerprints.

    One sentence that stands nowhere is near to the one that is most like it, by an estimate of at
    least 0.7. Parts of sentences, and sentences of less than four words, have no fingerprint. The
    first 1,000 places are told. O(n) in the number of sentences of the source.

    >>> from argmap.sources.documents import document
    >>> from argmap.sources.source_index import index_of
    >>> index = index_of(document("It rained all day long. The boats stayed in the harbour."))
    >>> found = by_fingerprint(index, "The boats stayed in the harbour.")
    >>> found.fit.value, [str(place) for place in found.places]
    ('exact', ['p1.2'])
    """
    return WholeSentences(index).find(quote)


def _nearest(index: SourceIndex, sentence: str) -> QuoteMatch:
    pairs = simhash(words(sentence))
    alike = [
        (similarity(pairs, piece.pairs), key)
        for key, piece in index.sentences.items()
        if piece.pairs is not None
    ]
    best, key = max(alike, key=lambda each: each[0], default=(0.0, (1, 1)))
    if best < ANYWHERE:
        return QuoteMatch(Fit.ABSENT)
    return QuoteMatch(Fit.NEAR, (Place(*key),), similarity=best)
