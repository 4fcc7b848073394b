"""Occasions for programs: who leads what when, and handing it over."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from django.utils import timezone
from ninja import Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.occasions import queries, services
from quarterdeck.domains.organization.queries import get_team
from quarterdeck.domains.people.queries import get_person, get_skill

from .authentication import may
from .paging import Listing, WindowQuery, listing
from .types import Id, RecordId, Request, Text

router = Router(tags=["occasions"], auth=may("occasions"))
turns = Router(tags=["occasions"], auth=may("occasions"))
Title = Annotated[Text, Field(min_length=1, max_length=200, pattern=r"\S")]
Words = Annotated[Text, Field(max_length=600)]
Weeks = Annotated[int, Field(ge=0, le=26)]
Version = Annotated[int, Field(ge=1, le=2**31 - 1)]
Kind = Literal["meeting", "presentation", "review", "workshop"]
Part = Literal["leads", "opens", "presents", "notes"]


class OccasionOut(Schema):
    id: int
    team_id: int
    title: str
    kind: str
    aim: str
    limits: str
    support: str
    skill_id: int | None
    first_on: date
    weeks: int
    ended_at: datetime | None
    version: int


class NewOccasion(Schema):
    team_id: RecordId
    title: Title
    first_on: date
    weeks: Weeks = 1
    kind: Kind = "meeting"
    aim: Words = ""
    limits: Words = ""
    support: Words = ""
    skill_id: RecordId | None = None


class OccasionChange(Schema):
    version: Version
    title: Title | None = None
    first_on: date | None = None
    weeks: Weeks | None = None
    kind: Kind | None = None
    aim: Words | None = None
    limits: Words | None = None
    support: Words | None = None


class TurnOut(Schema):
    id: int
    occasion_id: int
    on: date
    part: str
    person_id: int
    way: str
    last_on: date | None
    offered_to_id: int | None
    offered_for_id: int | None


class NewTurn(Schema):
    on: date
    part: Part
    person_id: RecordId
    times: Annotated[int, Field(ge=1, le=26)] = 1


class TurnsToFill(Schema):
    count: Annotated[int, Field(ge=1, le=26)] = 6


class Wish(Schema):
    willing: bool | None


class Offer(Schema):
    to_id: RecordId
    swap_for_id: RecordId | None = None
    note: Annotated[Text, Field(max_length=300)] = ""


class CouldLeadOut(Schema):
    reason: str
    person_id: int
    name: str
    times_led: int


class HeldOut(Schema):
    occasion_id: int
    mine: int
    all: int
    holder_id: int
    last_mine: date
    since: date | None


@router.get("/", response=Listing[OccasionOut])
def list_occasions(request: Request, window: WindowQuery) -> Any:
    return listing(queries.occasions_visible_to(request.user), window)


@router.post("/", response={201: OccasionOut})
def set_up_occasion(request: Request, body: NewOccasion) -> Any:
    user, fields = request.user, body.dict()
    team = get_team(user=user, team_id=fields.pop("team_id"))
    skill_id = fields.pop("skill_id")
    skill = get_skill(user=user, skill_id=skill_id) if skill_id else None
    found = services.set_up_occasion(
        team=team, skill=skill, **fields, by=user, at=request.now
    )
    return Status(201, found)


@router.get("/mine/", response=list[HeldOut])
def list_held(request: Request) -> Any:
    """What one leads oneself, and what is handed over since when."""
    held = queries.held_by(user=request.user, today=_today(request))
    return [
        {
            "occasion_id": one.occasion.pk,
            "mine": one.mine,
            "all": one.all,
            "holder_id": one.holder.pk,
            "last_mine": one.last_mine,
            "since": one.since,
        }
        for one in held
    ]


@router.get("/{occasion_id}/", response=OccasionOut)
def get_occasion(request: Request, occasion_id: Id) -> Any:
    return queries.get_occasion(user=request.user, occasion_id=occasion_id)


@router.patch("/{occasion_id}/", response=OccasionOut)
def edit_occasion(request: Request, occasion_id: Id, body: OccasionChange) -> Any:
    occasion = queries.get_occasion(user=request.user, occasion_id=occasion_id)
    changes = {k: v for k, v in body.dict(exclude_unset=True).items() if v is not None}
    return services.edit_occasion(
        occasion=occasion,
        seen_version=changes.pop("version"),
        changes=changes,
        by=request.user,
        at=request.now,
    )


@router.post("/{occasion_id}/end/", response=OccasionOut)
def end_occasion(request: Request, occasion_id: Id) -> Any:
    occasion = queries.get_occasion(user=request.user, occasion_id=occasion_id)
    return services.end_occasion(occasion=occasion, by=request.user, at=request.now)


@router.post("/{occasion_id}/restore/", response=OccasionOut)
def restore_occasion(request: Request, occasion_id: Id) -> Any:
    occasion = queries.get_occasion(user=request.user, occasion_id=occasion_id)
    return services.restore_occasion(occasion=occasion, by=request.user, at=request.now)


@router.get("/{occasion_id}/turns/", response=Listing[TurnOut])
def list_turns(request: Request, occasion_id: Id, window: WindowQuery) -> Any:
    """The latest dates first."""
    occasion = queries.get_occasion(user=request.user, occasion_id=occasion_id)
    rows = queries.turns_visible_to(request.user).filter(occasion=occasion)
    return listing(rows.order_by("-on", "id"), window)


@router.post("/{occasion_id}/turns/", response=list[TurnOut])
def name_turn(request: Request, occasion_id: Id, body: NewTurn) -> Any:
    """Put a part into somebody's hands, on one date or several in a row."""
    occasion = queries.get_occasion(user=request.user, occasion_id=occasion_id)
    return services.name_turn(
        occasion=occasion,
        on=body.on,
        part=body.part,
        person=get_person(user=request.user, person_id=body.person_id),
        times=body.times,
        by=request.user,
        at=request.now,
    )


@router.post("/{occasion_id}/fill/", response=list[TurnOut])
def fill_turns(request: Request, occasion_id: Id, body: TurnsToFill) -> Any:
    """Take what the rotation proposes for the next dates that nobody leads yet."""
    occasion = queries.get_occasion(user=request.user, occasion_id=occasion_id)
    return services.fill_turns(
        occasion=occasion, count=body.count, by=request.user, at=request.now
    )


@router.put("/{occasion_id}/willing/", response={204: None})
def say_willing(request: Request, occasion_id: Id, body: Wish) -> Any:
    """Say for oneself: true, false, or null to say nothing any more."""
    occasion = queries.get_occasion(user=request.user, occasion_id=occasion_id)
    services.say_willing(
        occasion=occasion, willing=body.willing, by=request.user, at=request.now
    )
    return Status(204, None)


@router.get("/{occasion_id}/others/", response=list[CouldLeadOut])
def list_others(request: Request, occasion_id: Id) -> Any:
    """Who else could lead it, in the order of names within each reason."""
    user = request.user
    occasion = queries.get_occasion(user=user, occasion_id=occasion_id)
    groups = queries.others_who_could(
        user=user, occasion=occasion, today=_today(request)
    )
    return [
        {
            "reason": group.label,
            "person_id": one.pk,
            "name": one.name,
            "times_led": getattr(one, "times_led", 0),
        }
        for group in groups
        for one in group.people
    ]


@turns.delete("/{turn_id}/", response={204: None})
def remove_turn(request: Request, turn_id: Id) -> Any:
    turn = queries.get_turn(user=request.user, turn_id=turn_id)
    services.remove_turn(turn=turn, by=request.user, at=request.now)
    return Status(204, None)


@turns.post("/{turn_id}/offer/", response=TurnOut)
def offer_turn(request: Request, turn_id: Id, body: Offer) -> Any:
    """Ask somebody to take one's turn; with `swap_for_id` one takes theirs for it."""
    user = request.user
    turn = queries.get_turn(user=user, turn_id=turn_id)
    swap = body.swap_for_id
    return services.offer_turn(
        turn=turn,
        to=get_person(user=user, person_id=body.to_id),
        swap_for=queries.get_turn(user=user, turn_id=swap) if swap else None,
        note=body.note,
        by=user,
        at=request.now,
    )


def _answer(verb: str, service: Any) -> None:
    def operation(request: Request, turn_id: Id) -> Any:
        turn = queries.get_turn(user=request.user, turn_id=turn_id)
        return service(turn=turn, by=request.user, at=request.now)

    operation.__name__ = service.__name__
    turns.post(f"/{{turn_id}}/{verb}/", response=TurnOut)(operation)


_answer("accept", services.accept_turn)
_answer("decline", services.decline_turn)
_answer("keep", services.withdraw_offer)


def _today(request: Request) -> date:
    return timezone.localdate(request.now)
