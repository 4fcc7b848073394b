"""Asking, beginning, taking back; and what happens on the day."""

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity.models import Activity, Content
from quarterdeck.domains.background_jobs.models import Job
from quarterdeck.domains.background_jobs.services import Worker
from quarterdeck.domains.erasure import queries, services
from quarterdeck.domains.erasure.models import Erasure
from quarterdeck.domains.organization.services import LastAdmin, change_role
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.services import archive_person, edit_person

from .conftest import WEEK

pytestmark = pytest.mark.django_db


def ask(person, by, at, name="Bob"):
    return services.ask_for_erasure(person=person, name=name, by=by, at=at)


def standing(erasure) -> str:
    return Erasure.objects.get(pk=erasure.pk).standing


def test_the_name_has_to_be_typed(cast, at):
    bob = cast.person(cast.bob)
    with pytest.raises(services.NotTheirName):
        ask(bob, cast.bob, at, name="Rob")
    assert ask(bob, cast.bob, at, name="  bob ").standing == "asked"


def test_somebody_who_works_here_is_asked_for_by_nobody_else(cast, at):
    for other in (cast.alice, cast.dana, cast.olga, cast.charlie, cast.gwen):
        with pytest.raises(PermissionDenied):
            ask(cast.person(cast.bob), other, at)


def test_once_they_left_a_leader_asks_and_a_stranger_does_not(cast, at):
    bob = cast.person(cast.bob)
    archive_person(person=bob, ends_on=(at - WEEK).date(), by=cast.alice, at=at)
    bob.refresh_from_db()
    with pytest.raises(PermissionDenied):
        ask(bob, cast.charlie, at)
    assert ask(bob, cast.alice, at).asked_by == cast.alice


def test_two_wishes_at_once_are_one(asked, cast, at):
    with pytest.raises(services.ErasureUnderWay):
        ask(cast.person(cast.bob), cast.bob, at)


def test_only_another_admin_begins(asked, cast, at):
    for other in (cast.bob, cast.alice, cast.dana):
        with pytest.raises(PermissionDenied):
            services.begin_erasure(erasure=asked, name="Bob", by=other, at=at)
    begun = services.begin_erasure(erasure=asked, name="Bob", by=cast.olga, at=at)
    assert (begun.due_at, Job.objects.get().run_after) == (at + WEEK, at + WEEK)
    with pytest.raises(services.AlreadyBegun):
        services.begin_erasure(erasure=asked, name="Bob", by=cast.olga, at=at)


def test_an_admin_who_asked_does_not_begin(cast, at):
    bob = cast.person(cast.bob)
    archive_person(person=bob, ends_on=(at - WEEK).date(), by=cast.alice, at=at)
    bob.refresh_from_db()
    erasure = ask(bob, cast.olga, at)
    with pytest.raises(PermissionDenied):
        services.begin_erasure(erasure=erasure, name="Bob", by=cast.olga, at=at)


def test_the_only_admin_stays(cast, at):
    olga = cast.person(cast.olga)
    with pytest.raises(LastAdmin):
        ask(olga, cast.olga, at, name="Olga")


def test_who_became_the_only_admin_meanwhile_stays(cast, at):
    change_role(user=cast.dana, name="admin", by=cast.olga, at=at)
    cast._forget(cast.dana)
    erasure = ask(cast.person(cast.olga), cast.olga, at, name="Olga")
    services.begin_erasure(erasure=erasure, name="Olga", by=cast.dana, at=at)
    change_role(user=cast.dana, name="member", by=cast.olga, at=at)
    with pytest.raises(LastAdmin):
        services.do_erasure(erasure=erasure, at=at + WEEK)
    assert Person.objects.filter(name="Olga").exists()


def test_before_its_day_nothing_happens(begun, at):
    assert not services.do_erasure(erasure=begun, at=at + WEEK - WEEK / 100)
    assert Person.objects.filter(name="Bob").exists()


def test_on_its_day_a_worker_does_it(begun, cast, at):
    worker = Worker(clock=lambda: at + WEEK, name="in the test")
    worker.work_once()
    assert standing(begun) == "done"
    assert not Person.objects.filter(name="Bob").exists()
    assert Job.objects.get().state == Job.State.DONE
    assert Activity.objects.filter(verb="erasure.done").count() == 1
    assert not Content.objects.filter(subject_name__contains="Bob").exists()
    assert Erasure.objects.get().person_number and not Erasure.objects.get().person


@pytest.mark.parametrize("who", ["bob", "olga"])
def test_taken_back_in_time_nothing_happens(begun, cast, at, who):
    services.take_back_erasure(erasure=begun, by=getattr(cast, who), at=at)
    assert not services.do_erasure(erasure=begun, at=at + WEEK)
    assert Person.objects.filter(name="Bob").exists()
    # Asked again, it begins anew.
    assert ask(cast.person(cast.bob), cast.bob, at).standing == "asked"


def test_nobody_else_takes_it_back_and_nobody_what_is_done(begun, cast, at):
    with pytest.raises(PermissionDenied):
        services.take_back_erasure(erasure=begun, by=cast.alice, at=at)
    services.do_erasure(erasure=begun, at=at + WEEK)
    with pytest.raises(services.ErasureOver):
        services.take_back_erasure(erasure=begun, by=cast.olga, at=at)


def test_whoever_came_in_by_a_link_asks_for_nothing(cast, at, db):
    from quarterdeck.domains.accounts.models import AccountOpening

    AccountOpening.objects.create(user=cast.bob, link_made_by=cast.olga, opened_at=at)
    with pytest.raises(PermissionDenied):
        ask(cast.person(cast.bob), cast.bob, at)


def test_the_wish_is_seen_by_admins_whoever_asked_and_the_person(asked, cast):
    seen = {
        name
        for name in ("bob", "olga", "alice", "dana", "charlie", "gwen", "nora")
        if queries.erasures_visible_to(getattr(cast, name)).exists()
    }
    assert seen == {"bob", "olga"}


def test_an_earlier_name_goes_too_and_a_longer_one_is_left_alone(cast, at):
    bob = cast.person(cast.bob)
    edit_person(person=bob, name="Robert Bobson", by=cast.bob, at=at)
    edit_person(person=cast.person(cast.charlie), name="Bobby", by=cast.charlie, at=at)
    services.forget([bob], by=cast.olga, at=at)
    told = " ".join(Content.objects.values_list("subject_name", flat=True))
    assert "Bobby" in told and "Robert" not in told
