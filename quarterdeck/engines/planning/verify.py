"""An independent reading of the rules: is this plan allowed?

It shares no code with the solver: working time is read slot by slot from the
intervals, and needs are matched by its own search for augmenting paths (Kuhn 1955).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from .problem import Assignment, Dependency, Need, Problem, Task
from .result import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A broken rule: its name, the tasks and people involved and the facts."""

    rule: str
    tasks: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    expected: str = ""
    found: str = ""


def verify(
    problem: Problem, plan: Result | Sequence[Assignment]
) -> tuple[Violation, ...]:
    """Return every hard rule that a plan breaks; an empty tuple means it is allowed.

    Parameters
    ----------
    problem
        The problem the plan is for.
    plan
        A result, of which tasks left out must be listed as unplaced, or assignments
        alone, which may be incomplete. An INFEASIBLE result holds no plan.

    Returns
    -------
    tuple of Violation
        Rules: ``unknown``, ``twice``, ``missing``, ``horizon``, ``people``,
        ``calendar``, ``effort``, ``overlap``, ``need``, ``candidates``, ``release``,
        ``hard_deadline``, ``lock_people``, ``lock_start``, ``dependency``.
    """
    assignments = plan.assignments if isinstance(plan, Result) else tuple(plan)
    found = list(_book_keeping(problem, assignments))
    if isinstance(plan, Result) and plan.status != "INFEASIBLE":
        found += _left_out(problem, plan)
    tasks = {task.id: task for task in problem.tasks}
    people = {person.id for person in problem.people}
    known = {
        each.task: each
        for each in assignments
        if each.task in tasks and people.issuperset(each.people)
    }
    working = {
        person.id: {slot for first, end in person.working for slot in range(first, end)}
        for person in problem.people
    }
    levels = {person.id: dict(person.skills) for person in problem.people}
    for each in known.values():
        found += _times(problem, tasks[each.task], each, working)
        found += _locks(tasks[each.task], each)
        if not tasks[each.task].started and each.people:
            found += _staffing(tasks[each.task], each, levels)
    found += _overlaps(known)
    for link in problem.dependencies:
        if not tasks[link.after].started and link.after in known:
            found += _order(link, known.get(link.before), known[link.after])
    return tuple(found)


def _book_keeping(
    problem: Problem, assignments: Sequence[Assignment]
) -> Iterator[Violation]:
    tasks = {task.id for task in problem.tasks}
    people = {person.id for person in problem.people}
    seen: set[str] = set()
    for each in assignments:
        strangers = tuple(who for who in each.people if who not in people)
        if each.task not in tasks or strangers:
            yield Violation(rule="unknown", tasks=(each.task,), people=strangers)
        if each.task in seen:
            yield Violation(rule="twice", tasks=(each.task,))
        seen.add(each.task)


def _left_out(problem: Problem, result: Result) -> Iterator[Violation]:
    placed = {each.task for each in result.assignments}
    listed = [each.task for each in result.unplaced]
    for task in problem.tasks:
        if (task.id in placed) + listed.count(task.id) != 1:
            yield Violation(rule="missing", tasks=(task.id,), expected="exactly once")


def _times(
    problem: Problem, task: Task, each: Assignment, working: dict[str, set[int]]
) -> Iterator[Violation]:
    broken = partial(Violation, tasks=(task.id,), people=each.people)
    if not 0 <= each.start <= each.end <= problem.horizon:
        yield broken(rule="horizon", found=f"{each.start}..{each.end}")
        return
    if task.effort == 0:
        if each.people or each.start != each.end:
            yield broken(rule="people", expected="a milestone takes nobody")
    elif not each.people or len(set(each.people)) < len(each.people):
        yield broken(rule="people", expected="somebody, and each only once")
    else:
        yield from _work(problem, task, each, [working[one] for one in each.people])
    if task.hard_deadline is not None and each.end > task.hard_deadline:
        yield broken(rule="hard_deadline", expected=f"{task.hard_deadline}")
    if each.start < task.release and not (
        task.started and task.locked_start is not None
    ):
        yield broken(rule="release", expected=f"{task.release}")


def _work(
    problem: Problem, task: Task, each: Assignment, working: list[set[int]]
) -> Iterator[Violation]:
    broken = partial(Violation, tasks=(task.id,), people=each.people)

    def together(slot: int) -> bool:
        return all(slot in one for one in working)

    worked = sum(map(together, range(each.start, each.end)))
    if not together(each.start) or not together(each.end - 1):
        yield broken(rule="calendar", expected="works at start and end")
    if worked != task.effort:
        yield broken(rule="effort", expected=f"{task.effort}", found=f"{worked}")
    if task.started and task.locked_start is None:
        begin = next(filter(together, range(task.release, problem.horizon)), None)
        if each.start != begin:
            yield broken(rule="lock_start", expected=f"{begin}")


def _locks(task: Task, each: Assignment) -> Iterator[Violation]:
    broken = partial(Violation, tasks=(task.id,), people=each.people)
    if task.locked_people is not None and set(task.locked_people) != set(each.people):
        yield broken(rule="lock_people", expected=f"{task.locked_people}")
    if task.locked_start is not None and task.locked_start != each.start:
        yield broken(rule="lock_start", expected=f"{task.locked_start}")


def _staffing(
    task: Task, each: Assignment, levels: dict[str, dict[str, int]]
) -> Iterator[Violation]:
    broken = partial(Violation, tasks=(task.id,), people=each.people)
    if task.candidates is not None and not set(each.people) <= set(task.candidates):
        yield broken(rule="candidates", expected=f"{task.candidates}")
    if not task.needs and task.locked_people is not None:
        return
    seats = [need for need in task.needs or (Need(),) for _ in range(need.count)]
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
        yield broken(
            rule="need", expected=f"{len(seats)} seats", found=f"{seated} filled"
        )


def _overlaps(known: dict[str, Assignment]) -> Iterator[Violation]:
    by_person: dict[str, list[Assignment]] = {}
    for each in known.values():
        for person in each.people:
            by_person.setdefault(person, []).append(each)
    for person, mine in by_person.items():
        mine.sort(key=lambda each: (each.start, each.end))
        latest = mine[0]
        for later in mine[1:]:
            if later.start < latest.end:
                pair = (latest.task, later.task)
                yield Violation(rule="overlap", tasks=pair, people=(person,))
            latest = max(latest, later, key=lambda each: each.end)


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
        yield Violation(
            rule="dependency", tasks=pair, expected=f">= {earliest}", found=f"{moment}"
        )
