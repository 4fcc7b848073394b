"""Change the words, let fewer people read, or take feedback back unread."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import Feedback, FeedbackReader, FeedbackWording
from ..models.feedback import WORDS
from ..permissions import wrote
from .giving import refuse_gaps
from .telling import all_who_read


class AlreadyRead(RuleBroken):
    pass


class NotGiven(RuleBroken):
    pass


class AlreadyNarrow(RuleBroken):
    pass


@transaction.atomic
def edit_feedback(
    *,
    feedback: Feedback,
    words: Mapping[str, str],
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> Feedback:
    """Put it in better words; whoever has read it sees how it read before."""
    feedback = _own(feedback, by)
    if feedback.is_draft or feedback.withdrawn_at is not None:
        raise NotGiven("Only feedback that is given and stands can be edited.")
    wanted = {name: words[name].strip() for name in WORDS if name in words}
    refuse_gaps({name: getattr(feedback, name) for name in WORDS} | wanted)
    before = {name: getattr(feedback, name) for name in WORDS}
    version = feedback.version
    if not activity.revise_privately(
        feedback, wanted, at=at, seen_version=seen_version
    ):
        return feedback
    FeedbackWording.objects.create(
        feedback=feedback, version=version, until=at, **before
    )
    activity.record(
        by=by,
        verb="feedback.edited",
        subject=feedback,
        at=at,
        audience=all_who_read(feedback),
    )
    return feedback


@transaction.atomic
def narrow_feedback(*, feedback: Feedback, by: Any, at: datetime) -> Feedback:
    """Leave it to the person it is for alone. There is no way back from here."""
    feedback = _own(feedback, by)
    if feedback.visibility == Feedback.Visibility.PERSON:
        raise AlreadyNarrow("Only the person it is for reads it already.")
    audience = all_who_read(feedback)
    FeedbackReader.objects.filter(
        feedback=feedback, standing=FeedbackReader.Standing.LEADER
    ).delete()
    feedback.visibility = Feedback.Visibility.PERSON
    feedback.save(update_fields=["visibility"])
    if feedback.is_draft:
        audience = activity.private(by.pk)
    activity.record(
        by=by, verb="feedback.narrowed", subject=feedback, at=at, audience=audience
    )
    return feedback


@transaction.atomic
def withdraw_feedback(*, feedback: Feedback, by: Any, at: datetime) -> Feedback:
    """Take it back as long as nobody read it; then only the writer has the words."""
    feedback = _own(feedback, by)
    if feedback.is_draft or feedback.withdrawn_at is not None:
        raise NotGiven("There is nothing to withdraw.")
    if feedback.read_at is not None:
        raise AlreadyRead(
            "It was read. You can still put it in other words, or talk about it."
        )
    audience = all_who_read(feedback)
    feedback.readers.all().delete()
    feedback.withdrawn_at = at
    feedback.save(update_fields=["withdrawn_at"])
    activity.record(
        by=by, verb="feedback.withdrawn", subject=feedback, at=at, audience=audience
    )
    return feedback


def _own(feedback: Feedback, by: Any) -> Feedback:
    feedback = Feedback.objects.select_for_update().get(pk=feedback.pk)
    if not wrote(by, feedback):
        raise PermissionDenied
    return feedback
