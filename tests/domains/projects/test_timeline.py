from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from quarterdeck.domains.people.models import PublicHoliday
from quarterdeck.domains.projects import queries
from quarterdeck.domains.projects.models import Contributor
from quarterdeck.domains.projects.queries import Arrow, Filter

from .work import MONDAY, planned, project, task, wait

WEEKS = {"first": date(2026, 6, 1), "last": date(2026, 6, 28)}


EVERYTHING = Filter()


@pytest.fixture
def opening(cast):
    return project(cast.support)


def timeline(user, which=EVERYTHING, **more):
    return queries.timeline(user=user, which=which, **WEEKS, **more)


def test_what_is_planned_in_the_weeks_is_drawn_and_the_rest_is_not(cast, opening):
    planned(opening, "Before", -5)
    first = planned(opening, "First", 0)
    last = planned(opening, "Last", 27)
    planned(opening, "After", 28)
    task(opening, "Unplanned")
    wait(first, last)
    shown = timeline(cast.bob)
    assert [bar.title for bar in shown.bars] == ["First", "Last"]
    assert shown.arrows == [Arrow(first.pk, last.pk, "FS")]
    assert [t.title for t in shown.unplanned] == ["Unplanned"]
    assert shown.unplanned_count == (1, False)


def test_a_bar_begins_on_the_day_on_which_it_begins_there(cast, opening):
    """Monday at nine in Auckland is still Sunday in UTC."""
    zone = ZoneInfo("Pacific/Auckland")
    start = datetime(2026, 6, 1, 9, tzinfo=zone)
    end = start + timedelta(hours=8)
    task(opening, "Monday", planned_start=start, planned_end=end)
    (bar,) = timeline(cast.bob, zone=zone).bars
    assert (bar.start.date(), bar.start.hour) == (date(2026, 6, 1), 9)
    assert (bar.end.date(), bar.end.hour) == (date(2026, 6, 1), 17)
    sunday = {"first": date(2026, 5, 25), "last": date(2026, 5, 31)}
    before = queries.timeline(user=cast.bob, which=EVERYTHING, **sunday, zone=zone)
    assert before.bars == []


def test_the_done_share_comes_from_hours_or_from_being_done(cast, opening):
    hours = {"estimate_low": 10, "estimate_high": 10}
    planned(opening, "1", 0, status="done")
    planned(opening, "2", 0, remaining=4, **hours)
    planned(opening, "3", 0, remaining=14, **hours)
    planned(opening, "4", 0, **hours)
    assert [b.done_share for b in timeline(cast.bob).bars] == [1, 0.6, 0, None]


def test_by_person_a_task_has_a_row_for_each_who_does_it(cast, opening):
    bob, alice = cast.person(cast.bob), cast.person(cast.alice)
    both = planned(opening, "Both", 0)
    for person in (bob, alice):
        Contributor.objects.create(task=both, person=person, since=MONDAY)
    planned(opening, "Led", 0, accountable=bob)
    planned(opening, "Nobody's", 0)
    rows = [(b.group, b.title) for b in timeline(cast.bob, by="person").bars]
    assert rows == [
        ("Alice", "Both"),
        ("Bob", "Both"),
        ("Bob", "Led"),
        ("Nobody yet", "Nobody's"),
    ]


def test_it_is_bounded_and_says_so(cast, opening):
    for n in range(4):
        planned(opening, str(n), 0)
    shown = timeline(cast.bob, most=3)
    assert (len(shown.bars), shown.has_more) == (3, True)


def test_holidays_of_everybody_are_told(cast, opening):
    PublicHoliday.objects.create(on=date(2026, 6, 4), name="Corpus Christi")
    PublicHoliday.objects.create(on=date(2026, 6, 5), name="Local", location="Berlin")
    assert timeline(cast.bob).holidays == {date(2026, 6, 4)}


def test_hidden_work_is_not_drawn(cast):
    planned(project(cast.support, "Own", visibility="team"), "Hidden", 0)
    assert timeline(cast.charlie).bars == []
    assert len(timeline(cast.dana).bars) == 1


@pytest.mark.parametrize("by", ["project", "person"])
def test_the_number_of_queries_is_fixed(cast, opening, by):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for more in (3, 30):
        for n in range(more):
            planned(opening, str(n), 0, accountable=cast.person(cast.bob))
        timeline(cast.bob)
        with CaptureQueriesContext(connection) as seen:
            timeline(cast.bob, by=by)
        counts.append(len(seen))
    assert counts[0] == counts[1] <= 7
