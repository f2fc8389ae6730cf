"""What is run in a round: each case and size, as a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bench.answers import GAVE_UP
from bench.budgets import DRAWN
from bench.cases import startup
from bench.clock import Measured
from bench.files import FORMS, SMALL, path

#: Above this size, cases run in fewer rounds.
LARGE = 20_000
_LARGE_ROUNDS = 3
_SECONDS = 900
#: How a process ends that the system ended because of its CPU time.
_TIME_IS_UP = (-signal.SIGXCPU, -signal.SIGKILL)

PEERS = ("arguebuf", "arglib")


#: What readers should see in the files of one size, by reader.
Expected = Mapping[str, Mapping[str, int]]


class Job(NamedTuple):
    """A process to measure."""

    name: str
    size: int
    command: Sequence[str]
    rounds: int
    #: The name of its figure, where the whole process counts and not what it says of itself.
    whole: str | None = None
    #: Whether the run goes on when it fails.
    may_fail: bool = False
    #: The entry of `Expected` with what it should see, if that does not have its name.
    sees: str | None = None
    #: Whose answers it gives, and to which questions; other programs are asked the same.
    program: str = "argmap"
    questions: Sequence[str] = ()
    #: After how many seconds of CPU time it has the system end it, if it does.
    seconds: int | None = None


class Failed(Exception):
    """A process failed."""


class GaveUp(Failed):
    """A process did not end within its time."""


def jobs(
    folder: Path,
    sizes: Sequence[int],
    rounds: int,
    *,
    python: Path,
    peers: Mapping[str, Path],
    engines: Sequence[str],
    alone: Path,
) -> Iterator[Job]:
    """Yield the jobs of a run.

    Args:
        folder: where the maps lie.
        sizes: of the maps that are read.
        rounds: of the cases that are neither large nor of another number by their nature.
        python: the interpreter that has argmap.
        peers: the interpreter that has each of the other programs that are installed.
        engines: the layout engines to measure.
        alone: a small map that belongs to no project.
    """
    for name, command in startup.commands(python, alone).items():
        yield Job(name, 0, command, 3 * rounds, whole=name)
    for size in DRAWN:
        for engine in engines:
            command = _case(python, "drawing", engine, folder, size)
            yield Job(f"draw {engine}", size, command, rounds)
    for size in sizes:
        some = rounds_of(rounds, size)
        for name in ("events", "yaml", "json", "every-rule"):
            yield Job(name, size, _case(python, "reading", name, folder, size), some)
        for name in ("yaml", "json"):
            command = _case(python, "memory", name, folder, size)
            yield Job(f"memory {name}", size, command, _few(some, size))
        for name, its_python in peers.items():
            turns = _few(some, size) if name == "arguebuf" else some
            command = _case(its_python, "peers", name, folder, size)
            yield Job(name, size, command, turns, may_fail=True)
            if size <= LARGE:
                command = _case(its_python, "memory", name, folder, size)
                yield Job(f"memory {name}", size, command, 1, may_fail=True)
        if "arguebuf" in peers and size <= LARGE:
            name = "arguebuf-untimed"
            command = _case(peers["arguebuf"], "peers", name, folder, size)
            yield Job(name, size, command, some, may_fail=True)


def rounds_of(rounds: int, size: int) -> int:
    """Return the rounds of what reads a map: fewer where the map is large."""
    return min(rounds, _LARGE_ROUNDS) if size > LARGE else rounds


def _few(rounds: int, size: int) -> int:
    """Return the rounds of what takes long or hardly varies: one where the map is large."""
    return 1 if size > LARGE else rounds


def _case(python: Path, module: str, name: str, folder: Path, size: int) -> list[str]:
    form = name if name in FORMS else "yaml"
    files = [str(path(folder, each, form)) for each in (SMALL, size)]
    return [str(python), "-m", f"bench.cases.{module}", name, *files]


def outcome(job: Job, expected: Expected) -> Measured:
    """Run a job and return what it measured, saw and answered.

    Args:
        job: what to run.
        expected: what readers should see in a file of this size.

    Raises:
        GaveUp: the process took too long.
        Failed: the process failed, or it saw something else.
    """
    if job.whole is not None:
        return Measured({job.whole: _whole_process(job)}, {})
    try:
        ended = subprocess.run(
            job.command,
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
            env=environment(),
        )
    except subprocess.TimeoutExpired as expired:
        msg = f"{GAVE_UP}after {_SECONDS} s"
        raise GaveUp(msg) from expired
    if ended.returncode in _TIME_IS_UP and job.seconds is not None:
        msg = f"{GAVE_UP}after {job.seconds} s of CPU time"
        raise GaveUp(msg)
    if ended.returncode:
        raise Failed((ended.stderr.strip().splitlines() or ["it said nothing"])[-1])
    told: dict[str, Any] = json.loads(ended.stdout.splitlines()[-1])
    wanted = expected.get(job.sees or job.name, expected.get("argmap", {}))
    for what, count in told["seen"].items():
        if wanted.get(what, count) != count:
            msg = f"saw {count:,} {what} where there are {wanted[what]:,}"
            raise Failed(msg)
    return Measured(**told)


def environment() -> dict[str, str]:
    """Return the environment without what makes Python another one than people have.

    Without compiled modules, for one, start-up would take twice as long.
    """
    kept = {"PYTHONPATH"}
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("PYTHON") or name in kept
    }


def _whole_process(job: Job) -> float:
    """Return the CPU seconds of a process from its start to its end.

    Raises:
        Failed: it failed.
    """
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        job.command, stdin=quiet, stdout=quiet, stderr=quiet, env=environment()
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        msg = f"{' '.join(job.command)} ended with exit code {process.returncode}"
        raise Failed(msg)
    return used.ru_utime + used.ru_stime
