"""The path of the data: what each verb of argmap does, from path to picture.

```
path | Text -> formats -> ArgumentMap + diagnostics -> Graph -> rules -> diagnostics -> views -> str
```
"""

from argmap.pipeline.catalogue import CATALOGUE, explain
from argmap.pipeline.checking import Examination, check, examine
from argmap.pipeline.evaluating import (
    acceptance,
    critical_sets,
    hangs_on,
    label,
    labellings,
    what_if,
)
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
from argmap.semantics import why

__all__ = [
    "CATALOGUE",
    "DiagramOptions",
    "Direction",
    "Examination",
    "Fold",
    "Form",
    "LabelText",
    "ThemeName",
    "acceptance",
    "check",
    "converted",
    "critical_sets",
    "diagram",
    "dump",
    "dumps",
    "examine",
    "explain",
    "formatted",
    "graph",
    "hangs_on",
    "label",
    "labellings",
    "load",
    "loads",
    "outline",
    "read",
    "show",
    "what_if",
    "why",
]
