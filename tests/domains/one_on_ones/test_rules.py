from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quarterdeck.domains.one_on_ones import rules

DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))
WEEKS = st.integers(1, 26)


@given(DAYS, WEEKS)
def test_a_rhythm_keeps_the_weekday(day, weeks):
    later = rules.after_weeks(day, weeks)
    assert later.weekday() == day.weekday()
    assert (later - day).days == 7 * weeks


@given(st.none() | DAYS, WEEKS, DAYS)
def test_a_skipped_meeting_is_never_in_the_past(planned, weeks, today):
    found = rules.skipped_to(planned, weeks, today)
    assert found > today
    assert planned is None or found.weekday() == planned.weekday()
    if planned is not None and planned > today:
        assert found == planned + timedelta(weeks=weeks)


@given(st.none() | DAYS, WEEKS, DAYS)
def test_the_next_day_is_ahead_and_keeps_the_planned_weekday(planned, weeks, today):
    found = rules.following(planned, weeks, today)
    assert found > today
    near = planned is not None and abs((planned - today).days) <= min(7 * weeks // 2, 6)
    base = planned if near else today
    assert found.weekday() == base.weekday()
    assert (found - base).days == 7 * weeks


@given(DAYS, WEEKS, st.integers(0, 400))
def test_overdue_begins_the_day_after_the_agreed_weeks(met, weeks, days):
    today = met + timedelta(days=days)
    assert rules.is_overdue(met, weeks, today) is (days > 7 * weeks)
    assert rules.weeks_without(met, today) == days // 7


def test_nobody_is_without_a_meeting_before_they_met():
    assert rules.weeks_without(date(2026, 6, 8), date(2026, 6, 1)) == 0


def test_a_topic_is_carried_by_each_meeting_after_it():
    at = datetime(2026, 6, 1, 9, tzinfo=UTC)
    closed = [at - timedelta(1), at, at + timedelta(1), at + timedelta(2)]
    assert rules.times_carried(at, closed) == 2
