"""The sentences at the places of a map, to be shown beside what it says."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.model import ArgumentMap, Place
from argmap.sources.attached import Attached, AttachedSource, readings
from argmap.sources.citations import citations

#: Of a longer place so many sentences are shown.
MOST = 3


def sentences_beside(argument_map: ArgumentMap, attached: Attached) -> Mapping[str, str]:
    """Return what stands at the places of statements, steps and speakers, as far as it is at hand.

    Of a place of more than three sentences the first three are shown, and that there are more.
    Linear in the map and in what is returned.

    Args:
        argument_map: the map.
        attached: its sources.

    Returns:
        The sentences by their places: `p2.1` is one in the text of the map, `survey p2.1` one in
        another source.

    >>> from argmap.model import Anchor, Kind, Statement
    >>> from argmap.sources.documents import document
    >>> from argmap.sources.source_index import index_of
    >>> found = document("It rained all day long. Nobody minded.")
    >>> at = [Anchor(where=Place(1, 2))]
    >>> calm = Statement(id="calm", kind=Kind.CLAIM, text="All stayed calm.", anchors=at)
    >>> m = ArgumentMap(text="diary", statements=[calm])
    >>> sentences_beside(m, {"diary": AttachedSource(index_of(found), found.form)})
    {'p1.2': 'Nobody minded.'}
    """
    found: dict[str, str] = {}
    for citation in citations(argument_map):
        for name, place in readings(argument_map, citation.anchor):
            key = written(argument_map, name, place)
            if name in attached and key not in found:
                words = _words(attached[name], place)
                if words:
                    found[key] = words
    return found


def written(argument_map: ArgumentMap, source: str, place: Place) -> str:
    """Return a place as a map writes it: with its source, unless that is the text of the map."""
    return str(place) if source == argument_map.text else f"{source} {place}"


def _words(source: AttachedSource, place: Place) -> str:
    numbers = source.counted.first([place], MOST + 1)
    keys = [source.counted.place(number).begin for number in numbers]
    words = [source.sentences[key] for key in keys[:MOST] if key in source.sentences]
    return " ".join([*words, "\u2026"] if words and len(keys) > MOST else words)
