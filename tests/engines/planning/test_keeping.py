"""After an event little changes, and what a second core finds is allowed as well."""

import random
import threading
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from bench.planning.organizations import agency
from bench.replan import DAY, happen, without
from quarterdeck.engines.planning import (
    Assignment,
    MaxIterations,
    MaxSeconds,
    Problem,
    Result,
    solve,
    verify,
)
from quarterdeck.engines.planning.compiled import Compiled
from quarterdeck.engines.planning.keeping import offer_given
from quarterdeck.engines.planning.run import Run


@cache
def in_force() -> Problem:
    """Sixty tasks with a plan that is in force."""
    problem = agency(60, 12, 3)
    result = solve(problem, stop=MaxIterations(60), seed=1, workers=1)
    return replace(problem, current=result.assignments)


def changed(problem: Problem, plan: Sequence[Assignment]) -> set[str]:
    """Give the tasks whose people are others now."""
    old = {each.task: set(each.people) for each in problem.current}
    new = {each.task: set(each.people) for each in plan}
    return {each for each in old if old[each] != new[each]}


def again(problem: Problem) -> Result:
    result = solve(problem, stop=MaxIterations(12), seed=2, workers=1)
    assert verify(problem, result) == ()
    return result


def test_when_somebody_leaves_others_keep_their_tasks() -> None:
    problem = in_force()
    who = max(
        problem.people,
        key=lambda each: sum(each.id in a.people for a in problem.current),
    )
    gone = without(who, 0, problem.horizon)
    people = tuple(gone if each is who else each for each in problem.people)
    after = replace(problem, people=people)
    theirs = {each.task for each in problem.current if who.id in each.people}
    run = Run(Compiled(after), MaxIterations(1), 1, 1, None)
    run.prepare()
    offer_given(run, after.current)
    assert run.best is not None and run.value is not None
    assert run.value[0] == 0  # all of it is done, by others
    result = run.best.assignments(run.compiled)
    assert verify(after, result) == ()
    found = changed(after, result)
    assert theirs <= found
    assert len(found - theirs) <= len(problem.tasks) // 3


def test_an_urgent_task_takes_nobody_off_much_else() -> None:
    problem = in_force()
    like = next(task for task in problem.tasks if task.effort > 8)
    urgent = replace(like, id="urgent", priority=9, deadline=6 * DAY)
    after = replace(problem, tasks=(*problem.tasks, urgent))
    assert len(changed(after, again(after).assignments)) <= 3


def test_a_plan_that_fits_stays() -> None:
    problem = in_force()
    assert len(changed(problem, again(problem).assignments)) <= 1


def test_same_seed_same_plan_after_each_kind_of_event() -> None:
    for number in range(4):
        _, after = happen(in_force(), random.Random(number), number)

        def plan(problem: Problem = after) -> tuple[Assignment, ...]:
            return solve(problem, stop=MaxIterations(9), seed=1).assignments

        assert plan() == plan()


def test_two_cores_search_and_stop_together() -> None:
    problem = agency(500, 60, 4)
    before = threading.active_count()
    result = solve(problem, stop=MaxSeconds(0.4), seed=1, workers=2)
    assert verify(problem, result) == ()
    assert threading.active_count() == before
