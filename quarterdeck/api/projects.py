"""Projects for programs: the same verbs as the screens."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Query, Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.goals.queries import get_goal
from quarterdeck.domains.organization.queries import get_team
from quarterdeck.domains.people.queries import get_person
from quarterdeck.domains.projects import queries, services

from .authentication import may
from .moments import Day
from .paging import Listing, WindowQuery, listing
from .problems import PROBLEMS
from .types import Id, RecordId, Request, Text

router = Router(tags=["projects"], auth=may("projects"))
Name = Annotated[Text, Field(min_length=1, max_length=300)]
Why = Annotated[Text, Field(max_length=600)]
Description = Annotated[Text, Field(max_length=20_000)]
Visibility = Literal["organization", "team"]
Version = Annotated[int, Field(ge=1, le=2**31 - 1)]


class ProjectOut(Schema):
    id: int
    name: str
    why: str
    description: str
    goal_id: int | None
    team_id: int
    leader_id: int | None
    visibility: str
    starts_on: date | None
    deadline: date | None
    archived_at: datetime | None
    version: int
    created_at: datetime
    updated_at: datetime


class WorkOut(Schema):
    tasks: int
    done: int
    hours: float
    hours_done: float
    unestimated: int


class WhyStep(Schema):
    kind: str
    id: int
    title: str
    why: str


class ProjectPage(ProjectOut):
    work: WorkOut
    member_ids: list[int]
    why_chain: list[WhyStep]


class ProjectQuery(Schema):
    text: Annotated[Text, Field(max_length=200)] = ""
    team: RecordId | None = None
    goal: RecordId | None = None
    archived: bool = False


class NewProject(Schema):
    name: Name
    team_id: RecordId
    why: Why = ""
    description: Description = ""
    goal_id: RecordId | None = None
    leader_id: RecordId | None = None
    visibility: Visibility = "organization"
    starts_on: Day | None = None
    deadline: Day | None = None


class ProjectChanges(Schema):
    """Only what is given is changed; `version` is the one that was read."""

    version: Version
    name: Name = ""
    team_id: RecordId = 0
    why: Why = ""
    description: Description = ""
    goal_id: RecordId | None = None
    leader_id: RecordId | None = None
    visibility: Visibility = "organization"
    starts_on: Day | None = None
    deadline: Day | None = None


class Member(Schema):
    person_id: RecordId


class Line(Schema):
    field: str
    before: str
    after: str


class ActOut(Schema):
    id: int
    at: datetime
    who: str
    verb: str
    lines: list[Line]
    may_undo: bool


@router.get("/", response={200: Listing[ProjectOut], **PROBLEMS})
def list_projects(
    request: Request, window: WindowQuery, wanted: Annotated[ProjectQuery, Query()]
) -> Any:
    chosen = queries.ProjectFilter(**wanted.dict())
    found = queries.projects_found(user=request.user, wanted=chosen)
    return listing(found, window)


@router.post("/", response={201: ProjectOut, **PROBLEMS})
def add_project(request: Request, body: NewProject) -> Any:
    fields = _records(request, body.dict())
    return Status(201, services.add_project(by=request.user, at=request.now, **fields))


@router.get("/{project_id}/", response={200: ProjectPage, **PROBLEMS})
def get_project(request: Request, project_id: Id) -> Any:
    return _page(request, project_id)


@router.patch("/{project_id}/", response={200: ProjectPage, **PROBLEMS})
def edit_project(request: Request, project_id: Id, body: ProjectChanges) -> Any:
    project = queries.get_project(user=request.user, project_id=project_id)
    changes = _records(request, body.dict(exclude_unset=True))
    seen = changes.pop("version")
    services.edit_project(
        project=project, by=request.user, at=request.now, seen_version=seen, **changes
    )
    return _page(request, project_id)


@router.post("/{project_id}/archive/", response={200: ProjectPage, **PROBLEMS})
def archive_project(request: Request, project_id: Id) -> Any:
    project = queries.get_project(user=request.user, project_id=project_id)
    services.archive_project(project=project, by=request.user, at=request.now)
    return _page(request, project_id)


@router.post("/{project_id}/restore/", response={200: ProjectPage, **PROBLEMS})
def restore_project(request: Request, project_id: Id) -> Any:
    project = queries.get_project(user=request.user, project_id=project_id)
    services.restore_project(project=project, by=request.user, at=request.now)
    return _page(request, project_id)


@router.post("/{project_id}/members/", response={200: ProjectPage, **PROBLEMS})
def add_member(request: Request, project_id: Id, body: Member) -> Any:
    project = queries.get_project(user=request.user, project_id=project_id)
    person = get_person(user=request.user, person_id=body.person_id)
    services.add_member(project=project, person=person, by=request.user, at=request.now)
    return _page(request, project_id)


@router.delete(
    "/{project_id}/members/{person_id}/", response={200: ProjectPage, **PROBLEMS}
)
def remove_member(request: Request, project_id: Id, person_id: Id) -> Any:
    project = queries.get_project(user=request.user, project_id=project_id)
    person = get_person(user=request.user, person_id=person_id)
    services.remove_member(
        project=project, person=person, by=request.user, at=request.now
    )
    return _page(request, project_id)


@router.get("/{project_id}/history/", response={200: list[ActOut], **PROBLEMS})
def project_history(request: Request, project_id: Id) -> Any:
    project = queries.get_project(user=request.user, project_id=project_id)
    return queries.acts_on(project, user=request.user)


def _page(request: Request, project_id: int) -> Any:
    project: Any = queries.get_project_page(user=request.user, project_id=project_id)
    queries.tell_work([project])
    project.member_ids = [m.person_id for m in queries.members_of(project)]
    project.why_chain = queries.why_of_project(project, user=request.user)
    return project


def _records(request: Request, fields: dict[str, Any]) -> dict[str, Any]:
    """Put records, as far as the caller may see them, in the place of their ids."""
    finders: dict[str, Callable[[int], Any]] = {
        "goal_id": lambda pk: get_goal(user=request.user, goal_id=pk),
        "team_id": lambda pk: get_team(user=request.user, team_id=pk),
        "leader_id": lambda pk: get_person(user=request.user, person_id=pk),
    }
    for name, find in finders.items():
        if name in fields:
            pk = fields.pop(name)
            fields[name.removesuffix("_id")] = None if pk is None else find(pk)
    return fields
