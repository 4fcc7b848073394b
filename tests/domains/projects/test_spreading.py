from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quarterdeck.domains.projects.rules.spreading import (
    WorkingHours,
    spread,
    working_days_between,
)

MONDAY = date(2026, 6, 1)
days = st.dates(date(2025, 1, 1), date(2027, 12, 31))
lengths = st.integers(0, 400)
mondays = st.integers(-60, 60).map(lambda n: MONDAY + timedelta(weeks=n))
ten_minutes = st.integers(0, 144).map(lambda n: n / 6)
# Hours of each day from a day on, many of them free; some tasks lie outside of them.
persons = st.builds(
    WorkingHours, days, st.lists(st.just(0.0) | ten_minutes, max_size=200)
)


@given(days, lengths)
def test_working_days_are_counted_as_on_the_fingers(first, length):
    last = first + timedelta(days=length)
    counted = sum(
        day.weekday() < 5
        for day in (first + timedelta(days=n) for n in range(length + 1))
    )
    assert working_days_between(first, last) == counted


@given(days, st.lists(ten_minutes, min_size=1, max_size=60), st.data())
def test_hours_between_are_counted_as_on_the_fingers(first, hours, data):
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(hours) - 1)] * 2)))
    working = WorkingHours(first, hours)
    found = working.between(first + timedelta(start), first + timedelta(end))
    assert found == pytest.approx(sum(hours[start : end + 1]))


@given(
    st.floats(0, 10_000),
    days,
    lengths,
    mondays,
    st.integers(1, 60),
    st.none() | persons,
)
def test_no_hour_is_lost(hours, first, length, monday, weeks, working):
    share = spread(
        hours,
        first,
        first + timedelta(days=length),
        first_monday=monday,
        weeks=weeks,
        working=working,
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


@given(st.integers(1, 12), st.lists(ten_minutes, min_size=84, max_size=84))
def test_a_week_gets_as_much_as_the_person_works_in_it(weeks, hours):
    working = WorkingHours(MONDAY, hours)
    last = MONDAY + timedelta(days=7 * weeks - 1)
    share = spread(40, MONDAY, last, first_monday=MONDAY, weeks=weeks, working=working)
    own = [sum(hours[7 * n : 7 * n + 7]) for n in range(weeks)]
    if not sum(own):
        own = [1.0] * weeks  # evenly, where the person does not work at all
    found = [share.by_week.get(n, 0) for n in range(weeks)]
    for (a, b), (works_a, works_b) in zip(pairwise(found), pairwise(own), strict=True):
        assert a * works_b == pytest.approx(b * works_a)


def test_ten_hours_over_thursday_to_wednesday_skip_the_weekend():
    share = spread(
        10, date(2026, 6, 4), date(2026, 6, 10), first_monday=MONDAY, weeks=2
    )
    assert share.by_week == pytest.approx({0: 4, 1: 6})


def test_who_works_saturdays_and_is_away_the_week_after():
    working = WorkingHours(MONDAY, [0, 0, 0, 0, 8, 4, 0] + [0] * 7 + [8] * 4)
    share = spread(
        20, MONDAY, date(2026, 6, 18), first_monday=MONDAY, weeks=3, working=working
    )
    assert share.by_week == pytest.approx({0: 20 * 12 / 44, 2: 20 * 32 / 44})


def test_a_weekend_event_counts_on_its_weekend():
    share = spread(6, date(2026, 6, 6), date(2026, 6, 7), first_monday=MONDAY, weeks=1)
    assert share.by_week == pytest.approx({0: 6})
