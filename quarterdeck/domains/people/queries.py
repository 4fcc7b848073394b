"""Read people, through what the asking user may see."""

from typing import Any

from django.db.models import QuerySet

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.activity.queries import activities_for

from .models import Person
from .permissions import is_member, standing_of


def people_visible_to(user: Any) -> QuerySet[Person]:
    """Return everybody for members; a guest sees only themselves."""
    rows = Person.objects.order_by("name", "id")
    return rows if is_member(user) else rows.filter(user_id=user.pk)


def get_person(*, user: Any, person_id: int) -> Person:
    return people_visible_to(user).get(pk=person_id)


def person_of(user: Any) -> Person | None:
    """Return the person behind an account, if there is one."""
    return Person.objects.filter(user_id=user.pk).first()


def activities_visible_to(user: Any) -> QuerySet[Activity]:
    """Return what happened, as far as the user is in each act's audience."""
    return activities_for(
        user_id=user.pk,
        team_ids=standing_of(user).team_ids,
        in_organization=is_member(user),
    )
