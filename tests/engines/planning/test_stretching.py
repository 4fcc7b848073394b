"""Growth in a plan: what is granted keeps every rule, and what it costs is told."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quarterdeck.engines.planning import (
    Assignment,
    Dependency,
    MaxIterations,
    Need,
    Person,
    Problem,
    Result,
    Task,
    Weights,
    evaluate,
    solve,
    verify,
)
from quarterdeck.engines.planning.stretch import Stretch, StretchRules, Wish
from quarterdeck.engines.planning.stretching import (
    frontier,
    grant,
    in_order,
    measured,
)
from quarterdeck.engines.planning.stretching.frontier import respects

from .instances import SKILLS, office, problems

RULES = StretchRules(longer_percent=150, mentoring_percent=25, margin_slots=24)


def team(**changes: object) -> Problem:
    """Tom knows SQL, Mara wants to: a report of eight hours, and a review for Tom."""
    tom = Person(id="tom", working=office(28), skills=(("sql", 3),), cost_per_hour=50.0)
    mara = Person(
        id="mara",
        working=office(28),
        skills=(("sql", 2),),
        cost_per_hour=20.0,
        stretch=(Wish(skill="sql", limit_slots=16),),
    )
    report = Task(id="report", effort=8, needs=(Need(skill="sql", level=3),))
    review = Task(
        id="review", effort=40, needs=(Need(),), candidates=("tom",), priority=3
    )
    values: dict[str, object] = {
        "horizon": 28 * 24,
        "slot_minutes": 60,
        "people": (tom, mara),
        "tasks": (report, review),
        "stretch_rules": RULES,
    }
    return Problem(**{**values, **changes})  # type: ignore[arg-type]


def with_task(problem: Problem, name: str, **changes: object) -> Problem:
    tasks = tuple(
        replace(task, **changes) if task.id == name else task  # type: ignore[arg-type]
        for task in problem.tasks
    )
    return replace(problem, tasks=tasks)


def with_mara(**changes: object) -> Problem:
    tom, mara = team().people
    return team(people=(tom, replace(mara, **changes)))  # type: ignore[arg-type]


PLAN = (
    Assignment(task="review", people=("tom",), start=9, end=24 * 4 + 17),
    Assignment(task="report", people=("tom",), start=24 * 7 + 9, end=24 * 7 + 17),
)


def test_a_learner_gets_the_task_beside_somebody_above() -> None:
    later = (
        Assignment(task="report", people=("tom",), start=9, end=17),
        Assignment(task="review", people=("tom",), start=33, end=24 * 7 + 17),
    )
    granted = grant(team(), later)
    (found,) = granted.stretches
    assert (found.learner, found.mentor, found.level) == ("mara", "tom", 3)
    assert granted.plan["report"].people == ("mara",)
    assert found.sessions == ((9, 12),)  # a quarter of twelve hours, as Tom is free
    assert granted.plan["report"].end == 24 + 13
    assert verify(team(), tuple(granted.plan.values()), granted.stretches) == ()


def with_room(problem: Problem) -> Problem:
    """The same, with something to come two weeks later: the report has slack."""
    party = Task(id="party", locked_start=24 * 14)
    return replace(problem, tasks=(*problem.tasks, party))


ROOM = (*PLAN, Assignment(task="party", people=(), start=24 * 14, end=24 * 14))


def test_growth_does_not_move_the_end_and_waits_for_its_mentor() -> None:
    assert grant(team(), PLAN).stretches == ()  # all would be done later
    granted = grant(with_room(team()), ROOM)
    assert granted.plan["report"].start == 24 * 7 + 9  # Tom is busy until then
    soon = with_task(with_room(team()), "report", deadline=24 * 8)
    assert grant(soon, ROOM).stretches == ()  # no margin before the deadline


@pytest.mark.parametrize(
    "changes",
    [
        {"stretch": ()},
        {"stretch": (Wish(skill="law", limit_slots=99),)},
        {"stretch": (Wish(skill="sql", limit_slots=11),)},  # it takes twelve
        {"skills": (("sql", 1),)},
        {"working": office(28)[:1]},
    ],
)
def test_without_wish_level_hours_or_room_nobody_grows(
    changes: dict[str, object],
) -> None:
    assert grant(with_room(with_mara(**changes)), ROOM).stretches == ()


def test_who_is_only_to_be_asked_may_be_busy() -> None:
    wish = Wish(skill="sql", limit_slots=16, mentor=False)
    problem = with_task(with_mara(stretch=(wish,)), "report", deadline=24 * 4)
    (found,) = grant(problem, PLAN).stretches
    assert not found.booked and found.mentor == "tom"
    assert grant(with_task(team(), "report", deadline=24 * 4), PLAN).stretches == ()


GRANTED = Stretch(
    task="report",
    learner="mara",
    skill="sql",
    level=3,
    mentor="tom",
    sessions=((24 * 7 + 9, 24 * 7 + 12),),
)
GROWN = (
    PLAN[0],
    Assignment(task="report", people=("mara",), start=24 * 7 + 9, end=24 * 8 + 13),
)


def faults(problem: Problem, *plan: Assignment, **changes: object) -> set[str]:
    each = replace(GRANTED, **changes)  # type: ignore[arg-type]
    return {fault.rule for fault in verify(problem, plan or GROWN, (each,))}


def test_the_checker_finds_a_granted_plan_sound() -> None:
    assert faults(team()) == set()
    assert {each.rule for each in verify(team(), GROWN)} == {"need", "effort"}


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        ("stretch_share", {"sessions": ((24 * 7 + 9, 24 * 7 + 11),)}),
        ("stretch_session", {"sessions": ((24 * 7 + 15, 24 * 7 + 18),)}),
        ("stretch_session", {"sessions": ((24 * 6 + 9, 24 * 6 + 12),)}),
        ("stretch_mentor", {"mentor": "mara"}),
        ("stretch_wish", {"booked": False}),
        ("stretch_wish", {"skill": "law"}),
        ("stretch_level", {"level": 4}),
        ("stretch_learner", {"learner": "tom", "mentor": "mara"}),
        ("stretch_unknown", {"mentor": "eve"}),
        ("stretch_unknown", {"task": "gone"}),
    ],
)
def test_the_checker_names_what_is_wrong_with_a_grant(
    rule: str, changes: dict[str, object]
) -> None:
    assert rule in faults(team(), **changes)


@pytest.mark.parametrize(
    ("rule", "problem"),
    [
        ("stretch_slack", with_task(team(), "report", deadline=24 * 9)),
        ("stretch_cap", with_mara(stretch=(Wish(skill="sql", limit_slots=11),))),
        ("stretch_level", with_mara(skills=())),
        ("stretch_mentor", team(stretch_rules=replace(RULES, levels_above=2))),
        ("effort", team(stretch_rules=replace(RULES, longer_percent=125))),
        ("stretch_alone", with_task(team(), "report", locked_people=("mara",))),
        ("stretch_mentor", with_task(team(), "report", candidates=("mara",))),
    ],
)
def test_the_checker_holds_each_rule(rule: str, problem: Problem) -> None:
    assert rule in faults(problem)


def test_whoever_waits_for_a_learner_waits_a_margin_longer() -> None:
    close = Task(id="close", effort=0)
    tasks = (*team().tasks, close)
    link = (Dependency(before="report", after="close"),)
    problem = team(tasks=tasks, dependencies=link)
    end = GROWN[1].end
    soon = Assignment(task="close", people=(), start=end, end=end)
    late = replace(soon, start=end + 24, end=end + 24)
    assert "stretch_slack" in faults(problem, *GROWN, soon)
    assert faults(problem, *GROWN, late) == set()


def test_a_mentor_stands_beside_one_learner_at_a_time() -> None:
    tom, mara = team().people
    ida = replace(mara, id="ida")
    twin = replace(team().tasks[0], id="twin")
    problem = team(people=(tom, mara, ida), tasks=(*team().tasks, twin))
    plan = (*GROWN, replace(GROWN[1], task="twin", people=("ida",)))
    other = replace(GRANTED, task="twin", learner="ida")
    found = {each.rule for each in verify(problem, plan, (GRANTED, other))}
    assert found == {"stretch_booked"}


def test_growing_is_work_in_load_cost_and_objective() -> None:
    before, after = evaluate(team(), PLAN), measured(team(), GROWN, (GRANTED,))
    assert before.cost == 48 * 50
    assert after.cost == 40 * 50 + 12 * 20 + 3 * 50
    busy = {(row.person, row.week): row.busy for row in after.load}
    assert busy["mara", 1] == 12 and busy["tom", 1] == 3
    assert {each.task for each in after.changes} <= {"report", "review"}


def searched(problem: Problem) -> Result:
    return solve(problem, stop=MaxIterations(40), seed=1, workers=1)


def test_the_price_of_growth_stands_beside_plans_without_it() -> None:
    weights = Weights(growth=0.0)
    problem = with_room(team(weights=weights))
    choices = frontier(
        problem, searched(problem), solve_again=searched, rates=RATES
    ).choices
    by_key = {each.key: each for each in choices}
    assert choices[0].key == "as_found"  # growth is worth nothing by these weights
    grown = by_key["growth"]
    assert (grown.stretch_slots, grown.learning_slots, grown.mentoring_slots) == (
        12,
        4,
        3,
    )
    assert grown.measures.finish == by_key["as_found"].measures.finish
    assert in_order(choices, ["makespan", "growth"]).key == "as_found"


RATES = {"tom": 50.0, "mara": 20.0}


@st.composite
def growing(draw: st.DrawFn) -> Problem:
    """A random problem in which people wish to grow."""
    problem = draw(problems(most_tasks=7))
    wishes = st.builds(
        Wish,
        skill=st.sampled_from(SKILLS),
        limit_slots=st.integers(0, 12),
        mentor=st.booleans(),
    )
    people = tuple(
        replace(
            person,
            stretch=tuple(
                draw(st.lists(wishes, max_size=2, unique_by=lambda wish: wish.skill))
            ),
        )
        for person in problem.people
    )
    rules = StretchRules(
        longer_percent=draw(st.sampled_from([100, 125, 133])),
        mentoring_percent=draw(st.sampled_from([0, 10, 50])),
        margin_slots=draw(st.sampled_from([0, 3])),
        levels_above=draw(st.sampled_from([1, 2])),
    )
    return replace(problem, people=people, stretch_rules=rules)


@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
@given(growing())
def test_whatever_is_offered_keeps_the_rules_and_moves_no_date(
    problem: Problem,
) -> None:
    result = solve(problem, stop=MaxIterations(3), seed=0, workers=1)
    if not result.assignments:
        return
    again = lambda given: solve(given, stop=MaxIterations(2), seed=0, workers=1)  # noqa: E731
    rates = {each.id: 10.0 + n for n, each in enumerate(problem.people)}
    offer = frontier(problem, result, seed=3, solve_again=again, rates=rates)
    choices = offer.choices
    for each in choices:  # caps, mentors, slack and all the rest
        assert verify(problem, each.assignments, each.stretches) == ()
    same = frontier(problem, result, seed=3, solve_again=again, rates=rates)
    assert same == offer
    _no_other_task_moves(result, grant(problem, result.assignments, seed=3))
    for one in choices:
        for other in choices:
            assert one is other or not all(
                a <= b for a, b in zip(respects(one), respects(other), strict=True)
            )


def _no_other_task_moves(result: Result, granted: object) -> None:
    before = {each.task: each for each in result.assignments}
    learning = {each.task for each in granted.stretches}  # type: ignore[attr-defined]
    plan = granted.plan  # type: ignore[attr-defined]
    assert plan.keys() == before.keys()
    assert all(
        plan[task] == each for task, each in before.items() if task not in learning
    )
    ends = [each.end for each in before.values()]
    assert all(each.end <= max(ends) for each in plan.values())


def test_more_growth_lets_dates_follow() -> None:
    choices = frontier(team(), searched(team()), solve_again=searched).choices
    by_key = {each.key: each for each in choices}
    assert "growth" not in by_key
    further = by_key["more_growth"]
    assert further.stretches[0].learner == "mara"
    assert further.measures.finish >= by_key["as_found"].measures.finish
    assert verify(team(), further.assignments, further.stretches) == ()
