"""What the figures depend on: the machine and the versions, without names of either."""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_CPUINFO = Path("/proc/cpuinfo")
_VERSIONS = """
import json, sys
from importlib.metadata import distributions
found = {each.name: each.version for each in distributions()}
print(json.dumps({name: found[name] for name in sys.argv[1:] if name in found}))
"""


def facts(engines: Sequence[str]) -> dict[str, str]:
    """Return what to know of this machine."""
    found = {
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "system": f"{platform.system()} {platform.machine()}",
        "Python": f"{platform.python_implementation()} {platform.python_version()}",
        "libyaml": _libyaml(),
    }
    names = ("argmap", "attrs", "click", "graphviz", "graphviz-pure", "python-sat", "pyyaml")
    found |= {name: _version(name) for name in names}
    if "dot" in engines:
        found["dot"] = _dot()
    return found


def peer_versions(python: Path, names: Sequence[str]) -> dict[str, str]:
    """Return the versions of those packages that another interpreter has."""
    if not python.exists():
        return {}
    ended = subprocess.run(
        [str(python), "-c", _VERSIONS, *names], capture_output=True, text=True, check=True
    )
    told: dict[str, str] = json.loads(ended.stdout)
    return told


def load() -> str:
    """Return how many processes wanted to run in the last one, five and fifteen minutes."""
    return ", ".join(f"{average:.1f}" for average in os.getloadavg())


def _processor() -> str:
    if _CPUINFO.exists():
        named = re.search(r"^model name\s*:\s*(.+)$", _CPUINFO.read_text(), re.MULTILINE)
        if named:
            return named[1]
    return platform.processor() or "unknown processor"


def _libyaml() -> str:
    from yaml import _yaml  # missing where PyYAML was built without libyaml

    return str(_yaml.get_version_string())


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _dot() -> str:
    said = subprocess.run(["dot", "-V"], capture_output=True, text=True, check=False).stderr
    number = re.search(r"\d+(\.\d+)+", said)
    return number[0] if number else f"unknown ({sys.platform})"
