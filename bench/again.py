"""Plans one task of a plan again, with all others where they are."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from quarterdeck.engines import planning
from quarterdeck.engines.planning import Assignment, Problem, Reason, Result, Task
from quarterdeck.engines.planning.flat import flat

from .planning.readers import FINISH_ONLY


class Again:
    """A plan of which one task at a time is planned anew, by the planner itself."""

    def __init__(self, problem: Problem, result: Result) -> None:
        self.problem, self.result = problem, result
        self.tasks = {task.id: task for task in problem.tasks}
        self.given = {each.task: each for each in result.assignments}
        self.everybody = tuple(person.id for person in problem.people)

    def by_others(
        self,
        task: Task,
        place: Assignment,
        *,
        only: Collection[str] | None = None,
        finish: bool = True,
    ) -> Assignment | None:
        """Give the task to others, at the best found: each of its people in turn out."""
        allowed = task.candidates or self.everybody
        found = []
        for gone in place.people:
            rest = [each for each in allowed if each != gone]
            if only is not None:
                rest = [e for e in rest if e in only or e in place.people]
            trial = replace(task, candidates=tuple(rest))
            there = self.solve(trial, finish=finish)
            if there is not None:
                found.append(there)
        rank = self.worth if not finish else lambda each: float(each.end)
        return min(found, key=rank, default=None)

    def solve(
        self,
        task: Task,
        people: tuple[str, ...] = (),
        *,
        gone: Collection[Reason] = (),
        alone: bool = False,
        finish: bool = False,
    ) -> Assignment | None:
        """Plan one task with all others where they are, or alone."""
        if people:
            task = replace(task, locked_people=people, candidates=None, needs=())
        mode = self.given[task.id].mode
        if task.modes and task.locked_mode is None and people:
            task = replace(task, locked_mode=mode)
        before = {
            e for each in gone if each.code == "after_predecessor" for e in each.tasks
        }
        away = {
            e
            for each in gone
            if each.code in ("after_earlier_task", "waits_for_resource")
            for e in each.tasks
        }
        links = () if alone else self._links(task.id, before)
        rest = () if alone else self._others(task, links, away, everything=not finish)
        always = {
            e for each in gone if each.code == "working_time" for e in each.people
        }
        working = ((0, self.problem.horizon),)
        problem = replace(
            self.problem,
            tasks=(task, *rest),
            dependencies=links,
            people=tuple(
                replace(each, working=working) if each.id in always else each
                for each in self.problem.people
            ),
            weights=FINISH_ONLY if finish else self.problem.weights,
            current=() if finish else self.problem.current,
        )
        stop = planning.FirstOf(planning.MaxIterations(40), planning.MaxSeconds(5))
        found = planning.solve(problem, stop=stop, seed=3, workers=1)
        return next((each for each in found.assignments if each.task == task.id), None)

    def _links(
        self, name: str, before: Collection[str]
    ) -> tuple[planning.Dependency, ...]:
        """Give the links into a task; links out of it would forbid what is priced."""
        return tuple(
            link
            for link in self.problem.dependencies
            if link.after == name and link.before not in before
            if link.before in self.given
        )

    def _others(
        self,
        task: Task,
        links: Collection[planning.Dependency],
        away: Collection[str],
        *,
        everything: bool,
    ) -> tuple[Task, ...]:
        """Give all other tasks that matter, locked to where they are."""
        near = {link.before for link in links}
        people = set(task.locked_people or task.candidates or self.everybody)
        found = []
        for each in self.result.assignments:
            if each.task == task.id:
                continue
            matters = everything or self.problem.resources or people & {*each.people}
            if not matters and each.task not in near:
                continue
            if each.task in away:
                if each.task in near:
                    found.append(self._moment(each, links))
                continue
            found.append(self._locked(each))
        return tuple(found)

    def _moment(self, each: Assignment, links: Collection[planning.Dependency]) -> Task:
        """Give a task that is in nobody's way, but still waited for."""
        ends = any(e.before == each.task and e.kind[0] == "F" for e in links)
        return Task(id=each.task, locked_start=each.end if ends else each.start)

    def _locked(self, each: Assignment) -> Task:
        task = replace(
            self.tasks[each.task],
            release=0,
            candidates=None,
            started=False,
            hard_deadline=None,
            locked_start=each.start,
            locked_mode=each.mode if self.tasks[each.task].modes else None,
        )
        return replace(task, locked_people=each.people or None)

    def with_it(self, found: Assignment) -> list[Assignment]:
        rest = [e for e in self.result.assignments if e.task != found.task]
        return [*rest, found]

    def worth(self, found: Assignment) -> float:
        return planning.evaluate(self._chosen(found), self.with_it(found)).objective

    def _chosen(self, found: Assignment) -> Problem:
        """Give the problem in the ways of the plan, which is what ``evaluate`` reads."""
        if not any(task.modes for task in self.problem.tasks):
            return self.problem
        given = {**self.given, found.task: found}
        return flat(self.problem, given)

    def term(self, plan: Collection[Assignment], term: str) -> float:
        measured = planning.evaluate(self.problem, tuple(plan))
        return next(each.points for each in measured.terms if each.name == term)

    def broken(self, found: Assignment) -> bool:
        """Say whether others would have to move for it."""
        return bool(planning.verify(self.problem, self.with_it(found)))
