"""The path of the data: what each verb of argmap does, from path to picture.

```
path | Text -> formats -> ArgumentMap + diagnostics -> Graph -> rules -> diagnostics -> views -> str
```
"""

from argmap.pipeline.catalogue import CATALOGUE, explain
from argmap.pipeline.checking import Examination, check, examine
from argmap.pipeline.reading import Form, load, loads, read
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
    "explain",
    "formatted",
    "graph",
    "load",
    "loads",
    "outline",
    "read",
    "show",
]
