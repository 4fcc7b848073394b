"""The running agenda: add, edit, close and take back."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.projects.models import Task
from quarterdeck.domains.projects.queries import tasks_visible_to
from quarterdeck.shared.errors import RuleBroken

from ..models import Meeting, Pair, Topic
from .pairs import running
from .telling import person_id_of, tell


class TooManyTopics(RuleBroken):
    pass


MOST_OPEN = 100


@transaction.atomic
def add_topic(
    *, pair: Pair, text: str, by: Any, at: datetime, task: Task | None = None
) -> Topic:
    """Put something on the agenda of the two; it stays until it is closed."""
    pair = running(pair, by)
    if task is not None and not tasks_visible_to(by).filter(pk=task.pk).exists():
        raise PermissionDenied
    waiting = Topic.objects.filter(pair=pair, closed_at=None, removed_at=None)
    if waiting.count() >= MOST_OPEN:
        raise TooManyTopics(f"{MOST_OPEN} topics are open. Close some of them first.")
    topic = Topic.objects.create(
        pair=pair,
        text=text.strip(),
        task=task,
        added_by_id=person_id_of(by),
        created_at=at,
        updated_at=at,
    )
    tell("topic.added", pair, by=by, at=at)
    return topic


@transaction.atomic
def edit_topic(
    *, topic: Topic, text: str, by: Any, at: datetime, seen_version: int | None = None
) -> Topic:
    topic, pair = _locked(topic, by)
    changes = {"text": text.strip()}
    if activity.revise_privately(topic, changes, at=at, seen_version=seen_version):
        tell("topic.edited", pair, by=by, at=at)
    return topic


@transaction.atomic
def close_topic(*, topic: Topic, by: Any, at: datetime) -> Topic:
    """It was talked about: it leaves the agenda and stands with this meeting."""
    topic, pair = _locked(topic, by)
    if topic.closed_at is None:
        topic.closed_at = at
        topic.closed_in = Meeting.objects.filter(pair=pair, closed_at=None).first()
        _save(topic, at, "closed_at", "closed_in")
        tell("topic.closed", pair, by=by, at=at)
    return topic


@transaction.atomic
def reopen_topic(*, topic: Topic, by: Any, at: datetime) -> Topic:
    topic, pair = _locked(topic, by)
    if topic.closed_at is not None:
        topic.closed_at = topic.closed_in = None
        _save(topic, at, "closed_at", "closed_in")
        tell("topic.reopened", pair, by=by, at=at)
    return topic


@transaction.atomic
def remove_topic(*, topic: Topic, by: Any, at: datetime) -> Topic:
    """Take it off; it can be put back until the meeting is closed, then it is erased."""
    topic, pair = _locked(topic, by)
    if topic.removed_at is None:
        topic.removed_at = at
        _save(topic, at, "removed_at")
        tell("topic.removed", pair, by=by, at=at)
    return topic


@transaction.atomic
def restore_topic(*, topic: Topic, by: Any, at: datetime) -> Topic:
    topic, pair = _locked(topic, by)
    if topic.removed_at is not None:
        topic.removed_at = None
        _save(topic, at, "removed_at")
        tell("topic.restored", pair, by=by, at=at)
    return topic


def _locked(topic: Topic, by: Any) -> tuple[Topic, Pair]:
    pair = running(topic.pair, by)
    return Topic.objects.get(pk=topic.pk, pair=pair), pair


def _save(topic: Topic, at: datetime, *fields: str) -> None:
    topic.version, topic.updated_at = topic.version + 1, at
    topic.save(update_fields=[*fields, "version", "updated_at"])
