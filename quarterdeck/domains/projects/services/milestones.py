"""Points on the way of a project."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import Milestone, Project
from ..permissions import can_edit_project
from .audiences import audience_of


class MilestoneAlreadyReached(RuleBroken):
    pass


class MilestoneNotReached(RuleBroken):
    pass


@transaction.atomic
def add_milestone(
    *,
    project: Project,
    name: str,
    by: Any,
    at: datetime,
    deadline: date | None = None,
) -> Milestone:
    if not can_edit_project(by, project):
        raise PermissionDenied
    milestone = Milestone.objects.create(
        project=project, name=name, deadline=deadline, created_at=at, updated_at=at
    )
    _tell("milestone.added", milestone, by, at)
    return milestone


@transaction.atomic
def edit_milestone(
    *,
    milestone: Milestone,
    changes: dict[str, Any],
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> Milestone:
    milestone = _locked(milestone, by)
    made = activity.revise(milestone, changes, at=at, seen_version=seen_version)
    if made:
        _tell("milestone.changed", milestone, by, at, made)
    return milestone


@transaction.atomic
def reach_milestone(*, milestone: Milestone, by: Any, at: datetime) -> Milestone:
    milestone = _locked(milestone, by)
    if milestone.reached_at is not None:
        raise MilestoneAlreadyReached(f"“{milestone}” was already reached.")
    made = activity.revise(milestone, {"reached_at": at}, at=at)
    _tell("milestone.reached", milestone, by, at, made)
    return milestone


@transaction.atomic
def reopen_milestone(*, milestone: Milestone, by: Any, at: datetime) -> Milestone:
    milestone = _locked(milestone, by)
    if milestone.reached_at is None:
        raise MilestoneNotReached(f"“{milestone}” is not reached yet.")
    made = activity.revise(milestone, {"reached_at": None}, at=at)
    _tell("milestone.reopened", milestone, by, at, made)
    return milestone


def _locked(milestone: Milestone, by: Any) -> Milestone:
    if not can_edit_project(by, milestone.project):
        raise PermissionDenied
    rows = Milestone.objects.select_for_update(of=("self",))
    return rows.select_related("project").get(pk=milestone.pk)


def _tell(
    verb: str, milestone: Milestone, by: Any, at: datetime, changes: Any = ()
) -> None:
    activity.record(
        by=by,
        verb=verb,
        subject=milestone,
        at=at,
        audience=audience_of(milestone.project),
        changes=changes,
    )
