"""``python -m bench.portfolio [--seconds S] [--seed N]``: a whole against its parts.

The same steps of search are given to the whole and to the parts; seconds are those of the
processor. With two workers each has half of the parts of a round; what stands between
rounds is done by one. Each organization is planned in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from dataclasses import replace

from quarterdeck.engines import planning
from quarterdeck.engines.planning.portfolio import Stage, next_step, plan_part

from .planning.organizations import agency
from .planning.teams import of_teams

KINDS = {"teams": of_teams, "pool": agency}
SIZES = (
    ("teams", 500, 50),
    ("teams", 1_000, 100),
    ("teams", 2_000, 200),
    ("teams", 5_000, 500),
    ("teams", 10_000, 500),
    ("pool", 1_000, 100),
    ("pool", 5_000, 500),
    ("pool", 10_000, 500),
)
HEADINGS = ("kind", "tasks", "people", "first", "whole", "whole s", "parts", "one s")
HEADINGS += ("two s", "won %", "bound", "seams")
STEPS_A_SECOND, SHARE = 100, 0.9


def whole(
    problem: planning.Problem,
    seconds: float,
    seed: int,
    plan: tuple[planning.Assignment, ...] = (),
) -> tuple[planning.Result, float]:
    """Plan as a whole, and tell how long the processor took."""
    began = time.process_time()
    result = planning.solve(
        problem,
        stop=planning.MaxIterations(round(seconds * STEPS_A_SECOND)),
        seed=seed,
        start_from=plan or None,
        workers=1,
    )
    return result, time.process_time() - began


def in_parts(
    problem: planning.Problem, seconds: float, seed: int
) -> tuple[planning.Result, float, float, float, int]:
    """Plan in parts: the result, the first plan's points, seconds of one and of two."""
    began = time.process_time()
    stage = Stage(
        problem=problem,
        steps=round(SHARE * seconds * STEPS_A_SECOND),
        seconds=1_000 * seconds,
        seed=seed,
    )
    step = next_step(stage)
    first, seams, saved = step.objective, 0, 0.0
    while step.cut is not None:
        plans, busy = [], [0.0, 0.0]
        for part in step.cut.parts:
            started = time.process_time()
            plans.append(plan_part(part, lambda _: None))
            spent = time.process_time() - started
            busy[busy.index(min(busy))] += spent
        saved += min(busy)
        seams = step.cut.seams
        stage = replace(
            stage,
            turn=stage.turn + 1,
            plan=step.plan,
            groups=step.groups,
            movable=tuple(part.movable for part in step.cut.parts),
            plans=tuple(plans),
        )
        step = next_step(stage)
    result, _ = whole(problem, (1 - SHARE) * seconds, seed, step.plan)
    one = time.process_time() - began
    return result, first, one, one - saved, seams


def measure(
    kind: str, tasks: int, people: int, seconds: float, seed: int
) -> dict[str, object]:
    """Plan one organization in both ways."""
    problem = KINDS[kind](tasks, people, seed)
    planning.solve(KINDS[kind](12, 3, 1), stop=planning.MaxIterations(2), seed=1)
    apart, first, one, two, seams = in_parts(problem, seconds, seed)
    result, took = whole(problem, seconds, seed)
    assert not planning.verify(problem, apart)
    a, b = result.objective or 0.0, apart.objective or 0.0
    return {
        "kind": kind,
        "tasks": tasks,
        "people": people,
        "first": round(first),
        "whole": round(a),
        "whole s": round(took, 1),
        "parts": round(b),
        "one s": round(one, 1),
        "two s": round(two, 1),
        "won %": round(100 * (a - b) / a, 2),
        "bound": round(result.bound or 0),
        "seams": seams,
    }


def main() -> None:
    """Run each size in a process of its own and print a table."""
    parser = argparse.ArgumentParser(prog="python -m bench.portfolio")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=15.0)
    parser.add_argument("--one", nargs=3, metavar=("KIND", "TASKS", "PEOPLE"))
    asked = parser.parse_args()
    if asked.one:
        kind, tasks, people = asked.one
        row = measure(kind, int(tasks), int(people), asked.seconds, asked.seed)
        print(json.dumps(row))
        return
    print("".join(f"{each:>9}" for each in HEADINGS), flush=True)
    for size in SIZES:
        order = [sys.executable, "-m", "bench.portfolio", "--one", *map(str, size)]
        order += ["--seed", str(asked.seed), "--seconds", str(asked.seconds)]
        told = subprocess.run(order, capture_output=True, text=True, check=True)
        row = json.loads(told.stdout.splitlines()[-1])
        print("".join(f"{row[each]!s:>9}" for each in HEADINGS), flush=True)


if __name__ == "__main__":
    main()
