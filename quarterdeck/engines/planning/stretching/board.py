"""A plan that stands, and where in it one task may go without moving any other."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..calendars import Calendar
from ..problem import Assignment, Dependency, Person, Problem, Task
from ..stretch import Span


@dataclass(frozen=True, slots=True)
class Window:
    """Between which slots a task has to begin and to end."""

    first_start: int
    last_start: int
    first_end: int
    last_end: int


class Board:
    """Who is taken when; changed as stretch tasks and sessions are put into it.

    ``only`` names the tasks whose people are taken; all of the plan without it.
    """

    def __init__(
        self,
        problem: Problem,
        plan: Mapping[str, Assignment],
        only: Collection[str] | None = None,
    ) -> None:
        self.problem = problem
        self.plan = dict(plan)
        self.people: dict[str, Person] = {each.id: each for each in problem.people}
        self.tasks: dict[str, Task] = {each.id: each for each in problem.tasks}
        self.finish = max((each.end for each in plan.values()), default=0)
        self._calendars: dict[str, Calendar] = {}
        self._taken: dict[str, list[Span]] = {}
        self._stretched: set[str] = set()
        self._links: dict[str, list[Dependency]] = {}
        for link in problem.dependencies:
            if not self.tasks[link.after].started:
                self._links.setdefault(link.before, []).append(link)
                self._links.setdefault(link.after, []).append(link)
        for each in plan.values():
            taken = only is None or each.task in only
            for person in each.people if taken else ():
                self.take(person, (each.start, each.end))

    def calendar(self, person: str) -> Calendar:
        """Give somebody's working slots."""
        if person not in self._calendars:
            working = self.people[person].working
            self._calendars[person] = Calendar.of(working, self.problem.horizon)
        return self._calendars[person]

    def take(self, person: str, span: Span) -> None:
        """Book somebody."""
        if span[0] < span[1]:
            insort(self._taken.setdefault(person, []), span)

    def free(self, person: str, span: Span) -> None:
        """Give somebody's time back."""
        if span in self._taken.get(person, ()):
            self._taken[person].remove(span)

    def stretch(self, task: str, person: str, span: Span) -> None:
        """Give a task to a learner, at another time."""
        self._stretched.add(task)
        old = self.plan[task]
        for each in old.people:
            self.free(each, (old.start, old.end))
        self.take(person, span)
        start, end = span
        self.plan[task] = Assignment(task=task, people=(person,), start=start, end=end)

    def gaps(self, person: str, first: int, end: int) -> list[Span]:
        """Give the spans of ``[first, end)`` in which nothing is booked."""
        taken = self._taken.get(person, [])
        at = max(0, bisect_left(taken, (first, first)) - 1)
        found, begin = [], first
        for a, b in taken[at:]:
            if a >= end:
                break
            if a > begin:
                found.append((begin, a))
            begin = max(begin, b)
        if begin < end:
            found.append((begin, end))
        return found

    def window(
        self, task: Task, latest: int, *, wait_for_none: bool = False
    ) -> Window | None:
        """Where a task may go while all others stay; None where it has no slack.

        It is over a margin before its deadlines and before what waits for its end, and
        by ``latest``. With ``wait_for_none`` what waits for it follows.
        """
        margin = self.problem.stretch_rules.margin_slots
        start, end = [task.release], [0]
        last_start, last_end = [self.problem.horizon], [latest]
        for date in (task.deadline, task.hard_deadline):
            if date is not None:
                last_end.append(date - margin)
        if task.locked_start is not None:
            start.append(task.locked_start)
            last_start.append(task.locked_start)
        for link in self._links.get(task.id, ()):
            there = self.plan.get(link.before if link.after == task.id else link.after)
            if there is None:
                if link.after == task.id:
                    return None
            elif link.after == task.id:
                (start if link.kind[1] == "S" else end).append(self._from(link, there))
            elif not wait_for_none:
                moment = there.start if link.kind[1] == "S" else there.end
                ends = link.kind[0] == "F"
                limit = moment - link.lag - (margin if ends else 0)
                (last_end if ends else last_start).append(limit)
        return Window(max(start), min(last_start), max(end), min(last_end))

    def _from(self, link: Dependency, before: Assignment) -> int:
        """From when on a task may begin or end after another, which keeps its margin."""
        if link.kind[0] == "S":
            return before.start + link.lag
        margin = self.problem.stretch_rules.margin_slots
        return before.end + link.lag + (margin if before.task in self._stretched else 0)

    def rooms(
        self, task: Task, person: str, effort: int, window: Window, hints: Sequence[int]
    ) -> Iterator[Span]:
        """Where somebody could do a task: where it stands, earliest, or from a hint on."""
        now, seen = self.plan[task.id], set()
        for hint in (now.start, 0, *hints):
            found = self._fits(person, effort, window, max(hint, window.first_start))
            if found is not None and found not in seen:
                seen.add(found)
                yield found

    def _fits(
        self, person: str, effort: int, window: Window, first: int
    ) -> Span | None:
        calendar = self.calendar(person)
        late = calendar.position_ending_at(window.first_end, effort)
        for begin, end in self.gaps(person, first, window.last_end):
            position = max(calendar.position_from(begin), late)
            if position + effort > calendar.total:
                return None
            start = calendar.slots[position]
            if start > window.last_start:
                return None
            if start >= begin and calendar.end_of(position, effort) <= end:
                return start, calendar.end_of(position, effort)
        return None
