"""Where words stand in a source of which only the index is at hand."""

from __future__ import annotations

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


def by_fingerprint(index: SourceIndex, quote: str) -> QuoteMatch:
    """Return where whole sentences stand in a source, told from their fingerprints.

    One sentence that stands nowhere is near to the one that is most like it, by an estimate of at
    least 0.7. Parts of sentences, and sentences of less than four words, have no fingerprint. The
    first 1,000 places are told. O(n) in the number of sentences of the source, for each place.

    >>> from argmap.sources.documents import document
    >>> from argmap.sources.source_index import index_of
    >>> index = index_of(document("It rained all day long. The boats stayed in the harbour."))
    >>> found = by_fingerprint(index, "The boats stayed in the harbour.")
    >>> found.fit.value, [str(place) for place in found.places]
    ('exact', ['p1.2'])
    """
    form = normal_form(quote)
    wanted = [form[start:end] for start, end in sentences(form)]
    if not wanted or any(len(words(each)) < FEWEST_WORDS for each in wanted):
        return QuoteMatch(Fit.ABSENT)
    hashes = [fingerprint(each) for each in wanted]
    there = list(index.sentences.items())
    starts = islice(occurrences(hashes, [piece.hash or "-" for _, piece in there]), _MOST)
    places = tuple(Place(*there[at][0], *there[at + len(hashes) - 1][0]) for at in starts)
    if places:
        fit = Fit.EXACT if len(places) == 1 else Fit.AMBIGUOUS
        return QuoteMatch(fit, places, similarity=1.0)
    return QuoteMatch(Fit.ABSENT) if len(wanted) > 1 else _nearest(index, wanted[0])


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
