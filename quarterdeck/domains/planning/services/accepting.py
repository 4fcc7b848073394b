"""Take over all, some or none of what a proposal changes. Nothing moves by itself."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.projects.models import Task
from quarterdeck.domains.projects.services import Placed, put_in_plan
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
) -> Activity:
    """Put the chosen tasks (None: all) on their new people and times.

    The act says how many; undoing it opens the changes again. All or nothing: if one
    of them was changed since the proposal was made, none is taken over and the
    sentence names it, so that no half plan comes into force.
    """
    chosen = _open_changes(proposal, change_ids, by)
    tasks = _locked_tasks(chosen)
    locks = _locks_of(chosen)
    moved = [
        c for c in chosen if _has_moved_on(c, tasks[c.task_id], locks.get(c.task_id))
    ]
    if moved:
        names = ", ".join(f"“{tasks[c.task_id].title}”" for c in moved[:3])
        more = f" and {len(moved) - 3} more" if len(moved) > 3 else ""
        raise PlanMovedOn(
            f"{names}{more} changed since this proposal was made. Leave them out or "
            "propose again."
        )
    changes = put_in_plan([_placed(c, tasks[c.task_id]) for c in chosen], at=at)
    _decide(chosen, ProposedChange.Decision.ACCEPTED, by, at)
    return activity.record(
        by=by,
        verb="plan.accepted",
        subject=proposal,
        at=at,
        audience=activity.team(proposal.team_id),
        changes=changes,
        details={"accepted": len(chosen)},
    )


@transaction.atomic
def reopen_accepted(*, act_id: int) -> None:
    """Open the changes of an acceptance that was undone; that act is recorded already."""
    act = Activity.objects.get(pk=act_id)
    ProposedChange.objects.filter(
        proposal_id=act.subject_id or 0,
        decision=ProposedChange.Decision.ACCEPTED,
        decided_by_id=act.actor_id,
        decided_at=act.at,
    ).update(decision=ProposedChange.Decision.OPEN, decided_by=None, decided_at=None)


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
    rows = Task.objects.select_for_update(of=("self",)).select_related("project")
    rows = rows.prefetch_related("contributors").order_by("pk")
    return {
        task.pk: task
        for ids in _batches(change.task_id for change in changes)
        for task in rows.filter(pk__in=ids)
    }


def _locks_of(changes: list[ProposedChange]) -> dict[int, PlanLock]:
    return {
        lock.task_id: lock
        for ids in _batches(change.task_id for change in changes)
        for lock in PlanLock.objects.filter(task_id__in=ids)
    }


def _has_moved_on(change: ProposedChange, task: Task, lock: PlanLock | None) -> bool:
    people = sorted(c.person_id for c in task.contributors.all())
    return (
        not task.is_open
        or people != sorted(change.people_before)
        or (task.planned_start, task.planned_end)
        != (change.start_before, change.end_before)
        or (lock is not None and _is_against(change, lock))
    )


def _is_against(change: ProposedChange, lock: PlanLock) -> bool:
    people = sorted(change.people_before) != sorted(change.people_after)
    start = change.start_before != change.start_after
    return (lock.keeps_people and people) or (lock.keeps_start and start)


def _placed(change: ProposedChange, task: Task) -> Placed:
    return Placed(task, change.people_after, change.start_after, change.end_after)


def _decide(chosen: list[ProposedChange], decision: str, by: Any, at: datetime) -> None:
    for ids in _batches(change.pk for change in chosen):
        ProposedChange.objects.filter(pk__in=ids).update(
            decision=decision, decided_by=by, decided_at=at
        )


def _batches(ids: Iterable[int]) -> Iterator[list[int]]:
    """A database takes only so many ids at once."""
    ordered = sorted(ids)
    for first in range(0, len(ordered), 5_000):
        yield ordered[first : first + 5_000]
