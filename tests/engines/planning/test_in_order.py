"""Aims in strict order: a later one never costs anything of an earlier one."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations, product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quarterdeck.engines.planning import (
    Assignment,
    Explainer,
    MaxIterations,
    MaxSeconds,
    Mode,
    Need,
    Person,
    Problem,
    Progress,
    Resource,
    Result,
    Task,
    Weights,
    evaluate,
    solve,
    verify,
)
from quarterdeck.engines.planning.compiled import Compiled
from quarterdeck.engines.planning.dispatch import Dispatch
from quarterdeck.engines.planning.objective import Amounts, Objective
from quarterdeck.engines.planning.portfolio import Stage, next_step, plan_parts
from quarterdeck.engines.planning.rules import priority_rules
from quarterdeck.engines.planning.sharing import Sharing

from .instances import problems, small_team

AIMS = Amounts._fields[:-1]
settled = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
orders = st.lists(st.sampled_from(AIMS), unique=True, min_size=1, max_size=3)


def vector(problem: Problem, plan: Result | tuple[Assignment, ...]) -> tuple[int, ...]:
    """Left out, then the aims in their order, in the smallest units."""
    measures = evaluate(problem, plan)
    terms = {each.name: each.amount for each in measures.terms}
    hour = problem.slot_minutes / 60
    per = {"cost": 0.01, "stability": 1.0}
    aims = (round(terms[aim] / per.get(aim, hour)) for aim in problem.order)
    return len(measures.missing), *aims


@settled
@given(problems(most_tasks=6), orders, st.integers(0, 3))
def test_no_plan_by_priority_rules_is_better(
    problem: Problem, order: list[str], seed: int
) -> None:
    problem = replace(problem, order=tuple(order))
    result = solve(problem, stop=MaxIterations(40), seed=seed, workers=1)
    assert verify(problem, result) == ()
    again = solve(problem, stop=MaxIterations(40), seed=seed, workers=1)
    assert again.assignments == result.assignments
    if result.status in ("INFEASIBLE", "STOPPED"):
        return
    mine = vector(problem, result)
    compiled = Compiled(problem)
    dispatch = Dispatch(compiled, Objective(compiled))
    for _, keys in priority_rules(compiled):
        plan, sound = dispatch.decode(keys)
        if sound:
            assert mine <= vector(problem, plan.assignments(compiled))
    for aim in result.aims:
        assert aim.bound <= aim.amount + 1e-9
        assert not aim.proven or aim.name == "weights" or aim.bound == aim.amount
    assert (result.status == "OPTIMAL") == all(each.proven for each in result.aims)
    assert (result.bound, result.gap) == (None, None)


@settings(settled, max_examples=30)
@given(st.data())
def test_tiny_problems_come_out_as_if_all_had_been_tried(data: st.DataObject) -> None:
    rates = st.sampled_from([10.0, 20.0, 31.0])
    people = tuple(
        Person(id=name, working=((0, 30),), cost_per_hour=data.draw(rates))
        for name in "ab"
    )
    tasks = tuple(
        Task(
            id=f"t{n}",
            effort=data.draw(st.integers(1, 5)),
            effort_of=data.draw(st.sampled_from([(), (("a", 2),), (("b", 6),)])),
            deadline=data.draw(st.none() | st.integers(1, 8)),
            priority=data.draw(st.integers(1, 3)),
        )
        for n in range(data.draw(st.integers(1, 3)))
    )
    order = data.draw(
        st.sampled_from(
            [
                ("lateness", "cost", "makespan"),
                ("cost", "lateness"),
                ("makespan", "cost"),
                ("lateness", "makespan", "cost"),
                ("priority_finish", "cost"),
            ]
        )
    )
    problem = Problem(
        horizon=30, slot_minutes=60, people=people, tasks=tasks, order=order
    )
    result = solve(problem, stop=MaxIterations(300), seed=1, workers=1)
    assert vector(problem, result) == min(
        vector(problem, plan) for plan in every_plan(problem)
    )


def every_plan(problem: Problem) -> list[tuple[Assignment, ...]]:
    """All plans without idle time: each order of tasks, each person for each."""
    found = []
    names = [each.id for each in problem.people]
    for order in permutations(problem.tasks):
        for chosen in product(names, repeat=len(order)):
            free, plan = dict.fromkeys(names, 0), []
            for task, who in zip(order, chosen, strict=True):
                end = free[who] + dict(task.effort_of).get(who, task.effort)
                place = Assignment(
                    task=task.id, people=(who,), start=free[who], end=end
                )
                plan.append(place)
                free[who] = end
            found.append(tuple(plan))
    return found


def cheap_or_early(**more: object) -> Problem:
    """One is quick and dear, the other slow and cheap; four tasks, a deadline for one."""
    people = (
        Person(id="dear", working=((0, 100),), cost_per_hour=100.0),
        Person(id="slow", working=((0, 100),), cost_per_hour=1.0),
    )
    tasks = tuple(
        Task(id=f"t{n}", effort=4, effort_of=(("slow", 9),), deadline=8 - 4 * (n % 2))
        for n in range(4)
    )
    return Problem(horizon=100, slot_minutes=60, people=people, tasks=tasks, **more)  # type: ignore[arg-type]


def aims_of(problem: Problem) -> dict[str, float]:
    result = solve(problem, stop=MaxIterations(200), seed=1, workers=1)
    assert result.status == "OPTIMAL"
    return {each.name: each.amount for each in result.aims}


def test_the_order_decides_which_plan_it_is() -> None:
    cheap = aims_of(cheap_or_early(order=("cost", "lateness")))
    early = aims_of(cheap_or_early(order=("lateness", "cost")))
    assert cheap["cost"] == 36.0 and cheap["lateness"] > early["lateness"]
    assert early["cost"] > 36.0


def test_what_is_in_no_order_is_decided_by_weights() -> None:
    weights = Weights(makespan=5.0, cost=0.0, even_load=0.0, growth=0.0, stability=0.0)
    problem = cheap_or_early(order=("lateness",), weights=weights)
    names = [each.name for each in solve(problem, stop=MaxIterations(50), seed=1).aims]
    assert names == ["lateness", "weights"]
    alone = replace(weights, makespan=0.0, priority_finish=0.0)
    result = solve(replace(problem, weights=alone), stop=MaxIterations(50), seed=1)
    assert [each.name for each in result.aims] == ["lateness"]


def test_the_objective_stays_the_one_of_the_weights() -> None:
    problem = cheap_or_early(order=("lateness", "cost"))
    result = solve(problem, stop=MaxIterations(50), seed=1, workers=1)
    assert result.objective == evaluate(problem, result).objective
    assert result.objective == pytest.approx(sum(e.points for e in result.terms))


def test_progress_names_the_aim_and_a_stop_ends_all_aims() -> None:
    told: list[Progress] = []
    problem = cheap_or_early(order=("lateness", "cost"))
    result = solve(problem, stop=lambda _: True, seed=1, on_progress=told.append)
    assert {"lateness", "cost"} <= {each.aim for each in told}
    assert result.assignments and verify(problem, result) == ()


def test_what_one_aim_does_not_take_is_left_to_the_next() -> None:
    now = [0.0]
    sharing = Sharing(MaxSeconds(9.0, lambda: now[0]), lambda: now[0])
    first = sharing.share(3)
    assert not first(Progress(phase="search"))
    now[0] = 1.0
    second = sharing.share(2)
    assert not second(Progress(phase="search"))
    now[0] = 1.0 + 5.2
    assert not second(Progress(phase="search"))
    now[0] = 1.0 + 5.4
    assert second(Progress(phase="search"))


def test_conflicts_and_reasons_are_found_under_an_order_too() -> None:
    hard = cheap_or_early(order=("lateness",))
    tasks = tuple(replace(task, hard_deadline=4) for task in hard.tasks)
    assert solve(replace(hard, tasks=tasks), stop=MaxIterations(20), seed=1).conflict
    problem = small_team(order=("cost", "makespan"))
    result = solve(problem, stop=MaxIterations(20), seed=1, workers=1)
    explainer = Explainer(problem, result)
    for each in result.assignments:
        assert explainer.explain(each.task).why_people


def test_parts_never_lose_an_earlier_aim() -> None:
    order = ("lateness", "makespan")
    people = tuple(Person(id=f"p{n}", working=((0, 400),)) for n in range(4))
    tasks = tuple(
        Task(
            id=f"t{n}",
            effort=1 + n % 5,
            candidates=(f"p{n % 4}", f"p{(n + 1) % 4}"),
            deadline=5 + n // 2,
        )
        for n in range(24)
    )
    problem = Problem(
        horizon=400, slot_minutes=60, people=people, tasks=tasks, order=order
    )
    stage = Stage(problem=problem, steps=40, seconds=20.0, seed=1, most=8, rounds=3)
    before: tuple[int, ...] | None = None
    while True:
        step = next_step(stage)
        assert verify(problem, step.plan) == ()
        now = vector(problem, step.plan)
        assert before is None or now <= before
        before = now
        if step.cut is None:
            break
        stage = replace(
            stage,
            turn=stage.turn + 1,
            plan=step.plan,
            groups=step.groups,
            movable=tuple(part.movable for part in step.cut.parts),
            plans=plan_parts(step.cut.parts, lambda _: None),
        )


def test_ways_and_resources_know_the_order() -> None:
    quick = Mode(effort=2, needs=(Need(),), amounts=(("desk", 1),))
    task = Task(id="t", modes=(Mode(effort=5, needs=(Need(),)), quick))
    problem = Problem(
        horizon=20,
        slot_minutes=60,
        people=(Person(id="a", working=((0, 20),), cost_per_hour=10.0),),
        tasks=(task,),
        resources=(Resource(id="desk", capacity=1),),
        order=("cost", "makespan"),
    )
    result = solve(problem, stop=MaxIterations(20), seed=1, workers=1)
    assert [(each.name, each.amount) for each in result.aims] == [
        ("cost", 20.0),
        ("makespan", 2.0),
    ]


@pytest.mark.parametrize(
    ("order", "rule"),
    [(("late",), "terms"), (("cost", "cost"), "once"), (("unplaced",), "terms")],
)
def test_an_order_of_what_is_no_aim_is_refused(
    order: tuple[str, ...], rule: str
) -> None:
    with pytest.raises(ValueError, match=rule):
        cheap_or_early(order=order)
