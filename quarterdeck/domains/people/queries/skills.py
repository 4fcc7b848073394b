"""The common list of skills, who has which, and how a team covers them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, Q, QuerySet

from quarterdeck.domains.organization.models import Team

from ..models import Membership, Person, PersonSkill, Skill
from ..permissions import can_see_reasons_of, is_member
from ..rules import is_stale
from ..rules.skills import ALONE

MOST_COLUMNS = 40


def skills_visible_to(user: Any, text: str = "") -> QuerySet[Skill]:
    rows = Skill.objects.order_by("name")
    rows = rows.filter(name__icontains=text) if text else rows
    return rows if is_member(user) else rows.none()


def get_skill(*, user: Any, skill_id: int) -> Skill:
    return skills_visible_to(user).get(pk=skill_id)


def with_holders(rows: QuerySet[Skill]) -> QuerySet[Skill]:
    """Count with each skill who has a level of it."""
    return rows.annotate(holders=Count("levels", filter=Q(levels__level__gt=0)))


def skills_of(*, user: Any, person: Person, today: date) -> list[PersonSkill]:
    """Return somebody's levels, highest first, each marked if it is old.

    What a level rests on, and how many hours are wished, only who may know reads.
    """
    rows = list(
        person.skills.select_related("skill", "assessed_by").order_by(
            "-level", "skill__name"
        )[:200]
    )
    told = bool(rows) and can_see_reasons_of(user, person)
    for row in rows:
        row.stale = is_stale(row.assessed_on, today)  # type: ignore[attr-defined]
        row.evidence = row.evidence if told else ""
        row.wish_told = told and row.wants_to_grow  # type: ignore[attr-defined]
    return rows


def get_person_skill(*, person: Person, person_skill_id: int) -> PersonSkill:
    return person.skills.select_related("skill").get(pk=person_skill_id)


@dataclass(frozen=True)
class Column:
    """One skill of the matrix with how many of the team are at each level."""

    skill: Skill
    people_at: Mapping[int, int]
    growing: int

    @property
    def able(self) -> int:
        return sum(people for one, people in self.people_at.items() if one >= ALONE)


class Level(NamedTuple):
    """One cell of the matrix."""

    level: int
    wants_to_grow: bool
    assessed_on: date


def columns_of(
    *,
    user: Any,
    team: Team | None,
    today: date,
    text: str = "",
    also: Iterable[int] = (),
) -> list[Column]:
    """Return the skills a team has or needs, the best covered first; two queries."""
    counted = (
        _held(team, today)
        .values("skill_id", "level")
        .annotate(people=Count("pk"), growing=Count("pk", filter=Q(wants_to_grow=True)))
    )
    levels: dict[int, dict[int, int]] = defaultdict(dict)
    growing: dict[int, int] = defaultdict(int)
    for row in counted.order_by():
        levels[row["skill_id"]][row["level"]] = row["people"]
        growing[row["skill_id"]] += row["growing"]
    needed = set(also)
    skills = skills_visible_to(user, text).in_bulk([*levels, *needed])
    columns = [Column(skill, levels[pk], growing[pk]) for pk, skill in skills.items()]
    columns.sort(key=lambda c: (c.skill.pk not in needed, -c.able, c.skill.name))
    return columns[:MOST_COLUMNS]


def levels_of(
    people: Iterable[Person], skills: Iterable[Skill]
) -> dict[tuple[int, int], Level]:
    """Return the cells of the matrix by (person, skill)."""
    rows = PersonSkill.objects.filter(
        person_id__in=[p.pk for p in people], skill_id__in=[s.pk for s in skills]
    ).values_list("person_id", "skill_id", *Level._fields)
    return {(person, skill): Level(*cell) for person, skill, *cell in rows}


def _held(team: Team | None, today: date) -> QuerySet[PersonSkill]:
    # Few have left; to leave them out is cheaper than to look everybody up.
    left = Person.objects.filter(ends_on__lt=today)
    rows = PersonSkill.objects.exclude(person_id__in=left.values("pk"))
    if team is None or team.parent_id is None:
        return rows
    inside = Membership.objects.filter(team__path__startswith=team.path)
    return rows.filter(person_id__in=inside.values("person_id"))
