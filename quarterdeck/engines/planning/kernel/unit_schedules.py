"""Serial schedule generation for tasks that take amounts of resources (Kolisch 1996).

``forward`` puts each task at its earliest, ``backward`` at its latest; one after the
other they are double justification (Valls, Ballestín and Quintanilla 2005), which never
ends later and mostly ends earlier.
"""

from __future__ import annotations

from .jit import compiled
from .unit_facts import LOST, TOP, Given, Hands, Small
from .unit_fits import (
    earliest_start,
    fit_backward,
    fit_forward,
    hold,
    latest_end,
)


@compiled
def take_mode(given: Given, hands: Hands, task: int, mode: int) -> None:
    """Do a task in a mode: its effort and its requests."""
    hands.mode[task] = mode
    hands.effort[task] = given.mode_effort[mode]
    for word in range(given.words):
        at = given.mode_request[mode * given.words + word]
        hands.request[task * given.words + word] = at


@compiled
def earliest(given: Given, hands: Hands, task: int, effort: int) -> int:
    """Give the first slot that release and links allow."""
    first: int = given.release[task]
    start, end = hands.start, hands.end
    for at in range(given.into_first[task], given.into_first[task + 1]):
        other = given.into[at]
        moment = end[other] if given.into_from_end[at] else start[other]
        moment += given.into_lag[at]
        if given.into_to_end[at]:
            moment -= effort
        if moment > first:
            first = moment
    return first


@compiled
def latest(given: Given, hands: Hands, task: int, effort: int, end: int) -> int:
    """Give the last slot that a common end and the links out of a task allow."""
    last = end - effort
    start, ends = hands.start, hands.end
    for at in range(given.out_first[task], given.out_first[task + 1]):
        other = given.out[at]
        moment = ends[other] if given.out_to_end[at] else start[other]
        moment -= given.out_lag[at]
        if given.out_from_end[at]:
            moment -= effort
        if moment < last:
            last = moment
    return last


@compiled
def clear(given: Given, hands: Hands, end: int) -> None:
    """Give everything back."""
    top = max(hands.tally[TOP], end)
    for at in range(top * given.words):
        hands.free[at] = given.base[at]


@compiled
def forward(given: Given, hands: Hands, order: Small, choose: int) -> int:
    """Put tasks at their earliest in this order; give the last end.

    A task that does not end within the limit starts at ``limit + 1``: it is left out.
    With ``choose`` each task takes the mode in which it ends first.
    """
    clear(given, hands, 0)
    starts, ends, efforts, release = hands.start, hands.end, hands.effort, given.release
    into, lag, into_first = given.into, given.into_lag, given.into_first
    free, guard, request, fixed = hands.free, given.guard, hands.request, given.fixed
    limit, words, plain = given.limit, given.words, given.plain
    last = lost = 0
    for at in range(given.size):
        task = order[at]
        effort = efforts[task]
        start = fixed[task]
        if start < 0:
            if choose and given.mode_first[task + 1] - given.mode_first[task] > 1:
                start = _quickest(given, hands, task)
                effort = efforts[task]
            else:
                if plain:
                    one, two = into_first[task], into_first[task + 1]
                    start = latest_end(into, lag, one, two, ends, release[task])
                else:
                    start = earliest(given, hands, task, effort)
                row = task * words
                start = fit_forward(free, guard, request, row, start, effort, limit)
            if start > limit:
                effort = 0
                lost += 1
            else:
                hold(free, request, words, task * words, start, start + effort)
        starts[task] = start
        ends[task] = start + effort
        if ends[task] > last:
            last = ends[task]
    hands.tally[TOP] = min(last, limit)
    hands.tally[LOST] = lost
    return last


@compiled
def _quickest(given: Given, hands: Hands, task: int) -> int:
    """Take the mode with the earliest end that the consumables allow."""
    stock = len(given.stock)
    here = hands.mode[task]
    best_mode, best_start, best_end = here, given.limit + 1, given.limit + 2
    for mode in range(given.mode_first[task], given.mode_first[task + 1]):
        fits = True
        for each in range(stock):
            more = given.mode_use[mode * stock + each]
            more -= given.mode_use[here * stock + each]
            if more > 0 and more > hands.left[each]:
                fits = False
        if not fits and mode != here:
            continue
        effort = given.mode_effort[mode]
        start = earliest(given, hands, task, effort)
        if start + effort > best_end:
            continue
        row = mode * given.words
        start = fit_forward(
            hands.free, given.guard, given.mode_request, row, start, effort, given.limit
        )
        end = start + effort
        if start <= given.limit and (
            end < best_end or (end == best_end and mode == here)
        ):
            best_mode, best_start, best_end = mode, start, end
    change_mode(given, hands, task, best_mode)
    return best_start


@compiled
def change_mode(given: Given, hands: Hands, task: int, mode: int) -> None:
    """Take another mode and count the consumables."""
    stock, here = len(given.stock), hands.mode[task]
    for each in range(stock):
        hands.left[each] += given.mode_use[here * stock + each]
        hands.left[each] -= given.mode_use[mode * stock + each]
    take_mode(given, hands, task, mode)


@compiled
def backward(given: Given, hands: Hands, order: Small, end: int) -> int:
    """Put tasks at their latest in this order, successors first; give the first start.

    -1 when something did not fit (links other than FS, fixed tasks): no plan then.
    """
    clear(given, hands, end)
    starts, ends, efforts = hands.start, hands.end, hands.effort
    out, lag, out_first = given.out, given.out_lag, given.out_first
    free, guard, request, fixed = hands.free, given.guard, hands.request, given.fixed
    words, plain = given.words, given.plain
    hands.tally[TOP] = end
    first = end
    for at in range(given.size):
        task = order[at]
        effort = efforts[task]
        start = fixed[task]
        if start < 0:
            if plain:
                one, two = out_first[task], out_first[task + 1]
                start = earliest_start(out, lag, one, two, starts, end) - effort
            else:
                start = latest(given, hands, task, effort, end)
            start = fit_backward(free, guard, request, task * words, start, effort)
            if start < 0:
                return -1
            hold(free, request, words, task * words, start, start + effort)
        starts[task] = start
        ends[task] = start + effort
        if start < first:
            first = start
    return first
