"""Add a project, change it, archive it, let people in."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import Person
from quarterdeck.shared.errors import RuleBroken

from ..models import Project, ProjectMember
from ..permissions import can_add_project, can_edit_project
from .audiences import audience_of
from .contributors import PROJECT
from .roll_up import tell_goals

FIELDS = frozenset(
    [
        "deadline",
        "description",
        "goal",
        "leader",
        "name",
        "starts_on",
        "team",
        "visibility",
        "why",
    ]
)


class ProjectAlreadyArchived(RuleBroken):
    pass


class ProjectNotArchived(RuleBroken):
    pass


class AlreadyMember(RuleBroken):
    pass


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
def edit_project(
    *,
    project: Project,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
    **changes: Any,
) -> Activity | None:
    """Change any fields of a project; None when nothing was different."""
    if unknown := set(changes) - FIELDS:
        raise TypeError(f"A project has no field {sorted(unknown)[0]} to edit")
    project = Project.objects.select_for_update().get(pk=project.pk)
    done = change_project(project, changes, by=by, at=at, seen_version=seen_version)
    if not done:
        return None
    return _record("project.edited", project, done, by=by, at=at)


def change_project(
    project: Project,
    changes: Mapping[str, Any],
    *,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> list[activity.FieldChange]:
    """Check and write the changes of one locked project; the caller records them."""
    if not can_edit_project(by, project):
        raise PermissionDenied
    team = changes.get("team", project.team)
    if team.pk != project.team_id and not can_add_project(by, team.pk):
        raise PermissionDenied
    before = project.goal_id
    done = activity.revise(project, changes, at=at, seen_version=seen_version)
    if project.goal_id != before:
        tell_goals({i for i in (before, project.goal_id) if i}, at=at)
    return done


@transaction.atomic
def archive_project(*, project: Project, by: Any, at: datetime) -> Activity:
    """Put a project away with all its tasks; nothing of it is lost."""
    project = Project.objects.select_for_update().get(pk=project.pk)
    if project.archived_at is not None:
        raise ProjectAlreadyArchived(f"“{project}” is already archived.")
    done = change_project(project, {"archived_at": at}, by=by, at=at)
    return _record("project.archived", project, done, by=by, at=at)


@transaction.atomic
def restore_project(*, project: Project, by: Any, at: datetime) -> Activity:
    project = Project.objects.select_for_update().get(pk=project.pk)
    if project.archived_at is None:
        raise ProjectNotArchived(f"“{project}” is not archived.")
    done = change_project(project, {"archived_at": None}, by=by, at=at)
    return _record("project.restored", project, done, by=by, at=at)


@transaction.atomic
def add_member(*, project: Project, person: Person, by: Any, at: datetime) -> Activity:
    """Let somebody in by name: a guest, or a helper from another team."""
    if not can_edit_project(by, project):
        raise PermissionDenied
    _, created = ProjectMember.objects.get_or_create(
        project=project, person=person, defaults={"since": at}
    )
    if not created:
        raise AlreadyMember(f"{person} is a member of “{project}” already.")
    return _record(
        "project.member_added", project, [_member(project, person, True)], by=by, at=at
    )


@transaction.atomic
def remove_member(
    *, project: Project, person: Person, by: Any, at: datetime
) -> Activity:
    if not can_edit_project(by, project):
        raise PermissionDenied
    ProjectMember.objects.get(project=project, person=person).delete()
    return _record(
        "project.member_removed",
        project,
        [_member(project, person, False)],
        by=by,
        at=at,
    )


def _member(project: Project, person: Person, inside: bool) -> activity.FieldChange:
    name = f"member:{person.pk}"
    return activity.FieldChange(
        PROJECT, project.pk, project.version, name, not inside, inside
    )


def _record(
    verb: str,
    project: Project,
    changes: list[activity.FieldChange],
    *,
    by: Any,
    at: datetime,
) -> Activity:
    return activity.record(
        by=by,
        verb=verb,
        subject=project,
        at=at,
        audience=audience_of(project),
        changes=changes,
    )
