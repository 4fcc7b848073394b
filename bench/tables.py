"""A file to import, made from a number, and lines of a report."""

import csv
from pathlib import Path


def write_tasks(path: Path, rows: int) -> None:
    """A table of tasks as people keep them, forty to a project, half with a link."""
    with path.open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(
            [
                "ID",
                "Task",
                "Project",
                "Assignee",
                "Status",
                "Estimate (h)",
                "Due",
                "Depends on",
            ]
        )
        for n in range(1, rows + 1):
            before = str(n - 1) if n % 2 == 0 else ""
            due = f"2026-{n % 12 + 1:02}-{n % 28 + 1:02}"
            status = ("To do", "In progress", "Done")[n % 3]
            who, project = f"Worker {n % 200}", f"Project {n // 40}"
            table.writerow(
                [n, f"Task {n}", project, who, status, n % 16 + 1, due, before]
            )


def line(
    what: str, value: float, unit: str, target: float, *, least: bool = False
) -> str:
    """One figure with its target and the ratio; under 1 is met (over 1 for a least)."""
    ratio = value / target
    met = ratio >= 1 if least else ratio <= 1
    sign = "≥" if least else "≤"
    goal = f"{sign} {target:g}"
    told = f"  {what:<34}{value:>10.1f} {unit:<7}{goal:>9}{ratio:>8.2f}"
    return told if met else f"{told}  MISSED"
