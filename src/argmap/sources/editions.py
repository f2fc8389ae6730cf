"""Two editions of a source beside each other: what became of each sentence, and in what it changed.

The indexes suffice. Where both texts are at hand their sentences are there as well, and those that
are too short for a fingerprint are compared letter by letter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from attrs import evolve, frozen

from argmap.model import ArgumentMap, Place
from argmap.sources.attached import AttachedSource, Key, readings
from argmap.sources.citations import citations
from argmap.sources.drift import Drift, Fate, drift
from argmap.sources.places import sentences_at
from argmap.sources.rewording import Recoded, rewording
from argmap.values import Value


@frozen(eq=False, repr=False)
class Revised(Value):
    """A sentence of an edition, and what it is in another."""

    place: Place
    drift: Drift
    #: Numbers, hedges and negations that are others, where it was changed.
    recoded: tuple[Recoded, ...] = ()
    #: As it is written; None where that text is not at hand.
    before: str | None = None
    #: As it is written in the other edition; None also where it is gone, or may be any of several.
    now: str | None = None


@frozen(eq=False, repr=False)
class Comparison(Value):
    """Two editions of a source beside each other."""

    #: The sentences of the first, in their order.
    sentences: Mapping[Key, Revised]
    #: Where the second has sentences that are none of the first.
    fresh: tuple[Place, ...]
    #: Whether both texts are at hand.
    with_texts: bool


def compared(old: AttachedSource, new: AttachedSource) -> Comparison:
    """Return two editions beside each other, in O(n log n).

    >>> from argmap.sources.documents import document
    >>> from argmap.sources.source_index import index_of
    >>> of = lambda text: AttachedSource(index_of(document(text)))
    >>> found = compared(of("Some 61 % would use it."), of("Some 16 % would use it."))
    >>> [sentence.recoded[0].after for sentence in found.sentences.values()]
    ['16 %']
    """
    fates = drift(old.index, new.index)
    taken = {place.begin for fate in fates.values() for place in fate.places}
    # In the normal form: other quotes and hyphens change nothing.
    was, now = ({} if each.form is None else each.index.texts(each.form) for each in (old, new))
    sentences = {
        key: _Pair(old, new, key, fate).revised(was.get(key), now) for key, fate in fates.items()
    }
    fresh = tuple(Place(*key) for key in new.index.sentences if key not in taken)
    with_texts = old.form is not None and new.form is not None
    return Comparison(sentences, fresh, with_texts)


class _Pair(NamedTuple):
    """A sentence of an edition, and what became of it in another."""

    old: AttachedSource
    new: AttachedSource
    key: Key
    drift: Drift

    def revised(self, was: str | None, now: Mapping[Key, str]) -> Revised:
        """Return the two beside each other.

        Args:
            was: the normal form of the first, where it is at hand.
            now: those of the other edition, as far as they are.
        """
        place, before = Place(*self.key), self.old.sentences.get(self.key)
        if self.drift.fate in (Fate.GONE, Fate.AMBIGUOUS):
            return Revised(place, self.drift, before=before)
        other = self.drift.places[0].begin
        fate = self.drift
        recoded: tuple[Recoded, ...] = ()
        if was is not None and other in now and was != now[other]:
            # Of what is too short for a fingerprint, only the texts tell.
            fate = evolve(fate, fate=Fate.CHANGED)
        if fate.fate is Fate.CHANGED:
            pair = (self.old.index.sentences[self.key], self.new.index.sentences[other])
            recoded = rewording(pair[0].coded, pair[1].coded)
        return Revised(place, fate, recoded, before, self.new.sentences.get(other))


def anchored(
    argument_map: ArgumentMap, name: str, index: AttachedSource
) -> Mapping[Key, list[str]]:
    """Return what of a map is anchored to each sentence of an index: ids, in the order of the map.

    Takes time in proportion to the sentences of all places of the map. Places that the index does
    not have are left out.

    Args:
        argument_map: the map.
        name: that of the index, as sources of the map name it.
        index: what it holds.
    """
    sources = {source.id for source in argument_map.sources if source.index == name}
    found: dict[Key, dict[str, None]] = defaultdict(dict)
    for citation in citations(argument_map):
        for source, place in readings(argument_map, citation.anchor):
            if source in sources:
                for key in sentences_at(place, index.index.paragraphs) or ():
                    found[key][citation.subject] = None
    return {key: list(ids) for key, ids in found.items()}
