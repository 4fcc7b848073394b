"""Places in programmes for programs: ask, invite, answer, book, attend."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Annotated, Any, Literal

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from ninja import Query, Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.goals.queries import get_key_result
from quarterdeck.domains.people.queries import get_person, get_skill, person_of
from quarterdeck.domains.training import queries, services
from quarterdeck.domains.training.choices import State
from quarterdeck.formats import write_table_csv, write_table_xlsx

from .authentication import may
from .exports import CSV, FILE, XLSX
from .paging import Listing, Window, listing
from .training import Amount, Level, Version, Words
from .types import Id, RecordId, Request, Text

router = Router(tags=["training"], auth=may("training", private=True))
WRITERS = {"csv": (write_table_csv, CSV), "xlsx": (write_table_xlsx, XLSX)}


class TrainingPlaceOut(Schema):
    id: int
    person_id: int
    programme_id: int
    state: str
    why: str
    skill_id: int | None
    starts_on: date | None
    attended_on: date | None
    measure: str
    key_result_id: int | None
    number_before: float | None
    created_at: datetime
    version: int


class TrainingPlaceIn(Schema):
    programme_id: RecordId
    why: Words = ""
    skill_id: RecordId | None = None


class TrainingInvitation(TrainingPlaceIn):
    person_id: RecordId


class TrainingRefusal(Schema):
    reason: Annotated[Text, Field(min_length=1, max_length=600, pattern=r"\S")]


class TrainingCancelling(Schema):
    reason: Words = ""


class TrainingBooking(Schema):
    starts_on: date | None = None
    cost: Amount | None = None
    team_id: RecordId | None = None


class TrainingAttendance(Schema):
    on: date


class TrainingMeasure(Schema):
    measure: Annotated[Text, Field(max_length=200)] = ""
    key_result_id: RecordId | None = None
    number_before: Annotated[float, Field(ge=-1e15, le=1e15)] | None = None
    version: Version | None = None


class TrainedSkillProof(Schema):
    skill_id: RecordId
    level: Level
    what: Annotated[Text, Field(min_length=1, max_length=600)]
    asked_id: RecordId


class TrainedSkillProofOut(Schema):
    id: int
    skill_id: int
    level: int
    asked_id: int


class PlacesWanted(Window):
    state: State | None = None
    of: Literal["me", "led"] = "me"
    text: Annotated[Text, Field(max_length=100)] = ""


class PlacesFile(Schema):
    format: Literal["csv", "xlsx"] = "csv"
    state: State | None = None
    text: Annotated[Text, Field(max_length=100)] = ""


@router.get("/", response=Listing[TrainingPlaceOut])
def list_training_places(
    request: Request, wanted: Annotated[PlacesWanted, Query()]
) -> Any:
    """One's own places, or with `of=led` those of the people one leads."""
    user, state = request.user, wanted.state.value if wanted.state else ""
    if wanted.of == "led":
        rows = queries.enrolments_of_people_led(
            user=user, state=state, text=wanted.text
        )
        return listing(rows, wanted)
    own = queries.own_enrolments(user)
    return listing(own.filter(state=state) if state else own, wanted)


@router.get("/export/", openapi_extra=FILE)
def export_training_places(
    request: Request, wanted: Annotated[PlacesFile, Query()]
) -> Any:
    """Places of the people one leads as a CSV or XLSX file."""
    found = queries.enrolments_of_people_led(
        user=request.user,
        state=wanted.state.value if wanted.state else "",
        text=wanted.text,
    )
    write, kind = WRITERS[wanted.format]
    content = BytesIO()
    write(content, queries.HEADER, queries.export_of_enrolments(found))
    name = f'attachment; filename="training.{wanted.format}"'
    return HttpResponse(
        content.getvalue(), content_type=kind, headers={"Content-Disposition": name}
    )


@router.post("/", response={201: TrainingPlaceOut})
def ask_for_training_place(request: Request, body: TrainingPlaceIn) -> Any:
    if (person := person_of(request.user)) is None:
        raise PermissionDenied
    programme, skill = _linked(request, body)
    place = services.ask_for_place(
        programme=programme,
        person=person,
        why=body.why,
        skill=skill,
        by=request.user,
        at=request.now,
    )
    return Status(201, place)


@router.post("/invitations/", response={201: TrainingPlaceOut})
def invite_to_training(request: Request, body: TrainingInvitation) -> Any:
    programme, skill = _linked(request, body)
    place = services.invite_to_programme(
        programme=programme,
        person=get_person(user=request.user, person_id=body.person_id),
        why=body.why,
        skill=skill,
        by=request.user,
        at=request.now,
    )
    return Status(201, place)


@router.get("/{enrolment_id}/", response=TrainingPlaceOut)
def get_training_place(request: Request, enrolment_id: Id) -> Any:
    return _get(request, enrolment_id)


@router.post("/{enrolment_id}/approve/", response=TrainingPlaceOut)
def approve_training_place(request: Request, enrolment_id: Id) -> Any:
    return services.approve_place(**_act(request, enrolment_id))


@router.post("/{enrolment_id}/decline/", response=TrainingPlaceOut)
def decline_training_place(
    request: Request, enrolment_id: Id, body: TrainingRefusal
) -> Any:
    return services.decline_place(**_act(request, enrolment_id), reason=body.reason)


@router.post("/{enrolment_id}/accept/", response=TrainingPlaceOut)
def accept_training_place(request: Request, enrolment_id: Id) -> Any:
    return services.accept_place(**_act(request, enrolment_id))


@router.post("/{enrolment_id}/book/", response=TrainingPlaceOut)
def book_training_place(
    request: Request, enrolment_id: Id, body: TrainingBooking
) -> Any:
    teams = queries.teams_with_budgets(request.user)
    team = teams.get(pk=body.team_id) if body.team_id else None
    cost: Decimal | None = body.cost
    return services.book_place(
        **_act(request, enrolment_id), starts_on=body.starts_on, cost=cost, team=team
    )


@router.post("/{enrolment_id}/attend/", response=TrainingPlaceOut)
def attend_training(
    request: Request, enrolment_id: Id, body: TrainingAttendance
) -> Any:
    return services.attend_programme(**_act(request, enrolment_id), on=body.on)


@router.post("/{enrolment_id}/miss/", response=TrainingPlaceOut)
def miss_training(request: Request, enrolment_id: Id) -> Any:
    return services.miss_programme(**_act(request, enrolment_id))


@router.post("/{enrolment_id}/cancel/", response=TrainingPlaceOut)
def cancel_training_place(
    request: Request, enrolment_id: Id, body: TrainingCancelling
) -> Any:
    return services.cancel_place(**_act(request, enrolment_id), reason=body.reason)


@router.post("/{enrolment_id}/reopen/", response=TrainingPlaceOut)
def reopen_training_place(request: Request, enrolment_id: Id) -> Any:
    return services.reopen_place(**_act(request, enrolment_id))


@router.put("/{enrolment_id}/measure/", response=TrainingPlaceOut)
def name_training_measure(
    request: Request, enrolment_id: Id, body: TrainingMeasure
) -> Any:
    said = body.dict()
    seen, key_result_id = said.pop("version"), said.pop("key_result_id")
    key_result = (
        get_key_result(user=request.user, key_result_id=key_result_id)
        if key_result_id
        else None
    )
    return services.name_measure(
        **_act(request, enrolment_id), **said, key_result=key_result, seen_version=seen
    )


@router.post("/{enrolment_id}/skill-proofs/", response={201: TrainedSkillProofOut})
def show_trained_skill(
    request: Request, enrolment_id: Id, body: TrainedSkillProof
) -> Any:
    """Show what one can do since, and ask somebody to confirm it."""
    proof = services.show_trained_skill(
        **_act(request, enrolment_id),
        skill=get_skill(user=request.user, skill_id=body.skill_id),
        level=body.level,
        what=body.what,
        asked=get_person(user=request.user, person_id=body.asked_id),
    )
    return Status(201, proof)


def _get(request: Request, enrolment_id: int) -> Any:
    return queries.get_enrolment(user=request.user, enrolment_id=enrolment_id)


def _act(request: Request, enrolment_id: int) -> dict[str, Any]:
    place = _get(request, enrolment_id)
    return {"enrolment": place, "by": request.user, "at": request.now}


def _linked(request: Request, body: TrainingPlaceIn) -> tuple[Any, Any]:
    user = request.user
    programme = queries.get_programme(user=user, programme_id=body.programme_id)
    skill = get_skill(user=user, skill_id=body.skill_id) if body.skill_id else None
    return programme, skill
