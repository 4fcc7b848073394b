"""The planner: from a problem to the best plan found and a proof of how good it is."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace

from .compiled import Compiled
from .counted import Watched
from .cycles import follows_of, has_cycle
from .in_order import solve_in_order
from .infeasible import cycle_among
from .loading import loading
from .objective import SCALE
from .phases import search_all, unplaced_of
from .problem import Assignment, Problem
from .result import Aim, Conflict, Progress, Result, Status, Unplaced
from .run import OnProgress, Run
from .stop import Clock, Stop, monotonic
from .verify import verify
from .without_people.tasks import is_mixed, is_without_people


def solve(
    problem: Problem,
    *,
    stop: Stop,
    seed: int,
    start_from: Sequence[Assignment] | None = None,
    on_progress: OnProgress | None = None,
    workers: int | None = None,
    clock: Clock = monotonic,
) -> Result:
    """Plan who does what and when.

    Compiles the problem, makes plans by several priority rules, improves the best by
    CP-SAT (small problems) and by ruin and recreate until ``stop`` says so, and proves
    a lower bound on the way.

    Parameters
    ----------
    problem
        What is to be planned.
    stop
        Asked again and again; the first plan is always finished. The solver stops by
        itself when the plan is proven optimal.
    seed
        Same problem, seed and a ``MaxIterations`` stop give the same plan; with other
        rules beside it as long as ``Result.repeatable``.
    start_from
        A plan to begin with; a sound one is never made worse. Without one, the plan
        in force is begun with: its order, and its teams where they still fit.
    on_progress
        Called with each phase and better plan, from the calling thread.
    workers
        Threads of CP-SAT; all cores, at most 8, when None.
    clock
        Monotonic seconds, for ``Result.seconds`` only.

    Returns
    -------
    Result
        Its plan has passed ``verify``.

    Raises
    ------
    AssertionError
        The plan found breaks a rule: a mistake in the planner, never in the problem.
    """
    began, rule = clock(), Watched(stop)
    cores = workers or min(8, os.cpu_count() or 1)
    follows = follows_of(problem)
    if has_cycle(follows):
        told = on_progress or (lambda _: None)
        result = _going_round(problem, follows, rule, told, clock, began)
        return replace(result, repeatable=rule.repeatable)
    found = _by_resources(problem, rule, seed, cores, clock, on_progress, start_from)
    if found is not None:
        found = told_in_order(problem, found)
    elif problem.order:
        found = solve_in_order(
            problem,
            stop=rule,
            seed=seed,
            workers=cores,
            clock=clock,
            on_progress=on_progress,
            start_from=start_from,
        )
    else:
        run = Run(Compiled(problem), rule, seed, cores, on_progress)
        found = _planned(run, start_from, clock, began)
    result = replace(found, repeatable=rule.repeatable)
    broken = verify(problem, result)
    assert not broken, f"the plan found is not allowed: {broken[:3]}"
    return result


def _planned(
    run: Run, start_from: Sequence[Assignment] | None, clock: Clock, began: float
) -> Result:
    run.enter("compile")
    run.should_stop()  # so that time is counted from here
    conflict = search_all(run, start_from)
    run.enter("done")
    return _result(run, conflict, clock() - began)


def _going_round(
    problem: Problem,
    follows: list[list[int]],
    stop: Stop,
    told: OnProgress,
    clock: Clock,
    began: float,
) -> Result:
    looking = Progress(phase="conflict", total=1)
    stop(looking)  # so that time is counted from here
    told(looking)
    conflict = cycle_among(problem, follows, lambda: stop(looking))
    told(Progress(phase="done"))
    return Result(status="INFEASIBLE", conflict=conflict, seconds=clock() - began)


def told_in_order(problem: Problem, result: Result) -> Result:
    """Tell the aims of a plan whose points are those of a strict order."""
    if not problem.order or result.objective is None:
        return result
    terms, proven = (
        {each.name: each for each in result.terms},
        result.status == "OPTIMAL",
    )
    aims = (terms[aim] for aim in problem.order)
    return replace(
        result,
        objective=sum(each.points for each in result.terms),
        bound=None,
        gap=None,
        aims=tuple(
            Aim(
                name=each.name,
                amount=each.amount,
                bound=each.amount if proven else 0.0,
                unit=each.unit,
                proven=proven,
            )
            for each in aims
        ),
    )


def _by_resources(
    problem: Problem,
    stop: Stop,
    seed: int,
    workers: int,
    clock: Clock,
    on_progress: OnProgress | None,
    start_from: Sequence[Assignment] | None,
) -> Result | None:
    """Plan where modes or resources matter; None where they do not."""
    if is_without_people(problem) and not problem.order:
        stop(Progress(phase="compile"))  # so that loading the kernel counts
        with loading:
            from .without_people.solving import solve_without_people

        return solve_without_people(
            problem,
            stop=stop,
            seed=seed,
            workers=workers,
            clock=clock,
            on_progress=on_progress,
            start_from=start_from,
        )
    if is_mixed(problem) or (problem.order and is_without_people(problem)):
        from .mixed.solving import solve_mixed

        return solve_mixed(
            problem, stop=stop, seed=seed, clock=clock, on_progress=on_progress
        )
    return None


def _result(run: Run, conflict: Conflict | None, seconds: float) -> Result:
    if conflict is not None:
        return Result(status="INFEASIBLE", conflict=conflict, seconds=seconds)
    if run.best is None or run.value is None or run.bound is None:
        lost = tuple(
            run.compiled.unplaceable.get(n)
            or Unplaced(task=task.id, reason="hard_limits_not_met")
            for n, task in enumerate(run.compiled.tasks)
        )
        return Result(status="STOPPED", unplaced=lost, seconds=seconds)
    points = run.value[1]
    bound = min(run.bound, points)
    status: Status = "OPTIMAL" if run.is_optimal() else "FEASIBLE"
    return Result(
        status=status,
        objective=points / SCALE,
        bound=bound / SCALE,
        gap=(points - bound) / points if points else 0.0,
        seconds=seconds,
        assignments=run.best.assignments(run.compiled),
        unplaced=unplaced_of(run.compiled, run.best),
        terms=run.objective.terms(run.objective.amounts(run.best)),
    )
