"""Types of the API: a request that knows the time, numbers and texts that fit a column."""

from datetime import datetime, time
from typing import TYPE_CHECKING, Annotated

from django.http import HttpRequest
from ninja import Path
from pydantic import AfterValidator, Field

if TYPE_CHECKING:
    from quarterdeck.domains.accounts.models import User


class Request(HttpRequest):
    """Only for types: middleware and authentication set `now` and `user`."""

    now: datetime
    user: "User"


def _printable(text: str) -> str:
    if "\x00" in text or any("\ud800" <= sign <= "\udfff" for sign in text):
        raise ValueError("contains a character that is no text")
    return text


def _without_a_zone(clock: time) -> time:
    """A time of day is that of the organisation; another zone's would be another hour."""
    if clock.tzinfo is not None:
        raise ValueError("is a time of day without a zone")
    return clock


Id = Annotated[int, Path(ge=1, le=2**63 - 1)]
RecordId = Annotated[int, Field(ge=1, le=2**63 - 1)]
Text = Annotated[str, AfterValidator(_printable)]
Clock = Annotated[
    time,
    AfterValidator(_without_a_zone),
    Field(description="Hours and minutes, as 10:30"),
]
