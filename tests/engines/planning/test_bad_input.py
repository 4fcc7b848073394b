"""Bad input gets a status and a sentence with ids, names and one remedy: never a crash,
never silence."""

import random
import re
import time
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from quarterdeck.engines.planning import (
    Absence,
    Dependency,
    MaxIterations,
    Mode,
    Need,
    Person,
    Problem,
    Resource,
    Task,
    diagnose,
    solve,
    verify,
)

from .instances import office, small_team

CONTRACT = replace(small_team().tasks[0], name="Sign the contract")
MOVE = replace(small_team().tasks[1], name="Move the servers")
MARA, BO = (
    replace(person, name=name)
    for person, name in zip(small_team().people, ("Mara Lind", "Bo Berg"), strict=True)
)
AWAY = (Absence(first_slot=0, end_slot=28 * 24),)
NAN: Any = float("nan")
MOVED = r"Move the servers \(move\)"


def around(*names: str) -> tuple[Dependency, ...]:
    pairs = zip(names, (*names[1:], names[0]), strict=True)
    return tuple(Dependency(before=a, after=b) for a, b in pairs)


def made(**changes: Any) -> Problem:
    values = {"people": (MARA, BO), "tasks": (CONTRACT, MOVE), "dependencies": ()}
    return small_team(**{**values, **changes})


PLANNED = [
    (
        "itself",
        "INFEASIBLE",
        rf"{MOVED} waits for itself\. Remove",
        made(dependencies=around("move")),
    ),
    (
        "a circle",
        "INFEASIBLE",
        r"Sign the contract \(contract\), then .*\(move\), then Sign .* Remove one",
        made(dependencies=around("contract", "move")),
    ),
    (
        "a date that is too early",
        "INFEASIBLE",
        rf"{MOVED} must end by slot 5 and cannot end before 20\. Move the deadline",
        made(
            tasks=(CONTRACT, replace(MOVE, hard_deadline=5)),
            dependencies=(Dependency(before="contract", after="move"),),
        ),
    ),
    (
        "a skill nobody has",
        "UNPLACED",
        rf"{MOVED} needs 1 with flying at level 2 and nobody can; ask for less",
        made(tasks=(CONTRACT, replace(MOVE, needs=(Need(skill="flying", level=2),)))),
    ),
    (
        "everybody on leave",
        "UNPLACED",
        "everybody is away all through the plan. Plan for longer",
        made(people=tuple(replace(p, working=(), absences=AWAY) for p in (MARA, BO))),
    ),
    (
        "no working day",
        "IDLE",
        r"Bo Berg \(bo\) has no working day .* Look at the working hours",
        made(people=(MARA, replace(BO, working=()))),
    ),
    (
        "nobody at all",
        "UNPLACED",
        "there are no people",
        made(people=()),
    ),
    (
        "two locks at one time",
        "INFEASIBLE",
        r"Bo Berg \(bo\) is locked to Sign .* and Move .* at slot 11\. Take one",
        made(
            tasks=(
                replace(CONTRACT, locked_people=("bo",), locked_start=9, needs=()),
                replace(MOVE, locked_people=("bo",), locked_start=11, needs=()),
            )
        ),
    ),
    (
        "a lock before the release",
        "INFEASIBLE",
        rf"{MOVED} is locked to slot 3 and released at 8\. Move one",
        made(tasks=(CONTRACT, replace(MOVE, locked_start=3, release=8))),
    ),
    (
        "a lock to somebody who cannot",
        "INFEASIBLE",
        r"Bo Berg \(bo\) is locked to Sign .* cannot do it\. Take the lock off",
        made(tasks=(replace(CONTRACT, locked_people=("bo",)), MOVE)),
    ),
    (
        "more of a room than there is",
        "UNPLACED",
        "move takes more of room than there ever is. Take less",
        made(
            tasks=(
                CONTRACT,
                Task(id="move", modes=(Mode(effort=2, amounts=(("room", 3),)),)),
            ),
            resources=(Resource(id="room", capacity=2),),
        ),
    ),
]


@pytest.mark.parametrize(("what", "status", "words", "problem"), PLANNED)
def test_it_is_said_and_the_planner_answers(
    what: str, status: str, words: str, problem: Problem
) -> None:
    found = diagnose(problem)[0]
    assert found.status == status
    assert re.search(words, found.sentence), what
    result = solve(problem, stop=MaxIterations(5), seed=1, workers=1)
    assert verify(problem, result) == ()
    if status == "INFEASIBLE":
        assert result.status == "INFEASIBLE"
        assert result.conflict is not None and 0 < len(result.conflict.items) <= 10
    elif status == "UNPLACED":
        assert result.unplaced


@pytest.mark.parametrize(
    ("words", "changes"),
    [
        (r"effort.*NaN|effort.*nan.*Move the servers", {"effort": NAN}),
        (r"effort.*-3.*Move the servers.*Give", {"effort": -3}),
        (r"effort.*Move the servers", {"effort": 10**15}),
        (r"effort.*2\.5.*Move the servers", {"effort": 2.5}),
        (r"people who are not there: zoe\. Add them or take", {"candidates": ("zoe",)}),
        (r"deadline.*Move the servers", {"hard_deadline": -1}),
    ],
)
def test_a_number_that_means_nothing_is_refused(
    words: str, changes: dict[str, Any]
) -> None:
    with pytest.raises(ValueError, match=words):
        made(tasks=(CONTRACT, replace(MOVE, **changes)))


def test_doubles_and_links_to_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match=r"task id may appear once: move\. Rename"):
        made(tasks=(MOVE, MOVE))
    with pytest.raises(ValueError, match=r"person id may appear once: bo\. Rename"):
        made(people=(BO, BO))
    with pytest.raises(ValueError, match=r"not there: gone\. Add the tasks or remove"):
        made(dependencies=(Dependency(before="gone", after="move"),))


def test_work_longer_than_the_plan_and_no_work_at_all() -> None:
    problem = made(tasks=(replace(MOVE, effort=10**11), Task(id="done")))
    result = solve(problem, stop=MaxIterations(5), seed=1, workers=1)
    assert [each.task for each in result.assignments] == ["done"]
    assert result.unplaced[0].reason == "no_common_time"


def test_circles_among_a_hundred_thousand_are_named_in_time() -> None:
    count, chance = 100_000, random.Random(1)
    ring = [(n, (n + 1) % count) for n in range(count)]
    tangle = [(chance.randrange(9_000), chance.randrange(9_000)) for _ in range(9_000)]
    tasks = tuple(Task(id=f"t{n}") for n in range(count))
    for pairs in (ring, tangle):
        links = {(f"t{a}", f"t{b}") for a, b in pairs}
        problem = Problem(
            horizon=10,
            slot_minutes=60,
            people=(),
            tasks=tasks,
            dependencies=tuple(Dependency(before=a, after=b) for a, b in links),
        )
        began = time.process_time()
        (found,) = diagnose(problem)
        assert time.process_time() - began < 2
        circle = [*found.tasks, found.tasks[0]]
        assert all(pair in links for pair in pairwise(circle))


def test_a_chain_of_two_thousand_is_planned() -> None:
    count = 2_000
    bo = Person(id="bo", working=office(7 * 60))
    problem = Problem(
        horizon=7 * 60 * 24,
        slot_minutes=60,
        people=(bo,),
        tasks=tuple(Task(id=f"t{n}", effort=1) for n in range(count)),
        dependencies=tuple(
            Dependency(before=f"t{n}", after=f"t{n + 1}") for n in range(count - 1)
        ),
    )
    result = solve(problem, stop=MaxIterations(1), seed=1, workers=1)
    assert result.status in ("OPTIMAL", "FEASIBLE") and not result.unplaced
