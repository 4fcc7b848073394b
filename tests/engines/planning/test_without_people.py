"""Plans of tasks that take rooms, machines, material and money, and nobody."""

import json
from dataclasses import asdict, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quarterdeck.engines.planning import (
    Assignment,
    Dependency,
    MaxIterations,
    Mode,
    Problem,
    Resource,
    Task,
    Weights,
    solve,
    verify,
)

from .uncompiled import printed_uncompiled

FINISH = Weights(lateness=0.0, priority_finish=0.0, even_load=0.0, growth=0.0)
LINKS = ["FS", "FS", "FS", "SS", "FF", "SF"]


@st.composite
def modes(draw: st.DrawFn) -> Mode:
    """A mode that takes up to two of the three resources."""
    kinds = draw(st.sets(st.sampled_from(["room", "crane", "money"]), max_size=2))
    return Mode(
        effort=draw(st.sampled_from([0, 1, 2, 3, 5, 8])),
        amounts=tuple((kind, draw(st.integers(1, 3))) for kind in sorted(kinds)),
    )


@st.composite
def problems(draw: st.DrawFn, *, plain: bool = False, most: int = 9) -> Problem:
    """A few tasks with one to three modes, links of all kinds, dates and locks."""
    count = draw(st.integers(1, most))
    dates = st.none() if plain else st.none() | st.integers(0, 40)
    hard = st.none() if plain else st.sampled_from([None, None, None, None, 25])
    tasks = tuple(
        Task(
            id=f"t{n}",
            modes=tuple(draw(st.lists(modes(), min_size=1, max_size=3))),
            release=draw(st.sampled_from([0, 0, 0, 4])),
            deadline=draw(dates),
            hard_deadline=draw(hard),
            locked_start=None if plain else draw(st.sampled_from([None] * 7 + [6])),
            priority=draw(st.integers(0, 3)),
        )
        for n in range(count)
    )
    pairs = draw(st.sets(st.tuples(*[st.integers(0, count - 1)] * 2), max_size=8))
    links = tuple(
        Dependency(
            before=f"t{min(pair)}",
            after=f"t{max(pair)}",
            kind="FS" if plain else draw(st.sampled_from(LINKS)),  # type: ignore[arg-type]
            lag=0 if plain else draw(st.sampled_from([0, 0, 2, -3])),
        )
        for pair in sorted(pairs)
        if pair[0] != pair[1]
    )
    steps = ((0, 2), (5, 4), (12, 3))
    room = 3 if plain else draw(st.sampled_from([3, steps]))
    return Problem(
        horizon=80 if plain else draw(st.sampled_from([30, 80])),
        slot_minutes=60,
        people=(),
        tasks=tasks,
        dependencies=links,
        resources=(
            Resource(id="room", capacity=room),
            Resource(id="crane", capacity=3),
            Resource(id="money", capacity=12, renewable=False),
        ),
        weights=FINISH if plain else draw(st.sampled_from([FINISH, Weights()])),
    )


def planned(problem: Problem, steps: int = 3, **more: Any) -> Any:
    return solve(problem, stop=MaxIterations(steps), seed=1, workers=1, **more)


@given(problems())
@settings(max_examples=25, deadline=None)
def test_every_plan_keeps_all_rules_and_every_bound_holds(problem: Problem) -> None:
    result = planned(problem)
    assert verify(problem, result) == ()
    if result.objective is not None:
        assert result.bound <= result.objective + 1e-9
        assert sum(t.points for t in result.terms) == pytest.approx(result.objective)
    if result.status == "INFEASIBLE":
        assert result.conflict.items


def textbook(problem: Problem) -> int | None:
    """The least makespan by the textbook model, made without the planner's code."""
    from ortools.sat.python import cp_model

    cp, end = cp_model.CpModel(), {}
    last = cp.new_int_var(0, problem.horizon, "")
    taken: dict[str, list[Any]] = {r.id: [] for r in problem.resources}
    for task in problem.tasks:
        start = cp.new_int_var(task.release, problem.horizon, "")
        end[task.id] = cp.new_int_var(0, problem.horizon, "")
        chosen = [cp.new_bool_var("") for _ in task.modes]
        cp.add_exactly_one(chosen)
        for mode, literal in zip(task.modes, chosen, strict=True):
            interval = cp.new_optional_interval_var(
                start, mode.effort, end[task.id], literal, ""
            )
            for name, amount in mode.amounts:
                taken[name].append((interval, literal, amount))
        cp.add(last >= end[task.id])
        for link in problem.dependencies:
            if link.after == task.id:
                cp.add(start >= end[link.before])
    for resource in problem.resources:
        rows = taken[resource.id]
        if resource.renewable:
            capacity = resource.capacity
            cp.add_cumulative([r[0] for r in rows], [r[2] for r in rows], capacity)
        else:
            cp.add(sum(x * a for _, x, a in rows) <= resource.capacity)
    cp.minimize(last)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    status = solver.solve(cp)
    return None if status == cp_model.INFEASIBLE else round(solver.objective_value)


@given(problems(plain=True))
@settings(max_examples=12, deadline=None)
def test_small_problems_are_solved_to_the_proven_best(problem: Problem) -> None:
    best = textbook(problem)
    result = planned(problem, 12)
    if best is None:
        assert result.status in ("INFEASIBLE", "STOPPED")
    else:
        assert (result.status, result.objective) == ("OPTIMAL", best)


def site(tasks: int = 14) -> Problem:
    """Work on a building site: every third task waits for the one three before."""
    made = tuple(
        Task(
            id=f"t{n}",
            modes=(
                Mode(effort=2 + n * 7 % 5, amounts=(("crane", 1 + n % 2),)),
                Mode(effort=6 + n % 4, amounts=(("room", 1), ("money", 1 + n % 3))),
            ),
        )
        for n in range(tasks)
    )
    links = tuple(
        Dependency(before=f"t{n - 3}", after=f"t{n}") for n in range(3, tasks)
    )
    return Problem(
        horizon=200,
        slot_minutes=60,
        people=(),
        tasks=made,
        dependencies=links,
        resources=(
            Resource(id="room", capacity=2),
            Resource(id="crane", capacity=2),
            Resource(id="money", capacity=tasks // 2, renewable=False),
        ),
        weights=FINISH,
    )


def test_the_same_seed_gives_the_same_plan_on_one_core_and_two() -> None:
    one, again = planned(site(40), 5), planned(site(40), 5)
    two = solve(site(40), stop=MaxIterations(5), seed=1, workers=2)
    assert one.assignments == again.assignments == two.assignments


SCRIPT = """
import json, sys
from tests.engines.planning.test_without_people import planned, site
rows = [[a.task, a.start, a.mode] for a in planned(site(), 1).assignments]
print(json.dumps(rows))
"""


def test_without_machine_code_the_plan_is_the_same() -> None:
    import quarterdeck.engines.planning.kernel.unit_evolution as kernel

    if not hasattr(kernel.evolve, "py_func"):
        pytest.skip("nothing is compiled here")
    rows = [[a.task, a.start, a.mode] for a in planned(site(), 1).assignments]
    assert json.loads(printed_uncompiled(SCRIPT)) == rows


def test_a_given_plan_is_not_made_worse() -> None:
    best = planned(site(), 10)
    again = planned(site(), 1, start_from=best.assignments)
    assert again.objective <= best.objective


def test_a_task_that_takes_more_than_there_is_is_left_out_with_what_follows() -> None:
    greedy = replace(site().tasks[4], modes=(Mode(effort=1, amounts=(("room", 9),)),))
    tasks = tuple(greedy if t.id == "t4" else t for t in site().tasks)
    result = planned(replace(site(), tasks=tasks), 2)
    reasons = {each.task: each.reason for each in result.unplaced}
    assert reasons == {
        "t4": "not_enough_resource",
        "t7": "predecessor_unplaced",
        "t10": "predecessor_unplaced",
        "t13": "predecessor_unplaced",
    }


def test_what_does_not_fit_before_the_horizon_is_left_out() -> None:
    result = planned(replace(site(), horizon=20), 2)
    assert result.unplaced
    assert {each.reason for each in result.unplaced} == {"beyond_horizon"}


def test_contradicting_dates_are_named_and_dropping_any_one_helps() -> None:
    first = Task(
        id="a", modes=(Mode(effort=5, amounts=(("room", 1),)),), locked_start=3
    )
    second = replace(first, id="b", locked_start=None, hard_deadline=6)
    room = (Resource(id="room", capacity=1),)
    problem = Problem(
        horizon=50, slot_minutes=60, people=(), tasks=(first, second), resources=room
    )
    result = planned(problem, 12)
    assert result.status == "INFEASIBLE"
    kinds = {(item.kind, item.tasks) for item in result.conflict.items}
    assert kinds == {("lock_start", ("a",)), ("deadline", ("b",)), ("resource", ())}
    assert result.conflict.minimal
    assert result.conflict.remedies == (0, 1, 2)


def test_started_work_goes_on_and_holds_what_it_has() -> None:
    mode = Mode(effort=4, amounts=(("room", 1),))
    begun = Task(id="a", modes=(mode,), started=True, locked_start=0)
    problem = Problem(
        horizon=50,
        slot_minutes=60,
        people=(),
        tasks=(Task(id="b", modes=(mode,)), begun),
        resources=(Resource(id="room", capacity=1),),
        current=(Assignment(task="b", people=(), start=40, end=44),),
    )
    starts = {each.task: each.start for each in planned(problem, 5).assignments}
    assert starts == {"a": 0, "b": 4} or starts["b"] >= 16
    assert starts["a"] == 0


def test_a_plan_travels_as_json() -> None:
    result = planned(site(6), 1)
    assert json.loads(json.dumps([asdict(each) for each in result.assignments]))


def locked_together(amounts: tuple[int, ...], room: int = 3) -> Problem:
    """Tasks locked to one moment that take so much of one room."""
    return Problem(
        horizon=30,
        slot_minutes=60,
        people=(),
        tasks=tuple(
            Task(
                id=f"t{n}",
                locked_start=6,
                modes=(Mode(effort=2, amounts=(("room", amount),)),),
            )
            for n, amount in enumerate(amounts)
        ),
        resources=(Resource(id="room", capacity=room),),
    )


def test_locks_that_take_too_much_together_are_named_and_no_others() -> None:
    result = planned(locked_together((1, 1, 3, 1)))
    assert result.status == "INFEASIBLE" and result.conflict is not None
    items = result.conflict.items
    assert {item.kind for item in items} == {"lock_start"}
    assert len(items) == 2 and ("t2",) in [item.tasks for item in items]
    assert planned(locked_together((1, 1, 1))).status == "OPTIMAL"


def test_a_locked_task_does_not_take_a_way_that_finds_no_room() -> None:
    """The quicker way of t1 takes two of the room, where t0 leaves only one."""
    problem = locked_together((2, 1))
    quick = Mode(effort=1, amounts=(("room", 2),))
    tasks = (
        problem.tasks[0],
        replace(problem.tasks[1], modes=(quick, *problem.tasks[1].modes)),
    )
    result = planned(replace(problem, tasks=tasks))
    assert result.status == "OPTIMAL"
    assert {each.task: each.mode for each in result.assignments} == {"t0": 0, "t1": 1}
