"""Thanks in better words: for a week, and readers see how they read before."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity.models import Change, Content
from quarterdeck.domains.feedback import queries, services
from quarterdeck.domains.feedback.models import RecognitionWording
from quarterdeck.domains.strategy.models import Value
from quarterdeck.shared.errors import StaleEdit

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


@pytest.fixture
def thanks(cast, at):
    value = Value.objects.create(name="Care", created_at=at, updated_at=at)
    return services.give_recognition(
        words="You stayed calm.",
        people=[cast.person(cast.bob)],
        value=value,
        team=cast.support,
        by=cast.alice,
        at=at,
    )


def edit(thanks, by, at, words="You stayed calm all day.", **more):
    return services.edit_recognition(
        recognition=thanks, words=words, by=by, at=at, **more
    )


def test_readers_see_the_new_words_and_the_ones_before(thanks, cast, at):
    edited = edit(thanks, cast.alice, at)
    assert (edited.words, edited.edited_at) == ("You stayed calm all day.", at)
    for reader in (cast.alice, cast.bob, cast.dana):
        before = queries.wordings_of_recognition(reader, edited)
        assert [one.words for one in before] == ["You stayed calm."]
    for other in (cast.charlie, cast.olga, cast.gwen):
        assert not queries.wordings_of_recognition(other, edited).exists()


def test_only_the_giver_and_only_for_a_week(thanks, cast, at):
    for other in (cast.bob, cast.dana, cast.olga):
        with pytest.raises(PermissionDenied):
            edit(thanks, other, at)
    edit(thanks, cast.alice, at + WEEK - timedelta(seconds=1))
    with pytest.raises(services.WordsStand):
        edit(thanks, cast.alice, at + WEEK, words="Later")


def test_what_was_taken_back_is_not_edited(thanks, cast, at):
    services.take_back_recognition(recognition=thanks, by=cast.alice, at=at)
    with pytest.raises(services.RecognitionGone):
        edit(thanks, cast.alice, at)


def test_a_stale_save_is_refused_and_the_same_words_change_nothing(thanks, cast, at):
    assert edit(thanks, cast.alice, at, words="You stayed calm.").version == 1
    edit(thanks, cast.alice, at, seen_version=1)
    with pytest.raises(StaleEdit):
        edit(thanks, cast.alice, at, words="Other", seen_version=1)
    assert RecognitionWording.objects.count() == 1


def test_no_word_of_it_stands_in_the_record_of_acts(thanks, cast, at):
    edit(thanks, cast.alice, at)
    assert not Change.objects.exists()
    told = Content.objects.filter(activity__verb="recognition.edited").get()
    assert (told.subject_name, told.details) == ("", {})
