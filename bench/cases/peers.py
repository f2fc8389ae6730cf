"""B1p: other programs reading the same graph in their own formats, as they are shipped.

    python -m bench.cases.peers CASE SMALL FILE

Runs in an environment of its own, without argmap. What the peers do and leave out is said in
`bench/RESULTS.md`.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from bench.clock import Measured, Stopwatch, tell


def read_arguebuf(file: Path) -> Any:  # noqa: ANN401  (it is not installed for type checkers)
    """Return the graph that arguebuf makes of an AIF file."""
    return import_module("arguebuf").load.file(file)


def read_arglib(file: Path) -> Any:  # noqa: ANN401  (it is not installed for type checkers)
    """Return the graph that arglib makes of its own JSON, which it has validated."""
    return import_module("arglib.io").load(file, validate=True)


def arguebuf(file: Path) -> Measured:
    """Measure arguebuf reading AIF; it checks nothing."""
    watch = Stopwatch()
    graph = read_arguebuf(file)
    watch.lap("arguebuf read")
    return Measured(watch.laps, {"nodes": len(graph.nodes), "edges": len(graph.edges)})


def arglib(file: Path) -> Measured:
    """Measure arglib reading and validating its JSON, then with its diagnostics."""
    watch = Stopwatch()
    graph = read_arglib(file)
    watch.lap("arglib read")
    graph.diagnostics()
    watch.lap("arglib checked")
    edges = len(graph.relations) + len(graph.warrant_attacks)
    return Measured(watch.laps, {"nodes": len(graph.units), "edges": edges})


def untimed(file: Path) -> Measured:
    """Measure arguebuf reading AIF without timestamps."""
    measured = arguebuf(file)
    return Measured({"arguebuf read untimed": measured.figures["arguebuf read"]}, measured.seen)


CASES = {"arguebuf": arguebuf, "arguebuf-untimed": untimed, "arglib": arglib}

if __name__ == "__main__":
    tell(CASES[sys.argv[1]], Path(sys.argv[2]), Path(sys.argv[3]))
