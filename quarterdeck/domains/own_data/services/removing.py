"""Take a prepared file away: by hand, or when its day is over."""

from datetime import datetime
from typing import Any

import django_tasks
from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.background_jobs import services as jobs

from ..models import OwnDataFile
from ..permissions import can_read_file


@transaction.atomic
def remove_own_data(*, file: OwnDataFile, by: Any, at: datetime) -> None:
    if not can_read_file(by, file):
        raise PermissionDenied
    number, name = file.pk, str(file)
    OwnDataFile.objects.filter(pk=file.pk).delete()
    activity.record(
        by=by,
        verb="own_data.removed",
        subject=OwnDataFile(pk=number, user_id=by.pk),
        subject_name=name,
        at=at,
        audience=activity.only(by.pk),
    )


@django_tasks.task
def remove_own_data_when_due(file_id: int) -> None:
    with jobs.completing():
        OwnDataFile.objects.filter(pk=file_id).delete()
