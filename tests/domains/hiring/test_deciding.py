"""A decision in words, dissent beside it; a hire in one act, taken back while new."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity.models import Content
from quarterdeck.domains.development.models import RoleHolding
from quarterdeck.domains.hiring import queries, services
from quarterdeck.domains.hiring.models import Dissent, OpenRole
from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.domains.people.services import edit_person
from quarterdeck.domains.projects.models import Project, Task

START = date(2026, 8, 3)


def decide(room, outcome="hire", **more):
    given = {"skills": [room.baking], "reason": "Told of three loaves", **room.act}
    return services.decide_on_candidate(
        candidate=room.pia, outcome=outcome, **{**given, **more}
    )


def test_nothing_is_decided_before_everybody_was_heard(room):
    with pytest.raises(services.ScoresNotOpen):
        decide(room, "not")


def test_who_nobody_met_is_not_hired(cast, room):
    for interview in (room.bobs, room.charlies):
        services.cancel_interview(interview=interview, **room.act)
    with pytest.raises(services.NobodyMet):
        decide(room)
    assert decide(room, "not").outcome == "not"


def test_a_decision_has_words_grounds_and_dissent(cast, heard, at):
    with pytest.raises(services.NoGround):
        decide(heard, skills=[])
    with pytest.raises(PermissionDenied):
        decide(heard, by=cast.bob)
    decision = decide(heard, values=[heard.care])
    dissent = {"decision": decision, "by": cast.bob, "at": at}
    services.note_dissent(text="I heard no third loaf", **dissent)
    told = queries.decision_of(user=cast.charlie, candidate=heard.pia)
    assert [str(one.skill or one.value) for one in told.grounds.all()] == [
        "Baking",
        "Care",
    ]
    assert [one.text for one in told.dissents.all()] == ["I heard no third loaf"]
    assert queries.decision_of(user=cast.dana, candidate=heard.pia) is None
    services.note_dissent(text="", **dissent)
    assert not Dissent.objects.exists()
    with pytest.raises(services.AlreadyDecided):
        decide(heard)
    services.take_back_decision(candidate=heard.pia, **heard.act)
    assert queries.decision_of(user=cast.bob, candidate=heard.pia) is None


def test_the_day_of_erasing_follows_the_decision(heard, at):
    heard.pia.refresh_from_db()
    assert heard.pia.erase_on == date(2026, 12, 1)
    services.edit_hiring_file(role=heard.role, changes={"keep_months": 3}, **heard.act)
    decide(heard, "later")
    heard.pia.refresh_from_db()
    assert heard.pia.erase_on == date(2026, 9, 1)
    services.tell_candidate(candidate=heard.pia, on=at.date(), **heard.act)
    heard.pia.refresh_from_db()
    assert heard.pia.told_on == at.date()


def test_hiring_makes_a_person_in_the_team_in_one_act(cast, heard):
    with pytest.raises(services.NotDecided):
        services.hire_candidate(candidate=heard.pia, starts_on=START, **heard.act)
    decide(heard)
    hire = services.hire_candidate(candidate=heard.pia, starts_on=START, **heard.act)
    person = Person.objects.get(name="Pia")
    assert (hire.person, person.starts_on, person.position) == (person, START, "Baker")
    assert Membership.objects.get(person=person).team == cast.support
    assert RoleHolding.objects.get(person=person).since == START
    assert OpenRole.objects.get().status == "filled"
    with pytest.raises(services.CandidateIsHired):
        services.hire_candidate(candidate=heard.pia, starts_on=START, **heard.act)
    with pytest.raises(services.CandidateIsHired):
        services.take_back_decision(candidate=heard.pia, **heard.act)


def test_a_hire_is_taken_back_while_nothing_else_happened(heard):
    decide(heard)
    services.hire_candidate(candidate=heard.pia, starts_on=START, **heard.act)
    services.undo_hire(candidate=heard.pia, **heard.act)
    assert not Person.objects.filter(name="Pia").exists()
    assert OpenRole.objects.get().status == "open"
    assert not Content.objects.filter(subject_name="Pia").exists()
    services.hire_candidate(candidate=heard.pia, starts_on=START, **heard.act)


def test_a_person_who_is_part_of_other_things_stays(cast, heard, at):
    decide(heard)
    hire = services.hire_candidate(candidate=heard.pia, starts_on=START, **heard.act)
    project = Project.objects.create(
        name="P", team=cast.support, created_at=at, updated_at=at
    )
    task = Task.objects.create(
        title="T",
        project=project,
        accountable=hire.person,
        created_at=at,
        updated_at=at,
    )
    with pytest.raises(services.SomethingHappened):
        services.undo_hire(candidate=heard.pia, **heard.act)
    task.delete()
    edit_person(person=hire.person, by=cast.alice, at=at, location="Oven")
    with pytest.raises(services.SomethingHappened):
        services.undo_hire(candidate=heard.pia, **heard.act)


def test_only_who_leads_the_team_and_is_on_the_hiring_team_hires(cast, heard, at):
    decide(heard)
    for user in (cast.bob, cast.dana, cast.olga):
        with pytest.raises(PermissionDenied):
            services.hire_candidate(
                candidate=heard.pia, starts_on=START, by=user, at=at
            )
