"""The words of a private record stand in that record and nowhere else."""

from datetime import timedelta

import pytest

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.models import Change
from quarterdeck.domains.activity.services.recording import WordsOfAPrivateRecord
from quarterdeck.domains.organization.models import Organization
from quarterdeck.shared.errors import StaleEdit


@pytest.fixture
def record(cast):
    return Organization.objects.get()


def test_a_private_change_is_saved_and_its_words_are_kept_nowhere_else(record, at):
    later = at + timedelta(minutes=1)
    assert activity.revise_privately(record, {"name": "New"}, at=later)
    record.refresh_from_db()
    assert (record.name, record.version, record.updated_at) == ("New", 2, later)
    assert not Change.objects.filter(subject_kind="organization.Organization").exists()


def test_what_is_the_same_changes_nothing(record, at):
    assert not activity.revise_privately(record, {"name": record.name}, at=at)
    assert record.version == 1


def test_a_save_that_started_from_an_older_text_is_refused_with_both(record, at):
    activity.revise_privately(record, {"name": "Theirs"}, at=at)
    with pytest.raises(StaleEdit) as told:
        activity.revise_privately(
            record, {"name": "Mine"}, at=at, seen_version=1, changed_by="Alice"
        )
    (conflict,) = told.value.conflicts
    assert (conflict.theirs, conflict.yours, conflict.by) == ("Theirs", "Mine", "Alice")
    record.refresh_from_db()
    assert record.name == "Theirs"


def test_changed_words_cannot_be_recorded_for_a_private_audience(cast, record, at):
    made = activity.revise(record, {"name": "New"}, at=at)
    with pytest.raises(WordsOfAPrivateRecord):
        activity.record(
            by=cast.alice,
            verb="organization.edited",
            subject=record,
            at=at,
            audience=activity.private(cast.alice.pk),
            changes=made,
        )
