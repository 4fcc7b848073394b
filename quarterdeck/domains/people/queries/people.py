"""Read people, through what the asking user may see."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.activity.queries import activities_for
from quarterdeck.domains.organization.models import Team

from ..models import Membership, Person, TimeOff
from ..permissions import is_member, standing_of
from ..permissions.standing import Standing, is_led, leads, teams_near


def people_visible_to(user: Any) -> QuerySet[Person]:
    """Return everybody for members; a guest sees only themselves."""
    rows = Person.objects.order_by("name", "id")
    return rows if is_member(user) else rows.filter(user_id=user.pk)


def get_person(*, user: Any, person_id: int) -> Person:
    return people_visible_to(user).get(pk=person_id)


def get_people(*, user: Any, person_ids: list[int]) -> list[Person]:
    return list(people_visible_to(user).filter(pk__in=person_ids))


def person_of(user: Any) -> Person | None:
    """Return the person behind an account, if there is one."""
    return Person.objects.filter(user_id=user.pk).first()


def find_people(
    *,
    user: Any,
    today: date,
    text: str = "",
    team: Team | None = None,
    left: bool = False,
) -> QuerySet[Person]:
    """Return who works here today (or who left), in a team and the teams below it.

    The top team holds everybody, also those who are in no team yet.
    """
    gone = Q(ends_on__lt=today)
    rows = people_visible_to(user).filter(gone if left else ~gone | Q(ends_on=None))
    if team is not None and team.parent_id is not None:
        rows = rows.filter(_in_subtree(team))
    if text:
        rows = rows.filter(
            Q(name__icontains=text)
            | Q(email__icontains=text)
            | Q(position__icontains=text)
        )
    return rows


def with_cards(rows: QuerySet[Person], today: date) -> QuerySet[Person]:
    """Fetch with each person their teams and whether they are away today."""
    memberships = Membership.objects.select_related("team").order_by("team__path")
    away = TimeOff.objects.filter(starts_on__lte=today, ends_on__gte=today)
    return rows.prefetch_related(
        Prefetch("memberships", memberships),
        Prefetch("time_off", away.order_by("-ends_on"), to_attr="away_now"),
    )


def led_by(
    user: Any, rows: QuerySet[Person], inside: Team | None = None
) -> QuerySet[Person]:
    """Narrow to whom the user leads, and the user: the people whose load they see.

    `inside` is a team whose people the rows are. Its leader leads them all, and nobody
    has to be looked up; only the top team also holds people that are in no team.
    """
    standing = standing_of(user)
    if standing.person_id is None:
        return rows.none()
    if inside is not None and inside.parent_id is not None and leads(standing, inside):
        return rows
    return rows.filter(_led(standing, Membership.objects.all()))


def led_among(user: Any, person_ids: Collection[int]) -> QuerySet[Person]:
    """Those of these few whom the user leads, and the user.

    As `led_by`, but only their teams are looked at: a leader may lead everybody.
    """
    standing = standing_of(user)
    if standing.person_id is None:
        return Person.objects.none()
    theirs = Membership.objects.filter(person_id__in=person_ids)
    return Person.objects.filter(_led(standing, theirs), pk__in=person_ids)


def _led(standing: Standing, memberships: QuerySet[Membership]) -> Q:
    """Whoever has the standing, reports to them, or is in a team they lead."""
    mine = Q(pk=standing.person_id) | Q(manager_id=standing.person_id)
    if standing.led_paths:
        led = memberships.filter(is_led(standing, "team__path"))
        mine |= Q(pk__in=led.values("person_id"))
    return mine


def colleagues_of(user: Any) -> QuerySet[Person]:
    """Return the people of the teams the user is in or leads: whom a list offers."""
    standing, everybody = standing_of(user), people_visible_to(user)
    if standing.leads_all:
        return everybody
    teams = teams_near(standing).values("pk")
    inside = Membership.objects.filter(team_id__in=teams)
    return everybody.filter(pk__in=inside.values("person_id"))


def reports_of(person: Person) -> QuerySet[Person]:
    return Person.objects.filter(manager=person).order_by("name", "id")


def activities_visible_to(user: Any) -> QuerySet[Activity]:
    """Return what happened, as far as the user is in each act's audience."""
    return activities_for(
        user_id=user.pk,
        team_ids=teams_near(standing_of(user)).values_list("pk", flat=True),
        in_organization=is_member(user),
        private_rooms=private_rooms_are_open(user),
    )


def _in_subtree(team: Team) -> Q:
    inside = Membership.objects.filter(team__path__startswith=team.path)
    return Q(pk__in=inside.values("person_id"))
