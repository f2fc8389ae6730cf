"""Whether two numbers are equal, up to unit, scale word and displayed rounding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from attrs import evolve

from argmap.sources.names import NUMBERED
from argmap.sources.quantity import NumberKind, Quantity
from argmap.sources.units import sizes

_YEARS = {NumberKind.YEAR, NumberKind.YEAR_OR_AMOUNT}
_DATED = {*_YEARS, NumberKind.DATE}


def agree(one: Quantity, other: Quantity) -> bool:
    """Return whether each figure of either number equals a figure of the other. Symmetric.

    Amounts are equal if, in one unit, they differ by at most half of the last displayed digit of
    the one that is shown less exactly. Percentages and percentage points never are. Years,
    decades, dates, ordinals, times and names equal only their like; dates are equal if they agree
    in whatever both of them say.

    >>> from argmap.sources.quantity import parse
    >>> agree(parse("657e8 USD"), parse("66e9 $")), agree(parse("3 %"), parse("3 pp"))
    (True, False)
    """
    ours, theirs = list(points(one)), list(points(other))
    return all(any(_equal(a, b) for b in theirs) for a in ours) and all(
        any(_equal(a, b) for b in ours) for a in theirs
    )


def points(quantity: Quantity) -> Iterator[Quantity]:
    """Yield the number, or both ends of the range, each as a number."""
    if len(quantity.figures) != 2:
        yield quantity
    else:
        for figure in quantity.figures:
            yield evolve(quantity, figures=(figure,))


def stray(claimed: Iterable[Quantity], given: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """Return the claimed numbers, in their order, that equal none of those given (AM503).

    A range is borne out where both of its ends are, and each end of a range that is given counts;
    a date, where both its year and its day of the month are.
    What the words of a claim may not mean as a number (`one of them`) asks for nothing.
    """
    known = [point for number in given for point in points(number)]
    return tuple(
        number
        for number in claimed
        if not number.is_loose and not all(_is_borne_out(point, known) for point in points(number))
    )


def _is_borne_out(point: Quantity, known: Iterable[Quantity]) -> bool:
    equal = [one for one in known if _equal(point, one)]
    if point.kind is not NumberKind.DATE:
        return bool(equal)
    dated = [one for one in equal if one.kind in _DATED]
    told = {field for one in dated for field in _told(one)}
    # What is equal to a date and has none is an ordinal: its day.
    return _told(point) <= told | ({2} if len(dated) < len(equal) else set())


def alike(one: Quantity, other: Quantity) -> bool:
    """Return whether two numbers, equal or not, are of one kind and have comparable units."""
    if one.kind is not other.kind:
        return False
    return one.kind is NumberKind.NAME or (
        one.unit == other.unit
        if not (one.unit and other.unit)
        else sizes(one.unit, other.unit) is not None
    )


def _equal(one: Quantity, other: Quantity) -> bool:
    """Return whether two numbers of one figure each are equal."""
    kinds = {one.kind, other.kind}
    if kinds <= {NumberKind.AMOUNT, NumberKind.YEAR_OR_AMOUNT}:
        return _same_amount(one, other)
    if kinds <= _DATED:
        return _same_date(one, other)
    if kinds == {NumberKind.DATE, NumberKind.ORDINAL}:
        date, ordinal = (one, other) if one.kind is NumberKind.DATE else (other, one)
        return date.figures[2].value == ordinal.figures[0].value
    if kinds == {NumberKind.TIME, NumberKind.AMOUNT}:
        time, hour = (one, other) if one.kind is NumberKind.TIME else (other, one)
        return not hour.unit and _is_hour(time.figures[0].value, hour.figures[0].value)
    if kinds == {NumberKind.NAME, NumberKind.AMOUNT}:
        name, amount = (one, other) if one.kind is NumberKind.NAME else (other, one)
        return not amount.unit and name.unit == NUMBERED and name.code == str(amount.figures[0])
    return len(kinds) == 1 and (one.figures, one.unit, one.code) == (
        other.figures,
        other.unit,
        other.code,
    )


def _is_hour(minutes: Fraction, hour: Fraction) -> bool:
    """Return whether a number without a unit may be the hour of a time: nine, for 9 p.m."""
    return minutes % 60 == 0 and 0 < hour <= 24 and (hour * 60 - minutes) % 720 == 0


def _same_amount(one: Quantity, other: Quantity) -> bool:
    scales = sizes(one.unit, other.unit)
    if scales is None:
        return False
    [a], [b] = one.figures, other.figures
    if one.unit != other.unit and "" in {one.unit, other.unit}:
        # A share may be written as one, and a count is none: 0.5 or half, but not 1.
        bare, scale = (a, scales[1]) if one.unit == "" else (b, scales[0])
        if scale != 1 and bare.is_whole:
            return False
    a, b = a.times(scales[0]), b.times(scales[1])
    return 2 * abs(a.value - b.value) <= max(a.step, b.step)


def _same_date(one: Quantity, other: Quantity) -> bool:
    """Return whether two dates have a year or day in common, and differ in nothing both say."""
    both = [(a, b) for a, b in zip(_date(one), _date(other), strict=True) if a and b]
    shared = _told(one) & _told(other)
    return bool(shared) and all(a == b for a, b in both)


def _told(date: Quantity) -> set[int]:
    """Return which of year (0) and day (2) a date says; a month is a word."""
    return {field for field in (0, 2) if _date(date)[field]}


def _date(number: Quantity) -> tuple[Fraction, Fraction, Fraction]:
    if number.kind in _YEARS:
        return number.figures[0].value, Fraction(0), Fraction(0)
    year, month, day = (figure.value for figure in number.figures)
    return year, month, day
