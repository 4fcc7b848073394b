"""Who leads what in the demo, through the real services, on the days when it was so."""

from datetime import date, datetime, timedelta

from quarterdeck.domains.occasions import services as rooms
from quarterdeck.domains.occasions.models import Occasion, Willingness

from .cast import Cast
from .story.leading import FLOORS, LOOKED_BACK, Floor


def hand_over_the_floor(cast: Cast) -> None:
    for floor in FLOORS:
        _meet(cast, floor)
    _look_back(cast)


def _meet(cast: Cast, floor: Floor) -> None:
    """Set it up, name who led each date, and who would like to lead."""
    days = _days(cast, floor)
    arranger = cast.user(floor.led[0])
    began = _at(cast, days[0]) - timedelta(days=3)
    occasion = rooms.set_up_occasion(
        team=cast.teams[floor.team],
        title=floor.title,
        kind=floor.kind,
        first_on=days[0],
        weeks=floor.weeks,
        aim=floor.aim,
        limits=floor.limits,
        support=floor.support,
        skill=cast.skills[floor.skill] if floor.skill else None,
        by=arranger,
        at=began,
    )
    for day, who in zip(days, floor.led, strict=False):
        _name(cast, occasion, day, "leads", who, arranger)
    for part, who in floor.next:
        _name(cast, occasion, days[-1], part, who, arranger)
    for who in (*floor.willing, *floor.rather_not):
        Willingness.objects.create(
            occasion=occasion,
            person=cast.people[who],
            willing=who in floor.willing,
            said_at=began,
        )


def _name(
    cast: Cast, occasion: Occasion, day: date, part: str, who: str, by: object
) -> None:
    at = min(_at(cast, day) - timedelta(days=2), cast.at)
    rooms.name_turn(
        occasion=occasion, on=day, part=part, person=cast.people[who], by=by, at=at
    )


def _look_back(cast: Cast) -> None:
    title, who, reader, went_well, otherwise = LOOKED_BACK
    occasion = Occasion.objects.get(title=title)
    floor = next(one for one in FLOORS if one.title == title)
    day = _days(cast, floor)[len(floor.led) - 1]
    rooms.write_debrief(
        occasion=occasion,
        on=day,
        went_well=went_well,
        otherwise=otherwise,
        readers=[cast.people[reader]],
        by=cast.user(who),
        at=cast.at,
    )


def _days(cast: Cast, floor: Floor) -> list[date]:
    """The dates that were led, all of them over, and the one to come."""
    coming = cast.today + timedelta(days=2)
    step = timedelta(weeks=floor.weeks)
    return [coming - step * back for back in range(len(floor.led), -1, -1)]


def _at(cast: Cast, day: date) -> datetime:
    return cast.at + (day - cast.today)
