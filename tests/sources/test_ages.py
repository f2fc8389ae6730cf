"""Ages: held to the calendar of the standard library."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from argmap.model import EvidenceType
from argmap.rules.stale_evidence import AGEING
from argmap.sources.ages import (
    age_in_words,
    days_between,
    first_day,
    horizon_in_words,
    is_stale,
    last_day,
)

DAY = datetime.timedelta(days=1)
days = st.dates(min_value=datetime.date(1000, 1, 1))
#: What of a date is given: year, month and day.
written = st.tuples(days, st.sampled_from([4, 7, 10])).map(lambda one: one[0].isoformat()[: one[1]])


@given(written)
def test_first_and_last_day_hold_all_days_that_a_date_may_mean(date: str) -> None:
    first, last = datetime.date(*first_day(date)), datetime.date(*last_day(date))
    assert first.isoformat().startswith(date)
    assert last.isoformat().startswith(date)
    assert first == datetime.date.min or not (first - DAY).isoformat().startswith(date)
    assert last == datetime.date.max or not (last + DAY).isoformat().startswith(date)


@given(days, days)
def test_whole_days_lie_as_far_apart_as_they_do(one: datetime.date, other: datetime.date) -> None:
    assert days_between(one.isoformat(), other.isoformat()) == (other - one).days


@given(written, written, st.sampled_from(EvidenceType))
def test_what_is_left_open_is_judged_in_the_authors_favour(
    date: str, as_of: str, evidence: EvidenceType
) -> None:
    last, first = (
        datetime.date(*last_day(date)).isoformat(),
        datetime.date(*first_day(as_of)).isoformat(),
    )
    assert is_stale(date, as_of, evidence) == is_stale(last, first, evidence)
    assert days_between(date, as_of) == days_between(last, first)


@given(days, st.sampled_from(EvidenceType))
def test_evidence_grows_stale_once(date: datetime.date, evidence: EvidenceType) -> None:
    horizon = {
        EvidenceType.POLL: 180,
        EvidenceType.STATISTIC: 2 * 365,
        EvidenceType.STUDY: 10 * 365,
    }.get(evidence)
    reckoned = [date.toordinal() + horizon + more for more in (-1, 4)] if horizon else []
    found = [
        is_stale(date.isoformat(), datetime.date.fromordinal(day).isoformat(), evidence)
        for day in reckoned
        if day <= datetime.date.max.toordinal()
    ]
    # Of ten years two or three are leap years.
    assert found in ([], [False], [False, True])


def test_the_rule_asks_about_the_types_that_have_a_horizon() -> None:
    assert {one for one in EvidenceType if horizon_in_words(one)} == AGEING


def test_ages_and_horizons_in_words() -> None:
    ages = ["2025-05-07", "2025-04-09", "2025-03-08", "2023-05-09", "2023-05-08", "2025-06"]
    assert [age_in_words(date, "2025-05-08") for date in ages] == [
        "1 day",
        "29 days",
        "2 months",
        "23 months",
        "2 years",
        "",
    ]
    assert [horizon_in_words(one) for one in EvidenceType] == [
        *("2 years", "180 days", "10 years"),
        *("", "", "", ""),
    ]
