"""`argmap source drift`: what became of a source in another edition."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.evaluated import Read, page, read, tell
from argmap.cli.failure import Failure
from argmap.cli.settings import with_folders
from argmap.cli.source_folders import folders_of, index_at, index_in, tell_findings
from argmap.cli.source_texts import document_of, text_named
from argmap.cli.streams import say
from argmap.version import __version__

if TYPE_CHECKING:
    from argmap.pipeline.source_folders import SourceFolders
    from argmap.sources.attached import AttachedSource
    from argmap.sources.source_index import SourceIndex


@click.command(
    epilog="""\b
Examples:
  argmap source drift leaflet leaflet-2.txt
  argmap source drift leaflet leaflet-2.source.yaml --map night.argmap.yaml

Exit codes: 0 all is the same, 1 something has changed, or an index or the map cannot be read, 2
wrong usage, no such index, or a text that cannot be read."""
)
@click.argument("name", metavar="NAME")
@click.argument("text", metavar="TEXT")
@click.option(
    "--map",
    "about",
    metavar="MAP",
    help="Tell only of sentences to which something in this map is anchored, and what.",
)
@click.option("--all", "is_whole", is_flag=True, help="Tell what is the same as well.")
@with_folders
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def drift(
    *,
    name: str,
    text: str,
    about: str | None,
    is_whole: bool,
    folders: Sequence[str],
    as_json: bool,
) -> int:
    """Say what became of each sentence of a source in another edition of it.

    NAME is that of an index, as for argmap source show. TEXT is the other edition: a plain text, -
    for standard input, or a file NAME.source.yaml, so that neither text need be there. Sentences
    that were moved, changed, or are gone are told, with the numbers, hedges and negations that are
    others; where a text is at hand, with its words.
    """
    _refuse_one_input_for_two(text, about)
    there = folders_of(folders)
    first = index_in(there, name)
    second = None if first is None else _edition(there, text)
    if first is None or second is None:
        return 1
    found = None if about is None else read(about)
    if about is not None and found is None:
        return 1
    from argmap.reports.drift import WITHOUT_TEXTS, Drifted
    from argmap.sources.editions import anchored, compared

    name = _name(name)
    old = _attached(there, first, name)
    if found is not None:
        _refuse_another(found, name)
    drifted = Drifted(
        name,
        text,
        compared(old, second),
        None if found is None else found.name,
        None if found is None else anchored(found.map, name, old),
        is_whole,
    )
    if as_json:
        say(drifted.as_json(__version__))
    else:
        paper = page()
        notes = [] if drifted.comparison.with_texts else [WITHOUT_TEXTS]
        tell([drifted.lines(paper), [*drifted.summary(), *notes]], paper)
    return 0 if drifted.is_same else 1


def _refuse_one_input_for_two(text: str, about: str | None) -> None:
    """Refuse to read both the text and the map from standard input.

    Raises:
        Failure: both are wanted.
    """
    if text == about == "-":
        message = "standard input cannot be both the text and the map"
        raise Failure(message)


def _name(name: str) -> str:
    from argmap.formats.source_index import SUFFIX

    return name.removesuffix(SUFFIX)


def _edition(there: SourceFolders, argument: str) -> AttachedSource | None:
    """Return the other edition, or None if its index cannot be read, which has been told then.

    Raises:
        Failure: it is none.
    """
    from argmap.formats.source_index import SUFFIX
    from argmap.sources.attached import AttachedSource
    from argmap.sources.source_index import index_of

    if argument.endswith(SUFFIX):
        index = index_at(Path(argument))
        return None if index is None else _attached(there, index, argument)
    found = document_of(text_named(argument))
    return AttachedSource(index_of(found), found.form)


def _attached(there: SourceFolders, index: SourceIndex, name: str) -> AttachedSource:
    """Return an index with its text, or tell what stands in the way of it.

    That there are copies of it is of no account: the other edition may well be one.
    """
    from argmap.sources.attached import AttachedSource

    text = there.text(index)
    if text.form is None:
        tell_findings(text.diagnostics, name)
    return AttachedSource(index, text.form)


def _refuse_another(found: Read, name: str) -> None:
    """Refuse a map that has nothing to do with a source.

    Raises:
        Failure: it names no such index.
    """
    names = sorted({source.index for source in found.map.sources if source.index is not None})
    if name not in names:
        message = f"{found.name} has no source whose index is {name}"
        hint = f"its indexes are {', '.join(names)}" if names else f"write index: {name} there"
        raise Failure(message, hint)
