"""What the search by kinds of people knows: plain arrays, made once a problem.

People whom no task tells apart are one *kind*; a plan says how many of each kind a
task takes.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from .board import COUNTS, SEED, SEED_TOO, Real, Whole


class Facts(NamedTuple):
    """A problem, or its mirror image in time, in positions of the calendar all share.

    ``need[task, rows]`` counts the seats of some of a task's rows, a bit set, and
    ``able[task, rows]`` who could fill any of them, were all free. The kinds of a task
    stand in ``of`` from ``of_first[task]`` on, and beside each in ``fits`` the set of
    rows that it can fill; the tasks before it stand in ``into``. ``sorted`` holds tasks
    so that links lead forwards, ``rank`` their places.
    """

    size: int
    kinds: int
    limit: int
    effort: Whole
    release: Whole
    urgency: Real
    into_first: Whole
    into: Whole
    lag: Whole
    sorted: Whole
    rank: Whole
    people: Whole
    scarcity: Real
    heads: Whole
    need: Whole
    sets: Whole
    able: Whole
    of_first: Whole
    of: Whole
    fits: Whole


class Hands(NamedTuple):
    """One plan in the making: how many of each kind are free, wished for and taken."""

    start: Whole
    end: Whole
    taken: Whole
    wish: Whole
    liking: Real
    order: Whole
    other_order: Whole
    free: Whole
    least: Whole
    line: Whole
    room: Whole


class Pool(NamedTuple):
    """A population: orders, whom each task took, and who is sooner taken instead."""

    orders: Whole
    takes: Whole
    likings: Real
    value: Real
    tally: Whole
    best_value: Real
    best_start: Whole
    best_taken: Whole


def make_hands(facts: Facts) -> Hands:
    """Give room for one plan."""
    tasks, kinds = facts.size, facts.kinds
    return Hands(
        start=np.zeros(tasks, np.int64),
        end=np.zeros(tasks, np.int64),
        taken=np.zeros((tasks, kinds), np.int64),
        wish=np.zeros((tasks, kinds), np.int64),
        liking=np.zeros((tasks, kinds)),
        order=np.zeros(tasks, np.int64),
        other_order=np.zeros(tasks, np.int64),
        free=np.zeros((facts.limit + 1, kinds), np.int64),
        least=np.zeros(kinds, np.int64),
        line=np.zeros(kinds, np.int64),
        room=np.zeros(facts.need.shape[1], np.int64),
    )


def make_pool(facts: Facts, alive: int, seed: int) -> Pool:
    """Give room for a population."""
    tasks, kinds = facts.size, facts.kinds
    tally = np.zeros(COUNTS, np.int64)
    tally[SEED] = seed % 2_147_483_562 + 1
    tally[SEED_TOO] = seed // 2_147_483_562 % 2_147_483_398 + 1
    return Pool(
        orders=np.zeros((alive, tasks), np.int64),
        takes=np.zeros((alive, tasks, kinds), np.int64),
        likings=np.zeros((alive, tasks, kinds)),
        value=np.full(alive, np.inf),
        tally=tally,
        best_value=np.full(1, np.inf),
        best_start=np.zeros(tasks, np.int64),
        best_taken=np.zeros((tasks, kinds), np.int64),
    )
