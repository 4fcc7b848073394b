"""Who leads somebody today, and who could read what is written."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from quarterdeck.domains.organization.models import Role
from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.people.queries import people_visible_to

NEAR = 24


def who_can_read(today: date) -> QuerySet[Person]:
    """Return people who work here and can sign in as members."""
    here = Q(ends_on=None) | Q(ends_on__gte=today)
    roles = Role.objects.filter(name__in=(Role.Name.ADMIN, Role.Name.MEMBER))
    return Person.objects.filter(
        here, user__is_active=True, user_id__in=roles.values("user_id")
    )


def unreadable(people: Collection[Person], today: date) -> list[Person]:
    """Return those who could not open what is for them alone."""
    able = who_can_read(today).filter(pk__in=[person.pk for person in people])
    known = set(able.values_list("pk", flat=True))
    return [person for person in people if person.pk not in known]


def leaders_of(person: Person, today: date) -> list[Person]:
    """Return who leads this person directly: in each team the nearest leader, and the
    manager. Nobody further up, and nobody who could not read it.
    """
    places = Membership.objects.filter(person=person).select_related("team")
    chains = [
        list(reversed(place.team.ancestor_ids))[1 if place.leads else 0 :]
        for place in places
    ]
    led = Membership.objects.filter(
        team_id__in={team_id for chain in chains for team_id in chain}, leads=True
    ).exclude(person=person)
    by_team: dict[int, set[int]] = {}
    for team_id, person_id in led.values_list("team_id", "person_id"):
        by_team.setdefault(team_id, set()).add(person_id)
    found: set[int] = {person.manager_id} if person.manager_id else set()
    for chain in chains:
        found |= next(
            (by_team[team_id] for team_id in chain if team_id in by_team), set()
        )
    return list(who_can_read(today).filter(pk__in=found).order_by("name", "id"))


def team_ids_of(person_ids: Collection[int]) -> set[int]:
    """Return the teams that any of these people is in."""
    rows = Membership.objects.filter(person_id__in=person_ids)
    return set(rows.values_list("team_id", flat=True)[:NEAR])


def people_near(user: Any, today: date, *, readers_only: bool = True) -> list[Person]:
    """Return whom one works with, to choose from; anybody else is typed."""
    standing = standing_of(user)
    mates = Membership.objects.filter(team_id__in=standing.member_team_ids)
    below = Person.objects.filter(manager_id=standing.person_id or 0).values("pk")
    near = below.union(mates.values("person_id"))
    rows = people_visible_to(user).filter(Q(ends_on=None) | Q(ends_on__gte=today))
    if readers_only:
        rows = rows.filter(pk__in=who_can_read(today).values("pk"))
    return list(rows.filter(pk__in=near).exclude(user_id=user.pk)[:NEAR])
