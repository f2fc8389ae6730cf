"""Which sources a command is about: indexes by name, with their texts where they are at hand."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.attaching import FoldersOfMaps
from argmap.cli.failure import Failure
from argmap.cli.findings import Paper, name_of
from argmap.cli.settings import SettingsOfMaps, joined
from argmap.cli.streams import remark
from argmap.text import Text

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic
    from argmap.pipeline.source_folders import SourceFolders
    from argmap.sources.source_index import SourceIndex


def folders_of(options: Sequence[str]) -> SourceFolders:
    """Return the folders in which sources are sought from the current folder.

    Raises:
        Failure: some setting cannot be what it is said to be.
    """
    from argmap.pipeline.source_folders import SourceFolders

    settings = SettingsOfMaps({"sources": joined(options)}).of_folder(Path())
    return SourceFolders([*settings.sources, Path(), Path("sources")], settings.limits)


def folders_of_map(source: Path | Text, options: Sequence[str]) -> SourceFolders:
    """Return the folders in which the sources of a map are sought.

    Raises:
        Failure: some setting cannot be what it is said to be.
    """
    settings = SettingsOfMaps({"sources": joined(options)}).of(source)
    return FoldersOfMaps().of(name_of(source), settings)


def index_in(folders: SourceFolders, name: str) -> SourceIndex | None:
    """Return the index of a name, or None if it cannot be read, which has been told then.

    Raises:
        Failure: there is none.
        OSError: it cannot be opened.
    """
    from argmap.formats.source_index import SUFFIX

    found = folders.index(name.removesuffix(SUFFIX))
    if found.path is None:
        (missing,) = found.diagnostics
        raise Failure(missing.message, missing.hint)
    tell_findings(found.diagnostics, str(found.path))
    return found.index


def index_at(path: Path) -> SourceIndex | None:
    """Return the index in a file, or None if it cannot be read, which has been told then.

    Raises:
        Failure: there is no such file.
    """
    from argmap.cli.maps import single_map
    from argmap.formats.source_index.read import read
    from argmap.pipeline.reading import text_of

    single_map(str(path))  # refuses what is no file
    limits = SettingsOfMaps({}).of_folder(Path()).limits
    reading = read(text_of(path, limits), limits=limits)
    tell_findings(reading.diagnostics, str(path))
    return reading.index


def tell_findings(findings: Iterable[Diagnostic], name: str) -> None:
    """Write findings to standard error."""
    remark(Paper.of_stream(sys.stderr, "auto").frames(findings, name))
