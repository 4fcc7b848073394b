"""For whom a task takes other hours: said by people, told in its history, undone."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.projects import queries, services
from quarterdeck.domains.projects.models import HoursByPerson
from quarterdeck.shared.errors import StaleEdit

from .test_workload import does, hours
from .work import planned, project, task


@pytest.fixture
def opening(cast):
    return project(cast.support)


@pytest.fixture
def work(cast, opening):
    bob = cast.person(cast.bob)
    return task(opening, "Ledger", accountable=bob, estimate_low=8, estimate_high=8)


@pytest.fixture
def own(cast, at, work):
    return services.add_hours_by_person(
        task=work,
        person=cast.person(cast.alice),
        hours=Decimal(4),
        by=cast.bob,
        at=at,
    )


def test_it_is_said_once_for_a_person_by_who_may_edit_the_task(cast, at, work, own):
    again = {"task": work, "person": own.person, "hours": Decimal(3), "at": at}
    with pytest.raises(services.HoursAlreadySaid, match="Alice"):
        services.add_hours_by_person(**again, by=cast.bob)
    with pytest.raises(PermissionDenied):
        services.add_hours_by_person(**again, by=cast.charlie)
    with pytest.raises(PermissionDenied):
        services.remove_hours_by_person(own=own, by=cast.charlie, at=at)


@pytest.mark.parametrize("wrong", [Decimal(0), Decimal(-1), Decimal(100_001)])
def test_hours_are_above_0_and_finite(cast, at, work, own, wrong):
    with pytest.raises(services.HoursOutOfRange):
        services.edit_hours_by_person(own=own, hours=wrong, by=cast.bob, at=at)


def test_a_stale_save_is_refused_with_both_numbers(cast, at, own):
    edit = services.edit_hours_by_person
    edit(own=own, hours=Decimal(5), by=cast.bob, at=at, seen_version=1)
    with pytest.raises(StaleEdit) as refused:
        edit(own=own, hours=Decimal(6), by=cast.bob, at=at, seen_version=1)
    (both,) = refused.value.conflicts
    assert (both.theirs, both.yours) == ("5", "6")
    own.refresh_from_db()
    assert own.hours == 5


def test_the_history_of_the_task_tells_it_and_an_undo_brings_it_back(
    cast, at, work, own
):
    services.edit_hours_by_person(own=own, hours=Decimal("2.5"), by=cast.bob, at=at)
    act = services.remove_hours_by_person(own=own, by=cast.bob, at=at)
    assert not HoursByPerson.objects.exists()
    services.undo_act(activity_id=act.pk, by=cast.bob, at=at)
    back = HoursByPerson.objects.get()
    assert (back.task_id, back.person_id, back.hours) == (work.pk, own.person_id, 2.5)
    told = {
        act.verb: (line.field, line.before, line.after, act.may_undo)
        for act in queries.acts_on(work, user=cast.bob)
        for line in act.lines
    }
    said = ("hours of Alice", "as estimated", "4 h", True)
    assert told["added hours by person"] == said
    assert told["changed hours by person"][1:3] == ("4 h", "2.5 h")


def test_an_undo_of_adding_takes_it_away(cast, at, work, own):
    act = queries.acts_on(work, user=cast.bob)[0]
    services.undo_act(activity_id=act.id, by=cast.bob, at=at)
    assert not HoursByPerson.objects.exists()


def test_the_load_has_the_hours_of_who_does_it_alone(cast, at, opening):
    alice, bob = (cast.person(user) for user in (cast.alice, cast.bob))
    estimate = {"estimate_low": 6, "estimate_high": 6}
    alone = planned(opening, "Alone", 0, **estimate)
    both = planned(opening, "Both", 0, **estimate)
    answers = planned(opening, "Answers", 0, accountable=bob, **estimate)
    left = planned(opening, "Left", 0, remaining=1, **estimate)
    does(alone, bob.pk)
    does(both, bob.pk, alice.pk)
    does(left, bob.pk)
    for row in (alone, both, answers, left):
        stamps = {"created_at": at, "updated_at": at}
        HoursByPerson.objects.create(task=row, person=bob, hours=2, **stamps)
    found, unestimated = hours(cast.bob, [bob.pk])
    assert unestimated == {}
    assert found == {(bob.pk, 0): (2 + 6 + 2 + 1, 4)}
