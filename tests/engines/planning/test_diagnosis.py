"""What cannot be planned is said in a sentence with ids, names and a remedy."""

import re
import time
from dataclasses import replace
from typing import Any

import pytest

from quarterdeck.engines.planning import (
    Dependency,
    MaxIterations,
    Mode,
    Need,
    Problem,
    Resource,
    Task,
    diagnose,
    in_words,
    solve,
)

from .instances import small_team

MARA, BO = small_team().people
CONTRACT, MOVE = small_team().tasks
NAMED = replace(MOVE, name="Move the servers")
HUGE = Mode(effort=1, amounts=(("room", 3),))


def test_nothing_is_said_of_a_sound_problem() -> None:
    assert diagnose(small_team()) == ()


@pytest.mark.parametrize(
    ("status", "words", "changes"),
    [
        (
            "INFEASIBLE",
            r"Move the servers \(move\) waits for itself. Remove",
            {
                "tasks": (CONTRACT, NAMED),
                "dependencies": (Dependency(before="move", after="move"),),
            },
        ),
        (
            "INFEASIBLE",
            r"circle: contract, then move, then contract again. Remove one",
            {
                "dependencies": (
                    Dependency(before="contract", after="move"),
                    Dependency(before="move", after="contract"),
                )
            },
        ),
        (
            "INFEASIBLE",
            r"move must end by slot 5 and cannot end before 20. Move the deadline",
            {"tasks": (CONTRACT, replace(MOVE, hard_deadline=5))},
        ),
        (
            "INFEASIBLE",
            r"bo is locked to contract and .*\(move\) at slot 9. Take one",
            {
                "tasks": tuple(
                    replace(t, locked_people=("bo",), locked_start=9, needs=())
                    for t in (CONTRACT, NAMED)
                )
            },
        ),
        (
            "INFEASIBLE",
            r"move is locked to slot 3 and released at 8",
            {"tasks": (CONTRACT, replace(MOVE, locked_start=3, release=8))},
        ),
        (
            "UNPLACED",
            r"move needs 1 with flying at level 2 and nobody can; ask for less",
            {
                "tasks": (
                    CONTRACT,
                    replace(MOVE, needs=(Need(skill="flying", level=2),)),
                )
            },
        ),
        (
            "UNPLACED",
            r"needs 2 with ops at level 0 and only 1 can",
            {"tasks": (CONTRACT, replace(MOVE, needs=(Need(skill="ops", count=2),)))},
        ),
        (
            "UNPLACED",
            "everybody is away",
            {"people": (replace(MARA, working=()), replace(BO, working=()))},
        ),
        (
            "UNPLACED",
            "move takes more of room than there ever is. Take less",
            {
                "tasks": (CONTRACT, Task(id="move", modes=(HUGE,))),
                "resources": (Resource(id="room", capacity=2),),
            },
        ),
        ("IDLE", "bo has no working day", {"people": (MARA, replace(BO, working=()))}),
    ],
)
def test_what_stands_in_the_way_is_said(
    status: str, words: str, changes: dict[str, Any]
) -> None:
    found = diagnose(small_team(**changes))
    assert found[0].status == status
    assert re.search(words, found[0].sentence)


def test_a_circle_of_ten_thousand_is_named_in_order_within_two_seconds() -> None:
    count = 10_000
    problem = Problem(
        horizon=10,
        slot_minutes=60,
        people=(),
        tasks=tuple(Task(id=f"t{n}") for n in range(count)),
        dependencies=tuple(
            Dependency(before=f"t{n}", after=f"t{(n + 1) % count}")
            for n in range(count)
        ),
    )
    began = time.process_time()
    (found,) = diagnose(problem)
    assert time.process_time() - began < 2
    numbers = [int(each[1:]) for each in found.tasks]
    assert len(numbers) == count
    pairs = zip(numbers, numbers[1:] + numbers[:1], strict=True)
    assert all((a + 1) % count == b for a, b in pairs)


def test_a_plan_is_told_in_a_sentence() -> None:
    result = solve(small_team(), stop=MaxIterations(2), seed=1, workers=1)
    assert "best possible" in in_words(result) or "proven" in in_words(result)
    assert "no plan" in in_words(replace(result, status="INFEASIBLE"))
    assert "at most 3.1 %" in in_words(replace(result, status="FEASIBLE", gap=0.031))
