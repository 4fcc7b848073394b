"""The price of growth in a sentence."""

from collections.abc import Mapping
from datetime import date
from typing import Any

KEEPS_DATES = "no date moves."


def price_of_growth(plan: Mapping[str, Any], without: Mapping[str, Any]) -> str:
    """Return what growing costs in one plan against another without; "" for no growth.

    Both are measures as they are kept; hours are those of learners and mentors alone.
    """
    growth = plan.get("growth")
    if not growth or not growth["tasks"]:
        return ""
    tasks, learning = growth["tasks"], growth["learning_hours"]
    mentoring = growth["mentoring_hours"]
    parts = []
    if learning:
        parts.append(f"{_hours(learning)} because learning takes longer")
    if mentoring:
        parts.append(f"{_hours(mentoring)} of mentors")
    made_of = f" ({', '.join(parts)})" if len(parts) > 1 else ""
    what = "1 stretch task costs" if tasks == 1 else f"{tasks} stretch tasks cost"
    price = f"{what} +{_hours(learning + mentoring)}{made_of}"
    return f"{price}, {_dates(plan, without)}."


def _dates(plan: Mapping[str, Any], without: Mapping[str, Any]) -> str:
    moved = []
    if plan["finish"] and without["finish"]:
        days = _day(plan["finish"]) - _day(without["finish"])
        if days:
            moved.append(f"all is done {_days(days)}")
    late = plan["late_tasks"] - without["late_tasks"]
    if late:
        moved.append(f"{_tasks(abs(late))} {'more' if late > 0 else 'fewer'} late")
    if moved:
        return " and ".join(moved)
    if plan["growth"].get("moves", 0):
        more = plan["growth"]["moves"]
        ends = "ends" if more == 1 else "end"
        return f"{_tasks(more)} more {ends} later, all is done on the same day"
    return KEEPS_DATES.rstrip(".")


def _days(days: int) -> str:
    amount = "1 day" if abs(days) == 1 else f"{abs(days)} days"
    return f"{amount} {'later' if days > 0 else 'earlier'}"


def _tasks(count: int) -> str:
    return "1 task" if count == 1 else f"{count} tasks"


def _day(value: str) -> int:
    return date.fromisoformat(value).toordinal()


def _hours(hours: float) -> str:
    return f"{hours:g} h"
