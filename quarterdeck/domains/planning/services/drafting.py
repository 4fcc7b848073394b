"""Draft a what-if; it touches no record and leaves no trace when it is discarded."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.background_jobs.models import Job
from quarterdeck.domains.organization.models import Team
from quarterdeck.shared.errors import RuleBroken

from ..choices import ADJUSTMENT_FIELDS, Adjustment, about_field
from ..models import Scenario
from ..permissions import can_propose_plan
from ..queries.supposing import numbered, skills_to_suppose, to_suppose

MOST = 50  # suppositions of one what-if: more nobody could read side by side


class NothingSupposed(RuleBroken):
    pass


class NotInThisPlan(RuleBroken):
    pass


class TooMuchSupposed(RuleBroken):
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
    scenario = Scenario.objects.create(
        name=name,
        team=team,
        adjustments=checked(adjustments, team),
        drafted_by=by,
        drafted_at=at,
    )
    _tell("scenario.drafted", scenario, by, at)
    return scenario


@transaction.atomic
def add_supposition(
    *, scenario: Scenario, adjustment: dict[str, Any], by: Any, at: datetime
) -> int:
    """Suppose one thing more; returns the number it is named by."""
    scenario = _to_change(scenario, by)
    (row,) = checked([adjustment], scenario.team)
    there = list(numbered(scenario.adjustments))
    if len(there) >= MOST:
        raise TooMuchSupposed(f"A what-if supposes at most {MOST} things.")
    number = max((number for number, _ in there), default=0) + 1
    rows = [{**other, "number": n} for n, other in there]
    scenario.adjustments = [*rows, {**row, "number": number}]
    scenario.save(update_fields=["adjustments"])
    _tell("scenario.supposition_added", scenario, by, at)
    return number


@transaction.atomic
def remove_supposition(
    *, scenario: Scenario, number: int, by: Any, at: datetime
) -> None:
    """Suppose one thing less."""
    scenario = _to_change(scenario, by)
    there = {n: {**row, "number": n} for n, row in numbered(scenario.adjustments)}
    if number not in there:
        raise ObjectDoesNotExist
    scenario.adjustments = [row for n, row in there.items() if n != number]
    scenario.save(update_fields=["adjustments"])
    _tell("scenario.supposition_removed", scenario, by, at)


@transaction.atomic
def discard_scenario(*, scenario: Scenario, by: Any, at: datetime) -> None:
    """Delete the draft with everything that was computed for it, and its jobs."""
    if not can_propose_plan(by, scenario.team):
        raise PermissionDenied
    _tell("scenario.discarded", scenario, by, at)
    jobs = list(scenario.proposals.values_list("job_id", flat=True))
    jobs += scenario.proposals.values_list("lever_searches__job_id", flat=True)
    scenario.delete()
    # A worker that is still at it finds its job gone and keeps nothing.
    Job.objects.filter(pk__in=[job for job in jobs if job is not None]).delete()


def checked(adjustments: list[dict[str, Any]], team: Team) -> list[dict[str, Any]]:
    """Return the rows as they are kept; each must be about this team's plan."""
    if len(adjustments) > MOST:
        raise TooMuchSupposed(f"A what-if supposes at most {MOST} things.")
    rows = [_plain(each) for each in adjustments]
    for number, row in enumerate(rows, start=1):
        row["number"] = number
        known = to_suppose(row["kind"], team).filter(pk=row[about_field(row["kind"])])
        if not known.exists():
            what = about_field(row["kind"]).removesuffix("_id")
            raise NotInThisPlan(f"The plan of {team} is not about this {what}.")
        skill = row.get("skill_id")
        if skill is not None and not skills_to_suppose().filter(pk=skill).exists():
            raise NotInThisPlan("There is no such skill.")
    return rows


def _plain(adjustment: dict[str, Any]) -> dict[str, Any]:
    kind = adjustment["kind"]
    row: dict[str, Any] = {"kind": kind}
    for field in ADJUSTMENT_FIELDS[kind]:
        value = adjustment[field]
        row[field] = value.isoformat() if isinstance(value, date) else value
    if "ends_on" in row and row["ends_on"] < row["starts_on"]:
        raise NothingSupposed(
            "The time away ends before it begins."
            if kind == Adjustment.PERSON_AWAY
            else "The last day is before the first."
        )
    return row


def _to_change(scenario: Scenario, by: Any) -> Scenario:
    if not can_propose_plan(by, scenario.team):
        raise PermissionDenied
    rows = Scenario.objects.select_for_update(of=("self",)).select_related("team")
    return rows.get(pk=scenario.pk)


def _tell(verb: str, scenario: Scenario, by: Any, at: datetime) -> None:
    activity.record(
        by=by,
        verb=verb,
        subject=scenario,
        at=at,
        audience=activity.only(by.pk),
        subject_name="a what-if",  # discarded without trace: the log keeps no name
    )
