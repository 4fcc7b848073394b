"""A plan from an order of tasks, people counted by kind (serial schedule generation).

Who of a kind does what is settled in the end: work of which never more overlaps than
there are people can always be shared out among them. So no plan is lost because
somebody was named too early.
"""

from __future__ import annotations

from .board import Whole
from .jit import compiled
from .kinds_facts import Facts, Hands


@compiled
def clear(facts: Facts, hands: Hands) -> None:
    """Give everybody back."""
    for slot in range(facts.limit + 1):
        for kind in range(facts.kinds):
            hands.free[slot, kind] = facts.people[kind]


@compiled
def anybody(facts: Facts, hands: Hands, task: int) -> None:
    """Count, as if all were free, who could fill any of each set of rows."""
    room, least = hands.room, hands.least
    for rows in range(facts.sets[task]):
        room[rows] = 0
    for at in range(facts.of_first[task], facts.of_first[task + 1]):
        kind = facts.of[at]
        least[kind] = facts.people[kind]
        for rows in range(facts.sets[task]):
            if rows & facts.fits[task, kind]:
                room[rows] += least[kind]


@compiled
def fewer(facts: Facts, hands: Hands, task: int, slot: int) -> bool:
    """Leave out who is not free in a slot; say whether the seats can be filled still.

    They can if for any rows together there are as many people as seats (Hall 1935).
    """
    room, least, sets = hands.room, hands.least, facts.sets[task]
    changed = False
    for at in range(facts.of_first[task], facts.of_first[task + 1]):
        kind = facts.of[at]
        less = least[kind] - hands.free[slot, kind]
        if less > 0:
            least[kind] -= less
            could, changed = facts.fits[task, kind], True
            for rows in range(sets):
                if rows & could:
                    room[rows] -= less
    if changed:
        for rows in range(sets):
            if room[rows] < facts.need[task, rows]:
                return False
    return True


@compiled
def first_moment(facts: Facts, hands: Hands, task: int, start: int) -> int:
    """Give the first slot from which the seats can be filled all through, or -1.

    Windows are looked at from behind: what fails there fails in all that hold it.
    """
    effort = facts.effort[task]
    while start + effort <= facts.limit:
        anybody(facts, hands, task)
        slot = start + effort - 1
        while slot >= start and fewer(facts, hands, task, slot):
            slot -= 1
        if slot < start:
            return start
        start = slot + 1
    return -1


@compiled
def line_up(facts: Facts, hands: Hands, task: int) -> int:
    """Sort the kinds of which somebody is free, those liked best first."""
    line, liking, many = hands.line, hands.liking, 0
    for at in range(facts.of_first[task], facts.of_first[task + 1]):
        kind, here = facts.of[at], many
        if hands.least[kind] == 0:
            continue
        while here > 0 and liking[task, line[here - 1]] > liking[task, kind]:
            line[here] = line[here - 1]
            here -= 1
        line[here] = kind
        many += 1
    return many


@compiled
def take(facts: Facts, hands: Hands, task: int, kind: int, most: int) -> int:
    """Take as many more of a kind, up to ``most``, as can be seated with the others."""
    room, could = hands.room, facts.fits[task, kind]
    for rows in range(facts.sets[task]):
        if rows & could == could and room[rows] < most:
            most = room[rows]
    if most <= 0:
        return 0
    for rows in range(facts.sets[task]):
        if rows & could == could:
            room[rows] -= most
    hands.taken[task, kind] += most
    return most


@compiled
def share_out(facts: Facts, hands: Hands, task: int) -> None:
    """Take who is wished for if free, then those liked best until all seats are filled.

    Who can be seated together is a matroid, so that taking greedily fills all seats.
    """
    many, left, least = line_up(facts, hands, task), facts.heads[task], hands.least
    for rows in range(facts.sets[task]):
        hands.room[rows] = facts.need[task, rows]
    for at in range(facts.of_first[task], facts.of_first[task + 1]):
        hands.taken[task, facts.of[at]] = 0
    for at in range(many):
        kind = hands.line[at]
        wished = min(hands.wish[task, kind], least[kind])
        left -= take(facts, hands, task, kind, min(wished, left))
    for at in range(many):
        if left == 0:
            return
        kind = hands.line[at]
        more = least[kind] - hands.taken[task, kind]
        left -= take(facts, hands, task, kind, min(more, left))


@compiled
def reserve(facts: Facts, hands: Hands, task: int, begin: int) -> None:
    """Keep who is taken from being taken twice."""
    for at in range(facts.of_first[task], facts.of_first[task + 1]):
        kind = facts.of[at]
        some = hands.taken[task, kind]
        if some:
            for slot in range(begin, begin + facts.effort[task]):
                hands.free[slot, kind] -= some


@compiled
def decode(facts: Facts, hands: Hands, order: Whole) -> int:
    """Put tasks at their earliest, in an order that keeps the links; give the end.

    -1 when something does not fit.
    """
    start, end, last = hands.start, hands.end, 0
    for at in range(facts.size):
        task = order[at]
        begin = facts.release[task]
        for link in range(facts.into_first[task], facts.into_first[task + 1]):
            begin = max(begin, end[facts.into[link]] + facts.lag[link])
        if facts.effort[task]:
            begin = first_moment(facts, hands, task, begin)
            if begin < 0:
                return -1
            share_out(facts, hands, task)
            reserve(facts, hands, task, begin)
        start[task], end[task] = begin, begin + facts.effort[task]
        last = max(last, end[task])
    return last
