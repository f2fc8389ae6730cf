"""The folders in which the sources of maps are sought, and what is found there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from argmap.reports.examined import file_of
from argmap.settings import Settings

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.pipeline.source_folders import SourceFolders
    from argmap.sources.attached import Attached


class FoldersOfMaps:
    """Folders by map: for maps of one folder and setting, each text is looked at once."""

    def __init__(self) -> None:
        """Begin with none."""
        self._found: dict[tuple[object, ...], SourceFolders] = {}

    def of(self, name: str, settings: Settings) -> SourceFolders:
        """Return the folders for a map.

        Args:
            name: what the map goes by; standard input counts as standing where its name says.
            settings: those of the map.
        """
        from argmap.pipeline.source_folders import SourceFolders  # most maps have no index

        file = file_of(name)
        path = None if file is None else Path(file)
        key = (path and path.parent, settings.sources, settings.limits)
        if key not in self._found:
            self._found[key] = SourceFolders.of_map(path, settings.sources, settings.limits)
        return self._found[key]

    def attached(
        self, argument_map: ArgumentMap | None, name: str, settings: Settings
    ) -> Attached | None:
        """Return the sources of a map as far as they are found; None where it names no index.

        What is wrong with them is told by a check.
        """
        if argument_map is None or not any(source.index for source in argument_map.sources):
            return None
        from argmap.pipeline.attaching import attached

        try:
            return attached(argument_map, self.of(name, settings)).sources
        except OSError:
            return None
