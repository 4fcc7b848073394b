"""Name what shall come of a programme: a number, before it begins."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity.services import revise_privately
from quarterdeck.domains.goals.models import KeyResult

from ..models import Enrolment
from ..permissions import can_see_training_of
from .audiences import tell_near


@transaction.atomic
def name_measure(
    *,
    enrolment: Enrolment,
    by: Any,
    at: datetime,
    measure: str = "",
    key_result: KeyResult | None = None,
    number_before: float | None = None,
    seen_version: int | None = None,
) -> Enrolment:
    """Say by which number one will see it; of a key result, what it is today."""
    if not can_see_training_of(by, enrolment.person):
        raise PermissionDenied
    rows = Enrolment.objects.select_for_update(of=("self",))
    enrolment = rows.select_related("person").get(pk=enrolment.pk)
    if number_before is None and key_result is not None:
        number_before = key_result.current
    changes = {
        "measure": measure,
        "key_result": key_result,
        "number_before": number_before,
    }
    if revise_privately(enrolment, changes, at=at, seen_version=seen_version):
        tell_near("enrolment.measure_named", enrolment, enrolment.person, by, at)
    return enrolment
