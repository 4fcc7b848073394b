"""How long a task takes, where that depends on who does it."""

from __future__ import annotations

from .board import CHOSEN, EFFORT, OWN, TAKES, TEAM, USUAL, WHO, Board
from .jit import compiled


@compiled
def differs(board: Board, task: int) -> bool:
    """Say whether a task takes other hours of some people."""
    return bool(board.task[task, OWN] < board.task[task + 1, OWN])


@compiled
def effort_of(board: Board, task: int, person: int) -> int:
    """Give the slots that a task takes of one person alone."""
    facts, own = board.task, board.own
    first, last = facts[task, OWN], facts[task + 1, OWN]
    if first == last:
        return int(facts[task, EFFORT])
    while first < last:
        middle = (first + last) // 2
        if own[middle, WHO] < person:
            first = middle + 1
        else:
            last = middle
    if first < facts[task + 1, OWN] and own[first, WHO] == person:
        return int(own[first, TAKES])
    return int(facts[task, USUAL])


@compiled
def effort_with(board: Board, task: int, column: int) -> int:
    """Give the slots of the team that stands in a column: those of the slowest."""
    facts = board.task
    if not differs(board, task):
        return int(facts[task, EFFORT])
    longest = 0
    for head in range(facts[task, TEAM], facts[task + 1, TEAM]):
        longest = max(longest, effort_of(board, task, board.team[head, column]))
    return longest


@compiled
def effort_of_chosen(board: Board, task: int, heads: int) -> int:
    """Give the slots of those chosen, who stand in the first rows."""
    if not differs(board, task):
        return int(board.task[task, EFFORT])
    longest = 0
    for each in range(heads):
        who = board.team[each, CHOSEN]
        longest = max(longest, effort_of(board, task, who))
    return longest
