"""Bring a case to the circle as it is at that moment; only its author lets others in."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import Case, CaseReader, Circle, CircleMember, Takeaway
from ..permissions import is_author
from .telling import inside, tell


class AlreadyReads(RuleBroken):
    pass


@transaction.atomic
def share_case(
    *, circle: Circle, situation: str, tried: str, question: str, by: Any, at: datetime
) -> Case:
    """Whoever is in now reads it. Whoever comes later does not, unless let in."""
    own = inside(circle, by)
    case = Case.objects.create(
        circle=own.circle,
        author_id=own.person_id,
        situation=situation,
        tried=tried,
        question=question,
        created_at=at,
        updated_at=at,
    )
    here = CircleMember.objects.filter(
        circle=own.circle, left_at=None, joined_at__isnull=False
    )
    CaseReader.objects.bulk_create(
        CaseReader(case=case, member=member) for member in here.order_by("pk")
    )
    tell("case.shared", own.circle, by=by, at=at)
    return case


@transaction.atomic
def edit_case(
    *,
    case: Case,
    situation: str,
    tried: str,
    question: str,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> Case:
    case = _own(case, by)
    changes = {"situation": situation, "tried": tried, "question": question}
    if activity.revise_privately(
        case, changes, at=at, seen_version=seen_version, changed_by="You"
    ):
        tell("case.edited", case.circle, by=by, at=at)
    return case


@transaction.atomic
def remove_case(*, case: Case, by: Any, at: datetime) -> None:
    """Erase it with all that was said to it. Lessons stay: they are texts of their own."""
    case = _own(case, by)
    circle = case.circle
    case.delete()
    tell("case.removed", circle, by=by, at=at)


@transaction.atomic
def let_read(*, case: Case, member: CircleMember, by: Any, at: datetime) -> None:
    """Let one member read who came after the case was shared."""
    case = _own(case, by)
    here = CircleMember.objects.filter(
        circle=case.circle, left_at=None, joined_at__isnull=False
    )
    _, made = CaseReader.objects.get_or_create(case=case, member=here.get(pk=member.pk))
    if not made:
        raise AlreadyReads("They read it already.")
    tell("case.opened", case.circle, by=by, at=at)


@transaction.atomic
def write_takeaway(
    *, case: Case, text: str, by: Any, at: datetime, seen_version: int | None = None
) -> Takeaway | None:
    """Keep what one takes from a case, for oneself. An empty text takes it away."""
    own = reading(case, by)
    rows = Takeaway.objects.filter(case=case, person_id=own.person_id)
    found = rows.first()
    if not text.strip():
        rows.delete()
        found = None
    elif found is None:
        found = Takeaway.objects.create(
            case=case, person_id=own.person_id, text=text, created_at=at, updated_at=at
        )
    elif not activity.revise_privately(
        found, {"text": text}, at=at, seen_version=seen_version, changed_by="You"
    ):
        return found
    activity.record(
        by=by,
        verb="case.taken_from",
        subject=own.circle,
        at=at,
        audience=activity.private(by.pk),
    )
    return found


def reading(case: Case, by: Any) -> CircleMember:
    """Return the membership by which one reads this case."""
    own = inside(case.circle, by)
    if not CaseReader.objects.filter(case=case, member=own).exists():
        raise PermissionDenied
    return own


def _own(case: Case, by: Any) -> Case:
    own = reading(case, by)
    found = Case.objects.get(pk=case.pk, circle=own.circle)
    if not is_author(by, found):
        raise PermissionDenied
    found.circle = own.circle
    return found
