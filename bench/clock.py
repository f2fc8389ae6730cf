"""What a case uses to measure itself: CPU seconds, resident memory, and how it tells them."""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

_STATM = Path("/proc/self/statm")


class Measured(NamedTuple):
    """What one run of a case found."""

    #: By name: CPU seconds, or whatever the case measures.
    figures: Mapping[str, float]
    #: How many of what it saw, so that nobody is quick by leaving things out.
    seen: Mapping[str, int]
    #: What it answered to each question, to be compared with what other programs answer.
    answers: Mapping[str, Any] = {}


class Stopwatch:
    """CPU seconds (user and system) of this process since the watch was made, by name."""

    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._start = process_time()

    def lap(self, name: str) -> None:
        """Note the seconds since the start."""
        self.laps[name] = process_time() - self._start


def children_seconds() -> float:
    """Return the CPU seconds of all processes that this one has started and that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def resident() -> int:
    """Return how many bytes of memory this process holds; where /proc is missing, held at most."""
    if _STATM.exists():
        return int(_STATM.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def limit_seconds(seconds: int) -> None:
    """Have the system end this process after so many seconds of CPU time, whatever it is in.

    A solver that is not written in Python cannot be interrupted in another way.
    """
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))


def tell(case: Callable[[Path], Measured], small: Path, file: Path) -> None:
    """Run a case on a small file, so that imports are outside of its clock; then on the file.

    What it measured goes to standard output, as one line of JSON.
    """
    case(small)
    gc.collect()
    measured = case(file)
    told = {name: dict(part) for name, part in measured._asdict().items()}
    sys.stdout.write(f"{json.dumps(told)}\n")
