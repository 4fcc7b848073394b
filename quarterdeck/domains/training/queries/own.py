"""What is kept about one's own training, to take along."""

from typing import Any

from django.db.models import QuerySet

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open
from quarterdeck.domains.people.permissions import standing_of

from ..models import Enrolment, EnrolmentMove, Evaluation


def own_training_records(user: Any) -> dict[str, QuerySet[Any]]:
    """Return one's own places, their turns, and the answers one wrote, by name."""
    person_id = standing_of(user).person_id or 0
    rows: dict[str, QuerySet[Any]] = {
        "training_places": Enrolment.objects.filter(person_id=person_id),
        "training_turns": EnrolmentMove.objects.filter(enrolment__person_id=person_id),
        "training_answers": Evaluation.objects.filter(writer_id=person_id),
    }
    return {
        name: while_private_rooms_are_open(user, found.order_by("pk"))
        for name, found in rows.items()
    }
