"""Where settings stand: in a file, in the environment, on the command line."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from argmap.settings.invalid import InvalidSettings
from argmap.values import Record

FILE = "argmap.toml"
PROJECT_FILE = "pyproject.toml"
TABLE = ("tool", "argmap")
# What stands in every file that has this table: `tool.argmap`, `[tool]`, or `tool =`.
_MAY_HOLD_TABLE = (
    rb"""(?m)tool["']?\s*\.\s*["']?argmap|^\s*(\[\s*["']?tool["']?\s*\]|["']?tool["']?\s*=)"""
)
# Nobody has as many settings; a reader in Python takes a second for them.
_LARGEST = 1024 * 1024


class Layer(Protocol):
    """Settings of one origin; those that are no file hold each value as a text."""

    @property
    def values(self) -> Mapping[str, object]:
        """The value of each key that is set, as it was written."""
        ...

    def place(self, key: str, *inner: str) -> str:
        """Return where the value of a key stands, or what stands inside it."""
        ...


class File(Record):
    """A settings file."""

    path: Path
    content: str
    #: The keys that lead to the settings.
    table: tuple[str, ...]
    values: Mapping[str, object]

    def place(self, key: str, *inner: str) -> str:
        """Return file and line of a key."""
        from argmap.settings.toml_file import line_of  # most origins are never asked for

        line = line_of(self.content, (*self.table, key, *inner))
        return told(self.path) if line is None else f"{told(self.path)}:{line}"


class Environment(Record):
    """The variables of the environment: `ARGMAP_FAIL_ON` is the key `fail-on`."""

    values: Mapping[str, object]

    def place(self, key: str, *_: str) -> str:
        """Return the name of a variable."""
        return variable(key)


class CommandLine(Record):
    """The options of a command."""

    values: Mapping[str, object]

    def place(self, key: str, *_: str) -> str:
        """Return the name of an option."""
        return f"--{key}"


def variable(key: str) -> str:
    """Return the variable that sets a key.

    >>> variable("fail-on")
    'ARGMAP_FAIL_ON'
    """
    return "ARGMAP_" + key.upper().replace("-", "_")


def nearest(folder: Path) -> File | None:
    """Return the settings file that counts in a folder, or None.

    That is the first, from the folder upward, that is called `argmap.toml`, or that is a
    `pyproject.toml` with a table `tool.argmap`. Of both in one folder it is `argmap.toml`.

    Args:
        folder: where to begin; a relative path counts from the current folder.

    Raises:
        InvalidSettings: a file on the way cannot be read or is not TOML, or `tool.argmap` is no
            table.
    """
    # Not `resolve`: a map counts as standing where it was found, not where a link leads to.
    start = Path(os.path.abspath(folder))  # noqa: PTH100
    for place in (start, *start.parents):
        for name, table in ((FILE, ()), (PROJECT_FILE, TABLE)):
            found = _file(place / name, table)
            if found is not None:
                return found
    return None


def _file(path: Path, table: tuple[str, ...]) -> File | None:
    """Return the settings in a file; None if there is no such file or it has none.

    Raises:
        InvalidSettings: it cannot be read, is not TOML, or its settings are no table.
    """
    data = _bytes(path)
    # Most projects have a file for other tools; reading all of it would take longer than a map.
    if data is None or (table and not re.search(_MAY_HOLD_TABLE, data)):
        return None
    from argmap.settings.toml_file import decoded, line_of, parsed  # most folders have no settings

    content = decoded(told(path), data)
    values: object = parsed(told(path), content)
    for key in table:
        if not isinstance(values, Mapping) or key not in values:
            return None
        values = values[key]
    if not isinstance(values, Mapping):
        line = line_of(content, table)
        msg = f"{told(path)}:{line}: {'.'.join(table)} must be a table of settings"
        raise InvalidSettings(msg, f"[{'.'.join(table)}]")
    return File(path, content, table, values)


def _bytes(path: Path) -> bytes | None:
    """Return what a file holds; None if there is none.

    Raises:
        InvalidSettings: there is something, and it cannot be read.
    """
    if not os.path.lexists(path):
        return None
    try:
        # Looked at first: reading a pipe would wait for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            msg = f"{told(path)} is not a file"
            raise InvalidSettings(msg)
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        words = error.strerror or str(error)
        msg = f"{told(path)} cannot be read: {words[:1].lower()}{words[1:]}"
        raise InvalidSettings(msg) from error
    if len(data) > _LARGEST:
        msg = f"{told(path)} is larger than {_LARGEST:,} bytes, which no settings are"
        raise InvalidSettings(msg)
    return data


def told(path: Path) -> str:
    """Return a path as it is told: from the current folder where it lies in it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
