"""``python -m bench.reasons``: are the planner's reasons true when they are re-checked?

Organizations made from the seed, and instances given as paths, are planned. Each reason
of some tasks is taken away (the lock, the dependency, the earlier task, the wish) and
the task is planned again, all others where they are: the reason is true if that makes
the difference which it claims.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from pathlib import Path

from quarterdeck.engines import planning

from .planning.organizations import agency
from .planning.readers import read
from .recheck import Recheck
from .replan import happen
from .scale import under_way

SIZES = ((60, 8), (300, 60), (1_500, 500))


def organizations(seed: int) -> list[tuple[str, planning.Problem, planning.Result]]:
    """Plan organizations of three sizes, and again after something has happened."""
    found = []
    for tasks, people in SIZES:
        problem = under_way(agency(tasks, people, seed), seed)
        chance = random.Random(seed)
        for number in range(3):
            result = planning.solve(problem, stop=planning.MaxSeconds(3), seed=seed)
            found.append((f"{people} people, {number} events", problem, result))
            problem = happen(problem, chance, number)[1]
    return found


def of_files(paths: list[Path]) -> list[tuple[str, planning.Problem, planning.Result]]:
    """Plan instances."""
    found = []
    for path in paths:
        problem = read(path)
        result = planning.solve(problem, stop=planning.MaxSeconds(2), seed=1)
        found.append((path.name, problem, result))
    return found


def main() -> None:
    """Check reasons until there are enough and print the share of true ones."""
    parser = argparse.ArgumentParser(prog="python -m bench.reasons")
    parser.add_argument("paths", nargs="*", type=Path, help="instances as well")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tasks", type=int, default=40, help="of each plan")
    asked = parser.parse_args()
    told, broken, slowest = Counter[str](), Counter[str](), 0.0
    for name, problem, result in [*organizations(asked.seed), *of_files(asked.paths)]:
        chance = random.Random(asked.seed)
        explainer = planning.Explainer(problem, result)
        recheck = Recheck(problem, result)
        rows = list(result.assignments)
        here = Counter[bool]()
        for each in chance.sample(rows, min(asked.tasks, len(rows))):
            began = time.process_time()
            explanation = explainer.explain(each.task)
            slowest = max(slowest, time.process_time() - began)
            for code, holds in recheck.all_of(explanation):
                told[code] += 1
                broken[code] += not holds
                here[holds] += 1
                if not holds:
                    print(f"  false: {each.task} {code} in {name}", flush=True)
        print(f"{name:24}{here.total():6} reasons{here[False]:5} false", flush=True)
    for code, count in told.most_common():
        print(f"{code:24}{count:6}{100 * (1 - broken[code] / count):8.1f} % true")
    share = 100 * (1 - broken.total() / max(1, told.total()))
    print(
        f"{told.total()} reasons, {share:.2f} % true when re-checked;"
        f" slowest explanation {1000 * slowest:.1f} ms of a processor"
    )


if __name__ == "__main__":
    main()
