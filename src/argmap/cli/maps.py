"""Which maps a command is about: files, folders, patterns and standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NoReturn

from argmap.cli.failure import Failure
from argmap.formats import Limits
from argmap.spelling import did_you_mean
from argmap.text import Text

SUFFIXES = (".argmap.yaml", ".argmap.yml", ".argmap.json")

_STANDARD_INPUT = "-"


def standard_input(size: int = Limits().size) -> bytes:
    """Return what standard input holds; of too much only so much that this can be seen."""
    return sys.stdin.buffer.read(size + 1)


def _piped(name: str) -> Text:
    return Text.decode(name, standard_input())


def maps(
    arguments: Iterable[str], stdin_name: str, read: Callable[[str], Text] = _piped
) -> list[Path | Text]:
    """Return the maps that paths, patterns and `-` name, in their order, each once.

    Args:
        arguments: as they were typed.
        stdin_name: what reports call the map on standard input.
        read: makes the map on standard input of its name.

    Raises:
        Failure: something does not exist, or holds no map.
    """
    found: dict[str, Path | Text] = {}
    for argument in arguments:
        if argument == _STANDARD_INPUT:
            if argument not in found:
                found[argument] = read(stdin_name)
            continue
        for path in _paths(argument):
            found.setdefault(os.path.realpath(path), path)
    return list(found.values())


def single_map(argument: str) -> Path | Text:
    """Return the one map that an argument names.

    Raises:
        Failure: it does not exist, or is a folder.
    """
    if argument == _STANDARD_INPUT:
        return _piped("<stdin>")
    path = Path(argument)
    if path.is_dir():
        message = f"{argument} is a folder, not a map"
        raise Failure(message, "name one of its maps; argmap check looks at all of them")
    if not path.exists():
        _refuse_missing(path)
    _refuse_pipe(path)
    return path


def is_map(path: Path) -> bool:
    """Return whether a path bears the suffix of a map.

    >>> is_map(Path("maps/ferry.argmap.yaml")), is_map(Path("mkdocs.yaml"))
    (True, False)
    """
    return path.name.lower().endswith(SUFFIXES)


def _paths(argument: str) -> list[Path]:
    """Return the file that an argument names, or the maps in a folder or behind a pattern.

    Raises:
        Failure: there is none.
    """
    path = Path(argument)
    if path.exists() and not path.is_dir():
        _refuse_pipe(path)
        return [path]
    import glob  # most arguments are files

    if not path.exists() and not glob.has_magic(argument):
        _refuse_missing(path)
    # A shell that finds nothing for a pattern hands it on, and that of Windows always does.
    names = glob.glob(argument, recursive=True)  # noqa: PTH207  (a pattern may begin with a root)
    places = [path] if path.exists() else [Path(name) for name in sorted(names)]
    found = [file for place in places for file in _inside(place)]
    if not found:
        message = f"{argument} holds no map" if path.exists() else f"no map matches {argument}"
        raise Failure(message, f"the name of a map ends in {SUFFIXES[0]}")
    return found


def _inside(place: Path) -> Iterator[Path]:
    """Yield the maps in a folder and its folders, sorted; a file is yielded if it is a map.

    Hidden files and folders are left out, and links to folders are not followed: they may lead
    back.
    """
    if not place.is_dir():
        yield from [place] if is_map(place) else []
        return
    for folder, folders, files in os.walk(place, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(folder, name)
            # Reading a pipe would wait for ever; a broken link is kept, to be reported.
            if is_map(path) and not name.startswith(".") and (path.is_file() or path.is_symlink()):
                yield path


def _refuse_pipe(path: Path) -> None:
    """Refuse a pipe that has a name: where nobody writes to it, reading it would wait for ever.

    Raises:
        Failure: it is one; what a shell makes of `<(command)` is none.
    """
    if path.is_fifo() and path.parent != Path("/dev/fd"):
        message = f"{path} is a pipe, not a file"
        raise Failure(message, f"to read from it: argmap check - < {path}")


def _refuse(error: OSError) -> None:
    """Let no folder be passed over because it cannot be read."""
    raise error


def _refuse_missing(path: Path) -> NoReturn:
    """Say that a path does not exist, with the nearest name in its folder.

    Raises:
        Failure: always.
    """
    folder = path.parent
    names = [entry.name for entry in folder.iterdir()] if folder.is_dir() else []
    message = f"{path} does not exist"
    raise Failure(message, did_you_mean(path.name, names))
