"""The wishes to be forgotten: for admins, whoever asked, and the person."""

from typing import Any

from django.db.models import Q, QuerySet

from quarterdeck.domains.organization.permissions import is_admin
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.shared.paging import Page, page_of

from ..models import Erasure
from ..permissions import can_look_at_erasure_of

OPEN = Q(taken_back_at__isnull=True, done_at__isnull=True)


def erasures_visible_to(user: Any) -> QuerySet[Erasure]:
    """Admins see them all, anybody else what they asked for and what is about them."""
    rows = Erasure.objects.select_related("person", "asked_by", "begun_by")
    rows = rows.order_by("-asked_at", "-id")
    if is_admin(user):
        return rows
    own = Q(asked_by_id=user.pk, asked_by__isnull=False)
    person_id = standing_of(user).person_id
    if person_id is not None:
        own |= Q(person_id=person_id)
    return rows.filter(own)


def get_erasure(*, user: Any, erasure_id: int) -> Erasure:
    return erasures_visible_to(user).get(pk=erasure_id)


def page_of_erasures(*, user: Any, number: int) -> Page[Erasure]:
    """Return what is open first, then what was, newest first."""
    rows = erasures_visible_to(user)
    return page_of(
        rows.order_by("done_at", "taken_back_at", "-asked_at", "-id"), number
    )


def open_erasure_of(*, user: Any, person: Person) -> Erasure | None:
    """Return the wish that is under way, to whoever may look at that page."""
    if not can_look_at_erasure_of(user, person):
        return None
    rows = Erasure.objects.filter(OPEN, person=person)
    return rows.select_related("person", "asked_by", "begun_by").first()


def people_to_forget(known_as: str) -> list[Person]:
    """Find a person by address or number, for whoever runs the server."""
    rows = Person.objects.select_related("user")
    if known_as.isdecimal():
        return list(rows.filter(pk=int(known_as)))
    by_address = Q(email__iexact=known_as) | Q(user__email__iexact=known_as)
    return list(rows.filter(by_address).distinct()[:2])
