"""The settings that count for a map: those of its folder, less what the command line says."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import click

from argmap import pipeline
from argmap.cli.failure import Failure
from argmap.reports.examined import file_of
from argmap.settings import InvalidSettings, Settings, resolve
from argmap.text import Text

Command = TypeVar("Command", bound=Callable[..., Any])

_NOTHING: Mapping[str, str] = MappingProxyType({})


class SettingsOfMaps:
    """Settings by folder; those of a folder are looked for once."""

    def __init__(
        self, options: Mapping[str, str | None] = _NOTHING, *, isolated: bool = False
    ) -> None:
        """Keep what the command line says: None where it says nothing."""
        self._options = {key: text for key, text in options.items() if text is not None}
        self._isolated = isolated
        self._found: dict[str, Settings] = {}

    def of(self, source: Path | Text | str) -> Settings:
        """Return the settings of a map, or of what goes by a name.

        A map on standard input counts as standing where its name says, else in the current folder.

        Raises:
            Failure: some setting cannot be what it is said to be.
        """
        name = source.name if isinstance(source, Text) else str(source)
        file = file_of(name)
        return self.of_folder(Path() if file is None else Path(file).parent)

    def of_folder(self, folder: Path) -> Settings:
        """Return the settings that count in a folder.

        Raises:
            Failure: some setting cannot be what it is said to be.
        """
        key = os.path.abspath(folder)  # noqa: PTH100  (links lead elsewhere, and not the settings)
        if key not in self._found:
            try:
                self._found[key] = resolve(
                    folder,
                    pipeline.CATALOGUE,
                    environment=os.environ,
                    options=self._options,
                    isolated=self._isolated,
                )
            except InvalidSettings as error:
                raise Failure(str(error), error.hint) from error
        return self._found[key]


def settings_of(source: Path | Text) -> Settings:
    """Return the settings of one map, for a command without options of that kind.

    Raises:
        Failure: some setting cannot be what it is said to be.
    """
    return SettingsOfMaps().of(source)


def with_folders(command: Command) -> Command:
    """Give a command the option `--sources`."""
    return click.option(
        "--sources",
        "folders",
        metavar="FOLDER",
        multiple=True,
        help="Look for indexes and texts here first; may be given again for others.",
    )(command)


def joined(options: Sequence[str]) -> str | None:
    """Return folders as the setting `sources` takes them; None where there are none."""
    return os.pathsep.join(options) if options else None
