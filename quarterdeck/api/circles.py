"""Circles for programs: those of whoever shows the token, and nobody else's."""

from datetime import date, datetime
from typing import Annotated, Any

from ninja import Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.circles import queries, services
from quarterdeck.domains.people.queries import get_person

from .authentication import may
from .paging import Listing, WindowQuery, listing
from .types import Clock, Id, RecordId, Request, Text

AUTH = may("circles", private=True)
router = Router(tags=["circles"], auth=AUTH)
members = Router(tags=["circles"], auth=AUTH)
meetings = Router(tags=["circles"], auth=AUTH)
Name = Annotated[Text, Field(min_length=1, max_length=200, pattern=r"\S")]
Purpose = Annotated[Text, Field(max_length=600)]
Rule = Annotated[Text, Field(min_length=1, max_length=2_000, pattern=r"\S")]
Version = Annotated[int, Field(ge=1, le=2**31 - 1)]


class CircleOut(Schema):
    id: int
    name: str
    purpose: str
    rule: str
    rule_number: int
    version: int


class NewCircle(Schema):
    name: Name
    purpose: Purpose = ""
    rule: Rule


class CircleChange(Schema):
    version: Version
    name: Name
    purpose: Purpose = ""


class CircleRule(Schema):
    version: Version
    rule: Rule


class AcceptedRule(Schema):
    rule_number: Version


class Invited(Schema):
    person_id: RecordId


class CircleMemberOut(Schema):
    id: int
    circle_id: int
    person_id: int
    invited_at: datetime
    joined_at: datetime | None
    accepted_rule: int


class CircleMeetingOut(Schema):
    id: int
    circle_id: int
    on: date
    time: Clock | None
    words: str
    version: int


class NewCircleMeeting(Schema):
    on: date
    time: Clock | None = None
    words: Annotated[Text, Field(max_length=300)] = ""


class CircleMeetingChange(NewCircleMeeting):
    version: Version


@router.get("/", response=Listing[CircleOut])
def list_circles(request: Request, window: WindowQuery) -> Any:
    """Those one is in, and those one is invited to."""
    return listing(queries.circles_visible_to(request.user), window)


@router.post("/", response={201: CircleOut})
def start_circle(request: Request, body: NewCircle) -> Any:
    found = services.start_circle(**body.dict(), by=request.user, at=request.now)
    return Status(201, found)


@router.get("/{circle_id}/", response=CircleOut)
def get_circle(request: Request, circle_id: Id) -> Any:
    return queries.get_circle(user=request.user, circle_id=circle_id)


@router.patch("/{circle_id}/", response=CircleOut)
def edit_circle(request: Request, circle_id: Id, body: CircleChange) -> Any:
    circle = queries.get_open_circle(user=request.user, circle_id=circle_id)
    return services.edit_circle(
        circle=circle,
        name=body.name,
        purpose=body.purpose,
        seen_version=body.version,
        by=request.user,
        at=request.now,
    )


@router.put("/{circle_id}/rule/", response=CircleOut)
def change_circle_rule(request: Request, circle_id: Id, body: CircleRule) -> Any:
    """Everybody accepts the new rule before they read or write."""
    circle = queries.get_open_circle(user=request.user, circle_id=circle_id)
    return services.change_rule(
        circle=circle,
        rule=body.rule,
        seen_version=body.version,
        by=request.user,
        at=request.now,
    )


def _accepting(verb: str, service: Any) -> None:
    """Join, or accept a changed rule: with the number of the rule that was read."""

    def operation(request: Request, circle_id: Id, body: AcceptedRule) -> Any:
        circle = queries.get_circle(user=request.user, circle_id=circle_id)
        return service(
            circle=circle,
            rule_number=body.rule_number,
            by=request.user,
            at=request.now,
        )

    operation.__name__ = service.__name__
    path = f"/{{circle_id}}/{verb}/"
    router.post(path, response=CircleMemberOut)(operation)


_accepting("join", services.join_circle)
_accepting("accept", services.accept_rule)


def _going(verb: str, service: Any) -> None:
    def operation(request: Request, circle_id: Id) -> Any:
        circle = queries.get_circle(user=request.user, circle_id=circle_id)
        service(circle=circle, by=request.user, at=request.now)
        return Status(204, None)

    operation.__name__ = service.__name__
    path = f"/{{circle_id}}/{verb}/"
    router.post(path, response={204: None})(operation)


_going("decline", services.decline_circle)
_going("leave", services.leave_circle)


@router.get("/{circle_id}/members/", response=list[CircleMemberOut])
def list_circle_members(request: Request, circle_id: Id) -> Any:
    circle = queries.get_circle(user=request.user, circle_id=circle_id)
    return queries.members_of(user=request.user, circle=circle)


@router.post("/{circle_id}/members/", response={201: CircleMemberOut})
def invite_to_circle(request: Request, circle_id: Id, body: Invited) -> Any:
    circle = queries.get_open_circle(user=request.user, circle_id=circle_id)
    member = services.invite_to_circle(
        circle=circle,
        person=get_person(user=request.user, person_id=body.person_id),
        by=request.user,
        at=request.now,
    )
    return Status(201, member)


@members.delete("/{circle_member_id}/", response={204: None})
def uninvite(request: Request, circle_member_id: Id) -> Any:
    """Take an invitation back, while it is not answered."""
    member = queries.get_member(user=request.user, member_id=circle_member_id)
    services.uninvite(member=member, by=request.user, at=request.now)
    return Status(204, None)


@router.get("/{circle_id}/meetings/", response=Listing[CircleMeetingOut])
def list_circle_meetings(request: Request, circle_id: Id, window: WindowQuery) -> Any:
    circle = queries.get_open_circle(user=request.user, circle_id=circle_id)
    rows = queries.meetings_visible_to(request.user).filter(circle=circle)
    return listing(rows.order_by("-on", "-id"), window)


@router.post("/{circle_id}/meetings/", response={201: CircleMeetingOut})
def plan_circle_meeting(request: Request, circle_id: Id, body: NewCircleMeeting) -> Any:
    circle = queries.get_open_circle(user=request.user, circle_id=circle_id)
    meeting = services.plan_circle_meeting(
        circle=circle, **body.dict(), by=request.user, at=request.now
    )
    return Status(201, meeting)


@meetings.patch("/{circle_meeting_id}/", response=CircleMeetingOut)
def edit_circle_meeting(
    request: Request, circle_meeting_id: Id, body: CircleMeetingChange
) -> Any:
    meeting = queries.get_circle_meeting(
        user=request.user, circle_meeting_id=circle_meeting_id
    )
    fields = body.dict()
    return services.edit_circle_meeting(
        meeting=meeting,
        seen_version=fields.pop("version"),
        **fields,
        by=request.user,
        at=request.now,
    )


@meetings.delete("/{circle_meeting_id}/", response={204: None})
def remove_circle_meeting(request: Request, circle_meeting_id: Id) -> Any:
    meeting = queries.get_circle_meeting(
        user=request.user, circle_meeting_id=circle_meeting_id
    )
    services.remove_circle_meeting(meeting=meeting, by=request.user, at=request.now)
    return Status(204, None)
