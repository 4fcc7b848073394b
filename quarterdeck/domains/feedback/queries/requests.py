"""Questions that ask for feedback: mine, and those put to me."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open
from quarterdeck.domains.projects.queries.visible import in_visible_project

from ..models import AskedPerson, Feedback, FeedbackRequest
from ..permissions import can_use_feedback
from .feedback import feedback_visible_to


def requests_visible_to(user: Any) -> QuerySet[FeedbackRequest]:
    """Return the questions this account asked or was asked, newest first."""
    rows = FeedbackRequest.objects.order_by("-id")
    if not can_use_feedback(user):
        return rows.none()
    put_to_me = AskedPerson.objects.filter(user_id=user.pk).values("request_id")
    open_to_me = Q(withdrawn_at__isnull=True, pk__in=put_to_me)
    readable = rows.filter(Q(asked_by_id=user.pk) | open_to_me)
    return while_private_rooms_are_open(user, readable)


def get_request(*, user: Any, request_id: int) -> FeedbackRequest:
    rows = requests_visible_to(user).select_related("asker", "task", "goal")
    seen = in_visible_project(user, "task__project_id")
    return rows.annotate(task_seen=seen).get(pk=request_id)


def get_asking(*, user: Any, request_id: int) -> AskedPerson:
    """Return the row that says this account was asked."""
    visible = requests_visible_to(user).order_by().values("pk")
    rows = AskedPerson.objects.filter(request_id__in=visible, user_id=user.pk)
    return rows.select_related("request__asker").get(request_id=request_id)


def waiting_for(user: Any) -> QuerySet[AskedPerson]:
    """Return what this account was asked and has not answered, the earliest day first."""
    rows = AskedPerson.objects.filter(
        user_id=user.pk, declined_at__isnull=True, request__withdrawn_at__isnull=True
    )
    if not can_use_feedback(user):
        return rows.none()
    rows = rows.filter(~Exists(_answers_of("user_id"))).select_related("request__asker")
    return rows.order_by(F("request__answer_by").asc(nulls_last=True), "id")


def questions_waiting_for(user: Any) -> QuerySet[FeedbackRequest]:
    """Return the questions behind `waiting_for`, the newest first."""
    waiting = waiting_for(user).order_by().values("request_id")
    return requests_visible_to(user).filter(pk__in=waiting)


def questions_of(user: Any) -> QuerySet[FeedbackRequest]:
    """Return one's own questions with everybody asked; only the asker may see those."""
    everybody = AskedPerson.objects.select_related("person").order_by("person__name")
    everybody = everybody.annotate(answered=Exists(_answers_of("user_id")))
    rows = requests_visible_to(user).filter(asked_by_id=user.pk)
    return rows.prefetch_related(Prefetch("asked", everybody, "people_asked"))


def open_questions_of(user: Any) -> QuerySet[FeedbackRequest]:
    """Return one's questions on which somebody has still to answer."""
    open_rows = AskedPerson.objects.filter(
        ~Exists(_answers_of("user_id")),
        request=OuterRef("pk"),
        declined_at__isnull=True,
    )
    return questions_of(user).filter(Exists(open_rows), withdrawn_at__isnull=True)


@dataclass(frozen=True)
class Answer:
    """What came of asking one person: an answer, a reason, or nothing yet."""

    row: AskedPerson
    feedback: Feedback | None


def answers_to(user: Any, request: FeedbackRequest) -> list[Answer]:
    """Return one line for each person asked; nothing for who did not ask."""
    if request.asked_by_id != user.pk:
        return []
    given = feedback_visible_to(user).filter(request=request, given_at__isnull=False)
    by_user = {
        feedback.written_by_id: feedback
        for feedback in given.filter(withdrawn_at__isnull=True)
    }
    rows = request.asked.select_related("person").order_by("person__name", "id")
    return [Answer(row, by_user.get(row.user_id)) for row in rows]


def answer_of(user: Any, request: FeedbackRequest) -> Feedback | None:
    """Return the answer this account gave or has begun."""
    mine = feedback_visible_to(user).filter(request=request, written_by_id=user.pk)
    return mine.filter(withdrawn_at__isnull=True).first()


def _answers_of(user_field: str) -> QuerySet[Feedback]:
    return Feedback.objects.filter(
        request_id=OuterRef("request_id"),
        written_by_id=OuterRef(user_field),
        given_at__isnull=False,
        withdrawn_at__isnull=True,
        discarded_at__isnull=True,  # so that the index of one answer each serves
    )
