"""Running `argmap`, and holding it to what is promised of every input.

Whatever it is given, it ends with an exit code that it documents, without a traceback, without a
character that a terminal would obey, within 10 seconds of processor time and 1 GiB of memory.
"""

from __future__ import annotations

import io
import os
import resource
import subprocess
import sys
import threading
import unicodedata
from collections.abc import Iterable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple
from unittest.mock import patch

from argmap.cli.program import main

COMMAND = (sys.executable, "-I", "-m", "argmap")
GIB = 1 << 30
SECONDS = 10
# A process that waits, for a pipe say, uses no processor: after this time it counts as hung.
PATIENCE = 60
# Bytes that `ru_maxrss` counts in; kibibytes everywhere but on macOS.
_RESIDENT_UNIT = 1 if sys.platform == "darwin" else 1024
_OBEYED = frozenset({"Cc", "Cs", "Zl", "Zp"})
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"


class Ended(NamedTuple):
    """What a process left behind."""

    code: int
    out: str
    err: str
    #: Of processor time, its own and the system's.
    seconds: float
    #: Bytes at the highest; no less than the process that started it had.
    resident: int

    @property
    def said(self) -> str:
        """Everything that it wrote."""
        return self.out + self.err


def inside(*arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
    """Run the command in this process; return its exit code and what it wrote to each stream."""
    out, err = io.BytesIO(), io.BytesIO()
    with (
        patch("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin))),
        redirect_stdout(io.TextIOWrapper(out, "utf-8", newline="\n", write_through=True)),
        redirect_stderr(io.TextIOWrapper(err, "utf-8", newline="\n", write_through=True)),
    ):
        code = main(arguments)
        return code, out.getvalue().decode(), err.getvalue().decode()


def apart(*arguments: str | bytes | Path, folder: Path | None = None) -> Ended:
    """Run the command in a process of its own, and wait for it."""
    with TemporaryFile() as out, TemporaryFile() as err:
        process = subprocess.Popen(
            [*COMMAND, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            cwd=folder,
            env={"PATH": os.environ["PATH"]},  # without what changes colour
        )
        if sys.platform == "linux":  # twice what is allowed is proof enough
            resource.prlimit(process.pid, resource.RLIMIT_CPU, (2 * SECONDS, 2 * SECONDS))
        alarm = threading.Timer(PATIENCE, process.kill)
        alarm.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        finally:
            alarm.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return Ended(
            process.returncode,
            out.read().decode(errors="surrogateescape"),
            err.read().decode(errors="surrogateescape"),
            usage.ru_utime + usage.ru_stime,
            usage.ru_maxrss * _RESIDENT_UNIT,
        )


def assert_held(ended: Ended, codes: Iterable[int] = (1, 2), *, but: str = "") -> None:
    """Assert that a process kept what is promised of every input."""
    __tracebackhide__ = True
    assert ended.code in set(codes), f"exit code {ended.code}: {ended.said[-400:]}"
    assert_harmless(ended.said, but=but)
    assert ended.seconds < SECONDS, f"{ended.seconds:.1f} s of processor time"
    assert ended.resident < GIB, f"{ended.resident / GIB:.2f} GiB resident"


def assert_harmless(said: str, *, but: str = "") -> None:
    """Assert that a text holds no traceback and, `but` some, nothing that a terminal would obey."""
    __tracebackhide__ = True
    assert "Traceback" not in said, said[-2000:]
    assert "internal error" not in said, said[-2000:]
    sent = {
        char
        for char in set(said)
        if (unicodedata.category(char) in _OBEYED or char in BIDI) and char not in f"\n{but}"
    }
    assert not sent, f"sent to the terminal as they are: {sorted(map(ascii, sent))}"
