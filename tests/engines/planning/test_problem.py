"""A problem that cannot be meant is refused in words, with ids."""

from dataclasses import replace
from typing import Any

import pytest

from quarterdeck.engines.planning import (
    Dependency,
    Mode,
    Need,
    Person,
    Problem,
    Resource,
    Task,
    Weights,
)

from .instances import small_team

MARA, BO = small_team().people
CONTRACT, MOVE = small_team().tasks
NAN: Any = float("nan")


@pytest.mark.parametrize(
    ("words", "changes"),
    [
        ("horizon", {"horizon": 0}),
        ("horizon", {"horizon": 10**9}),
        ("slot_minutes", {"slot_minutes": 1.5}),
        ("person id.*mara", {"people": (MARA, MARA)}),
        ("task id.*contract", {"tasks": (CONTRACT, CONTRACT, MOVE)}),
        ("ascend.*bo", {"people": (MARA, replace(BO, working=((5, 9), (8, 10))))}),
        ("ascend.*bo", {"people": (MARA, replace(BO, working=((5, 5),)))}),
        ("working slot.*bo", {"people": (MARA, replace(BO, working=((5, 9999),)))}),
        ("cost.*bo", {"people": (MARA, replace(BO, cost_per_hour=float("nan")))}),
        ("skill.*bo", {"people": (MARA, replace(BO, skills=(("a", 1), ("a", 2))))}),
        ("level.*bo, a", {"people": (MARA, replace(BO, skills=(("a", -1),)))}),
        ("effort.*move", {"tasks": (CONTRACT, replace(MOVE, effort=-1))}),
        ("effort.*move", {"tasks": (CONTRACT, replace(MOVE, effort=NAN))}),
        ("priority.*move", {"tasks": (CONTRACT, replace(MOVE, priority=-1))}),
        ("count.*move", {"tasks": (CONTRACT, replace(MOVE, needs=(Need(count=0),)))}),
        ("not there: eve", {"tasks": (CONTRACT, replace(MOVE, candidates=("eve",)))}),
        ("somebody: move", {"tasks": (CONTRACT, replace(MOVE, locked_people=()))}),
        ("started.*move", {"tasks": (CONTRACT, replace(MOVE, started=True))}),
        ("milestone.*move", {"tasks": (CONTRACT, replace(MOVE, effort=0))}),
        ("not there: x", {"dependencies": (Dependency(before="x", after="move"),)}),
        ("weight.*cost", {"weights": Weights(cost=-1.0)}),
        ("weight.*growth", {"weights": Weights(growth=float("inf"))}),
    ],
)
def test_what_cannot_be_meant_is_refused(
    words: str, changes: dict[str, object]
) -> None:
    with pytest.raises(ValueError, match=words):
        small_team(**changes)


def test_strange_but_meaningful_problems_are_taken() -> None:
    Problem(horizon=1, slot_minutes=1, people=(), tasks=())
    idle = Person(id="人", working=(), skills=(("", 0),))
    small_team(
        people=(MARA, BO, idle), tasks=(CONTRACT, MOVE, Task(id=" ", effort=10**9))
    )


ROOM = Resource(id="room", capacity=2, name="Big room")
BUDGET = Resource(id="budget", capacity=100, renewable=False)
MEET = Task(id="meet", modes=(Mode(effort=3, amounts=(("room", 1),)),))


def with_modes(*modes: Mode, **changes: Any) -> dict[str, object]:
    task = replace(MEET, modes=modes or MEET.modes, **changes)
    return {"tasks": (task,), "resources": (ROOM, BUDGET), "dependencies": ()}


@pytest.mark.parametrize(
    ("words", "changes"),
    [
        ("resource id.*room", {"resources": (ROOM, ROOM)}),
        ("capacity.*Big room", {"resources": (replace(ROOM, capacity=-1),)}),
        ("slot of a cap", {"resources": (replace(ROOM, capacity=((4, 1), (4, 2))),)}),
        ("one number", {"resources": (replace(BUDGET, capacity=((0, 1),)),)}),
        ("effort of a mode.*meet", with_modes(Mode(effort=-1))),
        ("takes nobody.*meet", with_modes(Mode(effort=0, needs=(Need(),)))),
        ("not there: van", with_modes(Mode(effort=1, amounts=(("van", 1),)))),
        ("amount.*meet", with_modes(Mode(effort=1, amounts=(("room", NAN),)))),
        (
            "resource of task meet.*room",
            with_modes(Mode(effort=1, amounts=(("room", 1), ("room", 1)))),
        ),
        ("effort and needs in them: meet", with_modes(effort=2)),
        ("locked_mode.*meet", with_modes(locked_mode=1)),
        ("one mode: meet", with_modes(Mode(effort=1), Mode(effort=2), started=True)),
        ("lock off", with_modes(locked_people=("bo",))),
    ],
)
def test_resources_that_cannot_be_meant_are_refused(
    words: str, changes: dict[str, object]
) -> None:
    with pytest.raises(ValueError, match=words):
        small_team(**changes)


def test_a_refusal_names_the_task_and_a_way_out() -> None:
    move = replace(MOVE, effort=-3, name="Move the servers")
    with pytest.raises(ValueError, match=r"move \(Move the servers\) such a number"):
        small_team(tasks=(CONTRACT, move))
