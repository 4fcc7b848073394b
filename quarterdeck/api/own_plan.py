"""One's own plan for leading and managing, for one's own programs."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Query, Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.development import queries, services
from quarterdeck.domains.development.rules import quarter_of
from quarterdeck.domains.people.queries import get_person, person_of

from .authentication import may
from .development import Title, Version, Words
from .types import Id, Request, Text

router = Router(tags=["development"], auth=may("development", private=True))
Practice = Literal[
    "creativity",
    "alignment",
    "communication",
    "collaboration",
    "feedback",
    "decisions",
    "workflow",
    "systems",
    "delegating",
    "monitoring",
    "data",
    "adjusting",
]
Day = Annotated[date, Field(ge=date(1901, 1, 1), le=date(9989, 12, 31))]


class QuarterOf(Schema):
    day: Day | None = None  # any day of the quarter that is meant; none: today


class OwnAimOut(Schema):
    aim: str
    sign: str
    looked_back: str
    quarter: date
    version: int


class OwnMarkOut(Schema):
    practice: str
    mark: int
    evidence: str
    quarter: date


class OwnStepOut(Schema):
    id: int
    title: str
    practice: str
    due_on: date | None
    done_at: datetime | None
    removed_at: datetime | None
    quarter: date


class OwnPlanOut(Schema):
    quarter: date
    aim: OwnAimOut | None
    marks: list[OwnMarkOut]
    steps: list[OwnStepOut]


class NewOwnAim(Schema):
    aim: Annotated[Text, Field(min_length=1, max_length=600)]
    sign: Words = ""
    looked_back: Annotated[Text, Field(max_length=1_200)] = ""
    version: Version | None = None
    day: Day | None = None


class NewOwnMark(Schema):
    mark: Annotated[int, Field(ge=1, le=5)]
    evidence: Words = ""
    day: Day | None = None


class NewOwnStep(Schema):
    title: Title
    practice: Practice | None = None
    due_on: date | None = None
    day: Day | None = None


@router.get("/", response=OwnPlanOut)
def get_own_plan(request: Request, when: Annotated[QuarterOf, Query()]) -> Any:
    plan = queries.own_plan(user=request.user, quarter=_quarter(request, when.day))
    marks = [one.now for _, rows in plan.marks for one in rows if one.now]
    return {**vars(plan), "marks": marks}


@router.put("/aim/", response=OwnAimOut)
def set_own_aim(request: Request, body: NewOwnAim) -> Any:
    words = body.dict()
    seen, day = words.pop("version"), words.pop("day")
    return services.set_own_aim(**words, **_written(request, day), seen_version=seen)


@router.put("/marks/{practice}/", response=OwnMarkOut)
def mark_practice(request: Request, practice: Practice, body: NewOwnMark) -> Any:
    words = body.dict()
    day = words.pop("day")
    return services.mark_practice(practice=practice, **words, **_written(request, day))


@router.post("/steps/", response={201: OwnStepOut})
def add_own_step(request: Request, body: NewOwnStep) -> Any:
    words = body.dict()
    day, practice = words.pop("day"), words.pop("practice") or ""
    step = services.add_own_step(practice=practice, **words, **_written(request, day))
    return Status(201, step)


@router.post("/steps/{own_step_id}/finish/", response=OwnStepOut)
def finish_own_step(request: Request, own_step_id: Id) -> Any:
    step = queries.get_own_step(user=request.user, step_id=own_step_id)
    return services.finish_own_step(step=step, by=request.user, at=request.now)


@router.post("/steps/{own_step_id}/reopen/", response=OwnStepOut)
def reopen_own_step(request: Request, own_step_id: Id) -> Any:
    step = queries.get_own_step(user=request.user, step_id=own_step_id)
    return services.reopen_own_step(step=step, by=request.user, at=request.now)


@router.delete("/steps/{own_step_id}/", response={204: None})
def remove_own_step(request: Request, own_step_id: Id) -> Any:
    step = queries.get_own_step(user=request.user, step_id=own_step_id)
    services.remove_own_step(step=step, by=request.user, at=request.now)
    return Status(204, None)


@router.post("/steps/{own_step_id}/restore/", response=OwnStepOut)
def restore_own_step(request: Request, own_step_id: Id) -> Any:
    step = queries.get_own_step(user=request.user, step_id=own_step_id)
    return services.restore_own_step(step=step, by=request.user, at=request.now)


def _quarter(request: Request, day: date | None) -> date:
    return quarter_of(day or request.now.date())


def _written(request: Request, day: date | None) -> dict[str, Any]:
    """Whose plan, which quarter, by whom and when: what every act on it needs."""
    user = request.user
    return {
        "person": person_of(user) or get_person(user=user, person_id=0),
        "quarter": _quarter(request, day),
        "by": user,
        "at": request.now,
    }
