"""Effort that depends on who does it: obeyed everywhere, and measured as it is."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, permutations, product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quarterdeck.engines.planning import (
    Assignment,
    MaxIterations,
    Mode,
    Need,
    Person,
    Problem,
    Resource,
    Task,
    Weights,
    evaluate,
    explain,
    solve,
    verify,
)
from quarterdeck.engines.planning.compiled import Compiled
from quarterdeck.engines.planning.dispatch import Dispatch
from quarterdeck.engines.planning.levers import Lever, with_lever
from quarterdeck.engines.planning.objective import Objective
from quarterdeck.engines.planning.plan import plan_of
from quarterdeck.engines.planning.portfolio import Stage, next_step, plan_parts
from quarterdeck.engines.planning.pricing import Prices
from quarterdeck.engines.planning.problem import Wish
from quarterdeck.engines.planning.rules import priority_rules
from quarterdeck.engines.planning.stretching.granting import grant

from .instances import problems
from .test_kernel import check_search

settled = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


@st.composite
def uneven(draw: st.DrawFn, **wishes: object) -> Problem:
    """A random problem in which many tasks take other hours of some people."""
    problem = draw(problems(**wishes))  # type: ignore[arg-type]
    names = [person.id for person in problem.people]
    tasks = []
    for task in problem.tasks:
        own: dict[str, int] = {}
        if task.effort and draw(st.integers(0, 3)):
            hours = st.integers(1, 12)
            own = draw(st.dictionaries(st.sampled_from(names), hours, max_size=4))
        tasks.append(replace(task, effort_of=tuple(sorted(own.items()))))
    return replace(problem, tasks=tuple(tasks))


def person(name: str, slots: int = 40, **more: object) -> Person:
    return Person(id=name, working=((0, slots),), **more)  # type: ignore[arg-type]


def problem_of(*tasks: Task, people: tuple[Person, ...], **more: object) -> Problem:
    values: dict[str, object] = {"horizon": 60, "slot_minutes": 60, **more}
    return Problem(people=people, tasks=tasks, **values)  # type: ignore[arg-type]


@settled
@given(uneven(), st.integers(0, 5))
def test_both_decoders_keep_the_rules_and_price_plans_alike(
    problem: Problem, seed: int
) -> None:
    check_search(problem, seed, steps=2)
    compiled = Compiled(problem)
    dispatch = Dispatch(compiled, Objective(compiled))
    for _, keys in priority_rules(compiled)[:2] if compiled.order else ():
        plan, sound = dispatch.decode(keys)
        assert not sound or verify(problem, plan.assignments(compiled)) == ()


@settled
@given(uneven(most_tasks=6), st.integers(0, 3))
def test_whole_answers_pass_the_checker_and_are_repeatable(
    problem: Problem, seed: int
) -> None:
    first = solve(problem, stop=MaxIterations(12), seed=seed, workers=1)
    again = solve(problem, stop=MaxIterations(12), seed=seed, workers=1)
    assert verify(problem, first) == ()
    assert (first.assignments, first.bound) == (again.assignments, again.bound)
    for each in first.assignments:
        told = explain(problem, first, each.task)
        assert told.task == each.task


@settled
@given(uneven(locks=False))
def test_a_single_change_is_priced_as_the_whole_plan_is(problem: Problem) -> None:
    compiled = Compiled(problem)
    objective = Objective(compiled)
    plan, _sound = Dispatch(compiled, objective).decode(
        [float(n) for n in range(len(problem.tasks))]
    )
    prices = Prices(objective, plan)
    before = objective.amounts(plan)
    for number, start in enumerate(plan.start):
        if start < 0 or not plan.team[number]:
            continue
        for who in compiled.members(compiled.union[number]):
            trial, place = plan.copy(), ((who,), start, plan.end[number])
            trial.put(number, *place)
            old = plan.team[number], start, plan.end[number]
            change = prices.change(number, old, place)
            after = objective.amounts(trial)
            assert tuple(change) == tuple(
                b - a for a, b in zip(before, after, strict=True)
            )


def brute(problem: Problem) -> float:
    """The least points of any plan without idle time, order by order, team by team."""
    best = float("inf")
    people = {each.id: each for each in problem.people}
    teams = [
        list(combinations(people, task.needs[0].count if task.needs else 1))
        for task in problem.tasks
    ]
    for order in permutations(range(len(problem.tasks))):
        for chosen in product(*teams):
            free = dict.fromkeys(people, 0)
            given = []
            for number in order:
                team, own = chosen[number], dict(problem.tasks[number].effort_of)
                usual = problem.tasks[number].effort
                long = max(own.get(who, usual) for who in team)
                start = max(free[who] for who in team)
                for who in team:
                    free[who] = start + long
                given.append(
                    Assignment(
                        task=problem.tasks[number].id,
                        people=team,
                        start=start,
                        end=start + long,
                    )
                )
            if max(free.values()) <= problem.horizon:
                best = min(best, evaluate(problem, given).objective)
    return best


@settings(settled, max_examples=25)
@given(st.data())
def test_tiny_problems_are_solved_as_well_as_by_trying_all(data: st.DataObject) -> None:
    names = ["a", "b", "c"][: data.draw(st.integers(2, 3))]
    rates = st.sampled_from([None, 10.0, 31.0])
    people = tuple(person(name, cost_per_hour=data.draw(rates)) for name in names)
    tasks = []
    for number in range(data.draw(st.integers(1, 3))):
        own = data.draw(st.dictionaries(st.sampled_from(names), st.integers(1, 9)))
        heads = data.draw(st.sampled_from([1, 1, 2]))
        tasks.append(
            Task(
                id=f"t{number}",
                effort=data.draw(st.integers(1, 9)),
                effort_of=tuple(sorted(own.items())),
                needs=(Need(count=heads),) if heads > 1 else (),
                deadline=data.draw(st.none() | st.integers(1, 9)),
            )
        )
    weights = data.draw(st.sampled_from([Weights(), Weights(cost=0.2, makespan=0.1)]))
    problem = problem_of(*tasks, people=people, weights=weights, horizon=40)
    result = solve(problem, stop=MaxIterations(60), seed=1, workers=1)
    least = brute(problem)
    assert result.objective == pytest.approx(least)
    assert result.bound is not None and result.bound <= least + 1e-6


def test_whoever_is_quicker_by_their_own_hours_is_chosen() -> None:
    task = Task(id="t", effort=8, effort_of=(("ada", 4),))
    problem = problem_of(task, people=(person("bo"), person("ada")))
    result = solve(problem, stop=MaxIterations(5), seed=0, workers=1)
    (place,) = result.assignments
    assert (place.people, place.end - place.start) == (("ada",), 4)
    assert result.status == "OPTIMAL"


def test_a_team_takes_as_long_as_the_slowest_of_them() -> None:
    task = Task(
        id="t", effort=5, effort_of=(("b", 9), ("c", 3)), needs=(Need(count=2),)
    )
    problem = problem_of(task, people=(person("a"), person("b"), person("c")))
    result = solve(problem, stop=MaxIterations(5), seed=0, workers=1)
    (place,) = result.assignments
    assert (place.people, place.end) == (("a", "c"), 5)
    slow = Assignment(task="t", people=("b", "c"), start=0, end=5)
    (broken,) = verify(problem, (slow,))
    assert (broken.rule, broken.expected, broken.found) == ("effort", "9", "5")


def test_locked_people_keep_their_own_hours_and_cost_by_them() -> None:
    task = Task(id="t", effort=8, effort_of=(("a", 3),), locked_people=("a",))
    people = (person("a", cost_per_hour=10.0), person("b"))
    problem = problem_of(task, people=people, weights=Weights(cost=1.0))
    result = solve(problem, stop=MaxIterations(5), seed=0, workers=1)
    assert result.assignments[0].end == 3
    assert evaluate(problem, result).cost == 30.0
    load = Prices(
        Objective(Compiled(problem)), plan_of(Compiled(problem), result.assignments)
    ).load
    assert load == [3, 0]


def test_a_hard_date_that_only_one_can_keep_goes_to_them() -> None:
    task = Task(id="t", effort=8, effort_of=(("b", 4),), hard_deadline=5)
    problem = problem_of(task, people=(person("a"), person("b")))
    result = solve(problem, stop=MaxIterations(5), seed=0, workers=1)
    assert result.assignments[0].people == ("b",)
    never = replace(
        problem, people=problem.people[:1], tasks=(replace(task, effort_of=()),)
    )
    assert solve(never, stop=MaxIterations(5), seed=0).status == "INFEASIBLE"


def test_ways_have_hours_by_person_too() -> None:
    ways = (
        Mode(effort=9, effort_of=(("a", 2),), needs=(Need(),), amounts=(("desk", 1),)),
        Mode(effort=6, needs=(Need(),)),
    )
    problem = problem_of(
        Task(id="t", modes=ways),
        Task(id="u", effort=7, effort_of=(("b", 3),)),
        people=(person("a"), person("b")),
        resources=(Resource(id="desk", capacity=1),),
    )
    result = solve(problem, stop=MaxIterations(20), seed=0, workers=1)
    assert verify(problem, result) == ()
    at = {each.task: each for each in result.assignments}
    assert (at["t"].people, at["t"].end - at["t"].start) == (("a",), 2)
    assert (at["u"].people, at["u"].end - at["u"].start) == (("b",), 3)


@pytest.mark.parametrize(
    ("task", "rule"),
    [
        (Task(id="t", effort=3, effort_of=(("x", 2),)), "not there"),
        (Task(id="t", effort=3, effort_of=(("a", 0),)), "whole number"),
        (Task(id="t", effort=3, effort_of=(("a", 1), ("a", 2))), "once"),
        (Task(id="t", effort_of=(("a", 1),)), "milestone"),
        (Task(id="t", effort_of=(("a", 1),), modes=(Mode(effort=1),)), "modes"),
        (Task(id="t", modes=(Mode(effort=1, effort_of=(("a", 1),)),)), "milestone"),
    ],
)
def test_what_cannot_be_meant_is_refused(task: Task, rule: str) -> None:
    with pytest.raises(ValueError, match=rule):
        problem_of(task, people=(person("a"),))


def test_the_reason_names_the_hours_it_takes_and_usually_takes() -> None:
    task = Task(id="t", effort=8, effort_of=(("ada", 4),))
    problem = problem_of(task, people=(person("bo"), person("ada")))
    result = solve(problem, stop=MaxIterations(5), seed=0, workers=1)
    told = {each.code: each for each in explain(problem, result, "t").why_people}
    reason = told["takes_fewer_hours"]
    assert (reason.people, reason.slots, reason.usual) == (("ada",), 4, 8)
    without = replace(problem, tasks=(replace(task, effort_of=()),))
    again = solve(without, stop=MaxIterations(5), seed=0, workers=1)
    codes = [each.code for each in explain(without, again, "t").why_people]
    assert "takes_fewer_hours" not in codes


def test_less_work_is_less_for_everybody() -> None:
    task = Task(id="t", effort=8, effort_of=(("a", 4), ("b", 2)))
    problem = problem_of(task, people=(person("a"), person("b")))
    less = with_lever(problem, Lever(kind="fewer_hours", task="t", slots=3))
    assert less.tasks[0].effort == 5
    assert less.tasks[0].effort_of == (("a", 1), ("b", 1))


def test_parts_carry_what_it_takes_of_whom() -> None:
    people = tuple(person(f"p{n}", 200) for n in range(4))
    tasks = tuple(
        Task(
            id=f"t{n}",
            effort=6,
            effort_of=((f"p{n % 4}", 2), (f"p{(n + 2) % 4}", 11)),
            candidates=(f"p{n % 4}", f"p{(n + 1) % 4}"),
            deadline=9,
        )
        for n in range(16)
    )
    problem = problem_of(*tasks, people=people, horizon=200)
    stage = Stage(problem=problem, steps=20, seconds=10.0, seed=1, most=6, rounds=2)
    step = next_step(stage)
    assert step.cut is not None and len(step.cut.parts) > 1
    plans = plan_parts(step.cut.parts, lambda _: None)
    stage = replace(
        stage,
        turn=1,
        plan=step.plan,
        groups=step.groups,
        movable=tuple(part.movable for part in step.cut.parts),
        plans=plans,
    )
    joined = next_step(stage)
    assert verify(problem, joined.plan) == ()
    assert joined.objective <= step.objective


def test_a_learner_takes_a_share_more_of_their_own_hours() -> None:
    wish = Wish(skill="law", limit_slots=20)
    learner = person("learner", skills=(("law", 1),), stretch=(wish,))
    mentor = person("mentor", skills=(("law", 3),))
    task = Task(
        id="t",
        effort=8,
        effort_of=(("learner", 4),),
        needs=(Need(skill="law", level=2),),
    )
    problem = problem_of(task, people=(learner, mentor))
    result = solve(problem, stop=MaxIterations(5), seed=0, workers=1)
    granted = grant(problem, result.assignments)
    (stretch,) = granted.stretches
    place = granted.plan["t"]
    assert (place.people, place.end - place.start) == (("learner",), 5)
    plan = tuple(granted.plan.values())
    assert verify(problem, plan, granted.stretches) == ()
    wrong = (replace(place, end=place.end + 5),)
    rules = {each.rule for each in verify(problem, wrong, (stretch,))}
    assert "effort" in rules
