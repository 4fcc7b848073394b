"""Looking back for programs: one's own debriefs, and those one was named to read."""

from datetime import date
from typing import Annotated, Any

from ninja import Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.occasions import queries, services
from quarterdeck.domains.people.queries import get_people

from .authentication import may
from .paging import Listing, WindowQuery, listing
from .types import Id, RecordId, Request, Text

AUTH = may("occasions", private=True)
router = Router(tags=["debriefs"], auth=AUTH)
of_turns = Router(tags=["debriefs"], auth=AUTH)
Words = Annotated[Text, Field(max_length=4_000)]


class DebriefOut(Schema):
    id: int
    occasion_id: int
    on: date
    writer_id: int
    went_well: str
    otherwise: str
    version: int


class NewDebrief(Schema):
    went_well: Words = ""
    otherwise: Words = ""
    reader_ids: Annotated[list[RecordId], Field(max_length=20)] = []


class DebriefChange(Schema):
    version: Annotated[int, Field(ge=1, le=2**31 - 1)]
    went_well: Words = ""
    otherwise: Words = ""


@router.get("/", response=Listing[DebriefOut])
def list_debriefs(request: Request, window: WindowQuery) -> Any:
    return listing(queries.debriefs_visible_to(request.user), window)


@of_turns.post("/{turn_id}/debrief/", response={201: DebriefOut})
def write_debrief(request: Request, turn_id: Id, body: NewDebrief) -> Any:
    """Look back on a date one has led; who reads it is chosen now and stays so."""
    turn = queries.get_turn(user=request.user, turn_id=turn_id)
    debrief = services.write_debrief(
        occasion=turn.occasion,
        on=turn.on,
        went_well=body.went_well,
        otherwise=body.otherwise,
        readers=get_people(user=request.user, person_ids=body.reader_ids),
        by=request.user,
        at=request.now,
    )
    return Status(201, debrief)


@router.patch("/{debrief_id}/", response=DebriefOut)
def edit_debrief(request: Request, debrief_id: Id, body: DebriefChange) -> Any:
    debrief = queries.get_debrief(user=request.user, debrief_id=debrief_id)
    return services.edit_debrief(
        debrief=debrief,
        went_well=body.went_well,
        otherwise=body.otherwise,
        seen_version=body.version,
        by=request.user,
        at=request.now,
    )


@router.delete("/{debrief_id}/", response={204: None})
def remove_debrief(request: Request, debrief_id: Id) -> Any:
    debrief = queries.get_debrief(user=request.user, debrief_id=debrief_id)
    services.remove_debrief(debrief=debrief, by=request.user, at=request.now)
    return Status(204, None)
