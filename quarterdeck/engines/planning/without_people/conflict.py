"""A smallest set of requirements that cannot hold together, by deletion in halves."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..problem import Problem
from ..relax import relax, requirements
from ..result import Conflict, ConflictItem, Unplaced
from .exact import Model
from .given_starts import clash
from .search import Search
from .tasks import Tasks

CHECK_SECONDS = 2.0  # of CP-SAT's own deterministic time


def clashing(problem: Problem) -> Conflict | None:
    """Name tasks that stand at their starts and take too much of a resource together."""
    named = {problem.tasks[number].id for number in clash(Tasks(problem))}
    items = tuple(
        item
        for item in requirements(problem)
        if item.kind in ("lock_start", "started") and named.issuperset(item.tasks)
    )
    return Conflict(items=items, remedies=_remedies(problem, items)) if items else None


def required(problem: Problem, lost: dict[int, Unplaced]) -> Conflict | None:
    """Name a task that no plan can hold although it is locked or has a hard date."""
    for number in lost:
        task = problem.tasks[number]
        for item in requirements(problem):
            kinds = ("lock_start", "started", "deadline")
            if item.tasks == (task.id,) and item.kind in kinds:
                return Conflict(items=(item,), remedies=(0,))
    return None


def smallest(problem: Problem, should_stop: Callable[[], bool]) -> Conflict:
    """Drop requirements in parts, as long as the rest still cannot be met."""
    items, minimal = requirements(problem), True
    kept: list[ConflictItem] = []
    dropped: list[ConflictItem] = []
    parts = [items] if items else []
    while parts:
        part = parts.pop()
        if should_stop():
            minimal = False
            kept += part
            continue
        possible = is_possible(relax(problem, [*dropped, *part]))
        minimal = minimal and possible is not None
        if possible is False:
            dropped += part
        elif len(part) == 1:
            kept += part
        else:
            middle = len(part) // 2
            parts += [part[middle:], part[:middle]]
    found = tuple(kept)
    return Conflict(items=found, minimal=minimal, remedies=_remedies(problem, found))


def _remedies(problem: Problem, items: Sequence[ConflictItem]) -> tuple[int, ...]:
    """Give the items of which giving up one is enough for everything."""
    return tuple(
        number
        for number, item in enumerate(items[:10])
        if is_possible(relax(problem, [item]))
    )


def is_possible(problem: Problem) -> bool | None:
    """Say whether all tasks can be placed, None when that is not known."""
    from ortools.sat.python import cp_model

    tasks = Tasks(problem)
    if len(tasks.order) < tasks.size or tasks.unplaceable:
        return False
    search = Search(problem, lambda _: False, 0, 1, None)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_deterministic_time = CHECK_SECONDS
    solver.parameters.stop_after_first_solution = True
    status = solver.solve(Model(search, problem.horizon).cp)
    if status == cp_model.INFEASIBLE:
        return False
    return True if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) else None
