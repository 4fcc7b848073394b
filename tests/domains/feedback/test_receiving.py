from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.feedback import queries, services
from quarterdeck.domains.feedback.models import Feedback, FeedbackNote
from quarterdeck.shared.errors import StaleEdit

pytestmark = pytest.mark.django_db


def test_reading_is_noted_once_and_told_to_the_writer(give, cast, at):
    feedback = give(cast.bob, cast.alice)
    (line,) = queries.unread_lines(cast.alice, 5)
    assert (line.feedback_id, line.writer) == (feedback.pk, "Bob")
    for hours in (1, 2):
        moment = at + timedelta(hours=hours)
        services.see_feedback(feedback=feedback, by=cast.alice, at=moment)
    feedback.refresh_from_db()
    assert feedback.read_at == at + timedelta(hours=1)
    assert queries.unread_lines(cast.alice, 5) == []
    act = Activity.objects.get(verb="feedback.seen")
    assert {r.user_id for r in act.readers.all()} == {cast.alice.pk, cast.bob.pk}


def test_the_writer_does_not_read_it_for_others(give, cast, at):
    feedback = give(cast.bob, cast.alice)
    with pytest.raises(PermissionDenied):
        services.see_feedback(feedback=feedback, by=cast.bob, at=at)


def test_the_receiver_thanks_and_replies_once(give, cast, at):
    feedback = give(cast.bob, cast.alice)
    act = {"feedback": feedback, "by": cast.alice, "at": at}
    services.thank_for_feedback(**act)
    services.reply_to_feedback(reply="I did not notice.", **act)
    with pytest.raises(services.AlreadyThanked):
        services.thank_for_feedback(**act)
    with pytest.raises(services.AlreadyReplied):
        services.reply_to_feedback(reply="More", **act)
    found = queries.get_feedback(user=cast.bob, feedback_id=feedback.pk)
    assert found.reply == "I did not notice."
    assert found.read_at == at  # who answers has read


def test_a_leader_who_reads_it_neither_thanks_nor_replies(give, cast, at):
    feedback = give(cast.charlie, cast.bob, visibility="leaders")
    act = {"feedback": feedback, "by": cast.alice, "at": at}
    for refused in (services.thank_for_feedback, services.keep_note):
        with pytest.raises(PermissionDenied):
            refused(**act, **({"text": "N"} if refused is services.keep_note else {}))
    with pytest.raises(PermissionDenied):
        services.reply_to_feedback(reply="R", **act)


def test_a_note_is_its_owners_alone(give, cast, at):
    feedback = give(cast.charlie, cast.bob, visibility="leaders")
    services.keep_note(feedback=feedback, text="Ask Ann", by=cast.bob, at=at)
    assert queries.note_of(cast.bob, feedback).text == "Ask Ann"
    for other in (cast.charlie, cast.alice, cast.olga):
        assert queries.note_of(other, feedback) is None
    act = Activity.objects.get(verb="feedback.noted")
    assert [r.user_id for r in act.readers.all()] == [cast.bob.pk]


def test_a_note_is_changed_in_place_and_a_stale_change_noticed(give, cast, at):
    feedback = give(cast.charlie, cast.bob)
    keep = {"feedback": feedback, "by": cast.bob, "at": at}
    services.keep_note(text="One", **keep)
    services.keep_note(text="Two", seen_version=1, **keep)
    assert FeedbackNote.objects.get().text == "Two"
    with pytest.raises(StaleEdit):
        services.keep_note(text="Three", seen_version=1, **keep)


def test_what_one_has_as_leader_is_not_in_ones_own_data(give, cast):
    shared = give(cast.charlie, cast.bob, visibility="leaders")
    mine = queries.own_feedback_records(cast.alice)
    assert all(shared not in rows for rows in mine.values() if rows.model is Feedback)
    assert shared in queries.own_feedback_records(cast.bob)["feedback_received"]
    assert shared in queries.own_feedback_records(cast.charlie)["feedback_given"]


def test_lists_say_what_is_new_and_stand_apart(give, cast, at):
    mine = give(cast.dana, cast.alice)
    shared = give(cast.charlie, cast.bob, visibility="leaders")
    assert list(queries.received_by(cast.alice)) == [mine]
    assert list(queries.shared_with(cast.alice)) == [shared]
    assert [f.is_new for f in queries.received_by(cast.alice)] == [True]
    assert list(queries.given_by(cast.charlie)) == [shared]
