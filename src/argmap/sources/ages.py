"""How old evidence is on the day for which a map judges it, and when it is too old."""

from __future__ import annotations

import datetime
from typing import TypeAlias

from argmap.model import EvidenceType

#: Year, month and day.
Day: TypeAlias = tuple[int, int, int]

_MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

#: How long evidence of a type is fresh: in days, or in years.
HORIZON_IN_DAYS = {EvidenceType.POLL: 180}
HORIZON_IN_YEARS = {EvidenceType.STATISTIC: 2, EvidenceType.STUDY: 10}


def first_day(date: str) -> Day:
    """Return the first day that a date such as 2025, 2025-05 or 2025-05-08 may mean.

    >>> first_day("2025-05")
    (2025, 5, 1)
    """
    year, month, day = (*map(int, date.split("-")), 1, 1)[:3]
    return year, month, day


def last_day(date: str) -> Day:
    """Return the last day that a date may mean.

    >>> last_day("2024"), last_day("2024-02")
    ((2024, 12, 31), (2024, 2, 29))
    """
    given = tuple(map(int, date.split("-")))
    if len(given) == 3:
        return first_day(date)
    year, month = (*given, 12)[:2]
    return year, month, _MONTHS[month - 1] + (month == 2 and _is_leap(year))


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_between(date: str, as_of: str) -> int:
    """Return how many days at least lie between two dates; less than 0 where the second is first.

    What is left open is judged in the author's favour: the last day of the first date, the first
    day of the second.

    >>> days_between("2024-11-02", "2025-05-08"), days_between("2024-11", "2025-05")
    (187, 152)
    """
    return (datetime.date(*first_day(as_of)) - datetime.date(*last_day(date))).days


def is_stale(date: str, as_of: str, evidence: EvidenceType) -> bool:
    """Return whether evidence of a type was too old on a day; never so for types that do not age.

    >>> is_stale("2024-11-02", "2025-05-08", EvidenceType.POLL)
    True
    >>> is_stale("2023", "2025-12-31", EvidenceType.STATISTIC)
    False
    """
    days = HORIZON_IN_DAYS.get(evidence)
    if days is not None:
        return days_between(date, as_of) > days
    years = HORIZON_IN_YEARS.get(evidence)
    if years is None:
        return False
    year, month, day = last_day(date)
    return (year + years, month, day) < first_day(as_of)


def horizon_in_words(evidence: EvidenceType) -> str:
    """Return how long evidence of a type stays fresh; empty for a type that does not age.

    >>> horizon_in_words(EvidenceType.POLL)
    '180 days'
    """
    days, years = HORIZON_IN_DAYS.get(evidence, 0), HORIZON_IN_YEARS.get(evidence, 0)
    return _counted(days, "day") if days else _counted(years, "year") if years else ""


def age_in_words(date: str, as_of: str) -> str:
    """Return the least age of something dated, in words; empty where it may be new.

    >>> [age_in_words(date, "2025-05-08") for date in ("2025-05-01", "2024-06", "2022", "2025")]
    ['7 days', '10 months', '2 years', '']
    """
    days = days_between(date, as_of)
    if days <= 0:
        return ""
    year, month, day = last_day(date)
    later_year, later_month, later_day = first_day(as_of)
    months = (later_year - year) * 12 + later_month - month - (later_day < day)
    if months >= 24:
        return _counted(months // 12, "year")
    return _counted(months, "month") if months >= 2 else _counted(days, "day")


def _counted(count: int, unit: str) -> str:
    return f"{count:,} {unit}{'' if count == 1 else 's'}"
