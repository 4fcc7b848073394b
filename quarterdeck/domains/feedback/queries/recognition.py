"""Recognition, as far as somebody may read it."""

from collections.abc import Collection
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open
from quarterdeck.domains.goals.models import Goal
from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.domains.people.permissions import standing_of, teams_near
from quarterdeck.domains.projects.models import Task
from quarterdeck.domains.projects.queries.visible import in_visible_project

from ..models import Recognition, RecognitionReceiver, RecognitionWording
from ..permissions import can_use_feedback

MANY_TEAMS = 30


def recognition_visible_to(user: Any) -> QuerySet[Recognition]:
    """Return what is open to one's teams, what one gave and what one was given."""
    rows = Recognition.objects.order_by("-given_at", "-id")
    if not can_use_feedback(user):
        return rows.none()
    readable = rows.filter(Q(pk__in=_given(user)) | _open_to(user))
    return while_private_rooms_are_open(user, readable)


def _given(user: Any) -> QuerySet[Any, Any]:
    return Recognition.objects.filter(given_by_id=user.pk).order_by().values("pk")


def _open_to(user: Any) -> Q:
    """What one's teams were told and what one was given.

    Of many rows most people may read a few: those are gathered, each kind along its own
    index. Whoever leads much of the organization may read most of them: then the newest
    are looked at one by one until there are enough.
    """
    standing = standing_of(user)
    teams = teams_near(standing).values("pk")
    if standing.leads_all or len(standing.led_team_ids) >= MANY_TEAMS:
        to_me = RecognitionReceiver.objects.filter(
            recognition=OuterRef("pk"), user_id=user.pk
        )
        near = teams_near(standing).filter(pk=OuterRef("team_id"))
        readable = Q(Exists(near)) | Q(Exists(to_me))
    else:
        told = Recognition.objects.filter(team_id__in=teams).order_by().values("pk")
        readable = Q(pk__in=told.union(_to_me(user)))
    return Q(taken_back_at__isnull=True) & readable


def _to_me(user: Any) -> QuerySet[Any, Any]:
    rows = RecognitionReceiver.objects.filter(user_id=user.pk).order_by()
    return rows.values("recognition_id")


def get_recognition(*, user: Any, recognition_id: int) -> Recognition:
    return with_subjects(user, recognition_visible_to(user)).get(pk=recognition_id)


def wordings_of_recognition(
    user: Any, recognition: Recognition
) -> QuerySet[RecognitionWording]:
    """Return how it read before, newest first, to whoever reads how it stands now."""
    rows = RecognitionWording.objects.filter(
        recognition__in=recognition_visible_to(user)
        .order_by()
        .filter(pk=recognition.pk)
    )
    return rows.order_by("-version")


def recognition_for_reading(user: Any) -> QuerySet[Recognition]:
    """Return what the user may read and nobody took back, newest first."""
    rows = recognition_visible_to(user).filter(taken_back_at__isnull=True)
    return with_subjects(user, rows)


def said_about(user: Any, person: Person) -> QuerySet[Recognition]:
    """Return the thanks to somebody that this user may read."""
    thanks = RecognitionReceiver.objects.filter(person=person)
    return recognition_for_reading(user).filter(pk__in=thanks.values("recognition_id"))


def said_about_me(user: Any) -> QuerySet[Recognition]:
    """Return the thanks to this account: being thanked alone opens them."""
    if not can_use_feedback(user):
        return Recognition.objects.none()
    rows = Recognition.objects.filter(pk__in=_to_me(user), taken_back_at__isnull=True)
    rows = rows.order_by("-given_at", "-id")
    return with_subjects(user, while_private_rooms_are_open(user, rows))


def recognition_given_by(user: Any) -> QuerySet[Recognition]:
    """Return the thanks this account gave, those it took back too."""
    if not can_use_feedback(user):
        return Recognition.objects.none()
    rows = Recognition.objects.filter(given_by_id=user.pk).order_by("-given_at", "-id")
    return with_subjects(user, while_private_rooms_are_open(user, rows))


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
