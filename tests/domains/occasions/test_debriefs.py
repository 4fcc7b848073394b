"""Looking back is for whoever led and whom they named first; and forgetting."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.accounts.models import AccountOpening, User
from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.activity.services import verify_chain
from quarterdeck.domains.occasions import queries, services
from quarterdeck.domains.occasions.models import (
    Debrief,
    DebriefReader,
    Occasion,
    Turn,
    Willingness,
)
from tests.domains.one_on_ones.test_forgetting import everything_that_was_kept

WORDS = "zanzibar"


@pytest.fixture
def debrief(cast, at, occasion):
    """Bob has led today, and named Charlie to read."""
    services.name_turn(
        occasion=occasion,
        on=at.date(),
        part="leads",
        person=cast.person(cast.bob),
        by=cast.alice,
        at=at,
    )
    return services.write_debrief(
        occasion=occasion,
        on=at.date(),
        went_well=WORDS,
        otherwise="",
        readers=[cast.person(cast.charlie)],
        by=cast.bob,
        at=at,
    )


def test_nobody_else_reads_it(cast, debrief):
    for user in (cast.bob, cast.charlie):
        assert queries.get_debrief(user=user, debrief_id=debrief.pk) == debrief
    for user in (cast.alice, cast.dana, cast.olga, cast.gwen):
        assert not queries.debriefs_visible_to(user).exists()


def test_no_act_changes_who_reads_it(cast, at, debrief):
    services.edit_debrief(
        debrief=debrief, went_well="W", otherwise="O", by=cast.bob, at=at
    )
    services.name_turn(
        occasion=debrief.occasion,
        on=at.date(),
        part="leads",
        person=cast.person(cast.alice),
        by=cast.alice,
        at=at,
    )
    readers = DebriefReader.objects.values_list("person__name", flat=True)
    assert list(readers) == ["Charlie"]
    assert not queries.debriefs_visible_to(cast.alice).exists()
    for user in (cast.charlie, cast.alice):
        with pytest.raises(PermissionDenied):
            services.edit_debrief(
                debrief=debrief, went_well="", otherwise="", by=user, at=at
            )


def test_only_a_date_that_one_has_led(cast, at, debrief):
    words = {"went_well": "W", "otherwise": "", "at": at}
    for user, day in (
        (cast.alice, at.date()),
        (cast.bob, at.date() + timedelta(weeks=1)),
    ):
        with pytest.raises(services.DidNotLead):
            services.write_debrief(occasion=debrief.occasion, on=day, by=user, **words)


def test_acts_carry_no_words_and_nothing_is_read_while_in_doubt(cast, at, debrief):
    act = Activity.objects.get(verb="debrief.written")
    assert act.audience == "private" and act.content.subject_name == ""
    AccountOpening.objects.create(user=cast.bob, link_made_by=cast.olga, opened_at=at)
    bob = User.objects.get(pk=cast.bob.pk)
    assert not queries.debriefs_visible_to(bob).exists()
    assert queries.own_occasion_records(bob)["occasion_turns"].count() == 1
    assert queries.own_occasion_records(bob)["occasion_debriefs"].count() == 0


def test_forgetting_leaves_nothing_of_theirs(cast, at, debrief):
    services.say_willing(occasion=debrief.occasion, willing=True, by=cast.bob, at=at)
    mine = services.set_up_occasion(
        team=cast.support, title="T", first_on=at.date(), by=cast.bob, at=at
    )
    people = [cast.person(cast.bob)]
    assert services.forget_people(people=people, by=cast.olga, at=at) == 1
    assert WORDS not in everything_that_was_kept()
    for model in (Debrief, DebriefReader, Turn, Willingness):
        assert not model.objects.exists(), model
    assert Occasion.objects.get(pk=mine.pk).set_up_by is None
    assert verify_chain().whole
