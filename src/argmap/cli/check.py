"""`argmap check`: what is wrong with maps."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from argmap import pipeline
from argmap.cli.failure import reason
from argmap.cli.findings import Paper, name_of
from argmap.cli.maps import maps
from argmap.cli.output import deliver, target
from argmap.cli.streams import complain, remark
from argmap.diagnostics import Diagnostic, Severity
from argmap.reports import Skipped, concise, summary
from argmap.text import Text


@click.command(
    epilog="""\b
Examples:
  argmap check
  argmap check maps/ --fail-on warning
  argmap check maps/ferry.argmap.yaml --output-format concise
  cat ferry.argmap.yaml | argmap check - --stdin-filename ferry.argmap.yaml

Exit codes: 0 nothing as bad as --fail-on says, 1 something is, 2 wrong usage or a file that cannot
be read or written."""
)
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    default="error",
    show_default=True,
    help="The mildest finding that makes the exit code 1.",
)
@click.option(
    "--output-format",
    type=click.Choice(["full", "concise"]),
    default="full",
    show_default=True,
    help="Frames and a summary, or a line for each finding, with the summary on standard error.",
)
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="When to use colour; auto heeds NO_COLOR and FORCE_COLOR.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Write the findings to a file; the summary goes to standard error.",
)
@click.option(
    "--stdin-filename",
    metavar="NAME",
    default="<stdin>",
    help="What to call the map on standard input.",
)
def check(
    *,
    paths: Sequence[str],
    fail_on: str,
    output_format: str,
    color: str,
    output: str | None,
    stdin_filename: str,
) -> int:
    """Find what is wrong with maps.

    PATHS are files, folders, patterns, or - for standard input. In a folder and its folders every
    *.argmap.yaml and *.argmap.yml is checked; hidden ones are left out. Without PATHS, the current
    folder is checked.
    """
    sources = maps(paths or ["."], stdin_filename)
    file = target(output, sources)
    checked = _examined(sources)
    if output_format == "concise":
        findings = "".join(concise(found, name=name) for name, found in checked.findings)
    else:
        paper = Paper.of_file(color) if file else Paper.of_stream(sys.stdout, color)
        findings = "\n".join(paper.frames(found, name) for name, found in checked.findings)
    closing = checked.summary()
    if file is None and output_format == "full":
        deliver(f"{findings}\n{closing}" if findings else closing, None)
    else:
        deliver(findings, file)
        remark(closing)
    return checked.exit_code(fail_on)


class _Checked:
    """What the maps were found to be."""

    def __init__(self) -> None:
        #: How many maps were read.
        self.maps = 0
        #: The name of each map that has findings, with them.
        self.findings: list[tuple[str, list[Diagnostic]]] = []
        self.waived = 0
        self.skipped: list[Skipped] = []
        #: Whether a file could not be read.
        self.unread = False

    @property
    def diagnostics(self) -> Iterator[Diagnostic]:
        """Every finding."""
        return (finding for _, found in self.findings for finding in found)

    def summary(self) -> str:
        """Return the closing words."""
        if not self.maps:
            return ""
        return summary(self.diagnostics, maps=self.maps, waived=self.waived, skipped=self.skipped)

    def exit_code(self, fail_on: str) -> int:
        """Return 2 where a file could not be read, 1 for a finding that counts, else 0."""
        if self.unread:
            return 2
        if fail_on == "never":
            return 0
        return int(any(found.severity >= Severity(fail_on) for found in self.diagnostics))


def _examined(sources: Iterable[Path | Text]) -> _Checked:
    """Examine maps; a file that cannot be read is told of at once, and the others are examined."""
    checked = _Checked()
    reported = _Reported()
    for source in sources:
        name = name_of(source)
        try:
            examination = pipeline.examine(source)
        except OSError as error:
            complain(f"{name} cannot be read: {reason(error)}")
            checked.unread = True
            continue
        checked.maps += 1
        checked.waived += len(examination.waived)
        checked.skipped += [
            Skipped(name, not_run.rule.code, not_run.why) for not_run in examination.not_run
        ]
        if found := reported.new(examination.diagnostics, name):
            checked.findings.append((name, found))
    return checked


class _Reported:
    """Findings so far: those of a base come with the base, and again with each of its layers."""

    def __init__(self) -> None:
        self._keys: set[tuple[object, ...]] = set()
        self._files: dict[str, str] = {}

    def new(self, findings: Iterable[Diagnostic], name: str) -> list[Diagnostic]:
        """Return the findings on a map that have not been reported, and remember them."""
        new = {self._key(finding, name): finding for finding in findings}
        fresh = [finding for key, finding in new.items() if key not in self._keys]
        self._keys.update(new)
        return fresh

    def _key(self, finding: Diagnostic, name: str) -> tuple[object, ...]:
        place: tuple[object, ...] = (name,)
        if finding.span is not None:
            text, start, end = finding.span
            place = (self._file(text.name), start, end)
        return (*place, finding.code, finding.subject, finding.message)

    def _file(self, name: str) -> str:
        """Return the one name of a file that may go by many."""
        if name not in self._files:
            try:
                self._files[name] = os.path.realpath(name)
            except ValueError:  # what standard input is called need not be a name of a file
                self._files[name] = name
        return self._files[name]
