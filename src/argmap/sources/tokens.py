"""A text as words, numerals and marks, which the readers of numbers then look at.

Every reader takes the tokens and the place of one, looks at a bounded number of tokens behind it or
takes in what it has looked at: that is why to find the numbers of a text takes linear time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from argmap.sources.quantity import MOST_DIGITS, Figure, Quantity


class Token(NamedTuple):
    """A word, a numeral, or a mark; what its figure is, if it has one, and how that is written."""

    start: int
    end: int
    #: As written, but digits and hyphens in ASCII.
    raw: str
    #: In small letters.
    low: str
    #: Whether nothing stands between the token before and this one.
    is_glued: bool
    figure: Figure | None = None
    #: `digits`, `words`, `ordinal` or `share` where there is a figure.
    manner: str = ""

    @property
    def is_digits(self) -> bool:
        """Whether it is a numeral in digits, however long."""
        return self.raw[0].isdecimal()

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter."""
        return self.raw[0].isalpha()


#: What a reader finds: the numbers, and the place of the token behind them.
Found: TypeAlias = tuple[tuple[Quantity, ...], int]

#: Behind the last token.
END = Token(0, 0, " ", " ", is_glued=False)

_TOKEN = re.compile(r"[¼-¾⅐-⅞]|\d+|[^\W\d_¼-¾⅐-⅞]+|[^\w\s]|_")
_SEPARATORS = {",", ".", "'", "’"}


class _Plain(dict[int, str]):
    """Other digits, spaces, separators and hyphens, and what stands for them, one for one."""

    def __missing__(self, character: int) -> str:
        written = chr(character)
        if written.isdecimal():
            plain = str(unicodedata.decimal(written))
        elif unicodedata.category(written) == "Zs":
            plain = " "
        else:
            plain = _PLAIN.get(written, written)
        self[character] = plain
        return plain


# Hyphens, per cent signs, the Arabic decimal and thousands separators, the fraction slash.
_PLAIN = dict.fromkeys("\u2010\u2011\ufe63\uff0d", "-") | {
    "\uff05": "%",
    "\u066a": "%",
    "\u066b": ".",
    "\u066c": ",",
    "\u2044": "/",
}


#: Filled as characters are met; what it holds is known of Unicode, not of any text.
_STAND_INS = _Plain()


def row(words: str) -> list[str]:
    """Return the words of a table that is written as a text, with spaces between."""
    return words.split()


def at(tokens: Sequence[Token], place: int) -> Token:
    """Return the token at a place, or one that is no word, numeral or mark."""
    return tokens[place] if 0 <= place < len(tokens) else END


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of a text, numerals with their separators as one. Linear in the text."""
    plain = text if text.isascii() else text.translate(_STAND_INS)
    found: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(plain):
        raw = match[0]
        found.append(Token(match.start(), match.end(), raw, raw.lower(), match.start() == end))
        end = match.end()
    joined: list[Token] = []
    place = 0
    while place < len(found):
        if not found[place].is_digits:
            joined.append(found[place])
            place += 1
        else:
            behind = _end_of_numeral(found, place)
            joined += _numerals(plain, found[place:behind])
            place = behind
    return joined


def _end_of_numeral(tokens: Sequence[Token], place: int) -> int:
    """Return the place behind a numeral, which may go on behind spaces and separators."""
    first = tokens[place]
    behind = place + 1
    if len(first.raw) <= 3 and first.raw[0] != "0":
        while (
            (group := at(tokens, behind)).is_digits
            and len(group.raw) == 3
            and group.start == tokens[behind - 1].end + 1
        ):
            behind += 1
    spaced = behind - place > 1
    while (
        (mark := at(tokens, behind)).raw in _SEPARATORS
        and mark.is_glued
        and (digits := at(tokens, behind + 1)).is_digits
        and digits.is_glued
    ):
        behind += 2
        if spaced:
            break
    return behind


def _numerals(plain: str, run: list[Token]) -> list[Token]:
    """Return the one numeral that the tokens make, or else each for itself."""
    groups = [token.raw for token in run if token.is_digits]
    marks = [token.raw for token in run if not token.is_digits]
    spaces = len(groups) - 1 - len(marks)
    figure = numeral(groups, [" "] * spaces + marks)
    if figure is not None:
        start, end = run[0].start, run[-1].end
        raw = plain[start:end]
        return [Token(start, end, raw, raw, run[0].is_glued, figure, "digits")]
    return [
        token._replace(figure=numeral([token.raw], []), manner="digits")
        if token.is_digits
        else token
        for token in run
    ]


def numeral(groups: Sequence[str], marks: Sequence[str]) -> Figure | None:
    """Return the figure that groups of digits with marks between them write, or None.

    A single point is a decimal point, and several points, commas, spaces or apostrophes mark
    thousands; a last mark that differs from those before is the decimal mark, so that `1.234,56`
    is what it is in German. A single comma marks thousands, and decimals where it cannot. Groups
    of two digits are Indian.

    >>> [str(numeral(groups, marks)) for groups, marks in (
    ...     (["1", "234"], [","]), (["1", "234"], ["."]), (["1", "234", "56"], [".", ","]),
    ...     (["1", "5"], [","]), (["2018", "2019"], [","]))]
    ['1234', '1.234', '1234.56', '1.5', 'None']
    """
    if sum(map(len, groups)) > MOST_DIGITS:
        return None
    whole, decimals = list(groups), ""
    if marks and (
        marks == ["."]
        or (len(set(marks)) > 1 and marks[-1] in {".", ","})
        or (
            marks == [","]
            and not _are_thousands(groups)
            and (len(groups[1]) < 3 or groups[0] == "0")
        )
    ):
        decimals = whole.pop()
    if len(whole) > 1 and not (len(set(marks[: len(whole) - 1])) == 1 and _are_thousands(whole)):
        return None
    digits = "".join(whole)
    zeros = 0 if decimals or len(digits) < 3 else len(digits) - len(digits.rstrip("0"))
    step = Fraction(10**zeros, 10 ** len(decimals))
    return Figure(Fraction(int(digits + decimals), 10 ** len(decimals)), step)


def _are_thousands(groups: Sequence[str]) -> bool:
    first, *middle, last = groups
    return (
        len(first) <= 3
        and first[0] != "0"
        and len(last) == 3
        and (all(len(group) == 3 for group in middle) or all(len(group) == 2 for group in middle))
    )
