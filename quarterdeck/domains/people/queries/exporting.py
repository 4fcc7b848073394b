"""People as rows of a file: what everybody may know, and terms of work where allowed.

Never why somebody is away, what a level of a skill rests on, or what an hour costs.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet

from quarterdeck.formats import PersonRow
from quarterdeck.shared.errors import RuleBroken

from ..models import Membership, Person, PersonSkill, WorkingPattern
from ..permissions import is_admin
from .people import led_by
from .working_time import usual_week

MOST = 50_000
AT_ONCE = 5_000  # ids in one statement, below what any database takes
PARTING = frozenset(";:(\n")  # what parts skills and levels in one cell


class TooManyToExport(RuleBroken):
    pass


def export_of_people(
    *, user: Any, found: QuerySet[Person], today: date
) -> list[PersonRow]:
    """Return the people of a list, in its order; `found` is what the user may see."""
    people = list(found[: MOST + 1])
    if len(people) > MOST:
        raise TooManyToExport(
            f"More than {MOST:,} people do not fit into one file. Narrow the list first."
        )
    ids = [person.pk for person in people]
    keys = {person.pk: _key(person) for person in people}
    teams, skills = _teams(ids), _skills(ids)
    weeks, terms = _weeks(ids, today), _whose_terms(user, found)
    usual = sum(usual_week())
    return [
        PersonRow(
            external_id=keys[person.pk],
            row=number,
            name=person.name,
            email=person.email,
            position=person.position,
            team=teams.get(person.pk, ""),
            manager=keys.get(person.manager_id or 0),
            starts_on=person.starts_on,
            ends_on=person.ends_on,
            location=person.location,
            skills=tuple(skills.get(person.pk, ())),
            **_terms(person, weeks.get(person.pk, usual), terms),
        )
        for number, person in enumerate(people, start=2)
    ]


def _key(person: Person) -> str:
    return person.external_id or f"person-{person.pk}"


def _terms(person: Person, week: float, allowed: "set[int] | None") -> dict[str, Any]:
    """Employment, hours and share: empty cells for whoever may not know them."""
    if allowed is not None and person.pk not in allowed:
        return {}
    return {
        "employment_type": person.employment,
        "weekly_hours": week,
        "capacity": float(person.capacity_factor),
    }


def _whose_terms(user: Any, found: QuerySet[Person]) -> "set[int] | None":
    """Whom the user leads, and themselves; None says everybody, for an admin."""
    if is_admin(user):
        return None
    return set(led_by(user, found).order_by().values_list("pk", flat=True))


def _teams(ids: list[int]) -> dict[int, str]:
    """The team each has been in longest: a row of a file names one."""
    found: dict[int, str] = {}
    for some in _parts(ids):
        rows = Membership.objects.filter(person_id__in=some).order_by("since", "pk")
        for person_id, name in rows.values_list("person_id", "team__name"):
            found.setdefault(person_id, name)
    return found


def _skills(ids: list[int]) -> dict[int, list[tuple[str, float | None]]]:
    found: dict[int, list[tuple[str, float | None]]] = defaultdict(list)
    for some in _parts(ids):
        rows = PersonSkill.objects.filter(person_id__in=some).order_by("skill__name")
        for person_id, name, level in rows.values_list(
            "person_id", "skill__name", "level"
        ):
            plain = "".join("/" if sign in PARTING else sign for sign in name)
            found[person_id].append((plain, float(level)))
    return found


def _weeks(ids: list[int], today: date) -> dict[int, float]:
    """Hours of the week that holds now, where somebody has one of their own."""
    found = {}
    for some in _parts(ids):
        rows = WorkingPattern.objects.filter(person_id__in=some, starts_on__lte=today)
        for row in rows.order_by("starts_on"):
            found[row.person_id] = sum(row.hours_by_weekday)
    return found


def _parts(ids: list[int]) -> Iterable[list[int]]:
    return (ids[first : first + AT_ONCE] for first in range(0, len(ids), AT_ONCE))
