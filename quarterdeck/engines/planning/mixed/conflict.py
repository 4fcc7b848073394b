"""A smallest set of requirements that cannot hold together, with modes and resources."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..problem import Problem, Task
from ..relax import parts_by_kind, relax, requirements
from ..result import Conflict, ConflictItem
from .decode import Decoder, Place, with_modes
from .possible import fits_some_mode, place_all

TRIES = 3
MOST_ITEMS = 10


def conflict_or_places(
    problem: Problem, should_stop: Callable[[], bool]
) -> Conflict | dict[str, Place]:
    """Name what contradicts itself, or place the tasks that must be placed; nothing is
    placed where it is not known."""
    core = _core(problem)
    found = _places(core)
    if found is False:
        return _smallest(problem, core, should_stop)
    if not found or found is True:
        return {}
    return {core.tasks[number].id: place for number, place in found.items()}


def held(problem: Problem, places: dict[str, Place]) -> Problem:
    """Give the problem in which some tasks are locked to their places."""

    def lock(task: Task) -> Task:
        place = places.get(task.id)
        if place is None or task.started:
            return task
        team = tuple(problem.people[each].id for each in place.team)
        return replace(
            task,
            locked_start=place.start,
            locked_people=team or task.locked_people,
            locked_mode=place.mode if task.modes else None,
        )

    return replace(problem, tasks=tuple(map(lock, problem.tasks)))


def _core(problem: Problem) -> Problem:
    """Give the tasks that must be placed and what leads to them."""
    before: dict[str, list[str]] = {}
    started = {task.id for task in problem.tasks if task.started}
    for link in problem.dependencies:
        if link.after not in started:
            before.setdefault(link.after, []).append(link.before)
    unfit = _unfit(problem)
    asked = [
        task.id
        for task in problem.tasks
        if task.started
        or task.locked_start is not None
        or task.hard_deadline is not None
        or task.id in unfit
    ]
    inside = set(asked)
    while asked:
        for name in before.get(asked.pop(), ()):
            if name not in inside:
                inside.add(name)
                asked.append(name)
    return replace(
        problem,
        tasks=tuple(task for task in problem.tasks if task.id in inside),
        dependencies=tuple(
            link
            for link in problem.dependencies
            if link.before in inside and link.after in inside
        ),
        current=(),
    )


def _unfit(problem: Problem) -> set[str]:
    """Give tasks whose locked people fill the seats of no mode."""
    locked = [
        n for n, t in enumerate(problem.tasks) if t.locked_people and not t.started
    ]
    if not locked:
        return set()
    decoder = Decoder(with_modes(problem))
    return {problem.tasks[n].id for n in locked if not fits_some_mode(decoder, n)}


def _places(problem: Problem) -> dict[int, Place] | bool | None:
    if not problem.tasks:
        return {}
    return place_all(Decoder(with_modes(problem)))


def _smallest(
    problem: Problem, core: Problem, should_stop: Callable[[], bool]
) -> Conflict:
    """Drop requirements in parts, as long as the rest still cannot be met.

    Ordinary working time is named only if it has to be.
    """
    every = requirements(core)
    items = [each for each in every if each.kind != "working"]
    found, minimal = _shrink(core, items, should_stop)
    if len(found) <= 1:
        working = [each for each in every if each.kind == "working"]
        alone = relax(core, [each for each in items if each not in found])
        named, least = _shrink(alone, [*working, *found], should_stop)
        if len(named) <= MOST_ITEMS:
            found, minimal = named, least
    remedies = tuple(
        number
        for number, item in enumerate(found)
        if not should_stop() and _is_possible(relax(problem, [item]))
    )
    return Conflict(items=found, minimal=minimal, remedies=remedies)


def _shrink(
    core: Problem, items: list[ConflictItem], should_stop: Callable[[], bool]
) -> tuple[tuple[ConflictItem, ...], bool]:
    minimal = True
    kept: list[ConflictItem] = []
    dropped: list[ConflictItem] = []
    parts = parts_by_kind(items)
    while parts:
        part = parts.pop()
        if should_stop():
            minimal = False
            kept += part
            continue
        possible = _is_possible(relax(core, [*dropped, *part]))
        minimal = minimal and possible is not None
        if possible is False:
            dropped += part
        elif len(part) == 1:
            kept += part
        else:
            middle = len(part) // 2
            parts += [part[middle:], part[:middle]]
    return tuple(kept[::-1]), minimal


def _is_possible(problem: Problem) -> bool | None:
    """Say whether all can be placed, None when that is not known."""
    found = _places(_core(problem))
    return found if found is None or found is False else True
