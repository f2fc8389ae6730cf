"""Finding sources: an index by its name, and a text by its fingerprint."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from attrs import frozen

from argmap.diagnostics import Diagnostic
from argmap.formats import Limits
from argmap.formats.source_index import SUFFIX
from argmap.formats.source_index.faults import (
    AMBIGUOUS_SOURCE,
    INDEX_NOT_FOUND,
    OTHER_TEXT,
    TEXT_NOT_READ,
)
from argmap.formats.source_index.read import read
from argmap.pipeline.reading import text_of
from argmap.pipeline.source_texts import Unread, text_in
from argmap.sources.fingerprints import text_fingerprint
from argmap.sources.normalising import Normalised, normal_form, normalised
from argmap.sources.source_index import SourceIndex
from argmap.spelling import did_you_mean
from argmap.text import Text
from argmap.values import Value

#: How the names of texts end that are looked at; one without an ending is looked at, too.
TEXTS = (".txt", ".text", ".md", ".markdown", "")
#: Of so many files, and so many characters, the fingerprints are taken.
MOST_FILES, MOST_CHARACTERS = 1_000, 256 * 1024 * 1024


@frozen(eq=False, repr=False)
class FoundIndex(Value):
    """An index that was sought by its name."""

    #: None where there is none, or where it cannot be read.
    index: SourceIndex | None
    path: Path | None
    #: What is wrong with it, or with how it was found.
    diagnostics: tuple[Diagnostic, ...] = ()


@frozen(eq=False, repr=False)
class FoundText(Value):
    """A text that was sought by its fingerprint."""

    #: None where there is none.
    form: Normalised | None
    path: Path | None
    diagnostics: tuple[Diagnostic, ...] = ()


class SourceFolders:
    """Folders in which sources are sought, the first of them first."""

    def __init__(self, folders: Iterable[str | Path], limits: Limits | None = None) -> None:
        """Keep the folders; nothing is opened before something is asked for."""
        self._folders = list(dict.fromkeys(map(Path, folders)))
        self._limits = limits or Limits()

    @classmethod
    def of_map(
        cls, source: Path | None, folders: Iterable[str | Path], limits: Limits | None = None
    ) -> SourceFolders:
        """Return the folders for a map: its own, `sources` in it, and others.

        Args:
            source: the map; None for one that is no file.
            folders: where else to look.
            limits: how large an index may be.
        """
        beside = [] if source is None else [source.parent, source.parent / "sources"]
        return cls([*beside, *folders], limits)

    def index(self, name: str) -> FoundIndex:
        """Return the index of a name; of two the nearer, and that there are two.

        Raises:
            OSError: it, or a folder, is there and cannot be opened.
        """
        found = [path for path in self._indexes() if path.name == f"{name}{SUFFIX}"]
        if not found:
            known = [path.name.removesuffix(SUFFIX) for path in self._indexes()]
            hint = did_you_mean(name, known) or self._sought()
            missing = INDEX_NOT_FOUND.at(None, f'there is no index "{name}"', hint=hint)
            return FoundIndex(None, None, (missing,))
        path, *others = found
        text = text_of(path, self._limits)
        reading = read(text, limits=self._limits)
        twice = [
            AMBIGUOUS_SOURCE.at(
                None,
                f"{path} and {other} are both called {name}, and differ; the first is taken",
                hint="keep one of the two, or give one another name",
            )
            for other in others
            if text_of(other, self._limits).content != text.content
        ]
        return FoundIndex(reading.index, path, (*reading.diagnostics, *twice))

    def text(self, index: SourceIndex, name: str | None = None) -> FoundText:
        """Return the text that an index is of, whatever its file is called.

        The first call takes the fingerprint of every text in the folders.

        Args:
            index: what is known of the text.
            name: that of the index; where another text bears it, that is told.

        Raises:
            OSError: a folder is there and cannot be opened.
        """
        for path in self._texts.by_fingerprint.get(index.sha256, []):
            text = text_in(path)
            if isinstance(text, Text):
                twice = self._copies(path, text, index)
                return FoundText(normalised(text.content), path, tuple(twice))
        others = () if name is None else self._others(name)
        return FoundText(None, None, (*others, *self._texts.unread))

    def _others(self, name: str) -> Iterator[Diagnostic]:
        """Yield a finding for each text that bears the name of an index and is not its text."""
        for paths in self._texts.by_fingerprint.values():
            for path in paths:
                if path.stem == name.removesuffix(SUFFIX):
                    command = f"argmap source drift {name} {shlex.quote(str(path))}"
                    yield OTHER_TEXT.at(
                        None,
                        f"{path} is not the text that the index {name} is of",
                        hint=f"to see what differs: {command}",
                    )

    def _copies(self, path: Path, text: Text, index: SourceIndex) -> Iterator[Diagnostic]:
        """Yield a finding for each other text of one fingerprint that is written differently."""
        for other in self._texts.by_fingerprint[index.sha256]:
            copy = text if other == path else text_in(other)
            if isinstance(copy, Text) and copy.content != text.content:
                yield AMBIGUOUS_SOURCE.at(
                    None,
                    f"{path} and {other} are copies of one text; the first is taken",
                    hint="keep one of the two",
                )

    def names(self) -> list[str]:
        """Return the names of the indexes there are, sorted, each once."""
        return sorted({path.name.removesuffix(SUFFIX) for path in self._indexes()})

    def _sought(self) -> str:
        told = ", ".join(str(folder) for folder in self._folders)
        return f"sought in {told or 'no folder'}; --sources and ARGMAP_SOURCES name more"

    def _indexes(self) -> Iterator[Path]:
        return (path for path in self._files() if path.name.endswith(SUFFIX))

    def _files(self) -> Iterator[Path]:
        """Yield the files in the folders, sorted in each, and each once.

        Raises:
            OSError: a folder is there and cannot be opened.
        """
        seen = set()
        for folder in self._folders:
            try:
                entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
            except (FileNotFoundError, NotADirectoryError):
                continue  # most maps have no `sources` beside them
            for entry in entries:
                real = os.path.realpath(entry.path)
                if entry.is_file() and not entry.name.startswith(".") and real not in seen:
                    seen.add(real)
                    yield folder / entry.name

    @cached_property
    def _texts(self) -> _Texts:
        found = _Texts({}, ())
        unread: list[Diagnostic] = []
        looked_at = size = 0
        for path in self._files():
            if path.suffix.lower() not in TEXTS:
                continue
            if looked_at == MOST_FILES or size > MOST_CHARACTERS:
                limit = f"{MOST_FILES:,} files and {MOST_CHARACTERS:,} characters"
                message = f"of the texts in the folders of sources only {limit} are looked at"
                unread.append(TEXT_NOT_READ.at(None, message, hint="name smaller folders"))
                break
            text = text_in(path)
            looked_at += 1
            if isinstance(text, Unread):
                unread.append(TEXT_NOT_READ.at(None, f"{path} {text.why}", hint=text.hint))
                continue
            size += len(text.content)
            fingerprint = text_fingerprint(normal_form(text.content))
            found.by_fingerprint.setdefault(fingerprint, []).append(path)
        return found._replace(unread=tuple(unread))


class _Texts(NamedTuple):
    """The texts in some folders."""

    by_fingerprint: dict[str, list[Path]]
    #: What could not be read.
    unread: tuple[Diagnostic, ...]
