"""A problem that cannot be meant is refused in words, with ids."""

from dataclasses import replace
from typing import Any

import pytest

from quarterdeck.engines.planning import (
    Dependency,
    Need,
    Person,
    Problem,
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
