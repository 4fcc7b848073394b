"""Add projects and tasks."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.organization.models import Team

from ..models import Project, Task
from ..permissions import can_add_project, can_add_task
from .audiences import audience_of


@transaction.atomic
def add_project(
    *, name: str, team: Team, by: Any, at: datetime, **fields: Any
) -> Project:
    if not can_add_project(by, team.pk):
        raise PermissionDenied
    project = Project.objects.create(
        name=name, team=team, created_at=at, updated_at=at, **fields
    )
    activity.record(
        by=by,
        verb="project.added",
        subject=project,
        at=at,
        audience=audience_of(project),
    )
    return project


@transaction.atomic
def add_task(
    *, title: str, project: Project, by: Any, at: datetime, **fields: Any
) -> Task:
    if not can_add_task(by, project):
        raise PermissionDenied
    task = Task.objects.create(
        title=title, project=project, created_at=at, updated_at=at, **fields
    )
    activity.record(
        by=by, verb="task.added", subject=task, at=at, audience=audience_of(project)
    )
    return task
