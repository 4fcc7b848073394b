"""A plan that is cut into parts and planned part by part fits together again."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bench.planning.organizations import agency
from bench.planning.teams import of_teams
from quarterdeck.engines.planning import Problem, verify
from quarterdeck.engines.planning.portfolio import (
    Part,
    PartPlan,
    Stage,
    Step,
    next_step,
    plan_part,
)
from quarterdeck.engines.planning.result import Progress

from ..instances import problems

FEW = settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])


def hush(_: Progress) -> None:
    """Nobody listens."""


def begun(problem: Problem, most: int = 2) -> tuple[Stage, Step]:
    stage = Stage(problem=problem, steps=40, seconds=60.0, seed=3, most=most, rounds=3)
    return stage, next_step(stage)


def after(stage: Stage, step: Step, plans: Sequence[PartPlan]) -> tuple[Stage, Step]:
    assert step.cut is not None
    stage = replace(
        stage,
        turn=stage.turn + 1,
        plan=step.plan,
        groups=step.groups,
        movable=tuple(part.movable for part in step.cut.parts),
        plans=tuple(plans),
    )
    return stage, next_step(stage)


def parts_of(step: Step) -> tuple[Part, ...]:
    return step.cut.parts if step.cut is not None else ()


def finished(problem: Problem, most: int = 2, *, backwards: bool = False) -> Step:
    """Plan round after round; backwards gives the parts' plans in another order."""
    stage, step = begun(problem, most)
    while step.cut is not None:
        plans = [plan_part(part, hush) for part in step.cut.parts]
        stage, step = after(stage, step, plans[::-1] if backwards else plans)
    return step


@FEW
@given(problems(), st.integers(1, 4))
def test_a_part_is_a_problem_of_its_own_with_a_sound_plan(
    problem: Problem, most: int
) -> None:
    """Nobody and no task is in two parts, and none moves more than it may."""
    stage, step = begun(problem, most)
    assume(step.cut is not None)
    for _ in range(2):
        assert step.cut is not None
        movable = [task for part in step.cut.parts for task in part.movable]
        everybody = [p.id for part in step.cut.parts for p in part.problem.people]
        assert Counter([*movable, *step.cut.held]) == Counter(
            task.id for task in problem.tasks
        )
        assert max(Counter(everybody).values(), default=1) == 1
        for part in step.cut.parts:
            assert len(part.movable) <= most
            assert verify(part.problem, part.given) == ()
        stage, step = after(stage, step, [])
        if step.cut is None:
            break


@FEW
@given(problems())
def test_joined_parts_keep_every_rule_and_are_never_worse(problem: Problem) -> None:
    stage, step = begun(problem)
    while step.cut is not None:
        value = step.left_out, step.objective
        plans = [plan_part(part, hush) for part in step.cut.parts]
        stage, step = after(stage, step, plans)
        assert verify(problem, step.plan) == ()
        assert (step.left_out, step.objective) <= value


@FEW
@given(problems(), st.data())
def test_whatever_part_does_not_come_back_stays_as_it_was(
    problem: Problem, data: st.DataObject
) -> None:
    stage, step = begun(problem)
    assume(step.cut is not None)
    before = {each.task: each for each in step.plan}
    lost = data.draw(st.sampled_from(parts_of(step)))
    plans = [plan_part(part, hush) for part in parts_of(step) if part is not lost]
    joined = next_step(
        replace(
            stage,
            turn=stage.rounds,
            plan=step.plan,
            groups=step.groups,
            movable=tuple(part.movable for part in parts_of(step)),
            plans=tuple(plans),
        )
    )
    assert verify(problem, joined.plan) == ()
    after_all = {each.task: each for each in joined.plan}
    for task in lost.movable:
        if task in before:
            assert after_all[task].people == before[task].people


def test_parts_win_and_the_order_in_which_they_come_back_makes_no_difference() -> None:
    problem = of_teams(80, 12, 5)
    _, first = begun(problem, 30)
    one, other = finished(problem, 30), finished(problem, 30, backwards=True)
    assert one == other
    assert len(one.plan) == 80
    assert one.objective < first.objective


def test_teams_that_share_nobody_are_parts_without_a_seam() -> None:
    problem = of_teams(120, 30, 2, shared=0.0, across=0.0)
    _, step = begun(problem, 45)
    assert step.cut is not None
    assert (step.cut.seams, step.cut.held) == (0, ())
    assert len(step.cut.parts) > 1
    teams = [{task.project for task in part.problem.tasks} for part in parts_of(step)]
    assert sum(map(len, teams)) == len(set().union(*teams))


def test_in_the_next_round_other_people_are_planned_together() -> None:
    stage, step = begun(agency(120, 20, 4), 40)
    _, again = after(stage, step, [])
    people = [
        {frozenset(p.id for p in part.problem.people) for part in parts_of(each)}
        for each in (step, again)
    ]
    assert people[0] != people[1]


def test_one_person_with_more_work_than_a_part_may_move_is_planned_in_windows() -> None:
    problem = of_teams(30, 1, 6)
    stage, step = begun(problem, 10)
    seen = []
    while step.cut is not None:
        (part,) = step.cut.parts
        assert len(part.movable) == 10
        seen.append(set(part.movable))
        stage, step = after(stage, step, [plan_part(part, hush)])
    assert len(set().union(*seen)) > 20
    assert verify(problem, step.plan) == ()


def test_what_cannot_be_planned_at_all_is_not_cut() -> None:
    problem = of_teams(8, 2, 1)
    impossible = replace(problem.tasks[0], hard_deadline=1)
    _, step = begun(replace(problem, tasks=(impossible, *problem.tasks[1:])))
    assert (step.plan, step.cut) == ((), None)
