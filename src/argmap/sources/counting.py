"""The sentences of a text counted through from 0, as places are counted by paragraph."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import TypeAlias

from argmap.model import Place
from argmap.sources.places import Paragraphs

#: The numbers of the first and the last sentence of a place.
Stretch: TypeAlias = tuple[int, int]


class CountedThrough:
    """The sentences of a text by a number each, so that a long place is as short as any.

    >>> text = CountedThrough([2, 3])
    >>> text.stretch(Place.parse("p1.2-p2.2")), text.stretch(Place.parse("p2.4"))
    ((1, 3), None)
    >>> text.first([Place.parse("p2"), Place.parse("p1")], 4)
    [2, 3, 4, 0]
    >>> str(text.place(3))
    'p2.2'
    """

    def __init__(self, paragraphs: Paragraphs) -> None:
        """Take how many sentences each paragraph has."""
        self.paragraphs = paragraphs
        self._begins = [0]
        for count in paragraphs:
            self._begins.append(self._begins[-1] + count)

    def stretch(self, place: Place) -> Stretch | None:
        """Return the first and last sentence of a place; None unless both are there. O(1)."""
        if place.last_paragraph > len(self.paragraphs):
            return None
        first = self._number(place.paragraph, place.sentence or 1)
        last_sentence = place.last_sentence or self.paragraphs[place.last_paragraph - 1]
        last = self._number(place.last_paragraph, last_sentence)
        return None if first is None or last is None else (first, last)

    def _number(self, paragraph: int, sentence: int) -> int | None:
        if sentence > self.paragraphs[paragraph - 1]:
            return None
        return self._begins[paragraph - 1] + sentence - 1

    def first(self, places: Iterable[Place], most: int) -> list[int]:
        """Return the first different sentences of some places, in the order of the places.

        Of no place more are looked at, however long it is: O(places).

        Args:
            places: those that do not exist name nothing.
            most: how many sentences to return at most.
        """
        found: dict[int, None] = {}
        for place in places:
            stretch = self.stretch(place)
            if stretch is not None:
                begin, end = stretch
                found.update(dict.fromkeys(range(begin, min(end + 1, begin + most))))
        return list(found)[:most]

    def place(self, number: int) -> Place:
        """Return the place of a sentence."""
        paragraph = bisect_left(self._begins, number + 1)
        return Place(paragraph, number - self._begins[paragraph - 1] + 1)
