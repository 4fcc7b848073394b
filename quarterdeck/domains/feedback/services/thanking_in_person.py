"""Mark that somebody was thanked in person, so that the leader's own list is true."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.people.models import Person
from quarterdeck.shared.errors import RuleBroken

from ..models import ThankedInPerson
from ..permissions import can_mark_thanks, marked


class NotYetThanked(RuleBroken):
    pass


@transaction.atomic
def mark_thanked_in_person(
    *, person: Person, on: date, by: Any, at: datetime
) -> ThankedInPerson:
    """Write the day down; a second mark of one day is the first."""
    if not can_mark_thanks(by, person):
        raise PermissionDenied
    if on > at.date():
        raise NotYetThanked("That day has not come yet.")
    mark, is_new = ThankedInPerson.objects.get_or_create(
        marked_by=by, person=person, on=on, defaults={"marked_at": at}
    )
    if is_new:
        _tell("thanks_in_person.marked", mark, by, at)
    return mark


@transaction.atomic
def unmark_thanked_in_person(*, mark: ThankedInPerson, by: Any, at: datetime) -> None:
    if not marked(by, mark):
        raise PermissionDenied
    number = mark.pk
    mark.delete()
    mark.pk = number
    _tell("thanks_in_person.unmarked", mark, by, at)


def _tell(verb: str, mark: ThankedInPerson, by: Any, at: datetime) -> None:
    activity.record(
        by=by, verb=verb, subject=mark, at=at, audience=activity.private(by.pk)
    )
