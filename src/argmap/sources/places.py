"""Places in a source: what they name, and the nearest to one that does not exist."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from argmap.model import Place

#: How many sentences each body paragraph of a source has.
Paragraphs: TypeAlias = Sequence[int]


def sentences_at(place: Place, paragraphs: Paragraphs) -> tuple[tuple[int, int], ...] | None:
    """Return the sentences that a place names, as paragraph and sentence; None if it has no such.

    Both ends have to be there. O(answer).

    >>> sentences_at(Place.parse("p1.2-p2.1"), (3, 1))
    ((1, 2), (1, 3), (2, 1))
    >>> sentences_at(Place.parse("p2-3"), (3, 1)) is None
    True
    """
    if place.last_paragraph > len(paragraphs):
        return None
    first, last = place.begin, place.end
    if place.sentence is None:
        last = (place.last_paragraph, paragraphs[place.last_paragraph - 1])
    if first[1] > paragraphs[first[0] - 1] or last[1] > paragraphs[last[0] - 1]:
        return None
    return tuple(
        (paragraph, sentence)
        for paragraph in range(first[0], last[0] + 1)
        for sentence in range(
            first[1] if paragraph == first[0] else 1,
            (last[1] if paragraph == last[0] else paragraphs[paragraph - 1]) + 1,
        )
    )


def nearest_place(place: Place, paragraphs: Paragraphs) -> Place | None:
    """Return the nearest place of the same form that a source has; None if it has none at all.

    A paragraph beyond the last becomes the last, and a sentence beyond the last of its paragraph
    becomes that; a place that exists is its own nearest.

    >>> str(nearest_place(Place.parse("p2.4-p9.3"), (3, 2)))
    'p2.2'
    >>> str(nearest_place(Place.parse("p7-8"), (3, 2)))
    'p2'
    """
    if not paragraphs:
        return None
    first = _nearest(place.paragraph, place.sentence, paragraphs)
    last = _nearest(place.last_paragraph, place.last_sentence, paragraphs)
    return Place(*first, *last)


def _nearest(
    paragraph: int, sentence: int | None, paragraphs: Paragraphs
) -> tuple[int, int | None]:
    if paragraph > len(paragraphs):
        paragraph = len(paragraphs)
        return paragraph, None if sentence is None else paragraphs[-1]
    if sentence is None:
        return paragraph, None
    return paragraph, min(sentence, paragraphs[paragraph - 1])
