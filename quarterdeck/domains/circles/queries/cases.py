"""Cases: read by the memberships that stand beside each, and by nobody else."""

from typing import Any

from django.db.models import QuerySet

from quarterdeck.domains.people.permissions import standing_of

from ..models import Case, CaseReader, CircleMember, Contribution, Takeaway
from .circles import inside


def cases_visible_to(user: Any) -> QuerySet[Case]:
    read = CaseReader.objects.filter(member_id__in=inside(user).values("pk"))
    rows = Case.objects.filter(pk__in=read.values("case_id"))
    return rows.select_related("author", "circle").order_by("-created_at", "-id")


def get_case(*, user: Any, case_id: int) -> Case:
    return cases_visible_to(user).get(pk=case_id)


def contributions_visible_to(user: Any) -> QuerySet[Contribution]:
    seen = cases_visible_to(user).order_by().values("pk")
    rows = Contribution.objects.filter(case_id__in=seen)
    return rows.select_related("writer", "case").order_by("created_at", "id")


def get_contribution(*, user: Any, contribution_id: int) -> Contribution:
    return contributions_visible_to(user).get(pk=contribution_id)


def own_takeaway(*, user: Any, case: Case) -> Takeaway | None:
    """Return what the user took from a case; nobody reads another's."""
    seen = cases_visible_to(user).order_by().values("pk")
    mine = standing_of(user).person_id or 0
    return Takeaway.objects.filter(case_id__in=seen, case=case, person_id=mine).first()


def without_reading(*, user: Any, case: Case) -> list[CircleMember]:
    """Return, for its author alone, members who came later and do not read the case."""
    mine = inside(user).filter(circle_id=case.circle_id, person_id=case.author_id)
    rows = CircleMember.objects.filter(
        circle_id__in=mine.values("circle_id"), left_at=None, joined_at__isnull=False
    )
    read = CaseReader.objects.filter(case=case).values("member_id")
    return list(rows.exclude(pk__in=read).select_related("person")[:50])
