"""Who may know and say what an hour of somebody costs: their leaders, nobody else.

It is as good as pay. So an admin has no door to it, colleagues and the person have none,
and nobody opens one for themselves: taking somebody from elsewhere into one's own team
shows nothing, because the team they have been in longest decides who leads them here.
"""

from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.organization.permissions import is_member

from ..models import Membership, Person
from .standing import leads_team, standing_of


def can_see_cost_rates(user: Any) -> bool:
    """Whether rates are there for this user at all."""
    return is_member(user) and private_rooms_are_open(user)


def can_set_cost_rate_of(user: Any, person: Person) -> bool:
    return whose_rate_is_seen(user, Person.objects.filter(pk=person.pk)).exists()


def can_set_cost_rate_in(user: Any, team: Team) -> bool:
    return can_see_cost_rates(user) and leads_team(user, team.pk)


def whose_rate_is_seen(user: Any, rows: QuerySet[Person]) -> QuerySet[Person]:
    """Narrow to the people whose rate the user may see, which is: may set."""
    standing = standing_of(user)
    if standing.person_id is None or not can_see_cost_rates(user):
        return rows.none()
    led = Q(manager_id=standing.person_id)
    for path in standing.led_paths:
        led |= Q(home_path__startswith=path)
    longest = Membership.objects.filter(person=OuterRef("pk")).order_by("since", "pk")
    home = Subquery(longest.values("team__path")[:1])
    return rows.exclude(pk=standing.person_id).alias(home_path=home).filter(led)
