"""Where a level is below what a role asks for, counted by skill and by team.

What nobody has looked at, or not for a year, is counted apart: not known is not nought.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Max, Q, QuerySet

from quarterdeck.domains.development.models import RoleHolding
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import (
    Membership,
    Person,
    PersonSkill,
    Skill,
)
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.people.queries import find_people, led_by
from quarterdeck.domains.people.rules.skills import MONTHS_UNTIL_STALE

from ..permissions import can_see_reports
from ..rules import months_before

MOST_SKILLS = 60
KINDS = ("gap", "wish", "unknown")
ASKS, HAS = "profile__skills", "person__skills"


@dataclass(frozen=True)
class Need:
    """One skill: how many lack a level, wish to grow, and of how many it is not known."""

    skill: Skill
    asked: int  # in or aiming for a role that asks for it
    gap: int
    wish: int
    unknown: int


@dataclass(frozen=True)
class InNeed:
    """Somebody beside one skill: what they have, what their roles ask for."""

    person: Person
    have: int | None
    stale: bool
    needed: int | None
    wishes: bool


def people_with_needs(
    *, user: Any, today: date, team: Team | None = None
) -> QuerySet[Person]:
    """Return whom the user leads, in a team and below it; without themselves."""
    found, standing = find_people(user=user, today=today, team=team), standing_of(user)
    if standing.leads_all:
        # Every team is theirs, so no path is compared: that would be the slowest part.
        near = Q(pk__in=Membership.objects.values("person_id"))
        rows = found.filter(near | Q(manager_id=standing.person_id))
    else:
        rows = led_by(user, found, inside=team)
    rows = rows.exclude(pk=standing.person_id or 0)
    return rows if can_see_reports(user) else rows.none()


def needs_of(people: QuerySet[Person], today: date) -> list[Need]:
    """Count by skill, the most wanted first; four queries."""
    asked = _by_skill(_asking(people))
    known = {
        row["skill"]: row
        for row in _known(people, today)
        .values(skill=F(f"{ASKS}__skill"))
        .annotate(known=_people(), gap=_people(_LACKS))
        .order_by()
    }
    wishes = _by_skill(_wishing(people), "skill", "person")
    skills = Skill.objects.in_bulk({*asked, *wishes})
    found = []
    for pk, skill in skills.items():
        row = known.get(pk, {"known": 0, "gap": 0})
        of = asked.get(pk, 0)
        found.append(Need(skill, of, row["gap"], wishes.get(pk, 0), of - row["known"]))
    found.sort(key=lambda one: (-one.gap, -one.wish, -one.unknown, one.skill.name))
    return found[:MOST_SKILLS]


def without_role(people: QuerySet[Person]) -> QuerySet[Person]:
    """Return those of whom nobody has said in which role they are."""
    held = RoleHolding.objects.filter(profile__retired_at=None)
    return people.exclude(pk__in=held.values("person_id"))


def people_in_need(
    people: QuerySet[Person], skill: Skill, kind: str, today: date
) -> QuerySet[Person]:
    """Return the people behind one count: "gap", "wish" or "unknown"."""
    if kind == "wish":
        return people.filter(pk__in=_wishing(people, skill).values("person_id"))
    mine = {f"{ASKS}__skill": skill}
    known = _known(people, today).filter(**mine)
    if kind == "gap":
        lacking = _known(people, today, _LACKS, **mine)
        return people.filter(pk__in=lacking.values("person_id"))
    asking = _asking(people).filter(**mine).values("person_id")
    return people.filter(pk__in=asking).exclude(pk__in=known.values("person_id"))


def by_team(people: QuerySet[Person]) -> list[tuple[str, int, int]]:
    """Return (team, its id, people) of a few people; who is in two is in both."""
    rows = people.order_by().filter(memberships__team__isnull=False)
    counted = rows.values("memberships__team", "memberships__team__name").annotate(
        count=Count("pk", distinct=True)
    )
    told = [
        (row["memberships__team__name"], row["memberships__team"], row["count"])
        for row in counted
    ]
    return sorted(told, key=lambda row: (-row[2], row[0]))[:MOST_SKILLS]


def beside_skill(people: Iterable[Person], skill: Skill, today: date) -> list[InNeed]:
    """Tell of one page of people what they have and what is asked; two queries."""
    people = list(people)
    fresh = months_before(today, MONTHS_UNTIL_STALE)
    levels = {
        row.person_id: row
        for row in PersonSkill.objects.filter(skill=skill, person__in=people)
    }
    asking = RoleHolding.objects.filter(person__in=people, profile__retired_at=None)
    needed: dict[int, int] = dict(
        asking.filter(**{f"{ASKS}__skill": skill})
        .order_by()
        .values_list("person_id")
        .annotate(Max(f"{ASKS}__level"))
    )
    found = []
    for person in people:
        row = levels.get(person.pk)
        found.append(
            InNeed(
                person,
                have=row.level if row else None,
                stale=row is not None and row.assessed_on < fresh,
                needed=needed.get(person.pk),
                wishes=row is not None and row.wants_to_grow,
            )
        )
    return found


def gaps_of(person: Person, today: date) -> list[tuple[Skill, int, int]]:
    """Return somebody's own gaps: skill, level they have, level asked; one query."""
    me = Person.objects.filter(pk=person.pk)
    rows = (
        _known(me, today, _LACKS)
        .values(f"{ASKS}__skill", f"{HAS}__level")
        .annotate(needed=Max(f"{ASKS}__level"))
        .order_by()
    )
    found = {row[f"{ASKS}__skill"]: row for row in rows}
    skills = Skill.objects.in_bulk(found)
    told = [
        (skill, found[pk][f"{HAS}__level"], found[pk]["needed"])
        for pk, skill in skills.items()
    ]
    return sorted(told, key=lambda one: (one[1] - one[2], one[0].name))


_LACKS = Q(**{f"{HAS}__level__lt": F(f"{ASKS}__level")})


def _asking(people: QuerySet[Person]) -> QuerySet[RoleHolding]:
    rows = RoleHolding.objects.filter(profile__retired_at=None)
    return rows.filter(person__in=people.order_by().values("pk"))


def _known(
    people: QuerySet[Person], today: date, *more: Q, **also: Any
) -> QuerySet[RoleHolding]:
    """Return holdings joined with skill asked and level had, where that is fresh.

    All in one filter, so that each condition speaks of the same skill.
    """
    fresh = months_before(today, MONTHS_UNTIL_STALE)
    return _asking(people).filter(
        *more,
        **{
            f"{HAS}__skill": F(f"{ASKS}__skill"),
            f"{HAS}__assessed_on__gte": fresh,
            **also,
        },
    )


def _wishing(
    people: QuerySet[Person], skill: Skill | None = None
) -> QuerySet[PersonSkill]:
    rows = PersonSkill.objects.filter(wants_to_grow=True)
    rows = rows if skill is None else rows.filter(skill=skill)
    return rows.filter(person__in=people.order_by().values("pk"))


def _by_skill(
    rows: QuerySet[Any], skill: str = f"{ASKS}__skill", person: str = "person"
) -> dict[int, int]:
    counted = rows.order_by().values_list(skill).annotate(Count(person, distinct=True))
    return {pk: count for pk, count in counted if pk is not None}


def _people(only: Q | None = None) -> Count:
    return Count("person", distinct=True, filter=only)
