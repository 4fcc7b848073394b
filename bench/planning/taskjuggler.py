"""TaskJuggler as a peer, where ``tj3`` is installed: one person per task with a skill.

It may interrupt tasks; a plan in which it did is not kept to the rules of the others,
and is told as not checked.
"""

from __future__ import annotations

import csv
import subprocess
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from quarterdeck.engines.planning import Assignment, Problem

FIRST = datetime(2026, 1, 5)
TIME = "%Y-%m-%d-%H:%M"


def by_taskjuggler(
    problem: Problem, seconds: float, workers: int
) -> tuple[list[Assignment] | None, float | None]:
    """Write a project, let ``tj3`` plan it, read its table."""
    if problem.resources or any(
        sum(need.count for need in task.needs) > 1 for task in problem.tasks
    ):
        return None, None
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "plan.tjp").write_text(_project(problem))
        try:
            subprocess.run(
                ["tj3", "--silent", "plan.tjp"],
                cwd=folder,
                timeout=max(60.0, 10 * seconds),
                capture_output=True,
                check=True,
            )
        except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
            return None, None
        return _read(Path(folder) / "tasks.csv"), None


def _project(problem: Problem) -> str:
    numbers = {task.id: n for n, task in enumerate(problem.tasks)}
    lines = [
        f'project plan "plan" {FIRST.strftime("%Y-%m-%d")} +{problem.horizon // 24 + 30}d {{',
        "  timingresolution 60min",
        "  dailyworkinghours 24",
        "  weekstartsmonday",
        "  workinghours mon - sun 0:00 - 24:00",
        "}",
        *(f'resource p{n} "{p.id}" {{}}' for n, p in enumerate(problem.people)),
    ]
    waits: dict[str, list[str]] = {}
    for link in problem.dependencies:
        waits.setdefault(link.after, []).append(f"!t{numbers[link.before]}")
    for task in problem.tasks:
        lines.append(f'task t{numbers[task.id]} "{task.id}" {{')
        if task.effort:
            able = [
                f"p{n}"
                for n, person in enumerate(problem.people)
                if all(
                    dict(person.skills).get(need.skill or "", -1) >= need.level
                    for need in task.needs
                )
            ]
            other = f" {{ alternative {', '.join(able[1:])} persistent }}"
            lines.append(f"  effort {task.effort}h")
            lines.append(f"  allocate {able[0]}{other if able[1:] else ''}")
        if task.id in waits:
            names = ", ".join(name.lstrip("!") for name in waits[task.id])
            lines.append(f"  depends {names}")
        lines.append("}")
    lines.append('taskreport "tasks" { formats csv columns name, start, end, resources')
    lines.append(f'  timeformat "{TIME}" }}')
    return "\n".join(lines)


def _read(path: Path) -> list[Assignment]:
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    found = []
    for row in rows:
        people = [part.split(" (")[0] for part in row["Resources"].split(", ") if part]
        found.append(
            Assignment(
                task=row["Name"].strip(),
                people=tuple(people),
                start=_slot(row["Start"]),
                end=_slot(row["End"]),
            )
        )
    return found


def _slot(text: str) -> int:
    return (datetime.strptime(text, TIME) - FIRST) // timedelta(hours=1)
