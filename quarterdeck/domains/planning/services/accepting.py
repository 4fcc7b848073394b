"""Take over all, some or none of what a proposal changes. Nothing moves by itself."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.projects.models import Contributor, Task
from quarterdeck.domains.projects.services import put_in_plan
from quarterdeck.shared.errors import RuleBroken

from ..models import PlanLock, Proposal, ProposedChange
from ..permissions import can_decide_on


class PlanMovedOn(RuleBroken):
    pass


class NothingChosen(RuleBroken):
    pass


@transaction.atomic
def accept_changes(
    *, proposal: Proposal, change_ids: Collection[int] | None, by: Any, at: datetime
) -> int:
    """Put the chosen tasks (None: all) on their new people and times; return how many.

    All or nothing: if one of them was changed since the proposal was made, none is
    taken over and the sentence names it, so that no half plan comes into force.
    """
    chosen = _open_changes(proposal, change_ids, by)
    tasks = _locked_tasks(chosen)
    moved = [c for c in chosen if _has_moved_on(c, tasks[c.task_id])]
    if moved:
        names = ", ".join(f"“{tasks[c.task_id].title}”" for c in moved[:3])
        more = f" and {len(moved) - 3} more" if len(moved) > 3 else ""
        raise PlanMovedOn(
            f"{names}{more} changed since this proposal was made. Leave them out or "
            "propose again."
        )
    changes = []
    for change in chosen:
        changes += put_in_plan(
            task=tasks[change.task_id],
            people=change.people_after,
            start=change.start_after,
            end=change.end_after,
            at=at,
        )
    _decide(chosen, ProposedChange.Decision.ACCEPTED, by, at)
    activity.record(
        by=by,
        verb="plan.accepted",
        subject=proposal,
        at=at,
        audience=activity.team(proposal.team_id),
        changes=changes,
        details={"accepted": len(chosen)},
    )
    return len(chosen)


@transaction.atomic
def refuse_changes(
    *, proposal: Proposal, change_ids: Collection[int] | None, by: Any, at: datetime
) -> int:
    """Leave the chosen tasks (None: all) as they are."""
    chosen = _open_changes(proposal, change_ids, by)
    _decide(chosen, ProposedChange.Decision.REFUSED, by, at)
    activity.record(
        by=by,
        verb="plan.refused",
        subject=proposal,
        at=at,
        audience=activity.team(proposal.team_id),
        details={"refused": len(chosen)},
    )
    return len(chosen)


def _open_changes(
    proposal: Proposal, change_ids: Collection[int] | None, by: Any
) -> list[ProposedChange]:
    if not can_decide_on(by, proposal):
        raise PermissionDenied
    rows = ProposedChange.objects.select_for_update().filter(
        proposal=proposal, decision=ProposedChange.Decision.OPEN
    )
    # Thousands may be chosen at once: more than a query takes as a list of ids.
    wanted = None if change_ids is None else set(change_ids)
    chosen = [row for row in rows.order_by("pk") if wanted is None or row.pk in wanted]
    if not chosen:
        raise NothingChosen("None of these changes is still open.")
    return chosen


def _locked_tasks(changes: list[ProposedChange]) -> dict[int, Task]:
    ids = sorted(change.task_id for change in changes)
    found = {}
    for first in range(0, len(ids), 5_000):
        rows = Task.objects.select_for_update(of=("self",)).select_related("project")
        for task in rows.filter(pk__in=ids[first : first + 5_000]).order_by("pk"):
            found[task.pk] = task
    return found


def _has_moved_on(change: ProposedChange, task: Task) -> bool:
    people = Contributor.objects.filter(task=task).values_list("person_id", flat=True)
    return (
        not task.is_open
        or sorted(people) != sorted(change.people_before)
        or (task.planned_start, task.planned_end)
        != (change.start_before, change.end_before)
        or _is_locked_against(change)
    )


def _is_locked_against(change: ProposedChange) -> bool:
    lock = PlanLock.objects.filter(task_id=change.task_id).first()
    if lock is None:
        return False
    people = sorted(change.people_before) != sorted(change.people_after)
    start = change.start_before != change.start_after
    return (lock.keeps_people and people) or (lock.keeps_start and start)


def _decide(chosen: list[ProposedChange], decision: str, by: Any, at: datetime) -> None:
    for change in chosen:
        change.decision, change.decided_by, change.decided_at = decision, by, at
    ProposedChange.objects.bulk_update(
        chosen, ["decision", "decided_by", "decided_at"], batch_size=500
    )
