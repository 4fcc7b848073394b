"""Begin it: from now on the days count, and until they are over it can be taken back."""

from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.background_jobs.services import start_job
from quarterdeck.domains.organization.services import keep_an_admin
from quarterdeck.domains.people.models import Person
from quarterdeck.shared.errors import RuleBroken

from ..models import Erasure
from ..permissions import can_begin_erasure
from ..rules import GRACE
from .asking import refuse_another_name, write_down
from .doing import erase_person
from .telling import those_concerned


class AlreadyBegun(RuleBroken):
    pass


class ErasureOver(RuleBroken):
    pass


@transaction.atomic
def begin_erasure(*, erasure: Erasure, name: str, by: Any, at: datetime) -> Erasure:
    """An admin who did not ask begins what somebody else asked for."""
    erasure = still_open(erasure)
    if not can_begin_erasure(by, erasure):
        raise PermissionDenied
    assert erasure.person is not None
    refuse_another_name(name, erasure.person)
    return _begin(erasure, by, at, GRACE)


@transaction.atomic
def begin_on_the_server(
    *, person: Person, at: datetime, grace: timedelta = GRACE
) -> Erasure:
    """Whoever runs the server needs nobody else: they hold the whole database."""
    rows = Erasure.objects.select_for_update().filter(
        person=person, taken_back_at__isnull=True, done_at__isnull=True
    )
    erasure = rows.first() or write_down(person, None, at)
    return _begin(erasure, None, at, grace)


def still_open(erasure: Erasure) -> Erasure:
    """Lock the wish; what is over stays as it is."""
    rows = Erasure.objects.select_for_update(of=("self",)).select_related(
        "person__user"
    )
    erasure = rows.get(pk=erasure.pk)
    if not erasure.is_open or erasure.person is None:
        raise ErasureOver("This is over: it was done or taken back.")
    return erasure


def _begin(erasure: Erasure, by: Any, at: datetime, grace: timedelta) -> Erasure:
    assert erasure.person is not None
    if erasure.begun_at is not None:
        raise AlreadyBegun("This is begun already.")
    if erasure.person.user is not None:
        keep_an_admin(erasure.person.user)
    erasure.begun_by, erasure.begun_at, erasure.due_at = by, at, at + grace
    erasure.save(update_fields=["begun_by", "begun_at", "due_at"])
    start_job(
        erase_person.using(run_after=erasure.due_at),
        erasure.pk,
        name="Forget somebody",
        by=None,
        at=at,
    )
    activity.record(
        by=by or activity.OPERATOR,
        verb="erasure.begun",
        subject=erasure,
        subject_name=erasure.person.name,
        at=at,
        audience=those_concerned(erasure),
    )
    return erasure
