"""What programmes are about, for programs."""

from typing import Annotated, Any

from ninja import Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.training import queries, services

from .authentication import may
from .paging import Listing, WindowQuery, listing
from .training import Version
from .types import Id, Request, Text

router = Router(tags=["training"], auth=may("training"))


class TopicOut(Schema):
    id: int
    name: str
    is_leadership: bool
    version: int


class TopicIn(Schema):
    name: Annotated[Text, Field(min_length=1, max_length=100, pattern=r"\S")]
    is_leadership: bool = True


class TopicChanges(TopicIn):
    version: Version


@router.get("/", response=Listing[TopicOut])
def list_training_topics(request: Request, window: WindowQuery) -> Any:
    return listing(queries.topics_visible_to(request.user), window)


@router.post("/", response={201: TopicOut})
def add_training_topic(request: Request, body: TopicIn) -> Any:
    added = services.add_topic(**body.dict(), by=request.user, at=request.now)
    return Status(201, added)


@router.put("/{topic_id}/", response=TopicOut)
def edit_training_topic(request: Request, topic_id: Id, body: TopicChanges) -> Any:
    words = body.dict()
    seen = words.pop("version")
    return services.edit_topic(
        topic=queries.get_topic(user=request.user, topic_id=topic_id),
        **words,
        seen_version=seen,
        by=request.user,
        at=request.now,
    )


@router.delete("/{topic_id}/", response=TopicOut)
def remove_training_topic(request: Request, topic_id: Id) -> Any:
    topic = queries.get_topic(user=request.user, topic_id=topic_id)
    services.remove_topic(topic=topic, by=request.user, at=request.now)
    return topic


@router.post("/{topic_id}/restore/", response=TopicOut)
def restore_training_topic(request: Request, topic_id: Id) -> Any:
    topic = queries.get_topic(user=request.user, topic_id=topic_id)
    services.restore_topic(topic=topic, by=request.user, at=request.now)
    return topic
