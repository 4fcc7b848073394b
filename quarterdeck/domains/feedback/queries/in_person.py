"""The marks of thanks said in person: each leader's own."""

from typing import Any

from django.db.models import QuerySet

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open

from ..models import ThankedInPerson
from ..permissions import can_use_feedback


def thanks_in_person_visible_to(user: Any) -> QuerySet[ThankedInPerson]:
    rows = ThankedInPerson.objects.filter(marked_by_id=user.pk)
    rows = rows.select_related("person").order_by("-on", "-id")
    rows = rows if can_use_feedback(user) else rows.none()
    return while_private_rooms_are_open(user, rows)


def get_thanks_in_person(*, user: Any, mark_id: int) -> ThankedInPerson:
    return thanks_in_person_visible_to(user).get(pk=mark_id)
