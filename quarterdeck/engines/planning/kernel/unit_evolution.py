"""A population of plans: crossover in two points, and a child takes its mother's place.

Every child is justified (the largest single gain known). It competes with its mother
alone and copies are refused, so that the population stays varied for long; choosing
parents and victims by worth instead loses half of what is gained here.
"""

from __future__ import annotations

import numpy as np

from .jit import compiled
from .unit_facts import BOUND, DONE, FILLED, STALLED, Given, Hands
from .unit_fits import chance
from .unit_justify import in_order, justify, load_modes
from .unit_schedules import change_mode

SWAPS = 50  # of 1000 neighbours in the order
SWITCHES = 10  # of 1000 tasks change their mode


@compiled
def evolve(
    given: Given, hands: Hands, schedules: int, greedy: int, patience: int
) -> None:
    """Go on for about so many schedules; stop early when the bound is met.

    With ``greedy`` the tasks of the first plans take the modes in which they end first.
    """
    until = hands.tally[DONE] + schedules
    while hands.tally[DONE] < until and hands.best_value[0] > given.price[BOUND]:
        if hands.tally[FILLED] < len(hands.value):
            _settle(given, hands, greedy)
        else:
            _breed(given, hands)
            if hands.tally[STALLED] > patience * len(hands.value):
                hands.tally[FILLED] = hands.tally[STALLED] = 0


@compiled
def _settle(given: Given, hands: Hands, greedy: int) -> None:
    """Add a plan made by latest ends with noise."""
    place = hands.tally[FILLED]
    span = int(np.max(given.urgency) - np.min(given.urgency)) + 1
    noise = 0
    if place > 0:
        noise = 1 + span * (5 + chance(hands.rng, 40)) // 100
    in_order(given, hands, given.urgency, noise, hands.order)
    if given.several:
        _some_modes(given, hands, place)
    value = justify(given, hands, greedy)
    _put(given, hands, place, value)
    hands.tally[FILLED] = place + 1
    _note(given, hands, value)


@compiled
def _some_modes(given: Given, hands: Hands, place: int) -> None:
    """Choose the shortest modes for the first plan, any later, within the stock."""
    for task in range(given.size):
        first, end = given.mode_first[task], given.mode_first[task + 1]
        hands.spare[task] = first
        for mode in range(first, end):
            shorter = given.mode_effort[mode] < given.mode_effort[hands.spare[task]]
            if place == 0 and shorter:
                hands.spare[task] = mode
        if place > 0:
            # of two by chance mostly the shorter
            one = first + chance(hands.rng, end - first)
            two = first + chance(hands.rng, end - first)
            if given.mode_effort[two] < given.mode_effort[one] and place % 2:
                one = two
            hands.spare[task] = one
    load_modes(given, hands, hands.spare)
    mend(given, hands)


@compiled
def mend(given: Given, hands: Hands) -> None:
    """Change modes until the consumables last, those that save most first."""
    stock, size = len(given.stock), given.size
    for _ in range(4 * size):
        short = 0
        for each in range(stock):
            if hands.left[each] < 0:
                short -= hands.left[each]
        if short == 0:
            return
        best_task, best_mode, best_gain = -1, -1, 0
        for _ in range(12):
            task = chance(hands.rng, size)
            here = hands.mode[task]
            for mode in range(given.mode_first[task], given.mode_first[task + 1]):
                gain = 0
                for each in range(stock):
                    less = given.mode_use[here * stock + each]
                    less -= given.mode_use[mode * stock + each]
                    before = min(0, hands.left[each])
                    gain += min(0, hands.left[each] + less) - before
                if gain > best_gain:
                    best_task, best_mode, best_gain = task, mode, gain
        if best_task >= 0:
            change_mode(given, hands, best_task, best_mode)


@compiled
def _breed(given: Given, hands: Hands) -> None:
    """Make a child of two plans; it replaces its mother unless it is worse.

    It keeps the modes it inherits: to take the quickest again spends what is scarce on
    whatever comes first, and forgets what its parents had found.
    """
    many, size = len(hands.value), given.size
    mother = chance(hands.rng, many)
    father, rival = chance(hands.rng, many), chance(hands.rng, many)
    if hands.value[rival] < hands.value[father]:
        father = rival
    if mother == father:
        return
    one, two = chance(hands.rng, size), chance(hands.rng, size)
    _cross(given, hands, mother, father, min(one, two), max(one, two))
    _mutate(given, hands)
    value = justify(given, hands, 0)
    hands.tally[STALLED] += 1
    if value < hands.best_value[0]:
        hands.tally[STALLED] = 0
    _note(given, hands, value)
    if value <= hands.value[mother]:
        mark = _mark(given, hands)
        for other in range(many):
            if hands.mark[other] == mark and hands.value[other] == value:
                return
        if value < hands.value[mother]:
            hands.tally[STALLED] = 0
        _put(given, hands, mother, value)


@compiled
def _cross(
    given: Given, hands: Hands, mother: int, father: int, one: int, two: int
) -> None:
    """Keep the mother's order up to one point, the father's to another, hers again."""
    size = given.size
    hers, his, used = hands.orders[mother], hands.orders[father], hands.waiting
    for at in range(size):
        used[at] = 0
    place = 0
    while place < one:
        used[hers[place]] = 1
        hands.order[place] = hers[place]
        place += 1
    for at in range(size):
        task = his[at]
        if used[task] == 0 and place <= two:
            used[task] = 2
            hands.order[place] = task
            place += 1
    for at in range(size):
        task = hers[at]
        if used[task] == 0:
            hands.order[place] = task
            place += 1
    for task in range(size):
        parent = father if used[task] == 2 else mother
        hands.spare[task] = hands.modes[parent, task]
    if given.several:
        load_modes(given, hands, hands.spare)


@compiled
def _mutate(given: Given, hands: Hands) -> None:
    """Swap a few neighbours without a link between them, and switch a few modes."""
    order, out, out_first = hands.order, given.out, given.out_first
    for at in range(given.size - 1):
        if chance(hands.rng, 1000) < SWAPS:
            task, after = order[at], order[at + 1]
            linked = False
            for link in range(out_first[task], out_first[task + 1]):
                if out[link] == after:
                    linked = True
                    break
            if not linked:
                order[at], order[at + 1] = after, task
    if given.several:
        for task in range(given.size):
            if chance(hands.rng, 1000) < SWITCHES:
                first, end = given.mode_first[task], given.mode_first[task + 1]
                mode = first + chance(hands.rng, end - first)
                if mode != hands.mode[task]:
                    change_mode(given, hands, task, mode)
        mend(given, hands)


@compiled
def _mark(given: Given, hands: Hands) -> int:
    """Give a number that equal plans share and others hardly ever."""
    mark = 0
    for task in range(given.size):
        mark = (mark * 31 + hands.start[task] * 7 + hands.mode[task]) % 2147483647
    return mark


@compiled
def _put(given: Given, hands: Hands, place: int, value: float) -> None:
    """Write the plan at hand into the population."""
    hands.value[place] = value
    hands.mark[place] = _mark(given, hands)
    for at in range(given.size):
        hands.orders[place, at] = hands.order[at]
        hands.modes[place, at] = hands.mode[at]


@compiled
def _note(given: Given, hands: Hands, value: float) -> None:
    """Keep the best plan of all."""
    if value < hands.best_value[0]:
        hands.best_value[0] = value
        for at in range(given.size):
            hands.best_start[at] = hands.start[at]
            hands.best_mode[at] = hands.mode[at]
            hands.best_order[at] = hands.order[at]


@compiled
def invite(given: Given, hands: Hands, other: Hands) -> None:
    """Let the best plan of another search take the place of somebody here."""
    many = len(hands.value)
    if hands.tally[FILLED] < many or other.best_value[0] > 1e300:
        return
    place = chance(hands.rng, many)
    hands.value[place] = other.best_value[0]
    hands.mark[place] = -1
    for at in range(given.size):
        hands.orders[place, at] = other.best_order[at]
        hands.modes[place, at] = other.best_mode[at]
    _note_best(given, hands, other)


@compiled
def _note_best(given: Given, hands: Hands, other: Hands) -> None:
    if other.best_value[0] < hands.best_value[0]:
        hands.best_value[0] = other.best_value[0]
        for at in range(given.size):
            hands.best_start[at] = other.best_start[at]
            hands.best_mode[at] = other.best_mode[at]
            hands.best_order[at] = other.best_order[at]
