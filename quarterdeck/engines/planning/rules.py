"""Priority rules: in which order tasks are placed; the smallest key comes first.

Longest chain and latest start are the classic rules of serial schedule generation
(Kolisch 1996); apparent urgency is that of Vepsalainen and Morton (1987).
"""

from __future__ import annotations

import math

from .compiled import Compiled

Keys = list[float]


def chains(compiled: Compiled) -> Keys:
    """Give the length in slots of the longest chain of work from each task's start.

    Work is stretched by the share of slots that people work on average, so that
    chains, lags and deadlines are in the same unit.
    """
    total = sum(each.total for each in compiled.calendars)
    stretch = compiled.horizon * len(compiled.calendars) / max(1, total)
    length = [effort * stretch for effort in compiled.effort]
    chain = length[:]
    for task in reversed(compiled.order or ()):
        for link in compiled.out_of[task]:
            head = length[task] if link.from_end else 0.0
            tail = chain[link.other] - (length[link.other] if link.to_end else 0.0)
            chain[task] = max(chain[task], head + link.lag + tail)
    return chain


def latest_starts(compiled: Compiled, chain: Keys, *, hard_only: bool) -> Keys:
    """Give the latest start by which all deadlines down the chains can be met.

    Tasks without any deadline down their chains are due when the longest chain ends,
    or, with ``hard_only``, never.
    """
    end = math.inf if hard_only else max(chain, default=0.0)
    latest = [end] * len(chain)
    total = sum(each.total for each in compiled.calendars)
    stretch = compiled.horizon * len(compiled.calendars) / max(1, total)
    for number in reversed(compiled.order or ()):
        task = compiled.tasks[number]
        due = [end, *(x for x in (task.hard_deadline,) if x is not None)]
        if not hard_only and task.deadline is not None:
            due.append(task.deadline)
        length = compiled.effort[number] * stretch
        starts = [min(due) - length]
        if task.locked_start is not None:
            starts.append(task.locked_start)
        for link in compiled.out_of[number]:
            begin = latest[link.other] - link.lag
            begin += compiled.effort[link.other] * stretch if link.to_end else 0.0
            starts.append(begin - (length if link.from_end else 0.0))
        latest[number] = min(starts)
    return latest


def priority_rules(compiled: Compiled) -> list[tuple[str, Keys]]:
    """Give the rules to try, the generally best first."""
    chain = chains(compiled)
    latest = latest_starts(compiled, chain, hard_only=False)
    hard = latest_starts(compiled, chain, hard_only=True)
    mean = sum(compiled.effort) / max(1, len(chain)) or 1.0
    urgency, weighted = [], []
    top = max((task.priority for task in compiled.tasks), default=0) or 1
    for number, task in enumerate(compiled.tasks):
        share = task.priority / top
        slack = max(0.0, latest[number] - task.release)
        index = share / max(1, task.effort) * math.exp(-slack / (20 * mean))
        urgency.append(-index)
        weighted.append(-chain[number] * (0.5 + share))
    rules = [
        ("longest chain", [-each for each in chain]),
        ("latest start", latest),
        ("urgency", urgency),
        ("weighted chain", weighted),
    ]
    if any(math.isfinite(each) for each in hard):
        # work that leads to a hard date goes before all other work
        bound = [
            each if math.isfinite(each) else 1e12 - chain[n]
            for n, each in enumerate(hard)
        ]
        rules.insert(0, ("hard dates", bound))
    return rules
