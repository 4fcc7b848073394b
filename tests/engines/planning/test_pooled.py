"""The pool's bound is a bound, and tells more than the critical path where few must do much."""

import pytest
from hypothesis import HealthCheck, given, settings

from bench.planning.organizations import agency
from quarterdeck.engines.planning import (
    MaxIterations,
    Person,
    Problem,
    Task,
    Weights,
    solve,
)
from quarterdeck.engines.planning.bounds import Bounds
from quarterdeck.engines.planning.compiled import Compiled
from quarterdeck.engines.planning.objective import Objective
from quarterdeck.engines.planning.pooled import pooled_finish

from .instances import problems


def pooled(problem: Problem) -> tuple[int, Bounds]:
    compiled = Compiled(problem)
    bounds = Bounds(compiled, Objective(compiled))
    return pooled_finish(compiled, bounds.starts, bounds.ends), bounds


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(problems())
def test_no_plan_of_all_tasks_is_below_it(problem: Problem) -> None:
    result = solve(problem, stop=MaxIterations(12), seed=1, workers=1)
    if result.status not in ("OPTIMAL", "FEASIBLE") or result.unplaced:
        return
    priority = {task.id: task.priority for task in problem.tasks}
    finishes = sum(priority[each.task] * each.end for each in result.assignments)
    assert pooled(problem)[0] <= finishes


@pytest.mark.parametrize(("priorities", "least"), [((1, 1, 1), 12), ((3, 1, 2), 20)])
def test_one_person_is_bounded_exactly(priorities: tuple[int, ...], least: int) -> None:
    tasks = tuple(
        Task(id=f"t{n}", effort=2, priority=each) for n, each in enumerate(priorities)
    )
    problem = Problem(
        horizon=40,
        slot_minutes=60,
        people=(Person(id="p", working=((0, 40),)),),
        tasks=tasks,
        weights=Weights(lateness=0, makespan=0, even_load=0, growth=0, stability=0),
    )
    assert pooled(problem)[0] == least
    assert solve(problem, stop=MaxIterations(20), seed=1, workers=1).status == "OPTIMAL"


def test_a_busy_organization_is_bounded_better() -> None:
    found, bounds = pooled(agency(400, 30, 1))
    assert found > 1.05 * bounds.amounts.priority_finish
