"""The options of views that show what the sources say beside what the map says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from argmap.cli.settings import with_folders
from argmap.cli.source_folders import folders_of_map
from argmap.cli.streams import remark, shown
from argmap.text import Text

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

Command = TypeVar("Command", bound=Callable[..., Any])
#: So many sources are named whose texts are missing; more are counted.
_NAMED = 3


def with_sentences(command: Command) -> Command:
    """Give a command the options `--sentences` and `--sources`."""
    return click.option(
        "--sentences",
        is_flag=True,
        help="Show the text at the places of statements, where it is at hand.",
    )(with_folders(command))


def sentences_of(
    argument_map: ArgumentMap, source: Path | Text, folders: Sequence[str], *, wished: bool
) -> Mapping[str, str] | None:
    """Return the sentences at the places of a map; None where they are not asked for.

    Which texts are not at hand is said in one line on standard error.

    Raises:
        UsageError: folders are named, and no sentences asked for.
        Failure: some setting cannot be what it is said to be.
        OSError: an index, or a folder, is there and cannot be opened.
    """
    if not wished:
        if folders:
            message = "--sources goes with --sentences"
            raise click.UsageError(message)
        return None
    from argmap.pipeline.attaching import attached  # most pictures and outlines show none
    from argmap.sources.beside import sentences_beside

    indexed = [one.id for one in argument_map.sources if one.index is not None]
    found = attached(argument_map, folders_of_map(source, folders)).sources
    missing = [name for name in indexed if name not in found or found[name].form is None]
    if not indexed:
        remark("note: no source of the map has an index, by which its text would be found\n")
    elif missing:
        more = f" and {len(missing) - _NAMED:,} more" if len(missing) > _NAMED else ""
        names = f"{', '.join(missing[:_NAMED])}{more}"
        remark(shown(f"note: not at hand is the text of {names}; only the places are shown\n"))
    return sentences_beside(argument_map, found)
