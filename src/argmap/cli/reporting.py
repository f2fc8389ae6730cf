"""Telling what was found: in which form, to which stream or file, and to GitHub besides."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from argmap import pipeline
from argmap.cli.findings import Paper
from argmap.cli.streams import on_github, remark, say, without_commands
from argmap.reports.examined import Examined
from argmap.version import __version__

# How to write `##[` where a runner of GitHub must not read it, in the languages that need it.
_WITHOUT_COMMANDS = {"json": "##\\u005b", "sarif": "##\\u005b", "junit": "##&#91;"}


def tell(
    maps: Sequence[Examined],
    closing: str,
    *,
    form: str,
    color: str,
    file: Path | None,
    stream: TextIO,
) -> None:
    """Write what was found, and the closing words.

    For people they stand together; beside a file, and beside what programs read, the closing words
    go to standard error. Under GitHub Actions each finding is added there as an annotation: a
    runner reads them from both streams, and standard output stays what was asked for.

    Args:
        maps: what was found in each.
        closing: the closing words.
        form: an output format.
        color: when to use colour.
        file: where to write to instead of a stream.
        stream: standard output, or standard error where that is taken.

    Raises:
        Closed: whoever read standard output has gone.
        Failure: it cannot be written.
    """
    paper = Paper.of_file(color) if file else Paper.of_stream(stream, color)
    report = _report(maps, form, paper)
    together = form == "full" and file is None
    if together:
        report = f"{report}\n{closing}" if report else closing
    if file is None and on_github() and form != "github":
        report = _harmless(report, form)
    if stream is sys.stderr and file is None:
        remark(report, commands=form == "github")
    elif file is None:
        say(report)
    else:
        from argmap.cli.output import deliver  # most checks write no file

        deliver(report, file)
    if not together:
        remark(closing)
    if on_github() and not (form == "github" and file is None):
        remark(_github(maps), commands=True)


def _report(maps: Sequence[Examined], form: str, paper: Paper) -> str:
    """Return the findings in a form; each report for programs is loaded when it is wanted."""
    match form:
        case "full":
            framed = (paper.frames(one.diagnostics, one.name) for one in maps)
            return "\n".join(filter(None, framed))
        case "concise":
            from argmap.reports.concise import concise

            return "".join(concise(one.diagnostics, name=one.name) for one in maps)
        case "json":
            from argmap.reports.as_json import as_json

            return as_json(maps, version=__version__)
        case "sarif":
            from argmap.reports.sarif import sarif

            here = str(Path.cwd())
            return sarif(maps, rules=pipeline.CATALOGUE, version=__version__, root=here)
        case "junit":
            from argmap.reports.junit import junit

            return junit(maps)
        case _:
            return _github(maps)


def _github(maps: Sequence[Examined]) -> str:
    from argmap.reports.github import github

    return github(maps)


def _harmless(report: str, form: str) -> str:
    """Return a report in which a runner finds no command of a map's making."""
    if form in _WITHOUT_COMMANDS:
        return report.replace("##[", _WITHOUT_COMMANDS[form])
    return without_commands(report)
