"""The running agenda."""

from typing import Any

from django.db.models import QuerySet

from quarterdeck.domains.projects.queries import tasks_visible_to

from ..models import Meeting, Pair, Topic
from ..rules import times_carried
from .pairs import pairs_visible_to

MOST = 200


def topics_visible_to(user: Any) -> QuerySet[Topic]:
    """Return the topics of the user's own spaces; the linked task has its own door."""
    spaces = pairs_visible_to(user).order_by().values("pk")
    rows = Topic.objects.filter(pair_id__in=spaces)
    return rows.select_related("added_by").order_by("created_at", "id")


def get_topic(*, user: Any, topic_id: int) -> Topic:
    rows = topics_visible_to(user).select_related("pair__first", "pair__second")
    return rows.get(pk=topic_id)


def open_topics(*, user: Any, pair: Pair) -> list[Topic]:
    """Return what is still to be talked about, each with how often it was carried over.

    A linked task is named only to whoever may see it.
    """
    rows = topics_visible_to(user).filter(pair=pair, closed_at=None, removed_at=None)
    found = list(rows[:MOST])
    return with_links(user=user, topics=found, pair=pair)


def with_links(*, user: Any, topics: list[Topic], pair: Pair) -> list[Topic]:
    ids = {row.task_id for row in topics if row.task_id}
    tasks = tasks_visible_to(user).filter(pk__in=ids).in_bulk() if ids else {}
    ended = Meeting.objects.filter(pair=pair, closed_at__isnull=False)
    closed = list(ended.order_by("-closed_at").values_list("closed_at", flat=True)[:50])
    for row in topics:
        row.seen_task = tasks.get(row.task_id or 0)  # type: ignore[attr-defined]
        row.carried = times_carried(row.created_at, filter(None, closed))  # type: ignore[attr-defined]
    return topics
