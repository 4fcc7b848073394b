"""What must hold for every problem, whatever it looks like."""

from dataclasses import replace

import msgspec
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from quarterdeck.engines import planning

from .instances import problems, small_team

quick = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def plan_of(
    problem: planning.Problem, count: int = 100, seed: int = 1, **more: object
) -> planning.Result:
    stop = planning.FirstOf(planning.MaxIterations(count), planning.MaxSeconds(20))
    return planning.solve(problem, stop=stop, seed=seed, workers=1, **more)  # type: ignore[arg-type]


def same(result: planning.Result) -> planning.Result:
    return replace(result, seconds=0.0)


@quick
@given(problems())
def test_a_plan_keeps_all_rules_and_forgets_no_task(problem: planning.Problem) -> None:
    result = plan_of(problem)
    assert planning.verify(problem, result) == ()
    if result.status == "INFEASIBLE":
        assert result.conflict is not None and result.conflict.items
    else:
        listed = [each.task for each in result.assignments]
        listed += [each.task for each in result.unplaced]
        assert sorted(listed) == sorted(task.id for task in problem.tasks)


@quick
@given(problems())
def test_no_plan_is_better_than_the_bound(problem: planning.Problem) -> None:
    result = plan_of(problem)
    if result.objective is not None and result.bound is not None:
        assert result.bound <= result.objective
        assert result.status != "OPTIMAL" or result.bound == result.objective
        assert abs(sum(term.points for term in result.terms) - result.objective) < 1e-6


@settings(quick, max_examples=40)
@given(problems(locks=False, most_tasks=6), st.integers(0, 3))
def test_other_seeds_never_beat_a_bound(problem: planning.Problem, seed: int) -> None:
    bounds = [plan_of(problem, 60, seed + n).bound for n in range(2)]
    for n in range(2):
        result = plan_of(problem, 200, 10 * seed + n)
        if result.objective is not None and not result.unplaced:
            assert all(bound is None or bound <= result.objective for bound in bounds)


@settings(quick, max_examples=25)
@given(problems())
def test_the_same_seed_gives_the_same_plan(problem: planning.Problem) -> None:
    assert same(plan_of(problem, 50)) == same(plan_of(problem, 50))


@settings(quick, max_examples=40)
@given(problems())
def test_a_plan_to_begin_with_is_never_made_worse(problem: planning.Problem) -> None:
    before = plan_of(problem, 40)
    assume(before.objective is not None)
    after = plan_of(problem, 1, 7, start_from=before.assignments)
    assert after.objective is not None and before.objective is not None
    assert len(after.unplaced) <= len(before.unplaced)
    if len(after.unplaced) == len(before.unplaced):
        assert after.objective <= before.objective


@settings(quick, max_examples=40)
@given(problems(locks=False), st.data())
def test_a_lock_on_what_was_planned_is_kept(
    problem: planning.Problem, data: st.DataObject
) -> None:
    before = plan_of(problem)
    assume(any(each.people for each in before.assignments))
    working = [each for each in before.assignments if each.people]
    chosen = data.draw(st.sampled_from(working))
    locked = tuple(
        replace(task, locked_people=chosen.people, locked_start=chosen.start)
        if task.id == chosen.task
        else task
        for task in problem.tasks
    )
    after = plan_of(replace(problem, tasks=locked))
    assert after.status != "INFEASIBLE"
    assert chosen in after.assignments


@quick
@given(problems())
def test_records_travel_as_json(problem: planning.Problem) -> None:
    text = msgspec.json.encode(problem)
    assert msgspec.json.decode(text, type=planning.Problem) == problem
    result = plan_of(problem, 5)
    text = msgspec.json.encode(result)
    assert msgspec.json.decode(text, type=planning.Result) == result


def test_work_waits_for_leave_to_end_and_is_proven_best() -> None:
    hold = planning.Task(id="first", effort=12, needs=(planning.Need(skill="law"),))
    problem = small_team(tasks=(*small_team().tasks, hold))
    result = plan_of(problem, 400)
    assert result.status == "OPTIMAL"
    assert planning.evaluate(problem, result).finish == 14 * 24 + 13


def test_nobody_is_asked_to_do_what_nobody_can() -> None:
    need = (planning.Need(skill="law", level=9),)
    move = small_team().tasks[1]
    problem = small_team(
        tasks=(planning.Task(id="contract", effort=3, needs=need), move)
    )
    result = plan_of(problem)
    assert [(each.task, each.reason) for each in result.unplaced] == [
        ("contract", "nobody_qualified"),
        ("move", "predecessor_unplaced"),
    ]
    assert (result.unplaced[0].skill, result.unplaced[0].level) == ("law", 9)
    assert result.unplaced[1].others == ("contract",)


def test_an_empty_problem_has_an_empty_plan() -> None:
    problem = planning.Problem(horizon=10, slot_minutes=60, people=(), tasks=())
    assert plan_of(problem).status == "OPTIMAL"
    task = planning.Task(id="alone", effort=1)
    result = plan_of(replace(problem, tasks=(task,)))
    assert result.unplaced[0].reason == "nobody_qualified"


def test_progress_names_the_phases_in_order() -> None:
    seen: list[planning.Progress] = []
    plan_of(small_team(), on_progress=seen.append)
    phases = list(dict.fromkeys(each.phase for each in seen))
    assert phases[0] == "compile" and phases[-1] == "done" and "dispatch" in phases


def test_a_growing_team_works_when_both_do() -> None:
    pair = planning.Task(id="pair", effort=10, needs=(planning.Need(count=2),))
    result = plan_of(small_team(tasks=(pair,), dependencies=()))
    (only,) = result.assignments
    assert (only.people, only.start, only.end) == (("mara", "bo"), 9, 24 + 11)
