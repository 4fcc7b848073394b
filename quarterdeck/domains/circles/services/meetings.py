"""When the circle meets."""

from datetime import date, datetime, time
from typing import Any

from django.db import transaction

from quarterdeck.domains.activity import services as activity

from ..models import Circle, CircleMeeting
from .telling import inside, tell


@transaction.atomic
def plan_circle_meeting(
    *,
    circle: Circle,
    on: date,
    by: Any,
    at: datetime,
    time: time | None = None,
    words: str = "",
) -> CircleMeeting:
    circle = inside(circle, by).circle
    meeting = CircleMeeting.objects.create(
        circle=circle, on=on, time=time, words=words, created_at=at, updated_at=at
    )
    tell("circle.meeting_planned", circle, by=by, at=at)
    return meeting


@transaction.atomic
def edit_circle_meeting(
    *,
    meeting: CircleMeeting,
    on: date,
    by: Any,
    at: datetime,
    time: time | None = None,
    words: str = "",
    seen_version: int | None = None,
) -> CircleMeeting:
    circle = inside(meeting.circle, by).circle
    meeting = CircleMeeting.objects.get(pk=meeting.pk, circle=circle)
    changes = {"on": on, "words": words}
    if meeting.time != time:
        changes["time"] = time
    if activity.revise_privately(meeting, changes, at=at, seen_version=seen_version):
        tell("circle.meeting_edited", circle, by=by, at=at)
    return meeting


@transaction.atomic
def remove_circle_meeting(*, meeting: CircleMeeting, by: Any, at: datetime) -> None:
    circle = inside(meeting.circle, by).circle
    CircleMeeting.objects.filter(pk=meeting.pk, circle=circle).delete()
    tell("circle.meeting_removed", circle, by=by, at=at)
