"""From texts to their indexes, and from a map to what its sources say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from argmap.diagnostics import InvalidIndex, Severity
from argmap.errors import UnknownName
from argmap.formats import Limits
from argmap.formats.source_index.read import read
from argmap.model import ArgumentMap
from argmap.pipeline.attaching import attached
from argmap.pipeline.reading import text_of
from argmap.pipeline.showing import graph
from argmap.pipeline.source_folders import SourceFolders
from argmap.sources import coverage as covering
from argmap.sources.beside import sentences_beside
from argmap.sources.coverage import Coverage
from argmap.sources.documents import document
from argmap.sources.source_index import SourceIndex, index_of
from argmap.text import Text


def index_source(text: Text) -> SourceIndex:
    """Return the index of a text, which holds none of its sentences; linear in its length.

    >>> index = index_source(Text("leaflet.txt", "It may rain all day. Take 2 coats."))
    >>> [(str(piece.place), len(piece.hedges), len(piece.numbers)) for piece in index.pieces]
    [('p1.1', 1, 0), ('p1.2', 0, 1)]
    """
    return index_of(document(text.content))


def load_index(path: str | Path) -> SourceIndex:
    """Return the index in a file.

    Raises:
        InvalidIndex: the file is no index, or a broken one; the error holds all findings.
        OSError: the file cannot be opened.

    >>> load_index("maps/sources/leaflet.source.yaml").paragraphs
    (1, 3, 9, 3, 5, 1)
    """
    reading = read(text_of(Path(path), Limits()))
    failed = any(found.severity is Severity.ERROR for found in reading.diagnostics)
    if reading.index is None or failed:
        raise InvalidIndex(reading.diagnostics)
    return reading.index


def sentences(argument_map: ArgumentMap, sources: Iterable[str | Path]) -> Mapping[str, str]:
    """Return the sentences at the places of a map, for `outline` and `diagram` to show.

    Args:
        argument_map: the map.
        sources: folders in which the indexes and texts of its sources are sought.

    Returns:
        Sentences by their places. `p2.1` is one in the text of the map, `survey p2.1` one in
        another source. What is not at hand is left out.

    Raises:
        OSError: an index, or a folder, is there and cannot be opened.

    >>> from argmap.pipeline import load
    >>> sentences(load("maps/ferry.argmap.yaml"), ["maps/sources"])["p6.1"]
    'The school boat needs the subsidy as well.'
    """
    return sentences_beside(argument_map, attached(argument_map, SourceFolders(sources)).sources)


def coverage(argument_map: ArgumentMap, sources: Iterable[str | Path]) -> Coverage:
    """Return which sentences of its text a map covers; the text itself need not be at hand.

    Args:
        argument_map: the map.
        sources: folders in which the index of its text is sought.

    Raises:
        OSError: an index, or a folder, is there and cannot be opened.
        UnknownName: the map names no text, or its index is not found or cannot be read.

    >>> from argmap.pipeline.reading import load
    >>> coverage(load("maps/ferry.argmap.yaml"), ["maps/sources"]).share
    1.0
    """
    attachment = attached(argument_map, SourceFolders(sources))
    found = attachment.sources.get(argument_map.text or "")
    if found is None:
        if argument_map.text is None:
            why = "the map names no `text`"
        else:
            named = [str(one) for one in attachment.diagnostics]
            why = f"the index of {argument_map.text} is not at hand"
            why += f": {named[0]}" if named else ""
        msg = f"nothing can be said of what is covered: {why}"
        raise UnknownName(msg)
    return covering.coverage(graph(argument_map), found.index)
