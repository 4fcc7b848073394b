from datetime import timedelta

import pytest

from quarterdeck.domains.feedback import services
from quarterdeck.domains.feedback.queries import unthanked_people
from quarterdeck.domains.people.models import Membership, Person

pytestmark = pytest.mark.django_db


def names(user, now):
    return [line.person.name for line in unthanked_people(user=user, now=now)]


def thank(cast, task, at, **more):
    given = {"words": "W", "people": [cast.person(cast.bob)], "task": task, "at": at}
    return services.give_recognition(**{**given, "by": cast.alice, **more})


def test_who_finished_work_and_was_not_thanked_stands_with_that_work(
    cast, finished, at
):
    newest = finished("Newest", cast.bob)
    older = finished("Older", cast.alice, cast.bob, days_ago=9)
    (line,) = unthanked_people(user=cast.alice, now=at)
    assert line.person.name == "Bob"
    assert line.tasks == [newest, older]


def test_nobody_else_is_told(cast, finished, at):
    finished("Done", cast.bob)
    for user in (cast.bob, cast.dana, cast.olga, cast.charlie, cast.gwen):
        assert names(user, at) == []


def test_thanks_within_four_weeks_count_and_older_do_not(cast, finished, at):
    task = finished("Done", cast.bob)
    long_ago = thank(cast, task, at - timedelta(days=29))
    assert names(cast.alice, at) == ["Bob"]
    fresh = thank(cast, task, at - timedelta(days=27))
    assert names(cast.alice, at) == []
    services.take_back_recognition(recognition=fresh, by=cast.alice, at=at)
    assert names(cast.alice, at) == ["Bob"]
    assert long_ago.pk


def test_thanks_of_another_leave_the_leaders_own_open(cast, finished, at):
    thank(cast, finished("Done", cast.bob), at, by=cast.charlie)
    assert names(cast.alice, at) == ["Bob"]


def test_work_of_long_ago_is_not_brought_up(cast, finished, at):
    finished("Old", cast.bob, days_ago=29)
    assert names(cast.alice, at) == []


def test_who_reports_to_one_counts_without_a_team(cast, finished, at):
    finished("Done", cast.charlie)
    Person.objects.filter(user=cast.charlie).update(manager=cast.person(cast.bob))
    assert names(cast.bob, at) == ["Charlie"]


def test_at_most_a_handful_with_three_tasks_each(cast, finished, at):
    for number in range(8):
        user = cast._join(f"P{number}", cast.support)
        for days in range(1, 6):
            finished(f"T{number}-{days}", user, days_ago=days)
    found = unthanked_people(user=cast.alice, now=at)
    assert len(found) == 5
    assert {len(line.tasks) for line in found} == {3}


def test_who_left_is_not_named(cast, finished, at):
    finished("Done", cast.bob)
    yesterday = at.date() - timedelta(days=1)
    Person.objects.filter(user=cast.bob).update(ends_on=yesterday)
    assert names(cast.alice, at) == []


def test_it_costs_the_same_for_three_and_for_thirty(
    cast, finished, at, django_assert_num_queries
):
    def people(count, start):
        for number in range(start, start + count):
            finished(f"T{number}", cast._join(f"P{number}", cast.support))

    people(3, 0)
    names(cast.alice, at)
    with django_assert_num_queries(3):
        names(cast.alice, at)
    people(27, 3)
    assert Membership.objects.filter(team=cast.support).count() > 30
    with django_assert_num_queries(3):
        names(cast.alice, at)
