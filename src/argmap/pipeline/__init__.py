"""The path of the data: what each verb of argmap does, from path to picture.

```
path | Text -> formats -> ArgumentMap + diagnostics -> Graph -> rules -> diagnostics -> views -> str
```
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from argmap.pipeline.catalogue import CATALOGUE, explain
from argmap.pipeline.checking import Examination, check, examine, examine_in
from argmap.pipeline.reading import Form, load, loads, read

if TYPE_CHECKING:
    from argmap.pipeline.showing import (
        DiagramOptions,
        Direction,
        Fold,
        LabelText,
        ThemeName,
        diagram,
        graph,
        outline,
        show,
    )
    from argmap.pipeline.writing import converted, dump, dumps, formatted

__all__ = [
    "CATALOGUE",
    "DiagramOptions",
    "Direction",
    "Examination",
    "Fold",
    "Form",
    "LabelText",
    "ThemeName",
    "check",
    "converted",
    "diagram",
    "dump",
    "dumps",
    "examine",
    "examine_in",
    "explain",
    "formatted",
    "graph",
    "load",
    "loads",
    "outline",
    "read",
    "show",
]

# A check neither draws nor writes: these are loaded when they are first used.
_SHOWING = frozenset(
    {
        "DiagramOptions",
        "Direction",
        "Fold",
        "LabelText",
        "ThemeName",
        "diagram",
        "graph",
        "outline",
        "show",
    }
)
_WRITING = frozenset({"converted", "dump", "dumps", "formatted"})


def __getattr__(name: str) -> object:
    """Load what shows or writes maps.

    Raises:
        AttributeError: there is no such name.
    """
    if name in _SHOWING:
        return getattr(import_module("argmap.pipeline.showing"), name)
    if name in _WRITING:
        return getattr(import_module("argmap.pipeline.writing"), name)
    msg = f"module 'argmap.pipeline' has no attribute {name!r}"
    raise AttributeError(msg)
