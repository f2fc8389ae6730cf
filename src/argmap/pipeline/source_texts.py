"""Opening the text of a source: UTF-8, not too large, and a text at all."""

from __future__ import annotations

import codecs
import stat
from pathlib import Path
from typing import NamedTuple

from argmap.text import Text

#: Bytes that the text of a source may have.
LARGEST = 32 * 1024 * 1024
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


class Unread(NamedTuple):
    """Why a file was not read, and what to do about it."""

    why: str
    hint: str | None = None


def text_in(path: Path) -> Text | Unread:
    """Return the text of a file, or why it cannot be had."""
    try:
        # Looked at first: reading a pipe would wait for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            return Unread("is not a file")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        words = error.strerror or str(error)
        return Unread(f"cannot be read: {words[:1].lower()}{words[1:]}")
    return decoded(str(path), data)


def decoded(name: str, data: bytes) -> Text | Unread:
    r"""Return the text that bytes hold, or why they are none.

    >>> decoded("leaflet.txt", b"caf\xe9")
    Unread(why='is not UTF-8: byte 0xE9 in line 1', hint='save the file as UTF-8')
    """
    if len(data) > LARGEST:
        return Unread(
            f"is larger than {LARGEST:,} bytes", "index its parts as sources of their own"
        )
    if data.startswith(_UTF_16):
        return Unread("is written in UTF-16 or UTF-32", "save the file as UTF-8")
    if b"\0" in data:
        return Unread("is no text: it holds the character NUL", "take the text out of it first")
    try:
        return Text(name, data.decode())
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        why = f"is not UTF-8: byte 0x{data[error.start]:02X} in line {line}"
        return Unread(why, "save the file as UTF-8")
