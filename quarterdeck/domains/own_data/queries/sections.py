"""Everything that is somebody's own, kind by kind; each room says what that is in it."""

from typing import Any

from django.db.models import QuerySet

from quarterdeck.domains.circles.queries import own_circle_records
from quarterdeck.domains.conversations.queries import own_conversation_records
from quarterdeck.domains.development.queries import own_development_records
from quarterdeck.domains.feedback.queries import own_feedback_records
from quarterdeck.domains.hiring.queries import own_hiring_records
from quarterdeck.domains.mentoring.queries import own_mentoring_records
from quarterdeck.domains.occasions.queries import own_occasion_records
from quarterdeck.domains.one_on_ones.queries import everything_of as own_talks
from quarterdeck.domains.training.queries import own_training_records

from .work import own_account_records, own_acts, own_plan_records, own_work_records

ROOMS = (
    own_account_records,
    own_work_records,
    own_plan_records,
    own_talks,
    own_feedback_records,
    own_development_records,
    own_mentoring_records,
    own_training_records,
    own_hiring_records,
    own_occasion_records,
    own_circle_records,
    own_conversation_records,
    own_acts,
)


def everything_of(user: Any) -> dict[str, QuerySet[Any]]:
    """Return querysets by kind; private rooms give nothing while their door is closed."""
    found: dict[str, QuerySet[Any]] = {}
    for room in ROOMS:
        found |= room(user)
    return found
