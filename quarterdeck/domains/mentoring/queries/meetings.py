"""What stands in a pair: meetings, steps, and what each says at the end."""

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from quarterdeck.domains.people.permissions import standing_of

from ..models import MentorEvaluation, MentorMeeting, MentorStep
from .pairs import mentorships_visible_to


def meetings_visible_to(user: Any) -> QuerySet[MentorMeeting]:
    pairs = mentorships_visible_to(user).order_by().values("pk")
    rows = MentorMeeting.objects.filter(mentorship_id__in=pairs)
    rows = rows.select_related("mentorship", "written_by")
    return rows.order_by("-on", "-id")


def get_meeting(*, user: Any, meeting_id: int) -> MentorMeeting:
    return meetings_visible_to(user).get(pk=meeting_id)


def steps_visible_to(user: Any) -> QuerySet[MentorStep]:
    pairs = mentorships_visible_to(user).order_by().values("pk")
    rows = MentorStep.objects.filter(mentorship_id__in=pairs)
    rows = rows.select_related("mentorship")
    return rows.order_by(
        F("done_at").asc(nulls_first=True), F("due_on").asc(nulls_last=True), "id"
    )


def get_step(*, user: Any, step_id: int) -> MentorStep:
    return steps_visible_to(user).get(pk=step_id)


def evaluations_visible_to(user: Any) -> QuerySet[MentorEvaluation]:
    """Return one's own, and the other's where one has written oneself.

    So what the first one writes does not lead the hand of the second.
    """
    mine = standing_of(user).person_id or 0
    pairs = mentorships_visible_to(user).order_by().values("pk")
    own = MentorEvaluation.objects.filter(
        mentorship=OuterRef("mentorship"), writer_id=mine
    )
    rows = MentorEvaluation.objects.filter(
        Q(writer_id=mine) | Exists(own), mentorship_id__in=pairs
    )
    return rows.select_related("writer").order_by("id")
