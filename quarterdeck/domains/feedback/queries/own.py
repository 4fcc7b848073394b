"""Everything in this room that is somebody's own, for the file with their data."""

from typing import Any

from ..models import (
    AskedPerson,
    Feedback,
    FeedbackNote,
    FeedbackWording,
    RecognitionWording,
    ThankedInPerson,
)
from ..permissions import can_use_feedback
from .feedback import drafts_of, given_by, received_by
from .recognition import recognition_given_by, said_about_me
from .requests import questions_of


def own_feedback_records(user: Any) -> dict[str, Any]:
    """Return querysets by name: what they wrote, what was written for them, their notes.

    What they read as somebody's leader is not theirs, and is not here.
    """
    if not can_use_feedback(user):
        return {}
    return {
        "feedback_drafts": drafts_of(user),
        "feedback_thrown_away": Feedback.objects.filter(
            written_by_id=user.pk, discarded_at__isnull=False
        ),
        "feedback_given": given_by(user),
        "feedback_received": received_by(user),
        "feedback_notes": FeedbackNote.objects.filter(user_id=user.pk).order_by("id"),
        "feedback_wordings": FeedbackWording.objects.filter(
            feedback__written_by_id=user.pk
        ),
        "feedback_questions": questions_of(user),
        "feedback_asked_by_me": AskedPerson.objects.filter(
            request__asked_by_id=user.pk
        ),
        "feedback_asked_of_me": AskedPerson.objects.filter(user_id=user.pk),
        "recognition_given": recognition_given_by(user),
        "recognition_received": said_about_me(user),
        "recognition_wordings": RecognitionWording.objects.filter(
            recognition__given_by_id=user.pk
        ),
        "thanked_in_person": ThankedInPerson.objects.filter(marked_by_id=user.pk),
    }
