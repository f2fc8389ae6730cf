"""How far a command has come: one line on a terminal, for those who would wonder."""

from __future__ import annotations

import os
import sys
from types import TracebackType
from typing import TYPE_CHECKING

from argmap.cli.streams import remark, shown

if TYPE_CHECKING:
    import threading

#: Seconds that nobody minds.
_PATIENCE = 1.0
_PERIOD = 0.1
_CLEAR = "\r\x1b[2K"


class Progress:
    """What is being done, shown once it takes longer than a second, and gone at the end.

    Nothing is shown where standard error is no terminal, or under continuous integration. The line
    is drawn by a thread, for a single map may take longer than a second.
    """

    def __init__(self, verb: str, total: int) -> None:
        """Keep what is done, such as `Checking`, and to how many maps."""
        self._verb = verb
        self._total = total
        # Number and name in one value: the thread that draws sees both or neither.
        self._now = (0, "")
        self._stop: threading.Event | None = None
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Progress:
        """Start to watch the time."""
        if _is_watched():
            import threading  # who does not watch need not load it

            self._stop = threading.Event()
            self._thread = threading.Thread(target=self._draw, args=[self._stop], daemon=True)
            self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Take the line away."""
        if self._stop is not None and self._thread is not None:
            self._stop.set()
            self._thread.join()

    def begin(self, name: str) -> None:
        """Say which map comes next."""
        self._now = (self._now[0] + 1, name)

    def _draw(self, stop: threading.Event) -> None:
        """Draw the line anew whenever it is another, until there is no need of it."""
        drawn = ""
        wait = _PATIENCE
        while not stop.wait(wait):
            wait = _PERIOD
            line = self._line()
            if line != drawn:
                remark(f"{_CLEAR}{line}")
                drawn = line
        if drawn:
            remark(_CLEAR)

    def _line(self) -> str:
        from shutil import get_terminal_size  # brings every compressor along

        from argmap.reports.cells import cells

        number, name = self._now
        line = f"{self._verb} map {number:,} of {self._total:,}: {shown(name)}"
        # A line that is broken in two cannot be taken away again.
        while cells(line) >= get_terminal_size().columns:
            line = line[:-1]
        return line


def _is_watched() -> bool:
    """Return whether somebody looks at standard error, on a terminal that can clear a line."""
    quiet = os.environ.get("CI") or os.environ.get("TERM") == "dumb"
    return sys.stderr.isatty() and not quiet
