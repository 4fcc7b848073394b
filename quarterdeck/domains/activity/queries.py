"""Read what happened, through the audience each act was recorded with."""

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import Q, QuerySet

from .models import Activity, Change


def activities_for(
    *,
    user_id: int,
    team_ids: Collection[int],
    in_organization: bool,
    private_rooms: bool,
) -> QuerySet[Activity]:
    """Return the acts that somebody in these teams may read, newest first.

    `private_rooms` says whether those of the reader are open.
    """
    allowed = Q(readers__user_id=user_id)
    if in_organization:
        allowed |= Q(audience=Activity.Audience.ORGANIZATION)
        allowed |= Q(audience=Activity.Audience.TEAM, team_id__in=team_ids)
    rows = Activity.objects.filter(allowed).select_related("content")
    if not private_rooms:
        rows = rows.exclude(audience=Activity.Audience.PRIVATE)
    return rows.order_by("-id").distinct()


def history_of(subject: Any) -> QuerySet[Change]:
    """Return the field changes of a record the caller has already been let see."""
    kind = kind_of(subject)
    rows = Change.objects.filter(subject_kind=kind, subject_id=subject.pk)
    return rows.select_related("activity__content").order_by("-id")


def activity_with_changes(*, activity_id: int, actor_id: int) -> Activity:
    """Return one of the actor's own acts, for undoing it."""
    rows = Activity.objects.filter(actor_id=actor_id).select_related("content")
    return rows.prefetch_related("changes").get(pk=activity_id)


def changes_since(subject: Any, version: int, fields: Iterable[str]) -> list[Change]:
    """Return the changes others made to these fields after `version`, oldest first."""
    rows = Change.objects.filter(
        subject_kind=kind_of(subject),
        subject_id=subject.pk,
        version__gt=version,
        field__in=list(fields),
    )
    return list(rows.select_related("activity__content").order_by("id"))


def kind_of(subject: Any) -> str:
    return str(subject._meta.label)
