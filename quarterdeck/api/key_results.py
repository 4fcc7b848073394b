"""Key results and their measurements for programs."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from ninja import Router, Schema, Status
from pydantic import AwareDatetime, Field

from quarterdeck.domains.goals import queries, services

from .authentication import may
from .paging import Listing, WindowQuery, listing
from .types import Id, Request, Text

of_goals = Router(tags=["goals"], auth=may("goals"))
router = Router(tags=["goals"], auth=may("goals"))
Number = Annotated[float, Field(ge=-1e15, le=1e15, allow_inf_nan=False)]
Weight = Annotated[Decimal, Field(gt=0, max_digits=5, decimal_places=2)]
Direction = Literal["increase", "decrease"]
Title = Annotated[Text, Field(min_length=1, max_length=300)]
Unit = Annotated[Text, Field(max_length=30)]


class KeyResultOut(Schema):
    id: int
    goal_id: int
    title: str
    unit: str
    direction: str
    start: float
    target: float
    current: float | None
    weight: float
    version: int


class NewKeyResult(Schema):
    title: Title
    start: Number = 0
    target: Number
    unit: Unit = ""
    direction: Direction | None = None
    weight: Weight = Decimal(1)


class KeyResultChanges(Schema):
    """Only what is given is changed; `version` is the one that was read."""

    version: Annotated[int, Field(ge=1, le=2**31 - 1)]
    title: Title | None = None
    start: Number | None = None
    target: Number | None = None
    unit: Unit | None = None
    direction: Direction | None = None
    weight: Weight | None = None


class NewMeasurement(Schema):
    value: Number
    note: Annotated[Text, Field(max_length=300)] = ""
    measured_at: AwareDatetime | None = None


class MeasurementOut(Schema):
    id: int
    value: float
    note: str
    measured_at: datetime
    measured_by_id: int | None


@of_goals.post("/{goal_id}/key-results/", response={201: KeyResultOut})
def add_key_result(request: Request, goal_id: Id, body: NewKeyResult) -> Any:
    goal = queries.get_goal(user=request.user, goal_id=goal_id)
    row = services.add_key_result(
        goal=goal, **body.dict(), by=request.user, at=request.now
    )
    return Status(201, row)


@router.patch("/{key_result_id}/", response=KeyResultOut)
def edit_key_result(request: Request, key_result_id: Id, body: KeyResultChanges) -> Any:
    row = queries.get_key_result(user=request.user, key_result_id=key_result_id)
    changes = body.dict(exclude_unset=True, exclude_none=True)
    seen = changes.pop("version")
    return services.edit_key_result(
        key_result=row,
        changes=changes,
        seen_version=seen,
        by=request.user,
        at=request.now,
    )


@router.delete("/{key_result_id}/", response={204: None})
def remove_key_result(request: Request, key_result_id: Id) -> Any:
    row = queries.get_key_result(user=request.user, key_result_id=key_result_id)
    services.remove_key_result(key_result=row, by=request.user, at=request.now)
    return Status(204, None)


@router.post("/{key_result_id}/restore/", response=KeyResultOut)
def restore_key_result(request: Request, key_result_id: Id) -> Any:
    row = queries.get_key_result(user=request.user, key_result_id=key_result_id)
    services.restore_key_result(key_result=row, by=request.user, at=request.now)
    return queries.get_key_result(user=request.user, key_result_id=key_result_id)


@router.get(
    "/{key_result_id}/measurements/",
    response=Listing[MeasurementOut],
)
def list_measurements(request: Request, key_result_id: Id, window: WindowQuery) -> Any:
    row = queries.get_key_result(user=request.user, key_result_id=key_result_id)
    return listing(queries.measurements_of(row), window)


@router.post(
    "/{key_result_id}/measurements/",
    response={201: MeasurementOut},
)
def record_measurement(
    request: Request, key_result_id: Id, body: NewMeasurement
) -> Any:
    row = queries.get_key_result(user=request.user, key_result_id=key_result_id)
    measurement = services.record_measurement(
        key_result=row, **body.dict(), by=request.user, at=request.now
    )
    return Status(201, measurement)
