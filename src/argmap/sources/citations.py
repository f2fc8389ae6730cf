"""What a map cites: every anchor in it, and where the words of those that quote stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from argmap.model import Anchor, ArgumentMap, Place, Statement, anchors_of
from argmap.sources.attached import Attached, AttachedSource, readings
from argmap.sources.quotes import Fit, QuoteMatch
from argmap.sources.source_index import IndexedPiece
from argmap.values import Record


class Citation(Record):
    """An anchor, and the statement or step that it belongs to."""

    subject: str
    anchor: Anchor


class Quotation(Record):
    """Words that a map quotes, and where they stand in a source that is at hand."""

    citation: Citation
    #: Id of the source that was looked through.
    source: str
    #: Where they are said to stand in it; None where no place is named.
    place: Place | None
    match: QuoteMatch
    #: Whether the text was at hand; else only whole sentences were compared, by fingerprint.
    with_text: bool

    @property
    def is_in_place(self) -> bool:
        """Whether some of the places where the words stand lie in the one that is named."""
        return self.place is None or any(_touch(self.place, each) for each in self.match.places)

    @property
    def is_misplaced(self) -> bool:
        """Whether the words stand in one other place than the one that is named."""
        is_found = self.match.fit is Fit.EXACT and self.match.in_context
        return is_found and not self.is_in_place


#: A statement is held to no anchor that names more sentences than this.
MOST = 100
_NONE: Mapping[int, Quotation] = MappingProxyType({})


def citations(argument_map: ArgumentMap) -> Iterator[Citation]:
    """Yield every anchor of a map: those of statements, then those of steps, in their order.

    An anchor of a speaker belongs to what is said.
    """
    for statement in argument_map.statements:
        for anchor in anchors_of(statement):
            yield Citation(statement.id, anchor)
    for step in argument_map.steps:
        for anchor in anchors_of(step.inference):
            yield Citation(step.id, anchor)


def quotations(argument_map: ArgumentMap, sources: Attached) -> Iterator[Quotation]:
    """Yield what was found of each quote in a source that is at hand.

    An anchor with two readings, in a source and in the text through which that is read, counts as
    the one that fits better.
    """
    for citation in citations(argument_map):
        if citation.anchor.quote is None:
            continue
        found = [
            _quotation(citation, name, place, sources[name])
            for name, place in _quoted_in(argument_map, citation.anchor)
            if name in sources
        ]
        if found:
            yield min(found, key=_rank)


def _quoted_in(argument_map: ArgumentMap, anchor: Anchor) -> list[tuple[str, Place | None]]:
    found: list[tuple[str, Place | None]] = [*readings(argument_map, anchor)]
    if anchor.source is not None and not any(name == anchor.source for name, _ in found):
        found.append((anchor.source, None))
    return found


def _quotation(
    citation: Citation, name: str, place: Place | None, source: AttachedSource
) -> Quotation:
    anchor = citation.anchor
    quote = anchor.quote or ""
    if source.quotable is None:
        # What is only like it may be another sentence: nothing is told of that without the text.
        match = source.whole_sentences.find(quote, near=False)
    else:
        match = source.quotable.find(
            quote, prefix=anchor.prefix, suffix=anchor.suffix, within=place
        )
    return Quotation(citation, name, place, match, source.quotable is not None)


_ORDER = (Fit.EXACT, Fit.AMBIGUOUS, Fit.NEAR, Fit.ABSENT)


def _rank(found: Quotation) -> tuple[int, bool]:
    return _ORDER.index(found.match.fit), not found.is_in_place


def _touch(one: Place, other: Place) -> bool:
    return one.begin <= other.end and other.begin <= one.end


def held_to(
    argument_map: ArgumentMap,
    statement: Statement,
    sources: Attached,
    misplaced: Mapping[int, Quotation] = _NONE,
) -> tuple[tuple[str, IndexedPiece], ...]:
    """Return the sentences that a statement is anchored to, each with the id of its source.

    None at all where one of its anchors is read in a source that is not at hand, or names no place
    there: what the statement says may come from that. None either where an anchor names more than
    `MOST` sentences: among so many there is some number for any, and a hedge for all. O(answer).

    Args:
        argument_map: the map.
        statement: one of its statements.
        sources: its sources, as far as they are at hand.
        misplaced: the quotes that stand elsewhere, by the `id()` of their anchors: there the words
            count, and not the place.
    """
    found: dict[tuple[str, Place | None], tuple[str, IndexedPiece]] = {}
    for anchor in statement.anchors:
        read = readings(argument_map, anchor)
        quoted = misplaced.get(id(anchor))
        if quoted is not None:
            read = tuple((quoted.source, place) for place in quoted.match.places)
        places = [(name, place) for name, place in read if name in sources]
        if sum(sources[name].count_at(place) for name, place in places) > MOST:
            return ()
        pieces = [
            (name, piece) for name, place in places for piece in sources[name].pieces_at(place)
        ]
        if not pieces:
            return ()
        found.update(((name, piece.place), (name, piece)) for name, piece in pieces)
    return tuple(found.values())
