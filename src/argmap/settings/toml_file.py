"""TOML: what a file holds, and the line that a key stands on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from argmap.settings.invalid import InvalidSettings

#: A table of TOML.
Table: TypeAlias = Mapping[str, Any]

# Characters read in vain to find a line; about a second.
_TRIED = 2_000_000
_PLACE = r"(?s)(.*) \(at line (\d+), column (\d+)\)"


def decoded(name: str, data: bytes) -> str:
    """Return the text of a TOML file, which is UTF-8, less a byte order mark.

    Args:
        name: what messages call the file.
        data: the bytes.

    Raises:
        InvalidSettings: the bytes are something else.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        msg = f"{name}:{line}: not UTF-8 (byte 0x{data[error.start]:02x})"
        raise InvalidSettings(msg, "save the file as UTF-8") from error


def parsed(name: str, content: str) -> Table:
    """Return what a TOML text holds.

    Args:
        name: what messages call the file.
        content: the text.

    Raises:
        InvalidSettings: it is not TOML; the message says where.
    """
    import tomllib  # most folders have no settings

    try:
        # With an end to its last line, a fault in it has a place.
        return tomllib.loads(f"{content}\n")
    except tomllib.TOMLDecodeError as error:
        place = re.fullmatch(_PLACE, str(error))
        words, where = (place[1], f":{place[2]}:{place[3]}") if place else (str(error), "")
        msg = f"{name}{where}: not TOML: {words[:1].lower()}{words[1:]}"
        raise InvalidSettings(msg) from error
    except (RecursionError, ValueError) as error:
        msg = f"{name}: nested too deeply, or a number of too many digits"
        raise InvalidSettings(msg) from error


def line_of(content: str, keys: Sequence[str]) -> int | None:
    r"""Return the line on which the statement begins that gives a key its value, from 1.

    Python's reader keeps no places. But a text that is cut off at the end of a statement is TOML
    too: the key is there from its statement on, and not before. Where statements end is found by
    trying, in steps that halve. None where that would take long, as in a text of single statements
    of thousands of lines, and where the key is not there.

    Args:
        content: a TOML text.
        keys: the keys of the tables that lead to the key, and itself.

    >>> line_of('[tool.argmap]\nselect = [\n  "AM1",\n]\nfail-on = 1\n', ["tool", "argmap", "select"])
    2
    """  # noqa: E501 - the example is one line
    lines = content.replace("\r\n", "\n").split("\n")
    without, end, left = 0, len(lines) + 1, _TRIED
    while end - without > 1:
        middle = cut = (without + end) // 2
        table: Table | None = None
        while cut < end and (table := _tried(lines[:cut])) is None:
            left -= sum(map(len, lines[:cut]))
            if left < 0:
                return None
            cut += 1
        if table is None or _holds(table, keys):
            end = middle
        else:
            without = cut
    return without + 1 if without < len(lines) else None


def _tried(lines: Sequence[str]) -> Table | None:
    """Return what lines hold; None where they end inside a statement."""
    import tomllib  # most folders have no settings

    try:
        return tomllib.loads("\n".join(lines))
    except ValueError:
        return None


def _holds(table: object, keys: Sequence[str]) -> bool:
    for key in keys:
        if not isinstance(table, Mapping) or key not in table:
            return False
        table = table[key]
    return True
