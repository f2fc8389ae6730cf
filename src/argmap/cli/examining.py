"""Examining maps: what is found in each, as far as its settings let it count."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from attrs import evolve

from argmap import pipeline
from argmap.cli.attaching import FoldersOfMaps
from argmap.cli.failure import reason
from argmap.cli.findings import name_of
from argmap.cli.progress import Progress
from argmap.cli.streams import complain
from argmap.diagnostics import Diagnostic
from argmap.reports.examined import Examined
from argmap.reports.summary import Skipped, summary
from argmap.settings import Settings, applied
from argmap.text import Text
from argmap.values import Record


class Source(Record):
    """A map that is to be checked, with the settings that count for it."""

    map: Path | Text
    settings: Settings

    @property
    def name(self) -> str:
        """What reports call the map."""
        return name_of(self.map)


class Checked(Record):
    """What maps were found to be."""

    #: Every map, those included that could not be read.
    maps: tuple[Examined, ...]
    #: The same with all findings, whether they count or not.
    whole: tuple[Examined, ...]
    #: How many findings a baseline holds.
    known: int = 0

    @property
    def unread(self) -> bool:
        """Whether some file could not be read."""
        return any(one.unread is not None for one in self.maps)

    @property
    def exit_code(self) -> int:
        """2 where a file could not be read, 1 where a finding fails a check, else 0."""
        if self.unread:
            return 2
        return int(any(one.is_failed_by(found) for one in self.maps for found in one.diagnostics))

    def summary(self) -> str:
        """Return the closing words; none where no map was read."""
        read = [one for one in self.maps if one.unread is None]
        if not read:
            return ""
        return summary(
            (found for one in read for found in one.diagnostics),
            maps=len(read),
            waived=sum(len(one.waived) for one in read),
            known=self.known,
            skipped=[
                Skipped(one.name, not_run.rule.code, not_run.why)
                for one in read
                for not_run in one.not_run
            ],
        )


def checked(sources: Sequence[Source]) -> Checked:
    """Examine maps; of files that cannot be read is told when the others are examined."""
    whole: list[Examined] = []
    maps: list[Examined] = []
    reported = _Reported()
    folders = FoldersOfMaps()
    with Progress("Checking", len(sources)) as progress:
        for source in sources:
            progress.begin(source.name)
            one = _examined(source, folders)
            whole.append(one)
            counting = applied(source.settings, one, pipeline.CATALOGUE)
            maps.append(reported.new(counting))
    for one in maps:
        if one.unread is not None:
            complain(f"{one.name} cannot be read: {one.unread}")
    return Checked(tuple(maps), tuple(whole))


def _examined(source: Source, folders: FoldersOfMaps) -> Examined:
    try:
        examination = pipeline.examine_in(
            source.map,
            lambda: folders.of(source.name, source.settings),
            limits=source.settings.limits,
        )
    except OSError as error:
        return Examined(source.name, unread=reason(error))
    return Examined.of(source.name, examination)


class _Reported:
    """Findings so far: those of a base come with the base, and again with each of its layers."""

    def __init__(self) -> None:
        self._keys: set[tuple[object, ...]] = set()
        self._files: dict[str, str] = {}

    def new(self, one: Examined) -> Examined:
        """Return a map with the findings that have not been reported, and remember them."""
        new = {self._key(finding, one.name): finding for finding in one.diagnostics}
        fresh = [finding for key, finding in new.items() if key not in self._keys]
        self._keys.update(new)
        return evolve(one, diagnostics=fresh)

    def _key(self, finding: Diagnostic, name: str) -> tuple[object, ...]:
        place: tuple[object, ...] = (name,)
        if finding.span is not None:
            text, start, end = finding.span
            place = (self._file(text.name), start, end)
        return (*place, finding.code, finding.subject, finding.message)

    def _file(self, name: str) -> str:
        """Return the one name of a file that may go by many."""
        if name not in self._files:
            try:
                self._files[name] = os.path.realpath(name)
            except ValueError:  # what standard input is called need not be a name of a file
                self._files[name] = name
        return self._files[name]
