"""The JSON form of a map: `*.argmap.json`, the same structure as the native format.

What is said of keys, values and steps in a map file holds here as well; the native reader's grammar
reads both.
"""

from argmap.formats.json_form.read import read
from argmap.formats.json_form.write import write

NAME = "argmap-json"
SUFFIXES = (".argmap.json",)

__all__ = ["NAME", "SUFFIXES", "read", "write"]
