"""Goals for programs: the same verbs as the screens."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from ninja import Query, Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.goals import queries, services
from quarterdeck.domains.goals.rules import explain
from quarterdeck.domains.organization.queries import get_team
from quarterdeck.domains.people.queries import get_person

from .authentication import may
from .key_results import KeyResultOut
from .paging import Listing, WindowQuery, listing
from .types import Id, RecordId, Request, Text

router = Router(tags=["goals"], auth=may("goals"))
Weight = Annotated[Decimal, Field(gt=0, max_digits=5, decimal_places=2)]
Formula = Literal["key_results", "goals", "work"]


class GoalOut(Schema):
    id: int
    title: str
    why: str
    progress: float | None
    progress_at: datetime | None
    formula: str
    starts_on: date | None
    ends_on: date | None
    owner_id: int | None
    team_id: int | None
    version: int
    created_at: datetime


class TreeGoalOut(GoalOut):
    branch_count: int
    parent_count: int


class LinkOut(Schema):
    goal_id: int
    title: str
    weight: float
    progress: float | None


class WhyStepOut(Schema):
    kind: str
    id: int
    title: str
    why: str


class GoalDetail(GoalOut):
    description: str
    outcome: str | None
    explanation: str
    key_results: list[KeyResultOut]
    adds_to: list[LinkOut]
    below: list[LinkOut]
    why_chain: list[WhyStepOut]


class NewGoal(Schema):
    title: Annotated[Text, Field(min_length=1, max_length=300)]
    why: Annotated[Text, Field(min_length=1, max_length=600)]
    description: Annotated[Text, Field(max_length=10_000)] = ""
    owner_id: RecordId | None = None
    team_id: RecordId | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    formula: Formula = "key_results"
    adds_to: RecordId | None = None


class GoalChanges(Schema):
    """Only what is given is changed; `version` is the one that was read."""

    version: Annotated[int, Field(ge=1, le=2**31 - 1)]
    title: Annotated[Text, Field(min_length=1, max_length=300)] | None = None
    why: Annotated[Text, Field(min_length=1, max_length=600)] | None = None
    description: Annotated[Text, Field(max_length=10_000)] | None = None
    owner_id: RecordId | None = None
    team_id: RecordId | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    formula: Formula | None = None


class Closing(Schema):
    outcome: Literal["reached", "missed", "dropped"]
    lesson: Annotated[Text, Field(max_length=600)] = ""


class Linking(Schema):
    weight: Weight = Decimal(1)


class TreeWindow(Schema):
    below: Annotated[int, Field(ge=1, le=2**63 - 1)] | None = None


@router.get("/", response=Listing[GoalOut])
def list_goals(request: Request, window: WindowQuery) -> Any:
    return listing(queries.open_goals_visible_to(request.user), window)


@router.get("/tree/", response=Listing[TreeGoalOut])
def list_goal_tree(
    request: Request, window: WindowQuery, place: Annotated[TreeWindow, Query()]
) -> Any:
    """The goals at the top, or those that add to the goal named by `below`."""
    if place.below is None:
        return listing(queries.roots_visible_to(request.user), window)
    goal = queries.get_goal(user=request.user, goal_id=place.below)
    rows = queries.open_children_of(user=request.user, goal=goal)
    return listing(rows, window)


@router.post("/", response={201: GoalOut})
def add_goal(request: Request, body: NewGoal) -> Any:
    fields = body.dict()
    above = fields.pop("adds_to")
    _check_links(request, fields)
    goal = services.add_goal(
        **fields,
        adds_to=queries.get_goal(user=request.user, goal_id=above) if above else None,
        by=request.user,
        at=request.now,
    )
    return Status(201, goal)


@router.get("/{goal_id}/", response=GoalDetail)
def get_goal(request: Request, goal_id: Id) -> Any:
    return _detail(queries.get_goal(user=request.user, goal_id=goal_id))


@router.patch("/{goal_id}/", response=GoalOut)
def edit_goal(request: Request, goal_id: Id, body: GoalChanges) -> Any:
    goal = queries.get_goal(user=request.user, goal_id=goal_id)
    changes = body.dict(exclude_unset=True)
    seen = changes.pop("version")
    words = ("title", "why", "description", "formula")
    changes = {k: v for k, v in changes.items() if v is not None or k not in words}
    _check_links(request, changes)
    return services.edit_goal(
        goal=goal, changes=changes, seen_version=seen, by=request.user, at=request.now
    )


@router.post("/{goal_id}/close/", response=GoalOut)
def close_goal(request: Request, goal_id: Id, body: Closing) -> Any:
    goal = queries.get_goal(user=request.user, goal_id=goal_id)
    services.close_goal(goal=goal, **body.dict(), by=request.user, at=request.now)
    return queries.get_goal(user=request.user, goal_id=goal_id)


@router.post("/{goal_id}/reopen/", response=GoalOut)
def reopen_goal(request: Request, goal_id: Id) -> Any:
    goal = queries.get_goal(user=request.user, goal_id=goal_id)
    services.reopen_goal(goal=goal, by=request.user, at=request.now)
    return queries.get_goal(user=request.user, goal_id=goal_id)


@router.put("/{goal_id}/adds-to/{parent_id}/", response=LinkOut)
def link_goal(request: Request, goal_id: Id, parent_id: Id, body: Linking) -> Any:
    """Let the goal add to another, or change how much it counts there."""
    parent = queries.get_goal(user=request.user, goal_id=parent_id)
    link = services.link_goal(
        child=queries.get_goal(user=request.user, goal_id=goal_id),
        parent=parent,
        weight=body.weight,
        by=request.user,
        at=request.now,
    )
    return _link(queries.get_goal(user=request.user, goal_id=parent_id), link.weight)


@router.delete("/{goal_id}/adds-to/{parent_id}/", response={204: None})
def unlink_goal(request: Request, goal_id: Id, parent_id: Id) -> Any:
    services.unlink_goal(
        child=queries.get_goal(user=request.user, goal_id=goal_id),
        parent=queries.get_goal(user=request.user, goal_id=parent_id),
        by=request.user,
        at=request.now,
    )
    return Status(204, None)


def _check_links(request: Request, fields: dict[str, Any]) -> None:
    """A program names people and teams by id: only those its user may see exist."""
    if fields.get("owner_id") is not None:
        get_person(user=request.user, person_id=fields["owner_id"])
    if fields.get("team_id") is not None:
        get_team(user=request.user, team_id=fields["team_id"])


def _link(goal: Any, weight: Decimal) -> dict[str, Any]:
    return {
        "goal_id": goal.pk,
        "title": goal.title,
        "weight": float(weight),
        "progress": goal.progress,
    }


def _detail(goal: Any) -> dict[str, Any]:
    closure = getattr(goal, "closure", None)
    return {
        **{name: getattr(goal, name) for name in GoalOut.model_fields},
        "description": goal.description,
        "outcome": closure.outcome if closure else None,
        "explanation": explain(queries.roll_up_of(goal)),
        "key_results": queries.key_results_of(goal),
        "adds_to": [_link(row.parent, row.weight) for row in queries.parents_of(goal)],
        "below": [_link(row.child, row.weight) for row in queries.children_of(goal)],
        "why_chain": queries.why_chain(goal)[1:],
    }
