r"""Regular expressions of the schema, made of those that the reader uses.

JSON Schema reads a pattern as ECMA 262 does, anywhere in the text: `^` and `$` are the ends of the
text, and only punctuation that means something may be escaped. Each pattern here is a whole one,
from `^` to `$`, and holds no escape but those that ECMA 262 and Python share.
"""

from __future__ import annotations

import re

from argmap.model import checks, places, source
from argmap.text import forbidden_characters


def _ecma(pattern: re.Pattern[str]) -> str:
    """Return a pattern without the escapes that Python allows and ECMA 262 does not."""
    return pattern.pattern.replace('\\"', '"')


def _whole(pattern: str) -> str:
    return f"^(?:{pattern})$"


def _forbidden() -> str:
    r"""Return, as ranges in a character class, the characters that no text of a map holds.

    A carriage return is one of them: YAML makes line feeds of those in the file, so that one can
    only come from an escape. Surrogates are left out: without the flag `u` an expression sees two
    of them in place of each character above U+FFFF.
    """
    plane = [chr(code) for code in range(0x10000) if not 0xD800 <= code <= 0xDFFF]
    codes = sorted({ord(plane[at]) for at in forbidden_characters("".join(plane))} | {ord("\r")})
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(
        f"\\u{first:04x}" + (f"-\\u{last:04x}" if last > first else "") for first, last in ranges
    )


def _clean(pattern: str) -> str:
    """Return a whole pattern that also refuses the characters that no map may hold."""
    return f"^(?![\\s\\S]*[{_forbidden()}])(?:{pattern})$"


_ID = checks.ID.pattern
#: A text, empty or not.
ANYTHING = _clean(r"[\s\S]*")
TEXT = _clean(r"[\s\S]*\S[\s\S]*")
ID = _whole(_ID)
#: The ids of sources are no places, nor `via`.
SOURCE_ID = f"^(?!(?:{checks.SOURCE_ID_THAT_IS_A_PLACE.pattern})$){_ID}$"
#: An id or a derived id, such as `a+b>c`.
REFERENCE = _whole(f"(?:{_ecma(checks._PREMISES)}[>!])*{_ID}")
#: Ids joined by `+`.
JOINED = _clean(rf"\s*{_ID}\s*(?:\+\s*{_ID}\s*)*")

# What `model.Place.parse` accepts, but for the order of its ends and a length beyond all need.
_NUMBER = rf"0*(?:[1-9][0-9]{{0,{len(str(places._LARGEST)) - 2}}}|{places._LARGEST})"
_PLACE = rf"p{_NUMBER}(?:\.{_NUMBER}(?:-(?:p{_NUMBER}\.)?{_NUMBER})?|-p?{_NUMBER})?"
PLACE = _clean(rf"\s*{_PLACE}\s*")
#: A place, or words that do not look like one.
WHERE = _clean(rf"\s*(?:{_PLACE}\s*|(?!p[0-9])\S[\s\S]*)")

# An anchor in one line: a place, or a source with words behind it and `via` with a place behind
# those; then a quote. Words that look like a place are one.
_VIA_NOWHERE = rf'[^"]*\svia\s+(?!{_PLACE}(?:\s|$))[^\s"]+\s*(?:"|$)'
_WORDS = rf' \s*(?:{_PLACE}|(?!p[0-9])[^\s"](?:[^"]*[^\s"])?)'
_SOURCE = rf'(?!p[0-9]|via(?:\s|$)){_ID}(?!{_VIA_NOWHERE})(?:{_WORDS})?(?:\s+via\s+[^\s"]+)?'
ANCHOR = _clean(rf'\s*(?:{_PLACE}|{_SOURCE})(?:\s+"[\s\S]*\S[\s\S]*")?\s*')

# A year; a month; a day that exists, the 29th of February in leap years only.
_YEAR = "[0-9]{4}"
_LEAP_YEAR = (
    "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"  # Gregorian
)
_DAY = (
    "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
DATE = _whole(f"(?!0000)(?:{_YEAR}(?:-(?:0[1-9]|1[0-2]|{_DAY}))?|{_LEAP_YEAR}-02-29)")

URL = _clean(_ecma(source.URL))
DOI = _clean(_ecma(source.DOI))
INDEX = _whole(_ecma(source.INDEX_NAME))
#: A path to a file in the folder of the map or below.
BASE = _clean(r"(?![/~])(?!(?:[\s\S]*/)?\.\.(?:/|$))[^\\:]*[^\\:\s][^\\:]*")
#: A number that stands in quotes.
NUMBER = _whole(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")


def words(accepted: list[str]) -> str:
    """Return a pattern of a few words, in which `_` may stand for `-`."""
    return _whole("|".join(word.replace("-", "[-_]") for word in accepted))
