"""What a line of quick add may speak of: names near the words that were typed."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from quarterdeck.domains.people.models import Skill
from quarterdeck.domains.people.permissions import is_member, standing_of, teams_near
from quarterdeck.domains.people.queries import people_visible_to

from ..models import Project
from ..rules.quick_add import (
    Named,
    Names,
    Parsed,
    parse_line,
    skills_named,
    words_after,
)
from .visible import projects_visible_to

MOST = 200  # names that begin with one word


def projects_to_add_to(user: Any) -> QuerySet[Project]:
    """Return the open projects in which the user may add tasks."""
    standing = standing_of(user)
    mine = Q(team_id__in=teams_near(standing).values("pk"))
    if standing.person_id is not None:
        mine |= Q(leader_id=standing.person_id)
    rows = projects_visible_to(user).filter(archived_at__isnull=True)
    return rows.filter(mine) if is_member(user) else rows.none()


def read_line(line: str, *, user: Any, today: date) -> Parsed:
    """Read a line of quick add with the names that this user may speak of."""
    return parse_line(line, today=today, names=names_for(line, user=user))


def names_for(line: str, *, user: Any) -> Names:
    """Look up only names that the line could mean, so that it works with 100,000."""
    return Names(
        people=_starting(people_visible_to(user), words_after("@", line)),
        projects=_starting(projects_to_add_to(user), words_after("#", line)),
        skills=_same(Skill.objects.order_by("name"), skills_named(line)),
    )


def _starting(rows: QuerySet[Any], words: list[str]) -> list[Named]:
    if not words:
        return []
    wanted = Q()
    for word in words[:20]:
        wanted |= Q(name__istartswith=word.rstrip("."))
    found = rows.filter(wanted).values_list("pk", "name")[:MOST]
    return [Named(pk, name) for pk, name in found]


def _same(rows: QuerySet[Any], names: list[str]) -> list[Named]:
    if not names:
        return []
    wanted = Q()
    for name in names[:20]:
        wanted |= Q(name__istartswith=name)
    return [
        Named(pk, name)
        for pk, name in rows.filter(wanted).values_list("pk", "name")[:MOST]
    ]
