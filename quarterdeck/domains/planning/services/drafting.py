"""Draft a what-if; it touches no record and leaves no trace when it is discarded."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.organization.models import Team
from quarterdeck.shared.errors import RuleBroken

from ..choices import Adjustment
from ..models import Scenario
from ..permissions import can_propose_plan

FIELDS = {
    Adjustment.PERSON_LEAVES: ("person_id", "on"),
    Adjustment.PERSON_AWAY: ("person_id", "starts_on", "ends_on"),
    Adjustment.DEADLINE_MOVES: ("task_id", "on"),
    Adjustment.PROJECT_DEADLINE_MOVES: ("project_id", "on"),
}


class NothingSupposed(RuleBroken):
    pass


@transaction.atomic
def draft_scenario(
    *,
    name: str,
    team: Team,
    adjustments: list[dict[str, Any]],
    by: Any,
    at: datetime,
) -> Scenario:
    """Keep the adjustments of a what-if; only who drafted it is told of it."""
    if not can_propose_plan(by, team):
        raise PermissionDenied
    if not adjustments:
        raise NothingSupposed("Suppose at least one thing: somebody away, a deadline …")
    scenario = Scenario.objects.create(
        name=name,
        team=team,
        adjustments=[_plain(each) for each in adjustments],
        drafted_by=by,
        drafted_at=at,
    )
    activity.record(
        by=by,
        verb="scenario.drafted",
        subject=scenario,
        at=at,
        audience=activity.only(by.pk),
        subject_name="a what-if",  # discarded without trace: the log keeps no name
    )
    return scenario


@transaction.atomic
def discard_scenario(*, scenario: Scenario, by: Any, at: datetime) -> None:
    """Delete the draft with everything that was computed for it."""
    if not can_propose_plan(by, scenario.team):
        raise PermissionDenied
    activity.record(
        by=by,
        verb="scenario.discarded",
        subject=scenario,
        at=at,
        audience=activity.only(by.pk),
        subject_name="a what-if",
    )
    scenario.delete()


def _plain(adjustment: dict[str, Any]) -> dict[str, Any]:
    kind = adjustment["kind"]
    row: dict[str, Any] = {"kind": kind}
    for field in FIELDS[kind]:
        value = adjustment[field]
        row[field] = value.isoformat() if isinstance(value, date) else value
    if kind == Adjustment.PERSON_AWAY and row["ends_on"] < row["starts_on"]:
        raise NothingSupposed("The time away ends before it begins.")
    return row
