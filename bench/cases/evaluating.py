"""B5, B6: which claims of a map stand: the grounded labelling, and the status of every claim.

python -m bench.cases.evaluating CASE SMALL FILE
"""

from __future__ import annotations

import sys
from pathlib import Path

from argmap.model import ArgumentMap
from argmap.pipeline.evaluating import acceptance, label
from argmap.semantics.labelling import Labelling
from bench.cases.reading import read_yaml, seen, whole
from bench.clock import Measured, Stopwatch, tell

#: The semantics whose status is measured on the map with conflicts.
SEMANTICS = ("preferred", "stable", "complete")


def labelled(name: str, file: Path) -> Measured:
    """Measure the grounded labelling, making the graph and the program included."""
    reading = read_yaml(file)
    argument_map = whole(reading)
    watch = Stopwatch()
    labelling = label(argument_map)
    watch.lap(name)
    undecided = {f"{name}: undecided": float(_undecided(argument_map, labelling))}
    return Measured(watch.laps | undecided, seen(reading))


def accepted(name: str, semantics: str, file: Path) -> Measured:
    """Measure the status of every claim under a semantics, making the graph included.

    Raises:
        ValueError: the status of some claims was not found.
    """
    reading = read_yaml(file)
    argument_map = whole(reading)
    watch = Stopwatch()
    found = acceptance(argument_map, semantics)
    watch.lap(name)
    if found.why is not None or not found.exist:
        msg = f"not every status was found: {found.why or 'there is no extension'}"
        raise ValueError(msg)
    return Measured(watch.laps, seen(reading))


def _undecided(argument_map: ArgumentMap, labelling: Labelling) -> int:
    return sum(
        labelling[statement.id].value == "undecided" for statement in argument_map.statements
    )


def case(name: str, file: Path) -> Measured:
    """Measure the case of a name: `label`, `conflicts label` or `conflicts` and a semantics."""
    what = name.split()[-1]
    return labelled(name, file) if what == "label" else accepted(name, what, file)


if __name__ == "__main__":
    tell(lambda file: case(sys.argv[1], file), Path(sys.argv[2]), Path(sys.argv[3]))
