"""Indexing a text, and checking a map whose statements are anchored to one with quotes.

python -m bench.cases.sourcing CASE SMALL FILE
"""

from __future__ import annotations

import sys
from pathlib import Path

import argmap
from argmap.formats.source_index.write import write
from argmap.pipeline.attaching import attached
from argmap.pipeline.source_folders import SourceFolders
from argmap.sources.documents import document
from argmap.sources.source_index import index_of
from bench.cases.reading import LIMITS, whole
from bench.clock import Measured, Stopwatch, tell

#: The cases, each with whether it has the text of the source.
INDEX = "source index"
ANCHORS = {"anchors with text": True, "anchors without text": False}


def indexing(file: Path) -> Measured:
    """Measure making the index of a text, from its file to what is written."""
    watch = Stopwatch()
    index = index_of(document(file.read_text("utf-8")))
    write(index)
    watch.lap(INDEX)
    return Measured(watch.laps, {"sentences": len(index.sentences)})


def anchors(name: str, file: Path) -> Measured:
    """Measure `argmap.examine` of a map, its index and perhaps its text found and read as well.

    Raises:
        ValueError: its index was not found, or it is not as it should be whether its text was.
    """
    watch = Stopwatch()
    examined = argmap.examine(file, limits=LIMITS)
    watch.lap(name)
    argument_map = whole(examined)
    found = attached(argument_map, SourceFolders.of_map(file, (), LIMITS)).sources
    if [source.form is not None for source in found.values()] != [ANCHORS[name]]:
        msg = "the index was not found, or the text is where it should not be"
        raise ValueError(msg)
    return Measured(watch.laps, {"statements": len(argument_map.statements)})


def main(name: str, *files: str) -> None:
    """Run one case, on a small file and a file."""
    case = indexing if name == INDEX else lambda file: anchors(name, file)
    tell(case, *map(Path, files))


if __name__ == "__main__":
    main(*sys.argv[1:])
