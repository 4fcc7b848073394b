"""Whom and which teams a goal's form offers: those near it, never all of them."""

from typing import TYPE_CHECKING, Any

from quarterdeck.domains.organization.queries import teams_visible_to
from quarterdeck.domains.people.permissions import standing_of, teams_near
from quarterdeck.domains.people.queries import colleagues_of, people_visible_to

if TYPE_CHECKING:
    from quarterdeck.domains.goals.models import Goal

OFFERED = 200
Choices = list[tuple[str, str]]


def team_choices(user: Any, goal: "Goal | None") -> Choices:
    """The user's teams and those below, in tree order, and the goal's own."""
    standing = standing_of(user)
    rows = teams_visible_to(user)
    near = rows.filter(pk__in=teams_near(standing).values("pk"))[:OFFERED]
    found = {team.pk: team for team in near}
    if goal is not None and goal.team is not None:
        found.setdefault(goal.team.pk, goal.team)
    named = [(str(t.pk), "\u2003" * t.depth + t.name) for t in found.values()]
    return [("", "The whole organisation"), *named]


def owner_choices(user: Any, goal: "Goal | None") -> Choices:
    """People of the goal's team and of the user's teams, the user first."""
    standing = standing_of(user)
    everybody = people_visible_to(user)
    near = colleagues_of(user)
    if goal is not None and goal.team_id is not None:
        near = everybody.filter(memberships__team_id=goal.team_id)
    found = {}
    if standing.person_id is not None:
        found = {p.pk: p for p in everybody.filter(pk=standing.person_id)}
    if goal is not None and goal.owner is not None:
        found.setdefault(goal.owner.pk, goal.owner)
    found |= {person.pk: person for person in near[:OFFERED]}
    return [("", "Nobody yet"), *((str(p.pk), p.name) for p in found.values())]
