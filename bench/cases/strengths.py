"""B6g: the strength of every statement of a weighted graph, by argmap and by a peer.

    python -m bench.cases.strengths PROGRAM SEMANTICS SHAPE SECONDS SMALL FILE

argmap reads the graph as a map, the peer as JSON, both outside of the clock; making the program's
own structure of it is part of the work. After so many seconds of CPU time the system ends the
process.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

from bench.clock import Measured, Stopwatch, limit_seconds, tell
from bench.graphs import Weighted

SEMANTICS: tuple[Literal["df-quad", "quadratic-energy"], ...] = ("df-quad", "quadratic-energy")
PROGRAMS = ("argmap", "formal-argumentation")

#: The graphs, by the form of their files, in words.
SHAPES = {"weighted": "without cycles", "cyclic": "with cycles"}

#: The most statements whose strengths are told and compared.
_COMPARED = 20_000

_FORMAL = {
    "df-quad": ("argumentation.gradual.dfquad", "dfquad_strengths"),
    "quadratic-energy": ("argumentation.gradual.gradual", "quadratic_energy_strengths_discrete"),
}


def figure(program: str, semantics: str, shape: str) -> str:
    """Return what the time of a program is called."""
    return f"{program}: {semantics}, {SHAPES[shape]}"


def asked(semantics: str, shape: str, size: int) -> str:
    """Return what the question for the strengths of a graph is called."""
    return f"{semantics} of {size} statements {SHAPES[shape]}"


def argmap(semantics: str, shape: str, file: Path) -> Measured:
    """Measure argmap, making the graph of the map included."""
    reading = import_module("bench.cases.reading")
    strength = import_module("argmap.pipeline.weighing").strength
    read = reading.read_yaml(file)
    argument_map = reading.whole(read)
    watch = Stopwatch()
    found = strength(argument_map, semantics=semantics)
    watch.lap(figure("argmap", semantics, shape))
    strengths = [found[statement.id] for statement in argument_map.statements]
    return Measured(watch.laps, reading.seen(read), _answers(semantics, shape, strengths))


def formal(semantics: str, shape: str, file: Path) -> Measured:
    """Measure formal-argumentation, making its graph of sets of names and pairs included."""
    module, function = _FORMAL[semantics]
    strengths_of: Any = getattr(import_module(module), function)
    bipolar: Any = import_module("argumentation.gradual.gradual").WeightedBipolarGraph
    graph = Weighted.read(file)
    names = [f"s{number}" for number in range(len(graph.scores))]
    attacks, supports = (
        [(names[source], names[target]) for source, target in edges]
        for edges in (graph.attacks, graph.supports)
    )
    scores = dict(zip(names, graph.scores, strict=True))
    watch = Stopwatch()
    found = strengths_of(
        bipolar(
            arguments=frozenset(names),
            initial_weights=scores,
            attacks=frozenset(attacks),
            supports=frozenset(supports),
        )
    )
    watch.lap(figure("formal-argumentation", semantics, shape))
    seen = {"statements": len(names), "steps": len(attacks) + len(supports)}
    strengths = [found.strengths[name] for name in names]
    return Measured(watch.laps, seen, _answers(semantics, shape, strengths))


def _answers(semantics: str, shape: str, strengths: list[float]) -> dict[str, list[float]]:
    if len(strengths) > _COMPARED:
        return {}
    return {asked(semantics, shape, len(strengths)): strengths}


def main(program: str, semantics: str, shape: str, seconds: str, *files: str) -> None:
    """Run one case, on a small file and a file."""
    limit_seconds(int(seconds))
    case = argmap if program == "argmap" else formal
    tell(lambda file: case(semantics, shape, file), *map(Path, files))


if __name__ == "__main__":
    main(*sys.argv[1:])
