"""Stretch tasks that move no other task: each goes into the slack of the plan.

Tasks that somebody could grow with are tried one by one, learner by learner in turn, so
that no wish waits because another was asked first. Each is placed exactly, beside a
mentor; several orders are tried, the first ones by size, the others by chance.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from ..own_effort import in_percent
from ..problem import Assignment, Problem, Task
from ..stretch import Stretch, Wish
from .board import Board
from .mentors import Grant, Mentors

ORDERS = 6
MOST_TRIES = 20_000  # placements that are tried in all, so that large plans end too


@dataclass(frozen=True, slots=True)
class Idea:
    """Somebody could grow with this task; ``effort`` is what they would need for it."""

    task: Task
    learner: str
    level: int  # of the learner
    wish: Wish
    effort: int


@dataclass(frozen=True, slots=True)
class Granted:
    """A plan with stretch tasks; ``slots`` is how long learners work on them."""

    plan: dict[str, Assignment]
    stretches: tuple[Stretch, ...] = ()
    slots: int = 0


def ideas(problem: Problem, plan: Sequence[Assignment]) -> list[Idea]:
    """Give every pair of a task and somebody who wishes to do it one level up."""
    there = {each.task for each in plan}
    wanted: dict[tuple[str, int], list[tuple[str, Wish]]] = defaultdict(list)
    for person in problem.people:
        levels = dict(person.skills) if person.stretch else {}
        for wish in person.stretch:
            key = (wish.skill, levels.get(wish.skill, 0) + 1)
            wanted[key].append((person.id, wish))
    percent, found = problem.stretch_rules.longer_percent, []
    for task in problem.tasks if wanted else ():
        if task.id not in there or not _is_open(task):
            continue
        (need,) = task.needs
        for learner, wish in wanted.get((need.skill or "", need.level), ()):
            if task.candidates is not None and learner not in task.candidates:
                continue
            effort = in_percent(task.effort_for((learner,)), percent)
            if effort <= wish.limit_slots:
                found.append(Idea(task, learner, need.level - 1, wish, effort))
    return found


def _is_open(task: Task) -> bool:
    fixed = task.started or task.locked_people is not None or task.modes
    return not fixed and len(task.needs) == 1 and task.needs[0].count == 1


def grant(
    problem: Problem,
    plan: Sequence[Assignment],
    *,
    seed: int = 0,
    should_stop: Callable[[], bool] = lambda: False,
) -> Granted:
    """Grant as many hours of stretch work as are found without moving another task.

    Same problem, plan and seed, same answer, unless it is stopped.
    """
    base = {each.task: each for each in plan}
    best, possible = Granted(base), ideas(problem, plan)
    tries = MOST_TRIES
    for order in range(ORDERS if possible else 0):
        if should_stop() or tries <= 0:
            break
        made = _Attempt(problem, base, tries, should_stop)
        made.run(in_turn(_ordered(possible, order, seed)))
        tries = made.tries
        if (made.slots, len(made.stretches)) > (best.slots, len(best.stretches)):
            best = Granted(made.board.plan, tuple(made.stretches), made.slots)
    return best


def _ordered(possible: list[Idea], order: int, seed: int) -> list[Idea]:
    if order == 0:
        return sorted(possible, key=lambda each: -each.effort)
    if order == 1:
        return sorted(possible, key=lambda each: each.effort)
    mixed = possible[:]
    Random(f"{seed}/{order}").shuffle(mixed)
    return mixed


def in_turn(possible: list[Idea]) -> list[Idea]:
    """Let each learner have one before anybody has the next."""
    rows: dict[str, int] = defaultdict(int)
    keyed = []
    for place, idea in enumerate(possible):
        keyed.append((rows[idea.learner], place, idea))
        rows[idea.learner] += 1
    keyed.sort(key=lambda row: row[:2])
    return [idea for _, _, idea in keyed]


class _Attempt:
    """One order of ideas, put into the plan as far as they fit."""

    def __init__(
        self,
        problem: Problem,
        base: dict[str, Assignment],
        tries: int,
        should_stop: Callable[[], bool],
    ) -> None:
        self.board = Board(problem, base)
        self.mentors = Mentors(self.board)
        self.tries, self.should_stop = tries, should_stop
        self.stretches: list[Stretch] = []
        self.slots = 0
        self._given: dict[tuple[str, str], int] = defaultdict(int)
        self._taken: set[str] = set()

    def run(self, possible: list[Idea]) -> None:
        for idea in possible:
            if self.tries <= 0 or self.should_stop():
                return
            given = self._given[idea.learner, idea.wish.skill]
            if idea.task.id in self._taken:
                continue
            if given + idea.effort <= idea.wish.limit_slots:
                self.tries -= 1
                self._try(idea)

    def _try(self, idea: Idea) -> None:
        board, task = self.board, idea.task
        window = board.window(task, board.finish)
        if window is None or window.last_end - window.first_start < idea.effort:
            return
        about = (task, idea.learner, idea.level, idea.wish)
        hints = self.mentors.openings(*about, window.first_start, window.last_end)
        for span in board.rooms(task, idea.learner, idea.effort, window, hints):
            found = self.mentors.beside(*about, span, idea.effort)
            if found is not None:
                self._take(idea, found)
                return

    def _take(self, idea: Idea, found: Grant) -> None:
        board = self.board
        board.stretch(idea.task.id, idea.learner, found.span)
        given = stretch_of(idea, found.mentor, found.sessions)
        if given.booked:
            for session in found.sessions:
                board.take(found.mentor, session)
            self.mentors.booked[found.mentor] += given.mentoring_slots
        self._taken.add(idea.task.id)
        self._given[idea.learner, idea.wish.skill] += idea.effort
        self.slots += idea.effort
        self.stretches.append(given)


def stretch_of(
    idea: Idea, mentor: str, sessions: tuple[tuple[int, int], ...]
) -> Stretch:
    """Write down what was granted."""
    return Stretch(
        task=idea.task.id,
        learner=idea.learner,
        skill=idea.wish.skill,
        level=idea.level + 1,
        mentor=mentor,
        sessions=sessions,
        booked=idea.wish.mentor,
    )
