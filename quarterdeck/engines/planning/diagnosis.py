"""What cannot be planned, in sentences: before any search, with ids, names and a remedy.

``solve`` answers the same questions with records (conflicts, reasons for what is left
out); these are for people who look at the input.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from .cycles import follows_of, has_cycle, shortest_cycle
from .own_effort import least_effort
from .problem import Person, Problem, Task
from .resources import Need
from .result import Result
from .without_people.tasks import Tasks

MOST_NAMED = 8
Status = Literal["INFEASIBLE", "UNPLACED", "IDLE"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that stands in the way.

    Parameters
    ----------
    status
        INFEASIBLE: there is no plan; UNPLACED: the task is left out of every plan;
        IDLE: a person can take part in none.
    sentence
        What it is and one way out, fit to be read.
    tasks, people
        Ids of those it is about; a cycle in order.
    """

    status: Status
    sentence: str
    tasks: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


def diagnose(problem: Problem) -> tuple[Finding, ...]:
    """Give what cannot be planned, the gravest first; empty when nothing is known."""
    follows = follows_of(problem)
    if has_cycle(follows):
        return (_cycle(problem, shortest_cycle(follows)),)
    tasks = Tasks(problem)
    found = [*_dates(problem, tasks), *_locks(problem), *_people(problem)]
    qualified = _Qualified(problem)
    for task in problem.tasks:
        found += qualified.missing(task)
        found += qualified.misplaced(task)
        found += _too_much(task, tasks)
    order = {"INFEASIBLE": 0, "UNPLACED": 1, "IDLE": 2}
    return tuple(sorted(found, key=lambda each: order[each.status]))


def in_words(result: Result) -> str:
    """Say in a sentence how good a plan is, or that there is none."""
    if result.status == "INFEASIBLE":
        return "There is no plan that keeps all locks, hard dates and dependencies."
    if result.status == "STOPPED":
        return "Stopped before a plan was found that keeps all locks and hard dates."
    left = len(result.unplaced)
    without = (
        "" if not left else f" {left} task{'s are' * (left > 1) or ' is'} left out."
    )
    if result.status == "OPTIMAL":
        return f"No plan is better; that is proven.{without}"
    share = 100 * (result.gap or 0.0)
    return f"Stopped; at most {share:.1f} % from the best possible.{without}"


def _name(record: Task | Person) -> str:
    return f"{record.name} ({record.id})" if record.name else record.id


def _cycle(problem: Problem, members: list[int]) -> Finding:
    ids = tuple(problem.tasks[each].id for each in members)
    names = [_name(problem.tasks[each]) for each in members]
    if len(ids) == 1:
        text = f"{names[0]} waits for itself. Remove the dependency on itself."
        return Finding(status="INFEASIBLE", sentence=text, tasks=ids)
    shown = names[:MOST_NAMED]
    more = len(names) - len(shown)
    path = ", then ".join(shown) + (f" and {more} more" if more else "")
    text = (
        f"{len(ids)} tasks wait for each other in a circle: {path}, then {names[0]}"
        f" again. Remove one of these dependencies, such as {ids[-1]} before {ids[0]}."
    )
    return Finding(status="INFEASIBLE", sentence=text, tasks=ids)


def _dates(problem: Problem, tasks: Tasks) -> Iterator[Finding]:
    for task, end in zip(problem.tasks, tasks.earliest, strict=True):
        plain = 0 if task.modes else _least(task)
        soonest = max(end, task.release + plain)
        due = task.hard_deadline
        if due is not None and soonest > due:
            text = (
                f"{_name(task)} must end by slot {due} and cannot end before {soonest}."
                " Move the deadline, or what it waits for."
            )
            yield Finding(status="INFEASIBLE", sentence=text, tasks=(task.id,))


def _locks(problem: Problem) -> Iterator[Finding]:
    """Find people locked to two tasks at once, and locks before a task may begin."""
    people = {person.id: person for person in problem.people}
    held: dict[str, list[Task]] = {}
    for task in problem.tasks:
        start = task.locked_start
        if start is None:
            continue
        if start < task.release and not task.started:
            text = (
                f"{_name(task)} is locked to slot {start} and released at {task.release}."
                " Move one of the two."
            )
            yield Finding(status="INFEASIBLE", sentence=text, tasks=(task.id,))
        for who in task.locked_people or ():
            held.setdefault(who, []).append(task)
    for who, tasks in held.items():
        tasks.sort(key=lambda each: each.locked_start or 0)
        for first, then in pairwise(tasks):
            start = then.locked_start or 0
            if start < (first.locked_start or 0) + max(1, _least(first)):
                text = (
                    f"{_name(people[who])} is locked to {_name(first)} and {_name(then)}"
                    f" at slot {start}. Take one of these locks off."
                )
                yield Finding(
                    status="INFEASIBLE",
                    sentence=text,
                    tasks=(first.id, then.id),
                    people=(who,),
                )


def _least(task: Task) -> int:
    """Give the slots that a task takes at least."""
    own = least_effort(task.effort, task.effort_of)
    return min((mode.least for mode in task.modes), default=own)


def _people(problem: Problem) -> Iterator[Finding]:
    needed = any(t.effort or any(m.needs for m in t.modes) for t in problem.tasks)
    idle = [person for person in problem.people if not person.working]
    if needed and len(idle) == len(problem.people):
        leave = [each for each in idle if each.absences]
        why = "everybody is away" if leave else "nobody has a working day"
        if not idle:
            why = "there are no people"
        text = f"No work can be planned: {why} all through the plan. Plan for longer."
        ids = tuple(each.id for each in idle)
        yield Finding(status="UNPLACED", sentence=text, people=ids)
        return
    for person in idle:
        why = "is away" if person.absences else "has no working day"
        text = f"{_name(person)} {why} all through the plan. Look at the working hours."
        yield Finding(status="IDLE", sentence=text, people=(person.id,))


class _Qualified:
    """Who can fill a need, remembered."""

    def __init__(self, problem: Problem) -> None:
        self.names = {each.id: _name(each) for each in problem.people}
        self.levels = {each.id: dict(each.skills) for each in problem.people}
        self.known: dict[tuple[str | None, int], frozenset[str]] = {}

    def able(self, need: Need) -> frozenset[str]:
        key = need.skill, need.level
        if key not in self.known:
            self.known[key] = frozenset(
                who
                for who, held in self.levels.items()
                if need.skill is None or held.get(need.skill, -1) >= need.level
            )
        return self.known[key]

    def missing(self, task: Task) -> Iterator[Finding]:
        """Find needs that nobody, or too few, can fill in any mode."""
        ways = [mode.needs for mode in task.modes] or [task.needs]
        lacks = [next(filter(None, (self._lack(task, n) for n in w)), "") for w in ways]
        if all(lacks) and task.locked_people is None:
            text = f"{_name(task)} {lacks[0]}."
            yield Finding(status="UNPLACED", sentence=text, tasks=(task.id,))

    def misplaced(self, task: Task) -> Iterator[Finding]:
        """Find locked people who lack what the task needs, or are no candidates."""
        if task.started or task.locked_people is None:
            return
        allowed = task.locked_people if task.candidates is None else task.candidates
        ways = [mode.needs for mode in task.modes] or [task.needs]
        for who in task.locked_people:
            fits = any(
                who in self.able(need) for way in ways for need in way or (Need(),)
            )
            if who not in allowed or not fits:
                text = (
                    f"{self.names[who]} is locked to {_name(task)} and may not or cannot"
                    " do it. Take the lock off, or ask for less."
                )
                yield Finding(
                    status="INFEASIBLE", sentence=text, tasks=(task.id,), people=(who,)
                )

    def _lack(self, task: Task, need: Need) -> str:
        able = self.able(need)
        if task.candidates is not None:
            able = able & set(task.candidates)
        if len(able) >= need.count:
            return ""
        skill = f"{need.skill} at level {need.level}" if need.skill else "any skill"
        among = " among its candidates" if task.candidates is not None else ""
        can = "nobody" if not able else f"only {len(able)}"
        remedy = "ask for less, or let somebody else learn it"
        return f"needs {need.count} with {skill} and {can}{among} can; {remedy}"


def _too_much(task: Task, tasks: Tasks) -> Iterator[Finding]:
    ways = [mode.amounts for mode in task.modes]
    over = [[name for name, amount in way if amount > tasks.most[name]] for way in ways]
    if ways and all(over):
        text = (
            f"{_name(task)} takes more of {over[0][0]} than there ever is."
            " Take less, or have more of it."
        )
        yield Finding(status="UNPLACED", sentence=text, tasks=(task.id,))
