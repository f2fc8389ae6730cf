"""B6g: the strength of every statement of a weighted graph, by argmap and by a peer.

    python -m bench.cases.strengths PROGRAM SEMANTICS SHAPE SECONDS SMALL FILE

argmap reads the graph as a map in YAML, the peer, which has no format for such graphs, as JSON. The
answer is the strength of every statement by its name, and three ways to it are timed: from what was
read, which making the program's own structure is part of; from the file; and once more, from the
structure that the program has by then. After so many seconds of CPU time the system ends the
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

#: Ways to the strengths, in words; the first is that from what was read.
FROM_MEMORY, FROM_FILE, AGAIN = WAYS = ("", ", from a file", ", once more")

#: The most statements whose strengths are told and compared.
_COMPARED = 20_000

# The peer's swiftest functions; another one for quadratic energy integrates in small steps.
_FORMAL = {
    "df-quad": ("argumentation.gradual.dfquad", "dfquad_strengths"),
    "quadratic-energy": ("argumentation.gradual.gradual", "quadratic_energy_strengths_discrete"),
}


def figure(program: str, semantics: str, shape: str, way: str = FROM_MEMORY) -> str:
    """Return what the time of a program is called."""
    return f"{program}: {semantics}, {SHAPES[shape]}{way}"


def asked(semantics: str, shape: str, size: int) -> str:
    """Return what the question for the strengths of a graph is called."""
    return f"{semantics} of {size} statements {SHAPES[shape]}"


def argmap(semantics: str, shape: str, file: Path) -> Measured:
    """Measure argmap."""
    reading = import_module("bench.cases.reading")
    strength = import_module("argmap.pipeline.weighing").strength
    watch = Stopwatch()
    read = reading.read_yaml(file)
    watch.lap("read")
    argument_map = reading.whole(read)
    names = [statement.id for statement in argument_map.statements]
    for lap in ("found", "found again"):
        strengths = strength(argument_map, semantics=semantics)
        found = {name: strengths[name] for name in names}
        watch.lap(lap)
    figures = _figures("argmap", semantics, shape, watch)
    return Measured(figures, reading.seen(read), _answers(semantics, shape, list(found.values())))


def formal(semantics: str, shape: str, file: Path) -> Measured:
    """Measure formal-argumentation, making its graph of sets of names and pairs included."""
    module, function = _FORMAL[semantics]
    strengths_of: Any = getattr(import_module(module), function)
    bipolar: Any = import_module("argumentation.gradual.gradual").WeightedBipolarGraph
    watch = Stopwatch()
    read = Weighted.read(file)
    names = [f"s{number}" for number in range(len(read.scores))]
    attacks, supports = (
        [(names[source], names[target]) for source, target in edges]
        for edges in (read.attacks, read.supports)
    )
    scores = dict(zip(names, read.scores, strict=True))
    watch.lap("read")
    graph = bipolar(
        arguments=frozenset(names),
        initial_weights=scores,
        attacks=frozenset(attacks),
        supports=frozenset(supports),
    )
    for lap in ("found", "found again"):
        found = strengths_of(graph).strengths
        watch.lap(lap)
    figures = _figures("formal-argumentation", semantics, shape, watch)
    seen = {"statements": len(names), "steps": len(attacks) + len(supports)}
    return Measured(figures, seen, _answers(semantics, shape, [found[name] for name in names]))


def _figures(program: str, semantics: str, shape: str, watch: Stopwatch) -> dict[str, float]:
    read, found, again = (watch.laps[lap] for lap in ("read", "found", "found again"))
    times = {FROM_MEMORY: found - read, FROM_FILE: found, AGAIN: again - found}
    return {figure(program, semantics, shape, way): time for way, time in times.items()}


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
