"""A number of a text as a value: its kind, its figures, its unit, and its spelling in an index.

Figures are fractions, so nothing is lost in scaling; how exactly a figure was written (its last
displayed digit) is kept beside it.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from attrs import field, frozen

from argmap.errors import InvalidValue
from argmap.sources.clauses import Part
from argmap.values import Value


class NumberKind(Enum):
    """What sort of number it is. Kinds are compared with their own kind."""

    #: A count, a measure, a share, a sum of money.
    AMOUNT = "amount"
    #: A place in an order, as in `fifth` and `34th`.
    ORDINAL = "ordinal"
    #: A year, or a range of years.
    YEAR = "year"
    #: Four digits that may be a year or an amount, as in `1800 ships`.
    YEAR_OR_AMOUNT = "year-or-amount"
    DECADE = "decade"
    #: A year, month and day, of which those that are not said are 0.
    DATE = "date"
    #: A time of day, or a range of them, in minutes after midnight.
    TIME = "time"
    #: The number in a name, as in `F-35`, `G7`, `Article 5(2)` and `9/11`.
    NAME = "name"


class Figure(NamedTuple):
    """An exact number, and the worth of the last digit with which it was written.

    The step of `1.50` is 1/100, that of `3 million` a million; that of `two thirds` is 0. Zeros at
    the end of a whole number of three digits or more show nothing: the step of `3,000` is 1000.
    """

    value: Fraction
    step: Fraction = Fraction(1)

    def times(self, factor: int | Fraction) -> Figure:
        """Return the figure in another unit."""
        return Figure(self.value * factor, self.step * (factor if factor > 0 else -factor))

    @property
    def is_whole(self) -> bool:
        """Whether it is a whole number, written without decimals."""
        return self.step >= 1 and self.value.denominator == 1

    def __str__(self) -> str:
        """Return the figure as an index spells it: `66e9`, `1.50`, `2/3`."""
        if not self.step:
            return f"{self.value.numerator}/{self.value.denominator}"
        digits = int(self.value / self.step)
        if self.step >= 1:
            zeros = len(str(self.step)) - 1
            return f"{digits}e{zeros}" if zeros else str(digits)
        decimals = len(str(self.step.denominator)) - 1
        whole = f"{abs(digits):0{decimals + 1}}"
        return f"{'-' if digits < 0 else ''}{whole[:-decimals]}.{whole[-decimals:]}"

    @property
    def in_figures(self) -> str:
        """The figure with its thousands set apart: `66,000,000,000`, `1.50`, `2/3`."""
        return f"{Decimal(str(self)):,f}" if self.step else str(self)


@frozen(eq=False, repr=False)
class Quantity(Value):
    """A number that a text names. Where it stands in the text is not compared.

    >>> from argmap.sources.quantities import quantities
    >>> [found] = quantities("A rise of 10 to 12.5 per cent.")
    >>> str(found), found.low, found.high, found.unit
    ('10..12.5 %', Fraction(10, 1), Fraction(25, 2), '%')
    """

    kind: NumberKind
    #: One figure, or the two ends of a range; year, month and day of a date; none for a name.
    figures: tuple[Figure, ...]
    #: Code of the unit, such as `%` or `km`; for a name, a checksum of its letters.
    unit: str = ""
    #: The digits of a name.
    code: str = ""
    #: Where in its sentence it stands, as far as an index tells.
    part: Part = field(factory=Part)
    start: int = field(default=0, eq=False, repr=False)
    end: int = field(default=0, eq=False, repr=False)
    #: Whether the word may be no number at all, as `one` in `one of them`: it can answer a number
    #: of a claim, and asks for none itself.
    is_loose: bool = field(default=False, eq=False, repr=False)

    @property
    def low(self) -> Fraction:
        """The number, or the lower end of the range; 0 for a name."""
        return min((figure.value for figure in self.figures), default=Fraction(0))

    @property
    def high(self) -> Fraction:
        """The number, or the upper end of the range; 0 for a name."""
        return max((figure.value for figure in self.figures), default=Fraction(0))

    def __str__(self) -> str:
        """Return the number as an index spells it; `parse` reads it back."""
        return self._told() + (f" @{self.part}" if self.part != Part() else "")

    @property
    def in_figures(self) -> str:
        """The number as people write it, for a message: `240,000 EUR`, `10 to 12.5 %`."""
        if self.kind is not NumberKind.AMOUNT:
            return self._told().partition(" ")[2]
        told = " to ".join(figure.in_figures for figure in self.figures)
        return f"{told} {self.unit}".rstrip()

    def _told(self) -> str:
        if self.kind is NumberKind.NAME:
            return f"name {self.code} {self.unit}"
        if self.kind is NumberKind.DATE:
            year, month, day = (int(figure.value) for figure in self.figures)
            return f"date {year:04}-{month:02}-{day:02}"
        told = "..".join(map(str, self.figures))
        if self.kind is NumberKind.AMOUNT:
            return f"{told} {self.unit}".rstrip()
        return f"{self.kind.value} {told}"


#: So many digits may a number have; more are a code.
MOST_DIGITS = 40

_FIGURE = r"-?\d{1,60}(?:/[1-9]\d{0,59}|\.\d{1,60}|e\d{1,2})?"
_KINDS = "|".join(kind.value for kind in NumberKind if kind is not NumberKind.AMOUNT)
_SPELLING = re.compile(
    rf"(?:(?P<kind>{_KINDS}) )?"
    rf"(?:(?P<date>\d{{4}}-\d\d-\d\d)|(?P<code>[0-9a-z.]+) (?P<stem>[0-9a-f]{{4}})"
    rf"|(?P<low>{_FIGURE})(?:\.\.(?P<high>{_FIGURE}))?(?: (?P<unit>[^\s\d@]\S{{0,15}}))?)"
    r"(?: @(?P<part>\d{1,9}\.\d{1,9}))?",
    re.ASCII,
)


def parse(spelling: str) -> Quantity:
    """Return the number that an index spells so.

    Raises:
        InvalidValue: the spelling is that of no number; the message shows what one looks like.

    >>> parse("66e9 USD").high
    Fraction(66000000000, 1)
    >>> str(parse("date 2025-06-00"))
    'date 2025-06-00'
    """
    found = _SPELLING.fullmatch(spelling)
    quantity = None if found is None else _quantity(NumberKind(found["kind"] or "amount"), found)
    if quantity is None:
        shown = spelling[:80]
        message = f'"{shown}" is no number of an index; write it as in "61 %" or "year 2018"'
        raise InvalidValue(message)
    return quantity


def _quantity(kind: NumberKind, found: re.Match[str]) -> Quantity | None:
    part = Part.parse(found["part"]) if found["part"] else Part()
    date, code, low, unit = (found[name] for name in ("date", "code", "low", "unit"))
    if kind is NumberKind.DATE:
        figures = tuple(Figure(Fraction(one)) for one in date.split("-")) if date else ()
        return Quantity(kind, figures, part=part) if date else None
    if kind is NumberKind.NAME:
        return Quantity(kind, (), found["stem"], code, part) if code else None
    if not low or (unit and kind is not NumberKind.AMOUNT):
        return None
    return Quantity(kind, _figures(low, found["high"]), unit or "", part=part)


def _figures(low: str, high: str | None) -> tuple[Figure, ...]:
    return tuple(map(_figure, (low,) if high is None else (low, high)))


def _figure(spelling: str) -> Figure:
    if "/" in spelling:
        return Figure(Fraction(spelling), Fraction(0))
    digits, _, zeros = spelling.partition("e")
    decimals = len(digits.partition(".")[2])
    return Figure(Fraction(digits), Fraction(1, 10**decimals)).times(10 ** int(zeros or 0))
