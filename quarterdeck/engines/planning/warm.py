"""``python -m quarterdeck.engines.planning.warm``: compile the kernel before it is asked.

Takes a minute of each of two cores once for each version, in the background, and nothing
afterwards.
"""

from __future__ import annotations

import os
import subprocess
import sys

from .kernel.jit import FOLDER, plain, remove_older
from .problem import Dependency, Need, Person, Problem, Task, Weights
from .resources import Mode, Resource
from .solve import solve
from .stop import MaxIterations

ROOMS, COMPLETE = "rooms", "complete"
FINISH_ONLY = Weights(
    lateness=0.0, priority_finish=0.0, even_load=0.0, growth=0.0, stability=0.0
)


def _some_work(
    weights: Weights, *, same_hours: bool = False, alone: bool = False
) -> Problem:
    """Give work that one cannot be sure about at once: it cannot be shared evenly."""
    uneven = same_hours or alone
    people = tuple(
        Person(
            id=f"p{n}",
            working=((0, 300),) if same_hours else ((n, 9), (12, 300)),
            skills=(("a", n),),
        )
        for n in range(3)
    )
    pair = (Need(skill="a", level=1), Need(count=1))
    tasks = tuple(
        Task(
            id=f"t{n}",
            effort=4 if uneven else 3 + n % 5,
            needs=pair[: 1 if alone else 1 + n % 2],
            deadline=9 + n,
        )
        for n in range(15 if uneven else 14)
    )
    return Problem(
        horizon=300,
        slot_minutes=60,
        people=people,
        tasks=tuple(tasks),
        dependencies=tuple(
            Dependency(before=f"t{n}", after=f"t{n + 2}") for n in range(6)
        ),
        weights=weights,
    )


def _some_rooms() -> Problem:
    """Give work that takes no people."""
    tasks = tuple(
        Task(
            id=f"t{n}", modes=(Mode(effort=1 + n % 4, amounts=(("room", 1 + n % 2),)),)
        )
        for n in range(14)
    )
    room = Resource(id="room", capacity=2)
    return Problem(
        horizon=100,
        slot_minutes=60,
        people=(),
        tasks=tasks,
        resources=(room,),
        weights=FINISH_ONLY,
    )


def warm_people() -> None:
    """Plan a little of each kind of work that takes people."""
    crowd = _some_work(FINISH_ONLY, same_hours=True)
    alone = _some_work(FINISH_ONLY, alone=True)
    for problem in (_some_work(Weights()), _some_work(FINISH_ONLY), crowd, alone):
        solve(problem, stop=MaxIterations(45), seed=1, workers=1)


def warm_rooms() -> None:
    """Plan a little that takes none: the other half of the machine code."""
    solve(_some_rooms(), stop=MaxIterations(45), seed=1, workers=1)


def warm() -> None:
    """Load all machine code; what is not there is compiled, one half beside the other."""
    if FOLDER is not None and not (FOLDER / COMPLETE).exists():
        with subprocess.Popen([sys.executable, "-m", f"{__package__}.warm", ROOMS]):
            warm_people()
    # Of what both have compiled at once one may have written over the other.
    warm_people()
    warm_rooms()


def main() -> None:
    """Compile what is not there yet, out of the way of others."""
    if FOLDER is None or (FOLDER / COMPLETE).exists():
        return
    if sys.argv[1:] == [ROOMS]:
        warm_rooms()
        return
    if hasattr(os, "nice"):
        os.nice(10)
    warm()
    if not plain:
        done = FOLDER / COMPLETE
        done.touch()
        remove_older(FOLDER, done.stat().st_mtime)


if __name__ == "__main__":
    main()
