"""Other schedulers on the same instances, side by side in one run.

Each peer gets the same seconds and, where it can choose, the same number of threads.
Their plans are checked by the same checker as ours.
"""

from __future__ import annotations

import importlib.util
import shutil
import time
from collections.abc import Callable
from typing import Any

from quarterdeck.engines import planning
from quarterdeck.engines.planning import Assignment, Mode, Need, Problem, Task

from .taskjuggler import by_taskjuggler

Peer = Callable[[Problem, float, int], tuple[list[Assignment] | None, float | None]]


def peers() -> dict[str, Peer]:
    """Give the peers that are there."""
    found: dict[str, Peer] = {"CP-SAT": by_cp_sat}
    if importlib.util.find_spec("pyjobshop"):
        from .pyjobshop_peer import by_pyjobshop

        found["PyJobShop"] = by_pyjobshop
    if shutil.which("tj3"):
        found["TaskJuggler"] = by_taskjuggler
    return found


def measured(
    peer: Peer, problem: Problem, seconds: float, workers: int
) -> dict[str, Any]:
    """Let a peer solve an instance; a plan that breaks a rule is told as such."""
    began = time.perf_counter()
    plan, bound = peer(problem, seconds, workers)
    took = time.perf_counter() - began
    if plan is None:
        return {"objective": None, "seconds": round(took, 3), "checked": False}
    return {
        "objective": max(each.end for each in plan),
        "lower_bound": bound,
        "seconds": round(took, 3),
        "checked": len(plan) == len(problem.tasks)
        and not planning.verify(problem, plan),
    }


def by_cp_sat(
    problem: Problem, seconds: float, workers: int
) -> tuple[list[Assignment] | None, float | None]:
    """Solve by the textbook model: optional intervals, no overlap, cumulative."""
    from ortools.sat.python import cp_model

    cp = cp_model.CpModel()
    start = {
        t.id: cp.new_int_var(t.release, problem.horizon, "") for t in problem.tasks
    }
    end = {t.id: cp.new_int_var(0, problem.horizon, "") for t in problem.tasks}
    last = cp.new_int_var(0, problem.horizon, "")
    held: dict[str, list[Any]] = {r.id: [] for r in problem.resources}
    busy: dict[str, list[Any]] = {p.id: [] for p in problem.people}
    chosen: dict[str, list[Any]] = {}
    team: dict[str, dict[str, Any]] = {}
    for task in problem.tasks:
        chosen[task.id] = [cp.new_bool_var("") for _ in modes_of(task)]
        cp.add_exactly_one(chosen[task.id])
        cp.add(last >= end[task.id])
        for mode, literal in zip(modes_of(task), chosen[task.id], strict=True):
            interval = cp.new_optional_interval_var(
                start[task.id], mode.effort, end[task.id], literal, ""
            )
            for name, amount in mode.amounts:
                held[name].append((interval, amount, literal))
            if mode.needs:
                team[task.id] = _seat(cp, problem, mode, start[task.id], busy)
    for link in problem.dependencies:
        cp.add(start[link.after] >= end[link.before] + link.lag)
    for resource in problem.resources:
        rows = held[resource.id]
        if resource.renewable:
            amounts = [row[1] for row in rows]
            cp.add_cumulative([row[0] for row in rows], amounts, resource.capacity)
        else:
            cp.add(sum(amount * x for _, amount, x in rows) <= resource.capacity)
    for intervals in busy.values():
        cp.add_no_overlap(intervals)
    cp.minimize(last)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = workers
    status = solver.solve(cp)
    bound = solver.best_objective_bound
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None, bound
    plan = [
        Assignment(
            task=task.id,
            people=tuple(
                who for who, x in team.get(task.id, {}).items() if solver.value(x)
            ),
            start=solver.value(start[task.id]),
            end=solver.value(end[task.id]),
            mode=next(n for n, x in enumerate(chosen[task.id]) if solver.value(x)),
        )
        for task in problem.tasks
    ]
    return plan, bound


def _seat(
    cp: Any, problem: Problem, mode: Mode, start: Any, busy: dict[str, list[Any]]
) -> dict[str, Any]:
    """Choose people for each need; nobody fills two."""
    parts: dict[str, list[Any]] = {}
    for need in mode.needs:
        able = [person for person in problem.people if _can(person, need)]
        seats = [cp.new_bool_var("") for _ in able]
        cp.add(sum(seats) == need.count)
        for person, seat in zip(able, seats, strict=True):
            parts.setdefault(person.id, []).append(seat)
    found = {}
    for who, seats in parts.items():
        found[who] = cp.new_bool_var("")
        cp.add(sum(seats) == found[who])
        busy[who].append(
            cp.new_optional_fixed_size_interval_var(start, mode.effort, found[who], "")
        )
    return found


def _can(person: planning.Person, need: Need) -> bool:
    held = dict(person.skills)
    return need.skill is None or held.get(need.skill, -1) >= need.level


def modes_of(task: Task) -> tuple[Mode, ...]:
    """Give the modes; a task without any has one, made of its effort and needs."""
    plain = Mode(effort=task.effort, needs=task.needs)
    return task.modes or (plain,)
