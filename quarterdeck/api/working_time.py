"""Working time for programs: hours, time off, public holidays."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from ninja import Query, Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.people import queries, services

from .authentication import may
from .paging import Listing, WindowQuery, listing
from .types import Id, Request, Text

of_people = Router(tags=["working time"], auth=may("people"))
holidays = Router(tags=["working time"], auth=may("organization"))


def hundredths(value: float) -> Decimal:
    """A number as its column keeps it: what is read back equals what was sent."""
    return Decimal(str(round(value, 2)))


Hours = Annotated[float, Field(ge=0, le=24)]
SevenDays = Annotated[list[Hours], Field(min_length=7, max_length=7)]
Place = Annotated[Text, Field(max_length=100)]


class Pattern(Schema):
    """Hours from Monday to Sunday, from a day on."""

    starts_on: date
    hours: SevenDays


class PatternOut(Schema):
    id: int
    starts_on: date
    hours: list[float]


class DaysOff(Schema):
    starts_on: date
    ends_on: date
    reason: Annotated[Text, Field(max_length=200)] = ""


class DaysOffOut(DaysOff):
    """The reason is empty for whoever may not read it."""

    id: int


class Span(Schema):
    first_day: date
    days: Annotated[int, Field(ge=1, le=400)] = 7


class HolidayOut(Schema):
    id: int
    on: date
    name: str
    location: str


class NewHoliday(Schema):
    on: date
    name: Annotated[Text, Field(min_length=1, max_length=200)]
    location: Place = ""


class Proposal(Schema):
    country: Annotated[Text, Field(min_length=2, max_length=2)]
    subdivision: Annotated[Text, Field(max_length=10)] = ""
    year: Annotated[int, Field(ge=1970, le=2100)]
    location: Place = ""


class ProposedOut(Schema):
    on: date
    name: str
    kept: bool


class Taken(Schema):
    count: int


@of_people.get("/{person_id}/hours/", response=list[float])
def list_hours(request: Request, person_id: Id, span: Annotated[Span, Query()]) -> Any:
    """Hours of each day from `first_day` on, after holidays and time off."""
    person = queries.get_person(user=request.user, person_id=person_id)
    return queries.capacity_of([person], span.first_day, span.days)[person.pk]


@of_people.get("/{person_id}/patterns/", response=list[PatternOut])
def list_patterns(request: Request, person_id: Id) -> Any:
    person = queries.get_person(user=request.user, person_id=person_id)
    return [_pattern(row) for row in queries.patterns_of(person)]


@of_people.put("/{person_id}/patterns/", response=PatternOut)
def set_working_pattern(request: Request, person_id: Id, body: Pattern) -> Any:
    person = queries.get_person(user=request.user, person_id=person_id)
    row = services.set_working_pattern(
        person=person,
        starts_on=body.starts_on,
        hours=[hundredths(hours) for hours in body.hours],
        by=request.user,
        at=request.now,
    )
    return _pattern(row)


@of_people.delete("/{person_id}/patterns/{pattern_id}/", response={204: None})
def remove_working_pattern(request: Request, person_id: Id, pattern_id: Id) -> Any:
    person = queries.get_person(user=request.user, person_id=person_id)
    pattern = queries.get_pattern(person=person, pattern_id=pattern_id)
    services.remove_working_pattern(pattern=pattern, by=request.user, at=request.now)
    return Status(204, None)


@of_people.get("/{person_id}/time-off/", response=list[DaysOffOut])
def list_time_off(request: Request, person_id: Id) -> Any:
    """Days away from today on."""
    person = queries.get_person(user=request.user, person_id=person_id)
    return queries.time_off_of(
        user=request.user, person=person, since=request.now.date()
    )


@of_people.post("/{person_id}/time-off/", response={201: DaysOffOut})
def add_time_off(request: Request, person_id: Id, body: DaysOff) -> Any:
    person = queries.get_person(user=request.user, person_id=person_id)
    row = services.add_time_off(
        person=person, **body.dict(), by=request.user, at=request.now
    )
    return Status(201, row)


@of_people.delete("/{person_id}/time-off/{time_off_id}/", response={204: None})
def remove_time_off(request: Request, person_id: Id, time_off_id: Id) -> Any:
    person = queries.get_person(user=request.user, person_id=person_id)
    row = queries.get_time_off(person=person, time_off_id=time_off_id)
    services.remove_time_off(time_off=row, by=request.user, at=request.now)
    return Status(204, None)


@holidays.get("/", response=Listing[HolidayOut])
def list_holidays(request: Request, window: WindowQuery) -> Any:
    return listing(queries.holidays_visible_to(request.user), window)


@holidays.get("/proposed/", response=list[ProposedOut])
def list_proposed_holidays(
    request: Request, wanted: Annotated[Proposal, Query()]
) -> Any:
    """What a country keeps in a year; nothing for a place nobody knows."""
    return queries.proposed_holidays(**wanted.dict())


@holidays.post("/", response={201: HolidayOut})
def add_holiday(request: Request, body: NewHoliday) -> Any:
    return Status(
        201, services.add_holiday(**body.dict(), by=request.user, at=request.now)
    )


@holidays.post("/take-over/", response=Taken)
def take_over_holidays(request: Request, body: Proposal) -> Any:
    """Keep all that is proposed for a place and a year."""
    days = [(one.on, one.name) for one in queries.proposed_holidays(**body.dict())]
    count = services.take_over_holidays(
        days=days, location=body.location, by=request.user, at=request.now
    )
    return {"count": count}


@holidays.delete("/{holiday_id}/", response={204: None})
def remove_holiday(request: Request, holiday_id: Id) -> Any:
    holiday = queries.get_holiday(user=request.user, holiday_id=holiday_id)
    services.remove_holiday(holiday=holiday, by=request.user, at=request.now)
    return Status(204, None)


def _pattern(row: Any) -> dict[str, Any]:
    return {
        "id": row.pk,
        "starts_on": row.starts_on,
        "hours": row.hours_by_weekday,
    }
