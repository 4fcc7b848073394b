"""The chain of tasks that makes a plan as long as it is."""

from __future__ import annotations

from .board import (
    FREE,
    INTO,
    LAG,
    OTHER,
    TEAM,
    WANTED,
    WAS_END,
    WAS_START,
    WORK,
    Board,
)
from .chance import below, uniform
from .jit import compiled


@compiled
def shares(board: Board, one: int, other: int) -> bool:
    """Say whether two tasks have somebody in common."""
    team, facts = board.team, board.task
    for mine in range(facts[one, TEAM], facts[one + 1, TEAM]):
        for theirs in range(facts[other, TEAM], facts[other + 1, TEAM]):
            if team[mine, WANTED] == team[theirs, WANTED]:
                return True
    return False


@compiled
def last_to_end(board: Board) -> int:
    """Draw one of the tasks that end last; -1 if nothing has a place."""
    facts, found, seen = board.task, -1, 0
    for task in range(len(facts) - 1):
        if facts[task, WAS_START] < 0:
            continue
        if found >= 0 and facts[task, WAS_END] < facts[found, WAS_END]:
            continue
        if found < 0 or facts[task, WAS_END] > facts[found, WAS_END]:
            seen = 0
        seen += 1
        if below(board.tally, seen) == 0:
            found = task
    return found


@compiled
def linked_before(board: Board, task: int) -> int:
    """Give a task whose end a link makes this one wait for, without a pause; or -1."""
    facts, begin = board.task, board.task[task, WAS_START]
    for at in range(facts[task, INTO], facts[task + 1, INTO]):
        other = board.into[at, OTHER]
        moment = facts[other, WAS_END] + board.into[at, LAG]
        if moment == begin and facts[other, WAS_START] < begin:
            return int(other)
    return -1


@compiled
def same_people_before(board: Board, task: int) -> int:
    """Give a task that ends as this one begins and has somebody in common; or -1."""
    facts, tasks = board.task, len(board.task) - 1
    begin, offset = facts[task, WAS_START], below(board.tally, tasks)
    for step in range(tasks):
        other = (offset + step) % tasks
        touches = facts[other, WAS_END] == begin and facts[other, WAS_START] >= 0
        if touches and facts[other, WAS_START] < begin and shares(board, task, other):
            return other
    return -1


@compiled
def critical(board: Board, otherwise: int) -> int:
    """Draw a task of a chain without a pause that ends last, if one can be moved."""
    facts, chosen, seen = board.task, otherwise, 0
    here = last_to_end(board)
    while here >= 0:
        if facts[here, FREE]:
            seen += 1
            if below(board.tally, seen) == 0:
                chosen = here
        before = linked_before(board, here)
        if before < 0 or uniform(board.tally) < 0.5:
            other = same_people_before(board, here)
            before = other if other >= 0 else before
        here = before
    board.tally[WORK] += len(facts) // 8
    return chosen
