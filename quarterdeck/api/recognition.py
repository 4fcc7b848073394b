"""Recognition for programs."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Query, Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.feedback import permissions, queries, services
from quarterdeck.domains.goals.queries import get_goal
from quarterdeck.domains.organization.queries import get_team
from quarterdeck.domains.people.queries import get_person
from quarterdeck.domains.projects.queries import get_task
from quarterdeck.domains.strategy.queries import get_value

from .authentication import may
from .paging import Listing, WindowQuery, listing
from .types import Id, RecordId, Request, Text

router = Router(tags=["feedback"], auth=may("feedback", private=True))


class RecognitionOut(Schema):
    id: int
    giver_id: int | None
    person_ids: list[int]
    words: str
    task_id: int | None
    goal_id: int | None
    value_id: int | None
    team_id: int | None
    given_at: datetime
    edited_at: datetime | None
    version: int
    taken_back_at: datetime | None

    @staticmethod
    def resolve_person_ids(row: Any) -> list[int]:
        return [one.person_id for one in row.receivers.all()]

    @staticmethod
    def resolve_task_id(row: Any) -> int | None:
        """A task is named only to who may see it."""
        return row.task_id if getattr(row, "task_seen", False) else None


class NewRecognition(Schema):
    """Without a team it is read by those thanked alone."""

    words: Annotated[Text, Field(min_length=1, max_length=5_000)]
    person_ids: Annotated[list[RecordId], Field(min_length=1, max_length=20)]
    task_id: RecordId | None = None
    goal_id: RecordId | None = None
    value_id: RecordId | None = None
    team_id: RecordId | None = None


class UnthankedOut(Schema):
    person_id: int
    name: str
    task_ids: list[int]


class NewWords(Schema):
    words: Annotated[Text, Field(min_length=1, max_length=5_000, pattern=r"\S")]
    version: Annotated[int, Field(ge=1, le=2**31 - 1)] | None = None


class SpokenThanks(Schema):
    person_id: RecordId
    on: date


class SpokenThanksOut(Schema):
    id: int
    person_id: int
    on: date


class ShownQuery(Schema):
    of: Literal["open_to_me", "about_me", "mine"] = "open_to_me"


@router.get("/", response=Listing[RecognitionOut])
def list_recognition(
    request: Request, window: WindowQuery, shown: Annotated[ShownQuery, Query()]
) -> Any:
    rows = {
        "open_to_me": queries.recognition_for_reading,
        "about_me": queries.said_about_me,
        "mine": queries.recognition_given_by,
    }
    return listing(rows[shown.of](request.user), window)


@router.get("/unthanked/", response=list[UnthankedOut])
def list_unthanked(request: Request) -> Any:
    """Whom you lead and have not thanked for four weeks although they finished work."""
    return [
        {
            "person_id": line.person.pk,
            "name": line.person.name,
            "task_ids": [task.pk for task in line.tasks],
        }
        for line in queries.unthanked_people(user=request.user, now=request.now)
    ]


@router.get("/in-person/", response=Listing[SpokenThanksOut])
def list_thanked_in_person(request: Request, window: WindowQuery) -> Any:
    """Your own marks of thanks said in person; nobody else reads them."""
    return listing(queries.thanks_in_person_visible_to(request.user), window)


@router.post("/in-person/", response={201: SpokenThanksOut})
def mark_thanked_in_person(request: Request, body: SpokenThanks) -> Any:
    permissions.refuse_without_room(request.user)
    person = get_person(user=request.user, person_id=body.person_id)
    mark = services.mark_thanked_in_person(
        person=person, on=body.on, by=request.user, at=request.now
    )
    return Status(201, mark)


@router.delete("/in-person/{mark_id}/", response={204: None})
def unmark_thanked_in_person(request: Request, mark_id: Id) -> Any:
    mark = queries.get_thanks_in_person(user=request.user, mark_id=mark_id)
    services.unmark_thanked_in_person(mark=mark, by=request.user, at=request.now)
    return Status(204, None)


@router.post("/", response={201: RecognitionOut})
def give_recognition(request: Request, body: NewRecognition) -> Any:
    user = request.user
    permissions.refuse_without_room(user)
    task, goal, value, team = body.task_id, body.goal_id, body.value_id, body.team_id
    given = services.give_recognition(
        words=body.words,
        people=[get_person(user=user, person_id=one) for one in body.person_ids],
        task=get_task(user=user, task_id=task) if task else None,
        goal=get_goal(user=user, goal_id=goal) if goal else None,
        value=get_value(user=user, value_id=value) if value else None,
        team=get_team(user=user, team_id=team) if team else None,
        by=user,
        at=request.now,
    )
    return Status(201, _one(request, given.pk))


@router.get("/{recognition_id}/", response=RecognitionOut)
def get_recognition(request: Request, recognition_id: Id) -> Any:
    return _one(request, recognition_id)


@router.patch("/{recognition_id}/", response=RecognitionOut)
def edit_recognition(request: Request, recognition_id: Id, body: NewWords) -> Any:
    """Within a week of giving it; how it read before stays for its readers."""
    found = _one(request, recognition_id)
    services.edit_recognition(
        recognition=found,
        words=body.words,
        seen_version=body.version,
        by=request.user,
        at=request.now,
    )
    return _one(request, recognition_id)


@router.post("/{recognition_id}/narrow/", response=RecognitionOut)
def narrow_recognition(request: Request, recognition_id: Id) -> Any:
    found = _one(request, recognition_id)
    services.narrow_recognition(recognition=found, by=request.user, at=request.now)
    return _one(request, recognition_id)


@router.post("/{recognition_id}/take-back/", response=RecognitionOut)
def take_back_recognition(request: Request, recognition_id: Id) -> Any:
    found = _one(request, recognition_id)
    services.take_back_recognition(recognition=found, by=request.user, at=request.now)
    return _one(request, recognition_id)


def _one(request: Request, recognition_id: int) -> Any:
    return queries.get_recognition(user=request.user, recognition_id=recognition_id)
