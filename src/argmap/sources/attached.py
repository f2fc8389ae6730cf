"""A source of a map with what is at hand of it: its index, and perhaps its text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TypeAlias

from attrs import frozen

from argmap.model import Anchor, ArgumentMap, Place
from argmap.sources.locating import WholeSentences
from argmap.sources.normalising import Normalised
from argmap.sources.places import sentences_at
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

    def pieces_at(self, place: Place) -> tuple[IndexedPiece, ...]:
        """Return the sentences at a place; none where there is no such place. O(answer)."""
        keys = sentences_at(place, self.index.paragraphs) or ()
        return tuple(self.index.sentences[key] for key in keys)

    def words_at(self, place: Place) -> str:
        """Return what is written at a place; empty without the text, or where it differs."""
        keys = sentences_at(place, self.index.paragraphs) or ()
        return " ".join(self.sentences[key] for key in keys if key in self.sentences)


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
