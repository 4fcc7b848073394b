"""Which people are planned together: those who share most work, as many as fit.

Links between people are taken in the order of their weight and join two groups as long
as these have few enough tasks together (after Kruskal 1956). In later rounds links within
a group weigh less, so that seams of one round lie inside the parts of the next.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise

from ..compiled import Compiled
from ..problem import Assignment

Pair = tuple[int, int]
CROWD = 40  # people above which not every pair is looked at
TOGETHER = (
    4.0  # an hour of work that two do at the same time, against one either may do
)
AGAIN = 0.2  # what a link weighs that was inside a part in the round before


class Groups:
    """People by group; ``of[person]`` is the number of the group."""

    def __init__(self, of: Sequence[int]) -> None:
        self.of = list(of)
        self.members: list[list[int]] = [[] for _ in range(max(of, default=-1) + 1)]
        for person, group in enumerate(self.of):
            self.members[group].append(person)

    def one_of(self, team: Sequence[int]) -> int | None:
        """Give the group that a whole team is in; None where there are several."""
        found = {self.of[person] for person in team}
        return found.pop() if len(found) == 1 else None


def grouped(
    compiled: Compiled,
    plan: Mapping[str, Assignment],
    most: int,
    before: Groups | None = None,
) -> Groups:
    """Group people so that each group has ``most`` tasks, unless one alone has more.

    Groups of people who share nothing stay apart and are put side by side in the end,
    so that a part is not too small to be worth a start.
    """
    size = [0] * len(compiled.people)
    for each in plan.values():
        if each.people:
            size[compiled.person_number[each.people[0]]] += 1
    weights = _weights(compiled, plan)
    if before is not None:
        for one, other in weights:
            if before.of[one] == before.of[other]:
                weights[one, other] *= AGAIN
    boss = list(range(len(size)))

    def top(person: int) -> int:
        while boss[person] != person:
            boss[person] = boss[boss[person]]
            person = boss[person]
        return person

    for one, other in sorted(weights, key=lambda pair: (-weights[pair], pair)):
        low, high = sorted((top(one), top(other)))
        if low != high and size[low] + size[high] <= most:
            boss[high] = low
            size[low] += size[high]
    return Groups(_packed([top(each) for each in range(len(boss))], size, most))


def _weights(compiled: Compiled, plan: Mapping[str, Assignment]) -> dict[Pair, float]:
    """Hours of work that two people may both do, do together or wait for."""
    found: dict[Pair, float] = defaultdict(float)
    shared: dict[int, float] = defaultdict(float)
    for number, mask in enumerate(compiled.union):
        shared[mask] += compiled.effort[number]
    for mask, hours in shared.items():
        who = compiled.members(mask)
        pairs = combinations(who, 2) if len(who) <= CROWD else pairwise(who)
        for pair in pairs:
            found[pair] += hours / len(who)
    first: list[int | None] = [None] * len(compiled.tasks)
    for number, task in enumerate(compiled.tasks):
        stands = plan.get(task.id)
        if stands is None or not stands.people:
            continue
        team = sorted(compiled.person_number[each] for each in stands.people)
        first[number] = team[0]
        for pair in pairwise(team):
            found[pair] += TOGETHER * compiled.effort[number]
    for number, links in enumerate(compiled.into):
        mine = first[number]
        for link in links:
            theirs = first[link.other]
            if mine is None or theirs is None or mine == theirs:
                continue
            hours = min(compiled.effort[number], compiled.effort[link.other])
            found[min(mine, theirs), max(mine, theirs)] += hours
    return found


def _packed(tops: Sequence[int], size: Sequence[int], most: int) -> list[int]:
    """Number the groups, small ones side by side as long as they fit."""
    room, number, numbers = -1, -1, dict[int, int]()
    for top in sorted(set(tops)):
        if number < 0 or size[top] > room:
            number += 1
            room = most
        numbers[top] = number
        room -= size[top]
    return [numbers[top] for top in tops]
