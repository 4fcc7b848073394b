"""Finds prices for hours, round by round, under which the bound is high."""

from __future__ import annotations

import math

import numpy as np

from ..bounds import Bounds
from ..plan import Plan
from ..run import Run
from .facts import Facts, Real, facts_of, looks_of
from .reckoning import look_ahead, look_back, work_prices

SHARE, SHORTEST = 0.12, 2.0  # of the seconds allowed; below so many not at all
LOOKS_A_SECOND, PLAINLY = 250e6, 1e6
USUAL_SECONDS, STEPS_A_SECOND = 10.0, 100
FEWEST_ROUNDS, MOST_ROUNDS = 16, 60
TRIED = (0.0, 0.5, 1.0)  # times the first guess
FROM_NOTHING, FROM_A_GUESS = (0.15, 5.0), (0.05, 15.0)  # pace, and when it has halved
CALM, MEMORY, FLOOR = 0.7, 0.93, 0.1


class Prices:
    """The bound that prices by person and bucket give, and better prices.

    Everybody's hours can be taken once. Let them be taken as often as one likes, at a
    price: then each task, with what follows it, chooses who and when is cheapest, and
    what all pay less what the hours are worth is no more than the best plan costs
    (Lagrangian relaxation; Möhring, Schulz, Stork and Uetz 2003). Any prices from 0 up
    give a bound. What is asked for too often becomes dearer (Adam, Kingma and Ba 2015).
    """

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        tasks, buckets, people = len(facts.root), len(facts.grid), len(facts.places) - 1
        self.least = np.zeros((tasks, buckets))
        self.begin = np.zeros((tasks, buckets), dtype=np.int64)
        self.who = np.zeros((len(facts.seat_list), buckets), dtype=np.int64)
        self.there = np.zeros((people, buckets))
        for person in range(people):
            at = facts.bucket_at[facts.places[person] : facts.places[person + 1]]
            self.there[person] = np.bincount(at, minlength=buckets)
        self.there[:, -1] = 0.0
        self.rounds = 0
        self._calm, self._wild = np.zeros_like(self.there), np.zeros_like(self.there)

    def bound(self, prices: Real) -> float:
        """Give what finishes and lateness cost at least, in millionths of a point.

        Parameters
        ----------
        prices
            By person and bucket for each slot of work, in millionths of a point; the
            last bucket is free whatever it says.
        """
        facts, prices = self.facts, prices.copy()
        prices[:, -1] = 0.0
        look_back(facts, work_prices(facts, prices), self.least, self.begin, self.who)
        paid = float((self.least[:, 0] * facts.root)[facts.order].sum())
        worth = float((prices * self.there).sum())
        return paid - worth - 1e-9 * (abs(paid) + abs(worth)) - 1.0

    def better(self, prices: Real, pace: float) -> Real:
        """Give prices that fit better what is asked for at those just tried."""
        worked = look_ahead(self.facts, self.begin, self.who)
        wanted = np.where(self.there > 0, worked - self.there, 0.0)
        wanted /= np.maximum(self.there, 1.0)
        self.rounds += 1
        self._calm += (1 - CALM) * (wanted - self._calm)
        self._wild += (1 - MEMORY) * (wanted * wanted - self._wild)
        calm = self._calm / (1 - CALM**self.rounds)
        wild = np.sqrt(self._wild / (1 - MEMORY**self.rounds)) + FLOOR
        changed: Real = np.maximum(0.0, prices + pace * calm / wild)
        return changed


def bound_by_prices(run: Run) -> None:
    """Raise the bound of a solve whose best plan holds all that can be placed."""
    price, compiled, plan = run.objective.price, run.compiled, run.best
    whole = run.value is not None and run.value[0] == len(compiled.unplaceable)
    looks = _looks(run)
    if plan is None or not whole or not looks:
        return
    if not (price.priority_finish or price.lateness):
        return
    last = min(compiled.horizon, max([*plan.end, 0]) + 1)
    each = looks / FEWEST_ROUNDS
    facts = facts_of(compiled, run.objective, run.bounds, last, each)
    if facts is not None and len(facts.order):
        most = min(MOST_ROUNDS, int(looks / max(1, looks_of(facts))))
        _climb(run, Prices(facts), first_guess(facts, plan, run.bounds), most)


def _climb(run: Run, prices: Prices, guess: Real, most: int) -> None:
    """Go up from the best of a few first guesses."""
    people = len(prices.there)
    tried: list[float] = []
    for share in TRIED:
        tried.append(prices.bound(np.tile(share * guess, (people, 1))))
        if run.should_stop():
            break
    best = max(tried)
    share = TRIED[tried.index(best)]
    pace, slower = FROM_A_GUESS if share else FROM_NOTHING
    now = np.tile(share * guess, (people, 1))
    for rounds in range(most - len(TRIED)):
        if run.should_stop():
            break
        best = max(best, prices.bound(now))
        now = prices.better(now, pace * float(guess.mean()) / (1 + rounds / slower))
    _tell(run, best)


def first_guess(facts: Facts, plan: Plan, bounds: Bounds) -> Real:
    """Give by bucket what one more hour of somebody would save, were all people alike:
    everything that ends later in a plan would end so much sooner, but for what ends as
    early as it can."""
    ends = np.array(plan.end)
    slope = facts.per_slot + np.where(ends > facts.due, facts.per_late, 0.0)
    slope[ends <= np.array(bounds.ends)] = 0.0
    by_end = np.argsort(ends)
    below = np.concatenate([[0.0], np.cumsum(slope[by_end])])
    until = np.searchsorted(ends[by_end], facts.grid, side="right")
    slots = max(1, int((facts.bucket_at < len(facts.grid) - 1).sum()))
    guess: Real = (below[-1] - below[until]) * float(facts.grid[-1]) / slots
    guess[-1] = 0.0
    return guess


def _lost(run: Run) -> int:
    """Give the points of tasks that no plan can hold."""
    price, horizon = run.objective.price, run.compiled.horizon
    total = 0
    for number in run.compiled.unplaceable:
        task = run.compiled.tasks[number]
        late = 0 if task.deadline is None else max(0, horizon - task.deadline)
        each = price.priority_finish * horizon + price.lateness * late
        total += task.priority * each
    return total


def _tell(run: Run, found: float) -> None:
    """Raise the bound: finishes and lateness together, all else apart."""
    if math.isfinite(found):
        rest = run.bounds.amounts._replace(lateness=0, priority_finish=0)
        together = math.ceil(found) + _lost(run)
        run.raise_bound(run.objective.points(rest) + together)


def _looks(run: Run) -> float:
    """Give how often a job may be looked at in a bucket, all in all."""
    seconds = run.seconds_allowed or USUAL_SECONDS
    if run.steps_allowed is not None:
        seconds = min(seconds, run.steps_allowed / STEPS_A_SECOND)
    elif seconds < SHORTEST:
        return 0.0
    speed = LOOKS_A_SECOND if hasattr(look_back, "py_func") else PLAINLY
    return SHARE * seconds * speed
