"""Feedback, as far as somebody was named to read it."""

from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open
from quarterdeck.domains.projects.queries.visible import in_visible_project

from ..models import Feedback, FeedbackNote, FeedbackReader, FeedbackWording
from ..permissions import can_use_feedback, wrote

Standing = FeedbackReader.Standing


def feedback_visible_to(user: Any) -> QuerySet[Feedback]:
    """Return what this account wrote and what it was named to read, newest first."""
    rows = Feedback.objects.filter(discarded_at__isnull=True)
    if not can_use_feedback(user):
        return rows.none()
    mine = Q(written_by_id=user.pk)
    given = Q(given_at__isnull=False, withdrawn_at__isnull=True)
    named = Q(pk__in=_rows_of(user).values("feedback_id"))
    readable = rows.filter(mine | (given & named)).order_by("-id")
    return while_private_rooms_are_open(user, readable)


def get_feedback(*, user: Any, feedback_id: int) -> Feedback:
    return _whole(user, feedback_visible_to(user)).get(pk=feedback_id)


def get_discarded(*, user: Any, feedback_id: int) -> Feedback:
    """Return a draft its writer threw away, to take it up again."""
    rows = Feedback.objects.filter(discarded_at__isnull=False, written_by_id=user.pk)
    return (rows if can_use_feedback(user) else rows.none()).get(pk=feedback_id)


def received_by(user: Any) -> QuerySet[Feedback]:
    """Return what was written for this account, newest first, with whether it is new."""
    return _listed(user, Standing.RECEIVER)


def shared_with(user: Any) -> QuerySet[Feedback]:
    """Return what this account reads as a leader who was named."""
    return _listed(user, Standing.LEADER)


def given_by(user: Any) -> QuerySet[Feedback]:
    """Return what this account gave, withdrawn or not."""
    return _whole(user, _written_by(user).filter(given_at__isnull=False))


def drafts_of(user: Any) -> QuerySet[Feedback]:
    rows = _written_by(user).filter(given_at__isnull=True)
    return _whole(user, rows).order_by("-updated_at")


def note_of(user: Any, feedback: Feedback) -> FeedbackNote | None:
    """Return this account's own note on feedback it was let see."""
    rows = FeedbackNote.objects.filter(feedback=feedback, user_id=user.pk)
    return while_private_rooms_are_open(user, rows).first()


def wordings_of(user: Any, feedback: Feedback) -> list[FeedbackWording]:
    """Return earlier wordings, newest first: to readers those that somebody read."""
    rows = FeedbackWording.objects.filter(feedback=feedback).order_by("-version")
    if not wrote(user, feedback):
        if feedback.read_version is None:
            return []
        rows = rows.filter(version__gte=feedback.read_version)
    return list(rows[:50])


def _listed(user: Any, standing: str) -> QuerySet[Feedback]:
    """Where it was named decides alone here, so nothing else is asked of the table."""
    if not can_use_feedback(user):
        return Feedback.objects.none()
    mine = _rows_of(user).filter(standing=standing)
    rows = Feedback.objects.filter(
        pk__in=mine.values("feedback_id"),
        discarded_at__isnull=True,
        given_at__isnull=False,
        withdrawn_at__isnull=True,
    )
    rows = while_private_rooms_are_open(user, rows.order_by("-id"))
    return _whole(user, rows).annotate(is_new=_unseen(user))


def _written_by(user: Any) -> QuerySet[Feedback]:
    """What one wrote is one's own to read; who else was named need not be asked."""
    if not can_use_feedback(user):
        return Feedback.objects.none()
    rows = Feedback.objects.filter(discarded_at__isnull=True, written_by_id=user.pk)
    return while_private_rooms_are_open(user, rows.order_by("-id"))


def _unseen(user: Any) -> Exists:
    rows = _rows_of(user).filter(feedback=OuterRef("pk"), seen_at__isnull=True)
    return Exists(rows)


def _rows_of(user: Any) -> QuerySet[FeedbackReader]:
    """Where this account is named. Reading begins here: it is few of many rows."""
    return FeedbackReader.objects.filter(user_id=user.pk)


def _whole(user: Any, rows: QuerySet[Feedback]) -> QuerySet[Feedback]:
    """Fetch what a page shows; a task is named only to who may see it."""
    # Whom it is for stands first.
    readers = FeedbackReader.objects.select_related("user").order_by("-standing", "id")
    return (
        rows.select_related("writer", "receiver", "task", "goal", "request")
        .prefetch_related(Prefetch("readers", readers))
        .annotate(task_seen=in_visible_project(user, "task__project_id"))
    )
