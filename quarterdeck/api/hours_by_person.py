"""The people for whom a task takes other hours than its estimate, for programs."""

from decimal import Decimal
from typing import Annotated, Any

from ninja import Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.people.queries import get_person
from quarterdeck.domains.projects import queries, services

from .authentication import may
from .types import Id, RecordId, Request
from .work_shapes import Version

router = Router(tags=["hours by person"], auth=may("projects"))
of_tasks = Router(tags=["hours by person"], auth=may("projects"))
Some = Annotated[Decimal, Field(gt=0, le=100_000, max_digits=8, decimal_places=2)]


class OwnHoursOut(Schema):
    id: int
    task_id: int
    person_id: int
    hours: float
    version: int


class OwnHoursTerms(Schema):
    hours: Some


class NewOwnHours(OwnHoursTerms):
    person_id: RecordId


class OwnHoursChanges(OwnHoursTerms):
    version: Version | None = None


@of_tasks.get("/{task_id}/hours-by-person/", response=list[OwnHoursOut])
def list_hours_by_person(request: Request, task_id: Id) -> Any:
    task = queries.get_task(user=request.user, task_id=task_id)
    return queries.hours_by_person_of(task)[:200]


@of_tasks.post("/{task_id}/hours-by-person/", response={201: OwnHoursOut})
def add_hours_by_person(request: Request, task_id: Id, body: NewOwnHours) -> Any:
    task = queries.get_task(user=request.user, task_id=task_id)
    person = get_person(user=request.user, person_id=body.person_id)
    own = services.add_hours_by_person(
        task=task, person=person, hours=body.hours, by=request.user, at=request.now
    )
    return Status(201, own)


@router.put("/{own_hours_id}/", response=OwnHoursOut)
def edit_hours_by_person(
    request: Request, own_hours_id: Id, body: OwnHoursChanges
) -> Any:
    own = queries.get_hours_by_person(user=request.user, own_hours_id=own_hours_id)
    return services.edit_hours_by_person(
        own=own,
        hours=body.hours,
        by=request.user,
        at=request.now,
        seen_version=body.version,
    )


@router.delete("/{own_hours_id}/", response={204: None})
def remove_hours_by_person(request: Request, own_hours_id: Id) -> Any:
    own = queries.get_hours_by_person(user=request.user, own_hours_id=own_hours_id)
    services.remove_hours_by_person(own=own, by=request.user, at=request.now)
    return Status(204, None)
