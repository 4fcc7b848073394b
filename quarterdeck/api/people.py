"""People for programs: who is here, what is known about them, where they belong."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Query, Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.organization.queries import get_team
from quarterdeck.domains.people import permissions, queries, services

from .authentication import may
from .paging import Listing, WindowQuery, listing
from .types import Id, RecordId, Request, Text
from .working_time import hundredths

router = Router(tags=["people"], auth=may("people"))
Name = Annotated[Text, Field(min_length=1, max_length=200, pattern=r"\S")]
Email = Annotated[Text, Field(max_length=254, pattern=r"^$|^[^@\s]+@[^@\s]+\.[^@\s]+$")]
Employment = Literal["full_time", "part_time", "contractor", "volunteer"]
Share = Annotated[float, Field(ge=0, le=2)]


class PersonOut(Schema):
    id: int
    name: str
    email: str
    position: str
    location: str
    manager_id: int | None
    starts_on: date | None
    ends_on: date | None
    version: int


class MembershipOut(Schema):
    team_id: int
    team: str
    leads: bool
    since: date


class PersonDetail(PersonOut):
    """Terms of work are null for whoever may not know them."""

    employment: str | None
    capacity_factor: float | None
    teams: list[MembershipOut]


class NewPerson(Schema):
    name: Name
    team_id: RecordId | None = None
    email: Email = ""
    position: Annotated[Text, Field(max_length=200)] = ""


class PersonChanges(Schema):
    """Only what is given is changed; `version` is the one that was read."""

    version: Annotated[int, Field(ge=1, le=2**31 - 1)]
    name: Name | None = None
    email: Email | None = None
    position: Annotated[Text, Field(max_length=200)] | None = None
    location: Annotated[Text, Field(max_length=100)] | None = None
    manager_id: RecordId | None = None
    employment: Employment | None = None
    capacity_factor: Share | None = None
    starts_on: date | None = None


class Leaving(Schema):
    ends_on: date


class OpeningOut(Schema):
    person_id: int
    name: str
    opening_id: int
    opened_at: datetime


class Confirming(Schema):
    opening_id: RecordId


class Wanted(Schema):
    text: Annotated[Text, Field(max_length=100)] = ""
    team_id: Annotated[int, Field(ge=1, le=2**63 - 1)] | None = None
    left: bool = False


@router.get("/", response=Listing[PersonOut])
def list_people(
    request: Request, window: WindowQuery, wanted: Annotated[Wanted, Query()]
) -> Any:
    """Who works here; `team_id` narrows to a team and all below it."""
    team = (
        get_team(user=request.user, team_id=wanted.team_id) if wanted.team_id else None
    )
    rows = queries.find_people(
        user=request.user,
        today=request.now.date(),
        text=wanted.text,
        team=team,
        left=wanted.left,
    )
    return listing(rows, window)


@router.post("/", response={201: PersonDetail})
def add_person(request: Request, body: NewPerson) -> Any:
    fields = body.dict()
    team_id = fields.pop("team_id")
    team = get_team(user=request.user, team_id=team_id) if team_id else None
    person = services.add_person(**fields, team=team, by=request.user, at=request.now)
    return Status(201, _detail(request, person))


@router.get("/to-confirm/", response=list[OpeningOut])
def list_people_to_confirm(request: Request) -> Any:
    """Whose account was opened by an admin's link and whom the asker can confirm."""
    return [
        {
            "person_id": one.person.pk,
            "name": one.person.name,
            "opening_id": one.opening.pk,
            "opened_at": one.opening.opened_at,
        }
        for one in queries.unconfirmed_near(request.user)
    ]


@router.get("/{person_id}/", response=PersonDetail)
def get_person(request: Request, person_id: Id) -> Any:
    person = queries.get_person(user=request.user, person_id=person_id)
    return _detail(request, person)


@router.patch("/{person_id}/", response=PersonDetail)
def edit_person(request: Request, person_id: Id, body: PersonChanges) -> Any:
    person = queries.get_person(user=request.user, person_id=person_id)
    changes = body.dict(exclude_unset=True)
    seen = changes.pop("version")
    may_be_null = ("manager_id", "starts_on")
    changes = {k: v for k, v in changes.items() if v is not None or k in may_be_null}
    if "capacity_factor" in changes:
        changes["capacity_factor"] = hundredths(changes["capacity_factor"])
    if "manager_id" in changes:
        manager_id = changes.pop("manager_id")
        changes["manager"] = (
            queries.get_person(user=request.user, person_id=manager_id)
            if manager_id
            else None
        )
    person = services.edit_person(
        person=person, seen_version=seen, by=request.user, at=request.now, **changes
    )
    return _detail(request, person)


@router.post("/{person_id}/confirm/", response={204: None})
def confirm_person(request: Request, person_id: Id, body: Confirming) -> Any:
    """Say that the opening that was read is really this person's."""
    found = queries.get_unconfirmed(user=request.user, person_id=person_id)
    services.confirm_person(
        person=found.person,
        opening=found.opening,
        seen=body.opening_id,
        by=request.user,
        at=request.now,
    )
    return Status(204, None)


@router.post("/{person_id}/archive/", response=PersonDetail)
def archive_person(request: Request, person_id: Id, body: Leaving) -> Any:
    person = queries.get_person(user=request.user, person_id=person_id)
    person = services.archive_person(
        person=person, ends_on=body.ends_on, by=request.user, at=request.now
    )
    return _detail(request, person)


@router.post("/{person_id}/restore/", response=PersonDetail)
def restore_person(request: Request, person_id: Id) -> Any:
    person = queries.get_person(user=request.user, person_id=person_id)
    person = services.restore_person(person=person, by=request.user, at=request.now)
    return _detail(request, person)


def _membership_operation(verb: str, service: Any) -> None:
    """One operation for each verb of membership; they differ in nothing but the act."""

    def operation(request: Request, person_id: Id, team_id: Id) -> Any:
        person = queries.get_person(user=request.user, person_id=person_id)
        team = get_team(user=request.user, team_id=team_id)
        service(person=person, team=team, by=request.user, at=request.now)
        return _detail(request, person)

    operation.__name__ = service.__name__
    path = f"/{{person_id}}/teams/{{team_id}}/{verb}/"
    router.post(path, response=PersonDetail)(operation)


_membership_operation("join", services.join_team)
_membership_operation("leave", services.leave_team)
_membership_operation("lead", services.lead_team)
_membership_operation("stop-leading", services.stop_leading_team)


def _detail(request: Request, person: Any) -> dict[str, Any]:
    knows_terms = permissions.can_edit_person(request.user, person)
    rows = person.memberships.select_related("team").order_by("team__path")
    return {
        **{name: getattr(person, name) for name in PersonOut.model_fields},
        "employment": person.employment if knows_terms else None,
        "capacity_factor": float(person.capacity_factor) if knows_terms else None,
        "teams": [
            {
                "team_id": row.team_id,
                "team": row.team.name,
                "leads": row.leads,
                "since": row.since,
            }
            for row in rows
        ],
    }
