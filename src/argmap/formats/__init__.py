"""Formats: one module or package for each, all with the same names.

`NAME`, `SUFFIXES`, `read(text) -> Reading`. What a reader cannot keep comes back as diagnostics.
"""

from argmap.formats.reading import Limits, Reading

__all__ = ["Limits", "Reading"]
