"""Cut a plan into parts that can be planned side by side and always fit together again.

Nobody is in two parts of a round, so nobody can be booked twice. Work that stays where it
is stands in each part whose people it takes, for the time it takes them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from ..compiled import Compiled
from ..own_effort import known_to
from ..problem import Assignment, Person, Problem, Task
from .grouping import Groups
from .parting import Parting
from .records import Cut, Part
from .seams import Seams, seams_of

FEWEST_STEPS = 4
TO_THE_LATE = 0.7  # of the work of a round goes to where tasks are late, by how much
GRACE = 3.0  # seconds that even a small part may take
OTHER_SEED = 7_919


def cut(
    compiled: Compiled,
    plan: Mapping[str, Assignment],
    groups: Groups,
    *,
    most: int,
    turn: int,
    steps: int,
    seconds: float,
    seed: int,
) -> Cut:
    """Give the parts of one round; work is shared out by what is late in each, and by
    how many tasks each may move.

    Parameters
    ----------
    compiled, plan
        The whole problem, and a sound plan by task id; it may leave tasks out.
    groups
        Who is planned with whom.
    most
        How many tasks a part may move.
    turn
        Number of the round.
    steps, seconds
        Work for the whole round, and how long it may take one after the other.
    """
    parting = Parting(compiled, plan, groups, most, turn)
    seams, free = seams_of(parting), parting.free
    names: dict[int, list[str]] = defaultdict(list)
    for task in compiled.tasks:
        if task.id in free:
            names[free[task.id]].append(task.id)
    standing, shares = _standing(parting), _shares(parting, names)
    parts: list[Part] = []
    for group in sorted(names):
        share = shares[group]
        problem = _problem(parting, seams, group, standing[group])
        parts.append(
            Part(
                number=len(parts),
                problem=problem,
                given=_given(parting, problem),
                movable=tuple(names[group]),
                steps=max(FEWEST_STEPS, round(share * steps)),
                seconds=share * seconds + GRACE,
                seed=seed + OTHER_SEED * turn + len(parts),
            )
        )
    held = tuple(task.id for task in compiled.tasks if task.id not in free)
    return Cut(parts=tuple(parts), held=held, seams=seams.count)


def _shares(parting: Parting, names: Mapping[int, list[str]]) -> dict[int, float]:
    """Give by group its share of the work.

    A few late tasks are most of what can be won, and they are in a few of the parts.
    """
    late = {group: sum(map(parting.lateness, found)) for group, found in names.items()}
    tasks, all_late = sum(map(len, names.values())), sum(late.values())
    to_late = TO_THE_LATE if all_late else 0.0
    return {
        group: (1 - to_late) * len(found) / tasks
        + to_late * late[group] / max(1, all_late)
        for group, found in names.items()
    }


def _standing(parting: Parting) -> dict[int, list[str]]:
    """Give what stays where it is, by the groups whose people it takes."""
    found: dict[int, list[str]] = defaultdict(list)
    for name, place in parting.plan.items():
        if name not in parting.free:
            number = parting.compiled.person_number
            for group in {parting.groups.of[number[each]] for each in place.people}:
                found[group].append(name)
    return found


def _problem(
    parting: Parting, seams: Seams, group: int, standing: list[str]
) -> Problem:
    whole, stands = parting.compiled.problem, {*standing}
    members = parting.groups.members[group]
    people = tuple(_person(parting.compiled.people[each]) for each in members)
    known = frozenset(person.id for person in people)
    tasks = []
    for task in whole.tasks:
        if parting.free.get(task.id) == group:
            tasks.append(_narrowed(task, seams, known))
        elif task.id in stands:
            tasks.append(_stand_in(parting, task, known))
    inside = {task.id for task in tasks}
    fixed = stands | {task.id for task in tasks if task.started}
    return replace(
        whole,
        people=people,
        tasks=tuple(tasks),
        dependencies=tuple(
            link
            for link in whole.dependencies
            if link.before in inside
            and link.after in inside
            and not (link.before in stands and link.after in fixed)
            and not parting.task(link.after).started
        ),
        current=tuple(each for each in whole.current if each.task in inside - stands),
    )


def _person(person: Person) -> Person:
    """Without wishes and names of leave, which mean nothing here."""
    return replace(person, stretch=(), absences=())


def _narrowed(task: Task, seams: Seams, known: frozenset[str]) -> Task:
    release = max(task.release, seams.release.get(task.id, 0))
    due, given = seams.due.get(task.id), task.hard_deadline
    if due is not None:
        given = due if given is None else min(due, given)
    asked = task.candidates
    if asked is not None:
        asked = tuple(each for each in asked if each in known)
    return replace(
        task,
        release=release,
        hard_deadline=given,
        candidates=asked,
        effort_of=known_to(task.effort_of, known),
    )


def _stand_in(parting: Parting, task: Task, known: frozenset[str]) -> Task:
    """Give a task that takes these people from start to end and cannot be moved."""
    place, compiled = parting.plan[task.id], parting.compiled
    team = tuple(sorted(compiled.person_number[p] for p in place.people if p in known))
    calendar = compiled.team_calendar(team)
    first, end = calendar.position_from(place.start), calendar.position_from(place.end)
    return Task(
        id=task.id,
        effort=end - first,
        locked_people=tuple(compiled.people[each].id for each in team),
        locked_start=place.start,
        priority=0,
        project=task.project,
    )


def _given(parting: Parting, problem: Problem) -> tuple[Assignment, ...]:
    known = {person.id for person in problem.people}
    found = []
    for task in problem.tasks:
        place = parting.plan.get(task.id)
        if place is not None:
            team = tuple(each for each in place.people if each in known)
            found.append(replace(place, people=team))
    return tuple(found)
