"""Which changes are worth a try: what stands in the way of what is late or ends last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..evaluate import evaluate
from ..problem import Problem, Task
from ..result import Conflict, Result
from ..standing import Standing
from ..why_then import why_then
from .kinds import Lever

MOST = 10
LONGEST = 60  # steps back from one task
TARGETS = 3  # late tasks that are looked at
LEAST_CUT = 2  # slots


class Chain:
    """The tasks that decide when some tasks end, with what holds each of them up."""

    def __init__(self) -> None:
        self.tasks: dict[int, None] = {}
        self.waits: Counter[tuple[str | None, int]] = Counter()  # slots by need
        self.people: Counter[int] = Counter()
        self.end = 0


def chosen(problem: Problem, result: Result, now: int = 0) -> tuple[Lever, ...]:
    """Give at most ten changes that may help, those that most speaks for first.

    ``now`` is the first slot in which anything can still be changed.
    """
    if result.conflict is not None:
        found = list(_of_conflict(problem, result.conflict))
        return tuple(dict.fromkeys(found))[:MOST]
    board = Standing(problem, result.assignments)
    late = sorted(
        evaluate(board.compiled.problem, result.assignments).late,
        key=lambda each: -each.slots * _task(problem, each.task).priority,
    )
    chain = Chain()
    numbers = [board.compiled.task_number[each.task] for each in late[:TARGETS]]
    placed = [n for n, start in enumerate(board.plan.start) if start >= 0]
    if placed:
        numbers.append(max(placed, key=board.plan.end.__getitem__))
    for number in dict.fromkeys(numbers):
        _walk_back(board, number, chain)
    found = [
        *_people(problem, result, chain, now),
        *_hours(board, chain),
        *_leave(board, chain, now),
        *_days(board, chain, now),
        *_deadlines(problem, [(each.task, each.slots) for each in late[:2]]),
    ]
    return tuple(dict.fromkeys(found))[:MOST]


def _task(problem: Problem, name: str) -> Task:
    return next(task for task in problem.tasks if task.id == name)


def _walk_back(board: Standing, number: int, chain: Chain) -> None:
    """Follow from a task to what it waits for, the latest first, until nothing is."""
    chain.end = max(chain.end, board.plan.end[number])
    for _ in range(LONGEST):
        if number in chain.tasks:
            return
        chain.tasks[number] = None
        place = board.place(number)
        for person in place[0]:
            chain.people[person] += board.compiled.slots(number, place[0])
        board.take_off([number])
        reasons = why_then(board, number, place)
        board.put_back([number])
        behind = [
            board.compiled.task_number[name] for each in reasons for name in each.tasks
        ]
        for each in reasons:
            if each.code == "after_earlier_task":
                need = next(iter(board.compiled.tasks[number].needs), None)
                key = (need.skill, need.level) if need else (None, 0)
                chain.waits[key] += max(1, place[1] - (each.without or place[1]))
        if not behind:
            return
        number = max(behind, key=board.plan.end.__getitem__)


def _people(
    problem: Problem, result: Result, chain: Chain, now: int
) -> Iterator[Lever]:
    short = ("nobody_qualified", "not_enough_people")
    for each in result.unplaced:
        if each.reason in short and each.skill is not None:
            yield Lever(
                kind="more_people",
                skill=each.skill,
                level=each.level or 0,
                count=each.count or 1,
                first_slot=now,
            )
    most = chain.waits.most_common(2)
    for (skill, level), _ in most:
        yield Lever(kind="more_people", skill=skill, level=level, first_slot=now)
    if most:
        (skill, level), _ = most[0]
        yield Lever(
            kind="more_people", skill=skill, level=level, count=2, first_slot=now
        )


def _hours(board: Standing, chain: Chain) -> Iterator[Lever]:
    compiled = board.compiled
    sizes = sorted(chain.tasks, key=lambda number: -compiled.effort[number])
    for number in sizes[:2]:
        cut = compiled.effort[number] // 4
        if cut >= LEAST_CUT and not board.problem.tasks[number].modes:
            yield Lever(kind="fewer_hours", task=compiled.tasks[number].id, slots=cut)


def _leave(board: Standing, chain: Chain, now: int) -> Iterator[Lever]:
    """Give leaves before the end of those whose work decides it, the longest first."""
    day = 1440 // board.problem.slot_minutes
    found = []
    for person in chain.people:
        record = board.compiled.people[person]
        for each in record.absences:
            length = min(each.end_slot, chain.end) - max(each.first_slot, now)
            if each.first_slot >= now and length > 0:
                after = -(-chain.end // day) * day
                found.append(
                    (-length, record.id, each.first_slot, each.end_slot, after)
                )
    for _, person_id, first, end, after in sorted(found)[:2]:
        if after > first:
            yield Lever(
                kind="move_leave",
                person=person_id,
                first_slot=first,
                end_slot=end,
                slots=after - first,
            )


def _days(board: Standing, chain: Chain, now: int) -> Iterator[Lever]:
    """Give an hour a day more for whoever does most of what decides the end."""
    hour = max(1, 60 // board.problem.slot_minutes)
    for person, _ in chain.people.most_common(1):
        yield Lever(
            kind="longer_days",
            person=board.compiled.people[person].id,
            slots=hour,
            first_slot=now,
            end_slot=chain.end,
        )


def _deadlines(problem: Problem, late: list[tuple[str, int]]) -> Iterator[Lever]:
    week = 7 * 1440 // problem.slot_minutes
    for name, slots in late:
        yield Lever(kind="later_deadline", task=name, slots=-(-slots // week) * week)


def _of_conflict(problem: Problem, conflict: Conflict) -> Iterator[Lever]:
    """Give changes that take away one of the requirements that cannot hold together."""
    week = 7 * 1440 // problem.slot_minutes
    latest = max(
        (e.end_slot or 0 for e in conflict.items if e.kind == "deadline"), default=0
    )
    for item in conflict.items:
        if item.kind == "need":
            yield Lever(
                kind="more_people",
                skill=item.skill,
                level=item.level or 0,
                count=item.count or 1,
            )
        elif item.kind == "leave" and item.first_slot is not None:
            slots = max(week, latest - item.first_slot)
            yield Lever(
                kind="move_leave",
                person=item.people[0],
                first_slot=item.first_slot,
                end_slot=item.end_slot or item.first_slot,
                slots=slots,
            )
        elif item.kind == "deadline":
            for weeks in (1, 2, 4):
                yield Lever(
                    kind="later_deadline", task=item.tasks[0], slots=weeks * week
                )
            size = _task(problem, item.tasks[0]).effort // 2
            if size >= LEAST_CUT:
                yield Lever(kind="fewer_hours", task=item.tasks[0], slots=size)
