"""``python -m bench.planning [PATH…] [--seconds S] [--seed N] [--json]``: a table.

Without paths: organizations made from the seed, and a few public instances if the
samples lie beside the repository.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from quarterdeck.engines import planning

from .organizations import agency, three_each
from .readers import read

SAMPLES = Path(__file__).parents[3] / "shared" / "samples" / "planning"
PUBLIC = (
    "imopse/d36/100_5_22_15.def",
    "imopse/d36/100_10_65_15.def",
    "imopse/d36/200_10_50_15.def",
    "imopse/d36/200_20_55_9.def",
    "imopse/GenRegular/100_5_512_5_D.def",
)
HEADINGS = ("instance", "tasks", "people", "first s", "first", "after s", "finish")
MORE = ("objective", "bound", "gap %", "left out", "checked")


def instances(paths: list[Path], seed: int) -> Iterator[tuple[str, planning.Problem]]:
    """Give the instances asked for, or the usual ones."""
    for path in paths:
        yield path.name, read(path)
    if paths:
        return
    for tasks, people in ((60, 12), (300, 40), (1000, 100), (5000, 100), (10_000, 500)):
        yield f"agency {tasks} x {people}", agency(tasks, people, seed)
    for tasks, people in ((1000, 50), (2000, 100), (5000, 100)):
        for name in "pq":
            made = three_each(tasks, people, seed, priorities=name == "p")
            yield f"{name} {tasks} x {people}", made
    for name in PUBLIC:
        if (SAMPLES / name).exists():
            yield name, read(SAMPLES / name)


def measure(
    name: str, problem: planning.Problem, seconds: float, seed: int, workers: int | None
) -> dict[str, object]:
    """Solve one instance and tell what came out."""
    began = time.perf_counter()
    first: list[tuple[float, float]] = []

    def watch(progress: planning.Progress) -> None:
        if progress.objective is not None and not first:
            first.append((time.perf_counter() - began, progress.objective))

    stop = planning.MaxSeconds(seconds)
    result = planning.solve(
        problem, stop=stop, seed=seed, on_progress=watch, workers=workers
    )
    found = first[0] if first else (0.0, 0.0)
    return {
        "instance": name,
        "tasks": len(problem.tasks),
        "people": len(problem.people),
        "first s": round(found[0], 3),
        "first": round(found[1], 1),
        "after s": round(result.seconds, 1),
        "finish": max((each.end for each in result.assignments), default=0),
        "objective": result.objective,
        "bound": result.bound,
        "gap %": None if result.gap is None else round(100 * result.gap, 2),
        "left out": len(result.unplaced),
        "checked": not planning.verify(problem, result),
        "status": result.status,
    }


def main() -> None:
    """Read the command line, solve, print."""
    parser = argparse.ArgumentParser(prog="python -m bench.planning")
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int)
    parser.add_argument("--json", action="store_true", help="one line of JSON each")
    parser.add_argument("--only", default="", help="instances whose names hold this")
    asked = parser.parse_args()
    if not asked.json:
        print(_row((*HEADINGS, *MORE, "status")), flush=True)
    for name, problem in instances(asked.paths, asked.seed):
        if asked.only in name:
            row = measure(name, problem, asked.seconds, asked.seed, asked.workers)
            print(json.dumps(row) if asked.json else _row(row.values()), flush=True)


def _row(values: Iterable[object]) -> str:
    cells = [str(each) for each in values]
    return f"{cells[0][-32:]:32}" + "".join(f"{cell:>12}" for cell in cells[1:])


if __name__ == "__main__":
    main()
