"""The checker names every way in which a plan can be wrong."""

from dataclasses import replace

import pytest

from quarterdeck.engines.planning import (
    Assignment,
    Dependency,
    MaxIterations,
    Mode,
    Need,
    Problem,
    Resource,
    Result,
    Task,
    solve,
    verify,
)

from .instances import small_team

GOOD = (
    Assignment(task="contract", people=("mara",), start=9, end=17),
    Assignment(task="move", people=("bo",), start=33, end=48 + 13),
)


def rules(problem: Problem, *plan: Assignment) -> set[str]:
    return {each.rule for each in verify(problem, plan)}


def with_task(number: int, **changes: object) -> Problem:
    tasks = list(small_team().tasks)
    tasks[number] = replace(tasks[number], **changes)  # type: ignore[arg-type]
    return small_team(tasks=tuple(tasks))


def test_a_good_plan_breaks_nothing() -> None:
    assert verify(small_team(), GOOD) == ()


@pytest.mark.parametrize(
    ("rule", "number", "changes"),
    [
        ("need", 0, {"people": ("bo",)}),
        ("need", 0, {"people": ("bo", "mara")}),
        ("calendar", 0, {"start": 8, "end": 16}),
        ("calendar", 0, {"start": 9, "end": 18}),
        ("effort", 0, {"start": 9, "end": 16}),
        ("effort", 0, {"start": 9, "end": 34}),
        ("dependency", 1, {"start": 9, "end": 24 + 13}),
        ("horizon", 1, {"start": 33, "end": 10_000}),
        ("horizon", 1, {"start": 61, "end": 33}),
        ("people", 1, {"people": ()}),
        ("people", 1, {"people": ("bo", "bo")}),
        ("unknown", 1, {"people": ("eve",)}),
        ("unknown", 1, {"task": "gone"}),
    ],
)
def test_a_plan_broken_in_one_way_is_named(
    rule: str, number: int, changes: dict[str, object]
) -> None:
    plan = list(GOOD)
    plan[number] = replace(plan[number], **changes)  # type: ignore[arg-type]
    assert rule in rules(small_team(), *plan)


@pytest.mark.parametrize(
    ("rule", "number", "changes"),
    [
        ("lock_people", 1, {"locked_people": ("mara",)}),
        ("lock_start", 1, {"locked_start": 34}),
        ("lock_start", 1, {"started": True, "locked_people": ("bo",)}),
        ("release", 1, {"release": 34}),
        ("hard_deadline", 1, {"hard_deadline": 60}),
        ("candidates", 1, {"candidates": ("mara",)}),
    ],
)
def test_a_requirement_added_to_a_good_plan_is_named(
    rule: str, number: int, changes: dict[str, object]
) -> None:
    assert rules(with_task(number, **changes), *GOOD) == {rule}


def test_one_person_does_one_thing_at_a_time() -> None:
    both = (Task(id="a", effort=2), Task(id="b", effort=2))
    problem = small_team(tasks=both, dependencies=())
    plan = [
        Assignment(task="a", people=("bo",), start=9, end=11),
        Assignment(task="b", people=("bo",), start=10, end=12),
    ]
    (found,) = verify(problem, plan)
    assert (found.rule, found.tasks, found.people) == ("overlap", ("a", "b"), ("bo",))


@pytest.mark.parametrize(
    ("kind", "lag", "allowed"),
    [
        ("FS", 16, True),
        ("FS", 17, False),
        ("SS", 24, True),
        ("SS", 25, False),
        ("FF", 44, True),
        ("FF", 45, False),
        ("SF", 52, True),
        ("SF", 53, False),
        ("FS", -100, True),
    ],
)
def test_each_kind_of_link_is_read_rightly(kind: str, lag: int, allowed: bool) -> None:
    link = Dependency(before="contract", after="move", kind=kind, lag=lag)  # type: ignore[arg-type]
    found = rules(small_team(dependencies=(link,)), *GOOD)
    assert found == (set() if allowed else {"dependency"})


def test_a_follower_needs_its_predecessor() -> None:
    assert rules(small_team(), GOOD[1]) == {"dependency"}


def test_twice_and_missing_are_named() -> None:
    assert rules(small_team(), *GOOD, GOOD[0]) == {"twice"}
    result = solve(small_team(), stop=MaxIterations(3), seed=1)
    short = replace(result, assignments=result.assignments[:1])
    assert {each.rule for each in verify(small_team(), short)} == {"missing"}
    assert verify(small_team(), Result(status="INFEASIBLE")) == ()


def test_a_milestone_takes_nobody_and_no_time() -> None:
    problem = small_team(tasks=(Task(id="done", effort=0),), dependencies=())
    assert rules(problem, Assignment(task="done", people=(), start=3, end=3)) == set()
    assert rules(problem, Assignment(task="done", people=("bo",), start=9, end=9)) == {
        "people"
    }


def test_one_person_cannot_fill_two_needs() -> None:
    needs = (Need(skill="ops"), Need())
    task = Task(id="both", effort=2, needs=needs)
    problem = small_team(tasks=(task,), dependencies=())
    alone = Assignment(task="both", people=("bo",), start=9, end=11)
    assert rules(problem, alone) == {"need"}
    assert rules(problem, replace(alone, people=("bo", "mara"))) == set()


def test_started_work_is_not_questioned() -> None:
    started = {"started": True, "locked_people": ("bo",), "locked_start": 9}
    problem = with_task(1, **started, release=11)
    plan = (GOOD[0], Assignment(task="move", people=("bo",), start=9, end=24 + 13))
    assert verify(problem, plan) == ()


ROOM = Resource(id="room", capacity=((0, 1), (10, 3), (20, 0)))
BUDGET = Resource(id="budget", capacity=10, renewable=False)
MEET = Task(
    id="meet",
    modes=(
        Mode(effort=4, amounts=(("room", 1), ("budget", 5))),
        Mode(effort=2, needs=(Need(skill="law"),), amounts=(("room", 2),)),
    ),
)
TWIN = replace(MEET, id="twin")


def with_room(*plan: Assignment, task: Task = MEET) -> set[str]:
    problem = small_team(tasks=(task, TWIN), dependencies=(), resources=(ROOM, BUDGET))
    return rules(problem, *plan)


def meet(start: int, end: int, mode: int = 0, **changes: object) -> Assignment:
    made = Assignment(task="meet", people=(), start=start, end=end, mode=mode)
    return replace(made, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("broken", "plan"),
    [
        (set(), (meet(0, 4), meet(10, 14, task="twin"))),
        (set(), (meet(8, 12), meet(12, 16, task="twin"))),
        (set(), (meet(10, 12, 1, people=("mara",)),)),
        ({"people"}, (meet(0, 5),)),
        ({"people"}, (meet(0, 4, people=("bo",)),)),
        ({"people"}, (meet(0, 2, 1),)),
        ({"need"}, (meet(10, 12, 1, people=("bo",)),)),
        ({"mode"}, (meet(0, 4, 2),)),
        ({"mode"}, (meet(0, 4, -1),)),
        ({"resource"}, (meet(0, 4), meet(3, 7, task="twin"))),
        ({"resource"}, (meet(17, 21),)),
        ({"resource"}, (meet(8, 12), meet(9, 13, task="twin"))),
        ({"resource", "effort"}, (meet(9, 12, 1, people=("mara",)),)),
    ],
)
def test_resources_and_modes_are_checked(
    broken: set[str], plan: tuple[Assignment, ...]
) -> None:
    assert broken <= with_room(*plan)
    assert bool(broken) == bool(with_room(*plan))


def test_a_consumable_lasts_for_the_whole_plan() -> None:
    dear = replace(MEET, modes=(Mode(effort=4, amounts=(("budget", 6),)),))
    assert with_room(meet(0, 4), meet(300, 304, task="twin"), task=dear) == {"resource"}
    assert with_room(meet(0, 4), task=dear) == set()


def test_a_locked_mode_and_a_started_task_without_people_stay() -> None:
    locked = replace(MEET, locked_mode=0, started=True, release=2)
    assert with_room(meet(2, 6), task=locked) == set()
    assert with_room(meet(3, 7), task=locked) == {"lock_start"}
    assert with_room(meet(9, 11, 1, people=("mara",)), task=locked) == {"mode"}
