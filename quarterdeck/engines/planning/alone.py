"""Searches for plans in which everybody works alone and the finish alone counts.

Who does what is then mostly a matter of sharing out the work evenly, which an order of
tasks decides only by luck; so people are searched for as much as the order
(``kernel/alone_annealing.py``). People may have different hours, and take other hours.
"""

from __future__ import annotations

import numpy as np

from .arrays import begins, flat
from .calendars import Calendar
from .compiled import Compiled
from .kernel import alone_sheet as at
from .kernel.alone_annealing import anneal, stand
from .kernel.alone_sheet import Sheet, Small
from .kernel.board import SEED, SEED_TOO, WORK
from .plan import Plan

MOST_CELLS = 2_000_000  # of tasks by people, and of calendars by slots
ROUND = 700_000  # ends reckoned in a hundredth of a second, about
LOOKS = 150_000  # until it is cold
HOT, COLD, COLDEST = 1 / 40, 1 / 250, 0.1  # of a usual task; slots
LEAPS = 100  # the first target is so much of the end before it


def is_alone(compiled: Compiled) -> bool:
    """Say whether everybody works alone and nothing is fixed in time."""
    tasks, distinct = compiled.tasks, {id(each) for each in compiled.calendars}
    if max(compiled.heads, default=0) != 1 or compiled.unplaceable:
        return False
    cells = len(tasks) * (len(compiled.people) + 1)
    if max(cells, len(distinct) * compiled.horizon) > MOST_CELLS:
        return False
    fixed = any(
        task.started or task.locked_start is not None or task.hard_deadline is not None
        for task in tasks
    )
    links = all(
        link.from_end and not link.to_end and link.lag >= 0
        for row in compiled.into
        for link in row
    )
    return not fixed and links


class Alone:
    """The search of one problem, and its best plan.

    Parameters
    ----------
    compiled
        A problem of which ``is_alone`` says yes.
    least
        A slot before which no plan ends.
    seed
        The same seed finds the same plans.
    """

    def __init__(self, compiled: Compiled, least: int, seed: int) -> None:
        self.compiled, self.plain = compiled, _is_plain(compiled)
        self.sheet = _sheet_of(compiled, self.plain)
        works = [each for each in compiled.effort if each] or [1]
        usual = sum(works) / len(works)
        self._cold = max(COLDEST, usual * COLD)
        self._hot = max(self._cold, usual * HOT)
        tally, shared = self.sheet.tally, compiled.calendars[0]
        tally[at.LEAST] = shared.position_from(least) if self.plain else least
        tally[SEED] = seed % 2_147_483_562 + 1
        tally[SEED_TOO] = seed // 2_147_483_562 % 2_147_483_398 + 1

    def start_from(self, plan: Plan) -> None:
        """Stand at a plan in which every task has its place."""
        order, task, tally = self.sheet.order, self.sheet.task, self.sheet.tally
        size, nobody = len(order), len(self.compiled.people)
        rank = np.zeros(size, np.int64)
        rank[list(self.compiled.order or ())] = np.arange(size)
        order[:] = np.lexsort((rank, np.array(plan.end)))
        task[order, at.PLACE] = np.arange(size)
        task[:-1, at.WHO] = [team[0] if team else nobody for team in plan.team]
        tally[at.LEAP] = max(1, max(plan.end, default=0) // LEAPS)
        stand(self.sheet)

    def advance(self) -> Plan | None:
        """Search for a hundredth of a second; give a plan that ends earlier, if any."""
        tally = self.sheet.tally
        news, work = int(tally[at.NEWS]), int(tally[WORK]) + ROUND
        anneal(self.sheet, work, LOOKS, self._hot, self._cold)
        return None if tally[at.NEWS] == news else self.plan()

    def plan(self) -> Plan:
        """Give the best plan in slots."""
        compiled, best = self.compiled, self.sheet.best
        plan = Plan(len(compiled.tasks))
        pairs = zip(*best[[at.BEST_WHO, at.BEST_END]].tolist(), strict=True)
        for number, (person, end) in enumerate(pairs):
            if person == len(compiled.people):
                continue
            calendar = compiled.calendars[person]
            last = end if self.plain else calendar.before[end]
            first = last - compiled.slots_of(number, person)
            begin, stop = calendar.slots[first], calendar.slots[last - 1] + 1
            plan.put(number, (person,), begin, stop)
        for number in compiled.order or ():
            if not plan.team[number]:
                ends = (
                    plan.end[link.other] + link.lag for link in compiled.into[number]
                )
                moment = max(compiled.tasks[number].release, *ends, 0)
                plan.put(number, (), moment, moment)
        return plan


def _is_plain(compiled: Compiled) -> bool:
    """Say whether moments may be positions of one calendar."""
    shared = {id(each) for each in compiled.calendars}
    pauses = compiled.calendars[0].total < compiled.horizon
    lags = any(link.lag for row in compiled.into for link in row)
    return len(shared) == 1 and not (pauses and lags)


def _sheet_of(compiled: Compiled, plain: bool) -> Sheet:
    size, shared = len(compiled.tasks), compiled.calendars[0]
    takes = _takes(compiled)
    rows = list[list[int]]()
    for number in range(size):
        into = ((link.other, link.lag) for link in compiled.into[number])
        able = np.flatnonzero(takes[number, :-1] != at.UNABLE)
        rows += [
            [each for pair in into for each in pair],
            [link.other for link in compiled.out_of[number]],
            able.tolist(),
        ]
    first = begins(map(len, rows))
    task = np.zeros((size + 1, at.WAS_END + 1), np.int64)
    task[:, at.INTO] = first[::3]
    task[:-1, at.OUT], task[:-1, at.ABLE] = first[1::3], first[2::3]
    task[:-1, at.RELEASE] = [
        shared.position_from(each.release) if plain else each.release
        for each in compiled.tasks
    ]
    distinct = {id(each): each for each in compiled.calendars}
    row_of = {each: row for row, each in enumerate(distinct)}
    person = np.zeros((len(compiled.people) + 1, at.CALENDAR + 1), np.int64)
    person[:-1, at.CALENDAR] = [row_of[id(each)] for each in compiled.calendars]
    return Sheet(
        order=np.arange(size),
        task=task,
        lists=flat(rows),
        takes=takes,
        person=person,
        hours=_hours([] if plain else list(distinct.values()), compiled.horizon),
        best=np.zeros((at.BEST_END + 1, size), np.int64),
        tally=np.zeros(at.PLACES, np.int64),
    )


def _takes(compiled: Compiled) -> Small:
    """Give what each task takes of each person; nothing of nobody."""
    tasks, people = len(compiled.tasks), len(compiled.people)
    takes = np.full((tasks, people + 1), at.UNABLE, np.int32)
    for number, row in enumerate(takes):
        if not compiled.effort[number]:
            row[-1] = 0
            continue
        locked = compiled.locked[number]
        able = locked or compiled.members(compiled.union[number])
        row[list(able)] = [compiled.slots_of(number, person) for person in able]
    return takes


def _hours(calendars: list[Calendar], horizon: int) -> Small:
    """Give working slots before each slot, and where each working slot ends."""
    hours = np.zeros((2, len(calendars), horizon + 1), np.int32)
    for row, calendar in enumerate(calendars):
        hours[0, row] = calendar.before
        hours[1, row, 1 : calendar.total + 1] = np.array(calendar.slots, np.int32) + 1
    return hours
