"""Recognition, as far as somebody may read it."""

from collections.abc import Collection
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open
from quarterdeck.domains.goals.models import Goal
from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.domains.people.permissions import standing_of, teams_near
from quarterdeck.domains.projects.models import Task
from quarterdeck.domains.projects.queries.visible import in_visible_project

from ..models import Recognition, RecognitionReceiver
from ..permissions import can_use_feedback


def recognition_visible_to(user: Any) -> QuerySet[Recognition]:
    """Return what is open to one's teams, what one gave and what one was given."""
    rows = Recognition.objects.order_by("-given_at", "-id")
    if not can_use_feedback(user):
        return rows.none()
    given = Recognition.objects.filter(given_by_id=user.pk).order_by().values("pk")
    # Three ways to it, each along its own index: of many rows one may read a few.
    teams = teams_near(standing_of(user)).values("pk")
    told = Recognition.objects.filter(team_id__in=teams).order_by().values("pk")
    open_to_me = Q(taken_back_at__isnull=True, pk__in=told.union(_to_me(user)))
    readable = rows.filter(Q(pk__in=given) | open_to_me)
    return while_private_rooms_are_open(user, readable)


def _to_me(user: Any) -> QuerySet[Any, Any]:
    rows = RecognitionReceiver.objects.filter(user_id=user.pk).order_by()
    return rows.values("recognition_id")


def get_recognition(*, user: Any, recognition_id: int) -> Recognition:
    return with_subjects(user, recognition_visible_to(user)).get(pk=recognition_id)


def recognition_for_reading(user: Any) -> QuerySet[Recognition]:
    """Return what the user may read and nobody took back, newest first."""
    rows = recognition_visible_to(user).filter(taken_back_at__isnull=True)
    return with_subjects(user, rows)


def said_about(user: Any, person: Person) -> QuerySet[Recognition]:
    """Return the thanks to somebody that this user may read."""
    thanks = RecognitionReceiver.objects.filter(person=person)
    return recognition_for_reading(user).filter(pk__in=thanks.values("recognition_id"))


def said_about_me(user: Any) -> QuerySet[Recognition]:
    return recognition_for_reading(user).filter(pk__in=_to_me(user))


def recognition_given_by(user: Any) -> QuerySet[Recognition]:
    rows = recognition_visible_to(user).filter(given_by_id=user.pk)
    return with_subjects(user, rows)


def with_subjects(user: Any, rows: QuerySet[Recognition]) -> QuerySet[Recognition]:
    """Fetch what a line shows; a task is named only to who may see it."""
    people = RecognitionReceiver.objects.select_related("person").order_by("id")
    return (
        rows.select_related("giver", "task", "goal", "value", "team")
        .prefetch_related(Prefetch("receivers", people))
        .annotate(task_seen=in_visible_project(user, "task__project_id"))
    )


def is_at_home(
    *,
    team_id: int,
    person_ids: Collection[int],
    task_id: int | None = None,
    goal_id: int | None = None,
) -> bool:
    """Whether thanks are told where somebody thanked, or the work, is at home."""
    return (
        Membership.objects.filter(team_id=team_id, person_id__in=person_ids).exists()
        or Task.objects.filter(pk=task_id or 0, project__team_id=team_id).exists()
        or Goal.objects.filter(pk=goal_id or 0, team_id=team_id).exists()
    )
