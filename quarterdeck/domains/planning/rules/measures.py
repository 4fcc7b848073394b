"""What plans mean in words: the rows of a table with one column a plan."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

MEASURES = (
    ("finish", "All is done on"),
    ("late_tasks", "Dated tasks that end after their deadline"),
    ("late_days", "Days late, added up"),
    ("undated", "Tasks without a date ahead"),
    ("overloaded", "Weeks in which somebody has more work than hours"),
    ("load", "Fullest week of anybody"),
    ("growth_hours", "Hours of practice people wished for"),
    ("stretch_hours", "Hours of work one level up"),
)


def rows_of(plans: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    found = [
        (label, [_value(name, plan) for plan in plans], name)
        for name, label in MEASURES
    ]
    return [
        {"label": label, "cells": [_said(name, value) for value in values]}
        for label, values, name in found
        if name != "stretch_hours" or any(value is not None for value in values)
    ]


def _value(name: str, plan: Mapping[str, Any]) -> Any:
    if name == "stretch_hours":
        growth = plan.get("growth")
        return growth["hours"] if growth else None
    return plan.get(name)


def _said(name: str, value: Any) -> str:
    if value is None:
        return "–"
    if name == "finish":
        day = date.fromisoformat(value)
        return f"{day.day} {day:%b %Y}"
    if name == "load":
        return f"{value:.0%}".replace("%", " %")
    return f"{value:g}"
