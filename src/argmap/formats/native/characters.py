"""Characters that no map may hold, and bytes that are no UTF-8: reported, and replaced.

A file of nothing else may hold 16 million of them. The first are reported, the rest is counted.
"""

from __future__ import annotations

import codecs
import re
from itertools import islice

from argmap.diagnostics import RuleInfo
from argmap.formats.native import faults
from argmap.formats.native.cursor import Cursor, EndOfReading
from argmap.text import FORBIDDEN, Span, forbidden_characters

# What `Text.decode` makes of bytes that are no UTF-8. Patterns are compiled when they are wanted.
_BYTES = "[\udc80-\udcff]"
# One of UTF-32 begins with one of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
# So many characters are replaced at a time, so that the parts in between take little memory.
_AT_ONCE = 1 << 16


def replaced(cursor: Cursor, content: str) -> str:
    """Return the content with forbidden characters replaced one for one, and report them.

    Raises:
        EndOfReading: the content begins as UTF-16 or UTF-32 does, which is said once.
    """
    if next(forbidden_characters(content), None) is None:
        return content
    for mark, encoding in _MARKS:
        if content.startswith(mark.decode("utf-8", "surrogateescape")):
            _refuse_encoding(cursor, encoding, len(mark))
    content = _reported(cursor, faults.NOT_UTF8, _BYTES, content)
    return _reported(cursor, faults.FORBIDDEN_CHARACTER, FORBIDDEN, content)


def _refuse_encoding(cursor: Cursor, encoding: str, length: int) -> None:
    cursor.complete = False
    cursor.report(
        faults.NOT_UTF8,
        Span(cursor.text, 0, length),
        f"the file is written in {encoding}, and a map in UTF-8",
        hint="save the file as UTF-8; nothing of it was checked",
    )
    raise EndOfReading


def _reported(cursor: Cursor, rule: RuleInfo, pattern: str, content: str) -> str:
    """Return the content with what matches replaced; report the first, count the rest."""
    shown = cursor.limits.diagnostics
    for found in islice(re.finditer(pattern, content), shown):
        message, hint = _words(ord(found[0]))
        cursor.report(rule, Span(cursor.text, found.start(), found.end()), message, hint=hint)
    parts, count = [], 0
    for start in range(0, len(content), _AT_ONCE):
        part, more = re.subn(
            pattern, "\N{REPLACEMENT CHARACTER}", content[start : start + _AT_ONCE]
        )
        parts.append(part)
        count += more
    cursor.count(rule, max(0, count - shown))
    return "".join(parts)


def _words(code: int) -> tuple[str, str]:
    """Return message and hint for a character."""
    if 0xDC80 <= code <= 0xDCFF:
        return f"the byte 0x{code - 0xDC00:02X} is not UTF-8", "save the file as UTF-8"
    hint = "remove it, or write it as an escape in your own notation"
    if 0xD800 <= code <= 0xDFFF:
        hint = "write the character itself instead of half of it"
    return f"the character U+{code:04X} cannot stand in a map", hint
