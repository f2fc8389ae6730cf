"""`argmap source audit`: where the statements of a map come from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.evaluated import page, tell
from argmap.cli.findings import name_of, readable
from argmap.cli.maps import single_map
from argmap.cli.settings import with_folders
from argmap.cli.source_folders import folders_of_map, tell_findings
from argmap.cli.streams import say
from argmap.text import Text

if TYPE_CHECKING:
    from argmap.model import ArgumentMap


@click.command(
    epilog="""\b
Examples:
  argmap source audit maps/ferry.argmap.yaml
  argmap source audit maps/ferry.argmap.yaml --sources ~/texts --json

Exit codes: 0 done, 1 the map cannot be read, 2 wrong usage, or a file that cannot be opened."""
)
@click.argument("map", metavar="MAP")
@with_folders
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def audit(*, map: str, folders: Sequence[str], as_json: bool) -> int:
    """Show where the statements of a map come from.

    MAP is a file, or - for standard input. For each source: its age at the `as-of` of the map, how
    it is rated, what it is derived from, and how many statements it carries. For each main
    conclusion, and others with several reasons: how many origins there are behind them, and which
    reasons share one. Then what sources do not say: the fields written as `not stated`.
    """
    source = single_map(map)
    found = readable(source)
    if found is None:
        return 1
    from argmap import pipeline
    from argmap.reports import audit as reports
    from argmap.sources.auditing import audit as audited

    at_hand = _at_hand(found, source, folders)
    result = audited(pipeline.graph(found))
    if as_json:
        say(reports.audit_json(name_of(source), found, result, at_hand))
        return 0
    paper = page()
    tell([*reports.tables(found, result, at_hand, paper), reports.remarks(found, result)], paper)
    return 0


def _at_hand(
    argument_map: ArgumentMap, source: Path | Text, folders: Sequence[str]
) -> dict[str, str]:
    """Return what is at hand of the sources that name an index; what is wrong with it is told."""
    from argmap.pipeline.attaching import attached

    attachment = attached(argument_map, folders_of_map(source, folders))
    tell_findings(attachment.diagnostics, name_of(source))
    return {
        one.id: _of(attachment.sources[one.id].form is not None)
        if one.id in attachment.sources
        else "missing"
        for one in argument_map.sources
        if one.index is not None
    }


def _of(with_text: bool) -> str:
    return "text" if with_text else "index"
