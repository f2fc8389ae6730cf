"""B4: what argmap itself needs for a diagram, beside the CPU time of the layout engine.

python -m bench.cases.drawing ENGINE SMALL FILE
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import argmap
from argmap import layout
from argmap.views.svg import finish
from bench.cases.reading import read_yaml, whole
from bench.clock import Measured, Stopwatch, children_seconds, tell

_SECONDS = 300.0
_BOX = re.compile('class="node argmap-statement')


def drawing(engine: str, file: Path) -> Measured:
    """Measure the steps of `argmap.diagram`, the description in words apart from the others."""
    argument_map = whole(read_yaml(file))
    apart = Stopwatch()
    description = argmap.outline(argument_map)
    apart.lap(f"{engine}: description")
    before = children_seconds()
    watch = Stopwatch()
    dot = argmap.diagram(argument_map, format="dot", fold="never")  # each box is to be counted
    watch.lap(f"{engine}: DOT text")
    drawn = layout.render(dot, "svg", engine=engine, timeout=_SECONDS)
    picture = finish(drawn, title=argument_map.title or "", description=description)
    watch.lap(f"{engine}: ours")
    figures = {
        **watch.laps,
        **apart.laps,
        f"{engine}: engine": children_seconds() - before,
        f"{engine}: all of ours": watch.laps[f"{engine}: ours"] + sum(apart.laps.values()),
    }
    return Measured(figures, {"statements": len(_BOX.findall(picture))})


if __name__ == "__main__":
    tell(lambda file: drawing(sys.argv[1], file), Path(sys.argv[2]), Path(sys.argv[3]))
