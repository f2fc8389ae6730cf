"""Paths as URIs."""

from __future__ import annotations

from pathlib import PurePath, PurePosixPath
from typing import NamedTuple
from urllib.parse import quote


class Address(NamedTuple):
    """A URI, and whether it is relative to the folder that argmap ran in."""

    uri: str
    relative: bool


def address(path: PurePath, root: PurePath | None = None) -> Address:
    """Return the URI of a path: with `/`, and percent-encoded (RFC 3986, RFC 8089).

    Args:
        path: as the user wrote it.
        root: the folder that argmap ran in; a path inside it is written relative to it.

    >>> address(PurePosixPath("maps/Who pays?.yaml")).uri
    'maps/Who%20pays%3F.yaml'
    >>> address(PurePosixPath("/srv/maps/m.yaml"), PurePosixPath("/srv/maps")).uri
    'm.yaml'
    """
    if root is not None and path.is_absolute() and path.is_relative_to(root):
        path = path.relative_to(root)
    posix = path.as_posix()
    if not path.is_absolute():
        return Address(_quoted(posix), relative=True)
    if isinstance(path, PurePosixPath):
        return Address("file://" + _quoted(posix), relative=False)
    host = posix.startswith("//")  # \\server\share
    drive, rest = path.drive.replace("\\", "/"), posix[len(path.drive) :]
    return Address(("file:" if host else "file:///") + drive + _quoted(rest), relative=False)


def _quoted(path: str) -> str:
    try:
        data = path.encode("utf-8", "surrogateescape")  # bytes of a name that is no UTF-8
    except UnicodeEncodeError:
        data = path.encode("utf-8", "replace")
    return quote(data)
