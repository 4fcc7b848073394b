"""Who may write, read, change and answer. An admin, as an admin, may do none of it."""

from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied

from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import (
    is_member,
    leads_person,
    standing_of,
)

from .models import (
    AskedPerson,
    Feedback,
    FeedbackRequest,
    Recognition,
    ThankedInPerson,
)

# So long thanks can be put in other words.
REWORDED_WITHIN = timedelta(days=7)


def can_use_feedback(user: Any) -> bool:
    """Members with a person of their own, in an account known to be in their hands."""
    if not is_member(user) or standing_of(user).person_id is None:
        return False
    return private_rooms_are_open(user)


can_ask_for_feedback = can_use_feedback
can_give_feedback = can_use_feedback
can_give_recognition = can_use_feedback


def refuse_without_room(user: Any) -> None:
    """Say no at the door, before any record that was named is looked up."""
    if not can_use_feedback(user):
        raise PermissionDenied


def wrote(user: Any, feedback: Feedback) -> bool:
    """Whoever wrote it edits, narrows and withdraws it."""
    return can_use_feedback(user) and feedback.written_by_id == user.pk


def is_for(user: Any, feedback: Feedback) -> bool:
    """The receiver, by the account that was named: they thank, reply, keep a note."""
    return can_use_feedback(user) and any(
        reader.user_id == user.pk and reader.standing == reader.Standing.RECEIVER
        for reader in feedback.readers.all()
    )


def reads(user: Any, feedback: Feedback) -> bool:
    named = {reader.user_id for reader in feedback.readers.all()}
    return can_use_feedback(user) and user.pk in named


def asked(user: Any, request: FeedbackRequest) -> bool:
    """Who put the question withdraws it."""
    return can_use_feedback(user) and request.asked_by_id == user.pk


def was_asked(user: Any, row: AskedPerson) -> bool:
    """Whoever was asked answers or declines."""
    return can_use_feedback(user) and row.user_id == user.pk


def gave(user: Any, recognition: Recognition) -> bool:
    """Whoever gave it takes it back."""
    return can_use_feedback(user) and recognition.given_by_id == user.pk


def can_edit_recognition(user: Any, recognition: Recognition, now: datetime) -> bool:
    """Whoever gave it puts it in better words for a week; then people have it as it is."""
    fresh = now - recognition.given_at < REWORDED_WITHIN
    return fresh and recognition.taken_back_at is None and gave(user, recognition)


def can_mark_thanks(user: Any, person: Person) -> bool:
    """Whoever leads somebody marks for themselves that they thanked them in person."""
    return can_use_feedback(user) and leads_person(user, person)


def marked(user: Any, mark: ThankedInPerson) -> bool:
    return can_use_feedback(user) and mark.marked_by_id == user.pk


def can_narrow_recognition(user: Any, recognition: Recognition) -> bool:
    """Who gave it and who is thanked may keep it between themselves."""
    if not can_use_feedback(user):
        return False
    thanked = {row.user_id for row in recognition.receivers.all()}
    return user.pk in thanked | {recognition.given_by_id}
