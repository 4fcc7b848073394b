"""What a plan is worth: tasks left out, points, and a tie break."""

from __future__ import annotations

from .board import (
    COST,
    DAY,
    DUE,
    END,
    EVEN,
    FAIR,
    FINISH,
    GROWN,
    GROWTH,
    HORIZON,
    LAST,
    LATE,
    LEFT_OUT,
    LOAD,
    MAKESPAN,
    MISSING,
    NOW,
    NOW_HAS,
    NOW_START,
    NOWHERE,
    POINTS,
    RATE,
    START,
    STAY,
    TEAM,
    TIE,
    WISH_LIMIT,
    Board,
)
from .efforts import effort_with
from .jit import compiled


@compiled
def changes(board: Board, task: int) -> int:
    """Count the changes of one task against the current plan."""
    facts = board.task
    now, start = facts[task, NOW_START], facts[task, START]
    if now == NOWHERE:
        return 0
    first, last = facts[task, NOW], facts[task + 1, NOW]
    if start < 0:
        return int(last - first + 1)
    found = int(abs(start - now) > board.tally[DAY])
    for at in range(first, last):
        kept = 0
        for head in range(facts[task, TEAM], facts[task + 1, TEAM]):
            kept += board.team[head, NOW_HAS] == board.now[at]
        found += kept == 0
    return found


@compiled
def of_task(board: Board, task: int) -> float:
    """Points that one task costs by itself."""
    facts, weight, points = board.task, board.weight, 0.0
    end = facts[task, END]
    if facts[task, START] < 0:
        end = board.tally[HORIZON]
    elif board.points[COST] > 0:
        effort = effort_with(board, task, NOW_HAS)
        for head in range(facts[task, TEAM], facts[task + 1, TEAM]):
            rate = board.taste[board.team[head, NOW_HAS], RATE]
            points += board.points[COST] * round(effort * rate)
    points += weight[task, FINISH] * end
    if end > facts[task, DUE]:
        points += weight[task, LATE] * (end - facts[task, DUE])
    if board.points[STAY] > 0:
        points += board.points[STAY] * changes(board, task)
    return float(points)


@compiled
def of_people(board: Board) -> float:
    """Points for uneven load and wishes not met."""
    people, points = board.person, 0.0
    for each in range(len(people)):
        over = people[each, LOAD] - people[each, FAIR]
        rest = people[each, WISH_LIMIT] - people[each, GROWN]
        points += board.points[EVEN] * max(0, over)
        points += board.points[GROWTH] * max(0, rest)
    return float(points)


@compiled
def tie_break(board: Board) -> float:
    """Give the squares of people's last ends.

    The finish alone is flat: most single steps do not change it.
    """
    facts, people, tie = board.task, board.person, 0.0
    people[:, LAST] = 0
    for task in range(len(facts) - 1):
        for head in range(facts[task, TEAM], facts[task + 1, TEAM]):
            if facts[task, START] >= 0:
                person = board.team[head, NOW_HAS]
                people[person, LAST] = max(people[person, LAST], facts[task, END])
    for each in range(len(people)):
        tie += float(people[each, LAST]) * people[each, LAST]
    return tie


@compiled
def measure(board: Board) -> None:
    """Write down what the plan is worth."""
    facts, missing, points, makespan = board.task, 0, 0.0, 0
    for task in range(len(facts) - 1):
        end = facts[task, END]
        if facts[task, START] < 0:
            missing, end = missing + 1, board.tally[HORIZON]
        makespan = max(makespan, end)
        points += of_task(board, task)
    points += of_people(board) + board.points[MAKESPAN] * makespan
    board.points[MISSING] = missing
    board.points[POINTS] = points + board.points[LEFT_OUT] * missing
    board.points[TIE] = tie_break(board)
