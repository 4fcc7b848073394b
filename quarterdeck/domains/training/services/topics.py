"""What programmes are about, and the catalogue to begin with."""

from datetime import datetime
from typing import Any

from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.organization.queries import get_organization
from quarterdeck.shared.errors import RuleBroken

from ..models import Programme, Topic
from .audiences import tell_everyone
from .programmes import must_curate

# What training for leading and managing usually covers. A programme is named for each;
# who provides it, how long it takes and what it costs nobody knows yet.
CURRICULUM = (
    (
        "Conflict resolution",
        "Hearing both sides, naming interests, agreeing what happens next.",
    ),
    (
        "Strategic planning",
        "From what the organisation wants to a plan that people can follow.",
    ),
    ("Communication", "Saying what matters so that it is heard, and listening."),
    ("Motivation", "What moves people, and what takes their energy away."),
    ("Team building", "Trust, shared goals, and work that makes people a team."),
)


class TopicNameTaken(RuleBroken):
    pass


class CatalogueNotEmpty(RuleBroken):
    pass


@transaction.atomic
def start_catalogue(*, by: Any, at: datetime) -> list[Programme]:
    """Put the usual curriculum into an empty catalogue, to be filled in or removed."""
    must_curate(by)
    if Programme.objects.exists():
        raise CatalogueNotEmpty("The catalogue is not empty any more.")
    organization = get_organization()
    currency = organization.currency if organization else "EUR"
    found = []
    for name, about in CURRICULUM:
        topic = Topic.objects.filter(name__iexact=name, removed_at=None).first()
        if topic is None:
            topic = Topic.objects.create(name=name, created_at=at, updated_at=at)
        programme = Programme.objects.create(
            name=name, about=about, currency=currency, created_at=at, updated_at=at
        )
        programme.topics.set([topic])
        found.append(programme)
    tell_everyone("programme.catalogue_started", found[0], by, at)
    return found


@transaction.atomic
def add_topic(*, name: str, by: Any, at: datetime, is_leadership: bool = True) -> Topic:
    must_curate(by)
    _refuse_taken(name)
    topic = Topic.objects.create(
        name=name.strip(), is_leadership=is_leadership, created_at=at, updated_at=at
    )
    tell_everyone("training_topic.added", topic, by, at)
    return topic


@transaction.atomic
def edit_topic(
    *,
    topic: Topic,
    name: str,
    is_leadership: bool,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> Topic:
    must_curate(by)
    topic = Topic.objects.select_for_update().get(pk=topic.pk)
    _refuse_taken(name, but=topic.pk)
    changes = {"name": name.strip(), "is_leadership": is_leadership}
    made = activity.revise(topic, changes, at=at, seen_version=seen_version)
    if made:
        tell_everyone("training_topic.edited", topic, by, at, made)
    return topic


@transaction.atomic
def remove_topic(*, topic: Topic, by: Any, at: datetime) -> None:
    """Take it off the list; programmes keep it for when it is put back."""
    must_curate(by)
    topic = Topic.objects.select_for_update().get(pk=topic.pk)
    if topic.removed_at is None:
        made = activity.revise(topic, {"removed_at": at}, at=at)
        tell_everyone("training_topic.removed", topic, by, at, made)


@transaction.atomic
def restore_topic(*, topic: Topic, by: Any, at: datetime) -> None:
    must_curate(by)
    topic = Topic.objects.select_for_update().get(pk=topic.pk)
    _refuse_taken(topic.name, but=topic.pk)
    made = activity.revise(topic, {"removed_at": None}, at=at)
    if made:
        tell_everyone("training_topic.restored", topic, by, at, made)


def _refuse_taken(name: str, but: int = 0) -> None:
    rows = Topic.objects.filter(name__iexact=name.strip(), removed_at=None)
    if (other := rows.exclude(pk=but).first()) is not None:
        raise TopicNameTaken(f"There is a topic “{other}” already.")
