"""Reasons are true, and the alternative is priced against the plan."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from quarterdeck.engines.planning import (
    Assignment,
    Explainer,
    MaxIterations,
    Need,
    Problem,
    Result,
    Task,
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
