"""Candidates are erased on demand and in time; somebody forgotten leaves no name."""

from datetime import date

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import connection

from quarterdeck.domains.activity.services import verify_chain
from quarterdeck.domains.hiring import queries, services
from quarterdeck.domains.hiring.models import (
    Candidate,
    HiringFile,
    Interview,
    Onboarding,
    Score,
)
from quarterdeck.domains.people.models import Person

WORDS = "zanzibar"


def kept() -> str:
    with connection.cursor() as cursor:
        whole = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # names of our own tables
            whole.append(repr(cursor.fetchall()))
    return "".join(whole)


@pytest.fixture
def told(cast, room, hand_in, at):
    """Everything that can be written about a candidate holds the word."""
    services.edit_candidate(
        candidate=room.pia, changes={"name": WORDS, "contact": WORDS}, **room.act
    )
    room.pia.refresh_from_db()
    hand_in(room.bobs, cast.bob, 1, 3, evidence=WORDS)
    hand_in(room.charlies, cast.charlie, 4, 3, evidence=WORDS)
    services.open_scores(candidate=room.pia, **room.act)
    decision = services.decide_on_candidate(
        candidate=room.pia,
        outcome="hire",
        reason=WORDS,
        skills=[room.baking],
        **room.act,
    )
    services.note_dissent(decision=decision, text=WORDS, by=cast.bob, at=at)
    return room


def test_an_erased_candidate_leaves_a_count_and_no_word(cast, told, at):
    assert WORDS in kept()
    with pytest.raises(PermissionDenied):
        services.erase_candidate(candidate=told.pia, by=cast.bob, at=at)
    services.erase_candidate(candidate=told.pia, **told.act)
    assert WORDS not in kept()
    assert HiringFile.objects.get().erased == 1
    assert not Candidate.objects.exists() and not Score.objects.exists()
    assert verify_chain().whole


def test_those_whose_time_is_over_are_erased_together(cast, told, at):
    services.add_candidate(role=told.role, name="Fresh", **told.act)
    day = date(2026, 12, 1)
    assert not queries.due_to_be_erased(cast.alice, at.date()).exists()
    assert not queries.due_to_be_erased(cast.bob, day).exists(), "only who decides"
    with pytest.raises(services.NobodyIsDue):
        services.erase_due_candidates(by=cast.alice, at=at, today=at.date())
    assert services.erase_due_candidates(by=cast.alice, at=at, today=day) == 2
    assert HiringFile.objects.get().erased == 2 and WORDS not in kept()


def test_who_was_hired_is_forgotten_as_a_candidate_too(cast, told, at):
    hire = services.hire_candidate(
        candidate=told.pia, starts_on=date(2026, 8, 3), **told.act
    )
    template = services.add_template(name="Day", starter="first_day", **told.act)
    services.start_onboarding(
        person=hire.person, template=template, starts_on=hire.starts_on, **told.act
    )
    services.forget_people(people=[hire.person], by=cast.olga, at=at)
    assert not Candidate.objects.exists() and not Onboarding.objects.exists()
    Person.objects.filter(pk=hire.person.pk).delete()
    tables = [
        model._meta.db_table for model in apps.get_app_config("hiring").models.values()
    ]
    with connection.cursor() as cursor:
        for table in [*tables, "projects", "tasks"]:
            cursor.execute(f'SELECT * FROM "{table}"')
            assert WORDS not in repr(cursor.fetchall()), table


def test_an_interviewer_who_is_forgotten_leaves_scores_without_a_name(cast, told, at):
    bob = cast.person(cast.bob)
    services.forget_people(people=[bob], by=cast.olga, at=at)
    bob.delete()
    assert Interview.objects.filter(interviewer=None).count() == 1
    matrix = queries.matrix_of(user=cast.alice, candidate=told.pia)
    assert len(matrix.interviews) == 2
    decision = queries.decision_of(user=cast.alice, candidate=told.pia)
    assert [one.person for one in decision.dissents.all()] == [None]
    assert verify_chain().whole


def test_an_unfinished_interview_goes_with_its_interviewer(cast, room, hand_in, at):
    hand_in(room.bobs, cast.bob, 1, 3)
    charlie = cast.person(cast.charlie)
    services.forget_people(people=[charlie], by=cast.olga, at=at)
    services.open_scores(candidate=room.pia, **room.act)
    assert [one.pk for one in Interview.objects.all()] == [room.bobs.pk]
