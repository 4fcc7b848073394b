from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quarterdeck.domains.hiring.rules import day_of_step, months_later, spread_of

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@given(DAYS, st.integers(0, 60))
def test_months_later_is_in_that_month_and_never_past_the_day(day, months):
    later = months_later(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day <= day.day
    is_last = (later + timedelta(days=1)).month != later.month
    assert later.day == day.day or is_last


@given(DAYS, st.integers(-60, 400))
def test_a_step_is_due_on_a_working_day_near_its_own(day, offset):
    due, meant = day_of_step(day, offset), day + timedelta(days=offset)
    assert due.weekday() < 5
    assert abs((due - meant).days) <= 2
    assert (due <= meant) if offset < 0 else (due >= meant)


@given(st.lists(st.integers(1, 4)))
def test_a_spread_counts_each_score_and_sums_nothing(scores):
    spread = spread_of(scores)
    assert sum(spread.counts) == len(scores)
    assert spread.apart == (max(scores) - min(scores) if scores else 0)
    assert spread.talk_about == (spread.apart >= 2)
