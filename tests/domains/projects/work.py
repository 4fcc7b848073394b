"""Projects and tasks for tests, made in one line."""

from datetime import UTC, datetime, timedelta
from typing import Any

from quarterdeck.domains.projects.models import Dependency, Project, Task

MONDAY = datetime(2026, 6, 1, 9, tzinfo=UTC)


def project(team: Any, name: str = "Opening", **fields: Any) -> Project:
    stamps = {"created_at": MONDAY, "updated_at": MONDAY}
    return Project.objects.create(name=name, team=team, **stamps, **fields)


def task(project: Project, title: str, **fields: Any) -> Task:
    stamps = {"created_at": MONDAY, "updated_at": MONDAY}
    return Task.objects.create(title=title, project=project, **stamps, **fields)


def planned(
    project: Project, title: str, day: int, days: int = 1, **fields: Any
) -> Task:
    """A task planned from the nth day after the Monday, from nine to five."""
    start = MONDAY + timedelta(days=day)
    end = start + timedelta(days=days - 1, hours=8)
    return task(project, title, planned_start=start, planned_end=end, **fields)


def wait(before: Task, after: Task, kind: str = "FS", lag: int = 0) -> Dependency:
    return Dependency.objects.create(
        before=before, after=after, kind=kind, lag_hours=lag
    )
