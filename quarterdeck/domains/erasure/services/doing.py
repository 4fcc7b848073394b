"""Do it on its day: a job, so that it happens with nobody in front of a page."""

from datetime import datetime

import django_tasks
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.background_jobs import services as jobs
from quarterdeck.domains.organization.queries import admin_ids
from quarterdeck.domains.organization.services import LastAdmin, keep_an_admin

from ..models import Erasure
from .forgetting import forget
from .listing import keep_list
from .scrubbing import overwriting


@django_tasks.task
def erase_person(erasure_id: int) -> None:
    """Carry out what is due; what was taken back or done before changes nothing."""
    erasure = Erasure.objects.filter(pk=erasure_id).first()
    if erasure is None or erasure.due_at is None:
        return
    with overwriting(), jobs.completing():
        do_erasure(erasure=erasure, at=erasure.due_at)


@transaction.atomic
def do_erasure(*, erasure: Erasure, at: datetime) -> bool:
    """Forget the person of a wish that was begun and is due; tell whether it happened."""
    rows = Erasure.objects.select_for_update(of=("self",)).select_related(
        "person__user"
    )
    erasure = rows.get(pk=erasure.pk)
    if erasure.standing != Erasure.Standing.BEGUN or erasure.due_at is None:
        return False
    if erasure.due_at > at:
        return False
    if erasure.person is not None:
        if erasure.person.user is not None:
            _keep_an_admin(erasure.person.user)
        forget([erasure.person], by=erasure.begun_by, at=at)
    Erasure.objects.filter(pk=erasure.pk).update(done_at=at)
    activity.record(
        by=activity.OPERATOR if erasure.begun_by is None else erasure.begun_by,
        verb="erasure.done",
        subject=erasure,
        at=at,
        audience=activity.only(*admin_ids()),
    )
    transaction.on_commit(keep_list)
    return True


def _keep_an_admin(user: object) -> None:
    try:
        keep_an_admin(user)
    except LastAdmin:
        raise LastAdmin(
            "The only admin cannot be forgotten. Make somebody else admin, and begin again."
        ) from None
