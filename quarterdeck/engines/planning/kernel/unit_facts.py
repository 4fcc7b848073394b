"""Arrays of a problem whose tasks take amounts of resources and no people.

The free amounts of all renewable resources in a slot are packed into a few words: each
resource has a lane of bits with a guard bit on top that is always set, so whether a
request fits is one subtraction: a guard bit is lost where too little is free.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Whole = npt.NDArray[np.int64]
Small = npt.NDArray[np.int32]
Real = npt.NDArray[np.float64]

# places in Hands.tally
FILLED, TOP, BEST_KNOWN, STALLED, DONE, LOST = range(6)
# places in Given.price
MAKESPAN, MOVE, SIMPLE, BOUND = range(4)


class Given(NamedTuple):
    """What is asked; links into task j are ``into_first[j]`` to ``into_first[j+1]``."""

    size: int
    words: int
    limit: int  # slots; what would end later is left out
    day: int
    plain: int  # 1: only FS links without negative lags
    several: int  # 1: some task has several modes
    guard: Whole
    base: Whole  # free at first, slot by slot
    mode_first: Whole
    mode_effort: Whole
    mode_request: Whole
    mode_use: Whole  # consumables, mode by mode
    stock: Whole
    into_first: Whole
    into: Whole
    into_lag: Whole
    into_from_end: Whole
    into_to_end: Whole
    out_first: Whole
    out: Whole
    out_lag: Whole
    out_from_end: Whole
    out_to_end: Whole
    release: Whole
    fixed: Whole  # start, or -1
    hard_end: Whole
    urgency: Whole  # latest end along the links; small is urgent
    current: Whole  # start in the plan in force, or -1
    due: Whole
    late_price: Real
    finish_price: Real
    price: Real


class Hands(NamedTuple):
    """What one search works with: a population and room for one plan."""

    rng: Whole
    tally: Whole
    # one plan
    order: Small
    start: Whole
    end: Whole
    mode: Whole
    effort: Whole
    request: Whole
    left: Whole  # of consumables
    # a second one, and room to sort
    other_order: Small
    spare: Small
    other_start: Whole
    other_end: Whole
    other_mode: Whole
    key: Whole
    bucket: Whole
    free: Whole
    waiting: Whole
    ready: Whole
    # the population
    orders: Small
    modes: Small
    value: Real
    mark: Whole
    # the best of all
    best_value: Real
    best_start: Whole
    best_mode: Whole
    best_order: Small


def make_hands(given: Given, population: int, seed: int) -> Hands:
    """Give room for a search."""
    n, stock = given.size, len(given.stock)

    def whole(size: int) -> Whole:
        return np.zeros(size, dtype=np.int64)

    def rows() -> Small:
        return np.zeros((population, n), dtype=np.int32)

    hands = Hands(
        rng=whole(1),
        tally=whole(8),
        order=np.zeros(n, dtype=np.int32),
        start=whole(n),
        end=whole(n),
        mode=given.mode_first[:-1].copy(),
        effort=whole(n),
        request=whole(n * given.words),
        left=whole(stock),
        other_order=np.zeros(n, dtype=np.int32),
        spare=np.zeros(n, dtype=np.int32),
        other_start=whole(n),
        other_end=whole(n),
        other_mode=whole(n),
        key=whole(n),
        bucket=whole(given.limit + 4),
        free=given.base.copy(),
        waiting=whole(n),
        ready=whole(n),
        orders=rows(),
        modes=rows(),
        value=np.full(population, np.inf),
        mark=whole(population),
        best_value=np.full(1, np.inf),
        best_start=whole(n),
        best_mode=whole(n),
        best_order=np.zeros(n, dtype=np.int32),
    )
    hands.rng[0] = (seed * 7919 + 12345) % 2147483646 + 1
    return hands
