"""Development for programs: gaps, goals and steps of oneself and of people one leads."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.development import queries, services
from quarterdeck.domains.goals.queries import get_goal as get_team_goal
from quarterdeck.domains.people.queries import get_skill

from .authentication import may
from .types import Id, RecordId, Request, Text

router = Router(tags=["development"], auth=may("development", private=True))
Title = Annotated[Text, Field(min_length=1, max_length=300)]
Words = Annotated[Text, Field(max_length=600)]
Level = Annotated[int, Field(ge=1, le=5)]
Version = Annotated[int, Field(ge=1, le=2**31 - 1)]
How = Literal["at_work", "with_others", "in_a_course"]


class DevelopmentStepOut(Schema):
    id: int
    goal_id: int
    title: str
    kind: str
    due_on: date | None
    evidence: str
    done_at: datetime | None
    removed_at: datetime | None
    version: int


class DevelopmentGoalOut(Schema):
    id: int
    person_id: int
    title: str
    why: str
    skill_id: int | None
    level: int | None
    team_goal_id: int | None
    ends_on: date | None
    version: int


class DevelopmentGoalDetail(DevelopmentGoalOut):
    steps: list[DevelopmentStepOut]


class RoleFitOut(Schema):
    skill_id: int
    name: str
    needed: int
    have: int | None
    missing: int | None
    stale: bool


class HeldRoleOut(Schema):
    holding_id: int
    profile_id: int
    name: str
    kind: str
    since: date
    fits: list[RoleFitOut]


class DevelopmentOut(Schema):
    person_id: int
    roles: list[HeldRoleOut]
    goals: list[DevelopmentGoalDetail]
    closed: list[DevelopmentGoalOut]
    wishes: list[int]


class NewDevelopmentGoal(Schema):
    title: Title
    why: Words = ""
    skill_id: RecordId | None = None
    level: Level | None = None
    team_goal_id: RecordId | None = None
    ends_on: date | None = None


class DevelopmentGoalChanges(Schema):
    """Only what is given is changed; `version` is the one that was read."""

    version: Version
    title: Title | None = None
    why: Words | None = None
    skill_id: RecordId | None = None
    level: Level | None = None
    team_goal_id: RecordId | None = None
    ends_on: date | None = None


class DevelopmentClosing(Schema):
    outcome: Literal["reached", "dropped"]
    lesson: Words = ""


class NewDevelopmentStep(Schema):
    title: Title
    kind: How = "at_work"
    due_on: date | None = None


class DevelopmentStepChanges(Schema):
    version: Version
    title: Title | None = None
    kind: How | None = None
    due_on: date | None = None
    evidence: Words | None = None


class StepFinishing(Schema):
    evidence: Words = ""


@router.get("/people/{person_id}/", response=DevelopmentOut)
def get_development(request: Request, person_id: Id) -> Any:
    person = queries.get_person_to_develop(user=request.user, person_id=person_id)
    growth = queries.growth_of(
        user=request.user, person=person, today=request.now.date()
    )
    return {
        "person_id": person.pk,
        "roles": [_role(role) for role in growth.roles],
        "goals": [{**vars(one.row), "steps": one.steps} for one in growth.goals],
        "closed": growth.closed,
        "wishes": [row.skill_id for row in growth.wishes],
    }


@router.post("/people/{person_id}/goals/", response={201: DevelopmentGoalOut})
def add_development_goal(
    request: Request, person_id: Id, body: NewDevelopmentGoal
) -> Any:
    person = queries.get_person_to_develop(user=request.user, person_id=person_id)
    goal = services.add_development_goal(
        person=person,
        **_linked(request, body.dict()),
        by=request.user,
        at=request.now,
    )
    return Status(201, goal)


@router.patch("/goals/{goal_id}/", response=DevelopmentGoalOut)
def edit_development_goal(
    request: Request, goal_id: Id, body: DevelopmentGoalChanges
) -> Any:
    goal = queries.get_goal(user=request.user, goal_id=goal_id)
    changes = body.dict(exclude_unset=True)
    seen = changes.pop("version")
    return services.edit_development_goal(
        goal=goal,
        changes=_without_empty(_linked(request, changes), "title", "why"),
        seen_version=seen,
        by=request.user,
        at=request.now,
    )


@router.post("/goals/{goal_id}/close/", response=DevelopmentGoalOut)
def close_development_goal(
    request: Request, goal_id: Id, body: DevelopmentClosing
) -> Any:
    goal = queries.get_goal(user=request.user, goal_id=goal_id)
    services.close_development_goal(
        goal=goal, **body.dict(), by=request.user, at=request.now
    )
    return goal


@router.post("/goals/{goal_id}/reopen/", response=DevelopmentGoalOut)
def reopen_development_goal(request: Request, goal_id: Id) -> Any:
    goal = queries.get_goal(user=request.user, goal_id=goal_id)
    services.reopen_development_goal(goal=goal, by=request.user, at=request.now)
    return goal


@router.post("/goals/{goal_id}/steps/", response={201: DevelopmentStepOut})
def add_step(request: Request, goal_id: Id, body: NewDevelopmentStep) -> Any:
    goal = queries.get_goal(user=request.user, goal_id=goal_id)
    step = services.add_step(goal=goal, **body.dict(), by=request.user, at=request.now)
    return Status(201, step)


@router.patch("/steps/{step_id}/", response=DevelopmentStepOut)
def edit_step(request: Request, step_id: Id, body: DevelopmentStepChanges) -> Any:
    step = queries.get_step(user=request.user, step_id=step_id)
    changes = body.dict(exclude_unset=True)
    seen = changes.pop("version")
    return services.edit_step(
        step=step,
        changes=_without_empty(changes, "title", "kind", "evidence"),
        seen_version=seen,
        by=request.user,
        at=request.now,
    )


@router.post("/steps/{step_id}/finish/", response=DevelopmentStepOut)
def finish_step(request: Request, step_id: Id, body: StepFinishing) -> Any:
    step = queries.get_step(user=request.user, step_id=step_id)
    return services.finish_step(
        step=step, **body.dict(), by=request.user, at=request.now
    )


@router.post("/steps/{step_id}/reopen/", response=DevelopmentStepOut)
def reopen_step(request: Request, step_id: Id) -> Any:
    step = queries.get_step(user=request.user, step_id=step_id)
    return services.reopen_step(step=step, by=request.user, at=request.now)


@router.delete("/steps/{step_id}/", response={204: None})
def remove_step(request: Request, step_id: Id) -> Any:
    step = queries.get_step(user=request.user, step_id=step_id)
    services.remove_step(step=step, by=request.user, at=request.now)
    return Status(204, None)


@router.post("/steps/{step_id}/restore/", response=DevelopmentStepOut)
def restore_step(request: Request, step_id: Id) -> Any:
    step = queries.get_step(user=request.user, step_id=step_id)
    return services.restore_step(step=step, by=request.user, at=request.now)


def _role(role: queries.Role) -> dict[str, Any]:
    holding = role.holding
    return {
        "holding_id": holding.pk,
        "profile_id": holding.profile_id,
        "name": str(holding.profile),
        "kind": holding.kind,
        "since": holding.since,
        "fits": role.fits,
    }


def _linked(request: Request, fields: dict[str, Any]) -> dict[str, Any]:
    """Replace ids by records the user may see."""
    found = dict(fields)
    if "skill_id" in found:
        skill_id = found.pop("skill_id")
        found["skill"] = (
            get_skill(user=request.user, skill_id=skill_id) if skill_id else None
        )
    if "team_goal_id" in found:
        goal_id = found.pop("team_goal_id")
        found["team_goal"] = (
            get_team_goal(user=request.user, goal_id=goal_id) if goal_id else None
        )
    return found


def _without_empty(changes: dict[str, Any], *names: str) -> dict[str, Any]:
    """A text that is always there is changed or left out, never taken away."""
    return {k: v for k, v in changes.items() if v is not None or k not in names}
