"""The rotation is fair, asks nobody who said no, and respects days off."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quarterdeck.domains.occasions.rules import (
    Willing,
    dates_from,
    is_a_date,
    propose,
)

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
PEOPLE = st.dictionaries(st.integers(1, 40), st.none() | DAYS, max_size=8)


def willing(people):
    return [Willing(one, last) for one, last in people.items()]


@given(PEOPLE, st.integers(0, 30), st.integers(1, 4))
def test_while_all_are_free_they_take_turns(people, count, weeks):
    days = dates_from(date(2036, 1, 7), weeks, date(2036, 1, 7), count)
    picks = propose(willing(people), days, lambda who, day: True)
    led = Counter(pick.person_id for pick in picks)
    if people:
        each = [led.get(one, 0) for one in people]
        assert max(each) - min(each) <= 1
        assert sum(each) == len(days)
    else:
        assert all(pick.person_id is None for pick in picks)


@given(PEOPLE, st.integers(1, 20), st.sets(st.tuples(st.integers(1, 40), DAYS)))
def test_nobody_is_proposed_who_is_away_or_was_not_asked(people, count, off):
    days = dates_from(date(2021, 1, 4), 1, date(2021, 1, 4), count)
    away = off | {(1, day) for day in days[::2]}
    picks = propose(willing(people), days, lambda who, day: (who, day) not in away)
    assert [pick.on for pick in picks] == days
    for pick in picks:
        assert pick.person_id is None or pick.person_id in people
        assert (pick.person_id, pick.on) not in away
        assert all((one, pick.on) in away for one in pick.away)
        free = [one for one in people if (one, pick.on) not in away]
        assert (pick.person_id is None) == (not free)


@given(PEOPLE.filter(lambda people: len(people) > 1))
def test_who_led_it_longest_ago_comes_first(people):
    (pick,) = propose(willing(people), [date(2036, 1, 7)], lambda who, day: True)
    first = people[pick.person_id]
    assert all(first is None or (one and first <= one) for one in people.values())


@given(DAYS, st.integers(0, 26), DAYS, st.integers(1, 12))
def test_dates_keep_their_rhythm(first_on, weeks, since, count):
    found = dates_from(first_on, weeks, since, count)
    assert all(is_a_date(first_on, weeks, day) and day >= since for day in found)
    if weeks:
        assert len(found) == count
        before = found[0] - timedelta(weeks=weeks)
        assert before < since or before < first_on
    else:
        assert found == ([first_on] if first_on >= since else [])


def test_the_calendar_ends():
    assert dates_from(date(9999, 12, 27), 1, date(9999, 12, 1), 9) == [
        date(9999, 12, 27)
    ]
