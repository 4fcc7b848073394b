"""Read feedback, thank for it, reply once, keep a note for oneself."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import Feedback, FeedbackNote, FeedbackReader
from ..permissions import is_for, reads
from .changing import NotGiven
from .telling import all_who_read


class AlreadyThanked(RuleBroken):
    pass


class AlreadyReplied(RuleBroken):
    pass


@transaction.atomic
def see_feedback(*, feedback: Feedback, by: Any, at: datetime) -> Feedback:
    """Note that it was opened; the writer is told. A second opening changes nothing."""
    feedback = _given(feedback)
    if not reads(by, feedback):
        raise PermissionDenied
    if _note_seen(feedback, by, at):
        activity.record(
            by=by,
            verb="feedback.seen",
            subject=feedback,
            at=at,
            audience=activity.private(by.pk, feedback.written_by_id),
        )
    return feedback


@transaction.atomic
def thank_for_feedback(*, feedback: Feedback, by: Any, at: datetime) -> Feedback:
    feedback = _mine(feedback, by)
    if feedback.thanked_at is not None:
        raise AlreadyThanked("You thanked for it already.")
    _note_seen(feedback, by, at)
    feedback.thanked_at = at
    feedback.save(update_fields=["thanked_at"])
    _tell("feedback.thanked", feedback, by, at)
    return feedback


@transaction.atomic
def reply_to_feedback(
    *, feedback: Feedback, reply: str, by: Any, at: datetime
) -> Feedback:
    """Answer once; the writer and those who read the feedback read the reply."""
    feedback = _mine(feedback, by)
    if feedback.replied_at is not None:
        raise AlreadyReplied("You replied already. For more, talk to each other.")
    _note_seen(feedback, by, at)
    feedback.reply, feedback.replied_at = reply.strip(), at
    feedback.save(update_fields=["reply", "replied_at"])
    _tell("feedback.replied", feedback, by, at)
    return feedback


@transaction.atomic
def keep_note(
    *,
    feedback: Feedback,
    text: str,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> FeedbackNote:
    """Keep words for oneself; nobody else reads them, the writer neither."""
    feedback = _mine(feedback, by)
    rows = FeedbackNote.objects.select_for_update()
    note, made_now = rows.get_or_create(
        feedback=feedback,
        user=by,
        defaults={"text": text.strip(), "created_at": at, "updated_at": at},
    )
    if made_now or activity.revise_privately(
        note, {"text": text.strip()}, at=at, seen_version=seen_version
    ):
        activity.record(
            by=by,
            verb="feedback.noted",
            subject=note,
            at=at,
            audience=activity.private(by.pk),
        )
    return note


def _given(feedback: Feedback) -> Feedback:
    feedback = Feedback.objects.select_for_update().get(pk=feedback.pk)
    if feedback.is_draft or feedback.withdrawn_at is not None:
        raise NotGiven("It is not given, or was taken back.")
    return feedback


def _mine(feedback: Feedback, by: Any) -> Feedback:
    feedback = _given(feedback)
    if not is_for(by, feedback):
        raise PermissionDenied
    return feedback


def _note_seen(feedback: Feedback, by: Any, at: datetime) -> bool:
    unseen = FeedbackReader.objects.filter(
        feedback=feedback, user_id=by.pk, seen_at__isnull=True
    )
    if not unseen.update(seen_at=at):
        return False
    if feedback.read_at is None:
        feedback.read_at, feedback.read_version = at, feedback.version
        feedback.save(update_fields=["read_at", "read_version"])
    return True


def _tell(verb: str, feedback: Feedback, by: Any, at: datetime) -> None:
    activity.record(
        by=by, verb=verb, subject=feedback, at=at, audience=all_who_read(feedback)
    )
