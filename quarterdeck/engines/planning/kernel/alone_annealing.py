"""Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) towards an earlier end.

The end itself is flat: most changes leave it as it is. So a target a little before the
best end is set, and what is counted is by how much people are late after it, all
together; at nought the target is met, and the next one is set. A look is cheap, so
there are a million where decoding makes a few thousand plans.
"""

from __future__ import annotations

import math

import numpy as np

from .alone_ends import last_end, over_target, put_back, sort_by_end
from .alone_moves import change, take_back
from .alone_sheet import (
    BEST,
    BEST_END,
    BEST_WHO,
    END,
    FAR,
    FIRST,
    LEAP,
    LEAST,
    LOOKS,
    NEWS,
    OVER,
    TAKEN,
    TARGET,
    VAIN,
    WHO,
    Sheet,
)
from .board import WORK
from .chance import uniform
from .jit import compiled

COOLING = 1_000  # looks at one temperature
HEATS = 3  # so many rounds begin each twice as hot as the one before
TIDY = 200  # changes until the order is that of the ends again


@compiled
def stand(sheet: Sheet) -> None:
    """Begin from the order and the people at hand; ``LEAP`` is how far to aim."""
    sheet.tally[TARGET] = FAR
    over_target(sheet, 0, np.inf)
    note(sheet)


@compiled
def anneal(sheet: Sheet, work: int, looks: int, hot: float, cold: float) -> None:
    """Look until so much work is done; a round is so many looks, from hot to cold."""
    tally = sheet.tally
    warmth, since = 0.0, COOLING
    while tally[WORK] < work and tally[BEST] > tally[LEAST]:
        if tally[LOOKS] == looks:
            # the round was in vain: aim less far, and begin hotter
            tally[LOOKS], since = 0, COOLING
            tally[VAIN] = (tally[VAIN] + 1) % HEATS
            tally[LEAP] = max(1, tally[LEAP] // 2)
            aim(sheet)
        if since == COOLING:
            begin = hot * 2.0 ** tally[VAIN]
            warmth, since = begin * (cold / begin) ** (tally[LOOKS] / looks), 0
        since += 1
        tally[LOOKS] += 1
        tally[WORK] += 1
        if change(sheet):
            judge(sheet, warmth)


@compiled
def judge(sheet: Sheet, warmth: float) -> None:
    """Keep a change if it is not worse by more than chance allows."""
    tally = sheet.tally
    most = tally[OVER] - math.log(1.0 - uniform(tally)) * warmth
    over = over_target(sheet, tally[FIRST], most)
    if over > most:
        put_back(sheet)
        take_back(sheet)
        return
    tally[OVER] = over
    tally[TAKEN] += 1
    if last_end(sheet.person) < tally[BEST]:
        note(sheet)
    if tally[TAKEN] % TIDY == 0:
        sort_by_end(sheet.order, sheet.task)


@compiled
def note(sheet: Sheet) -> None:
    """Write down the plan at hand as the best; aim further if the target is met."""
    tally, best, task = sheet.tally, sheet.best, sheet.task
    tally[BEST] = last_end(sheet.person)
    tally[NEWS] += 1
    for number in range(len(task) - 1):
        best[BEST_WHO, number] = task[number, WHO]
        best[BEST_END, number] = task[number, END]
    if tally[BEST] <= tally[TARGET]:
        tally[LOOKS] = tally[VAIN] = 0
        aim(sheet)


@compiled
def aim(sheet: Sheet) -> None:
    """Set the target and reckon by how much it is missed."""
    tally = sheet.tally
    tally[TARGET] = max(tally[LEAST], tally[BEST] - tally[LEAP])
    tally[OVER] = over_target(sheet, len(sheet.order), np.inf)
