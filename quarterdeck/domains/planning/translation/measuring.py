"""What a plan means, as numbers that can be kept and shown side by side."""

from typing import Any

from quarterdeck.engines import planning

from .axis import Axis


def summary(
    measures: planning.Measures, axis: Axis, left_out: int, *, with_points: bool
) -> dict[str, Any]:
    """Dates, lateness and load of one plan.

    `load` is the busiest person-week as a share of its capacity, `overloaded` counts
    person-weeks above it. People without hours in a week are not divided by nothing:
    they count as overloaded when they have work. Points are left out where cost is
    among them: they would tell it to whoever may not see it.
    """
    over = [row for row in measures.load if row.busy > row.capacity]
    shares = [row.busy / row.capacity for row in measures.load if row.capacity]
    planned = bool(measures.finish)
    told: dict[str, Any] = {
        "finish": axis.last_day(measures.finish).isoformat() if planned else None,
        "late_tasks": len(measures.late),
        "late_days": round(axis.hours(measures.lateness_slots) / 24, 1),
        "overloaded": len(over),
        "load": round(max(shares), 3) if shares else None,
        "undated": len(measures.missing) + left_out,
        "growth_hours": round(measures.growth_hours, 1),
    }
    if with_points:
        told["terms"] = {term.name: round(term.points, 3) for term in measures.terms}
        told["objective"] = round(measures.objective, 3)
    return told
