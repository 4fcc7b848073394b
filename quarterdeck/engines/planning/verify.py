"""An independent reading of the rules: is this plan allowed?

It shares no code with the solver: working time is read from the intervals as they are
given, needs are matched by its own search for augmenting paths (Kuhn 1955), and the use
of resources is added up along the moments at which it changes.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from .problem import Assignment, Dependency, Problem, Task
from .resources import Mode, Need, Resource
from .result import Result
from .stretch import Stretch
from .verify_stretch import stretch_faults, tasks_as_granted

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A broken rule: its name, the tasks and people involved and the facts."""

    rule: str
    tasks: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    expected: str = ""
    found: str = ""


def verify(
    problem: Problem,
    plan: Result | Sequence[Assignment],
    stretches: Sequence[Stretch] = (),
) -> tuple[Violation, ...]:
    """Return every hard rule that a plan breaks; an empty tuple means it is allowed.

    Parameters
    ----------
    problem
        The problem the plan is for.
    plan
        A result, of which tasks left out must be listed as unplaced, or assignments
        alone, which may be incomplete. An INFEASIBLE result holds no plan.
    stretches
        The stretch tasks in it; of a result, its own.

    Returns
    -------
    tuple of Violation
        Rules: ``unknown``, ``twice``, ``missing``, ``mode``, ``horizon``, ``people``,
        ``calendar``, ``effort``, ``overlap``, ``resource``, ``need``, ``candidates``,
        ``release``, ``hard_deadline``, ``lock_people``, ``lock_start``,
        ``dependency``, and those of stretch tasks, which begin with ``stretch_``.
    """
    assignments = plan.assignments if isinstance(plan, Result) else tuple(plan)
    granted = plan.stretches if isinstance(plan, Result) else tuple(stretches)
    tasks = tasks_as_granted(problem, granted)
    people = {person.id: person for person in problem.people}
    found = list(_book_keeping(tasks, set(people), assignments))
    if isinstance(plan, Result) and plan.status != "INFEASIBLE":
        seen = Counter({each.task for each in assignments})
        seen.update(each.task for each in plan.unplaced)
        one = "exactly once"
        for name in tasks:
            if seen[name] != 1:
                found.append(Violation(rule="missing", tasks=(name,), expected=one))
    known = {
        each.task: each
        for each in assignments
        if each.task in tasks
        and people.keys() >= {*each.people}
        and _mode(tasks[each.task], each) is not None
    }
    held: list[tuple[Assignment, Mode]] = []
    for each in known.values():
        task, mode = tasks[each.task], _mode(tasks[each.task], each)
        assert mode is not None
        held.append((each, mode))
        working: list[Spans] = [people[who].working for who in each.people]
        found += _times(problem, task, mode, each, working)
        found += _locks(task, mode, each, working, problem.horizon)
        if not task.started and each.people and mode.needs:
            skills = {who: dict(people[who].skills) for who in each.people}
            found += _staffing(task, mode, each, skills)
    found += _overlaps(known.values())
    for resource in problem.resources:
        found += _overuse(resource, held)
    for link in problem.dependencies:
        if not tasks[link.after].started and link.after in known:
            found += _order(link, known.get(link.before), known[link.after])
    for fault in stretch_faults(problem, known, granted) if granted else ():
        named = (fault.task,) if fault.task else ()
        facts = {"expected": fault.expected, "found": fault.found}
        found.append(
            Violation(rule=fault.rule, tasks=named, people=fault.people, **facts)
        )
    return tuple(found)


def _book_keeping(
    tasks: dict[str, Task], people: set[str], assignments: Sequence[Assignment]
) -> Iterator[Violation]:
    seen: set[str] = set()
    for each in assignments:
        strangers = tuple(who for who in each.people if who not in people)
        if each.task not in tasks or strangers:
            yield Violation(rule="unknown", tasks=(each.task,), people=strangers)
        elif _mode(tasks[each.task], each) is None:
            yield Violation(rule="mode", tasks=(each.task,), found=f"{each.mode}")
        if each.task in seen:
            yield Violation(rule="twice", tasks=(each.task,))
        seen.add(each.task)


def _mode(task: Task, each: Assignment) -> Mode | None:
    """Give the mode chosen, None when there is no such mode or another is locked."""
    modes = task.modes or (_only_mode(task),)
    allowed = task.locked_mode in (None, each.mode) and 0 <= each.mode < len(modes)
    return modes[each.mode] if allowed else None


def _only_mode(task: Task) -> Mode:
    if task.effort == 0:
        return Mode(effort=0)
    if not task.needs and task.locked_people is not None:
        needs: tuple[Need, ...] = (Need(count=len(task.locked_people)),)
    else:
        needs = task.needs or (Need(),)
    return Mode(effort=task.effort, effort_of=task.effort_of, needs=needs)


def _times(
    problem: Problem, task: Task, mode: Mode, each: Assignment, working: list[Spans]
) -> Iterator[Violation]:
    broken = partial(Violation, tasks=(task.id,), people=each.people)
    if not 0 <= each.start <= each.end <= problem.horizon:
        yield broken(rule="horizon", found=f"{each.start}..{each.end}")
        return
    if not mode.needs:
        if each.people or each.end - each.start != mode.effort:
            yield broken(rule="people", expected=f"nobody, {mode.effort} slots")
    elif not each.people or len(set(each.people)) < len(each.people):
        yield broken(rule="people", expected="somebody, and each only once")
    else:
        together = _together(working, each.start, each.end)
        worked = sum(end - first for first, end in together)
        if not together or (together[0][0], together[-1][1]) != (each.start, each.end):
            yield broken(rule="calendar", expected="works at start and end")
        told = dict(mode.effort_of)  # the slowest of them is waited for
        effort = max(told.get(who, mode.effort) for who in each.people)
        if worked != effort:
            yield broken(rule="effort", expected=f"{effort}", found=f"{worked}")
    if task.hard_deadline is not None and each.end > task.hard_deadline:
        yield broken(rule="hard_deadline", expected=f"{task.hard_deadline}")
    if each.start < task.release and not (
        task.started and task.locked_start is not None
    ):
        yield broken(rule="release", expected=f"{task.release}")


def _together(working: list[Spans], start: int, end: int) -> list[tuple[int, int]]:
    """Give the spans within ``[start, end)`` in which all of them work, joined."""
    common = [(start, end)]
    for spans in working:
        narrower: list[tuple[int, int]] = []
        for first, last in common:
            at = max(0, bisect_right(spans, (first,)) - 1)
            while at < len(spans) and spans[at][0] < last:
                low, high = max(first, spans[at][0]), min(last, spans[at][1])
                if low < high:
                    narrower.append((low, high))
                at += 1
        common = narrower
    return common


def _locks(
    task: Task, mode: Mode, each: Assignment, working: list[Spans], horizon: int
) -> Iterator[Violation]:
    broken = partial(Violation, tasks=(task.id,), people=each.people)
    if task.locked_people is not None and set(task.locked_people) != set(each.people):
        yield broken(rule="lock_people", expected=f"{task.locked_people}")
    begin = each.start if task.locked_start is None else task.locked_start
    if task.started and task.locked_start is None and mode.effort:
        begin = next(iter(_together(working, task.release, horizon)), (-1, -1))[0]
    if each.start != begin:
        yield broken(rule="lock_start", expected=f"{begin}")


def _staffing(
    task: Task, mode: Mode, each: Assignment, levels: dict[str, dict[str, int]]
) -> Iterator[Violation]:
    broken = partial(Violation, tasks=(task.id,), people=each.people)
    if task.candidates is not None and not set(each.people) <= set(task.candidates):
        yield broken(rule="candidates", expected=f"{task.candidates}")
    seats = [need for need in mode.needs for _ in range(need.count)]
    taken: dict[int, str] = {}

    def fits(person: str, need: Need) -> bool:
        return need.skill is None or levels[person].get(need.skill, -1) >= need.level

    def sit(person: str, tried: set[int]) -> bool:
        for number, need in enumerate(seats):
            if number not in tried and fits(person, need):
                tried.add(number)
                if number not in taken or sit(taken[number], tried):
                    taken[number] = person
                    return True
        return False

    seated = sum(sit(person, set()) for person in each.people)
    if not seated == len(seats) == len(each.people):
        full = f"{len(seats)} seats"
        yield broken(rule="need", expected=full, found=f"{seated} filled")


def _overlaps(assignments: Iterable[Assignment]) -> Iterator[Violation]:
    by_person: dict[str, list[Assignment]] = defaultdict(list)
    for each in assignments:
        for person in each.people:
            by_person[person].append(each)
    for person, mine in by_person.items():
        mine.sort(key=lambda each: (each.start, each.end))
        latest = mine[0]
        for later in mine[1:]:
            if later.start < latest.end:
                pair = (latest.task, later.task)
                yield Violation(rule="overlap", tasks=pair, people=(person,))
            latest = max(latest, later, key=lambda each: each.end)


def _overuse(
    resource: Resource, known: Iterable[tuple[Assignment, Mode]]
) -> Iterator[Violation]:
    """Walk along all moments at which use or capacity changes."""
    changes: dict[int, int] = defaultdict(int)
    users = []
    for each, mode in known:
        amount = dict(mode.amounts).get(resource.id, 0)
        if amount and (each.end > each.start or not resource.renewable):
            changes[each.start if resource.renewable else 0] += amount
            changes[each.end if resource.renewable else 1] -= amount
            users.append(each)
    steps = resource.capacity
    capacity = {0: steps} if isinstance(steps, int) else {0: 0, **dict(steps)}
    used = there = 0
    for moment in sorted({*changes, *capacity}):
        used += changes.get(moment, 0)
        there = capacity.get(moment, there)
        if used > there:
            at = (each.task for each in users if each.start <= moment < each.end)
            names = tuple(at if resource.renewable else (each.task for each in users))
            less, more = f"{resource.id} <= {there}", f"{used} from {moment}"
            yield Violation(rule="resource", tasks=names, expected=less, found=more)
            return


def _order(
    link: Dependency, before: Assignment | None, after: Assignment
) -> Iterator[Violation]:
    pair = (link.before, link.after)
    if before is None:
        yield Violation(rule="dependency", tasks=pair, found="predecessor is left out")
        return
    earliest = (before.start if link.kind[0] == "S" else before.end) + link.lag
    moment = after.start if link.kind[1] == "S" else after.end
    if moment < earliest:
        what = f">= {earliest}"
        yield Violation(rule="dependency", tasks=pair, expected=what, found=f"{moment}")
