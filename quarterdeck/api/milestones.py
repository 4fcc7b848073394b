"""Milestones of projects and the skills that tasks need, for programs."""

from datetime import date, datetime
from typing import Annotated, Any

from ninja import Query, Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.people.queries import get_skill
from quarterdeck.domains.projects import queries, services

from .authentication import may
from .moments import Day
from .types import Id, RecordId, Request
from .work_shapes import Name, Version

router = Router(tags=["milestones"], auth=may("projects"))
of_projects = Router(tags=["milestones"], auth=may("projects"))
skill_needs = Router(tags=["skill needs"], auth=may("projects"))
needs_of_tasks = Router(tags=["skill needs"], auth=may("projects"))
Level = Annotated[int, Field(ge=1, le=5)]
Heads = Annotated[int, Field(ge=1, le=99)]


class MilestoneOut(Schema):
    id: int
    project_id: int
    name: str
    deadline: date | None
    reached_at: datetime | None
    version: int


class ProgressOut(Schema):
    milestone: MilestoneOut
    done_hours: float
    total_hours: float
    tasks: int
    unestimated: int


class NewMilestone(Schema):
    name: Name
    deadline: Day | None = None


class MilestoneChanges(NewMilestone):
    version: Version | None = None


class NeedOut(Schema):
    id: int
    task_id: int
    skill_id: int
    level: int
    head_count: int


class NeedTerms(Schema):
    level: Level = 1
    head_count: Heads = 1


class NewNeed(NeedTerms):
    skill_id: RecordId


class DemandOut(Schema):
    """Keys are levels from 1 to 5."""

    skill_id: int
    skill: str
    tasks: int
    heads: int
    tasks_at: dict[int, int]
    heads_at: dict[int, int]
    people_at: dict[int, int]


class Teams(Schema):
    team: Annotated[list[RecordId], Field(max_length=200)] = []


@of_projects.get("/{project_id}/milestones/", response=list[ProgressOut])
def list_milestones(request: Request, project_id: Id) -> Any:
    project = queries.get_project(user=request.user, project_id=project_id)
    return queries.milestones_with_progress(request.user, project.pk)


@of_projects.post("/{project_id}/milestones/", response={201: MilestoneOut})
def add_milestone(request: Request, project_id: Id, body: NewMilestone) -> Any:
    project = queries.get_project(user=request.user, project_id=project_id)
    return Status(
        201,
        services.add_milestone(
            project=project, **body.dict(), by=request.user, at=request.now
        ),
    )


@router.put("/{milestone_id}/", response=MilestoneOut)
def edit_milestone(request: Request, milestone_id: Id, body: MilestoneChanges) -> Any:
    changes = body.dict()
    seen = changes.pop("version")
    return services.edit_milestone(
        milestone=queries.get_milestone(user=request.user, milestone_id=milestone_id),
        changes=changes,
        by=request.user,
        at=request.now,
        seen_version=seen,
    )


@router.post("/{milestone_id}/reach/", response=MilestoneOut)
def reach_milestone(request: Request, milestone_id: Id) -> Any:
    milestone = queries.get_milestone(user=request.user, milestone_id=milestone_id)
    return services.reach_milestone(
        milestone=milestone, by=request.user, at=request.now
    )


@router.post("/{milestone_id}/reopen/", response=MilestoneOut)
def reopen_milestone(request: Request, milestone_id: Id) -> Any:
    milestone = queries.get_milestone(user=request.user, milestone_id=milestone_id)
    return services.reopen_milestone(
        milestone=milestone, by=request.user, at=request.now
    )


@needs_of_tasks.get("/{task_id}/skill-needs/", response=list[NeedOut])
def list_skill_needs(request: Request, task_id: Id) -> Any:
    task = queries.get_task(user=request.user, task_id=task_id)
    return queries.needs_of(task)[:200]


@needs_of_tasks.post("/{task_id}/skill-needs/", response={201: NeedOut})
def add_skill_need(request: Request, task_id: Id, body: NewNeed) -> Any:
    values = body.dict()
    task = queries.get_task(user=request.user, task_id=task_id)
    skill = get_skill(user=request.user, skill_id=values.pop("skill_id"))
    return Status(
        201,
        services.add_skill_need(
            task=task, skill=skill, **values, by=request.user, at=request.now
        ),
    )


@skill_needs.get("/demand/", response=list[DemandOut])
def skill_demand(request: Request, teams: Query[Teams]) -> Any:
    """What open tasks of one's own teams ask for, against who could do it."""
    return queries.skill_demand(user=request.user, team_ids=teams.team or None)


@skill_needs.put("/{need_id}/", response=NeedOut)
def edit_skill_need(request: Request, need_id: Id, body: NeedTerms) -> Any:
    need = queries.get_skill_need(user=request.user, need_id=need_id)
    return services.edit_skill_need(
        need=need, **body.dict(), by=request.user, at=request.now
    )


@skill_needs.delete("/{need_id}/", response={204: None})
def remove_skill_need(request: Request, need_id: Id) -> Any:
    need = queries.get_skill_need(user=request.user, need_id=need_id)
    services.remove_skill_need(need=need, by=request.user, at=request.now)
    return Status(204, None)
