"""The texts that the cases and pages of rules are about, as sources of a map."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from argmap.model import ArgumentMap
from argmap.sources.attached import Attached, AttachedSource
from argmap.sources.documents import document
from argmap.sources.source_index import index_of

_FOLDER = Path(__file__).with_name("texts")
_WITHOUT_TEXT = "-without-text"


def attached(argument_map: ArgumentMap) -> Attached:
    """Return the sources of a map that name an index: of a text in `texts`, or its index alone."""
    return {
        source.id: _source(source.index)
        for source in argument_map.sources
        if source.index is not None
    }


@cache
def _source(name: str) -> AttachedSource:
    path = _FOLDER / f"{name.removesuffix(_WITHOUT_TEXT)}.txt"
    found = document(path.read_text(encoding="utf-8"))
    form = None if name.endswith(_WITHOUT_TEXT) else found.form
    return AttachedSource(index_of(found), form)
