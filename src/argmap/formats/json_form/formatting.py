"""Laying out a file in the JSON form: a line for each entry, indented by 2 spaces.

Texts, numbers and the order of the entries stay as they are written.
"""

from __future__ import annotations

import re

from argmap.formats.json_form.read import read
from argmap.formats.native.formatting import sound
from argmap.formats.reading import Limits
from argmap.text import Text

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},:]|[^\s\[\]{},:"]+')
_OPENING, _CLOSING = ("{", "["), ("}", "]")


def formatted(text: Text, *, limits: Limits | None = None) -> str:
    r"""Return a file in the JSON form with canonical spacing; the map in it is the same.

    Args:
        text: the map file.
        limits: how large it may be.

    Raises:
        InvalidMap: the file has errors AM001 to AM099; it holds them all.

    >>> print(formatted(Text("m.argmap.json", '{"argmap":1,"statements":{}}')), end="")
    {
      "argmap": 1,
      "statements": {}
    }
    """
    sound(read(text, limits=limits))
    parts: list[str] = []
    depth, before = 0, ""
    for token in _TOKEN.findall(text.content):
        depth -= token in _CLOSING
        # Brackets with nothing between them stay together.
        is_empty = before in _OPENING and token in _CLOSING
        if not is_empty and (before in (",", *_OPENING) or token in _CLOSING):
            parts.append("\n" + "  " * depth)
        parts.append(": " if token == ":" else token)
        depth += token in _OPENING
        before = token
    return "".join(parts) + "\n"
