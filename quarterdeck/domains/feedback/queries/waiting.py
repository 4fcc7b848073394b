"""What waits for somebody here, in as few columns as one line of Home needs."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open

from ..models import FeedbackReader
from ..permissions import can_use_feedback
from .requests import waiting_for


@dataclass(frozen=True)
class Unread:
    feedback_id: int
    writer: str | None  # nobody's name, when its writer was forgotten
    given_at: datetime


@dataclass(frozen=True)
class Waiting:
    request_id: int
    asker: str
    answer_by: date | None


def unread_lines(user: Any, most: int) -> list[Unread]:
    """Return what was written for this account and never opened, the newest first."""
    if not can_use_feedback(user):
        return []
    rows = FeedbackReader.objects.filter(
        user_id=user.pk,
        standing=FeedbackReader.Standing.RECEIVER,
        seen_at__isnull=True,
        feedback__given_at__isnull=False,
        feedback__withdrawn_at__isnull=True,
        feedback__discarded_at__isnull=True,
    )
    rows = while_private_rooms_are_open(user, rows.order_by("-feedback_id"))
    found = rows.values_list(
        "feedback_id", "feedback__writer__name", "feedback__given_at"
    )
    return [
        Unread(number, writer, at)
        for number, writer, at in found[:most]
        if at is not None
    ]


def waiting_lines(user: Any, most: int) -> list[Waiting]:
    """Return the questions this account has not answered, the earliest day first."""
    rows = while_private_rooms_are_open(user, waiting_for(user).select_related(None))
    found = rows.values_list("request_id", "request__asker__name", "request__answer_by")
    return [Waiting(*row) for row in found[:most]]
