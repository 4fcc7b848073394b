"""Why this person, why then, why this way, and what the next best would cost.

A task is taken off the plan's board and tried elsewhere, with all other tasks where
they are; reasons are what makes a difference there.
"""

from __future__ import annotations

from .evaluate import evaluate
from .explanation import Alternative, Explanation, Reason
from .objective import SCALE
from .pricing import Place
from .problem import Problem
from .result import Result
from .standing import Standing
from .why_people import nearly, others, why_people
from .why_then import why_then

MOST_PRICED = 24
Option = tuple[Place, int, float]  # where, in which mode, at what price


def explain(problem: Problem, result: Result, task_id: str) -> Explanation:
    """Explain one assignment of a result.

    Raises
    ------
    ValueError
        The task is not in the plan; ``result.unplaced`` says why.
    """
    return Explainer(problem, result).explain(task_id)


def explain_changes(problem: Problem, result: Result) -> tuple[Explanation, ...]:
    """Explain every assignment that differs from the current plan."""
    there = {each.task for each in result.assignments}
    changed = (each.task for each in evaluate(problem, result).changes)
    explainer = Explainer(problem, result)
    return tuple(explainer.explain(task) for task in changed if task in there)


class Explainer:
    """Explains many assignments of one result: compiles the problem once."""

    def __init__(self, problem: Problem, result: Result) -> None:
        self.board = Standing(problem, result.assignments)

    def explain(self, task_id: str) -> Explanation:
        """Explain one assignment; ValueError when the task is not in the plan."""
        board = self.board
        if task_id not in board.given:
            raise ValueError(f"only a task in the plan can be explained: {task_id}")
        number = board.compiled.task_number[task_id]
        place = board.place(number)
        board.take_off([number])
        try:
            found = others(board, number, place)
            options = self._options(number, place, found)
            return Explanation(
                task=task_id,
                qualified=board.compiled.union[number].bit_count(),
                why_people=why_people(board, number, place, found),
                why_then=why_then(board, number, place),
                alternative=self._best(number, place, options),
                why_mode=self._why_mode(number, place, options),
                nearly=nearly(board, number),
            )
        finally:
            board.put_back([number])

    def _options(self, number: int, place: Place, found: list[Place]) -> list[Option]:
        """Give other people's places, the same people later, and other ways."""
        board, task = self.board, self.board.problem.tasks[number]
        options = [*found]
        if task.locked_start is None and not task.started:
            start, end = board.earliest(number)
            later = board.first(number, place[0], max(start, place[1] + 1), end)
            limit = task.hard_deadline
            if later is not None and (limit is None or later[2] <= limit):
                options.append(later)
        mode = board.given[task.id].mode
        priced: list[Option] = [
            (each, mode, board.points(number, each) / SCALE) for each in options
        ]
        if task.locked_mode is None and not task.started:
            for other in range(len(task.modes)):
                if other != mode:
                    priced += self._in_mode(number, place, other)
        return priced

    def _in_mode(self, number: int, place: Place, mode: int) -> list[Option]:
        """Find the earliest places of a task that is done in another way."""
        board = self.board.in_mode(number, mode)
        compiled, task = board.compiled, board.compiled.tasks[number]
        start, end = board.earliest(number)
        if task.locked_start is not None:
            start = task.locked_start
        if compiled.locked[number] is not None:
            found = [board.first(number, compiled.locked[number] or (), start, end)]
        elif not compiled.effort[number]:
            found = [board.first(number, (), start, end)]
        else:
            found = [*others(board, number, ((), -1, -1))]
        trial, priced = board.plan.copy(), []
        before = self.board.objective
        points = before.points(before.amounts(board.plan))
        there = [each for each in found if each is not None]
        for each in sorted(there, key=lambda place: place[2])[:3]:
            limit = task.hard_deadline
            if task.locked_start in (None, each[1]) and (not limit or each[2] <= limit):
                trial.put(number, *each)
                new = board.objective.points(board.objective.amounts(trial))
                priced.append((each, mode, (new - points) / SCALE))
        return priced

    def _best(
        self, number: int, place: Place, options: list[Option]
    ) -> Alternative | None:
        board = self.board
        if not options:
            return None
        held = {each: board.pushed(number, each[0]) for each in options}
        best = min(options, key=lambda e: (len(held[e]), e[2], e[0][2]))
        other, mode, points = best
        rest = board.prices.finish_without(number)
        return Alternative(
            people=board.names(other[0]),
            start=other[1],
            end=other[2],
            points=points,
            later=other[2] - place[2],
            finish_later=max(rest, other[2]) - max(rest, place[2]),
            pushes=board.ids(held[best]),
            mode=mode,
        )

    def _why_mode(
        self, number: int, place: Place, options: list[Option]
    ) -> tuple[Reason, ...]:
        """Say why it is done in this way, where there are several."""
        board, task = self.board, self.board.problem.tasks[number]
        if len(task.modes) < 2:
            return ()
        if task.locked_mode is not None:
            return (Reason(code="locked_mode"),)
        mine = board.given[task.id].mode
        ways = [each for each in options if each[1] != mine]
        ways = [each for each in ways if not board.pushed(number, each[0])]
        if not ways:
            return (Reason(code="only_mode"),)
        better = min(each[2] for each in ways) < 0
        return (Reason(code="other_mode_is_better" if better else "better_mode"),)
