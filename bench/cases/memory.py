"""B2: how much memory a map takes while it is held.

    python -m bench.cases.memory CASE SMALL FILE

Resident memory after reading less resident memory before, both after a full garbage collection.
What reading needed and the allocator does not give back counts as well.
"""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from bench.clock import Measured, resident, tell

# Peers live in an environment without argmap: the module is imported when it is wanted.
_READERS = {
    "yaml": ("bench.cases.reading", "read_yaml"),
    "json": ("bench.cases.reading", "read_json"),
    "arguebuf": ("bench.cases.peers", "read_arguebuf"),
    "arglib": ("bench.cases.peers", "read_arglib"),
}


def held(name: str, file: Path) -> Measured:
    """Measure the bytes that reading a file adds to the process."""
    module, function = _READERS[name]
    reader: Any = getattr(import_module(module), function)
    gc.collect()
    before = resident()
    kept = reader(file)
    gc.collect()
    growth = resident() - before
    return Measured({f"{name} bytes": growth}, {"files": int(kept is not None)})


if __name__ == "__main__":
    tell(lambda file: held(sys.argv[1], file), Path(sys.argv[2]), Path(sys.argv[3]))
