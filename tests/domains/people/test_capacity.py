"""Hours a day: what must hold for any pattern, and the days that surprise."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quarterdeck.domains.people.rules import (
    WorkingTime,
    hours_between,
    hours_by_day,
    weekly,
)

MONDAY = date(2026, 6, 1)
USUAL = (8.0,) * 5 + (0.0, 0.0)

days = st.dates(date(2024, 1, 1), date(2028, 12, 31))
weeks = st.tuples(*[st.floats(0, 24, allow_nan=False)] * 7)
spans = st.tuples(days, st.integers(0, 40)).map(
    lambda s: (s[0], s[0] + timedelta(days=s[1]))
)


@st.composite
def working_times(draw):
    patterns = draw(st.dictionaries(days, weeks, max_size=4))
    return WorkingTime(
        usual=draw(weeks),
        patterns=tuple(sorted(patterns.items())),
        holidays=frozenset(draw(st.sets(days, max_size=5))),
        away=tuple(draw(st.lists(spans, max_size=4))),
        starts_on=draw(st.none() | days),
        ends_on=draw(st.none() | days),
        factor=draw(st.sampled_from([0.0, 0.5, 0.8, 1.0, 1.5])),
    )


def by_hand(time: WorkingTime, day: date) -> float:
    """The slow way, as one would say it in words."""
    week = time.usual
    for first, hours in time.patterns:
        if first <= day:
            week = hours
    away = any(first <= day <= last for first, last in time.away)
    before = time.starts_on is not None and day < time.starts_on
    after = time.ends_on is not None and day > time.ends_on
    if day in time.holidays or away or before or after:
        return 0.0
    return week[day.weekday()] * time.factor


@given(working_times(), days, st.integers(0, 120))
def test_every_day_is_what_the_words_say(time, first, length):
    expected = [by_hand(time, first + timedelta(days=i)) for i in range(length)]
    assert hours_by_day(time, first, length) == pytest.approx(expected)


@given(working_times(), days, st.integers(0, 120))
def test_weeks_add_up_to_the_days(time, first, length):
    hours = hours_by_day(time, first, length)
    assert sum(weekly(hours)) == pytest.approx(sum(hours))
    assert len(weekly(hours)) == -(-length // 7)


@given(working_times(), days, st.integers(0, 60), spans)
def test_time_off_never_adds(time, first, length, span):
    more = WorkingTime(**{**vars(time), "away": (*time.away, span)})
    pairs = zip(
        hours_by_day(more, first, length),
        hours_by_day(time, first, length),
        strict=True,
    )
    assert all(less <= whole for less, whole in pairs)


@given(working_times(), days, st.integers(0, 60), st.integers(0, 60))
def test_two_stretches_side_by_side_are_one(time, first, one, two):
    middle = first + timedelta(days=one)
    end = middle + timedelta(days=two)
    parts = hours_between(time, first, middle) + hours_between(time, middle, end)
    assert parts == pytest.approx(hours_between(time, first, end))


def test_a_change_to_summer_time_moves_nothing():
    switch = date(2026, 3, 29)  # a Sunday in Europe, 23 hours long
    hours = hours_by_day(WorkingTime(usual=(8.0,) * 7), switch - timedelta(days=1), 3)
    assert hours == [8, 8, 8]


def test_the_leap_day_is_a_day_like_others():
    assert hours_by_day(WorkingTime(USUAL), date(2028, 2, 28), 3) == [8, 8, 8]


def test_a_holiday_on_a_weekend_takes_nothing():
    saturday = date(2026, 10, 3)
    week = WorkingTime(USUAL, holidays=frozenset({saturday}))
    assert sum(hours_by_day(week, date(2026, 9, 28), 7)) == 40


def test_a_pattern_begins_in_the_middle_of_a_week():
    half = (4.0,) * 5 + (0.0, 0.0)
    time = WorkingTime(USUAL, patterns=((date(2026, 6, 3), half),))
    assert hours_by_day(time, MONDAY, 7) == [8, 8, 4, 4, 4, 0, 0]


def test_somebody_who_starts_and_leaves_works_in_between():
    time = WorkingTime(USUAL, starts_on=date(2026, 6, 2), ends_on=date(2026, 6, 4))
    assert hours_by_day(time, MONDAY, 7) == [0, 8, 8, 8, 0, 0, 0]


def test_the_last_day_of_the_calendar_is_no_special_case():
    assert len(hours_by_day(WorkingTime(USUAL), date.max, 14)) == 14
