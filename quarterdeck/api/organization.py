"""Teams and invitations for programs."""

from datetime import datetime
from typing import Annotated, Any, Literal

from ninja import Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.organization import queries, services
from quarterdeck.domains.people.queries import get_person

from .authentication import may
from .paging import Listing, WindowQuery, listing
from .types import Id, RecordId, Request, Text

teams = Router(tags=["teams"], auth=may("organization"))
invitations = Router(tags=["invitations"], auth=may("organization"))
Name = Annotated[Text, Field(min_length=1, max_length=200, pattern=r"\S")]
Email = Annotated[Text, Field(max_length=254, pattern=r"^$|^[^@\s]+@[^@\s]+\.[^@\s]+$")]


class TeamOut(Schema):
    id: int
    name: str
    purpose: str
    parent_id: int | None
    depth: int
    version: int


class NewTeam(Schema):
    name: Name
    parent_id: RecordId


class TeamChanges(Schema):
    """Only what is given is changed; `version` is the one that was read."""

    version: Annotated[int, Field(ge=1, le=2**31 - 1)]
    name: Name | None = None
    purpose: Annotated[Text, Field(max_length=300)] | None = None


class TeamMoving(Schema):
    parent_id: RecordId


class InvitationOut(Schema):
    id: int
    name: str
    email: str
    role: str
    team_id: int | None
    person_id: int | None
    created_at: datetime
    expires_at: datetime


class InviteeIn(Schema):
    name: Annotated[Text, Field(max_length=200)] = ""
    email: Email = ""
    person_id: RecordId | None = None


class Inviting(Schema):
    people: Annotated[list[InviteeIn], Field(min_length=1, max_length=200)]
    role: Literal["admin", "member", "guest"] = "member"
    team_id: RecordId | None = None
    days: Annotated[int, Field(ge=1, le=90)] = 14


class InvitationMade(InvitationOut):
    """`token` is told only here: the page /join/<token>/ opens the account."""

    token: str


@teams.get("/", response=Listing[TeamOut])
def list_teams(request: Request, window: WindowQuery) -> Any:
    """The tree, each team after the one it is part of."""
    return listing(queries.teams_visible_to(request.user), window)


@teams.post("/", response={201: TeamOut})
def add_team(request: Request, body: NewTeam) -> Any:
    parent = queries.get_team(user=request.user, team_id=body.parent_id)
    team = services.add_team(
        name=body.name, parent=parent, by=request.user, at=request.now
    )
    return Status(201, team)


@teams.get("/{team_id}/", response=TeamOut)
def get_team(request: Request, team_id: Id) -> Any:
    return queries.get_team(user=request.user, team_id=team_id)


@teams.patch("/{team_id}/", response=TeamOut)
def edit_team(request: Request, team_id: Id, body: TeamChanges) -> Any:
    team = queries.get_team(user=request.user, team_id=team_id)
    changes = body.dict(exclude_unset=True, exclude_none=True)
    seen = changes.pop("version")
    return services.edit_team(
        team=team, seen_version=seen, by=request.user, at=request.now, **changes
    )


@teams.post("/{team_id}/move/", response=TeamOut)
def move_team(request: Request, team_id: Id, body: TeamMoving) -> Any:
    return services.move_team(
        team=queries.get_team(user=request.user, team_id=team_id),
        parent=queries.get_team(user=request.user, team_id=body.parent_id),
        by=request.user,
        at=request.now,
    )


@teams.delete("/{team_id}/", response={204: None})
def remove_team(request: Request, team_id: Id) -> Any:
    team = queries.get_team(user=request.user, team_id=team_id)
    services.remove_team(team=team, by=request.user, at=request.now)
    return Status(204, None)


@invitations.get("/", response=Listing[InvitationOut])
def list_invitations(request: Request, window: WindowQuery) -> Any:
    """Open invitations; an empty list for whoever is no admin."""
    rows = queries.open_invitations_visible_to(request.user, request.now)
    return listing(rows, window)


@invitations.post("/", response={201: list[InvitationMade]})
def invite(request: Request, body: Inviting) -> Any:
    for one in body.people:
        if one.person_id is not None:
            get_person(user=request.user, person_id=one.person_id)
    team = (
        queries.get_team(user=request.user, team_id=body.team_id)
        if body.team_id
        else None
    )
    made = services.invite(
        invitees=[services.Invitee(**one.dict()) for one in body.people],
        role=body.role,
        team=team,
        days=body.days,
        by=request.user,
        at=request.now,
    )
    fields = InvitationOut.model_fields
    return Status(
        201,
        [
            {**{name: getattr(row, name) for name in fields}, "token": token}
            for row, token in made
        ],
    )


@invitations.post("/{invitation_id}/revoke/", response={204: None})
def revoke_invitation(request: Request, invitation_id: Id) -> Any:
    invitation = queries.get_invitation(user=request.user, invitation_id=invitation_id)
    services.revoke_invitation(invitation=invitation, by=request.user, at=request.now)
    return Status(204, None)
