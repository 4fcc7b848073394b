"""Everything in this room that is somebody's own, for their export."""

from typing import Any

from django.db.models import Q, QuerySet

from quarterdeck.domains.people.permissions import standing_of

from .leading import leadership_projects_visible_to
from .meetings import evaluations_visible_to, meetings_visible_to, steps_visible_to
from .offers import offers_visible_to
from .pairs import mentorships_visible_to
from .shadowing import logs_visible_to, shadowings_visible_to
from .wishes import wishes_visible_to


def own_mentoring_records(user: Any) -> dict[str, QuerySet[Any]]:
    """Return what the user wrote or shares; nothing while their account is in doubt."""
    mine = standing_of(user).person_id or 0
    return {
        "mentor_offer": offers_visible_to(user).filter(person_id=mine),
        "mentor_wishes": wishes_visible_to(user).filter(person_id=mine),
        "mentorships": mentorships_visible_to(user),
        "mentor_meetings": meetings_visible_to(user),
        "mentor_steps": steps_visible_to(user),
        "mentor_evaluations": evaluations_visible_to(user).filter(writer_id=mine),
        "shadowings": shadowings_visible_to(user),
        "shadow_logs": logs_visible_to(user).filter(shadowing__shadow_id=mine),
        "leadership_projects": leadership_projects_visible_to(user).filter(
            Q(person_id=mine) | Q(given_by_id=mine) | Q(sponsor_id=mine)
        ),
    }
