"""What a text says at the places of a statement, shown beside what the map says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from argmap.model import Anchor, ArgumentMap


class Beside:
    """The sentences at the places of a map, as far as they are at hand.

    >>> from argmap.model import Place
    >>> beside = Beside(ArgumentMap(text="diary"), {"p1.2": "Nobody minded."})
    >>> list(beside.at([Anchor(where=Place(1, 2)), Anchor(where=Place(7, 1))]))
    ['The text at p1.2: “Nobody minded.”']
    """

    def __init__(self, argument_map: ArgumentMap, sentences: Mapping[str, str] | None) -> None:
        """Take sentences by their places; None or nothing where none are to be shown."""
        self._map = argument_map
        self._sentences = sentences or {}

    def at(self, anchors: Iterable[Anchor]) -> Iterator[str]:
        """Yield what stands at each place of some anchors, each place once."""
        if not self._sentences:
            return
        # Where sentences were found this has been loaded; where none are shown it is not wanted.
        from argmap.sources.attached import readings
        from argmap.sources.beside import written

        places = (
            written(self._map, source, place)
            for anchor in anchors
            for source, place in readings(self._map, anchor)
        )
        for place in dict.fromkeys(places):
            if place in self._sentences:
                yield f"The text at {place}: “{self._sentences[place]}”"
