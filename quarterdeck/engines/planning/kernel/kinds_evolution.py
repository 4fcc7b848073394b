"""A population of plans by kinds: crossover in two points, each child justified.

With a task's place in the order a child inherits whom it took; some of it is forgotten,
so that it is chosen again. A child takes its mother's place unless it is worse.
"""

from __future__ import annotations

import numpy as np

from .board import STALLED, TRIES, Whole
from .chance import below, uniform
from .jit import compiled
from .kinds_decode import decode
from .kinds_facts import Facts, Hands, Pool

SWAP = 0.05  # of neighbours in the order
FORGET = 0.1  # of the teams
CHANGE, OF_ALL = 0.04, 0.1  # of likings: of single tasks, of a kind
PASSES = 2
PATIENCE = 60


@compiled
def sort_by(facts: Facts, hands: Hands, order: Whole, found: Whole) -> None:
    """Sort tasks by start, equals so that links lead forwards."""
    start, rank, size = hands.start, facts.rank, facts.size
    for at in range(size):
        task, here = order[at], at
        key = start[task] * size + rank[task]
        while here > 0 and start[found[here - 1]] * size + rank[found[here - 1]] > key:
            found[here] = found[here - 1]
            here -= 1
        found[here] = task


@compiled
def turn(facts: Facts, hands: Hands) -> None:
    """Let time run the other way."""
    last = 0
    for task in range(facts.size):
        last = max(last, hands.end[task])
    for task in range(facts.size):
        hands.start[task] = last - hands.end[task]


@compiled
def planned(facts: Facts, hands: Hands, order: Whole) -> float:
    """Make a plan and wish for its teams; give its end, among equals by mean ends."""
    last = decode(facts, hands, order)
    if last < 0:
        return np.inf
    hands.wish[:] = hands.taken
    total = 0.0
    for task in range(facts.size):
        total += hands.end[task]
    return last + total / (facts.size * (facts.limit + 1.0))


@compiled
def justify(facts: Facts, back: Facts, hands: Hands, pool: Pool) -> float:
    """Plan forwards, backwards and forwards again; leave the order of starts."""
    found = planned(facts, hands, hands.order)
    note(hands, pool, found)
    for _ in range(PASSES):
        if found == np.inf:
            return found
        turn(facts, hands)
        sort_by(back, hands, hands.order, hands.other_order)
        if planned(back, hands, hands.other_order) == np.inf:
            return np.inf
        turn(facts, hands)
        sort_by(facts, hands, hands.other_order, hands.order)
        value = planned(facts, hands, hands.order)
        note(hands, pool, value)
        better, found = value < found, value
        if not better:
            break
    sort_by(facts, hands, hands.order, hands.other_order)
    hands.order[:] = hands.other_order
    return found


@compiled
def note(hands: Hands, pool: Pool, value: float) -> None:
    """Count a plan, and keep the best of all."""
    pool.tally[TRIES] += 1
    if value < pool.best_value[0]:
        pool.best_value[0] = value
        pool.best_start[:] = hands.start
        pool.best_taken[:] = hands.taken


@compiled
def put(hands: Hands, pool: Pool, place: int, value: float) -> None:
    """Write the plan at hand into the population."""
    pool.value[place] = value
    pool.orders[place] = hands.order
    pool.takes[place] = hands.taken
    pool.likings[place] = hands.liking


@compiled
def be_born(facts: Facts, back: Facts, hands: Hands, pool: Pool, first: bool) -> float:
    """Make a plan by latest starts and scarcity, with noise unless it is the first."""
    count, urgency, key = pool.tally, facts.urgency, np.empty(facts.size)
    spread = np.max(urgency) - np.min(urgency) + 1.0
    noise = 0.0 if first else spread * (0.05 + 0.4 * uniform(count))
    for at in range(facts.size):
        task = facts.sorted[at]
        key[task] = urgency[task] + noise * uniform(count)
        for link in range(facts.into_first[task], facts.into_first[task + 1]):
            key[task] = max(key[task], key[facts.into[link]] + 1e-6)
    hands.order[:] = np.argsort(key, kind="mergesort")
    wild = 0.0 if first else uniform(count)
    for kind in range(facts.kinds):
        liked = facts.scarcity[kind] + wild * (uniform(count) - 0.5)
        for task in range(facts.size):
            hands.liking[task, kind] = liked + 0.3 * wild * (uniform(count) - 0.5)
    hands.wish[:] = 0
    return justify(facts, back, hands, pool)


@compiled
def cross(facts: Facts, hands: Hands, pool: Pool, mother: int, father: int) -> None:
    """Keep the mother's order up to one point, the father's to another, hers again."""
    size, place = facts.size, 0
    one, two = below(pool.tally, size), below(pool.tally, size)
    one, two = min(one, two), max(one, two)
    parent = np.full(size, -1, np.int64)
    for turn_of in range(3):
        line = pool.orders[father if turn_of == 1 else mother]
        stop = (one, two + 1, size)[turn_of]
        for at in range(size):
            if place < stop and parent[line[at]] < 0:
                parent[line[at]] = father if turn_of == 1 else mother
                hands.order[place] = line[at]
                place += 1
    for task in range(size):
        for kind in range(facts.kinds):
            hands.liking[task, kind] = pool.likings[parent[task], task, kind]
            hands.wish[task, kind] = pool.takes[parent[task], task, kind]


@compiled
def is_linked(facts: Facts, before: int, after: int) -> bool:
    """Say whether one task waits for another."""
    for at in range(facts.into_first[after], facts.into_first[after + 1]):
        if facts.into[at] == before:
            return True
    return False


@compiled
def mutate(facts: Facts, hands: Hands, count: Whole) -> None:
    """Swap a few neighbours, forget a few teams, like a few others."""
    order = hands.order
    for at in range(facts.size - 1):
        task, after = order[at], order[at + 1]
        if uniform(count) < SWAP and not is_linked(facts, task, after):
            order[at], order[at + 1] = after, task
    if uniform(count) < OF_ALL:
        kind, more = below(count, facts.kinds), uniform(count) - 0.5
        for task in range(facts.size):
            hands.liking[task, kind] += more
    for task in range(facts.size):
        first, many = facts.of_first[task], facts.of_first[task + 1]
        if first < many and uniform(count) < CHANGE:
            kind = facts.of[first + below(count, many - first)]
            hands.liking[task, kind] += 1.5 * (uniform(count) - 0.5)
        if uniform(count) < FORGET:
            for kind in range(facts.kinds):
                hands.wish[task, kind] = 0


@compiled
def is_there(hands: Hands, pool: Pool, value: float) -> bool:
    """Say whether the population has the plan at hand."""
    for other in range(len(pool.value)):
        same = pool.value[other] == value
        if same and np.array_equal(pool.orders[other], hands.order):
            return True
    return False


@compiled
def breed(facts: Facts, back: Facts, hands: Hands, pool: Pool) -> None:
    """Make a child of two plans; it takes its mother's place unless it is worse."""
    count, many = pool.tally, len(pool.value)
    mother, father, rival = below(count, many), below(count, many), below(count, many)
    if pool.value[rival] < pool.value[father]:
        father = rival
    if mother == father:
        father = (mother + 1) % many
    cross(facts, hands, pool, mother, father)
    mutate(facts, hands, count)
    value = justify(facts, back, hands, pool)
    count[STALLED] += 1
    if value <= pool.value[mother] and not is_there(hands, pool, value):
        if value < pool.value[mother]:
            count[STALLED] = 0
        put(hands, pool, mother, value)


@compiled
def evolve(facts: Facts, back: Facts, hands: Hands, pool: Pool, plans: int) -> None:
    """Make about so many plans; begin again when nothing gets better for long."""
    count, many, young = pool.tally, len(pool.value), 0
    until = count[TRIES] + plans
    while young < many and pool.value[young] < np.inf:
        young += 1
    while count[TRIES] < until:
        if young < many:
            first = young == 0 and pool.best_value[0] == np.inf
            put(hands, pool, young, be_born(facts, back, hands, pool, first))
            young += 1
            continue
        breed(facts, back, hands, pool)
        if count[STALLED] > PATIENCE * many:
            count[STALLED] = 0
            pool.value[:] = np.inf
            young = 0
