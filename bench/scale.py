"""``python -m bench.scale [--seed N] [--large] [--http]``: how long many tasks take.

Organizations are made from the seed, with part time, leave and levels; three tenths of
the work is under way. Each size runs in a process of its own, for its memory.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from dataclasses import replace

from quarterdeck.engines import planning

from .planning.organizations import agency

SIZES = ((100, 8), (600, 60), (1_000, 100), (10_000, 500))
LARGE = (100_000, 5_000)
HEADINGS = ("tasks", "people", "first s", "polished s", "gap %", "left out", "MB")


def under_way(
    problem: planning.Problem, seed: int, share: float = 0.3
) -> planning.Problem:
    """Let a share of the work that could begin first have begun."""
    chance = random.Random(seed)
    first = planning.solve(problem, stop=planning.MaxIterations(1), seed=seed)
    early = first.assignments[: int(len(first.assignments) * share / 2)]
    begun = {each.task: each for each in early if chance.random() < 0.6}
    busy: set[str] = set()
    tasks = []
    for task in problem.tasks:
        now = begun.get(task.id)
        if now is not None and busy.isdisjoint(now.people):
            busy.update(now.people)
            task = replace(
                task, started=True, locked_people=now.people, locked_start=now.start
            )
        tasks.append(task)
    return replace(problem, tasks=tuple(tasks), current=first.assignments)


def measure(tasks: int, people: int, seed: int, seconds: float) -> dict[str, object]:
    """Plan one organization and tell what it took."""
    problem = agency(tasks, people, seed)
    warm = agency(12, 3, 1)
    planning.solve(warm, stop=planning.MaxIterations(2), seed=1)
    began, first = time.perf_counter(), list[float]()

    def watch(progress: planning.Progress) -> None:
        if progress.objective is not None and not first:
            first.append(time.perf_counter() - began)

    result = planning.solve(
        problem, stop=planning.MaxSeconds(seconds), seed=seed, on_progress=watch
    )
    return {
        "tasks": tasks,
        "people": people,
        "first s": round(first[0], 3) if first else None,
        "polished s": round(result.seconds, 2),
        "gap %": None if result.gap is None else round(100 * result.gap, 2),
        "left out": len(result.unplaced),
        "MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def main() -> None:
    """Run each size in a process of its own and print a table."""
    parser = argparse.ArgumentParser(prog="python -m bench.scale")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--large", action="store_true", help="100,000 tasks as well")
    parser.add_argument("--one", nargs=2, type=int, metavar=("TASKS", "PEOPLE"))
    parser.add_argument(
        "--http", action="store_true", help="from the press to a first plan alone"
    )
    asked = parser.parse_args()
    if asked.http:
        from .over_http import ROUNDS
        from .over_http import measure as over_http

        print(json.dumps(over_http(ROUNDS)))
        return
    if asked.one:
        print(json.dumps(measure(*asked.one, asked.seed, asked.seconds)))
        return
    print("".join(f"{each:>12}" for each in HEADINGS), flush=True)
    for size in (*SIZES, LARGE) if asked.large else SIZES:
        order = [sys.executable, "-m", "bench.scale", "--one", *map(str, size)]
        order += ["--seed", str(asked.seed), "--seconds", str(asked.seconds)]
        told = subprocess.run(order, capture_output=True, text=True, check=True)
        row = json.loads(told.stdout.splitlines()[-1])
        print("".join(f"{row[each]!s:>12}" for each in HEADINGS), flush=True)


if __name__ == "__main__":
    main()
