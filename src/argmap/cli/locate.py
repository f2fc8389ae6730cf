"""`argmap locate`: where words stand in sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from argmap.cli.evaluated import page, tell
from argmap.cli.failure import Failure
from argmap.cli.maps import standard_input
from argmap.cli.settings import with_folders
from argmap.cli.source_folders import folders_of, index_in, tell_findings
from argmap.cli.streams import say
from argmap.text import Text
from argmap.version import __version__

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic
    from argmap.pipeline.source_folders import SourceFolders
    from argmap.reports.sources import Located
    from argmap.sources.normalising import Normalised
    from argmap.sources.source_index import SourceIndex

_WITHOUT_TEXT = (
    "Without the text of a source, only whole sentences of four words or more can be found in it."
)


@click.command(
    epilog="""\b
Examples:
  argmap locate "would use it weekly" --in leaflet
  argmap locate "would use it" --in leaflet --suffix weekly
  pbpaste | argmap locate -

Exit codes: 0 found, exactly or nearly, 1 not found, or an index cannot be read, 2 wrong usage, or
no such index."""
)
@click.argument("words", metavar="WORDS")
@click.option(
    "--in",
    "names",
    metavar="NAME",
    multiple=True,
    help="Look in this source; may be given again. By default in all whose index is found.",
)
@click.option("--prefix", metavar="WORDS", help="What stands before the words.")
@click.option("--suffix", metavar="WORDS", help="What stands behind them.")
@with_folders
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def locate(
    *,
    words: str,
    names: Sequence[str],
    prefix: str | None,
    suffix: str | None,
    folders: Sequence[str],
    as_json: bool,
) -> int:
    """Find the place at which words stand in a source.

    WORDS are a sentence or a part of one, or - for standard input. Where a source has them several
    times, --prefix and --suffix tell which are meant; where it has them nearly, the difference is
    told. Without the text of a source, whole sentences are found by their fingerprints.
    """
    from argmap.reports import sources as reports
    from argmap.sources.quotes import Fit

    there = folders_of(folders)
    among = names or _all(there)
    wanted = Text.decode("<stdin>", standard_input()).content if words == "-" else words
    found: list[Located] = []
    in_the_way: dict[Diagnostic, None] = {}
    is_broken = False
    for name in among:
        index = index_in(there, name)
        if index is None:
            is_broken = True
        else:
            text = there.text(index, name)
            in_the_way.update(dict.fromkeys(text.diagnostics))
            found.append(_located(name, index, text.form, (wanted, prefix, suffix)))
    tell_findings(in_the_way, "sources")
    is_found = any(each.match.fit is not Fit.ABSENT for each in found)
    if as_json:
        say(reports.located_json(found, version=__version__))
    else:
        paper = page()
        notes = [] if is_found else ["The words are not found."]
        if not all(each.with_text for each in found):
            notes.append(_WITHOUT_TEXT)
        tell([reports.located(found, paper) if is_found else "", notes], paper)
    return 0 if is_found and not is_broken else 1


def _all(there: SourceFolders) -> list[str]:
    """Return the names of all indexes there are.

    Raises:
        Failure: there is none.
    """
    names = there.names()
    if not names:
        message = "there is no index of a source here"
        raise Failure(message, "make one: argmap source index TEXT -o NAME.source.yaml")
    return names


def _located(
    name: str,
    index: SourceIndex,
    form: Normalised | None,
    words: tuple[str, str | None, str | None],
) -> Located:
    from argmap.reports.sources import Located
    from argmap.sources.locating import by_fingerprint
    from argmap.sources.quotes import Quotable

    wanted, prefix, suffix = words
    if form is None:
        return Located(name, by_fingerprint(index, wanted), with_text=False)
    match = Quotable(index.texts(form)).find(wanted, prefix=prefix, suffix=suffix)
    return Located(name, match, with_text=True)
