"""Say something to a case."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity

from ..models import Case, Circle, Contribution
from ..permissions import is_writer
from .cases import reading
from .telling import tell


@transaction.atomic
def contribute(*, case: Case, text: str, by: Any, at: datetime) -> Contribution:
    own = reading(case, by)
    contribution = Contribution.objects.create(
        case=case, writer_id=own.person_id, text=text, created_at=at, updated_at=at
    )
    tell("contribution.written", own.circle, by=by, at=at)
    return contribution


@transaction.atomic
def edit_contribution(
    *,
    contribution: Contribution,
    text: str,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> Contribution:
    contribution, circle = _own(contribution, by)
    if activity.revise_privately(
        contribution, {"text": text}, at=at, seen_version=seen_version, changed_by="You"
    ):
        tell("contribution.edited", circle, by=by, at=at)
    return contribution


@transaction.atomic
def remove_contribution(*, contribution: Contribution, by: Any, at: datetime) -> None:
    contribution, circle = _own(contribution, by)
    contribution.delete()
    tell("contribution.removed", circle, by=by, at=at)


def _own(contribution: Contribution, by: Any) -> tuple[Contribution, Circle]:
    own = reading(contribution.case, by)
    found = Contribution.objects.select_related("case").get(pk=contribution.pk)
    if not is_writer(by, found):
        raise PermissionDenied
    return found, own.circle
