"""Projects for programs: the same verbs as the screens."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Query, Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.people.queries import get_person
from quarterdeck.domains.projects import queries, services

from .authentication import may
from .moments import Day
from .paging import Listing, WindowQuery, listing
from .types import Id, RecordId, Request, Text
from .work_records import records
from .work_shapes import ActOut, Description, Name, Version, Why, WhyStep

router = Router(tags=["projects"], auth=may("projects"))
Visibility = Literal["organization", "team"]


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


@router.get("/", response=Listing[ProjectOut])
def list_projects(
    request: Request, window: WindowQuery, wanted: Annotated[ProjectQuery, Query()]
) -> Any:
    chosen = queries.ProjectFilter(**wanted.dict())
    found = queries.projects_found(user=request.user, wanted=chosen)
    return listing(found, window)


@router.post("/", response={201: ProjectOut})
def add_project(request: Request, body: NewProject) -> Any:
    fields = records(request.user, body.dict())
    return Status(201, services.add_project(by=request.user, at=request.now, **fields))


@router.get("/{project_id}/", response=ProjectPage)
def get_project(request: Request, project_id: Id) -> Any:
    return _page(request, project_id)


@router.patch("/{project_id}/", response=ProjectPage)
def edit_project(request: Request, project_id: Id, body: ProjectChanges) -> Any:
    project = queries.get_project(user=request.user, project_id=project_id)
    changes = records(request.user, body.dict(exclude_unset=True))
    seen = changes.pop("version")
    services.edit_project(
        project=project, by=request.user, at=request.now, seen_version=seen, **changes
    )
    return _page(request, project_id)


@router.post("/{project_id}/archive/", response=ProjectPage)
def archive_project(request: Request, project_id: Id) -> Any:
    project = queries.get_project(user=request.user, project_id=project_id)
    services.archive_project(project=project, by=request.user, at=request.now)
    return _page(request, project_id)


@router.post("/{project_id}/restore/", response=ProjectPage)
def restore_project(request: Request, project_id: Id) -> Any:
    project = queries.get_project(user=request.user, project_id=project_id)
    services.restore_project(project=project, by=request.user, at=request.now)
    return _page(request, project_id)


@router.post("/{project_id}/members/", response=ProjectPage)
def add_member(request: Request, project_id: Id, body: Member) -> Any:
    project = queries.get_project(user=request.user, project_id=project_id)
    person = get_person(user=request.user, person_id=body.person_id)
    services.add_member(project=project, person=person, by=request.user, at=request.now)
    return _page(request, project_id)


@router.delete("/{project_id}/members/{person_id}/", response=ProjectPage)
def remove_member(request: Request, project_id: Id, person_id: Id) -> Any:
    project = queries.get_project(user=request.user, project_id=project_id)
    person = get_person(user=request.user, person_id=person_id)
    services.remove_member(
        project=project, person=person, by=request.user, at=request.now
    )
    return _page(request, project_id)


@router.get("/{project_id}/history/", response=list[ActOut])
def project_history(request: Request, project_id: Id) -> Any:
    project = queries.get_project(user=request.user, project_id=project_id)
    return queries.acts_on(project, user=request.user)


def _page(request: Request, project_id: int) -> Any:
    project: Any = queries.get_project_page(user=request.user, project_id=project_id)
    queries.tell_work([project])
    project.member_ids = [m.person_id for m in queries.members_of(project)]
    project.why_chain = queries.why_of_project(project, user=request.user)
    return project
