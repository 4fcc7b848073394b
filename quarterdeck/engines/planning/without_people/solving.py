"""From a problem without people to the best plan found and a proof of how good it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ..objective import SCALE
from ..problem import Assignment, Problem
from ..result import Conflict, Progress, Result, Status, Unplaced
from ..stop import Clock, Stop
from ..verify import verify
from .conflict import clashing, required, smallest
from .islands import Islands
from .proof import Proof
from .search import Search
from .tasks import Tasks

OnProgress = Callable[[Progress], None]


def solve_without_people(
    problem: Problem,
    *,
    stop: Stop,
    seed: int,
    workers: int,
    clock: Clock,
    on_progress: OnProgress | None = None,
    start_from: Sequence[Assignment] | None = None,
) -> Result:
    """Plan a problem of this kind. See ``solve`` for the parameters."""
    began = clock()
    lost = Tasks(problem).unplaceable
    search = Search(_without(problem, lost), stop, seed, workers, on_progress)
    search.enter("compile")
    if (conflict := clashing(problem)) is not None:
        return _infeasible(conflict, clock() - began)
    stop(search.progress())  # so that time is counted from here
    _look_for(search, start_from, clock)
    search.enter("done")
    return _result(problem, search, lost, clock() - began)


def _without(problem: Problem, lost: dict[int, Unplaced]) -> Problem:
    """Leave out tasks that no plan can hold."""
    if not lost:
        return problem
    gone = {problem.tasks[number].id for number in lost}
    return replace(
        problem,
        tasks=tuple(task for task in problem.tasks if task.id not in gone),
        dependencies=tuple(
            link
            for link in problem.dependencies
            if link.before not in gone and link.after not in gone
        ),
    )


def _look_for(
    search: Search, start_from: Sequence[Assignment] | None, clock: Clock
) -> None:
    islands, proof = Islands(search), Proof(search, clock)
    if start_from is not None:
        _take_given(search, start_from)
    search.enter("search")
    try:
        while True:
            islands.go_on()
            if search.should_stop() or search.impossible:
                return
            proof.consider(islands)
    finally:
        proof.close()
        islands.close()


def _take_given(search: Search, given: Sequence[Assignment]) -> None:
    """Begin with a plan if it is whole and sound."""
    known = [each for each in given if each.task in search.tasks.number]
    if len(known) < search.tasks.size or verify(search.problem, known):
        return
    there = {each.task: each for each in known}
    numbers, tasks = search.tasks.numbers, search.problem.tasks
    if all(there[t.id].mode in n for t, n in zip(tasks, numbers, strict=True)):
        starts = [there[task.id].start for task in tasks]
        modes = [n.index(there[t.id].mode) for t, n in zip(tasks, numbers, strict=True)]
        search.offer((starts, modes))


def _infeasible(conflict: Conflict, seconds: float) -> Result:
    return Result(status="INFEASIBLE", conflict=conflict, seconds=seconds)


def _without_plan(
    problem: Problem, search: Search, lost: dict[int, Unplaced], seconds: float
) -> Result:
    conflict = required(problem, lost)
    if conflict is None and search.impossible:
        conflict = smallest(search.problem, search.is_over)
    if conflict is not None:
        return _infeasible(conflict, seconds)
    left = tuple(
        lost.get(number) or Unplaced(task=task.id, reason="hard_limits_not_met")
        for number, task in enumerate(problem.tasks)
    )
    return Result(status="STOPPED", unplaced=left, seconds=seconds)


def _result(
    problem: Problem, search: Search, lost: dict[int, Unplaced], seconds: float
) -> Result:
    best, value = search.best, search.value
    if best is None or value is None or required(problem, lost):
        return _without_plan(problem, search, lost, seconds)
    placed = search.assignments()
    # with the tasks that no plan can hold, all is measured by the whole problem
    whole = Search(problem, lambda _: True, 0, 1, None) if lost else search
    there = {each.task: each for each in placed}
    starts = [
        there[task.id].start if task.id in there else -1 for task in problem.tasks
    ]
    modes = [
        whole.tasks.numbers[number].index(there[task.id].mode)
        if task.id in there
        else 0
        for number, task in enumerate(problem.tasks)
    ]
    amounts = whole.amounts((starts, modes))
    points = whole.objective.points(amounts)
    bound = min(points, search.bound + points - value[1])
    status: Status = "OPTIMAL" if search.is_optimal() else "FEASIBLE"
    return Result(
        status=status,
        objective=points / SCALE,
        bound=bound / SCALE,
        gap=(points - bound) / points if points else 0.0,
        seconds=seconds,
        assignments=placed,
        unplaced=_left_out(problem, set(there), lost),
        terms=whole.objective.terms(amounts),
    )


def _left_out(
    problem: Problem, there: set[str], lost: dict[int, Unplaced]
) -> tuple[Unplaced, ...]:
    return tuple(
        lost.get(number) or Unplaced(task=task.id, reason="beyond_horizon")
        for number, task in enumerate(problem.tasks)
        if task.id not in there
    )
