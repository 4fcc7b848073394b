"""Begins with the plan in force: what no longer fits is moved, all the rest stays.

Everything is placed again in the order it stands in, by the people it stands with.
Whatever that delays though nothing before it is late has lost its people's time: it may
choose others. So after an illness or a leaver a few tasks change hands, and not many.
"""

from __future__ import annotations

from collections.abc import Sequence

from .plan import Plan, Team, plan_of
from .problem import Assignment
from .rules import latest_starts
from .run import Run
from .verify import verify

ROUNDS = 4
LAST = 1e12


def offer_given(run: Run, given: Sequence[Assignment]) -> None:
    """Take over a given plan if it is sound; otherwise as much of it as can stay."""
    compiled = run.compiled
    known = [each for each in given if each.task in compiled.task_number]
    plan = plan_of(compiled, known)
    sound = not verify(compiled.problem, known)
    if sound and all(plan.start[number] >= 0 for number in compiled.required):
        run.offer(plan)
    keys = [float(each) if each >= 0 else LAST for each in plan.start]
    teams = [
        team if compiled.could_do(number, team) else None
        for number, team in enumerate(plan.team)
    ]
    again, fits = run.dispatch.decode(keys, teams)
    if fits:
        run.offer(again)
    if not sound or any(start < 0 for start in plan.start):
        _mend(run, plan, teams)


def _mend(run: Run, given: Plan, teams: list[Team | None]) -> None:
    """Try the given order with what is new at its place, and let few choose others."""
    teams = [
        team if team and _has_time(run, given, number, team) else None
        for number, team in enumerate(teams)
    ]
    latest = latest_starts(run.compiled, LAST)
    first = [-1.0] * len(latest)
    for begin in (latest, first) if min(given.start, default=0) < 0 else (latest,):
        keys = [
            float(start) if start >= 0 else new
            for start, new in zip(given.start, begin, strict=True)
        ]
        if run.should_stop():
            return
        _let_go(run, given, keys, list(teams))


def _has_time(run: Run, given: Plan, number: int, team: Team) -> bool:
    """Say whether a team can still do a task about when it was to."""
    calendar, effort = (
        run.compiled.team_calendar(team),
        run.compiled.slots(number, team),
    )
    end = calendar.earliest_end(given.start[number], 0, effort)
    return end is not None and end <= given.end[number] + run.objective.day


def _let_go(run: Run, given: Plan, keys: list[float], teams: list[Team | None]) -> None:
    """Decode again and again, each time without the teams of what is held up."""
    for _ in range(ROUNDS):
        plan, sound = run.search.decode_with(keys, teams)
        if sound:
            run.offer(plan)
        held = [
            number
            for number, team in enumerate(teams)
            if team is not None and _is_held_up(run, given, plan, number)
        ]
        if not held:
            return
        for number in held:
            teams[number] = None


def _is_held_up(run: Run, given: Plan, plan: Plan, number: int) -> bool:
    """Say whether a task waits for its people and for nothing else."""
    task, before = run.compiled.tasks[number], given.start[number]
    if plan.start[number] < 0:
        return True
    due = task.hard_deadline if task.deadline is None else task.deadline
    late = due is not None and plan.end[number] > max(due, given.end[number])
    slack = 0 if late else run.objective.day
    if plan.end[number] <= given.end[number] + slack:
        return False
    start = task.release
    for other, from_end, to_end, lag in run.compiled.into[number]:
        moment = (plan.end[other] if from_end else plan.start[other]) + lag
        if not to_end:
            start = max(start, moment)
    return plan.start[number] > max(start, before) + slack or start <= before + slack
