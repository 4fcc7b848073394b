"""Changes that the planner would try, as what-ifs; what came out, as days and counts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from quarterdeck.engines.planning.levers import Lever, Outcome, Weighed, gain

from ..choices import Adjustment
from ..rules.helping import moved_by, price_in_words
from .problem import Translation
from .tasks import deadline_of

ENOUGH = 1e-6  # points that count as a gain
LEAST_DAYS = 0.1  # less lateness than that nobody notices


def as_adjustment(
    lever: Lever, translation: Translation, team_id: int
) -> dict[str, Any] | None:
    """The same change as a what-if takes it; None where no record can be changed so."""
    return {
        "later_deadline": _deadline,
        "fewer_hours": _hours,
        "move_leave": _leave,
        "longer_days": _days,
        "more_people": _people,
    }[lever.kind](lever, translation, team_id)


def _deadline(lever: Lever, translation: Translation, _: int) -> dict[str, Any] | None:
    task = translation.tasks[int(lever.task or 0)]
    due, days = deadline_of(task), lever.slots // translation.axis.per_day
    if due is None:
        return None
    on = (due + timedelta(days=days)).isoformat()
    if task.deadline == due:
        return {"kind": Adjustment.DEADLINE_MOVES, "task_id": task.pk, "on": on}
    if task.project.deadline == due:
        kind = Adjustment.PROJECT_DEADLINE_MOVES
        return {"kind": kind, "project_id": task.project_id, "on": on}
    return None


def _hours(lever: Lever, translation: Translation, _: int) -> dict[str, Any]:
    hours = translation.axis.hours(lever.slots)
    kind = Adjustment.FEWER_HOURS
    return {"kind": kind, "task_id": int(lever.task or 0), "hours": hours}


def _leave(lever: Lever, translation: Translation, _: int) -> dict[str, Any]:
    axis = translation.axis
    first = axis.day(lever.first_slot)
    return {
        "kind": Adjustment.LEAVE_MOVES,
        "person_id": int(lever.person or 0),
        "starts_on": first.isoformat(),
        "ends_on": axis.last_day(lever.end_slot).isoformat(),
        "on": (first + timedelta(days=-(-lever.slots // axis.per_day))).isoformat(),
    }


def _days(lever: Lever, translation: Translation, _: int) -> dict[str, Any]:
    axis = translation.axis
    return {
        "kind": Adjustment.LONGER_DAYS,
        "person_id": int(lever.person or 0),
        "hours": axis.hours(lever.slots),
        "starts_on": axis.day(lever.first_slot).isoformat(),
        "ends_on": axis.last_day(lever.end_slot).isoformat(),
    }


def _people(lever: Lever, translation: Translation, team_id: int) -> dict[str, Any]:
    return {
        "kind": Adjustment.PEOPLE_JOIN,
        "team_id": team_id,
        "skill_id": int(lever.skill) if lever.skill is not None else None,
        "level": lever.level,
        "count": lever.count,
        "on": translation.axis.day(lever.first_slot).isoformat(),
    }


def told_of_base(weighed: Weighed, translation: Translation) -> dict[str, Any]:
    """The plan without any change, to compare with."""
    return _told(weighed.base, translation)


def told_of_levers(
    weighed: Weighed, adjustments: dict[str, dict[str, Any]], translation: Translation
) -> list[dict[str, Any]]:
    """Each change with what it brings and asks for, those that bring most first."""
    rows = []
    for number, outcome in enumerate(weighed.outcomes, start=1):
        row = adjustments[outcome.name]
        told = _told(outcome, translation)
        rows.append(
            {
                "number": number,
                "adjustment": row,
                **told,
                "days_earlier": _earlier(weighed.base, outcome, translation),
                "helps": _helps(weighed.base, outcome, translation),
                "price": price_in_words(
                    row,
                    _hours_of(row, outcome, translation),
                    moved_by(row, _due(row, translation)),
                ),
            }
        )
    return rows


def _helps(base: Outcome, other: Outcome, translation: Translation) -> bool:
    """Better by the aims, and so that somebody notices."""
    if gain(base, other) >= (False, 0, -ENOUGH):
        return False
    if base.finish is None or other.unplaced < base.unplaced:
        return True
    less = translation.axis.hours(base.late_slots - other.late_slots) / 24
    earlier = _earlier(base, other, translation) or 0
    return earlier > 0 or other.late_tasks < base.late_tasks or less >= LEAST_DAYS


def _told(outcome: Outcome, translation: Translation) -> dict[str, Any]:
    axis = translation.axis
    finish = outcome.finish
    return {
        "finish": axis.last_day(finish).isoformat() if finish is not None else None,
        "late_tasks": outcome.late_tasks,
        "late_days": round(axis.hours(outcome.late_slots) / 24, 1),
        "unplaced": outcome.unplaced,
    }


def _earlier(base: Outcome, other: Outcome, translation: Translation) -> int | None:
    if base.finish is None or other.finish is None:
        return None
    days = translation.axis.last_day
    return (days(base.finish) - days(other.finish)).days


def _hours_of(row: dict[str, Any], outcome: Outcome, translation: Translation) -> float:
    """Hours of whoever is new, or of overtime at most."""
    if row["kind"] == Adjustment.LONGER_DAYS:
        return float(row["hours"]) * moved_by(row, None)
    busy = sum(slots for who, slots in outcome.busy if int(who) < 0)
    return translation.axis.hours(busy)


def _due(row: dict[str, Any], translation: Translation) -> date | None:
    if row["kind"] == Adjustment.DEADLINE_MOVES:
        return translation.tasks[row["task_id"]].deadline
    if row["kind"] == Adjustment.PROJECT_DEADLINE_MOVES:
        tasks = translation.tasks.values()
        return next(
            (t.project.deadline for t in tasks if t.project_id == row["project_id"]),
            None,
        )
    return None
