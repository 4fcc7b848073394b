"""What somebody wrote in their circles, for them to take along."""

from typing import Any

from django.db.models import QuerySet

from quarterdeck.domains.people.permissions import standing_of

from ..models import Takeaway
from .cases import cases_visible_to, contributions_visible_to
from .circles import own_memberships
from .lessons import lessons_visible_to


def own_circle_records(user: Any) -> dict[str, QuerySet[Any]]:
    """Return one's own words in circles one is in; nothing of the others."""
    mine = standing_of(user).person_id or 0
    seen = cases_visible_to(user).order_by().values("pk")
    taken = Takeaway.objects.filter(person_id=mine, case_id__in=seen)
    return {
        "circles": own_memberships(user).order_by("id"),
        "circle_cases": cases_visible_to(user).filter(author_id=mine),
        "circle_contributions": contributions_visible_to(user).filter(writer_id=mine),
        "circle_takeaways": taken.order_by("id"),
        "circle_lessons": lessons_visible_to(user).filter(author_id=mine),
    }
