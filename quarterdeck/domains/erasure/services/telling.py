"""Who reads of it: the admins, whoever asked, and the person. Never a team."""

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.organization.queries import admin_ids

from ..models import Erasure


def those_concerned(erasure: Erasure) -> activity.Audience:
    person = erasure.person
    return activity.only(
        *admin_ids(), erasure.asked_by_id, person.user_id if person else None
    )
