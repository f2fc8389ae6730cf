"""Numbers in words: `two hundred and fifty thousand`, `twenty-first`, `a dozen`."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from argmap.sources.quantity import Figure
from argmap.sources.tokens import Token, at, row

_SMALL = {
    word: number
    for number, word in enumerate(
        row(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen seventeen eighteen nineteen"
        )
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate(
        row("twenty thirty forty fifty sixty seventy eighty ninety"), start=2
    )
}
#: Words that multiply, and how often.
SCALES = {
    "hundred": 100,
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
}
_ORDINAL = {
    word: number
    for number, word in enumerate(
        row(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
            "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
        ),
        start=1,
    )
} | {word[:-1] + "ieth": number for word, number in _TENS.items()}
_ORDINAL |= {"hundredth": 100, "thousandth": 1000, "millionth": 10**6}
_SUFFIXES = {"st", "nd", "rd", "th"}

#: Words that a number in words begins with, save `a`.
FIRST_WORDS = frozenset({*_SMALL, *_TENS, *SCALES, *_ORDINAL, "dozen"})
_BEGINNINGS = FIRST_WORDS | {"a", "an"}


def with_spelled(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with each number in words, and each ordinal, as one. Linear."""
    joined: list[Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token.figure is None and token.low not in _BEGINNINGS:
            joined.append(token)
            place += 1
            continue
        behind, figure, manner = _spelled(tokens, place)
        if figure is None:
            joined.append(token)
            place += 1
            continue
        low = token.low if place + 1 == behind or token.low in {"a", "an"} else ""
        joined.append(
            token._replace(end=tokens[behind - 1].end, low=low, figure=figure, manner=manner)
        )
        place = behind
    return joined


def _spelled(tokens: Sequence[Token], place: int) -> tuple[int, Figure | None, str]:
    """Return the place behind a number, the number, and its manner."""
    first, after = tokens[place], at(tokens, place + 1)
    ordinal, behind = _ordinal(tokens, place)
    if ordinal:
        return behind, Figure(Fraction(ordinal)), "ordinal"
    begun = int(first.low in {"a", "an"} and (after.low in SCALES or after.low == "dozen"))
    if begun or first.low in _SMALL or first.low in _TENS:
        behind, figure = _in_words(tokens, place + begun, begun)
        return behind, figure, "words"
    return place, None, ""


def _ordinal(tokens: Sequence[Token], place: int) -> tuple[int, int]:
    """Return the ordinal that begins at a token, or 0, and the place behind it."""
    first, after = tokens[place], at(tokens, place + 1)
    if first.figure is not None and first.figure.is_whole:
        is_ordinal = after.low in _SUFFIXES and after.is_glued
        return (int(first.figure.value), place + 2) if is_ordinal else (0, place)
    unit = place + 2 if after.raw == "-" else place + 1
    if first.low in _TENS and 0 < (number := _ORDINAL.get(at(tokens, unit).low, 0)) < 10:
        return _TENS[first.low] + number, unit + 1
    return _ORDINAL.get(first.low, 0), place + 1


def _in_words(tokens: Sequence[Token], place: int, begun: int) -> tuple[int, Figure]:
    """Return the place behind a number in words, and the number.

    `begun` is 1 where `a` stands in front of the first word. The number is a sum of groups below a
    thousand, each with a scale word smaller than the one before.
    """
    total, step, smaller_than = 0, 1, 10**15
    group, place = _group(tokens, place, begun)
    while group:
        hundreds = 100 if group % 100 == 0 else 1
        scale = _scale(tokens, place, smaller_than)
        total, step = total + group * scale, hundreds * scale
        if scale == 1:
            break
        smaller_than = scale
        place += 1
        rest, behind = _group(tokens, _after_and(tokens, place), 0)
        if at(tokens, behind).low in SCALES and (
            (behind > place + 1 and tokens[place].low == "and")
            or not _scale(tokens, behind, scale) > 1
        ):
            break
        group, place = rest, (behind if rest else place)
    if at(tokens, place).low == "dozen" and total:
        return place + 1, Figure(Fraction(12 * total))
    return place, Figure(Fraction(total), Fraction(step))


def _scale(tokens: Sequence[Token], place: int, smaller_than: int) -> int:
    """Return what a scale word from a thousand up multiplies by, or 1."""
    scale = SCALES.get(at(tokens, place).low, 1)
    return scale if 100 < scale < smaller_than else 1


def _after_and(tokens: Sequence[Token], place: int) -> int:
    return place + 1 if at(tokens, place).low == "and" else place


def _group(tokens: Sequence[Token], place: int, begun: int) -> tuple[int, int]:
    """Return a number below a thousand (0 if there is none), and the place behind it."""
    value, place = (begun, place) if begun else _below_hundred(tokens, place)
    if value and at(tokens, place).low == "hundred":
        value, place = value * 100, place + 1
        rest, behind = _below_hundred(tokens, _after_and(tokens, place))
        if rest and at(tokens, behind).low != "hundred":
            value, place = value + rest, behind
    return value, place


def _below_hundred(tokens: Sequence[Token], place: int) -> tuple[int, int]:
    word = at(tokens, place).low
    if word in _SMALL:
        return _SMALL[word], place + 1
    if word not in _TENS:
        return 0, place
    unit = place + 2 if at(tokens, place + 1).raw == "-" else place + 1
    small = _SMALL.get(at(tokens, unit).low, 0)
    if 0 < small < 10:
        return _TENS[word] + small, unit + 1
    return _TENS[word], place + 1
