"""Writing the files that the cases read: the same maps in every format, and graphs.

python -m bench.prepare FOLDER SIZE...
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from argmap.formats import Reading, json_form
from bench import evaluation, peer_formats, source_jobs
from bench.cases.reading import read_yaml, seen, whole
from bench.files import framework_path, path
from bench.generate import map_text
from bench.graphs import random_attacks, weighted


def write(folder: Path, size: int) -> Mapping[str, Mapping[str, int]]:
    """Write the maps of a size in all formats and return what is in each file.

    Raises:
        ValueError: argmap finds a generated map faulty.
    """
    folder.mkdir(parents=True, exist_ok=True)
    reading = _written(path(folder, size, "yaml"), map_text(size))
    argument_map = whole(reading)
    text = json_form.write(argument_map).text
    path(folder, size, "json").write_text(text, encoding="utf-8")
    expected: dict[str, Mapping[str, int]] = {"argmap": seen(reading)}
    for name, written in (
        ("arguebuf", peer_formats.aif(argument_map)),
        ("arguebuf-untimed", peer_formats.aif(argument_map, timed=False)),
        ("arglib", peer_formats.arglib(argument_map)),
    ):
        path(folder, size, name).write_text(written.text, encoding="utf-8")
        expected[name] = {"nodes": written.nodes, "edges": written.edges}
    contested = map_text(size, conflicts=evaluation.conflicts(size))
    expected["conflicts"] = seen(_written(path(folder, size, "conflicts"), contested))
    for form, cycles in (("weighted", 0), ("cyclic", evaluation.cycles(size))):
        graph = weighted(size, cycles=cycles)
        expected[form] = seen(_written(path(folder, size, form), graph.map_text()))
        text = graph.graph_text()
        path(folder, size, f"{form}-graph").write_text(text, encoding="utf-8")
    return expected


def write_frameworks(folder: Path) -> None:
    """Write the frameworks that questions are asked about."""
    for count, degree, seed in evaluation.needed():
        text = random_attacks(count, degree, seed).written()
        framework_path(folder, count, degree, seed).write_text(text, encoding="utf-8")


def _written(file: Path, text: str) -> Reading:
    """Write a map, and return what argmap reads in it.

    Raises:
        ValueError: argmap finds it faulty.
    """
    file.write_text(text, encoding="utf-8")
    reading = read_yaml(file)
    if reading.diagnostics:
        msg = f"the generated map is faulty: {reading.diagnostics[0]}"
        raise ValueError(msg)
    return reading


if __name__ == "__main__":
    told = {size: write(Path(sys.argv[1]), int(size)) for size in sys.argv[2:]}
    write_frameworks(Path(sys.argv[1]))
    source_jobs.write_sources(Path(sys.argv[1]))
    sys.stdout.write(f"{json.dumps(told)}\n")
