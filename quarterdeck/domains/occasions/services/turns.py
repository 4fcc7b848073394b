"""Name who does what on which date, by hand or as the rotation proposes."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from quarterdeck.domains.people.models import Person
from quarterdeck.shared.errors import RuleBroken

from ..models import Occasion, Turn, Willingness
from ..queries.turns import proposals_for
from ..rules import dates_from, is_a_date
from .occasions import running
from .telling import arranged, tell


class NotADate(RuleBroken):
    pass


class SaidNo(RuleBroken):
    pass


class NobodyToPropose(RuleBroken):
    pass


@transaction.atomic
def name_turn(
    *,
    occasion: Occasion,
    on: date,
    part: str,
    person: Person,
    by: Any,
    at: datetime,
    times: int = 1,
) -> list[Turn]:
    """Put one part into somebody's hands, for a date or several in a row.

    Who had it before is relieved. Who said they would rather not lead is not named.
    """
    occasion = running(arranged(occasion, by))
    part = Turn.Part(part)
    if on < at.date() or not is_a_date(occasion.first_on, occasion.weeks, on):
        raise NotADate(
            f"“{occasion}” is not held on that day. Choose one of its dates."
        )
    if part == Turn.Part.LEADS:
        refuse_no(occasion, person)
    days = dates_from(occasion.first_on, occasion.weeks, on, times)
    if person.ends_on is not None and person.ends_on < days[-1]:
        raise NotADate(f"{person} no longer works here then.")
    fields = {"person": person, "way": Turn.Way.CHOSEN, "last_on": None}
    turns = [_put(occasion, day, part, fields, at) for day in days]
    tell("turn.named", occasion, by=by, at=at)
    return turns


@transaction.atomic
def fill_turns(*, occasion: Occasion, count: int, by: Any, at: datetime) -> list[Turn]:
    """Take what the rotation proposes for the next dates that nobody leads yet."""
    occasion = running(arranged(occasion, by))
    days = dates_from(occasion.first_on, occasion.weeks, at.date(), count)
    led = Turn.objects.filter(occasion=occasion, part=Turn.Part.LEADS, on__in=days)
    taken = set(led.values_list("on", flat=True))
    picks, people = proposals_for(occasion, [day for day in days if day not in taken])
    found = [(pick, people[pick.person_id]) for pick in picks if pick.person_id]
    if not found:
        raise NobodyToPropose(
            "Nobody who would like to lead it is free on an open date."
        )
    turns = [
        _put(
            occasion,
            pick.on,
            Turn.Part.LEADS,
            {"person": one, "way": Turn.Way.ROTATION, "last_on": pick.last_on},
            at,
        )
        for pick, one in found
    ]
    tell("turn.filled", occasion, by=by, at=at)
    return turns


@transaction.atomic
def remove_turn(*, turn: Turn, by: Any, at: datetime) -> None:
    """Take a part out of somebody's hands again; the date is open then."""
    occasion = arranged(turn.occasion, by)
    Turn.objects.filter(pk=turn.pk).delete()
    tell("turn.removed", occasion, by=by, at=at)


def refuse_no(occasion: Occasion, person: Person) -> None:
    said = Willingness.objects.filter(occasion=occasion, person=person, willing=False)
    if said.exists():
        raise SaidNo(f"{person} would rather not lead “{occasion}”.")


def _put(
    occasion: Occasion, day: date, part: Turn.Part, fields: dict[str, Any], at: datetime
) -> Turn:
    """Set a part of a date; an offer that was open for it is gone."""
    plain = {**fields, "offered_to": None, "offered_for": None, "offered_with": ""}
    turn, _ = Turn.objects.update_or_create(
        occasion=occasion,
        on=day,
        part=part,
        defaults={**plain, "updated_at": at},
        create_defaults={**plain, "created_at": at, "updated_at": at},
    )
    return turn
