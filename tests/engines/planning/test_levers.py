"""What would help is weighed by planning with it, and only what helps comes first."""

from dataclasses import replace

from bench.planning.organizations import agency
from quarterdeck.engines.planning import (
    MaxIterations,
    Need,
    Problem,
    Progress,
    Result,
    Task,
    solve,
    verify,
)
from quarterdeck.engines.planning.levers import (
    Lever,
    Variant,
    Weighed,
    Weighing,
    chosen,
    gain,
    weigh,
    with_lever,
)

from .instances import small_team


def plan_of(problem: Problem) -> Result:
    return solve(problem, stop=MaxIterations(60), seed=1, workers=1)


def weighed(problem: Problem, result: Result, levers: tuple[Lever, ...]) -> Weighed:
    variants = tuple(
        Variant(name=str(n), problem=with_lever(problem, lever))
        for n, lever in enumerate(levers)
    )
    told: list[Progress] = []
    found = weigh(
        Weighing(
            problem=problem,
            variants=variants,
            plan=result.assignments,
            seconds=0.15,
            seed=1,
        ),
        told.append,
    )
    assert [each.done for each in told] == list(range(len(levers) + 1))
    return found


LATE = small_team(
    tasks=(
        *small_team().tasks,
        Task(id="more", effort=8, needs=(Need(skill="law"),), deadline=40),
        Task(id="last", effort=16, needs=(Need(skill="law"),), deadline=60),
    )
)


def test_the_leave_and_the_only_lawyer_stand_in_the_way_and_are_weighed() -> None:
    result = plan_of(LATE)
    levers = chosen(LATE, result)
    kinds = {each.kind for each in levers}
    assert {"move_leave", "more_people", "later_deadline", "longer_days"} <= kinds
    leave = next(each for each in levers if each.kind == "move_leave")
    assert (leave.person, leave.first_slot, leave.end_slot) == ("mara", 48, 336)
    found = weighed(LATE, result, levers)
    best = found.outcomes[0]
    assert best.finish is not None and found.base.finish is not None
    assert gain(found.base, best) < (False, 0, 0.0)
    of_leave = next(e for e in found.outcomes if levers[int(e.name)] == leave)
    assert of_leave.finish is not None and of_leave.finish < found.base.finish
    ranks = [gain(found.base, each) for each in found.outcomes]
    assert ranks == sorted(ranks)


def test_the_same_seed_weighs_the_same() -> None:
    result = plan_of(LATE)
    levers = chosen(LATE, result)[:3]
    assert weighed(LATE, result, levers) == weighed(LATE, result, levers)


def test_each_change_makes_the_problem_it_says() -> None:
    cut = with_lever(LATE, Lever(kind="fewer_hours", task="last", slots=6))
    assert cut.tasks[-1].effort == 10
    later = with_lever(LATE, Lever(kind="later_deadline", task="last", slots=168))
    assert later.tasks[-1].deadline == 228 and later.tasks[2] == LATE.tasks[2]
    joined = with_lever(
        LATE, Lever(kind="more_people", skill="law", level=2, count=2, first_slot=30)
    )
    assert [each.id for each in joined.people[2:]] == ["new 1", "new 2"]
    assert joined.people[2].skills == (("law", 2),)
    assert joined.people[2].working[0] == (33, 41)
    moved = with_lever(
        LATE,
        Lever(kind="move_leave", person="mara", first_slot=48, end_slot=336, slots=312),
    )
    mara = moved.people[0]
    assert mara.absences[0].first_slot == 360
    assert (57, 65) in mara.working
    assert not any(360 <= first < 648 for first, _ in mara.working)
    longer = with_lever(
        LATE,
        Lever(kind="longer_days", person="bo", slots=1, first_slot=24, end_slot=72),
    )
    assert longer.people[1].working[:3] == ((9, 17), (33, 42), (57, 66))


def test_new_people_may_do_what_names_its_candidates() -> None:
    named = Task(id="a", effort=3, candidates=("bo",))
    problem = small_team(tasks=(named,), dependencies=())
    joined = with_lever(problem, Lever(kind="more_people"))
    assert joined.tasks[0].candidates == ("bo", "new 1")


def test_what_cannot_hold_together_is_loosened_and_solved() -> None:
    task = Task(
        id="contract",
        effort=20,
        needs=(Need(skill="law", level=2),),
        hard_deadline=10 * 24,
    )
    problem = small_team(tasks=(task,), dependencies=())
    result = plan_of(problem)
    levers = chosen(problem, result)
    assert {each.kind for each in levers} == {
        "later_deadline",
        "move_leave",
        "more_people",
        "fewer_hours",
    }
    found = weighed(problem, result, levers)
    assert found.base.finish is None
    solved = {levers[int(e.name)].kind for e in found.outcomes if e.finish is not None}
    assert solved >= {"move_leave", "more_people", "fewer_hours"}
    assert found.outcomes[0].finish is not None


def test_nobody_who_can_is_answered_with_somebody_who_can() -> None:
    fly = Task(id="fly", effort=4, needs=(Need(skill="flying", level=2),))
    problem = small_team(tasks=(fly,), dependencies=())
    result = plan_of(problem)
    lever = chosen(problem, result)[0]
    assert (lever.kind, lever.skill, lever.level) == ("more_people", "flying", 2)
    found = weighed(problem, result, (lever,))
    assert (found.base.unplaced, found.outcomes[0].unplaced) == (1, 0)
    assert ("new 1", 4) in found.outcomes[0].busy


def test_an_organization_gets_a_few_that_all_can_be_planned() -> None:
    problem = agency(24, 4, 2)
    problem = replace(
        problem,
        tasks=tuple(replace(task, deadline=24 * 14) for task in problem.tasks),
    )
    result = plan_of(problem)
    levers = chosen(problem, result, now=24)
    assert 3 <= len(levers) <= 10 and len(set(levers)) == len(levers)
    for lever in levers:
        changed = with_lever(problem, lever)
        assert changed != problem
        made = solve(changed, stop=MaxIterations(1), seed=1, workers=1)
        assert verify(changed, made) == ()
