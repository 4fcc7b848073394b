"""Somebody who is here takes the role: they move, and there is no second record."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.background_jobs.models import Job
from quarterdeck.domains.background_jobs.services import Worker
from quarterdeck.domains.development.models import RoleHolding
from quarterdeck.domains.hiring import queries, services
from quarterdeck.domains.hiring.models import Candidate, Hire
from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.domains.people.services import edit_person

from .conftest import DAY

pytestmark = pytest.mark.django_db


def teams_of(person):
    return {row.team_id for row in Membership.objects.filter(person=person)}


@pytest.fixture
def eve(cast):
    """Somebody of the kitchen, which Dana leads from above, would like to bake."""
    return cast.person(cast._join("Eve", cast.kitchen))


@pytest.fixture
def choose(cast, at, room, eve, hand_in):
    """Bob hears Eve, and whoever decides chooses her."""

    def act(by):
        acting = {"by": by, "at": at}
        found = services.add_candidate(role=room.role, name="", person=eve, **acting)
        interview = services.plan_interview(
            candidate=found, person=cast.person(cast.bob), planned_on=DAY, **acting
        )
        hand_in(interview, cast.bob, 3, 3)
        found = services.open_scores(candidate=found, **acting)
        services.decide_on_candidate(
            candidate=found, outcome="hire", reason="R", skills=[room.baking], **acting
        )
        return Candidate.objects.get(pk=found.pk)

    return act


@pytest.fixture
def chosen(cast, room, choose):
    """The decision is Dana's, who leads both teams."""
    services.name_decider(role=room.role, person=cast.person(cast.dana), **room.act)
    return choose(cast.dana)


def move(candidate, cast, at, **more):
    more.setdefault("starts_on", at.date())
    return services.move_candidate(candidate=candidate, by=cast.dana, at=at, **more)


def test_they_move_and_stay_the_same_person(chosen, room, eve, cast, at):
    count, alice = Person.objects.count(), cast.person(cast.alice)
    assert chosen.name == "Eve"
    assert queries.teams_to_leave(user=cast.dana, candidate=chosen) == [cast.kitchen]
    move(chosen, cast, at, manager=alice, leaves=[cast.kitchen])
    eve.refresh_from_db()
    assert (eve.position, eve.manager) == ("Baker", alice)
    assert teams_of(eve) == {cast.support.pk}
    assert RoleHolding.objects.get(person=eve).profile == room.role.profile
    assert Person.objects.count() == count
    room.role.refresh_from_db()
    assert room.role.status == "filled"


def test_a_move_that_is_to_come_waits_for_its_day(chosen, eve, cast, at):
    day = at.date() + timedelta(days=30)
    move(chosen, cast, at, starts_on=day, leaves=[cast.kitchen])
    assert teams_of(eve) == {cast.kitchen.pk}
    Worker(clock=lambda: at + timedelta(days=29), name="t").work_once()
    assert teams_of(eve) == {cast.kitchen.pk}
    Worker(clock=lambda: at + timedelta(days=30), name="t").work_once()
    assert teams_of(eve) == {cast.support.pk}
    assert Hire.objects.get().moved_at is not None


def test_taken_back_everything_is_as_it_was(chosen, room, eve, cast, at):
    before = (eve.position, eve.manager_id, teams_of(eve))
    since = Membership.objects.get(person=eve).since
    alice = cast.person(cast.alice)
    move(chosen, cast, at + timedelta(days=3), manager=alice, leaves=[cast.kitchen])
    services.undo_hire(candidate=chosen, by=cast.dana, at=at)
    eve.refresh_from_db()
    assert (eve.position, eve.manager_id, teams_of(eve)) == before
    assert Membership.objects.get(person=eve).since == since
    assert not RoleHolding.objects.filter(person=eve).exists()
    room.role.refresh_from_db()
    assert (room.role.status, Hire.objects.count()) == ("open", 0)


def test_taken_back_before_its_day_nothing_happens_on_it(chosen, eve, cast, at):
    move(chosen, cast, at, starts_on=at.date() + timedelta(days=2))
    services.undo_hire(candidate=chosen, by=cast.dana, at=at)
    Worker(clock=lambda: at + timedelta(days=3), name="t").work_once()
    assert teams_of(eve) == {cast.kitchen.pk}
    assert Job.objects.get().state == Job.State.DONE


def test_what_was_changed_since_is_not_put_back(chosen, eve, cast, at):
    move(chosen, cast, at)
    eve.refresh_from_db()
    edit_person(person=eve, location="Upstairs", by=cast.dana, at=at)
    with pytest.raises(services.SomethingHappened):
        services.undo_hire(candidate=chosen, by=cast.dana, at=at)


def test_nobody_takes_people_out_of_teams_they_do_not_lead(room, eve, choose, cast, at):
    candidate = choose(cast.alice)
    assert queries.teams_to_leave(user=cast.alice, candidate=candidate) == []
    move = {"candidate": candidate, "starts_on": at.date(), **room.act}
    with pytest.raises(PermissionDenied):
        services.move_candidate(leaves=[cast.kitchen], **move)
    with pytest.raises(services.AlreadyHere):
        services.hire_candidate(**move)
    services.move_candidate(**move)
    assert teams_of(eve) == {cast.kitchen.pk, cast.support.pk}


def test_whoever_is_a_candidate_does_not_interview(room, eve, cast):
    with pytest.raises(services.OnTheHiringTeam):
        services.add_candidate(
            role=room.role, name="", person=cast.person(cast.bob), **room.act
        )
    services.add_candidate(role=room.role, name="", person=eve, **room.act)
    with pytest.raises(services.CandidateAlready):
        services.add_candidate(role=room.role, name="", person=eve, **room.act)
    for act in (services.add_to_hiring_team, services.name_decider):
        with pytest.raises(services.IsACandidate):
            act(role=room.role, person=eve, **room.act)
    assert list(queries.candidates_visible_to(eve.user)) == []


def test_somebody_new_is_hired_not_moved(room, at):
    with pytest.raises(services.NotHereYet):
        services.move_candidate(candidate=room.pia, starts_on=at.date(), **room.act)
