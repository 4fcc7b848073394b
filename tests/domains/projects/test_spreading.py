from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quarterdeck.domains.projects.rules.spreading import spread, working_days_between

MONDAY = date(2026, 6, 1)
days = st.dates(date(2025, 1, 1), date(2027, 12, 31))
lengths = st.integers(0, 400)
mondays = st.integers(-60, 60).map(lambda n: MONDAY + timedelta(weeks=n))
free = st.frozensets(days, max_size=8)


@given(days, lengths, free)
def test_working_days_are_counted_as_on_the_fingers(first, length, holidays):
    last = first + timedelta(days=length)
    counted = sum(
        day.weekday() < 5 and day not in holidays
        for day in (first + timedelta(days=n) for n in range(length + 1))
    )
    assert working_days_between(first, last, holidays) == counted


@given(st.floats(0, 10_000), days, lengths, mondays, st.integers(1, 60), free)
def test_no_hour_is_lost(hours, first, length, monday, weeks, holidays):
    share = spread(
        hours,
        first,
        first + timedelta(days=length),
        first_monday=monday,
        weeks=weeks,
        holidays=holidays,
    )
    assert share.total == pytest.approx(hours)
    assert all(0 <= week < weeks for week in share.by_week)
    assert all(amount >= 0 for amount in share.by_week.values())


@given(st.floats(1, 1_000), days, lengths, mondays, st.integers(1, 30))
def test_hours_inside_the_weeks_stay_inside(hours, first, length, monday, weeks):
    last = first + timedelta(days=length)
    share = spread(hours, first, last, first_monday=monday, weeks=weeks)
    end = monday + timedelta(weeks=weeks)
    if monday <= first and last < end:
        assert sum(share.by_week.values()) == pytest.approx(hours)
    if last < monday:
        assert share.before == pytest.approx(hours)
    if first >= end:
        assert share.after == pytest.approx(hours)


def test_ten_hours_over_thursday_to_wednesday_skip_the_weekend():
    share = spread(
        10, date(2026, 6, 4), date(2026, 6, 10), first_monday=MONDAY, weeks=2
    )
    assert share.by_week == pytest.approx({0: 4, 1: 6})


def test_a_holiday_takes_no_hours():
    share = spread(
        8,
        date(2026, 6, 4),
        date(2026, 6, 9),
        first_monday=MONDAY,
        weeks=2,
        holidays={date(2026, 6, 8)},
    )
    assert share.by_week[1] == pytest.approx(8 / 3)


def test_a_weekend_event_counts_on_its_weekend():
    share = spread(6, date(2026, 6, 6), date(2026, 6, 7), first_monday=MONDAY, weeks=1)
    assert share.by_week == pytest.approx({0: 6})
