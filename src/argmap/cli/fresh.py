"""Files that a command makes and never overwrites."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from argmap.cli.failure import Failure, reason
from argmap.cli.maps import SUFFIXES, is_map


class Wish(NamedTuple):
    """What was said of the map that is to be made."""

    title: str | None
    main: str | None
    schema: str


def fresh_map(name: str) -> Path:
    """Return the path of a map that is to be made.

    Raises:
        Failure: there is such a file, or no folder for it, or its name is not that of a map.
    """
    path = Path(name)
    if not is_map(path):
        message = f"{name} is no name of a map"
        raise Failure(message, f"end it in {' or '.join(SUFFIXES)}")
    if path.exists() or path.is_symlink():
        message = f"{name} exists, and would be lost"
        raise Failure(message, "give the new map another name")
    if not path.parent.is_dir():
        message = f"{name} cannot be written: {path.parent} is not a folder"
        raise Failure(message, None if path.parent.exists() else f"mkdir -p {path.parent}")
    return path


def create(path: Path, content: str) -> None:
    """Write a file that does not exist; where that fails, nothing is left of it.

    Raises:
        Failure: it exists by now, or cannot be written.
    """
    try:
        file = path.open("xb")
    except OSError as error:
        message = f"{path} cannot be written: {reason(error)}"
        raise Failure(message) from error
    try:
        with file:
            file.write(content.encode())
    except OSError as error:
        path.unlink(missing_ok=True)
        message = f"{path} cannot be written: {reason(error)}"
        raise Failure(message) from error
