"""The shortest cycle among dependencies."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from itertools import pairwise

from .problem import Problem


def follows_of(problem: Problem) -> list[list[int]]:
    """Give by task number who waits for it; what has begun waits no more."""
    number = {task.id: at for at, task in enumerate(problem.tasks)}
    begun = {task.id for task in problem.tasks if task.started}
    follows: list[list[int]] = [[] for _ in problem.tasks]
    for link in problem.dependencies:
        if link.after not in begun:
            follows[number[link.before]].append(number[link.after])
    return follows


def has_cycle(follows: Sequence[Sequence[int]]) -> bool:
    """Say whether some wait for each other: taken off one by one, not all come off."""
    waiting = [0] * len(follows)
    for nexts in follows:
        for other in nexts:
            waiting[other] += 1
    ready = [node for node, count in enumerate(waiting) if not count]
    for node in ready:
        for other in follows[node]:
            waiting[other] -= 1
            if not waiting[other]:
                ready.append(other)
    return len(ready) < len(follows)


def without(follows: list[list[int]], cycle: Sequence[int]) -> list[list[int]]:
    """Give the same without the steps of one cycle; the first stays as it is."""
    found = follows[:]
    for node, other in pairwise([*cycle, cycle[0]]):
        found[node] = [each for each in found[node] if each != other]
    return found


def shortest_cycle(follows: Sequence[Sequence[int]]) -> list[int]:
    """Give the members of one shortest cycle in order; empty without a cycle.

    Breadth-first search from each node that may lie on a cycle. A node that was
    searched from is removed, and with it everything that lies on no cycle any more, so
    that one long cycle is walked only once.
    """
    inside = set(range(len(follows)))
    follows = [[*dict.fromkeys(each)] if len(each) > 1 else each for each in follows]
    leads: list[list[int]] = [[] for _ in follows]
    for node, nexts in enumerate(follows):
        for other in nexts:
            leads[other].append(node)
    into = [len(each) for each in leads]
    out = [len(each) for each in follows]
    _trim(follows, leads, into, out, inside, [*inside])
    best: list[int] = []
    for node in range(len(follows)):
        if node not in inside:
            continue
        found = _through(node, follows, inside, len(best) or len(follows) + 1)
        best = found or best
        if len(best) == 1:
            return best
        inside.discard(node)
        near = {*follows[node], *leads[node]}
        for other in follows[node]:
            into[other] -= 1
        for other in leads[node]:
            out[other] -= 1
        _trim(follows, leads, into, out, inside, sorted(near))
    return best


def _trim(
    follows: Sequence[Sequence[int]],
    leads: Sequence[Sequence[int]],
    into: list[int],
    out: list[int],
    inside: set[int],
    asked: list[int],
) -> None:
    """Remove nodes that nothing leads to or that lead to nothing."""
    while asked:
        node = asked.pop()
        if node not in inside or (into[node] and out[node]):
            continue
        inside.discard(node)
        for other in follows[node]:
            into[other] -= 1
            asked.append(other)
        for other in leads[node]:
            out[other] -= 1
            asked.append(other)


def _through(
    start: int, follows: Sequence[Sequence[int]], inside: set[int], below: int
) -> list[int]:
    """Give the shortest cycle through a node if it has fewer than ``below`` members."""
    came = {start: -1}
    queue = deque([(start, 1)])
    while queue:
        node, length = queue.popleft()
        if length >= below:
            return []
        for other in follows[node]:
            if other == start:
                path = [node]
                while came[path[-1]] >= 0:
                    path.append(came[path[-1]])
                return path[::-1]
            if other in inside and other not in came:
                came[other] = node
                queue.append((other, length + 1))
    return []
