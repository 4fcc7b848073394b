"""Improves small plans by CP-SAT, and proves how good they are."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import partial

from .model import Model, TooLarge
from .model_capacity import add_capacity
from .model_objective import add_objective, hold
from .model_values import hint, read
from .objective import Amounts
from .plan import Plan
from .run import Run
from .search import improve, step
from .solver_thread import Solution, SolverThread

MOST_TASKS = 400
MOST_PAIRS = 12_000
SEARCH_FIRST, FEW_TO_ORDER = 30, 60
FEW, STEPS_A_SECOND, TEAMS_FIRST, ALONE_FIRST = 30, 100, 0.6, 0.6
# where steps are counted CP-SAT is alone on its core; above so many tasks the search
# makes more of them
COUNTED_TASKS, COUNTED_SHARE, COUNTED_LEAST = 100, 0.25, 20
DEAR = 5  # of the processor's seconds to one that CP-SAT counts


def improve_exactly(run: Run) -> None:
    """Run CP-SAT from the best plan until the stop; larger problems are left alone.

    Plans that leave out a task that could be placed are not modelled.
    """
    if not _is_small(run):
        return
    improve(run, _first_steps(run))
    if run.best is None or run.value is None or run.should_stop():
        return
    if run.value[0] != len(run.compiled.unplaceable):
        return
    limit = _limit(run)
    run.enter("exact")
    model = _model(run, limit)
    if model is None:
        return
    steps = _steps_of_solver(run)
    thread = SolverThread(
        model.cp,
        partial(read, model),
        seed=run.seed,
        workers=max(1, run.workers - 1),  # one searches beside
        steps=steps,
    )
    offset = _offset(run)

    def on_bound(points: float) -> None:
        if model.complete:
            # CP-SAT tells whole numbers as floats; beyond 2**53 they are not exact
            safe = points - (0.01 if points < 2**46 else points * 1e-12)
            found = math.ceil(safe) * model.unit + offset
            run.raise_bound(min(found, _beyond(run, limit)))

    def on_solution(solution: Solution) -> None:
        run.done += 1
        _offer(run, solution)

    def meanwhile() -> None:
        step(run, run.search)

    beside = meanwhile if steps is None and run.workers > 1 else None
    status = thread.run(run.should_stop, on_solution, on_bound, beside)
    if status in ("OPTIMAL", "FEASIBLE") and thread.bound is not None:
        on_bound(thread.bound)
    _charge(run, thread.spent)
    run.exhausted = status == "OPTIMAL" and model.complete


def _first_steps(run: Run) -> int:
    """Give how long to search before CP-SAT begins."""
    allowed, first = run.steps_allowed, _usual_steps(run)
    if allowed is None:
        return first
    if run.stage is not None and len(run.compiled.tasks) > FEW_TO_ORDER:
        return 2 * allowed // 3  # what is held is found again by searching
    return min(first, allowed // 4)


def _usual_steps(run: Run) -> int:
    """Give how long to search where time is no matter.

    Where the finish alone counts, and many tasks take teams or everybody works alone, it
    finds nothing better, and comes late, to prove.
    """
    compiled = run.compiled
    tasks, seconds = len(compiled.tasks), run.seconds_allowed or 10.0
    if tasks > FEW and run.search.anneals:
        return int(STEPS_A_SECOND * ALONE_FIRST * seconds)
    if tasks > FEW and run.search.breeds and sum(compiled.heads) > 2 * tasks:
        return int(STEPS_A_SECOND * (TEAMS_FIRST * seconds if seconds > 4 else 1e6))
    return min(SEARCH_FIRST, 2 + tasks // 5)


def _steps_of_solver(run: Run) -> int | None:
    """Give hundredths of CP-SAT's own seconds; what it does not need the search has."""
    if run.steps_allowed is None:
        return None
    left = run.steps_allowed - run.iterations
    return max(COUNTED_LEAST, int(COUNTED_SHARE * left / DEAR))


def _charge(run: Run, spent: float) -> None:
    """Count what CP-SAT took as steps, where steps are counted."""
    if run.steps_allowed is not None:
        left = max(0, run.steps_allowed - run.iterations)
        run.iterations += min(left, math.ceil(spent * DEAR * STEPS_A_SECOND))


def _is_small(run: Run) -> bool:
    compiled = run.compiled
    most = MOST_TASKS if run.steps_allowed is None else COUNTED_TASKS
    if len(compiled.tasks) > most:
        return False
    return sum(mask.bit_count() for mask in compiled.union) <= MOST_PAIRS


def _limit(run: Run) -> int:
    """Give a slot by which the best plan surely ends, a tenth and a week of air."""
    assert run.best is not None
    if run.stage is not None and not run.objective.price.makespan:
        return min(run.compiled.horizon, run.stage.held.get("makespan", 10**9))
    week = 7 * 1440 // run.compiled.problem.slot_minutes
    makespan = max([*run.best.end, 0])
    return min(run.compiled.horizon, makespan + makespan // 10 + week)


def _beyond(run: Run, limit: int) -> int:
    """Bound the points of plans that end after the limit and so are not modelled."""
    held = run.stage.held.get("makespan", 10**9) if run.stage else 10**9
    if limit >= min(run.compiled.horizon, held):
        return 10**30
    amounts = run.bounds.amounts
    return run.objective.points(
        amounts._replace(makespan=max(amounts.makespan, limit + 1))
    )


def _model(run: Run, limit: int) -> Model | None:
    assert run.best is not None
    tasks = [n for n, start in enumerate(run.best.start) if start >= 0]
    try:
        ends = run.bounds.ends
        model = Model(run.compiled, tasks, limit, ends, run.best, run.should_stop)
        add_capacity(model)
        add_objective(model, run.objective, run.bounds)
        if run.stage is not None:
            hold(model, run.objective, run.bounds, _left(run, run.stage.held))
    except TooLarge:
        return None
    hint(model, run.best)
    return model


def _offset(run: Run) -> int:
    """Points of tasks that no plan can hold; the model does not see them."""
    return run.objective.points(_lost(run))


def _left(run: Run, held: Mapping[str, int]) -> dict[str, int]:
    """Give what is left of held amounts for the tasks that are modelled."""
    lost = _lost(run)
    return {aim: most - getattr(lost, aim) for aim, most in held.items()}


def _lost(run: Run) -> Amounts:
    objective, tasks = run.objective, run.compiled.tasks
    lost = run.compiled.unplaceable
    horizon = run.compiled.horizon
    late = finish = changes = 0
    for number in lost:
        task = tasks[number]
        finish += task.priority * horizon
        if task.deadline is not None:
            late += task.priority * max(0, horizon - task.deadline)
        if number in objective.current:
            changes += len(objective.current[number][0]) + 1
    return Amounts(late, finish, 0, 0, 0, 0, changes, len(lost))


def _offer(run: Run, solution: Solution) -> None:
    """Offer a solution, and the plan that comes of moving it to the left."""
    plan = Plan(len(run.compiled.tasks))
    for number, place in solution.items():
        plan.put(number, *place)
    run.offer(plan)
    keys = [float(start) for start in plan.start]
    moved, sound = run.dispatch.decode(keys, [team or None for team in plan.team])
    if sound:
        run.offer(moved)
