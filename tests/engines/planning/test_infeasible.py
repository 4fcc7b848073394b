"""Conflicts are true, smallest, and named so that words can be made of them."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings

from quarterdeck.engines.planning import (
    Conflict,
    ConflictItem,
    Dependency,
    Need,
    Person,
    Problem,
    Progress,
    Task,
    relax,
    solve,
)
from quarterdeck.engines.planning.relax import requirements

from .instances import office, problems, small_team

LAW = (Need(skill="law", level=2),)


def conflict_of(problem: Problem) -> Conflict:
    result = solve(problem, stop=_has_a_plan, seed=1, workers=1)
    assert result.status == "INFEASIBLE" and result.conflict is not None
    return result.conflict


def is_solvable(problem: Problem) -> bool:
    """Solve long enough to know: the first sound plan stops the search."""
    found = solve(problem, stop=_has_a_plan, seed=2, workers=1)
    return found.status in ("OPTIMAL", "FEASIBLE")


def _has_a_plan(progress: Progress) -> bool:
    return progress.objective is not None


@settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(problems(most_tasks=6))
def test_without_any_one_item_the_conflict_can_be_solved(problem: Problem) -> None:
    first = solve(problem, stop=_has_a_plan, seed=1, workers=1)
    assume(first.status == "INFEASIBLE")
    conflict = conflict_of(problem)
    assert conflict.minimal and len(conflict.items) <= 10
    background = any(item.kind == "working" for item in conflict.items)
    others = [
        item
        for item in requirements(problem)
        if item not in conflict.items and (background or item.kind != "working")
    ]
    alone = relax(problem, others)
    assert conflict_of(alone).items
    for number, item in enumerate(conflict.items):
        assert is_solvable(relax(alone, [item]))
        assert is_solvable(relax(problem, [item])) == (number in conflict.remedies)


def test_leave_a_deadline_and_the_only_one_who_can() -> None:
    task = Task(id="contract", effort=20, needs=LAW, hard_deadline=10 * 24)
    problem = small_team(tasks=(task,), dependencies=())
    conflict = conflict_of(problem)
    assert set(conflict.items) == {
        ConflictItem(kind="deadline", tasks=("contract",), end_slot=240),
        ConflictItem(
            kind="need",
            tasks=("contract",),
            people=("mara",),
            skill="law",
            level=2,
            count=1,
        ),
        ConflictItem(
            kind="leave", people=("mara",), first_slot=48, end_slot=336, name="leave"
        ),
    }
    assert conflict.minimal and conflict.remedies == (0, 1, 2)


@pytest.mark.parametrize(
    ("kinds", "task"),
    [
        (
            ["lock_people", "need"],
            Task(id="a", effort=3, needs=LAW, locked_people=("bo",)),
        ),
        (
            ["candidates", "lock_people"],
            Task(id="a", effort=3, candidates=("mara",), locked_people=("bo",)),
        ),
        (["lock_start", "release"], Task(id="a", effort=3, locked_start=9, release=10)),
        (["deadline", "release"], Task(id="a", effort=3, hard_deadline=30, release=20)),
        (
            ["deadline", "lock_start"],
            Task(id="a", effort=3, hard_deadline=35, locked_start=33),
        ),
        (["lock_start", "working", "working"], Task(id="a", effort=3, locked_start=5)),
        (
            ["leave", "lock_people", "lock_start"],
            Task(id="a", effort=3, locked_people=("mara",), locked_start=81),
        ),
        (
            ["deadline", "need"],
            Task(
                id="a", effort=3, hard_deadline=99, needs=(Need(skill="law", level=9),)
            ),
        ),
        (
            ["deadline", "need"],
            Task(id="a", effort=3, hard_deadline=99, needs=(Need(count=3),)),
        ),
        (
            ["started", "working"],
            Task(id="a", effort=3, started=True, locked_people=("bo",), locked_start=2),
        ),
    ],
)
def test_each_kind_of_conflict_is_named(kinds: list[str], task: Task) -> None:
    conflict = conflict_of(small_team(tasks=(task,), dependencies=()))
    assert sorted(item.kind for item in conflict.items) == kinds


def test_two_locks_on_one_person() -> None:
    both = tuple(
        Task(id=name, effort=4, locked_people=("bo",), locked_start=start)
        for name, start in (("a", 9), ("b", 11))
    )
    conflict = conflict_of(small_team(tasks=both, dependencies=()))
    assert sorted(item.kind for item in conflict.items) == [
        "lock_people",
        "lock_people",
        "lock_start",
        "lock_start",
    ]


def test_a_chain_too_long_for_its_deadline() -> None:
    chain = tuple(Task(id=name, effort=8) for name in "abc")
    chain = (*chain[:2], replace(chain[2], hard_deadline=60))
    links = (Dependency(before="a", after="b"), Dependency(before="b", after="c"))
    conflict = conflict_of(small_team(tasks=chain, dependencies=links))
    assert sorted(item.kind for item in conflict.items) == [
        "deadline",
        "dependency",
        "dependency",
    ]


def test_too_much_before_one_date_for_the_only_one_who_can() -> None:
    bo = Person(id="bo", working=office(28))
    three = tuple(Task(id=name, effort=15, hard_deadline=5 * 24) for name in "abc")
    problem = small_team(people=(bo,), tasks=three, dependencies=())
    conflict = conflict_of(problem)
    assert [item.kind for item in conflict.items] == ["deadline"] * 3
    assert conflict.remedies == (0, 1, 2)


def test_a_shortest_cycle_is_told_in_order() -> None:
    tasks = tuple(Task(id=f"t{n}", effort=1) for n in range(1000))
    ring = [Dependency(before=f"t{n}", after=f"t{(n + 1) % 1000}") for n in range(1000)]
    problem = small_team(tasks=tasks, dependencies=tuple(ring))
    (item,) = conflict_of(problem).items
    assert item.kind == "cycle" and len(item.tasks) == 1000
    short = Dependency(before="t17", after="t14", kind="SS")
    problem = small_team(tasks=tasks, dependencies=(*ring, short))
    (item,) = conflict_of(problem).items
    assert item.tasks == ("t14", "t15", "t16", "t17")
    loop = Dependency(before="t3", after="t3")
    conflict = conflict_of(small_team(tasks=tasks, dependencies=(loop,)))
    assert conflict.items[0].tasks == ("t3",) and conflict.remedies == (0,)


def test_one_of_two_cycles_is_told_and_is_no_way_out() -> None:
    tasks = tuple(Task(id=f"t{n}", effort=1) for n in range(5))
    pairs = ((0, 1), (1, 0), (2, 3), (3, 4), (4, 2))
    links = tuple(Dependency(before=f"t{a}", after=f"t{b}") for a, b in pairs)
    conflict = conflict_of(small_team(tasks=tasks, dependencies=links))
    assert conflict.items[0].tasks == ("t0", "t1") and conflict.remedies == ()
