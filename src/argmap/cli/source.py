"""`argmap source`: what is kept of a text that may not be kept itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.auditing import audit
from argmap.cli.evaluated import page, tell
from argmap.cli.failure import Failure
from argmap.cli.output import deliver, target
from argmap.cli.settings import with_folders
from argmap.cli.source_coverage import coverage
from argmap.cli.source_drift import drift
from argmap.cli.source_folders import folders_of, index_in, tell_findings
from argmap.cli.source_texts import document_of, text_named
from argmap.cli.streams import remark, say, shown
from argmap.errors import InvalidValue
from argmap.sources.kinds import PieceKind
from argmap.sources.lines import Layout
from argmap.version import __version__

if TYPE_CHECKING:
    from argmap.model.source import Bibliography
    from argmap.sources.documents import Document
    from argmap.text import Text

_KINDS = tuple(kind.value for kind in PieceKind)
_LINE = re.compile(r"([1-9][0-9]{0,8})(?:-([1-9][0-9]{0,8}))?=(\S+)")
#: So many lines that are not counted are named; more are only counted.
_NAMED = 40


@click.group(
    invoke_without_command=True,
    epilog="""\b
Examples:
  argmap source index leaflet.txt -o leaflet.source.yaml
  argmap source show leaflet
  argmap source drift leaflet leaflet-2.txt
  argmap source audit maps/ferry.argmap.yaml
  argmap source coverage maps/ferry.argmap.yaml""",
)
@click.pass_context
def source(context: click.Context) -> None:
    """Make and show indexes of sources, compare editions, and tell what a map makes of its sources.

    Most texts may not be passed on. The index of a text holds where each sentence stands and by
    what it is known again, and of its words only those that hedge or negate, as codes.
    """
    if context.invoked_subcommand is None:
        remark(f"{context.get_help()}\n")
        context.exit(2)


for _command in (audit, coverage, drift):
    source.add_command(_command)


@source.command(
    epilog="""\b
Examples:
  argmap source index leaflet.txt -o leaflet.source.yaml --title "Run it at night" --date 2025-04-01
  argmap source index leaflet.txt --line 8=pull-quote --line 30-34=boilerplate

Exit codes: 0 done, 2 wrong usage, or a text that cannot be read."""
)
@click.argument("text", metavar="TEXT")
@click.option(
    "-o", "--output", metavar="FILE", help="Write NAME.source.yaml instead of standard output."
)
@click.option("--title", metavar="TITLE", help="The title of the source.")
@click.option("--author", metavar="NAME", multiple=True, help="An author; may be given again.")
@click.option("--publisher", metavar="NAME", help="Who published it.")
@click.option("--date", metavar="DATE", help="When: 2025, 2025-05 or 2025-05-08.")
@click.option("--accessed", metavar="DATE", help="When it was read.")
@click.option("--url", metavar="URL", help="Where.")
@click.option("--doi", metavar="DOI", help="Its DOI, such as 10.1000/182.")
@click.option("--kind", metavar="KIND", help="What it is: article, report, book.")
@click.option("--language", metavar="CODE", help="The language that it is written in.")
@click.option("--note", metavar="TEXT", help="Anything else.")
@click.option(
    "--paragraphs",
    type=click.Choice([layout.value for layout in Layout]),
    help="What a paragraph is: each line, or the lines up to an empty one; by default that is told "
    "from where the lines end.",
)
@click.option(
    "--line",
    "lines",
    metavar="N=KIND",
    multiple=True,
    help=f"What a line is, or several, such as 30-34=boilerplate: {', '.join(_KINDS)}. By default "
    "that is told by general rules; may be given again.",
)
def index(
    *,
    text: str,
    output: str | None,
    paragraphs: str | None,
    lines: Sequence[str],
    **about: object,
) -> int:
    """Make the index of a text.

    TEXT is a plain text in UTF-8, or - for standard input. What is not counted, such as titles and
    pull quotes, is told with its lines: look whether it is right.
    """
    from argmap.formats.source_index.write import write
    from argmap.reports.sources import counted
    from argmap.sources.source_index import index_of

    path = _target(output, text)
    known = _bibliography(about)
    kinds = _kinds(lines)
    content = text_named(text)
    found = document_of(content, paragraphs, kinds)
    made = index_of(found, known)
    deliver(write(made), path)
    where = output if path is not None else content.name
    remark(shown(f"{where}: {counted(made)}\n"))
    others = list(_lines(content, found))
    for line, kind in others[:_NAMED]:
        remark(f"  line {line}: {kind}\n")
    if len(others) > _NAMED:
        remark(f"  and {len(others) - _NAMED:,} more\n")
    return 0


def _target(output: str | None, text: str) -> Path | None:
    """Return the file that is to be written.

    Raises:
        Failure: it cannot be, or is not called like an index.
    """
    from argmap.formats.source_index import SUFFIX
    from argmap.model.source import INDEX_NAME

    path = target(output, [] if text == "-" else [Path(text)])
    if path is None:
        return None
    name = path.name.removesuffix(SUFFIX)
    if name == path.name or not INDEX_NAME.fullmatch(name):
        message = f"{output} is no name of an index"
        raise Failure(message, f"letters, digits, '.', '_' and '-', then {SUFFIX}")
    return path


def _bibliography(about: Mapping[str, Any]) -> Bibliography:
    """Return what the options say of the source.

    Raises:
        Failure: something cannot be.
    """
    from argmap.model.source import Bibliography

    try:
        return Bibliography(**about)
    except InvalidValue as error:
        raise Failure(f"--{error}") from error


def _kinds(lines: Sequence[str]) -> dict[int, PieceKind]:
    """Return the kinds of lines that `--line` names.

    Raises:
        UsageError: one is no line and kind.
    """
    kinds: dict[int, PieceKind] = {}
    for written in lines:
        found = _LINE.fullmatch(written)
        if found is None or found[3] not in _KINDS:
            message = f"--line: {written} is not N=KIND, with one of {', '.join(_KINDS)}"
            raise click.UsageError(message)
        first = int(found[1])
        last = int(found[2] or first)
        if not 0 <= last - first < 100_000:
            message = f"--line: {written} is no range of lines"
            raise click.UsageError(message)
        kinds |= dict.fromkeys(range(first, last + 1), PieceKind(found[3]))
    return kinds


def _lines(text: Text, found: Document) -> Iterator[tuple[int, str]]:
    """Yield the line on which each piece begins that is not counted, and its kind."""
    for piece in found.pieces:
        if piece.place is None:
            start, _ = found.form.original(piece.start, piece.end)
            yield text.position(start).line, piece.kind.value


@source.command(
    epilog="""\b
Examples:
  argmap source show leaflet
  argmap source show leaflet --sources ~/texts --json

Exit codes: 0 done, 1 the index cannot be read, 2 wrong usage, or no such index."""
)
@click.argument("name", metavar="NAME")
@with_folders
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def show(*, name: str, folders: Sequence[str], as_json: bool) -> int:
    """Show the index of a source.

    NAME is that of the index: NAME.source.yaml is sought in the folders of --sources, of
    ARGMAP_SOURCES and of the settings, then here and in sources/. Where a file in these folders
    holds the text, under whatever name, its sentences are shown as well.
    """
    there = folders_of(folders)
    found = index_in(there, name)
    if found is None:
        return 1
    from argmap.reports import sources as reports

    text = there.text(found, name)
    tell_findings(text.diagnostics, name)
    sentences = {} if text.form is None else found.written(text.form)
    if as_json:
        path = None if text.path is None else str(text.path)
        say(reports.index_json(name, found, path, sentences, version=__version__))
        return 0
    paper = page()
    at_hand = "The text is not at hand." if text.path is None else f"The text is {text.path}."
    known = [*reports.about(found), f"{reports.counted(found)}.", at_hand]
    tell([known, reports.pieces(found, sentences, paper)], paper)
    return 0
