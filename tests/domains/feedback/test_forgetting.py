import pytest

from quarterdeck.domains.activity.models import Content
from quarterdeck.domains.activity.services import verify_chain
from quarterdeck.domains.feedback import queries, services
from quarterdeck.domains.feedback.models import (
    AskedPerson,
    Feedback,
    FeedbackNote,
    FeedbackReader,
    FeedbackRequest,
    FeedbackWording,
    Recognition,
    RecognitionReceiver,
)
from quarterdeck.domains.strategy.models import Value

pytestmark = pytest.mark.django_db


@pytest.fixture
def bob(cast):
    return cast.person(cast.bob)


def forget(person):
    services.forget_people(people=[person], by=None, at=person.created_at)


def test_what_was_written_for_them_is_gone_with_all_around_it(give, cast, at, bob):
    one = give(cast.charlie, cast.bob, visibility="leaders")
    services.edit_feedback(feedback=one, words={"impact": "I"}, by=cast.charlie, at=at)
    services.keep_note(feedback=one, text="N", by=cast.bob, at=at)
    forget(bob)
    for table in (Feedback, FeedbackNote, FeedbackReader, FeedbackWording):
        assert not table.objects.exists(), table


def test_what_they_wrote_stays_with_the_reader_without_their_name(give, cast, bob):
    one = give(cast.bob, cast.alice)
    forget(bob)
    found = queries.get_feedback(user=cast.alice, feedback_id=one.pk)
    assert (found.writer, found.written_by) == (None, None)
    assert not Content.objects.filter(actor_name="Bob", erased=False).filter(
        activity__verb__startswith="feedback."
    )


def test_drafts_and_what_was_withdrawn_go(draft, give, cast, at, bob):
    draft(cast.bob, cast.alice)
    services.withdraw_feedback(feedback=give(cast.bob, cast.alice), by=cast.bob, at=at)
    forget(bob)
    assert not Feedback.objects.exists()


def test_their_questions_go_and_those_put_to_them(cast, at, bob):
    ask = {"question": "Q", "at": at}
    services.ask_for_feedback(people=[cast.person(cast.alice)], by=cast.bob, **ask)
    both = [bob, cast.person(cast.charlie)]
    stays = services.ask_for_feedback(people=both, by=cast.alice, **ask)
    forget(bob)
    assert FeedbackRequest.objects.get() == stays
    assert AskedPerson.objects.get().person == both[1]


def test_thanks_for_several_stay_with_the_others(cast, at, bob):
    value = Value.objects.create(name="Care", created_at=at, updated_at=at)
    give = {"words": "W", "value": value, "at": at, "by": cast.alice}
    charlie = cast.person(cast.charlie)
    services.give_recognition(people=[bob], **give)
    both = services.give_recognition(people=[bob, charlie], **give)
    theirs = services.give_recognition(people=[charlie], **{**give, "by": cast.bob})
    forget(bob)
    assert set(Recognition.objects.all()) == {both, theirs}
    assert [row.person for row in RecognitionReceiver.objects.all()] == [charlie] * 2
    theirs.refresh_from_db()
    assert theirs.giver is None


def test_the_chain_stays_whole(give, cast, bob):
    give(cast.charlie, cast.bob)
    forget(bob)
    assert verify_chain().whole
