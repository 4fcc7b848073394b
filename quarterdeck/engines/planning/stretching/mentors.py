"""Who can stand beside a learner, and in which hours."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from ..problem import Task
from ..stretch import Span, Wish
from .board import Board

FEW = 4  # mentors, and gaps of each, around which a place is looked for


@dataclass(frozen=True, slots=True)
class Grant:
    """A stretch task that is possible: where the learner works, who is beside them."""

    span: Span
    mentor: str
    sessions: tuple[Span, ...]


class Mentors:
    """Finds mentors; those with the fewest hours booked for it are asked first."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.booked: dict[str, int] = defaultdict(int)
        self._holders: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for person in board.problem.people:
            for skill, level in person.skills:
                self._holders[skill].append((level, person.id))

    def beside(
        self, task: Task, learner: str, level: int, wish: Wish, span: Span, effort: int
    ) -> Grant | None:
        """Find somebody above who is there in the hours in which the learner works.

        Parameters
        ----------
        task, learner, level, wish
            The task, who would take it, their own level and their wish.
        span, effort
            When they would work on it, and for how many slots.
        """
        rules = self.board.problem.stretch_rules
        share = -(-effort * rules.mentoring_percent // 100)
        for mentor in self._above(task, learner, level, wish.skill):
            sessions = self._sessions(task, learner, mentor, wish, span, share)
            if sessions is not None:
                return Grant(span, mentor, sessions)
        return None

    def openings(
        self, task: Task, learner: str, level: int, wish: Wish, first: int, end: int
    ) -> list[int]:
        """From when on the first few mentors are free: where a learner could begin."""
        found: list[int] = []
        if wish.mentor and first < end:
            for mentor in self._above(task, learner, level, wish.skill)[:FEW]:
                gaps = self.board.gaps(mentor, first, end)
                found += [begin for begin, _ in gaps[:FEW]]
        return sorted(set(found))

    def _above(self, task: Task, learner: str, level: int, skill: str) -> list[str]:
        """Give who may be asked: first who would have done it and knows it best, then
        whoever mentors least so far."""
        least = level + self.board.problem.stretch_rules.levels_above
        asked = None if task.candidates is None else set(task.candidates)
        found = [
            who
            for held, who in self._holders[skill]
            if held >= least and who != learner and (asked is None or who in asked)
        ]
        before = set(self.board.plan[task.id].people)
        found.sort(key=lambda who: (who not in before, self.booked[who]))
        return found

    def _sessions(
        self, task: Task, learner: str, mentor: str, wish: Wish, span: Span, share: int
    ) -> tuple[Span, ...] | None:
        """Give the first so many slots in which both can; None if there are fewer."""
        board, left = self.board, share
        mine, theirs = board.calendar(learner), board.calendar(mentor)
        open_spans = [span]
        if wish.mentor:
            now = board.plan[task.id]
            given_up = mentor in now.people
            if given_up:
                board.free(mentor, (now.start, now.end))
            open_spans = board.gaps(mentor, *span)
            if given_up:
                board.take(mentor, (now.start, now.end))
        found: list[Span] = []
        for first, end in open_spans:
            for position in range(mine.position_from(first), mine.position_from(end)):
                slot = mine.slots[position]
                if left == 0:
                    return tuple(found)
                if not theirs.mask[slot]:
                    continue
                left -= 1
                if found and found[-1][1] == slot:
                    found[-1] = (found[-1][0], slot + 1)
                else:
                    found.append((slot, slot + 1))
        return tuple(found) if left == 0 else None
