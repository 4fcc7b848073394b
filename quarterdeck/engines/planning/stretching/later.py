"""More growth than fits into the slack: stretch tasks first, dates follow.

Each learner's task gets a place as if only what is fixed were there, with the mentor's
hours beside it. Then all the rest is planned around them, by the same search.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ..problem import Assignment, Problem, Task
from ..stretch import Stretch
from .board import Board
from .granting import Granted, Idea, ideas, in_turn, stretch_of
from .measuring import MENTORING, longer, sessions_as_tasks
from .mentors import Mentors

ROUNDS = 3  # each tries half as many more as the one before

Solver = Callable[[Problem], Sequence[Assignment]]


def more(
    problem: Problem,
    plan: Sequence[Assignment],
    granted: Granted,
    solve_again: Solver,
) -> Granted | None:
    """Grant what was granted before and as much more as wishes allow, or None.

    Parameters
    ----------
    problem, plan
        The problem and a plan for it without stretch tasks.
    granted
        What fitted without moving a date; it is asked for first.
    solve_again
        Plans a problem in which learners, their tasks and mentors have fixed places.
    """
    chosen = _chosen(ideas(problem, plan), granted.stretches)
    further = len(chosen) - len(granted.stretches)
    for _ in range(ROUNDS):
        if further <= 0:
            return None
        fixed = _Fixed(problem, plan)
        for idea in chosen[: len(granted.stretches) + further]:
            fixed.add(idea)
        if fixed.slots <= granted.slots:
            return None
        made = solve_again(fixed.problem_around())
        there = {each.task: each for each in made}
        found = {task: there[task] for task in there if not task.startswith(MENTORING)}
        if len(found) >= len(plan):
            return Granted(found, tuple(fixed.stretches), fixed.slots)
        further //= 2
    return None


def _chosen(possible: list[Idea], granted: Sequence[Stretch]) -> list[Idea]:
    """As many as the caps allow: what was granted, then the shortest first, in turn."""
    first = {(each.task, each.learner) for each in granted}
    fits = [each for each in possible if (each.task.id, each.learner) in first]
    rest = [each for each in possible if (each.task.id, each.learner) not in first]
    left: dict[tuple[str, str], int] = {}
    chosen: dict[str, Idea] = {}
    for idea in [*fits, *in_turn(sorted(rest, key=lambda each: each.effort))]:
        key = (idea.learner, idea.wish.skill)
        room = left.setdefault(key, idea.wish.limit_slots)
        if idea.task.id not in chosen and idea.effort <= room:
            chosen[idea.task.id] = idea
            left[key] = room - idea.effort
    return list(chosen.values())


class _Fixed:
    """Stretch tasks with their places, and the problem that is left around them."""

    def __init__(self, problem: Problem, plan: Sequence[Assignment]) -> None:
        self.problem = problem
        fixed = {
            task.id
            for task in problem.tasks
            if task.started or task.locked_start is not None
        }
        self.board = Board(problem, {each.task: each for each in plan}, only=fixed)
        self.mentors = Mentors(self.board)
        self.stretches: list[Stretch] = []
        self.slots = 0
        self._places: dict[str, tuple[Idea, int]] = {}

    def add(self, idea: Idea) -> None:
        """Give a task to its learner at its earliest, if a mentor is free then."""
        board, task = self.board, idea.task
        window = board.window(task, self.problem.horizon, wait_for_none=True)
        if window is None:
            return
        about = (task, idea.learner, idea.level, idea.wish)
        hints = self.mentors.openings(*about, window.first_start, window.last_end)
        for span in board.rooms(task, idea.learner, idea.effort, window, hints):
            found = self.mentors.beside(*about, span, idea.effort)
            if found is None:
                continue
            board.stretch(task.id, idea.learner, span)
            given = stretch_of(idea, found.mentor, found.sessions)
            for session in found.sessions if given.booked else ():
                board.take(found.mentor, session)
            self.stretches.append(given)
            self.slots += idea.effort
            self._places[task.id] = idea, span[0]
            return

    def problem_around(self) -> Problem:
        """Give the problem in which all of this stays where it is."""
        problem, margin = self.problem, self.problem.stretch_rules.margin_slots
        links = tuple(
            replace(link, lag=link.lag + margin)
            if link.before in self._places and link.kind[0] == "F"
            else link
            for link in problem.dependencies
        )
        tasks = [self._held(task) for task in problem.tasks]
        tasks += [task for task, _ in sessions_as_tasks(self.stretches)]
        return replace(problem, tasks=tuple(tasks), dependencies=links)

    def _held(self, task: Task) -> Task:
        if task.id not in self._places:
            return task
        idea, start = self._places[task.id]
        return replace(
            task,
            effort=idea.effort,
            effort_of=(),
            needs=(),
            candidates=None,
            locked_people=(idea.learner,),
            locked_start=start,
        )


def explained_as(problem: Problem, stretches: Sequence[Stretch]) -> Problem:
    """Give the problem in which stretch tasks belong to their learners.

    By it a plan with stretch tasks is an ordinary one, and the rest of it is explained.
    """
    if not stretches:
        return problem
    percent = problem.stretch_rules.longer_percent
    learners = {each.task: each.learner for each in stretches}
    tasks = tuple(
        replace(
            task,
            needs=(),
            candidates=None,
            locked_people=(learners[task.id],),
            **longer(task, learners[task.id], percent),  # type: ignore[arg-type]
        )
        if task.id in learners
        else task
        for task in problem.tasks
    )
    return replace(problem, tasks=tasks)
