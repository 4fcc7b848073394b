"""Goals for programs: the same verbs as the screens."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Router, Schema
from pydantic import Field

from quarterdeck.domains.goals import queries, services

from .authentication import may
from .paging import Listing, WindowQuery, listing
from .problems import PROBLEMS
from .types import Id, Request, Text

router = Router(tags=["goals"], auth=may("goals"))


class GoalOut(Schema):
    id: int
    title: str
    why: str
    progress: float | None
    starts_on: date | None
    ends_on: date | None
    owner_id: int | None
    team_id: int | None
    version: int
    created_at: datetime


class NewGoal(Schema):
    title: Annotated[Text, Field(min_length=1, max_length=300)]
    why: Annotated[Text, Field(min_length=1, max_length=600)]
    ends_on: date | None = None


class Closing(Schema):
    outcome: Literal["reached", "missed", "dropped"]
    lesson: Annotated[Text, Field(max_length=600)] = ""


@router.get("/", response={200: Listing[GoalOut], **PROBLEMS})
def list_goals(request: Request, window: WindowQuery) -> Any:
    return listing(queries.open_goals_visible_to(request.user), window)


@router.post("/", response={201: GoalOut, **PROBLEMS})
def add_goal(request: Request, body: NewGoal) -> Any:
    goal = services.add_goal(**body.dict(), by=request.user, at=request.now)
    return 201, goal


@router.get("/{goal_id}/", response={200: GoalOut, **PROBLEMS})
def get_goal(request: Request, goal_id: Id) -> Any:
    return queries.get_goal(user=request.user, goal_id=goal_id)


@router.post("/{goal_id}/close/", response={200: GoalOut, **PROBLEMS})
def close_goal(request: Request, goal_id: Id, body: Closing) -> Any:
    goal = queries.get_goal(user=request.user, goal_id=goal_id)
    services.close_goal(goal=goal, **body.dict(), by=request.user, at=request.now)
    return goal
