"""Days, moments and hours as programs may send them: no year 1, no year 9999."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, Field

FIRST, LAST = 1990, 2200


def _in_reach(value: date) -> date:
    if not FIRST <= value.year <= LAST:
        raise ValueError(f"must lie between the years {FIRST} and {LAST}")
    return value


def _moment(value: datetime) -> datetime:
    _in_reach(value.date())
    return value


Day = Annotated[date, AfterValidator(_in_reach)]
Moment = Annotated[AwareDatetime, AfterValidator(_moment)]
Hours = Annotated[Decimal, Field(ge=0, le=10_000, max_digits=8, decimal_places=2)]
