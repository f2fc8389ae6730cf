"""A source of a map with what is at hand of it: its index, and perhaps its text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TypeAlias

from attrs import frozen

from argmap.model import Anchor, ArgumentMap, Place
from argmap.sources.counting import CountedThrough
from argmap.sources.locating import WholeSentences
from argmap.sources.normalising import Normalised
from argmap.sources.quotes import Quotable
from argmap.sources.source_index import IndexedPiece, SourceIndex
from argmap.values import Value

#: Paragraph and sentence.
Key: TypeAlias = tuple[int, int]


# With slots attrs would have to make a `__getattr__` for what is kept once computed.
@frozen(eq=False, repr=False, slots=False)
class AttachedSource(Value):
    """The index of a source, and its text where it is at hand.

    >>> from argmap.sources.documents import document
    >>> from argmap.sources.source_index import index_of
    >>> found = document("It rained all day long. Nobody minded.")
    >>> source = AttachedSource(index_of(found), found.form)
    >>> [piece.words for piece in source.pieces_at(Place.parse("p1"))]
    [5, 2]
    >>> source.sentences[1, 2]
    'Nobody minded.'
    """

    index: SourceIndex
    #: None where the text is not at hand.
    form: Normalised | None = None

    @cached_property
    def sentences(self) -> Mapping[Key, str]:
        """The sentences as they are written, each on one line; none without the text."""
        return MappingProxyType({}) if self.form is None else self.index.written(self.form)

    @cached_property
    def quotable(self) -> Quotable | None:
        """The text, made ready to look for quotes in it; None where it is not at hand."""
        return None if self.form is None else Quotable(self.index.texts(self.form))

    @cached_property
    def whole_sentences(self) -> WholeSentences:
        """The sentences, made ready to be found by their fingerprints, for want of the text."""
        return WholeSentences(self.index)

    @cached_property
    def counted(self) -> CountedThrough:
        """The sentences by a number each, by which a long place costs no more than a short one."""
        return CountedThrough(self.index.paragraphs)

    @cached_property
    def _pieces(self) -> tuple[IndexedPiece, ...]:
        return tuple(self.index.sentences.values())

    def has(self, place: Place) -> bool:
        """Return whether the source has a place, both ends of it. O(1)."""
        return self.counted.stretch(place) is not None

    def pieces_at(self, place: Place) -> tuple[IndexedPiece, ...]:
        """Return the sentences at a place; none where there is no such place. O(answer)."""
        stretch = self.counted.stretch(place)
        return () if stretch is None else self._pieces[stretch[0] : stretch[1] + 1]

    def count_at(self, place: Place) -> int:
        """Return how many sentences stand at a place; none where there is no such place. O(1)."""
        stretch = self.counted.stretch(place)
        return 0 if stretch is None else stretch[1] - stretch[0] + 1


#: The sources of a map whose index was found, by their ids in the map.
Attached: TypeAlias = Mapping[str, AttachedSource]


def readings(argument_map: ArgumentMap, anchor: Anchor) -> tuple[tuple[str, Place], ...]:
    """Return where an anchor is read: ids of sources, each with a place in it.

    A source that is read at second hand may have a place of its own and one in the text of the map.
    What names no `Place`, such as `art. 5(2)`, is read nowhere.

    >>> m = ArgumentMap(text="leaflet")
    >>> [f"{name} {place}" for name, place in readings(m, Anchor(source="poll", via=Place(2, 2)))]
    ['leaflet p2.2']
    """
    found = []
    if anchor.source is not None and isinstance(anchor.where, Place):
        found.append((anchor.source, anchor.where))
    if anchor.place is not None and argument_map.text is not None:
        found.append((argument_map.text, anchor.place))
    return tuple(found)
