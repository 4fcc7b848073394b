"""Priority rules: in which order tasks are placed; the smallest key comes first.

Longest chain and latest start are the classic rules of serial schedule generation
(Kolisch 1996). Due dates and apparent urgency (Vepsalainen and Morton 1987) are taken
down the chains: a task is as urgent as the work that waits for it.
"""

from __future__ import annotations

import math

from .compiled import Compiled

Keys = list[float]


def stretch(compiled: Compiled) -> float:
    """Give the slots that pass per slot worked, on average."""
    total = sum(each.total for each in compiled.calendars)
    return compiled.horizon * len(compiled.calendars) / max(1, total)


def chains(compiled: Compiled) -> Keys:
    """Give the length in slots of the longest chain of work from each task's start.

    Work is stretched, so that chains, lags and deadlines are in the same unit.
    """
    long = stretch(compiled)
    length = [effort * long for effort in compiled.effort]
    chain = length[:]
    for task in reversed(compiled.order or ()):
        for link in compiled.out_of[task]:
            head = length[task] if link.from_end else 0.0
            tail = chain[link.other] - (length[link.other] if link.to_end else 0.0)
            chain[task] = max(chain[task], head + link.lag + tail)
    return chain


def latest_starts(
    compiled: Compiled, end: float = math.inf, *, hard_only: bool = False
) -> Keys:
    """Give the latest start by which all deadlines down the chains can be met.

    Tasks without any deadline down their chains are due at ``end``. With
    ``hard_only`` only locks and hard deadlines count.
    """
    latest = [end] * len(compiled.tasks)
    long = stretch(compiled)
    length = [effort * long for effort in compiled.effort]
    for number in reversed(compiled.order or ()):
        task = compiled.tasks[number]
        due = [end]
        if task.hard_deadline is not None:
            due.append(task.hard_deadline)
        if task.deadline is not None and not hard_only:
            due.append(task.deadline)
        starts = [min(due) - length[number]]
        if task.locked_start is not None:
            starts.append(task.locked_start)
        for link in compiled.out_of[number]:
            begin = latest[link.other] - link.lag
            begin += length[link.other] if link.to_end else 0.0
            starts.append(begin - (length[number] if link.from_end else 0.0))
        latest[number] = min(starts)
    return latest


def densities(compiled: Compiled) -> Keys:
    """Give the most points per slot that a stretch of work from each task on brings.

    This is Smith's rule (1956) for chains: the best ratio over what follows.
    """
    weights = compiled.problem.weights
    density = [0.0] * len(compiled.tasks)
    gain, work = density[:], density[:]
    for number in reversed(compiled.order or ()):
        task = compiled.tasks[number]
        late = weights.lateness if task.deadline is not None else 0.0
        mine = task.priority * (late + weights.priority_finish)
        long = max(1.0, float(compiled.effort[number] * compiled.heads[number]))
        best = (mine / long, mine, long)
        for link in compiled.out_of[number]:
            more, longer = mine + gain[link.other], long + work[link.other]
            best = max(best, (more / longer, more, longer))
        density[number], gain[number], work[number] = best
    return density


def priority_rules(compiled: Compiled) -> list[tuple[str, Keys]]:
    """Give the rules to try, the generally best first."""
    chain, horizon = chains(compiled), compiled.horizon
    due = latest_starts(compiled)
    latest = latest_starts(compiled, max(chain, default=0.0))
    mean = stretch(compiled) * sum(compiled.effort) / max(1, len(chain)) or 1.0
    urgency = [
        -density * math.exp(-max(0.0, min(due[number], horizon)) / (2 * mean))
        for number, density in enumerate(densities(compiled))
    ]
    dated = any(math.isfinite(each) for each in due)
    rules = [
        ("due date", [min(a, horizon + b) for a, b in zip(due, latest, strict=True)]),
        ("longest chain", [-each for each in chain]),
        ("latest start", latest),
        ("urgency", urgency),
    ]
    hard = latest_starts(compiled, hard_only=True)
    if any(math.isfinite(each) for each in hard):
        # work that leads to a hard date goes before all other work
        keys = [min(a, 1e9 + b) for a, b in zip(hard, latest, strict=True)]
        rules.insert(0, ("hard dates", keys))
    return rules if dated or any(urgency) else rules[:3]
