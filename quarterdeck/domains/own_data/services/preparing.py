"""Have the file made by a job: somebody with years of work has very many rows."""

from datetime import datetime
from typing import Any

import django_tasks
from django.db import transaction

from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.background_jobs import services as jobs

from ..models import OwnDataFile
from ..rules import KEPT
from .removing import remove_own_data_when_due
from .writing import packed

PAGE = "/account/data/"


@transaction.atomic
def prepare_own_data(*, by: Any, at: datetime) -> OwnDataFile:
    """Start making the file of whoever asks; it takes the place of an earlier one.

    While one is being made, asking again starts no second one.
    """
    rows = OwnDataFile.objects.select_related("job").defer("content")
    before = rows.filter(user_id=by.pk).first()
    if before is not None and before.is_being_made:
        return before
    OwnDataFile.objects.filter(user_id=by.pk).delete()
    file = OwnDataFile.objects.create(
        user_id=by.pk,
        prepared_at=at,
        keeps_until=at + KEPT,
        holds_private=private_rooms_are_open(by),
    )
    file.job = jobs.start_job(
        make_own_data, file.pk, name="Gather your data", by=by, at=at
    )
    file.save(update_fields=["job"])
    jobs.start_job(
        remove_own_data_when_due.using(run_after=file.keeps_until),
        file.pk,
        name="Remove a prepared file",
        by=None,
        at=at,
    )
    activity.record(
        by=by,
        verb="own_data.prepared",
        subject=file,
        at=at,
        audience=activity.only(by.pk),
    )
    return file


@django_tasks.task
def make_own_data(file_id: int) -> None:
    """Fill the file; one that was taken away meanwhile stays away."""
    file = OwnDataFile.objects.select_related("user").filter(pk=file_id).first()
    if file is None:
        return
    # Asked again here: the rooms may have been opened or closed since.
    file.holds_private = private_rooms_are_open(file.user)
    content, counts = packed(file)
    with jobs.completing(url=PAGE):
        OwnDataFile.objects.filter(pk=file_id).update(
            content=content,
            size=len(content),
            counts=counts,
            holds_private=file.holds_private,
        )
