"""One public instance solved and told as one line that others can check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quarterdeck.engines import planning
from quarterdeck.engines.planning.warm import warm

from .processor import budget
from .readers import READERS

Schedule = dict[str, dict[str, object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What is told of one instance; times are whole units of the file."""

    instance: str
    objective: int | None
    lower_bound: int | None
    seconds: float
    checked: bool
    status: str
    schedule: Schedule


def instances(paths: list[Path]) -> Iterator[Path]:
    """Give the files asked for; of a folder all that a reader is known for."""
    for path in paths:
        if path.is_dir():
            yield from sorted(
                each
                for each in path.rglob("*")
                if each.suffix in READERS and each.is_file()
            )
        else:
            yield path


def warm_up() -> None:
    """Load numba, CP-SAT and the compiled kernels, as a process does that plans often.

    The time of the first instance is then that of any other.
    """
    warm()


def solved(
    name: str,
    problem: planning.Problem,
    seconds: float,
    seed: int,
    workers: int | None = None,
    *,
    processor: bool = False,
) -> Line:
    """Solve, from the call to the answer, and check the answer."""
    stop, clock = budget(seconds, processor=processor)
    began = clock()
    result = planning.solve(problem, stop=stop, seed=seed, workers=workers)
    took = clock() - began
    whole = not result.unplaced and bool(result.assignments)
    return Line(
        instance=name,
        objective=max(each.end for each in result.assignments) if whole else None,
        lower_bound=None if result.bound is None else round(result.bound),
        seconds=round(took, 3),
        checked=whole and not planning.verify(problem, result),
        status=result.status,
        schedule={
            each.task: {
                "start": each.start,
                "mode": each.mode + 1,
                "people": list(each.people),
            }
            for each in result.assignments
        },
    )
