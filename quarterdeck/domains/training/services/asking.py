"""Ask what came of a programme: of the person at once, of both after sixty days."""

from datetime import datetime

from ..choices import Stage
from ..models import Enrolment, Evaluation
from ..queries import nearest_leader_of
from ..rules import due_days


def ask_afterwards(enrolment: Enrolment, at: datetime) -> None:
    """Write down whom to ask what, and from which day on."""
    if enrolment.attended_on is None:
        return
    leader = nearest_leader_of(enrolment.person)
    writers = dict.fromkeys(Stage, enrolment.person)
    if leader is None:
        del writers[Stage.USE_SEEN]
    else:
        writers[Stage.USE_SEEN] = leader
    Evaluation.objects.bulk_create(
        Evaluation(
            enrolment=enrolment,
            stage=stage,
            writer=writers[stage],
            due_on=day,
            created_at=at,
            updated_at=at,
        )
        for stage, day in due_days(enrolment.attended_on).items()
        if stage in writers
    )
