"""Parts of a whole: half, two thirds, 2/3, ¾, one in five."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from fractions import Fraction
from typing import TypeAlias

from argmap.sources.dates import month_of
from argmap.sources.quantity import Figure
from argmap.sources.tokens import Token, at, row
from argmap.sources.units import unit_behind

#: A share, and the place of the token behind it.
Share: TypeAlias = tuple[Figure, int]

_PARTS = {
    part: number
    for number, part in enumerate(
        row("third quarter fifth sixth seventh eighth ninth tenth"), start=3
    )
} | {"twentieth": 20, "hundredth": 100, "thousandth": 1000}
_PARTS |= {"fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}
#: Denominators, as they stand after `a` or `one`, and as they stand after more than one.
PARTS = _PARTS | {f"{part}s": number for part, number in _PARTS.items()}

#: Words behind `a third` that tell it from the third of a row: no noun follows.
_NO_NOUN = frozenset(
    row(
        "of more less fewer higher lower larger smaller greater cheaper faster slower longer "
        "shorter in since by from to and or between over during on at for while but as than after "
        "before within compared when because that which who were was is are has have had said"
    )
)
#: What `half` is a part of a row behind: no share.
_ROWS = frozenset(row("first second latter other better top bottom each either"))
#: Between the two numbers of a sign such as ¾.
_SLASH = "\u2044"
_ROUND = {10**power for power in range(2, 7)} | {12, 15, 20, 25, 30, 40, 50, 60}


def share(tokens: Sequence[Token], place: int) -> Share | None:
    """Return the share that begins at a token."""
    first = at(tokens, place)
    if _SLASH in (glyph := unicodedata.normalize("NFKD", first.raw)):
        return Figure(Fraction(glyph.replace(_SLASH, "/")), Fraction(0)), place + 1
    if first.low == "half":
        return _half(tokens, place)
    if first.low in {"a", "an", "one"} and at(tokens, place + 1).low == "half":
        return _half(tokens, place + 1)
    if first.low in {"a", "an"}:
        return _article(tokens, place)
    if first.figure is None or not first.figure.is_whole:
        return None
    return _slashed(tokens, place) or _parts(tokens, place) or _one_in(tokens, place)


def _half(tokens: Sequence[Token], place: int) -> Share | None:
    after = at(tokens, place + 1)
    is_compound = after.raw == "-" and after.is_glued and at(tokens, place + 2).is_glued
    if at(tokens, place - 1).low in _ROWS:
        return None
    if is_compound and not (unit_behind(tokens, place + 1)[0] or _is_many(at(tokens, place + 2))):
        return None
    return Figure(Fraction(1, 2), Fraction(0)), place + 1


def _is_many(token: Token) -> bool:
    return token.low in {"dozen", "hundred", "thousand", "million", "billion", "trillion", "a"}


def _article(tokens: Sequence[Token], place: int) -> Share | None:
    part, after = at(tokens, place + 1), at(tokens, place + 2)
    number = PARTS.get(part.low, 0)
    is_alone = not (after.is_word or after.is_digits or after.raw == "-") or after.low in _NO_NOUN
    if not number or part.low.endswith("s") or not is_alone:
        return None
    return Figure(Fraction(1, number), Fraction(0)), place + 2


def _slashed(tokens: Sequence[Token], place: int) -> Share | None:
    whole, slash, parts = (at(tokens, place + offset) for offset in range(3))
    if slash.raw != "/" or not slash.is_glued or not parts.is_glued or parts.figure is None:
        return None
    one, other = whole.figure, parts.figure
    if one is None or not other.is_whole or not 0 < one.value < other.value <= 100:
        return None
    return Figure(one.value / other.value, Fraction(0)), place + 3


def _parts(tokens: Sequence[Token], place: int) -> Share | None:
    figure = tokens[place].figure
    behind = place + 2 if at(tokens, place + 1).raw == "-" else place + 1
    part = at(tokens, behind).low
    number = PARTS.get(part, 0)
    if figure is None or not number or part.endswith("s") != (figure.value > 1):
        return None
    return Figure(figure.value / number, Fraction(0)), behind + 1


def _one_in(tokens: Sequence[Token], place: int) -> Share | None:
    """Return a share such as `one in five`, `3 out of 10`, `one of every four`."""
    words = [at(tokens, place + offset).low for offset in (1, 2, 3)]
    match words:
        case ["in", "every", _]:
            behind = place + 3
        case ["in", _, _]:
            behind = place + 2
        case ["out", "of", "every"]:
            behind = place + 4
        case ["out", "of", _] | ["of", "every", _]:
            behind = place + 3
        case _:
            return None
    one, other = tokens[place].figure, at(tokens, behind).figure
    if one is None or other is None or tokens[place].manner not in {"digits", "words"}:
        return None
    is_small = 2 <= other.value <= 10 or other.value in _ROUND
    if at(tokens, behind).manner == "ordinal" or not is_small or not 0 < one.value < other.value:
        return None
    if unit_behind(tokens, behind + 1)[0] or month_of(at(tokens, behind + 1)):
        return None
    return Figure(one.value / other.value, Fraction(0)), behind + 1
