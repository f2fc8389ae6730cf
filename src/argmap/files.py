"""Writing a file whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that is never seen half written, and keeps its permissions.

    A link stays, and the file it leads to is written; a pipe or a device takes what it is given.

    Raises:
        PermissionError: it may not be written.
        OSError: it cannot be written; what it held before is still there.
    """
    path = Path(os.path.realpath(path))
    if not path.exists():
        _replace(path, data, None)
    elif not path.is_file():
        path.write_bytes(data)
    elif os.access(path, os.W_OK):
        _replace(path, data, stat.S_IMODE(path.stat().st_mode))
    else:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def _replace(path: Path, data: bytes, mode: int | None) -> None:
    """Put a file in the place of another in one step, so that a failure costs nothing."""
    temporary = path.with_name(f".argmap-{os.urandom(8).hex()}.tmp")
    file = temporary.open("xb")
    try:
        with file:
            file.write(data)
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
