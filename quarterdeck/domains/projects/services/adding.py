"""A task asks for a title and the project it belongs to; all else can come later."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.people.models import Person, Skill

from ..models import Project, SkillNeed, Task
from ..permissions import can_add_task
from .audiences import audience_of
from .contributors import let_in, set_contributors
from .editing import MilestoneOfAnotherProject, check_estimate
from .roll_up import tell_goals


@transaction.atomic
def add_task(
    *,
    title: str,
    project: Project,
    by: Any,
    at: datetime,
    contributors: Iterable[Person] = (),
    needs: Iterable[tuple[Skill, int]] = (),
    **fields: Any,
) -> Task:
    """Add a task with whatever is known of it; `needs` are skills with their level."""
    if not can_add_task(by, project):
        raise PermissionDenied
    check_estimate(fields.get("estimate_low"), fields.get("estimate_high"))
    milestone = fields.get("milestone")
    if milestone is not None and milestone.project_id != project.pk:
        raise MilestoneOfAnotherProject(
            f"The milestone “{milestone}” is not one of “{project}”."
        )
    task = Task(title=title, project=project, created_at=at, updated_at=at, **fields)
    task.started_at = at if task.status == Task.Status.DOING else task.started_at
    task.done_at = at if task.status == Task.Status.DONE else task.done_at
    task.save()
    people = [person.pk for person in contributors]
    set_contributors(task, people, at=at)
    SkillNeed.objects.bulk_create(
        SkillNeed(task=task, skill=skill, level=level) for skill, level in needs
    )
    changes = let_in(project, [task.accountable_id, *people], by=by, at=at)
    tell_goals({i for i in [task.goal_id or project.goal_id] if i}, at=at)
    activity.record(
        by=by,
        verb="task.added",
        subject=task,
        at=at,
        audience=audience_of(project),
        changes=changes,
    )
    return task
