"""JSON that goes anywhere: ASCII only, no half characters, keys in the order they were given."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, TypeAlias

#: A value of a JSON document.
Json: TypeAlias = Any

_HALF = re.compile("[\ud800-\udfff]")


def document(value: Mapping[str, Json]) -> str:
    r"""Return a JSON document, indented, with a line feed at its end.

    Everything beyond ASCII is escaped: nothing in it can move, hide or reorder what a terminal
    shows, and no encoding can spoil it. Half of a character, which Unicode does not allow by
    itself, becomes U+FFFD.

    >>> document({"name": "F\xe4rja \ud800"})
    '{\n  "name": "F\\u00e4rja \\ufffd"\n}\n'
    """
    return json.dumps(whole(value), indent=2, allow_nan=False).replace("\x7f", "\\u007f") + "\n"


def line(value: Mapping[str, Json]) -> str:
    """Return a JSON value on one line, without a line feed."""
    return json.dumps(whole(value), allow_nan=False).replace("\x7f", "\\u007f")


def whole(value: Json) -> Json:
    """Return a value in which no text holds half of a character."""
    if isinstance(value, str):
        return _HALF.sub("\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, Mapping):
        return {whole(key): whole(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [whole(inner) for inner in value]
    return value
