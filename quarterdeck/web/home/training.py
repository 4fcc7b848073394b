"""Training on Home: answers that are due, and places that wait for a yes or no."""

from datetime import date
from typing import Any

from quarterdeck.domains.training import queries

from .lines import Need
from .links import page

SHOWN = 5
# Acts on a place or an answer are told without words: the sentence stands alone.
SAID = {
    "enrolment.asked": "asked for a place in a programme",
    "enrolment.invited": "offered a place in a programme",
    "enrolment.accepted": "took a place in a programme",
    "enrolment.approved": "approved a place in a programme",
    "enrolment.declined": "declined a place in a programme",
    "enrolment.booked": "booked a place in a programme",
    "enrolment.attended": "attended a programme",
    "enrolment.missed": "missed a programme",
    "enrolment.cancelled": "cancelled a place in a programme",
    "enrolment.reopened": "took back a turn of a place in a programme",
    "enrolment.measure_named": "named a number for a programme",
    "evaluation.answered": "answered a question about a programme",
    "evaluation.edited": "put an answer about a programme in other words",
    "evaluation.narrowed": "kept back an answer about a programme",
    "evaluation.set_aside": "set a question about a programme aside",
    "evaluation.taken_up": "took a question about a programme up again",
    "training_budget.set": "set a training budget",
    "programme.catalogue_started": "began the training catalogue with",
    "programme.added": "added the training programme",
    "programme.edited": "edited the training programme",
    "programme.scored": "scored the training programme",
    "programme.retired": "took out of the catalogue",
    "programme.restored": "put back into the catalogue",
    "programme_comparison.weighed": "weighed anew the comparison",
}


def training_needs(user: Any, today: date) -> list[Need]:
    is_due, is_waiting = queries.what_waits(user, today)
    waiting = queries.waiting_for(user)[:SHOWN] if is_waiting else []
    return [*(_due(user, today) if is_due else []), *map(_waits, waiting)]


def _due(user: Any, today: date) -> list[Need]:
    """One line for all of them; where there is one, it says which."""
    found = list(queries.evaluations_due(user, today)[: SHOWN + 1])
    first, count = found[0], len(found)
    if count == 1:
        about = str(first.enrolment.programme)
        url = page("training:evaluation", first.pk)
        return [Need("graduation-cap", first.get_stage_display(), about, "Answer", url)]
    many = (
        f"{count if count <= SHOWN else f'More than {SHOWN}'} questions about training"
    )
    since = f"the oldest since {first.due_on.day} {first.due_on:%b}"
    return [Need("graduation-cap", many, since, "Answer", page("training:index"))]


def _waits(row: Any) -> Need:
    url = page("training:place", row.pk)
    if row.state == "invited":
        told = f"You are invited to “{row.programme}”"
        return Need("graduation-cap", told, "take the place or decline", "Look", url)
    told = f"{row.person} asks for a place in “{row.programme}”"
    return Need("graduation-cap", told, row.why or "no reason given", "Answer", url)
