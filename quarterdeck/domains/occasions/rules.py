"""Which dates there are, and who would lead next: whoever led it longest ago."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Willing:
    """Somebody who would like to lead, and when they last did or next will."""

    person_id: int
    last_on: date | None


@dataclass(frozen=True)
class Pick:
    """Whom the rotation proposes for a date, and whom it passed over that day."""

    on: date
    person_id: int | None
    last_on: date | None = None
    away: tuple[int, ...] = ()


def dates_from(first_on: date, weeks: int, since: date, count: int) -> list[date]:
    """Return the next dates of an occasion from a day on."""
    if weeks == 0:
        return [first_on] if first_on >= since else []
    step = timedelta(weeks=weeks)
    missed = max(0, -((first_on - since).days // step.days))
    found: list[date] = []
    day = first_on.toordinal() + missed * step.days
    while len(found) < count and day <= date.max.toordinal():
        found.append(date.fromordinal(day))
        day += step.days
    return found


def is_a_date(first_on: date, weeks: int, day: date) -> bool:
    if weeks == 0:
        return day == first_on
    return day >= first_on and (day - first_on).days % (7 * weeks) == 0


def propose(
    willing: Iterable[Willing],
    dates: Sequence[date],
    is_free: Callable[[int, date], bool],
) -> list[Pick]:
    """Propose somebody for each date: of those free that day, who led it longest ago.

    Who has not led it comes first. Only those who said they would like to are handed
    in, so nobody else is ever proposed. While all are free they take turns: nobody
    leads twice before everybody has led once.
    """
    last: dict[int, date | None] = {one.person_id: one.last_on for one in willing}
    picks = []
    for day in sorted(dates):
        order = sorted(last, key=lambda who: (last[who] or date.min, who))
        away: list[int] = []
        for person_id in order:
            if is_free(person_id, day):
                picks.append(Pick(day, person_id, last[person_id], tuple(away)))
                last[person_id] = max(last[person_id] or day, day)
                break
            away.append(person_id)
        else:
            picks.append(Pick(day, None, away=tuple(away)))
    return picks
