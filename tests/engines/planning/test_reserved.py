"""No plan ends before what is reserved for some people can be done."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quarterdeck.engines.planning import (
    Dependency,
    MaxIterations,
    Need,
    Person,
    Problem,
    Task,
    reserved,
    solve,
)
from quarterdeck.engines.planning.bounds import Bounds
from quarterdeck.engines.planning.compiled import Compiled
from quarterdeck.engines.planning.objective import Objective
from quarterdeck.engines.planning.reserved import reserved_end, tails_of

from .instances import FINISH, problems

LENIENT = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


def bound_of(problem: Problem) -> int:
    compiled = Compiled(problem)
    return reserved_end(compiled, Bounds(compiled, Objective(compiled)))


@LENIENT
@given(problems(most_tasks=6), st.integers(0, 3))
def test_no_plan_ends_earlier(problem: Problem, seed: int) -> None:
    problem = replace(problem, weights=FINISH, current=())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reserved, "bound_end", lambda run: None)
        result = solve(problem, stop=MaxIterations(50), seed=seed, workers=1)
    if result.assignments and not result.unplaced:
        assert bound_of(problem) <= max(each.end for each in result.assignments)


@LENIENT
@given(problems(most_tasks=6))
def test_after_a_task_come_its_tails(problem: Problem) -> None:
    compiled = Compiled(replace(problem, weights=FINISH, current=()))
    result = solve(compiled.problem, stop=MaxIterations(2), seed=1, workers=1)
    if not result.assignments or result.unplaced:
        return
    last = max(each.end for each in result.assignments)
    tails = tails_of(compiled)
    for each in result.assignments:
        assert each.end + tails[compiled.task_number[each.task]] <= last


def made(*tasks: Task, **links: str) -> Problem:
    """Anna can do x, Ben y, Cleo both and z; Dan can do none of these."""
    skills = {"anna": "x", "ben": "y", "cleo": "xyz", "dan": "w"}
    return Problem(
        horizon=100,
        slot_minutes=60,
        people=tuple(
            Person(
                id=name,
                working=((0, 100),),
                skills=tuple((each, 1) for each in held),
            )
            for name, held in skills.items()
        ),
        tasks=tasks,
        dependencies=tuple(
            Dependency(before=before, after=after) for before, after in links.items()
        ),
        weights=FINISH,
    )


def one(name: str, effort: int, skill: str, release: int = 0) -> Task:
    return Task(
        id=name, effort=effort, needs=(Need(skill=skill, level=1),), release=release
    )


def test_two_sets_have_more_to_do_together_than_each_of_them() -> None:
    problem = made(one("a", 7, "x"), one("b", 9, "x"), one("c", 17, "y"))
    compiled = Compiled(problem)
    # 8 for Anna and Cleo, 9 for Ben and Cleo, but 11 for the three
    assert max(Bounds(compiled, Objective(compiled))._energy_ends()) == 9
    assert bound_of(problem) == 11


def test_what_begins_late_and_what_follows_count() -> None:
    late = made(one("a", 3, "z", 5), one("b", 4, "z", 6), one("c", 2, "z"))
    assert bound_of(late) == 12
    followed = made(one("a", 3, "z"), one("b", 4, "z"), one("c", 5, "y"), a="c", b="c")
    assert bound_of(followed) == 12


def test_several_people_for_a_task_work_as_much_each() -> None:
    both = Task(id="a", effort=6, needs=(Need(skill="x", level=1, count=2),))
    assert bound_of(made(both, one("b", 5, "z"))) == 9
