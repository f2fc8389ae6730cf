"""Numbers in names and codes: F-35, G7, COVID-19, Article 5(2), World War II, 9/11, 3.11.2.

A name is kept as its digits and a checksum of its letters, so that an index holds no word.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from fractions import Fraction

from argmap.sources.dates import is_year
from argmap.sources.quantity import MOST_DIGITS, Figure, NumberKind, Quantity
from argmap.sources.spelled import SCALES
from argmap.sources.tokens import Found, Token, at, row
from argmap.sources.units import currency_before, unit_behind

#: Words that a number behind them belongs to, and the one spelling they are kept under.
_NUMBERED = {
    word: words.split()[0]
    for words in (
        "article articles art",
        "section sections sec",
        "chapter chapters",
        "resolution resolutions",
        "clause clauses",
        "paragraph paragraphs para paras",
        "annex annexes",
        "appendix",
        "page pages pp",
        "figure figures fig",
        "table tables",
        "rule rules",
        "protocol protocols",
        "part parts",
        "volume volumes vol",
        "title",
        "route",
        "highway",
        "channel",
        "boeing",
        "airbus",
        "apollo",
        "windows",
        "phase phases",
        "type",
        "level",
        "category",
        "step steps",
        "item items",
        "question questions",
        "footnote footnotes",
        "schedule",
        "room",
        "pier",
        "gate",
    )
    for word in words.split()
}
#: Roman numerals and what they are.
ROMAN = {
    numeral: number
    for number, numeral in enumerate(
        row("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX"), start=1
    )
}
#: Roman numerals that are no word either.
CLEAR_ROMAN = frozenset(ROMAN) - {"I", "V", "X"}
#: What may stand before a number with a hyphen and makes no name of it.
_PREFIXES = frozenset(row("mid pre post early late non sub ex under over top circa near c fy"))
_HYPHENS = {"-", "–"}


def name(tokens: Sequence[Token], place: int) -> Found | None:
    """Return the numbered name that begins at a token. Takes in all that it looks at."""
    first = tokens[place]
    if first.is_digits:
        return _from_digits(tokens, place)
    if first.raw == "§":
        return _numbered(tokens, place, "section")
    if first.manner == "ordinal":
        return _world_war(tokens, place)
    if not first.is_word or first.figure is not None:
        return None
    return _worded(tokens, place) or _roman(tokens, place) or _from_letters(tokens, place)


def _are(tokens: Sequence[Token], place: int, *words: str) -> bool:
    return all(at(tokens, place + offset).low == word for offset, word in enumerate(words))


def _digits(token: Token) -> str:
    if token.raw in ROMAN:
        return str(ROMAN[token.raw])
    if token.manner == "ordinal" and token.figure is not None:
        return str(token.figure.value)
    if token.is_digits:
        return token.raw.replace(",", ".").replace("'", ".").replace("’", ".").replace(" ", ".")
    return "" if token.figure is None else str(token.figure.value)


def _found(tokens: Sequence[Token], start: int, behind: int, letters: str, code: str) -> Found:
    if len(code) > MOST_DIGITS:
        code = f"{zlib.crc32(code.encode()):08x}"
    stem = _stem(letters)
    span = tokens[start].start, tokens[behind - 1].end
    found = Quantity(NumberKind.NAME, (), stem, code, start=span[0], end=span[1])
    return (found,), behind


def _stem(letters: str) -> str:
    return f"{zlib.crc32(letters.encode()) & 0xFFFF:04x}"


#: The stem of `No. 7`, which may go by `7` alone.
NUMBERED = _stem("no")


def _chain(tokens: Sequence[Token], place: int) -> Found:
    """Return the name made of the letters and digits that stand without a space from here on.

    A hyphen and a word in small letters behind it are no part: `G7-led`.
    """
    letters: list[str] = []
    digits: list[str] = []
    behind = place
    while True:
        token = at(tokens, behind)
        (digits if token.is_digits else letters).append(
            _digits(token) if token.is_digits else token.low
        )
        behind += 1
        after, then = at(tokens, behind), at(tokens, behind + 1)
        if after.is_glued and (after.is_digits or after.is_word):
            continue
        is_joint = after.raw in {"-", "–", ".", "/", "_"} and after.is_glued and then.is_glued
        if not is_joint or not (then.is_digits or (then.is_word and not then.raw.islower())):
            break
        behind += 1
    if letters and letters[-1] == "s":
        letters.pop()
    stem = "".join(letters)
    return _found(tokens, place, behind, {"ww": "worldwar"}.get(stem, stem), ".".join(digits))


def _from_digits(tokens: Sequence[Token], place: int) -> Found | None:
    first, after, then = (at(tokens, place + offset) for offset in range(3))
    if _are(tokens, place, "9", "/", "11") or _are(tokens, place, "24", "/", "7"):
        return _found(tokens, place, place + 3, "", f"{first.raw}.{then.raw}")
    if first.manner == "ordinal":
        return _world_war(tokens, place)
    is_name = first.figure is None
    if after.is_glued and after.is_word:
        is_plain = unit_behind(tokens, place + 1)[0] or after.raw in _GLUED or after.low in SCALES
        is_name = is_name or not is_plain or (then.is_digits and then.is_glued)
    elif after.is_glued and after.raw in {".", "-"} and then.is_digits and then.is_glued:
        third, fourth = at(tokens, place + 3), at(tokens, place + 4)
        is_long = third.raw == after.raw and third.is_glued and fourth.is_digits
        is_name = is_name or after.raw == "." or (is_long and fourth.is_glued)
    return _chain(tokens, place) if is_name else None


def _world_war(tokens: Sequence[Token], place: int) -> Found | None:
    if not _are(tokens, place + 1, "world", "war"):
        return None
    return _found(tokens, place, place + 3, "worldwar", _digits(tokens[place]))


#: What may be glued to digits and makes no name of them.
_GLUED = frozenset(row("s am pm a p k K m M mn mln bn tn trn b B T x o"))


def _from_letters(tokens: Sequence[Token], place: int) -> Found | None:
    first, after, then = (at(tokens, place + offset) for offset in range(3))
    if not after.is_glued or first.low in _PREFIXES or currency_before(tokens, place)[0]:
        return None
    if after.is_digits and after.figure is not None and not at(tokens, place + 2).is_word:
        quarter = int(after.figure.value) if after.figure.is_whole else 0
        if (first.raw == "Q" and 1 <= quarter <= 4) or (first.raw == "H" and 1 <= quarter <= 2):
            found = Quantity(
                NumberKind.ORDINAL, (Figure(Fraction(quarter)),), start=first.start, end=after.end
            )
            return (found,), place + 2
    is_hyphened = after.raw in _HYPHENS and then.is_digits and then.is_glued
    if after.is_digits or (is_hyphened and not first.raw.islower()):
        return _chain(tokens, place)
    return None


def _worded(tokens: Sequence[Token], place: int) -> Found | None:
    first, after, then = (at(tokens, place + offset) for offset in range(3))
    if _are(tokens, place, "world", "war") and (_digits(then)):
        return _found(tokens, place, place + 3, "worldwar", _digits(then))
    if first.raw in {"WWI", "WWII"}:
        return _found(tokens, place, place + 1, "worldwar", str(len(first.raw) - 2))
    if _are(tokens, place, "group", "of") and first.raw == "Group" and _digits(then):
        return _found(tokens, place, place + 3, "g", _digits(then))
    if first.low in {"no", "nos", "p"}:
        is_number = after.raw == "." and then.is_digits
        is_number = is_number or (first.raw in {"No", "Nos"} and after.is_digits)
        return _numbered(tokens, place, first.low[:2]) if is_number else None
    if first.low in _NUMBERED:
        return _numbered(tokens, place, _NUMBERED[first.low])
    return None


def _roman(tokens: Sequence[Token], place: int) -> Found | None:
    first, numeral = tokens[place], at(tokens, place + 1)
    if first.raw[0].isupper() and numeral.raw in CLEAR_ROMAN and not numeral.is_glued:
        return _found(tokens, place, place + 2, first.low, _digits(numeral))
    return None


def _numbered(tokens: Sequence[Token], place: int, word: str) -> Found | None:
    """Return what a numbered part is called, and those listed after it: `Articles 5(2) and 7`."""
    first = tokens[place]
    behind = place + 2 if at(tokens, place + 1).raw == "." else place + 1
    is_plural = first.low != word or first.raw == "§"
    found: list[Quantity] = []
    while _digits(at(tokens, behind)):
        number = tokens[behind]
        after_it = at(tokens, behind + 1)
        if (
            unit_behind(tokens, behind + 1)[0]
            or after_it.low in SCALES
            or after_it.raw == "/"
            or (is_year(number) and word not in {"resolution", "page", "no"})
        ):
            break
        start = place if not found else behind
        code, after = _with_parts(tokens, behind)
        found += _found(tokens, start, after, word, code)[0]
        place, joint = after, at(tokens, after)
        marks = {"-", "–", "to", ",", "and", "or"} if is_plural else {"-", "–"}
        behind = after + 1
        if joint.low not in marks:
            break
    return (tuple(found), place) if found else None


def _with_parts(tokens: Sequence[Token], place: int) -> tuple[str, int]:
    """Return the code of a number with what stands in brackets behind it: 5(2)(a)."""
    parts, behind = [_digits(tokens[place])], place + 1
    while True:
        opening, part, closing = (at(tokens, behind + offset) for offset in range(3))
        is_part = opening.raw == "(" and opening.is_glued and closing.raw == ")"
        if not is_part or not part.raw.isalnum() or len(part.raw) > 4:
            return ".".join(parts), behind
        parts.append(_ascii(part))
        behind += 3


def _ascii(token: Token) -> str:
    return token.low if token.low.isascii() else f"{zlib.crc32(token.low.encode()):08x}"
