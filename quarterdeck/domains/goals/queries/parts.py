"""What a goal's progress is made of. The page and the roll-up read the same parts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..models import Goal, GoalClosure, GoalLink, KeyResult
from ..rules import Part, RollUp, from_parts, from_work, key_result_progress


@dataclass(frozen=True)
class ChildPart:
    """A goal that adds to another, as it stands now."""

    goal_id: int
    title: str
    weight: float
    progress: float | None
    outcome: str | None


@dataclass(frozen=True)
class Ingredients:
    """The parts of some goals, by goal."""

    key_results: dict[int, list[Part]] = field(default_factory=dict)
    children: dict[int, list[ChildPart]] = field(default_factory=dict)

    def roll_up(self, goal: Goal, fresh: Mapping[int, float | None]) -> RollUp:
        """Roll one goal up; `fresh` holds what was recomputed a moment ago."""
        closure = getattr(goal, "closure", None)
        if closure is not None and closure.outcome == GoalClosure.Outcome.REACHED:
            return RollUp(goal.formula, 1.0, reached=True)
        if goal.formula == Goal.Formula.WORK:
            return from_work(
                goal.work_done_hours, goal.work_total_hours, goal.work_unestimated
            )
        if goal.formula == Goal.Formula.KEY_RESULTS:
            return from_parts(goal.formula, self.key_results.get(goal.pk, []))
        rows = self.children.get(goal.pk, [])
        parts = [
            Part(row.title, row.weight, fresh.get(row.goal_id, row.progress))
            for row in rows
            if row.outcome != GoalClosure.Outcome.DROPPED
        ]
        return from_parts(goal.formula, parts, dropped=len(rows) - len(parts))


def ingredients_of(goals: Iterable[Goal]) -> Ingredients:
    """Read the parts of these goals: two queries, or two for every 500 goals."""
    by_formula: dict[str, list[int]] = {}
    for goal in goals:
        by_formula.setdefault(goal.formula, []).append(goal.pk)
    found = Ingredients()
    for ids in _batches(by_formula.get(Goal.Formula.KEY_RESULTS, [])):
        _read_key_results(ids, found)
    for ids in _batches(by_formula.get(Goal.Formula.GOALS, [])):
        _read_children(ids, found)
    return found


def roll_up_of(goal: Goal) -> RollUp:
    """Return the roll-up of one goal as its page tells it."""
    return ingredients_of([goal]).roll_up(goal, {})


def _batches(ids: list[int], size: int = 500) -> Iterable[list[int]]:
    return (ids[i : i + size] for i in range(0, len(ids), size))


def _read_key_results(goal_ids: list[int], found: Ingredients) -> None:
    rows = KeyResult.objects.filter(goal_id__in=goal_ids, removed_at__isnull=True)
    for row in rows:
        share = key_result_progress(row.start, row.target, row.current)
        part = Part(row.title, float(row.weight), share)
        found.key_results.setdefault(row.goal_id, []).append(part)


def _read_children(goal_ids: list[int], found: Ingredients) -> None:
    rows = GoalLink.objects.filter(parent_id__in=goal_ids).order_by("id")
    values = rows.values_list(
        "parent_id",
        "child_id",
        "child__title",
        "weight",
        "child__progress",
        "child__closure__outcome",
    )
    for parent_id, child_id, title, weight, progress, outcome in values:
        child = ChildPart(child_id, title, float(weight), progress, outcome)
        found.children.setdefault(parent_id, []).append(child)
