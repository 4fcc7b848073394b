"""Before and after are measured alike, whatever the plan looks like."""

from dataclasses import replace

import pytest

from quarterdeck.engines.planning import (
    Assignment,
    Change,
    Late,
    Load,
    MaxIterations,
    Problem,
    evaluate,
    solve,
)

from .instances import small_team

PLAN = (
    Assignment(task="contract", people=("mara",), start=9, end=17),
    Assignment(task="move", people=("bo",), start=33, end=61),
)


def with_deadline() -> Problem:
    first, second = small_team().tasks
    return small_team(tasks=(first, replace(second, deadline=58, priority=3)))


def test_a_plan_is_measured_in_all_terms() -> None:
    found = evaluate(with_deadline(), PLAN)
    assert (found.finish, found.lateness_slots) == (61, 3)
    assert found.late == (Late(task="move", slots=3),)
    assert found.weighted_finish == 17 + 3 * 61
    assert found.cost == 8 * 50 + 12 * 20
    assert found.missing == ()
    terms = {term.name: term for term in found.terms}
    assert terms["lateness"].amount == 9 and terms["lateness"].points == 90
    assert terms["makespan"].points == 61
    assert found.objective == pytest.approx(sum(term.points for term in found.terms))
    assert Load(person="bo", week=0, busy=12, capacity=40) in found.load
    assert Load(person="mara", week=0, busy=8, capacity=16) in found.load


def test_a_result_and_its_measures_agree() -> None:
    result = solve(with_deadline(), stop=MaxIterations(20), seed=1, workers=1)
    assert evaluate(with_deadline(), result).objective == result.objective
    assert evaluate(with_deadline(), result).terms == result.terms


def test_a_plan_that_breaks_rules_can_be_measured() -> None:
    mess = (
        Assignment(task="move", people=("mara", "eve"), start=9, end=20_000),
        Assignment(task="gone", people=("bo",), start=1, end=2),
    )
    found = evaluate(small_team(), mess)
    assert found.finish == 20_000 and found.missing == ("contract",)
    assert evaluate(small_team(), ()).finish == 0


def test_changes_are_told_against_the_current_plan() -> None:
    problem = small_team(current=(PLAN[0], replace(PLAN[1], start=34, end=62)))
    found = evaluate(problem, PLAN)
    assert found.changes == (
        Change(
            task="move",
            people_before=("bo",),
            people_after=("bo",),
            start_before=34,
            start_after=33,
            end_before=62,
            end_after=61,
        ),
    )
    amounts = {term.name: term.amount for term in found.terms}
    assert amounts["stability"] == 0, "an hour is not a move"
    gone = evaluate(problem, PLAN[:1])
    assert {term.name: term.amount for term in gone.terms}["stability"] == 2


def test_wished_practice_is_counted_up_to_its_limit() -> None:
    mara, bo = small_team().people
    bo = replace(bo, wants_to_grow=("ops",), growth_limit_slots=10)
    found = evaluate(small_team(people=(mara, bo)), PLAN)
    assert found.growth_hours == 10
    assert {term.name: term.amount for term in found.terms}["growth"] == 0
