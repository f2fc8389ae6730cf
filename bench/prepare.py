"""Writing the files that the cases read: the same maps in every format.

python -m bench.prepare FOLDER SIZE...
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from argmap.formats import json_form
from bench import peer_formats
from bench.cases.reading import read_yaml, seen, whole
from bench.files import path
from bench.generate import map_text


def write(folder: Path, size: int) -> Mapping[str, Mapping[str, int]]:
    """Write one map in all formats and return what is in each file.

    Raises:
        ValueError: argmap finds the generated map faulty.
    """
    folder.mkdir(parents=True, exist_ok=True)
    native = path(folder, size, "yaml")
    native.write_text(map_text(size), encoding="utf-8")
    reading = read_yaml(native)
    if reading.diagnostics:
        msg = f"the generated map is faulty: {reading.diagnostics[0]}"
        raise ValueError(msg)
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
    return expected


if __name__ == "__main__":
    told = {size: write(Path(sys.argv[1]), int(size)) for size in sys.argv[2:]}
    sys.stdout.write(f"{json.dumps(told)}\n")
