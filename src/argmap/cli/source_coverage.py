"""`argmap source coverage`: which sentences of its text a map leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from argmap import pipeline
from argmap.cli.evaluated import page, tell
from argmap.cli.failure import Failure
from argmap.cli.findings import name_of, readable
from argmap.cli.maps import single_map
from argmap.cli.settings import with_folders
from argmap.cli.source_folders import folders_of_map, index_in, tell_findings
from argmap.cli.streams import remark, say, shown

if TYPE_CHECKING:
    from argmap.model import ArgumentMap


@click.command(
    epilog="""\b
Examples:
  argmap source coverage maps/ferry.argmap.yaml
  argmap source coverage maps/ferry.argmap.yaml --fail-under 95
  argmap source coverage maps/ferry.argmap.yaml --sources ~/texts --json

Exit codes: 0 done, 1 less is covered than --fail-under asks for, or the map or the index cannot be
read, 2 wrong usage, or a map without a text that has an index."""
)
@click.argument("map", metavar="MAP")
@with_folders
@click.option(
    "--fail-under",
    metavar="PERCENT",
    type=click.FloatRange(0, 100),
    help="End with exit code 1 where less than this is covered.",
)
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def coverage(*, map: str, folders: Sequence[str], fail_under: float | None, as_json: bool) -> int:
    """Say which sentences of its text a map covers.

    MAP is a file, or - for standard input. A sentence is covered where a statement is anchored to
    it that bears on a main conclusion; one statement covers three sentences at most. What the map
    leaves out on purpose stands in its extras: {unmapped: {p3.1: the reason}}.
    """
    source = single_map(map)
    read = readable(source)
    if read is None:
        return 1
    text, name = _text(read, name_of(source))
    there = folders_of_map(source, folders)
    index = index_in(there, name)
    if index is None:
        return 1
    from argmap.reports import coverage as reports
    from argmap.sources.coverage import coverage as covered

    at_hand = there.text(index)
    tell_findings(at_hand.diagnostics, name)
    sentences = {} if at_hand.form is None else index.written(at_hand.form)
    found = covered(pipeline.graph(read), index)
    if as_json:
        say(reports.coverage_json(text, found, sentences, at_hand=at_hand.form is not None))
    else:
        paper = page()
        tell([[reports.summary(text, found)], *reports.tables(found, sentences, paper)], paper)
    if fail_under is not None and 100 * found.covered < fail_under * len(found.sentences):
        remark(shown(f"{text}: {reports.per_cent(found)} is less than {fail_under:g} %\n"))
        return 1
    return 0


def _text(argument_map: ArgumentMap, map_name: str) -> tuple[str, str]:
    """Return the id of the text of a map, and the name of its index.

    Raises:
        Failure: the map names none.
    """
    text = argument_map.text
    if text is None:
        message = f"{map_name} does not say which text it reconstructs"
        raise Failure(message, "text: ID names one of its sources")
    source = argument_map.source(text)
    if source is None or source.index is None:
        message = f"the source {text} of {map_name} has no index"
        hint = f"make one with argmap source index, and name it in the source: index: {text}"
        raise Failure(message, hint)
    return text, source.index
