"""Indexes of sources: `NAME.source.yaml`, version 1.

Nothing but the records is loaded here: who checks a map without sources needs no more.
"""

from argmap.formats.source_index.faults import FAULTS

SUFFIX = ".source.yaml"

__all__ = ["FAULTS", "SUFFIX"]
