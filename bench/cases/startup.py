"""B3: commands whose whole process is measured, from its start to its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path


def commands(python: Path, small_map: Path) -> Mapping[str, Sequence[str]]:
    """Return the commands by name.

    Args:
        python: the interpreter; the command `argmap` is installed beside it.
        small_map: a map of 60 statements; what is found in it is told, and is no failure.
    """
    script = str(python.with_name("argmap"))
    module = (str(python), "-m", "argmap")
    return {
        "pass": (str(python), "-c", "pass"),
        "version": (script, "--version"),
        "version by python -m": (*module, "--version"),
        "check": (script, "check", "--exit-zero", str(small_map)),
        "check by python -m": (*module, "check", "--exit-zero", str(small_map)),
    }
