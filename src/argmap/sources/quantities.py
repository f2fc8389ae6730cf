"""The numbers of a text, each with its place, kind, figures and unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from attrs import evolve

from argmap.sources.amounts import amount
from argmap.sources.clauses import Parts
from argmap.sources.dates import DECADES, date, decade, time
from argmap.sources.names import CLEAR_ROMAN, ROMAN, name
from argmap.sources.quantity import Figure, NumberKind, Quantity, parse
from argmap.sources.ranges import Read, joined
from argmap.sources.shares import PARTS
from argmap.sources.spelled import FIRST_WORDS, with_spelled
from argmap.sources.tokens import Found, Token, at, row, tokens_of
from argmap.sources.units import first_words_of_units, unit_behind

__all__ = ["Quantity", "parse", "quantities"]

#: Words that hold a number and need not be one: what they are, and in what unit.
_LOOSE = {
    "no": (0, ""),
    "none": (0, ""),
    "nil": (0, ""),
    "both": (2, ""),
    "pair": (2, ""),
    "couple": (2, ""),
    "twice": (2, "x"),
    "twofold": (2, "x"),
    "thrice": (3, "x"),
    "threefold": (3, "x"),
    "fourfold": (4, "x"),
    "fivefold": (5, "x"),
    "tenfold": (10, "x"),
    "decade": (1, "decade"),
    "century": (1, "century"),
    "fortnight": (1, "fortnight"),
}
#: Words after an ordinal, and before one, that make no number of it.
_AFTER_ORDINAL = frozenset(
    row(
        "hand thoughts thought party parties person lady ladies minister place nature name names "
        "language foremost"
    )
)
_BEFORE_ORDINAL = frozenset(row("at come comes came coming put puts"))

#: A text without these words and without digits has no number.
_WORDS = frozenset({*FIRST_WORDS, *PARTS, "half", "wwi", "wwii", *_LOOSE, *DECADES})
#: Those that a number can begin with where no figure is near.
_ALONE = frozenset({*DECADES, "half", "a", "an", "wwi", "wwii", *_LOOSE})
#: A number begins at most so many tokens before its figure: `World War II`, `-US$4`.
_FARTHEST = 5
#: Marks that no number begins with.
_NO_BEGINNING = frozenset(",.;:!?'’\"“”()")
_DIGIT = re.compile(r"[\d¼-¾⅐-⅞]")
_WORD = re.compile(r"[a-z]+")
_ROMAN = re.compile(rf"\b(?:{'|'.join(sorted(CLEAR_ROMAN))}|World War)\b")


def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the numbers that a text names, in their order, with their places.

    Ranges are one number with two figures. Takes time linear in the text. What is a number, what
    kind it has and what unit: `docs/explanation/numbers-and-hedges.md`.

    >>> for found in quantities("On 8 May the F-35 cost $80m, two thirds of it in 2018-19."):
    ...     print(found)
    date 0000-05-08
    name 35 2be0
    80e6 $
    2/3 @0.1
    year 2018..2019 @0.1
    """
    if not (_DIGIT.search(text) or _ROMAN.search(text)):
        words = _WORD.findall(text.lower())
        if _WORDS.isdisjoint(words) and first_words_of_units().isdisjoint(words):
            return ()
    tokens = with_spelled(tokens_of(text))
    found: list[Read] = []
    place = 0
    near = _near(tokens)
    while place < len(tokens):
        read = _read(tokens, place) if near[place] else None
        if read is None:
            place += 1
            continue
        found += [Read(one, place, read[1]) for one in read[0]]
        place = read[1]
    parts = Parts(text)
    return tuple(evolve(one, part=parts.at(one.start)) for one in joined(tokens, found))


def _near(tokens: Sequence[Token]) -> list[bool]:
    """Return for each token whether a number can begin there: a figure is near, or it is a word."""
    near = [False] * len(tokens)
    figure = len(tokens) + _FARTHEST
    for place in range(len(tokens) - 1, -1, -1):
        token = tokens[place]
        if token.figure is not None or token.raw.isnumeric() or token.raw in ROMAN:
            figure = place
        is_near = figure - place < _FARTHEST and token.raw not in _NO_BEGINNING
        near[place] = is_near or token.low in _ALONE
    return near


def _read(tokens: Sequence[Token], place: int) -> Found | None:
    for reader in (date, name, time, decade, amount, _ordinal, _word):
        found = reader(tokens, place)
        if found is not None:
            return found
    return None


def _ordinal(tokens: Sequence[Token], place: int) -> Found | None:
    token, before, after = (at(tokens, place + offset) for offset in (0, -1, 1))
    if token.manner != "ordinal" or token.figure is None:
        return None
    following = at(tokens, place + 2) if after.raw == "-" else after
    begins = before.raw in {" ", ".", "!", "?", ";", ":", "“", '"', "("}
    is_loose = not token.is_digits and (
        before.low in _BEFORE_ORDINAL
        or following.low in _AFTER_ORDINAL
        or (begins and after.raw == ",")
        or (after.low == "of" and at(tokens, place + 2).low == "all")
    )
    found = Quantity(
        NumberKind.ORDINAL, (token.figure,), start=token.start, end=token.end, is_loose=is_loose
    )
    return (found,), place + 1


def _word(tokens: Sequence[Token], place: int) -> Found | None:
    """Return the number that another word holds: twice, a week."""
    token = tokens[place]
    behind = place + 1
    if token.low in _LOOSE:
        value, unit = _LOOSE[token.low]
    elif token.low in {"a", "an"} and at(tokens, behind).is_word:
        value, (unit, behind) = 1, unit_behind(tokens, behind)
        # In "a USD 10 billion bill" the currency is that of the sum.
        if not unit or at(tokens, behind).figure is not None:
            return None
    else:
        return None
    found = Quantity(
        NumberKind.AMOUNT,
        (Figure(Fraction(value), Fraction(0)),),
        unit,
        start=token.start,
        end=tokens[behind - 1].end,
        is_loose=True,
    )
    return (found,), behind
