"""``python -m bench.replan``: how much a plan changes after each of 50 events.

An organization made from the seed is planned; then people fall ill, estimates grow,
urgent tasks arrive and people leave. After each event it is planned again.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from dataclasses import replace

from quarterdeck.engines import planning

from .planning.organizations import agency
from .planning.processor import HELP, budget
from .scale import under_way

DAY = 24


def without(person: planning.Person, first: int, end: int) -> planning.Person:
    """Take working time out of somebody's calendar."""
    kept = [
        (a, b)
        for start, stop in person.working
        for a, b in ((start, min(stop, first)), (max(start, end), stop))
        if a < b
    ]
    return replace(person, working=tuple(kept))


def happen(
    problem: planning.Problem, chance: random.Random, number: int
) -> tuple[str, planning.Problem]:
    """Let something happen to people or tasks that are not under way."""
    free = [task for task in problem.tasks if not task.started and task.effort]
    busy = {who for task in problem.tasks for who in task.locked_people or ()}
    kind = ("ill", "estimate", "urgent", "leaves")[number % 4]
    people, tasks = problem.people, problem.tasks
    if kind in ("ill", "leaves"):
        chosen = chance.choice([each for each in people if each.id not in busy])
        first = chance.randrange(10) * DAY
        end = problem.horizon if kind == "leaves" else first + 5 * DAY
        changed = without(chosen, first, end)
        people = tuple(changed if each is chosen else each for each in people)
    elif kind == "estimate":
        grown = chance.choice(free)
        more = replace(grown, effort=grown.effort * 3 // 2)
        tasks = tuple(more if each is grown else each for each in tasks)
    else:
        like = chance.choice(free)
        urgent = replace(like, id=f"urgent{number}", priority=8, deadline=10 * DAY)
        tasks = (*tasks, urgent)
    return kind, replace(problem, people=people, tasks=tasks)


def shares(problem: planning.Problem, new: planning.Result) -> tuple[float, float, int]:
    """Give what part of the next ten days' tasks changes people, what part moves more
    than a day, and how many tasks under way changed."""
    old = {each.task: each for each in problem.current}
    now = {each.task: each for each in new.assignments}
    near = [each for each in old.values() if each.start < 10 * DAY and each.task in now]
    people = sum(set(now[each.task].people) != set(each.people) for each in near)
    moved = sum(abs(now[each.task].start - each.start) > DAY for each in near)
    begun = [task.id for task in problem.tasks if task.started]
    lost = sum(now[each].people != old[each].people for each in begun if each in old)
    return people / max(1, len(near)), moved / max(1, len(near)), lost


def main() -> None:
    """Plan, let things happen, plan again, and print what changed."""
    parser = argparse.ArgumentParser(prog="python -m bench.replan")
    parser.add_argument("--tasks", type=int, default=1_000)
    parser.add_argument("--people", type=int, default=100)
    parser.add_argument("--events", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=0.9)
    parser.add_argument("--fresh", type=float, default=0.0, help="compare, in seconds")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processor", action="store_true", help=HELP)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    problem = under_way(agency(asked.tasks, asked.people, asked.seed), asked.seed)
    stop, _ = budget(5.0, processor=asked.processor)
    first = planning.solve(problem, stop=stop, seed=asked.seed)
    problem = replace(problem, current=first.assignments)
    rows = []
    for number in range(asked.events):
        kind, after = happen(problem, chance, number)
        began = time.process_time(), time.perf_counter()
        stop, _ = budget(asked.seconds, processor=asked.processor)
        result = planning.solve(after, stop=stop, seed=asked.seed)
        took = time.process_time() - began[0], time.perf_counter() - began[1]
        people, moved, lost = shares(after, result)
        rows.append((took[1], people, moved))
        worse = ""
        if asked.fresh and result.objective:
            stop, _ = budget(asked.fresh, processor=asked.processor)
            fresh = planning.solve(after, stop=stop, seed=asked.seed)
            worse = f"{100 * (result.objective / (fresh.objective or 1) - 1):8.2f} %"
        print(
            f"{kind:9}{took[1]:7.2f} s ({took[0]:.2f} of a processor)"
            f"{100 * people:7.1f} % people{100 * moved:7.1f} % moved  {lost} begun {worse}",
            flush=True,
        )
        problem = replace(after, current=result.assignments)
    times = sorted(row[0] for row in rows)
    print(
        f"p95 {times[int(0.95 * (len(times) - 1))]:.2f} s, mean"
        f" {100 * statistics.mean(row[1] for row in rows):.1f} % people,"
        f" {100 * statistics.mean(row[2] for row in rows):.1f} % moved"
    )


if __name__ == "__main__":
    main()
