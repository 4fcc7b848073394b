"""Ask that somebody is forgotten; nothing happens until an admin begins it."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.organization.services import keep_an_admin
from quarterdeck.domains.people.models import Person
from quarterdeck.shared.errors import RuleBroken

from ..models import Erasure
from ..permissions import can_ask_for_erasure
from ..rules import is_the_name
from .telling import those_concerned


class ErasureUnderWay(RuleBroken):
    pass


class NotTheirName(RuleBroken):
    pass


@transaction.atomic
def ask_for_erasure(*, person: Person, name: str, by: Any, at: datetime) -> Erasure:
    """Write the wish down; `name` is typed by whoever asks, so that it is no slip."""
    if not can_ask_for_erasure(by, person, at.date()):
        raise PermissionDenied
    refuse_another_name(name, person)
    if person.user is not None:
        keep_an_admin(person.user)
    erasure = write_down(person, by, at)
    activity.record(
        by=by,
        verb="erasure.asked",
        subject=erasure,
        subject_name=person.name,
        at=at,
        audience=those_concerned(erasure),
    )
    return erasure


def write_down(person: Person, by: Any, at: datetime) -> Erasure:
    try:
        with transaction.atomic():
            return Erasure.objects.create(
                person=person,
                person_number=person.pk,
                person_since=person.created_at,
                asked_by=by,
                asked_at=at,
            )
    except IntegrityError:
        raise ErasureUnderWay(
            f"It is already asked that {person} is forgotten."
        ) from None


def refuse_another_name(name: str, person: Person) -> None:
    if not is_the_name(name, person.name):
        raise NotTheirName(f"Type the name as it stands here: {person.name}.")
