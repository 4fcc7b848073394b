"""Rooms, budgets, ways of doing and locks that contradict each other are named."""

from dataclasses import replace

import pytest

from quarterdeck.engines.planning import (
    Conflict,
    Dependency,
    MaxIterations,
    Mode,
    Need,
    Problem,
    Resource,
    Result,
    Task,
    relax,
    solve,
    verify,
)
from quarterdeck.engines.planning.relax import requirements

from .instances import small_team

ROOM = Resource(id="room", capacity=1, name="Room 3")
BUDGET = Resource(id="budget", capacity=100, renewable=False)
DAY = 24


def talk(name: str, hours: int = 6, **more: object) -> Task:
    mode = Mode(effort=hours, needs=(Need(),), amounts=(("room", 1),))
    return Task(id=name, modes=(mode,), **more)  # type: ignore[arg-type]


def plan_of(problem: Problem) -> Result:
    result = solve(problem, stop=MaxIterations(10), seed=1, workers=1)
    assert verify(problem, result) == ()
    return result


def conflict_of(problem: Problem) -> Conflict:
    result = plan_of(problem)
    assert result.status == "INFEASIBLE" and result.conflict is not None
    return result.conflict


def check(problem: Problem) -> list[str]:
    """Nothing but the conflict cannot hold; without any one of it the rest can."""
    conflict = conflict_of(problem)
    assert conflict.minimal and len(conflict.items) <= 10
    background = any(item.kind == "working" for item in conflict.items)
    others = [
        item
        for item in requirements(problem)
        if item not in conflict.items and (background or item.kind != "working")
    ]
    alone = relax(problem, others)
    assert plan_of(alone).status == "INFEASIBLE"
    for number, item in enumerate(conflict.items):
        assert plan_of(relax(alone, [item])).status != "INFEASIBLE"
        solved = plan_of(relax(problem, [item])).status != "INFEASIBLE"
        assert solved == (number in conflict.remedies)
    return sorted(item.kind for item in conflict.items)


def problem_of(*tasks: Task, **more: object) -> Problem:
    values: dict[str, object] = {"dependencies": (), "resources": (ROOM, BUDGET)}
    return small_team(tasks=tasks, **{**values, **more})


def test_one_room_for_two_on_one_day() -> None:
    problem = problem_of(talk("a", hard_deadline=DAY), talk("b", hard_deadline=DAY))
    assert check(problem) == ["deadline", "deadline", "resource"]
    item = next(e for e in conflict_of(problem).items if e.kind == "resource")
    assert (item.resource, item.name) == ("room", "Room 3")


def test_a_budget_that_is_too_small_for_what_must_be() -> None:
    dear = Mode(effort=3, needs=(Need(),), amounts=(("budget", 60),))
    tasks = tuple(Task(id=n, modes=(dear,), hard_deadline=99) for n in "ab")
    assert check(problem_of(*tasks)) == ["deadline", "deadline", "resource"]


@pytest.mark.parametrize(
    ("kinds", "task"),
    [
        (["deadline", "need"], talk("a", hard_deadline=DAY * 3)),
        (["lock_start", "release"], talk("a", locked_start=9, release=30)),
        (["deadline", "lock_start"], talk("a", locked_start=33, hard_deadline=35)),
        (["deadline", "release"], talk("a", release=33, hard_deadline=36)),
        (["candidates", "lock_people"], talk("a", locked_start=9)),
        (["leave", "lock_people", "lock_start"], talk("a", locked_start=81)),
    ],
)
def test_each_kind_is_named(kinds: list[str], task: Task) -> None:
    if "need" in kinds:
        mode = replace(task.modes[0], needs=(Need(skill="law", level=9),))
        task = replace(task, modes=(mode,))
    if "candidates" in kinds:
        task = replace(task, locked_people=("bo",), candidates=("mara",))
    if "leave" in kinds:
        task = replace(task, locked_people=("mara",))
    assert check(problem_of(task)) == kinds


def test_the_way_that_is_locked_is_too_slow() -> None:
    slow, fast = Mode(effort=30, needs=(Need(),)), Mode(effort=2, needs=(Need(),))
    task = Task(id="a", modes=(slow, fast), locked_mode=0, hard_deadline=2 * DAY)
    problem = problem_of(task)
    assert check(problem) == ["deadline", "lock_mode"]
    assert plan_of(replace(problem, tasks=(replace(task, locked_mode=None),)))


def test_two_locks_on_one_person_and_room() -> None:
    tasks = (
        talk("a", locked_people=("bo",), locked_start=9),
        talk("b", locked_people=("bo",), locked_start=11),
    )
    kinds = check(problem_of(*tasks))
    assert kinds.count("lock_start") == 2 and len(kinds) <= 5


def test_a_chain_that_is_too_long() -> None:
    links = (Dependency(before="a", after="b"),)
    tasks = (talk("a"), talk("b", hard_deadline=20))
    problem = problem_of(*tasks, dependencies=links)
    assert check(problem) == ["deadline", "dependency"]


def test_what_only_an_exact_look_finds_is_planned() -> None:
    """In the order of dates the long one takes the room that the short one needs."""
    first = talk("a", 8, hard_deadline=3 * DAY, release=33)
    problem = problem_of(first, talk("b", 8, hard_deadline=2 * DAY - 7))
    assert plan_of(problem).status in ("FEASIBLE", "OPTIMAL")


def test_without_people_the_room_is_named_too() -> None:
    machine = Mode(effort=5, amounts=(("room", 1),))
    tasks = tuple(Task(id=n, modes=(machine,), hard_deadline=8) for n in "ab")
    problem = problem_of(*tasks, people=())
    kinds = sorted(item.kind for item in conflict_of(problem).items)
    assert kinds == ["deadline", "deadline", "resource"]
