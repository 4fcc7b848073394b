"""Views unseen until both are in, options, agreement, looking back, a helper."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.accounts.models import AccountOpening, User
from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.activity.services import verify_chain
from quarterdeck.domains.conversations import queries, services
from quarterdeck.domains.conversations.models import (
    Consent,
    Contact,
    Conversation,
    Help,
    Undertaking,
)
from quarterdeck.domains.conversations.rules import Step
from quarterdeck.shared.errors import StaleEdit
from tests.domains.one_on_ones.test_forgetting import everything_that_was_kept

OTHERS = ("alice", "dana", "olga", "gwen")


def read(user):
    rows = queries.views_visible_to(user)
    return {row.writer.name for row in rows}


def test_the_other_agrees_before_anything_is_written(cast, at):
    asking = {"about": "The handover", "at": at}
    talk = services.open_conversation(
        other=cast.person(cast.charlie), by=cast.bob, **asking
    )
    with pytest.raises(services.NotRunning):
        services.write_view(
            conversation=talk, seen="W", interests="", by=cast.bob, at=at
        )
    with pytest.raises(PermissionDenied):
        services.agree_to_conversation(conversation=talk, by=cast.bob, at=at)
    assert [one.pk for one in queries.waiting_for(cast.charlie, at.date())] == [talk.pk]
    services.decline_conversation(conversation=talk, by=cast.charlie, at=at)
    assert not Conversation.objects.exists()
    with pytest.raises(services.CannotBeAsked):
        services.open_conversation(other=cast.person(cast.bob), by=cast.bob, **asking)


def test_a_view_is_unseen_until_both_are_handed_in(cast, talk, write):
    write(cast.bob)
    write(cast.charlie, hand_in=False)
    assert (read(cast.bob), read(cast.charlie)) == ({"Bob"}, {"Charlie"})
    assert queries.step_now(talk) == Step.VIEWS
    write(cast.charlie)
    assert read(cast.bob) == read(cast.charlie) == {"Bob", "Charlie"}
    assert queries.step_now(talk) == Step.OPTIONS
    for name in OTHERS:
        assert read(getattr(cast, name)) == set()
        assert not queries.conversations_visible_to(getattr(cast, name)).exists()


def test_one_may_release_ones_own_first(cast, at, talk, write):
    write(cast.bob, hand_in=False)
    services.release_view(conversation=talk, by=cast.bob, at=at)
    write(cast.charlie, hand_in=False)
    assert read(cast.charlie) == {"Bob", "Charlie"}
    assert read(cast.bob) == {"Bob"}
    with pytest.raises(services.AlreadyShown):
        write(cast.bob, words="Other words", hand_in=False)


def test_a_view_is_taken_back_while_nobody_has_read_it(cast, at, talk, write):
    write(cast.bob)
    services.take_back_view(conversation=talk, by=cast.bob, at=at)
    write(cast.charlie)
    assert read(cast.charlie) == {"Charlie"}
    write(cast.bob, words="Again")
    with pytest.raises(services.AlreadyShown):
        services.take_back_view(conversation=talk, by=cast.bob, at=at)


def test_nothing_empty_is_handed_in_and_a_stale_save_is_noticed(cast, at, talk, write):
    with pytest.raises(services.NotWritten):
        services.hand_in_view(conversation=talk, by=cast.bob, at=at)
    view = write(cast.bob, words=" ", hand_in=False)
    with pytest.raises(services.NotWritten):
        services.hand_in_view(conversation=talk, by=cast.bob, at=at)
    words = {"conversation": talk, "interests": "", "by": cast.bob, "at": at}
    services.write_view(seen="A", seen_version=view.version, **words)
    with pytest.raises(StaleEdit):
        services.write_view(seen="B", seen_version=view.version, **words)


def test_interests_come_before_options(cast, at, talk, write):
    write(cast.bob)
    option = {"conversation": talk, "text": "Swap days", "at": at}
    with pytest.raises(services.NotShownYet):
        services.add_option(by=cast.bob, **option)
    write(cast.charlie)
    kept = services.add_option(by=cast.bob, **option)
    with pytest.raises(PermissionDenied):
        services.remove_option(option=kept, by=cast.charlie, at=at)
    with pytest.raises(PermissionDenied):
        services.add_option(by=cast.alice, **option)
    services.remove_option(option=kept, by=cast.bob, at=at)


def test_a_change_asks_both_again(cast, at, agreed):
    assert agreed.settled_at and queries.step_now(agreed) == Step.LOOKING_BACK
    undertaking = Undertaking.objects.get()
    services.finish_undertaking(
        undertaking=undertaking, on=at.date(), by=cast.charlie, at=at
    )
    assert Consent.objects.count() == 2
    undertaking.refresh_from_db()
    services.edit_undertaking(
        undertaking=undertaking,
        what="Call before six",
        due_on=at.date(),
        by=cast.bob,
        at=at,
    )
    agreed.refresh_from_db()
    assert agreed.settled_at is None and not Consent.objects.exists()
    services.agree_to_all(conversation=agreed, by=cast.bob, at=at)
    agreed.refresh_from_db()
    assert agreed.settled_at is None
    assert queries.consents_of(user=cast.charlie, conversation=agreed) == {
        cast.person(cast.bob).pk
    }


def test_only_what_is_there_is_agreed_on_and_only_by_the_two(cast, at, talk, write):
    write(cast.bob)
    write(cast.charlie)
    with pytest.raises(services.NothingToAgreeOn):
        services.agree_to_all(conversation=talk, by=cast.bob, at=at)
    with pytest.raises(PermissionDenied):
        services.add_undertaking(
            conversation=talk,
            person=cast.person(cast.alice),
            what="W",
            due_on=at.date(),
            by=cast.bob,
            at=at,
        )


def test_looking_back_on_the_day_both_chose(cast, at, agreed):
    day = {"conversation": agreed, "by": cast.bob, "at": at}
    services.set_follow_up(on=at.date() + timedelta(days=1), **day)
    with pytest.raises(services.NotDueYet):
        services.look_back(holds="yes", words="", **day)
    services.set_follow_up(on=at.date(), **day)
    assert [one.pk for one in queries.waiting_for(cast.bob, at.date())] == [agreed.pk]
    services.look_back(holds="partly", words="Mostly", **day)
    assert queries.waiting_for(cast.bob, at.date()) == []
    (said,) = queries.look_backs_visible_to(cast.charlie)
    assert (said.holds, said.words) == ("partly", "Mostly")


def test_closed_without_agreement_and_restored_by_who_closed(cast, at, talk, write):
    write(cast.bob)
    services.close_conversation(conversation=talk, by=cast.bob, at=at)
    assert read(cast.charlie) == set()
    with pytest.raises(services.NotRunning):
        write(cast.charlie)
    with pytest.raises(PermissionDenied):
        services.restore_conversation(conversation=talk, by=cast.charlie, at=at)
    services.restore_conversation(conversation=talk, by=cast.bob, at=at)
    write(cast.charlie)
    assert read(cast.charlie) == {"Bob", "Charlie"}


def test_a_helper_reads_once_both_agreed_and_they_joined(cast, at, talk, write):
    write(cast.bob)
    helper = {"conversation": talk, "at": at}
    services.ask_helper(person=cast.person(cast.alice), by=cast.bob, **helper)
    assert not queries.conversations_visible_to(cast.alice).exists()
    with pytest.raises(PermissionDenied):
        services.agree_to_helper(by=cast.bob, **helper)
    with pytest.raises(PermissionDenied):
        services.join_as_helper(by=cast.alice, **helper)
    services.agree_to_helper(by=cast.charlie, **helper)
    assert queries.conversations_visible_to(cast.alice).exists()
    assert not queries.open_to(cast.alice).exists()
    services.join_as_helper(by=cast.alice, **helper)
    assert read(cast.alice) == set()
    write(cast.charlie)
    assert read(cast.alice) == {"Bob", "Charlie"}
    services.add_option(text="O", by=cast.alice, **helper)
    with pytest.raises(PermissionDenied):
        services.agree_to_all(by=cast.alice, **helper)
    services.end_help(by=cast.charlie, **helper)
    assert read(cast.alice) == set() and not Help.objects.exists()


def test_acts_have_no_words_and_nothing_is_read_while_in_doubt(cast, at, agreed):
    acts = Activity.objects.filter(subject_kind="conversations.Conversation")
    assert {act.audience for act in acts} == {"private"}
    assert {act.content.subject_name for act in acts} == {""}
    AccountOpening.objects.create(user=cast.bob, link_made_by=cast.olga, opened_at=at)
    bob = User.objects.get(pk=cast.bob.pk)
    assert read(bob) == set() and queries.waiting_for(bob, at.date()) == []
    own = queries.own_conversation_records(bob)
    assert {rows.count() for rows in own.values()} == {0}
    theirs = queries.own_conversation_records(cast.charlie)
    assert theirs["conversation_views"].count() == 1
    assert theirs["conversation_undertakings"].count() == 0


def test_the_contact_is_named_by_an_admin_and_opens_nothing(cast, at, agreed):
    naming = {"person": cast.person(cast.dana), "words": "Room 4", "at": at}
    with pytest.raises(PermissionDenied):
        services.name_contact(by=cast.alice, **naming)
    services.name_contact(by=cast.olga, **naming)
    assert queries.contact(cast.bob).person.name == "Dana"
    assert queries.contact(cast.gwen) is None
    assert read(cast.dana) == set()
    services.remove_contact(by=cast.olga, at=at)
    assert not Contact.objects.exists()


def test_forgetting_one_forgets_what_the_two_wrote(cast, at, talk, write):
    write(cast.bob, words="zanzibar")
    write(cast.charlie, words="zanzibar")
    services.add_option(conversation=talk, text="zanzibar", by=cast.bob, at=at)
    people = [cast.person(cast.charlie)]
    assert services.forget_people(people=people, by=cast.olga, at=at) == 1
    assert "zanzibar" not in everything_that_was_kept()
    assert verify_chain().whole
