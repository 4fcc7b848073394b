"""Plans in which everybody works alone keep the rules, and share the work out evenly."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from quarterdeck.engines.planning import (
    Dependency,
    MaxIterations,
    Need,
    Person,
    Problem,
    Task,
    solve,
    verify,
)
from quarterdeck.engines.planning.alone import Alone, is_alone
from quarterdeck.engines.planning.boards import Search
from quarterdeck.engines.planning.bounds import Bounds
from quarterdeck.engines.planning.compiled import Compiled
from quarterdeck.engines.planning.crowd import Crowd
from quarterdeck.engines.planning.dispatch import Dispatch
from quarterdeck.engines.planning.kernel import alone_sheet as at
from quarterdeck.engines.planning.kernel.alone_ends import over_target, put_back
from quarterdeck.engines.planning.kernel.alone_moves import change, take_back
from quarterdeck.engines.planning.objective import Objective
from quarterdeck.engines.planning.plan import Plan
from quarterdeck.engines.planning.warm import _some_work

from .instances import FINISH, persons
from .uncompiled import printed, printed_uncompiled

HORIZON = 8 * 7 * 20
LENIENT = settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


@st.composite
def alone(draw: st.DrawFn) -> Problem:
    """A few who work alone, mostly at hours of their own; lags, milestones, locks."""
    names = [f"p{n}" for n in range(draw(st.integers(1, 4)))]
    people = tuple(draw(persons(name, HORIZON)) for name in names)
    if draw(st.booleans()):
        people = tuple(replace(each, working=people[0].working) for each in people)
    who = st.sets(st.sampled_from(names), min_size=1)
    tasks = []
    for n in range(draw(st.integers(1, 9))):
        effort = draw(st.sampled_from([0, 1, 2, 3, 5, 9]))
        own = draw(st.sampled_from([(), (), ((names[0], 4),)])) if effort else ()
        tasks.append(
            Task(
                id=f"t{n}",
                effort=effort,
                effort_of=own,
                release=draw(st.sampled_from([0, 0, 5, 30])),
                candidates=tuple(sorted(draw(who))) if draw(st.booleans()) else None,
                locked_people=(names[-1],) if effort and n == 3 and not own else None,
            )
        )
    pairs = draw(st.sets(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=8))
    links = tuple(
        Dependency(
            before=f"t{a}", after=f"t{b}", lag=draw(st.sampled_from([0, 0, 0, 2, 7]))
        )
        for a, b in sorted(pairs)
        if a < b < len(tasks)
    )
    return Problem(
        horizon=HORIZON,
        slot_minutes=60,
        people=people,
        tasks=tuple(
            replace(task, candidates=None) if task.locked_people else task
            for task in tasks
        ),
        dependencies=links,
        weights=FINISH,
    )


def standing(problem: Problem, seed: int = 1) -> tuple[Alone, Plan]:
    """Stand at the plan of the first priority rule."""
    compiled = Compiled(problem)
    assume(is_alone(compiled))
    dispatch = Dispatch(compiled, Objective(compiled))
    search = Search(dispatch, seed)
    assert search.anneals
    plan, sound = search.decode([float(n) for n in range(len(problem.tasks))])
    assume(sound and min(plan.start) >= 0)
    made = Alone(compiled, Bounds(compiled, dispatch.objective).makespan, seed)
    made.start_from(plan)
    return made, plan


@LENIENT
@given(alone(), st.integers(0, 9))
def test_plans_keep_all_rules_and_end_no_later(problem: Problem, seed: int) -> None:
    search, before = standing(problem, seed)
    first = search.plan()
    assert verify(problem, first.assignments(search.compiled)) == ()
    assert max(first.end) <= max(before.end)
    found = search.advance()
    if found is not None:
        assert verify(problem, found.assignments(search.compiled)) == ()
        assert max(found.end) <= max(first.end)
        assert min(found.start) >= 0


@LENIENT
@given(alone(), st.integers(0, 9))
def test_what_is_taken_back_was_never_there(problem: Problem, seed: int) -> None:
    search, _ = standing(problem, seed)
    sheet = search.sheet
    sheet.tally[at.TARGET] = 5
    for number in range(60):
        task, order = sheet.task.copy(), sheet.order.copy()
        if not change(sheet):
            continue
        quick = over_target(sheet, int(sheet.tally[at.FIRST]), np.inf)
        ends = sheet.task[:, at.END].copy()
        assert over_target(sheet, 0, np.inf) == quick
        assert np.array_equal(sheet.task[:, at.END], ends)
        if number % 3 == 0:
            continue  # kept
        sheet.task[:-1, at.END] = task[:-1, at.END]
        over_target(sheet, int(sheet.tally[at.FIRST]), float(number % 7))
        put_back(sheet)
        take_back(sheet)
        same = [at.PLACE, at.WHO, at.END]
        assert np.array_equal(sheet.task[:, same], task[:, same])
        assert np.array_equal(sheet.order, order)


def made(efforts: list[int], people: int = 3) -> Problem:
    """Work that anybody can do, all at the same hours."""
    return Problem(
        horizon=400,
        slot_minutes=60,
        people=tuple(Person(id=f"p{n}", working=((0, 400),)) for n in range(people)),
        tasks=tuple(Task(id=f"t{n}", effort=each) for n, each in enumerate(efforts)),
        weights=FINISH,
    )


@pytest.mark.parametrize(
    "efforts",
    [
        # in three equal parts, where the longest first does not come to them
        [17, 13, 11, 19, 23, 7, 5, 29, 2, 3, 31, 14],
        [40, 38, 33, 27, 25, 22, 21, 19, 18, 17, 16, 15, 12, 11, 10, 9, 8, 7, 3, 3, 1],
    ],
)
def test_work_is_shared_out_to_the_last_hour(efforts: list[int]) -> None:
    result = solve(made(efforts), stop=MaxIterations(20), seed=1, workers=1)
    assert result.objective is not None
    assert max(each.end for each in result.assignments) == -(-sum(efforts) // 3)
    assert result.status == "OPTIMAL"


def test_the_same_seed_gives_the_same_plan() -> None:
    problem = made([5, 4, 3, 3, 3, 6, 7, 7, 9, 2], people=4)
    problem = replace(
        problem,
        dependencies=tuple(
            Dependency(before=f"t{n}", after=f"t{n + 3}") for n in range(7)
        ),
    )

    def found() -> object:
        result = solve(problem, stop=MaxIterations(40), seed=3, workers=1)
        return result.objective, result.assignments

    assert found() == found()


def test_what_is_fixed_or_done_together_is_left_to_others() -> None:
    problem = made([3, 4, 5])
    assert is_alone(Compiled(problem))
    first, *rest = problem.tasks
    for task in (
        replace(first, needs=(Need(count=2),)),
        replace(first, locked_start=7),
        replace(first, hard_deadline=50),
        replace(first, locked_people=("p0",), started=True),
    ):
        assert not is_alone(Compiled(replace(problem, tasks=(task, *rest))))
    for link in (
        Dependency(before="t0", after="t1", kind="SS"),
        Dependency(before="t0", after="t1", kind="FF"),
        Dependency(before="t0", after="t1", lag=-1),
    ):
        assert not is_alone(Compiled(replace(problem, dependencies=(link,))))


PLAIN = """
from bench.planning.organizations import agency
from dataclasses import replace
from quarterdeck.engines.planning import MaxIterations, solve
from quarterdeck.engines.planning import alone
from quarterdeck.engines.planning.warm import FINISH_ONLY
alone.ROUND = 5_000
problem = agency(30, 4, 1)
tasks = tuple(replace(task, needs=task.needs[:1]) for task in problem.tasks)
problem = replace(problem, tasks=tasks, weights=FINISH_ONLY)
assert alone.is_alone(alone.Compiled(problem))
result = solve(problem, stop=MaxIterations(6), seed=1, workers=1)
print(result.objective, [(a.task, a.people, a.start) for a in result.assignments])
"""


def test_without_machine_code_the_same_plan_is_found() -> None:
    assert printed_uncompiled(PLAIN) == printed(PLAIN)


@pytest.mark.parametrize(("search", "kind"), [(Alone, "alone"), (Crowd, "same_hours")])
def test_the_kernel_is_warmed_for_it(
    monkeypatch: pytest.MonkeyPatch, search: type[Alone] | type[Crowd], kind: str
) -> None:
    steps, advance = [], search.advance

    def counted(each: Any) -> Plan | None:
        steps.append(each)
        return advance(each)

    monkeypatch.setattr(search, "advance", counted)
    work = _some_work(FINISH, **{kind: True})
    solve(work, stop=MaxIterations(45), seed=1, workers=1)
    assert steps
