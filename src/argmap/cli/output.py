"""Where a command writes to: standard output, or a file that is replaced whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from argmap.cli.failure import Failure, reason
from argmap.cli.maps import is_map
from argmap.cli.streams import say
from argmap.files import write_whole
from argmap.text import Text


def target(output: str | None, sources: Iterable[Path | Text]) -> Path | None:
    """Return the file that `-o` names; None for standard output.

    Called before any work is done: who has waited for a drawing should not hear then that the
    folder is missing.

    Args:
        output: as it was typed; `-` is standard output too.
        sources: the maps that the command reads.

    Raises:
        Failure: it could not be written, or is a map.
    """
    if output is None or output == "-":
        return None
    path = Path(output)
    if path.is_dir():
        message = f"{output} is a folder"
        raise Failure(message, "name a file in it")
    if not path.parent.is_dir():
        message = f"{output} cannot be written: {path.parent} is not a folder"
        raise Failure(message, None if path.parent.exists() else f"mkdir -p {path.parent}")
    if is_map(path) or any(_same(path, source) for source in sources):
        message = f"{output} is a map, and would be lost"
        raise Failure(message, "give the output another name")
    return path


def deliver(content: str | bytes, path: Path | None) -> None:
    """Write content to a file, or to standard output where there is no file.

    The file is never seen half written, and keeps its permissions; a link stays, and the file it
    leads to is written.

    Raises:
        Failure: it cannot be written.
    """
    if path is None:
        say(content)
        return
    data = content.encode(errors="backslashreplace") if isinstance(content, str) else content
    try:
        write_whole(path, data)
    except OSError as error:
        message = f"{path} cannot be written: {reason(error)}"
        raise Failure(message) from error


def _same(path: Path, source: Path | Text) -> bool:
    return isinstance(source, Path) and path.exists() and source.exists() and path.samefile(source)
