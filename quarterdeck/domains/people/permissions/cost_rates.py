"""Who may know and say what an hour of somebody costs: their leaders, nobody else.

It is as good as pay. So an admin has no door to it, colleagues and the person have none,
and nobody opens one for themselves: taking somebody from elsewhere into one's own team
shows nothing, because the team they have been in longest decides who leads them here.
"""

from collections.abc import Collection
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.organization.permissions import is_member

from ..models import Membership, Person
from .standing import leads_team, standing_of

AT_ONCE = 5_000  # ids in one statement, below what any database takes


def can_see_cost_rates(user: Any) -> bool:
    """Whether rates are there for this user at all."""
    return is_member(user) and private_rooms_are_open(user)


def can_set_cost_rate_of(user: Any, person: Person) -> bool:
    return bool(seen_among(user, [person.pk]))


def can_set_cost_rate_in(user: Any, team: Team) -> bool:
    return can_see_cost_rates(user) and leads_team(user, team.pk)


def seen_among(user: Any, person_ids: Collection[int]) -> set[int]:
    """Return those of some people whose rate the user may see, which is: may set."""
    standing = standing_of(user)
    if standing.person_id is None or not can_see_cost_rates(user):
        return set()
    ids, found = sorted(set(person_ids) - {standing.person_id}), set()
    for first in range(0, len(ids), AT_ONCE):
        batch = ids[first : first + AT_ONCE]
        managed = Person.objects.filter(pk__in=batch, manager_id=standing.person_id)
        found |= set(managed.values_list("pk", flat=True))
        found |= {
            person_id
            for person_id, path in home_paths(batch).items()
            if path.startswith(standing.led_paths)
        }
    return found


def home_paths(person_ids: Collection[int]) -> dict[int, str]:
    """Return for each of these people the path of the team they are in longest."""
    rows = Membership.objects.filter(person_id__in=person_ids)
    # The last one written for each person wins, so the longest comes last.
    longest_last = rows.order_by("-since", "-pk")
    return dict(longest_last.values_list("person_id", "team__path"))


def whose_rate_is_seen(user: Any, rows: QuerySet[Person]) -> QuerySet[Person]:
    """Narrow to the people whose rate the user may see, for lists of any length."""
    standing = standing_of(user)
    if standing.person_id is None or not can_see_cost_rates(user):
        return rows.none()
    led = Q(manager_id=standing.person_id)
    if standing.led_paths:
        inside = Q()
        for path in standing.led_paths:
            inside |= Q(team__path__startswith=path)
        earlier = Membership.objects.filter(
            Q(since__lt=OuterRef("since"))
            | Q(since=OuterRef("since"), pk__lt=OuterRef("pk")),
            person_id=OuterRef("person_id"),
        )
        longest = Membership.objects.filter(inside).filter(~Exists(earlier))
        led |= Q(pk__in=longest.values("person_id"))
    return rows.filter(led).exclude(pk=standing.person_id)
