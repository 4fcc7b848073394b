"""Progress moves: a goal and everything it adds to, in one transaction."""

from collections import deque
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import transaction

from quarterdeck.domains.organization.models import Organization

from ..models import Goal, GoalLink
from ..queries.parts import ingredients_of


def take_turns() -> None:
    """Let one roll-up happen at a time.

    Two at once could each miss what the other just moved, or close a circle between
    them. Taken before any goal is locked, so that nobody waits crosswise.
    """
    rows = Organization.objects.select_for_update().filter(pk=1)
    list(rows.values_list("pk"))


@transaction.atomic
def record_progress(
    *,
    goal_id: int,
    done_hours: float,
    total_hours: float,
    unestimated: int,
    at: datetime,
) -> None:
    """Take the hours of work below a goal, as the projects above it tell them."""
    take_turns()
    told = {
        "work_done_hours": done_hours,
        "work_total_hours": total_hours,
        "work_unestimated": unestimated,
    }
    rows = Goal.objects.filter(pk=goal_id)
    if rows.exclude(**told).update(**told):
        roll_up([goal_id], at=at)


@transaction.atomic
def recompute_all(*, at: datetime) -> int:
    """Recompute every goal from scratch; return how many stood wrong."""
    take_turns()
    return roll_up(Goal.objects.order_by("pk").values_list("pk", flat=True), at=at)


def roll_up(goal_ids: Iterable[int], *, at: datetime) -> int:
    """Recompute these goals and all they add to; return how many moved."""
    above = _links_above(goal_ids)
    goals = {goal.pk: goal for part in _batches(above) for goal in _read(part)}
    ingredients = ingredients_of(goals.values())
    fresh: dict[int, float | None] = {}
    moved = []
    for goal_id in _children_first(above):
        goal = goals[goal_id]
        fresh[goal_id] = ingredients.roll_up(goal, fresh).progress
        if goal.progress != fresh[goal_id]:
            goal.progress, goal.progress_at = fresh[goal_id], at
            moved.append(goal)
    Goal.objects.bulk_update(moved, ["progress", "progress_at"], batch_size=200)
    return len(moved)


def _links_above(goal_ids: Iterable[int]) -> dict[int, set[int]]:
    """Return, for these goals and all that moves with them, what each adds to.

    A goal that is not computed from goals stands still, and all above it through it.
    """
    above: dict[int, set[int]] = {goal_id: set() for goal_id in goal_ids}
    front = list(above)
    while front:
        rows = [pair for part in _batches(front) for pair in _moving_links(part)]
        front = []
        for child_id, parent_id in rows:
            above[child_id].add(parent_id)
            if parent_id not in above:
                above[parent_id] = set()
                front.append(parent_id)
    return above


def _moving_links(goal_ids: list[int]) -> list[tuple[int, int]]:
    rows = GoalLink.objects.filter(
        child_id__in=goal_ids, parent__formula=Goal.Formula.GOALS
    )
    return list(rows.values_list("child_id", "parent_id"))


def _children_first(above: dict[int, set[int]]) -> Iterator[int]:
    """Yield every goal after all goals that add to it."""
    waiting = dict.fromkeys(above, 0)
    for parents in above.values():
        for parent_id in parents:
            waiting[parent_id] += 1
    ready = deque(goal_id for goal_id, count in waiting.items() if not count)
    while ready:
        goal_id = ready.popleft()
        yield goal_id
        for parent_id in above[goal_id]:
            waiting[parent_id] -= 1
            if not waiting[parent_id]:
                ready.append(parent_id)


def _read(goal_ids: list[int]) -> Iterable[Goal]:
    return Goal.objects.select_related("closure").filter(pk__in=goal_ids)


def _batches(ids: Iterable[int], size: int = 500) -> Iterator[list[int]]:
    whole = list(ids)
    return (whole[i : i + size] for i in range(0, len(whole), size))
