"""Years, decades, dates and times of day."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from argmap.sources.quantity import Figure, NumberKind, Quantity
from argmap.sources.tokens import Found, Token, at, row
from argmap.sources.units import unit_behind

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
#: Decades in words; which century is meant is not said.
DECADES = {
    word: 1920 + 10 * number
    for number, word in enumerate(
        row("twenties thirties forties fifties sixties seventies eighties nineties")
    )
}
_EARLIEST, _LATEST = 1000, 2199


def month_of(token: Token) -> int:
    """Return the number of the month that a word with a capital names, or 0."""
    return _MONTHS.get(token.low, 0) if token.raw[0].isupper() else 0


def is_year(token: Token) -> bool:
    """Return whether a numeral looks like a year: four digits, from 1000 to 2199."""
    return token.raw.isdecimal() and len(token.raw) == 4 and _EARLIEST <= int(token.raw) <= _LATEST


def day_of(token: Token) -> int:
    """Return the day of a month that a number can be, or 0."""
    figure = token.figure
    if figure is None or not figure.is_whole or not 1 <= figure.value <= 31:
        return 0
    return int(figure.value) if token.manner in {"digits", "ordinal"} else 0


def date(tokens: Sequence[Token], place: int) -> Found | None:
    """Return the date that begins at a token."""
    first = at(tokens, place)
    if first.is_digits:
        return _in_digits(tokens, place) or _day_first(tokens, place)
    if first.manner == "ordinal":
        return _day_first(tokens, place)
    return _month_first(tokens, place) if month_of(first) else None


def _found(tokens: Sequence[Token], start: int, behind: int, *parts: int) -> Found:
    figures = tuple(Figure(Fraction(part)) for part in parts)
    span = tokens[start].start, tokens[behind - 1].end
    return (Quantity(NumberKind.DATE, figures, start=span[0], end=span[1]),), behind


def _in_digits(tokens: Sequence[Token], place: int) -> Found | None:
    """Return a date such as 2025-06-03, 3/6/2025 or 3.6.2025; the day stands before the month.

    Where that cannot be, as in 6/25/2025, the month stands before the day.
    """
    marks = [at(tokens, place + 1), at(tokens, place + 3)]
    parts = [at(tokens, place + offset) for offset in (0, 2, 4)]
    mark = marks[0].raw
    if mark not in {"-", "/", "."} or marks[1].raw != mark:
        return None
    if not all(token.is_glued for token in [*marks, *parts[1:]]):
        return None
    if not all(part.raw.isdecimal() and len(part.raw) <= 4 for part in parts):
        return None
    one, two, three = (int(part.raw) for part in parts)
    year, month, day = (one, two, three) if is_year(parts[0]) else (three, two, one)
    if not is_year(parts[0]) and not is_year(parts[2]):
        return None
    if month > 12:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return _found(tokens, place, place + 5, year, month, day)


def _day_first(tokens: Sequence[Token], place: int) -> Found | None:
    day = day_of(tokens[place])
    behind = place + 1
    if at(tokens, behind).low == "of" and tokens[place].manner == "ordinal":
        behind += 1
    month = month_of(at(tokens, behind))
    if not day or not month:
        return None
    year, behind = _year(tokens, _after_point(tokens, behind))
    return _found(tokens, place, behind, year, month, day)


def _month_first(tokens: Sequence[Token], place: int) -> Found | None:
    month = month_of(tokens[place])
    behind = _after_point(tokens, place)
    if at(tokens, behind).low == "the" and at(tokens, behind + 1).manner == "ordinal":
        behind += 1
    day = day_of(at(tokens, behind))
    if day and not unit_behind(tokens, behind + 1)[0]:
        year, behind = _year(tokens, behind + 1)
        return _found(tokens, place, behind, year, month, day)
    if at(tokens, behind).low == "of":
        behind += 1
    year, behind = _year(tokens, behind)
    return _found(tokens, place, behind, year, month, 0) if year else None


def _after_point(tokens: Sequence[Token], place: int) -> int:
    """Return the place behind a month, which may be abbreviated with a point."""
    after = at(tokens, place + 1)
    is_short = len(tokens[place].low) <= 4 and after.raw == "." and after.is_glued
    return place + 2 if is_short and at(tokens, place + 2).is_digits else place + 1


def _year(tokens: Sequence[Token], place: int) -> tuple[int, int]:
    """Return the year behind a date, or 0, and the place behind it."""
    behind = place + 1 if at(tokens, place).raw == "," else place
    token = at(tokens, behind)
    joint = at(tokens, behind + 1)
    is_dated = joint.raw == "-" and joint.is_glued and at(tokens, behind + 2).is_digits
    if is_year(token) and not is_dated and not unit_behind(tokens, behind + 1)[0]:
        return int(token.raw), behind + 1
    return 0, place


def decade(tokens: Sequence[Token], place: int) -> Found | None:
    """Return the decade that begins at a token: the 1990s, the '90s, the nineties."""
    first, after = at(tokens, place), at(tokens, place + 1)
    if first.low in DECADES and at(tokens, place - 1).low == "the":
        return _decade(tokens, place, place + 1, DECADES[first.low])
    if not first.raw.isdecimal() or len(first.raw) not in {2, 4} or first.raw[-1] != "0":
        return None
    behind = place + 2
    if after.raw in {"'", "’"} and at(tokens, place - 1).low == "the":
        after, behind = at(tokens, place + 2), place + 3
    if after.raw != "s" or not after.is_glued:
        return None
    value = int(first.raw)
    if len(first.raw) == 2:
        value += 1900 if value >= 30 else 2000
    return _decade(tokens, place, behind, value)


def _decade(tokens: Sequence[Token], place: int, behind: int, year: int) -> Found:
    span = tokens[place].start, tokens[behind - 1].end
    figure = Figure(Fraction(year))
    return (Quantity(NumberKind.DECADE, (figure,), start=span[0], end=span[1]),), behind


def time(tokens: Sequence[Token], place: int) -> Found | None:
    """Return the time of day that begins at a token: 10:30, 10.30 am, 9 p.m., nine o'clock."""
    first = at(tokens, place)
    if first.figure is None:
        return None
    hour, _, minute = first.raw.partition(".")
    behind = place + 1
    colon, minutes = at(tokens, behind), at(tokens, behind + 1)
    is_clear = False
    if colon.raw == ":" and colon.is_glued and minutes.is_glued and len(minutes.raw) == 2:
        if not minutes.raw.isdecimal() or minute:
            return None
        minute, behind, is_clear = minutes.raw, behind + 2, True
    if first.manner == "words" and first.figure.is_whole:
        hour = str(first.figure.value)
    shift, after = _half_of_day(tokens, behind)
    if not (is_clear or after > behind) or not (hour.isdecimal() and len(hour) <= 2):
        return None
    clock = int(hour) % 12 + shift if shift is not None else int(hour)
    if clock > 24 or (minute and (len(minute) != 2 or int(minute) > 59)):
        return None
    figure = Figure(Fraction(60 * clock + int(minute or 0)))
    span = first.start, tokens[after - 1].end
    return (Quantity(NumberKind.TIME, (figure,), start=span[0], end=span[1]),), after


def _half_of_day(tokens: Sequence[Token], place: int) -> tuple[int | None, int]:
    """Return the hours to add for `am` or `pm`, None for neither, and the place behind it."""
    word = at(tokens, place).low
    if word in {"am", "pm"}:
        return (12 if word == "pm" else 0), place + 1
    if word in {"a", "p"} and [at(tokens, place + n).low for n in (1, 2)] == [".", "m"]:
        behind = place + 4 if at(tokens, place + 3).raw == "." else place + 3
        return (12 if word == "p" else 0), behind
    if word == "o" and at(tokens, place + 2).low == "clock":
        return None, place + 3
    return None, place
