"""1:1s for programs: the spaces of whoever shows the token, and of nobody else."""

from datetime import date, datetime, time
from typing import Annotated, Any

from ninja import Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.one_on_ones import queries, services
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.people.queries import get_person

from .authentication import may
from .paging import Listing, WindowQuery, listing
from .types import Clock, Id, RecordId, Request

router = Router(tags=["one_on_ones"], auth=may("one_on_ones", private=True))
Weeks = Annotated[int, Field(ge=1, le=26)]
Version = Annotated[int, Field(ge=1, le=2**31 - 1)]


class PairOut(Schema):
    id: int
    person_id: int
    name: str
    weeks: int
    next_on: date | None
    next_time: time | None
    began_at: datetime | None
    ended_at: datetime | None
    version: int


class NewPair(Schema):
    person_id: RecordId
    weeks: Weeks = 2
    next_on: date | None = None
    next_time: Clock | None = None


class NewRhythm(Schema):
    version: Version
    weeks: Weeks


class MovedMeeting(Schema):
    version: Version
    next_on: date | None
    next_time: Clock | None = None


class ClosedMeeting(Schema):
    next_on: date | None = None
    next_time: Clock | None = None


class CoachingFrame(Schema):
    use: bool


class MeetingOut(Schema):
    id: int
    pair_id: int
    opened_at: datetime | None
    closed_at: datetime | None
    coaching: bool


@router.get("/", response=Listing[PairOut])
def list_pairs(request: Request, window: WindowQuery) -> Any:
    """Ended ones too; `began_at` is null until the other has agreed."""
    page = listing(queries.pairs_visible_to(request.user), window)
    return {**page, "items": [_told(request, row) for row in page["items"]]}


@router.post("/", response={201: PairOut})
def start_pair(request: Request, body: NewPair) -> Any:
    fields = body.dict()
    person = get_person(user=request.user, person_id=fields.pop("person_id"))
    pair = services.start_pair(person=person, **fields, by=request.user, at=request.now)
    return Status(201, _told(request, pair))


@router.get("/{pair_id}/", response=PairOut)
def get_pair(request: Request, pair_id: Id) -> Any:
    return _told(request, queries.get_pair(user=request.user, pair_id=pair_id))


def _simple(verb: str, service: Any) -> None:
    """One operation for each verb on a space that needs nothing more."""

    def operation(request: Request, pair_id: Id) -> Any:
        pair = queries.get_pair(user=request.user, pair_id=pair_id)
        return _told(
            request, service(pair=pair, by=request.user, at=request.now) or pair
        )

    operation.__name__ = service.__name__
    path = f"/{{pair_id}}/{verb}/"
    router.post(path, response=PairOut)(operation)


_simple("agree", services.agree_to_pair)
_simple("end", services.end_pair)
_simple("restore", services.restore_pair)
_simple("skip", services.skip_meeting)


@router.post("/{pair_id}/decline/", response={204: None})
def decline_pair(request: Request, pair_id: Id) -> Any:
    """Say no to a question, or take one's own back; nothing of it stays."""
    pair = queries.get_pair(user=request.user, pair_id=pair_id)
    services.decline_pair(pair=pair, by=request.user, at=request.now)
    return Status(204, None)


@router.post("/{pair_id}/rhythm/", response=PairOut)
def change_rhythm(request: Request, pair_id: Id, body: NewRhythm) -> Any:
    pair = queries.get_pair(user=request.user, pair_id=pair_id)
    changed = services.change_rhythm(
        pair=pair,
        weeks=body.weeks,
        seen_version=body.version,
        by=request.user,
        at=request.now,
    )
    return _told(request, changed)


@router.post("/{pair_id}/move/", response=PairOut)
def move_meeting(request: Request, pair_id: Id, body: MovedMeeting) -> Any:
    """Set the day of the next 1:1; null leaves it open."""
    pair = queries.get_pair(user=request.user, pair_id=pair_id)
    moved = services.move_meeting(
        pair=pair,
        next_on=body.next_on,
        next_time=body.next_time,
        seen_version=body.version,
        by=request.user,
        at=request.now,
    )
    return _told(request, moved)


@router.post("/{pair_id}/open/", response=MeetingOut)
def open_meeting(request: Request, pair_id: Id) -> Any:
    pair = queries.get_pair(user=request.user, pair_id=pair_id)
    return services.open_meeting(pair=pair, by=request.user, at=request.now)


@router.post("/{pair_id}/coaching/", response=MeetingOut)
def use_coaching(request: Request, pair_id: Id, body: CoachingFrame) -> Any:
    """Show or hide goal, reality, options and will."""
    pair = queries.get_pair(user=request.user, pair_id=pair_id)
    return services.use_coaching(
        pair=pair, use=body.use, by=request.user, at=request.now
    )


@router.post("/{pair_id}/close/", response=MeetingOut)
def close_meeting(request: Request, pair_id: Id, body: ClosedMeeting) -> Any:
    """Close the 1:1; open topics go over, and the next day is set by the rhythm."""
    pair = queries.get_pair(user=request.user, pair_id=pair_id)
    return services.close_meeting(
        pair=pair, **body.dict(), by=request.user, at=request.now
    )


@router.get("/{pair_id}/meetings/", response=Listing[MeetingOut])
def list_meetings(request: Request, pair_id: Id, window: WindowQuery) -> Any:
    """The one that is being prepared or held first, then the earlier ones."""
    pair = queries.get_pair(user=request.user, pair_id=pair_id)
    rows = queries.meetings_visible_to(request.user).filter(pair=pair)
    return listing(rows.order_by("-id"), window)


def _told(request: Request, pair: Any) -> dict[str, Any]:
    other = pair.other_than(standing_of(request.user).person_id)
    names = set(PairOut.model_fields) - {"person_id", "name"}
    return {
        **{name: getattr(pair, name) for name in names},
        "person_id": other.pk,
        "name": other.name,
    }


def today(request: Request) -> date:
    return request.now.date()
