"""Reasons are true, and the alternative is priced against the plan."""

import time
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from bench.planning.organizations import agency
from bench.recheck import Recheck
from bench.scale import under_way
from quarterdeck.engines.planning import (
    Assignment,
    Explainer,
    MaxIterations,
    Mode,
    Need,
    Problem,
    Resource,
    Result,
    Task,
    Weights,
    evaluate,
    explain,
    explain_changes,
    solve,
    verify,
)

from .instances import problems, small_team


def plan_of(problem: Problem) -> Result:
    return solve(problem, stop=MaxIterations(60), seed=1, workers=1)


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(problems())
def test_an_alternative_without_pushes_is_allowed_and_costs_what_it_says(
    problem: Problem,
) -> None:
    result = plan_of(problem)
    explainer = Explainer(problem, result)
    for each in result.assignments:
        told = explainer.explain(each.task)
        assert told.why_people and told.why_then
        other = told.alternative
        if other is None or other.pushes:
            continue
        moved = Assignment(
            task=each.task, people=other.people, start=other.start, end=other.end
        )
        plan = [moved if old.task == each.task else old for old in result.assignments]
        assert verify(problem, plan) == ()
        change = evaluate(problem, plan).objective - (result.objective or 0.0)
        assert change == pytest.approx(other.points, abs=1e-6)
        if result.status == "OPTIMAL":
            assert other.points >= 0


def codes(problem: Problem, task: str) -> tuple[set[str], set[str]]:
    told = explain(problem, plan_of(problem), task)
    return {each.code for each in told.why_people}, {
        each.code for each in told.why_then
    }


def test_the_only_one_who_can_and_the_predecessor() -> None:
    why, when = codes(small_team(), "contract")
    assert "only_one_qualified" in why and when == {"working_time"}
    _, when = codes(small_team(), "move")
    assert "after_predecessor" in when


def test_locks_are_the_reason() -> None:
    task = Task(id="a", effort=3, locked_people=("bo",), locked_start=33)
    problem = small_team(tasks=(task,), dependencies=())
    assert codes(problem, "a") == ({"locked"}, {"locked_start"})
    assert explain(problem, plan_of(problem), "a").alternative is None


def test_an_earlier_task_is_named() -> None:
    two = tuple(Task(id=name, effort=8, needs=(Need(skill="ops"),)) for name in "ab")
    problem = small_team(tasks=two, dependencies=())
    result = plan_of(problem)
    first, second = (each.task for each in result.assignments)
    (reason,) = explain(problem, result, second).why_then
    assert (reason.code, reason.tasks, reason.people) == (
        "after_earlier_task",
        (first,),
        ("bo",),
    )


def test_the_current_plan_is_a_reason_and_changes_are_explained() -> None:
    task = Task(id="a", effort=3)
    problem = small_team(tasks=(task,), dependencies=())
    now = (Assignment(task="a", people=("bo",), start=9, end=12),)
    kept = plan_of(replace(problem, current=now))
    told = explain(replace(problem, current=now), kept, "a")
    assert "keeps_current_plan" in {each.code for each in told.why_people}
    assert explain_changes(replace(problem, current=now), kept) == ()
    assert [each.task for each in explain_changes(problem, kept)] == ["a"]


def test_a_task_that_is_not_planned_cannot_be_explained() -> None:
    with pytest.raises(ValueError, match="gone"):
        explain(small_team(), plan_of(small_team()), "gone")


def test_work_that_is_not_free_earlier_is_named_as_far_as_it_matters() -> None:
    short = Task(id="a", effort=2, locked_people=("bo",), locked_start=9)
    long = Task(id="b", effort=6, locked_people=("bo",), locked_start=11)
    wide = Task(id="c", effort=8, needs=(Need(skill="ops"),))
    problem = small_team(tasks=(short, long, wide), dependencies=())
    (reason,) = explain(problem, plan_of(problem), "c").why_then
    assert reason.code == "after_earlier_task" and reason.tasks == ("b",)
    assert reason.without == 11


def test_it_is_said_when_it_could_begin_without_the_predecessor() -> None:
    (reason,) = (
        each
        for each in explain(small_team(), plan_of(small_team()), "move").why_then
        if each.code == "after_predecessor"
    )
    assert reason.without == 9


def test_a_room_that_is_taken_is_the_reason_and_named() -> None:
    quick = Mode(effort=4, needs=(Need(),), amounts=(("room", 1),))
    tasks = tuple(Task(id=name, modes=(quick,)) for name in "ab")
    room = Resource(id="room", capacity=1)
    problem = small_team(tasks=tasks, dependencies=(), resources=(room,))
    result = plan_of(problem)
    first, second = (each.task for each in result.assignments)
    told = explain(problem, result, second).why_then
    assert {each.code for each in told} <= {"waits_for_resource", "after_earlier_task"}
    assert all(each.tasks == (first,) for each in told)


def test_the_way_that_was_chosen_is_compared_with_the_others() -> None:
    slow = Mode(effort=8, needs=(Need(),))
    fast = Mode(effort=4, needs=(Need(),), amounts=(("van", 1),))
    task = Task(id="a", modes=(slow, fast))
    van = Resource(id="van", capacity=1)
    problem = small_team(tasks=(task,), dependencies=(), resources=(van,))
    told = explain(problem, plan_of(problem), "a")
    assert [each.code for each in told.why_mode] == ["better_mode"]
    locked = replace(problem, tasks=(replace(task, locked_mode=0),))
    told = explain(locked, plan_of(locked), "a")
    assert [each.code for each in told.why_mode] == ["locked_mode"]


def test_without_anybody_only_the_resource_counts() -> None:
    machine = Mode(effort=5, amounts=(("oven", 1),))
    tasks = tuple(Task(id=name, modes=(machine,)) for name in "ab")
    oven = Resource(id="oven", capacity=1)
    problem = small_team(people=(), tasks=tasks, dependencies=(), resources=(oven,))
    result = plan_of(problem)
    second = result.assignments[1].task
    told = explain(problem, result, second)
    assert [each.code for each in told.why_people] == ["nobody_needed"]
    (reason,) = told.why_then
    assert (reason.code, reason.resource, reason.without) == (
        "waits_for_resource",
        "oven",
        0,
    )


def test_who_lacks_one_level_is_named() -> None:
    bo = replace(small_team().people[1], skills=(("law", 1),))
    problem = small_team(people=(small_team().people[0], bo), dependencies=())
    problem = replace(problem, tasks=problem.tasks[:1])
    (near,) = explain(problem, plan_of(problem), "contract").nearly
    assert (near.people, near.skill, near.level) == (("bo",), "law", 2)


@pytest.mark.parametrize("weights", [Weights(), Weights(cost=0.1, growth=1.0)])
def test_each_reason_is_true_when_it_is_taken_away(weights: Weights) -> None:
    problem = under_way(agency(20, 5, 3), 3)
    problem = replace(problem, weights=weights)
    result = plan_of(problem)
    explainer, recheck = Explainer(problem, result), Recheck(problem, result)
    told = [
        (each.task, code, holds)
        for each in result.assignments[::3]
        for code, holds in recheck.all_of(explainer.explain(each.task))
    ]
    assert len(told) >= 10
    assert [each for each in told if not each[2]] == []


def test_an_explanation_takes_less_than_a_fifth_of_a_second() -> None:
    problem = agency(1_000, 100, 1)
    result = solve(problem, stop=MaxIterations(1), seed=1, workers=1)
    explainer = Explainer(problem, result)
    for each in result.assignments[::50]:
        began = time.process_time()
        explainer.explain(each.task)
        assert time.process_time() - began < 0.2
