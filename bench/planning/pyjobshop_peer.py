"""PyJobShop as a peer, where it is installed: one mode per team of one, or resources."""

from __future__ import annotations

from typing import Any

from quarterdeck.engines.planning import Assignment, Problem

MOST_TEAM = 1


def by_pyjobshop(
    problem: Problem, seconds: float, workers: int
) -> tuple[list[Assignment] | None, float | None]:
    """Solve with its CP-SAT back end; tasks that need teams are beyond its model."""
    import pyjobshop

    if any(sum(n.count for n in task.needs) > MOST_TEAM for task in problem.tasks):
        return None, None
    model = pyjobshop.Model()
    kinds = {
        each.id: model.add_renewable(capacity=each.capacity)
        if each.renewable
        else model.add_consumable(capacity=each.capacity)
        for each in problem.resources
    }
    machines = {person.id: model.add_machine() for person in problem.people}
    tasks: dict[str, Any] = {}
    ways: list[tuple[int, tuple[str, ...]]] = []
    for task in problem.tasks:
        made = tasks[task.id] = model.add_task(earliest_start=task.release)
        for number, mode in enumerate(task.modes):
            wanted = [kinds[name] for name, _ in mode.amounts]
            amounts = [amount for _, amount in mode.amounts]
            model.add_mode(made, wanted, mode.effort, amounts)
            ways.append((number, ()))
        if not task.modes and not task.needs:
            model.add_mode(made, [], task.effort, [])
            ways.append((0, ()))
        for person in problem.people if task.needs else ():
            held, need = dict(person.skills), task.needs[0]
            if need.skill is None or held.get(need.skill, -1) >= need.level:
                model.add_mode(made, [machines[person.id]], task.effort)
                ways.append((0, (person.id,)))
    for link in problem.dependencies:
        model.add_end_before_start(tasks[link.before], tasks[link.after], link.lag)
    result = model.solve(
        time_limit=seconds, num_workers=workers, display=False, solver="ortools"
    )
    if result.best is None or not result.best.tasks:
        return None, None
    plan = [
        Assignment(
            task=task.id,
            people=ways[done.mode][1],
            start=done.start,
            end=done.end,
            mode=ways[done.mode][0],
        )
        for task, done in zip(problem.tasks, result.best.tasks, strict=True)
    ]
    return plan, result.lower_bound
