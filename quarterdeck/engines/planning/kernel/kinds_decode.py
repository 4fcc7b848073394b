"""A plan from an order of tasks, people counted by kind (serial schedule generation).

Who of a kind does what is settled in the end: work of which never more overlaps than
there are people can always be shared out among them. So no plan is lost because
somebody was named too early.

In one piece on bare arrays, as ``unit_plain.py`` is: numba counts references of every
array that is handed on, which for each slot took five times as long as the slot.
"""

from __future__ import annotations

from .board import Real, Whole
from .jit import compiled
from .kinds_facts import Facts, Hands


@compiled
def decode_plain(  # noqa: C901, PLR0915
    order: Whole,
    efforts: Whole,
    release: Whole,
    into_first: Whole,
    into: Whole,
    lag: Whole,
    people: Whole,
    heads: Whole,
    need: Whole,
    sets: Whole,
    able: Whole,
    of_first: Whole,
    of: Whole,
    fits: Whole,
    limit: int,
    liking: Real,
    wish: Whole,
    taken: Whole,
    free: Whole,
    least: Whole,
    line: Whole,
    room: Whole,
    start: Whole,
    end: Whole,
) -> int:
    """Put tasks at their earliest; give the last end, -1 when something does not fit."""
    kinds = len(people)
    clear_to = 0
    last = 0
    for place in range(len(order)):
        task = order[place]
        effort = efforts[task]
        begin = release[task]
        for link in range(into_first[task], into_first[task + 1]):
            begin = max(begin, end[into[link]] + lag[link])
        if effort == 0:
            start[task] = begin
            end[task] = begin
            last = max(last, begin)
            continue
        first, stop, every = of_first[task], of_first[task + 1], sets[task]
        # The first window in which the seats can be filled all through. It is looked at
        # from behind: what fails there fails in all windows that hold it. Seats can be
        # filled if for any rows together there are as many people (Hall 1935).
        while True:
            if begin + effort > limit:
                return -1
            while clear_to < begin + effort:
                for kind in range(kinds):
                    free[clear_to, kind] = people[kind]
                clear_to += 1
            for rows in range(every):
                room[rows] = able[task, rows]
            for at in range(first, stop):
                least[at - first] = people[of[at]]
            slot = begin + effort - 1
            full = False
            while slot >= begin:
                changed = False
                for at in range(first, stop):
                    less = least[at - first] - free[slot, of[at]]
                    if less > 0:
                        least[at - first] -= less
                        changed = True
                        could = fits[at]
                        for rows in range(every):
                            if rows & could:
                                room[rows] -= less
                if changed:
                    for rows in range(every):
                        if room[rows] < need[task, rows]:
                            full = True
                    if full:
                        break
                slot -= 1
            if not full:
                break
            begin = slot + 1
        # Who is wished for is taken if free, then those liked best until all seats are
        # filled. Who can be seated together is a matroid, so that taking greedily does.
        many = 0
        for at in range(first, stop):
            taken[task, of[at]] = 0
            if least[at - first] == 0:
                continue
            here = many
            like = liking[task, of[at]]
            while here > 0 and liking[task, of[line[here - 1]]] > like:
                line[here] = line[here - 1]
                here -= 1
            line[here] = at
            many += 1
        for rows in range(every):
            room[rows] = need[task, rows]
        left = heads[task]
        for turn in range(2):
            for each in range(many):
                if left == 0:
                    break
                at = line[each]
                kind = of[at]
                most = least[at - first]
                if turn == 0:
                    most = min(most, wish[task, kind])
                else:
                    most -= taken[task, kind]
                most = min(most, left)
                could = fits[at]
                for rows in range(every):
                    if rows & could == could and room[rows] < most:
                        most = room[rows]
                if most <= 0:
                    continue
                for rows in range(every):
                    if rows & could == could:
                        room[rows] -= most
                taken[task, kind] += most
                left -= most
                for slot in range(begin, begin + effort):
                    free[slot, kind] -= most
        start[task] = begin
        end[task] = begin + effort
        last = max(last, begin + effort)
    return last


@compiled
def decode(facts: Facts, hands: Hands, order: Whole) -> int:
    """Put tasks at their earliest, in an order that keeps the links; give the end.

    -1 when something does not fit.
    """
    return decode_plain(
        order,
        facts.effort,
        facts.release,
        facts.into_first,
        facts.into,
        facts.lag,
        facts.people,
        facts.heads,
        facts.need,
        facts.sets,
        facts.able,
        facts.of_first,
        facts.of,
        facts.fits,
        facts.limit,
        hands.liking,
        hands.wish,
        hands.taken,
        hands.free,
        hands.least,
        hands.line,
        hands.room,
        hands.start,
        hands.end,
    )
