from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from quarterdeck.domains.organization.queries import get_organization
from quarterdeck.domains.people.models import TimeOff, WorkingPattern
from quarterdeck.domains.people.queries import capacity_of
from quarterdeck.domains.projects import queries
from quarterdeck.domains.projects.models import Contributor

from .work import MONDAY, planned, project, task

FIRST = date(2026, 6, 1)


@pytest.fixture
def opening(cast):
    return project(cast.support)


@pytest.fixture
def bob(cast):
    return cast.person(cast.bob).pk


def hours(user, people, weeks=2, first=FIRST, today=None):
    return queries.planned_hours_by_person_week(
        user=user, person_ids=people, first_monday=first, weeks=weeks, today=today
    )


def does(task, *person_ids):
    for person_id in person_ids:
        Contributor.objects.create(task=task, person_id=person_id, since=MONDAY)


def test_remaining_hours_count_before_the_middle_of_the_estimate(cast, opening, bob):
    estimate = {"estimate_low": 4, "estimate_high": 8}
    does(planned(opening, "A", 0, **estimate), bob)
    does(planned(opening, "B", 0, remaining=1, **estimate), bob)
    assert hours(cast.bob, [bob]) == ({(bob, 0): (7, 2)}, {})


def test_each_contributor_has_the_hours_and_else_the_accountable(cast, opening, bob):
    alice, dana = cast.person(cast.alice).pk, cast.person(cast.dana).pk
    estimate = {"estimate_low": 6, "estimate_high": 6}
    does(planned(opening, "Both", 0, accountable_id=dana, **estimate), bob, alice)
    planned(opening, "Alone", 7, accountable_id=bob, **estimate)
    found, _ = hours(cast.dana, [bob, alice, dana])
    assert found == {(bob, 0): (6, 1), (alice, 0): (6, 1), (bob, 1): (6, 1)}


def test_unestimated_work_is_counted_not_zero(cast, opening, bob):
    does(planned(opening, "A", 0), bob)
    assert hours(cast.bob, [bob]) == ({}, {bob: 1})


def test_only_oneself_and_ones_leaders_see_a_load(cast, opening, bob):
    does(planned(opening, "A", 0, estimate_low=4, estimate_high=4), bob)
    for leader in (cast.alice, cast.dana):
        assert hours(leader, [bob])[0] == {(bob, 0): (4, 1)}
    for other in (cast.charlie, cast.olga, cast.gwen):
        assert hours(other, [bob]) == ({}, {})


def test_closed_work_has_no_hours(cast, opening, bob):
    for status in ("done", "cancelled"):
        did = planned(
            opening, status, 0, status=status, estimate_low=4, estimate_high=4
        )
        does(did, bob)
    assert hours(cast.bob, [bob]) == ({}, {})


def test_what_is_overdue_or_unplanned_is_told_apart(cast, opening, bob):
    estimate = {"estimate_low": 5, "estimate_high": 5}
    does(planned(opening, "Overdue", -7, **estimate), bob)
    does(task(opening, "Unplanned", **estimate), bob)
    does(task(opening, "Unknown"), bob)
    does(planned(opening, "Fine", 1, **estimate), bob)
    assert hours(cast.bob, [bob], today=FIRST)[0] == {(bob, 0): (5, 1)}
    row = queries.hours_outside_weeks(user=cast.bob, person_ids=[bob], today=FIRST)[bob]
    assert (row.overdue_hours, row.overdue_tasks) == (5, 1)
    assert (row.unplanned_hours, row.unplanned_tasks, row.unestimated) == (5, 2, 1)


def test_given_today_what_remains_lies_ahead(cast, opening, bob):
    running = planned(opening, "A", -7, 14, remaining=10)
    does(running, bob)
    found, _ = hours(cast.bob, [bob], today=FIRST)
    assert found[bob, 0][0] == pytest.approx(10)
    found, _ = hours(cast.bob, [bob])
    assert found[bob, 0][0] == pytest.approx(5)


def test_hours_lie_where_the_person_works(cast, opening, bob):
    estimate = {"estimate_low": 12, "estimate_high": 12}
    does(planned(opening, "Three weeks", 0, 19, **estimate), bob)
    assert hours(cast.bob, [bob], weeks=3)[0] == {(bob, w): (4, 1) for w in range(3)}
    stamps = {"created_at": MONDAY, "updated_at": MONDAY}
    away = {"starts_on": date(2026, 6, 8), "ends_on": date(2026, 6, 12)}
    TimeOff.objects.create(person_id=bob, **away, **stamps)
    WorkingPattern.objects.create(person_id=bob, starts_on=date(2026, 6, 15), friday=0)
    found, _ = hours(cast.bob, [bob], weeks=3)
    assert found.keys() == {(bob, 0), (bob, 2)}
    assert found[bob, 0][0] == pytest.approx(12 * 40 / 72)
    assert found[bob, 2][0] == pytest.approx(12 * 32 / 72)


def test_work_planned_for_days_away_is_not_lost(cast, opening, bob):
    stamps = {"created_at": MONDAY, "updated_at": MONDAY}
    away = {"starts_on": date(2026, 5, 1), "ends_on": date(2026, 7, 1)}
    TimeOff.objects.create(person_id=bob, **away, **stamps)
    does(planned(opening, "A", 3, 7, estimate_low=10, estimate_high=10), bob)
    found, _ = hours(cast.bob, [bob])
    assert found == {(bob, 0): (pytest.approx(4), 1), (bob, 1): (pytest.approx(6), 1)}


def test_the_number_of_queries_is_fixed(cast, opening, bob, django_assert_num_queries):
    for n in range(30):
        does(planned(opening, str(n), n % 9, estimate_low=1, estimate_high=1), bob)
    hours(cast.bob, [bob])  # the standing of the user is read once
    with django_assert_num_queries(8):
        hours(cast.bob, [bob])


def test_one_reading_tells_the_same_as_the_two(cast, opening, bob):
    """The page of a team and the API count alike."""
    alice = cast.person(cast.alice)
    estimate = {"estimate_low": 5, "estimate_high": 7}
    does(planned(opening, "Overdue", -9, **estimate), bob)
    does(planned(opening, "Running", -2, 9, **estimate), bob, alice.pk)
    does(planned(opening, "Ahead", 30, **estimate), bob)
    does(planned(opening, "Unknown", 3), bob)
    does(task(opening, "Unplanned", **estimate), bob)
    planned(opening, "Alone", 8, accountable_id=bob, **estimate)
    today, who = date(2026, 6, 3), [cast.person(cast.bob), alice]
    ids = [person.pk for person in who]
    loads = queries.loads_of(
        user=cast.alice,
        people=who,
        first_monday=FIRST,
        weeks=3,
        today=today,
        organization=get_organization(),
    )
    weeks, _ = hours(cast.alice, ids, weeks=3, today=today)
    apart = {"user": cast.alice, "person_ids": ids, "today": today}
    assert loads.planned == {
        key: (pytest.approx(amount), tasks) for key, (amount, tasks) in weeks.items()
    }
    assert loads.outside == queries.hours_outside_weeks(**apart)
    assert loads.capacity == capacity_of(who, FIRST, 21)


def test_one_reading_shows_nothing_of_people_one_does_not_lead(cast, opening, bob):
    does(planned(opening, "A", 0, estimate_low=4, estimate_high=4), bob)
    does(planned(opening, "B", -9, estimate_low=4, estimate_high=4), bob)
    for other in (cast.charlie, cast.olga, cast.gwen):
        loads = queries.loads_of(
            user=other,
            people=[cast.person(cast.bob)],
            first_monday=FIRST,
            weeks=2,
            today=FIRST,
            organization=get_organization(),
        )
        assert (loads.planned, loads.outside) == ({}, {})


AUCKLAND, LOS_ANGELES = ZoneInfo("Pacific/Auckland"), ZoneInfo("America/Los_Angeles")


@pytest.mark.parametrize("zone", [AUCKLAND, LOS_ANGELES], ids=str)
def test_a_day_of_work_stands_in_the_week_of_the_people(cast, opening, bob, zone):
    """Monday at nine in Auckland is a Sunday in UTC, and Bob works on Sundays too."""
    WorkingPattern.objects.create(person_id=bob, starts_on=date(2026, 1, 1), sunday=8)
    start = datetime(2026, 6, 8, 9, tzinfo=zone)
    times = {"planned_start": start, "planned_end": start + timedelta(hours=8)}
    does(task(opening, "A", estimate_low=8, estimate_high=8, **times), bob)
    asked = {"user": cast.bob, "person_ids": [bob], "first_monday": FIRST}
    found, _ = queries.planned_hours_by_person_week(**asked, weeks=2, zone=zone)
    assert found == {(bob, 1): (8, 1)}
    monday = {"user": cast.bob, "person_ids": [bob], "zone": zone}
    over = queries.hours_outside_weeks(**monday, today=date(2026, 6, 8))
    assert over == {}
    over = queries.hours_outside_weeks(**monday, today=date(2026, 6, 9))
    assert over[bob].overdue_hours == 8
