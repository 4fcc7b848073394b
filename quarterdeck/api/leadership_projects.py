"""Projects as practice in leading, for programs."""

from datetime import date, datetime
from typing import Annotated, Any

from ninja import Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.development.queries import get_person_to_develop, get_step
from quarterdeck.domains.mentoring import queries, services
from quarterdeck.domains.people.queries import get_person
from quarterdeck.domains.projects.queries import get_project

from .authentication import may
from .mentoring import Version
from .paging import Listing, WindowQuery, listing
from .types import Id, RecordId, Request, Text

router = Router(tags=["mentoring"], auth=may("mentoring", private=True))
Aim = Annotated[Text, Field(min_length=1, max_length=600, pattern=r"\S")]
Long = Annotated[Text, Field(max_length=4_000)]


class LeadershipProjectOut(Schema):
    """`project_id` and `step_id` are null where the reader may not see these."""

    id: int
    person_id: int
    project_id: int | None
    to_learn: str
    sponsor_id: int | None
    step_id: int | None
    given_by_id: int | None
    starts_on: date
    ends_on: date
    learnt: str
    differently: str
    debriefed_on: date | None
    removed_at: datetime | None
    version: int


class LeadershipProjectChange(Schema):
    version: Version
    to_learn: Aim
    sponsor_id: RecordId | None = None
    step_id: RecordId | None = None
    starts_on: date
    ends_on: date


class NewLeadershipProject(Schema):
    person_id: RecordId
    project_id: RecordId
    to_learn: Aim
    sponsor_id: RecordId | None = None
    step_id: RecordId | None = None
    starts_on: date
    ends_on: date


class LeadershipDebrief(Schema):
    version: Version
    learnt: Annotated[Text, Field(min_length=1, max_length=4_000, pattern=r"\S")]
    differently: Long = ""


@router.get("/", response=Listing[LeadershipProjectOut])
def list_leadership_projects(request: Request, window: WindowQuery) -> Any:
    """One's own, those one backs up, and those of the people one leads."""
    rows = queries.leadership_projects_visible_to(request.user)
    page = listing(rows, window)
    return {**page, "items": _told(request, *page["items"])}


@router.post("/", response={201: LeadershipProjectOut})
def give_leadership_project(request: Request, body: NewLeadershipProject) -> Any:
    fields = body.dict()
    user = request.user
    row = services.give_leadership_project(
        person=get_person_to_develop(user=user, person_id=fields.pop("person_id")),
        project=get_project(user=user, project_id=fields.pop("project_id")),
        **_linked(request, fields),
        by=user,
        at=request.now,
    )
    return Status(201, _told(request, row)[0])


@router.get("/{practice_id}/", response=LeadershipProjectOut)
def get_leadership_project(request: Request, practice_id: Id) -> Any:
    row = queries.get_leadership_project(user=request.user, practice_id=practice_id)
    return _told(request, row)[0]


@router.put("/{practice_id}/", response=LeadershipProjectOut)
def edit_leadership_project(
    request: Request, practice_id: Id, body: LeadershipProjectChange
) -> Any:
    row = queries.get_leadership_project(user=request.user, practice_id=practice_id)
    fields = _linked(request, body.dict())
    seen = fields.pop("version")
    changed = services.edit_leadership_project(
        row=row, **fields, seen_version=seen, by=request.user, at=request.now
    )
    return _told(request, changed)[0]


@router.put("/{practice_id}/debrief/", response=LeadershipProjectOut)
def debrief_leadership_project(
    request: Request, practice_id: Id, body: LeadershipDebrief
) -> Any:
    """Whoever practised says what they learnt; nobody says it for them."""
    row = queries.get_leadership_project(user=request.user, practice_id=practice_id)
    fields = body.dict()
    seen = fields.pop("version")
    changed = services.debrief_leadership_project(
        row=row, **fields, seen_version=seen, by=request.user, at=request.now
    )
    return _told(request, changed)[0]


@router.post("/{practice_id}/remove/", response=LeadershipProjectOut)
def remove_leadership_project(request: Request, practice_id: Id) -> Any:
    row = queries.get_leadership_project(user=request.user, practice_id=practice_id)
    gone = services.remove_leadership_project(row=row, by=request.user, at=request.now)
    return _told(request, gone)[0]


@router.post("/{practice_id}/restore/", response=LeadershipProjectOut)
def restore_leadership_project(request: Request, practice_id: Id) -> Any:
    row = queries.get_leadership_project(user=request.user, practice_id=practice_id)
    back = services.restore_leadership_project(row=row, by=request.user, at=request.now)
    return _told(request, back)[0]


def _linked(request: Request, fields: dict[str, Any]) -> dict[str, Any]:
    """Replace ids by records the user may see."""
    sponsor_id, step_id = fields.pop("sponsor_id"), fields.pop("step_id")
    user = request.user
    return {
        **fields,
        "sponsor": get_person(user=user, person_id=sponsor_id) if sponsor_id else None,
        "step": get_step(user=user, step_id=step_id) if step_id else None,
    }


def _told(request: Request, *rows: Any) -> list[dict[str, Any]]:
    seen = queries.links_seen(request.user, rows)
    told = []
    for row in rows:
        one = {name: getattr(row, name) for name in LeadershipProjectOut.model_fields}
        one["project_id"], one["step_id"] = seen[row.pk]
        told.append(one)
    return told
