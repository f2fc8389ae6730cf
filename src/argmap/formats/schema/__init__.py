"""The JSON Schema (draft-07) of the map file, for editors: completion, explanation, first checks.

The reader is the authority on what is a map; the schema says as much of it as draft-07 can.
`build` makes it of the tables that the reader uses, and the file in this package is what it made.
"""

from __future__ import annotations

from typing import Any, cast

#: Name of the file, in this package and wherever a command puts a copy.
FILE_NAME = "argmap-1.schema.json"

__all__ = ["FILE_NAME", "content", "schema"]


def content() -> str:
    """Return the schema as the text of its file."""
    from importlib import resources  # only who wants the schema pays for it

    return resources.files(__name__).joinpath(FILE_NAME).read_text(encoding="utf-8")


def schema() -> dict[str, Any]:
    """Return the schema, a new copy each time.

    >>> schema()["required"]
    ['argmap', 'statements']
    """
    import json

    return cast("dict[str, Any]", json.loads(content()))
