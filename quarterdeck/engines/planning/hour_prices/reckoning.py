"""Where each task begins when hours have prices, people apart; compiled."""

from __future__ import annotations

import numpy as np

from ..kernel.jit import compiled
from .facts import Facts, Real, Whole

HUGE = 1e15  # what it costs to break a hard deadline: no plan does


@compiled
def work_prices(facts: Facts, prices: Real) -> Real:
    """Give what each job costs at least if it begins in a bucket; (jobs, buckets)."""
    buckets = len(facts.grid)
    found = np.zeros((len(facts.job_person), buckets))
    before = np.zeros(len(facts.bucket_at) + 1)
    known = -1
    for job in range(len(facts.job_person)):
        person, effort = facts.job_person[job], facts.job_effort[job]
        first, total = facts.places[person], facts.places[person + 1]
        total -= first
        if person != known:
            known = person
            for at in range(total):
                price = prices[person, facts.bucket_at[first + at]]
                before[at + 1] = before[at] + price
        for bucket in range(buckets - 1):
            low = facts.first_place[person, bucket]
            high = max(low + 1, facts.first_place[person, bucket + 1])
            least = np.inf
            for at in range(low, high):
                cost = before[min(at + effort, total)] - before[min(at, total)]
                least = min(least, cost)
            found[job, bucket] = least
    return found


@compiled
def fill_following(
    facts: Facts, least: Real, task: int, pace: int, heads: int, found: Real
) -> None:
    """Fill by bucket what a task's end costs, with what comes after it, by head.

    ``pace`` is -1 for what ends as soon as it begins.
    """
    late, due, hard = facts.per_late[task], facts.due[task], facts.hard[task]
    for at in range(facts.start[task], len(facts.grid)):
        end = facts.grid[at] if pace < 0 else facts.ends[pace, at]
        cost = facts.per_slot[task] * end + late * max(0, end - due)
        found[at] = (cost + HUGE if end > hard else cost) / heads
    for link in range(facts.out[task], facts.out[task + 1]):
        after, part = facts.out_task[link], facts.out_share[link] / heads
        for at in range(facts.start[task], len(facts.grid)):
            moment = facts.grid[at]
            if facts.out_from_end[link] and pace >= 0:
                moment = facts.ends[pace, at]
            moment = max(0, min(moment + facts.out_lag[link], len(facts.bucket) - 1))
            found[at] += part * least[after, facts.bucket[moment]]


@compiled
def add_seat(
    facts: Facts,
    work: Real,
    least: Real,
    task: int,
    seat: int,
    heads: int,
    who: Whole,
    spare: Real,
) -> None:
    """Add by bucket the least that a seat costs if the task begins there, and by whom."""
    follow, best, cost = spare[0], spare[1], spare[2]
    first, row, known = facts.start[task], facts.seat_list[seat], -1
    best[first:] = np.inf
    for each in range(facts.jobs[row], facts.jobs[row + 1]):
        job = facts.job[each]
        if facts.job_pace[job] != known:
            known = facts.job_pace[job]
            fill_following(facts, least, task, known, heads, follow)
        for at in range(first, len(best)):
            total = follow[at] + work[job, at]
            if total < best[at]:
                best[at] = total
                who[seat, at] = job
    for at in range(first, len(best)):
        cost[at] += facts.seat_count[seat] * best[at]


@compiled
def look_back(facts: Facts, work: Real, least: Real, begin: Whole, who: Whole) -> None:
    """Fill, last tasks first, what a task and its share of what follows cost at least
    if it begins not before a bucket, the bucket in which it then begins, and by whom.
    """
    spare = np.zeros((3, len(facts.grid)))
    cost = spare[2]
    for place in range(len(facts.order) - 1, -1, -1):
        task = facts.order[place]
        first, end = facts.seat[task], facts.seat[task + 1]
        heads = facts.seat_count[first:end].sum()
        cost[:] = 0.0
        if not heads:
            fill_following(facts, least, task, -1, 1, cost)
        for seat in range(first, end):
            add_seat(facts, work, least, task, seat, heads, who, spare)
        best, chosen = np.inf, len(cost) - 1
        for at in range(len(cost) - 1, facts.start[task] - 1, -1):
            if cost[at] <= best:
                best, chosen = cost[at], at
            least[task, at], begin[task, at] = best, chosen
        least[task, : facts.start[task]] = best
        begin[task, : facts.start[task]] = chosen


@compiled
def look_ahead(facts: Facts, begin: Whole, who: Whole) -> Real:
    """Give the slots worked by person and bucket where every task begins at its best."""
    people, last = len(facts.first_place), len(facts.grid) - 1
    worked = np.zeros((people, last + 1))
    share = np.zeros((len(facts.root), last + 1))
    share[:, 0] = facts.root
    for task in facts.order:
        first, end = facts.seat[task], facts.seat[task + 1]
        heads = facts.seat_count[first:end].sum()
        for bucket in range(last + 1):
            part = share[task, bucket]
            if part <= 0.0:
                continue
            at = begin[task, bucket]
            if not heads:
                slot = facts.grid[at]
                hand_on(facts, share, task, slot, slot, part)
            for seat in range(first, end):
                job, count = who[seat, at], facts.seat_count[seat]
                spend(facts, worked, job, at, part * count)
                slot, stop = facts.grid[at], facts.ends[facts.job_pace[job], at]
                hand_on(facts, share, task, slot, stop, part * count / heads)
    return worked


@compiled
def hand_on(
    facts: Facts, share: Real, task: int, begin: int, end: int, part: float
) -> None:
    """Let what follows begin from here on."""
    for link in range(facts.out[task], facts.out[task + 1]):
        moment = (end if facts.out_from_end[link] else begin) + facts.out_lag[link]
        moment = max(0, min(moment, len(facts.bucket) - 1))
        after = facts.out_task[link]
        share[after, facts.bucket[moment]] += part * facts.out_share[link]


@compiled
def spend(facts: Facts, worked: Real, job: int, at: int, part: float) -> None:
    """Note the slots of a job that begins in a bucket."""
    person = facts.job_person[job]
    first = facts.places[person] + facts.first_place[person, at]
    end = min(first + facts.job_effort[job], facts.places[person + 1])
    for place in range(first, end):
        worked[person, facts.bucket_at[place]] += part
