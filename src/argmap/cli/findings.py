"""Findings as frames, for the stream or file that they are written to."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from argmap import pipeline
from argmap.cli.settings import settings_of
from argmap.cli.streams import coloured, complain, remark
from argmap.diagnostics import Diagnostic, Severity
from argmap.model import ArgumentMap
from argmap.text import Text
from argmap.values import Record


class Paper(Record):
    """What frames are drawn on."""

    color: bool
    width: int | None
    encoding: str

    @classmethod
    def of_stream(cls, stream: TextIO, choice: str) -> Paper:
        """Return the paper that a stream is: lines are broken for a terminal alone."""
        return cls(coloured(choice, stream), _width(stream), stream.encoding or "utf-8")

    @classmethod
    def of_file(cls, choice: str) -> Paper:
        """Return the paper that a file is: colour only where it was asked for in so many words."""
        return cls(choice == "always", None, "utf-8")

    def frames(self, diagnostics: Iterable[Diagnostic], name: str) -> str:
        """Return findings as frames; nothing for a map without any."""
        found = tuple(diagnostics)
        if not found:
            return ""
        from argmap.reports.frames import frames  # most maps that are checked are clean

        return frames(found, name=name, color=self.color, width=self.width, encoding=self.encoding)


def _width(stream: TextIO) -> int | None:
    if not stream.isatty():
        return None
    from shutil import get_terminal_size  # brings every compressor along

    return get_terminal_size().columns


def name_of(source: Path | Text) -> str:
    """Return what reports call a map."""
    return source.name if isinstance(source, Text) else str(source)


def readable(source: Path | Text) -> ArgumentMap | None:
    """Return the map, or None if it is invalid; what is wrong with the file goes to standard error.

    Raises:
        Failure: some setting cannot be what it is said to be.
        OSError: the file cannot be opened.
    """
    reading = pipeline.read(source, limits=settings_of(source).limits)
    name = name_of(source)
    remark(Paper.of_stream(sys.stderr, "auto").frames(reading.diagnostics, name))
    if reading.map is None or any(
        found.severity is Severity.ERROR for found in reading.diagnostics
    ):
        again = "-" if isinstance(source, Text) else name
        complain(f"{name} is not a map that can be shown", f"argmap check {again}")
        return None
    return reading.map
