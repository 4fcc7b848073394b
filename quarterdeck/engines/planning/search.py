"""Improves a plan of any size: take some tasks out, put them back differently.

Ruin and recreate (Schrimpf et al. 2000) on the decoder: the tasks kept are placed
again in the order of their starts with their teams, those taken out compete for an
earlier place with free choice of people. Acceptance is threshold accepting (Dueck and
Scheuer 1990) with a threshold that falls as nothing is found.
"""

from __future__ import annotations

import math
import random

from .plan import Plan, Team
from .run import Run


def improve(run: Run, most: int | None = None) -> None:
    """Search around the best plan until the stop, or for ``most`` plans."""
    if run.best is None or run.exhausted or max(run.best.start, default=-1) < 0:
        return
    chance = random.Random(run.seed)
    run.enter("search")
    here, value = run.best, _value(run, run.best)
    while run.done != most and not run.should_stop():
        freed = _choose(run, here, chance)
        keys, teams = _ruined(run, here, freed, chance)
        first = min(min(keys[n], here.start[n]) for n in freed)
        plan, sound = run.dispatch.decode(keys, teams, here, first)
        run.iterations += 1
        run.done += 1
        if not sound:
            continue
        found = _value(run, plan)
        slack = value[1] // 20_000 if run.done % 50 else 0
        if found <= (value[0], value[1] + slack, value[2]):
            here, value = plan, found
        if run.offer(plan) or run.done % 500 == 0:
            here, value = run.best, _value(run, run.best)


def _value(run: Run, plan: Plan) -> tuple[int, int, int]:
    """Value a plan; among equals, one whose people end early and at the same time.

    The finish alone is flat: most single steps do not change it.
    """
    last = [0] * len(run.compiled.people)
    for end, team in zip(plan.end, plan.team, strict=True):
        for person in team:
            if end > last[person]:
                last[person] = end
    return *run.objective.value(plan), sum(each * each for each in last)


def _choose(run: Run, plan: Plan, chance: random.Random) -> set[int]:
    """Choose tasks that have to do with each other."""
    placed = [n for n, start in enumerate(plan.start) if start >= 0]
    left_out = [
        n
        for n, start in enumerate(plan.start)
        if start < 0 and n not in run.compiled.unplaceable
    ]
    if not placed:
        return set(left_out)
    # one to forty tasks, small numbers more often
    size = int(math.exp(chance.random() * math.log(min(40, len(placed)))))
    seed = _worst(run, plan, placed, chance)
    way = chance.random()
    if way < 0.4:
        near = sorted(placed, key=lambda n: (abs(plan.start[n] - plan.start[seed]), n))
    elif way < 0.7:
        people = {
            p for n in chance.sample(placed, min(2, len(placed))) for p in plan.team[n]
        }
        people.update(plan.team[seed])
        near = [n for n in placed if not people.isdisjoint(plan.team[n])]
        near.sort(key=lambda n: (abs(plan.start[n] - plan.start[seed]), n))
    else:
        near = chance.sample(placed, min(size, len(placed)))
    return {seed, *near[:size], *left_out}


def _worst(run: Run, plan: Plan, placed: list[int], chance: random.Random) -> int:
    """Choose a task that costs much, with luck."""
    tasks = run.compiled.tasks
    asked = chance.sample(placed, min(len(placed), 6))
    if chance.random() < 0.3:
        return asked[0]

    def pain(number: int) -> tuple[int, int]:
        limit = tasks[number].deadline
        late = 0 if limit is None else max(0, plan.end[number] - limit)
        return late * tasks[number].priority, plan.end[number]

    return max(asked, key=pain)


def _ruined(
    run: Run, plan: Plan, freed: set[int], chance: random.Random
) -> tuple[list[float], list[Team | None]]:
    """Move the freed tasks in the order of placing, mostly forward and mostly a bit."""
    keys = [float(start) for start in plan.start]
    teams: list[Team | None] = [team or None for team in plan.team]
    # from about a task's length to a quarter of the plan, all scales alike
    reach = run.step * math.exp(
        chance.random() * math.log(max(2.0, max(plan.end) / (4 * run.step)))
    )
    for number in sorted(freed):
        keys[number] += chance.gauss(-0.5, 1.0) * reach
        if chance.random() < 0.8:
            teams[number] = None
    return keys, teams
