"""Who reads of an act: everybody of a role; only the hiring team of the rest."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity import services as activity

from ..models import (
    Candidate,
    HiringMember,
    OnboardingStep,
    OnboardingTemplate,
    OpenRole,
)
from ..permissions import can_decide, is_on_hiring_team


def tell_all(
    verb: str,
    record: OpenRole | OnboardingTemplate | OnboardingStep,
    *,
    by: Any,
    at: datetime,
    changes: Sequence[activity.FieldChange] = (),
) -> None:
    activity.record(
        by=by,
        verb=verb,
        subject=record,
        at=at,
        audience=activity.everyone(),
        changes=changes,
    )


def tell_team(
    verb: str,
    subject: Any,
    role_id: int,
    *,
    by: Any,
    at: datetime,
    also: Sequence[int | None] = (),
) -> None:
    """Record an act for the hiring team; of its words nothing is kept."""
    rows = HiringMember.objects.filter(role_id=role_id)
    readers = rows.values_list("person__user_id", flat=True)
    activity.record(
        by=by,
        verb=verb,
        subject=subject,
        at=at,
        audience=activity.private(*readers, *also),
    )


def locked_role(role_id: int) -> OpenRole:
    """Return the role as it is now; changes of its questions and scores queue here."""
    rows = OpenRole.objects.select_for_update(of=("self",)).select_related("team")
    return rows.get(pk=role_id)


def locked_candidate(candidate: Candidate, by: Any) -> Candidate:
    """Return the candidate as they are now, for somebody on the hiring team."""
    rows = Candidate.objects.select_for_update(of=("self",)).select_related("role")
    found = rows.get(pk=candidate.pk)
    must_be_on_team(by, found.role)
    return found


def must_be_on_team(by: Any, role: OpenRole) -> None:
    if not is_on_hiring_team(by, role):
        raise PermissionDenied


def must_decide(by: Any, role: OpenRole) -> None:
    if not can_decide(by, role):
        raise PermissionDenied
