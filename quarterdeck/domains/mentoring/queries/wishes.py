"""Who would like a mentor: read by themselves and by whoever leads them."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import is_member, standing_of
from quarterdeck.domains.people.queries import led_by

from ..models import Mentorship, MentorWish


def wishes_visible_to(user: Any) -> QuerySet[MentorWish]:
    near = led_by(user, Person.objects.all()).order_by().values("pk")
    rows = MentorWish.objects.filter(person_id__in=near)
    rows = rows if is_member(user) else rows.none()
    rows = rows.select_related("person", "skill").order_by("created_at", "id")
    return while_private_rooms_are_open(user, rows)


def get_wish(*, user: Any, wish_id: int) -> MentorWish:
    return wishes_visible_to(user).get(pk=wish_id)


def own_wishes(user: Any) -> QuerySet[MentorWish]:
    """Return one's own, each marked with whether a mentor is found or asked."""
    mine = standing_of(user).person_id or 0
    return with_answers(wishes_visible_to(user).filter(person_id=mine))


def with_answers(rows: QuerySet[MentorWish]) -> QuerySet[MentorWish]:
    of_it = Mentorship.objects.filter(
        wish=OuterRef("pk"), ended_at=None, declined_at=None
    )
    return rows.annotate(
        is_asked=Exists(of_it.filter(began_at=None)),
        is_met=Exists(of_it.filter(began_at__isnull=False)),
    )


def still_open(rows: QuerySet[MentorWish], today: date) -> QuerySet[MentorWish]:
    """Narrow to wishes that stand, are not over, and for which nobody is asked."""
    given = Mentorship.objects.filter(
        wish=OuterRef("pk"), ended_at=None, declined_at=None
    )
    in_time = Q(until=None) | Q(until__gte=today)
    return rows.filter(~Exists(given), in_time, withdrawn_at=None)
