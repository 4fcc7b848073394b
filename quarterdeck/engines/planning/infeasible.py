"""Whether locks and hard dates can be met, and if not, a smallest set that cannot.

Only the tasks that must be placed and what leads to them matter: all others can wait
or be left out. A smallest set is found by deletion in halves: a part that is not
needed for the conflict is dropped as a whole (Junker 2004 for the idea).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from .bounds import Bounds
from .compiled import Compiled
from .cycles import has_cycle, shortest_cycle, without
from .dispatch import Dispatch
from .model import Model, TooLarge
from .model_capacity import add_capacity
from .model_values import read
from .objective import Objective
from .plan import Team
from .problem import Problem
from .relax import parts_by_kind, relax, requirements
from .result import Conflict, ConflictItem
from .rules import priority_rules
from .run import Run
from .solver_thread import SolverThread

Places = dict[int, tuple[Team, int, int]]
CHECK_STEPS = 500
MOST_ITEMS = 10


def repair(run: Run) -> Conflict | None:
    """Find places that keep all locks and hard dates, or a conflict.

    Places found are left in ``run.dispatch.fixed``. When the stop comes first, neither
    is there.
    """
    compiled = run.compiled
    run.enter("repair")
    core = _core(compiled, _hopeless(compiled, run.bounds) or _must(compiled))
    possible, places = _check(core, compiled, run.should_stop)
    if possible is False:
        run.enter("conflict")
        found = _smallest(core, run)
        return _with_remedies(run, found.items, found.minimal)
    numbers = run.compiled.task_number
    names = [task.id for task in core.tasks]
    run.dispatch.fixed = {
        numbers[names[number]]: (_renumber(run, core, team), start, end)
        for number, (team, start, end) in (places or {}).items()
    }
    return None


def cycle_among(
    problem: Problem, follows: list[list[int]], should_stop: Callable[[], bool]
) -> Conflict:
    """Name a shortest cycle; before anything is compiled, as that takes longer.

    Parameters
    ----------
    follows
        By task number who waits for it (``cycles.follows_of``), with a cycle.
    should_stop
        Asked while it is tried whether all is well without this cycle.
    """
    cycle = shortest_cycle(follows)
    members = tuple(problem.tasks[number].id for number in cycle)
    item = ConflictItem(kind="cycle", tasks=members)
    possible: bool | None = False
    if not has_cycle(without(follows, cycle)) and not should_stop():
        whole = Compiled(relax(problem, [item]))
        possible, _ = _check(_core(whole, _must(whole)), whole, should_stop)
    return Conflict(items=(item,), remedies=(0,) if possible else ())


def _with_remedies(
    run: Run, items: tuple[ConflictItem, ...], minimal: bool
) -> Conflict:
    """Try for each item whether giving it up alone is enough for everything."""
    run.enter("conflict", len(items))
    remedies = []
    for number, item in enumerate(items):
        if run.should_stop():
            break
        whole = Compiled(relax(run.compiled.problem, [item]), run.compiled)
        core = _core(whole, _must(whole))
        if _check(core, whole, run.should_stop)[0]:
            remedies.append(number)
        run.done += 1
        run.tell()
    return Conflict(items=items, minimal=minimal, remedies=tuple(remedies))


def _renumber(run: Run, core: Problem, team: Team) -> Team:
    number = run.compiled.person_number
    return tuple(sorted(number[core.people[each].id] for each in team))


def _must(compiled: Compiled) -> list[int]:
    return sorted({*compiled.required, *compiled.misfits})


def _hopeless(compiled: Compiled, bounds: Bounds) -> list[int]:
    """Give one task, if any, that alone cannot keep what it must."""
    for number in _must(compiled):
        limit = compiled.tasks[number].hard_deadline
        late = limit is not None and bounds.ends[number] > limit
        if late or number in compiled.misfits or number in compiled.unplaceable:
            return [number]
    return []


def _core(compiled: Compiled, must: Sequence[int]) -> Problem:
    """Give the problem of some tasks and all that leads to them."""
    inside, asked = set(must), list(must)
    while asked:
        for link in compiled.into[asked.pop()]:
            if link.other not in inside:
                inside.add(link.other)
                asked.append(link.other)
    kept = {compiled.tasks[number].id for number in inside}
    problem = compiled.problem
    return replace(
        problem,
        tasks=tuple(task for task in problem.tasks if task.id in kept),
        dependencies=tuple(
            link
            for link in problem.dependencies
            if link.before in kept and link.after in kept
        ),
        current=(),
    )


def _check(
    problem: Problem, like: Compiled, should_stop: Callable[[], bool]
) -> tuple[bool | None, Places | None]:
    """Say whether locks and hard dates can be met, None when not known."""
    compiled = Compiled(problem, like)
    if compiled.misfits:
        return False, None
    if any(number in compiled.unplaceable for number in compiled.required):
        return False, None
    objective = Objective(compiled)
    bounds = Bounds(compiled, objective)
    if _hopeless(compiled, bounds):
        return False, None
    dispatch = Dispatch(compiled, objective)
    for _, keys in priority_rules(compiled)[:2]:
        plan, sound = dispatch.decode(keys)
        if sound:
            placed = [n for n, start in enumerate(plan.start) if start >= 0]
            return True, {n: (plan.team[n], plan.start[n], plan.end[n]) for n in placed}
    return _check_exactly(compiled, bounds, should_stop)


def _check_exactly(
    compiled: Compiled, bounds: Bounds, should_stop: Callable[[], bool]
) -> tuple[bool | None, Places | None]:
    tasks = [n for n in compiled.order or () if n not in compiled.unplaceable]
    try:
        model = Model(compiled, tasks, compiled.horizon, bounds.ends)
        add_capacity(model)
    except TooLarge:
        return None, None
    thread = SolverThread(
        model.cp, partial(read, model), seed=0, workers=1, steps=CHECK_STEPS
    )
    places: Places = {}
    status = thread.run(should_stop, places.update, lambda _: None)
    if status == "INFEASIBLE" and model.complete:
        return False, None
    return (True, places) if places else (None, None)


def _smallest(core: Problem, run: Run) -> Conflict:
    """Find a smallest conflict; ordinary working time is named only if it has to be.

    Day and night would solve nearly every conflict, which helps nobody.
    """
    working = [each for each in requirements(core) if each.kind == "working"]
    items = [each for each in requirements(core) if each.kind != "working"]
    found = _shrink(core, items, run)
    if len(found.items) > 1:
        return found
    # what breaks all by itself does so because of when people work
    alone = relax(core, [each for each in items if each not in found.items])
    named = _shrink(alone, [*working, *found.items], run)
    return named if len(named.items) <= MOST_ITEMS else found


def _shrink(core: Problem, items: list[ConflictItem], run: Run) -> Conflict:
    """Drop requirements in parts, as long as the rest still cannot be met."""
    minimal = True
    kept: list[ConflictItem] = []
    dropped: list[ConflictItem] = []
    parts = parts_by_kind(items)
    while parts:
        part = parts.pop()
        if run.should_stop():
            minimal = False
            kept += part
            continue
        trial = relax(core, [*dropped, *part])
        possible, _ = _check(trial, run.compiled, run.should_stop)
        minimal = minimal and possible is not None
        if possible is False:
            dropped += part
        elif len(part) == 1:
            kept += part
        else:
            middle = len(part) // 2
            parts += [part[middle:], part[:middle]]
        run.done += 1
        run.tell()
    return Conflict(items=tuple(kept[::-1]), minimal=minimal)
