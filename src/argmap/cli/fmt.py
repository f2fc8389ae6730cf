"""`argmap fmt`: maps in canonical spacing."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from argmap import pipeline
from argmap.cli.failure import Failure, reason
from argmap.cli.findings import Paper, name_of
from argmap.cli.maps import maps
from argmap.cli.output import deliver
from argmap.cli.settings import settings_of
from argmap.cli.streams import complain, remark, say, shown
from argmap.diagnostics import InvalidMap
from argmap.fixes import diff
from argmap.formats import Limits
from argmap.text import Text


@click.command(
    epilog="""\b
Examples:
  argmap fmt
  argmap fmt maps/ferry.argmap.yaml --diff
  argmap fmt --check maps/
  cat ferry.argmap.yaml | argmap fmt -

Exit codes: 0 done, 1 a map has faults that the reader refuses, or --check found one to be
formatted, 2 wrong usage or a file that cannot be read or written."""
)
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--check", is_flag=True, help="Write nothing; list the maps that would change.")
@click.option("--diff", "show", is_flag=True, help="Write nothing; show what would change.")
@click.option(
    "--stdin-filename",
    metavar="NAME",
    default="<stdin>",
    help="What to call the map on standard input; *.json is the JSON form.",
)
def fmt(*, paths: Sequence[str], check: bool, show: bool, stdin_filename: str) -> int:
    """Lay out maps in one form: indentation, spaces, blank lines, long texts.

    The map, its comments, the order of everything and the wording stay as they are. PATHS are
    files, folders or patterns, which are rewritten in place, or - to write the map on standard
    input to standard output. Without PATHS, the maps in the current folder are formatted. A map
    that the reader refuses is left alone.
    """
    done = _Done(check=check, show=show)
    done.run(maps(paths or ["."], stdin_filename))
    return done.exit_code()


class _Done:
    """What was done so far."""

    def __init__(self, *, check: bool, show: bool) -> None:
        self.check = check
        self.show = show
        self.changed = 0
        self.same = 0
        self.invalid = 0
        #: Whether a file could not be read or written.
        self.failed = False

    def run(self, sources: Iterable[Path | Text]) -> None:
        """Format maps; what is wrong with one is told at once, and the others are formatted."""
        piped = False
        for source in sources:
            piped = piped or isinstance(source, Text)
            try:
                self._format(source)
            except InvalidMap as error:
                self.invalid += 1
                name = name_of(source)
                remark(Paper.of_stream(sys.stderr, "auto").frames(error.diagnostics, name))
                complain(f"{name} is left as it is: the reader refuses it")
            except OSError as error:
                self.failed = True
                complain(f"{name_of(source)} cannot be read: {reason(error)}")
            except Failure as failure:
                self.failed = True
                complain(str(failure), failure.hint)
        if not piped or self.check or self.show:
            remark(self.summary())

    def _format(self, source: Path | Text) -> None:
        limits = settings_of(source).limits
        data = _bytes_of(source, limits)
        text = source if isinstance(source, Text) else Text.decode(str(source), data)
        after = pipeline.formatted(text, limits=limits)
        changes = after.encode() != data
        self.changed += changes
        self.same += not changes
        if self.check and changes:
            say(shown(f"{text.name}\n"))
        if self.show:
            found = diff(data.decode(), after, text.name)
            say(shown(found) if sys.stdout.isatty() else found)
        if self.check or self.show:
            return
        if isinstance(source, Text):
            say(after)
        elif changes:
            deliver(after, source)

    def summary(self) -> str:
        """Return the closing words."""
        would = "would be " if self.check or self.show else ""
        words = [f"{_count(self.changed)} {would}formatted"]
        if self.same:
            words.append(f"{self.same} left as {'it is' if self.same == 1 else 'they are'}")
        if self.invalid:
            words.append(f"{self.invalid} refused")
        return f"{', '.join(words)}\n"

    def exit_code(self) -> int:
        """Return 2 where a file could not be read or written, 1 for what was asked about."""
        if self.failed:
            return 2
        return int(bool(self.invalid or (self.check and self.changed)))


def _bytes_of(source: Path | Text, limits: Limits) -> bytes:
    """Return what a map holds; of too much only so much that the reader can see it."""
    if isinstance(source, Text):
        return source.content.encode("utf-8", "surrogateescape")
    with source.open("rb") as file:
        return file.read(limits.size + 1)


def _count(number: int) -> str:
    return f"{number} map" if number == 1 else f"{number} maps"
