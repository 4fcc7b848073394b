"""When everybody is done if tasks are begun in an order, each by who has it.

A task begins when its person is done with those before it in the order and its links
allow. No gap is looked for, so a hundred tasks take a fraction of a microsecond.
"""

from __future__ import annotations

from .alone_sheet import (
    CALENDAR,
    END,
    FAR,
    FIRST,
    INTO,
    OUT,
    PLACE,
    REACHED,
    READY,
    RELEASE,
    TARGET,
    WAS_END,
    WHO,
    Sheet,
    Small,
)
from .board import WORK, Whole
from .jit import compiled


@compiled
def over_target(sheet: Sheet, first: int, most: float) -> int:
    """Give by how much people are late after the target, all together.

    Tasks before the place ``first`` of the order stand; more than ``most`` is not
    reckoned to the end.
    """
    order, task, lists, takes = sheet.order, sheet.task, sheet.lists, sheet.takes
    person, hours, tally = sheet.person, sheet.hours, sheet.tally
    size, nobody, target = len(order), len(person) - 1, tally[TARGET]
    plain = hours.shape[1] == 0
    over = ready_before(order, task, person, first, target)
    at = first
    while at < size and over <= most:
        number = order[at]
        who, start = task[number, WHO], task[number, RELEASE]
        if who != nobody and person[who, READY] > start:
            start = person[who, READY]
        for each in range(task[number, INTO], task[number, OUT], 2):
            moment = task[lists[each], END] + lists[each + 1]
            if moment > start:
                start = moment
        end = start + takes[number, who]
        if not plain and who != nobody:
            end = ending(hours, person[who, CALENDAR], start, takes[number, who])
        task[number, WAS_END] = task[number, END]
        task[number, END] = end
        if end > person[who, READY]:
            if end > target:
                over += end - max(target, person[who, READY])
            person[who, READY] = end
        at += 1
    tally[REACHED] = at
    tally[FIRST] = first
    tally[WORK] += at - first
    return int(over)


@compiled
def ready_before(
    order: Whole, task: Whole, person: Whole, first: int, target: int
) -> int:
    """Say when people are done with what stands; give by how much that is too late."""
    people = len(person)
    for each in range(people):
        person[each, READY] = 0
    for at in range(first):
        number = order[at]
        who = task[number, WHO]
        if task[number, END] > person[who, READY]:
            person[who, READY] = task[number, END]
    over = 0
    for each in range(people):
        if person[each, READY] > target:
            over += person[each, READY] - target
    return over


@compiled
def ending(hours: Small, calendar: int, start: int, effort: int) -> int:
    """Give the slot by which somebody who begins at one is done."""
    last = hours.shape[2] - 1
    if start > last:
        return FAR
    worked = hours[0, calendar, start] + effort
    if worked > hours[0, calendar, last]:
        return FAR
    return int(hours[1, calendar, worked])


@compiled
def put_back(sheet: Sheet) -> None:
    """Give tasks the ends they had before these were last reckoned."""
    order, task, tally = sheet.order, sheet.task, sheet.tally
    for at in range(tally[FIRST], tally[REACHED]):
        task[order[at], END] = task[order[at], WAS_END]


@compiled
def last_end(person: Whole) -> int:
    """Give when all are done."""
    last = 0
    for each in range(len(person)):
        last = max(last, person[each, READY])
    return last


@compiled
def sort_by_end(order: Whole, task: Whole) -> None:
    """Put tasks in the order of their ends, which changes no moment of the plan.

    A task of no length stays behind those it waits for.
    """
    for at in range(1, len(order)):
        number, here = order[at], at
        while here > 0 and task[order[here - 1], END] > task[number, END]:
            order[here] = order[here - 1]
            task[order[here], PLACE] = here
            here -= 1
        order[here] = number
        task[number, PLACE] = here
