"""Looks for plans in many orders; the bound is what links and calendars alone allow."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from ..compiled import Compiled
from ..objective import SCALE, Amounts, Objective
from ..plan import Plan
from ..problem import Assignment, Problem, Task
from ..result import Conflict, Progress, Result, Unplaced
from ..stop import Clock, Stop
from ..verify import verify
from .conflict import TRIES, conflict_or_places, held
from .decode import Decoder, Place, with_modes

Places = list[Place | None]


class Best:
    """The best plan so far, valued by (left out, points)."""

    def __init__(self, problem: Problem, decoder: Decoder) -> None:
        self.problem, self.decoder = problem, decoder
        self.places: Places | None = None
        self.value: tuple[int, int] | None = None
        self.terms: tuple[Objective, Amounts] | None = None

    def offer(self, places: Places) -> bool:
        """Keep a plan that keeps locks and hard dates if it is better."""
        for task, place in zip(self.problem.tasks, places, strict=True):
            must = task.started or task.locked_start is not None
            if place is None and (must or task.hard_deadline is not None):
                return False
            due = task.hard_deadline
            if place is not None and due is not None and place.end > due:
                return False
        objective, amounts = self.measure(places)
        value = amounts.unplaced, objective.points(amounts)
        if self.value is not None and value >= self.value:
            return False
        if verify(self.problem, assignments(self.problem, places)):
            return False  # a link into a task with a given start, for one
        self.places, self.value, self.terms = places, value, (objective, amounts)
        return True

    def measure(self, places: Places) -> tuple[Objective, Amounts]:
        """Measure the plan as one of tasks that have the chosen mode alone."""
        made = self.decoder.problem
        pairs = zip(made.tasks, places, strict=True)
        flat = tuple(_flat(task, place) for task, place in pairs)
        compiled = Compiled(replace(made, tasks=flat, resources=()))
        plan = Plan(len(flat))
        for number, place in enumerate(places):
            if place is not None:
                plan.put(number, place.team, place.start, place.end)
        objective = Objective(compiled)
        return objective, objective.amounts(plan)


def _flat(task: Task, place: Place | None) -> Task:
    mode = task.modes[place.mode if place else 0]
    alone = {"effort": 0, "needs": (), "locked_people": None, "started": False}
    efforts = {"effort": mode.effort, "effort_of": mode.effort_of}
    chosen = {**efforts, "needs": mode.needs} if mode.needs else alone
    return replace(task, modes=(), locked_mode=None, **chosen)  # type: ignore[arg-type]


def assignments(problem: Problem, places: Places) -> tuple[Assignment, ...]:
    """Give the public records, sorted by start and task id."""
    found = [
        Assignment(
            task=task.id,
            people=tuple(problem.people[each].id for each in place.team),
            start=place.start,
            end=place.end,
            mode=place.mode,
        )
        for task, place in zip(problem.tasks, places, strict=True)
        if place is not None
    ]
    return tuple(sorted(found, key=lambda each: (each.start, each.task)))


def solve_mixed(
    problem: Problem,
    *,
    stop: Stop,
    seed: int,
    clock: Clock,
    on_progress: Callable[[Progress], None] | None = None,
) -> Result:
    """Plan; see ``solve`` for the parameters. Links must not form a cycle."""
    began = clock()
    decoder = Decoder(with_modes(problem))
    best, chance = Best(problem, decoder), random.Random(seed)
    keys = [float(each) for each in decoder.links.latest_ends(problem.horizon)]
    bound, tries, maker = 0, 0, decoder
    reach = max(1.0, (max(keys, default=1.0) - min(keys, default=0.0)) / 4)
    while True:
        noise = reach * chance.random() if tries else 0.0
        if best.offer(maker.decode([k + chance.gauss(0, 1) * noise for k in keys])):
            bound = _bound(decoder, best)
        tries += 1
        state = Progress(
            phase="search",
            objective=None if best.value is None else best.value[1] / SCALE,
            bound=bound / SCALE,
            iterations=tries,
        )
        if on_progress is not None:
            on_progress(state)
        if tries == TRIES and best.value is None:
            found = conflict_or_places(problem, partial(stop, state))
            if isinstance(found, Conflict):
                seconds = clock() - began
                return Result(status="INFEASIBLE", conflict=found, seconds=seconds)
            if found:
                maker = Decoder(with_modes(held(problem, found)))
                continue
        optimal = best.value is not None and best.value <= (0, bound)
        late = best.value is not None or tries > TRIES
        if optimal or (late and stop(state)):
            return _result(problem, best, bound, clock() - began)


def _bound(decoder: Decoder, best: Best) -> int:
    """Bound the points by the earliest ends along the links."""
    assert best.terms is not None
    tasks, ends = decoder.problem.tasks, decoder.links.earliest
    late = sum(
        task.priority * max(0, end - task.deadline)
        for task, end in zip(tasks, ends, strict=True)
        if task.deadline is not None
    )
    finish = sum(t.priority * end for t, end in zip(tasks, ends, strict=True))
    amounts = Amounts(late, finish, max(ends, default=0), 0, 0, 0, 0, 0)
    return best.terms[0].points(amounts)


def _result(problem: Problem, best: Best, bound: int, seconds: float) -> Result:
    if best.places is None or best.value is None or best.terms is None:
        left = tuple(
            Unplaced(task=task.id, reason="hard_limits_not_met")
            for task in problem.tasks
        )
        return Result(status="STOPPED", unplaced=left, seconds=seconds)
    points = best.value[1]
    bound = min(bound, points)
    return Result(
        status="OPTIMAL" if best.value <= (0, bound) else "FEASIBLE",
        objective=points / SCALE,
        bound=bound / SCALE,
        gap=(points - bound) / points if points else 0.0,
        seconds=seconds,
        assignments=assignments(problem, best.places),
        unplaced=_unplaced(best.decoder, best.places),
        terms=best.terms[0].terms(best.terms[1]),
    )


def _unplaced(decoder: Decoder, places: Sequence[Place | None]) -> tuple[Unplaced, ...]:
    found = []
    for number, task in enumerate(decoder.problem.tasks):
        if places[number] is not None:
            continue
        lost = tuple(
            dict.fromkeys(
                decoder.problem.tasks[edge.other].id
                for edge in decoder.links.into[number]
                if places[edge.other] is None
            )
        )
        most = decoder.links.most
        greedy = all(
            any(amount > most[name] for name, amount in mode.amounts)
            for mode in task.modes
        )
        short = all(
            any(mask.bit_count() < count for mask, count in seats)
            for seats in decoder.seats[number]
        )
        if lost:
            made = Unplaced(task=task.id, reason="predecessor_unplaced", others=lost)
        elif greedy:
            made = Unplaced(task=task.id, reason="not_enough_resource")
        elif short:
            made = Unplaced(task=task.id, reason="not_enough_people")
        else:
            made = Unplaced(task=task.id, reason="beyond_horizon")
        found.append(made)
    return tuple(found)
