"""Places in programmes as rows of a file: facts and sums, never an answer."""

from typing import Any

from django.db.models import QuerySet

from quarterdeck.shared.errors import RuleBroken

from ..models import Enrolment

MOST = 50_000
HEADER = (
    "Person",
    "Programme",
    "Provider",
    "State",
    "What for",
    "Skill",
    "Begins",
    "Attended",
    "Cost",
    "Paid by",
    "Year",
)


class TooManyPlaces(RuleBroken):
    pass


def export_of_enrolments(found: QuerySet[Enrolment]) -> list[tuple[Any, ...]]:
    """Return the rows of a list, in its order; `found` is what the user may see."""
    rows = list(found[: MOST + 1])
    if len(rows) > MOST:
        raise TooManyPlaces(
            f"More than {MOST:,} places do not fit into one file. Narrow the list first."
        )
    return [
        (
            row.person.name,
            row.programme.name,
            row.programme.provider,
            row.get_state_display(),
            row.why,
            row.skill.name if row.skill else None,
            row.starts_on,
            row.attended_on,
            float(row.cost) if row.cost is not None else None,
            row.team.name if row.team else None,
            row.year,
        )
        for row in rows
    ]
