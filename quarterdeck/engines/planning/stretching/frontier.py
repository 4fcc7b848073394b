"""A few plans to choose from: how early, how dear, how much growth.

Each is the best found in one respect; one that another beats or equals in every respect
is left out. Respects are: tasks without a place, the end of all, lateness, hours of work
(learning and mentoring among them), changes to the plan in force, cost where rates are
given, and hours of stretch work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ..evaluate import Measures
from ..problem import Assignment, Problem, Weights
from ..result import Result, Unplaced
from ..stretch import Stretch
from ..verify import verify
from .granting import Granted, grant
from .later import more
from .measuring import extra_slots, measured

Key = Literal["as_found", "growth", "more_growth", "earliest", "cheapest"]
MOST_TASKS = 2_000  # above, only what needs no search of its own is offered
MUCH = 1_000.0

SolveAgain = Callable[[Problem], Result]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One plan to choose.

    Parameters
    ----------
    key
        ``as_found``: by the weights, nobody grows. ``growth``: the same with stretch
        tasks in its slack; no other task moves, and the end of all stays.
        ``more_growth``: more stretch tasks, dates follow. ``earliest``, ``cheapest``:
        all is done soonest, or costs least.
    assignments, unplaced, stretches
        The plan; it has passed ``verify``.
    measures
        Cost is among them only if rates were given.
    stretch_slots
        How long learners work on stretch tasks.
    learning_slots, mentoring_slots
        The price of growth: what learners need more, what mentors are booked for.
    work_slots
        All hours of work in it, those two among them.
    """

    key: Key
    assignments: tuple[Assignment, ...]
    unplaced: tuple[Unplaced, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    measures: Measures
    stretch_slots: int = 0
    learning_slots: int = 0
    mentoring_slots: int = 0
    work_slots: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Plans to choose from, the one to propose first, and the plan without growth.

    ``as_found`` is what the price of growth is told against, also where another plan is
    better in every respect.
    """

    choices: tuple[Choice, ...]
    as_found: Choice


def frontier(
    problem: Problem,
    result: Result,
    *,
    seed: int = 0,
    solve_again: SolveAgain | None = None,
    rates: Mapping[str, float] | None = None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Offer:
    """Give the plans to choose from; the first one is the one to propose.

    Parameters
    ----------
    problem, result
        A problem and the plan that ``solve`` found for it.
    seed
        Same problem, result and seed, same choices.
    solve_again
        Searches a variant of the problem for a while; without it only growth that
        moves no date is offered.
    rates
        Cost per hour by person, of everybody; without them no plan is the cheapest.
    """
    known = rates or {}
    people = tuple(
        replace(each, cost_per_hour=known.get(each.id, each.cost_per_hour))
        for each in problem.people
    )
    priced = replace(problem, people=people) if known else problem
    made = _Choices(priced, result)
    made.add("as_found", Granted({each.task: each for each in result.assignments}))
    grown = grant(problem, result.assignments, seed=seed, should_stop=should_stop)
    if grown.stretches:
        made.add("growth", grown)
    if solve_again is not None and len(problem.tasks) <= MOST_TASKS:
        for key in ("more_growth", "earliest", "cheapest"):
            if not should_stop():
                _search(made, key, grown, solve_again, bool(known))
    kept = undominated(made.found)
    return Offer(choices=_proposed_first(kept, problem), as_found=made.found[0])


def _search(
    made: _Choices, key: Key, grown: Granted, solve_again: SolveAgain, priced: bool
) -> None:
    problem, plan = made.problem, made.result.assignments
    if key == "more_growth":

        def again(given: Problem) -> Sequence[Assignment]:
            return solve_again(given).assignments

        further = more(problem, plan, grown, again)
        if further is not None:
            made.add(key, further)
        return
    if key == "cheapest" and not priced:
        return
    weights = problem.weights
    found = solve_again(
        replace(
            problem,
            weights=_early() if key == "earliest" else _cheap(weights),
            order=(),
        )
    )
    if found.assignments:
        plan_found = {each.task: each for each in found.assignments}
        made.add(key, Granted(plan_found), found.unplaced)


def _early() -> Weights:
    """Nothing but the end of all, and deadlines where that leaves a choice."""
    return Weights(
        makespan=MUCH, lateness=1.0, even_load=0.0, growth=0.0, stability=0.001
    )


def _cheap(weights: Weights) -> Weights:
    return replace(weights, cost=MUCH)


class _Choices:
    """The plans so far; each is checked before it is taken in."""

    def __init__(self, problem: Problem, result: Result) -> None:
        self.problem, self.result = problem, result
        self.found: list[Choice] = []

    def add(
        self, key: Key, granted: Granted, unplaced: tuple[Unplaced, ...] | None = None
    ) -> None:
        problem, stretches = self.problem, granted.stretches
        plan = tuple(
            sorted(granted.plan.values(), key=lambda each: (each.start, each.task))
        )
        broken = verify(problem, plan, stretches)
        assert not broken, f"a plan to choose is not allowed: {broken[:3]}"
        there = {each.task for each in plan}
        left = self.result.unplaced if unplaced is None else unplaced
        learning, mentoring = extra_slots(problem, stretches)
        tasks = {task.id: task for task in problem.tasks}
        work = sum(
            tasks[each.task].effort_for(each.people) * len(each.people) for each in plan
        )
        choice = Choice(
            key=key,
            assignments=plan,
            unplaced=tuple(each for each in left if each.task not in there),
            stretches=stretches,
            measures=measured(problem, plan, stretches),
            stretch_slots=granted.slots,
            learning_slots=learning,
            mentoring_slots=mentoring,
            work_slots=work + learning + mentoring,
        )
        self.found.append(choice)


def respects(choice: Choice) -> tuple[float, ...]:
    """Give what plans are compared by; less is better."""
    measures = choice.measures
    changes = next(
        (term.amount for term in measures.terms if term.name == "stability"), 0.0
    )
    return (
        len(measures.missing),
        measures.finish,
        measures.lateness_slots,
        choice.work_slots,
        changes,
        round(measures.cost, 2),
        -choice.stretch_slots,
    )


def undominated(choices: Iterable[Choice]) -> list[Choice]:
    """Leave out what another beats or equals in every respect."""
    kept: list[Choice] = []
    for choice in choices:
        mine = respects(choice)
        if any(_at_least(respects(other), mine) for other in kept):
            continue
        kept = [other for other in kept if not _at_least(mine, respects(other))]
        kept.append(choice)
    return kept


def _at_least(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return all(a <= b for a, b in zip(one, other, strict=True))


def _proposed_first(choices: list[Choice], problem: Problem) -> tuple[Choice, ...]:
    """Growth is proposed where it counts, and is worth its price by the weights."""
    counts = problem.weights.growth or "growth" in problem.order
    usual = ("as_found", "growth") if counts else ("as_found",)
    asked = [each for each in choices if each.key in usual] or choices
    if problem.order:
        best = in_order(asked, problem.order)
    else:
        best = min(
            asked,
            key=lambda each: (len(each.measures.missing), each.measures.objective),
        )
    return (best, *(each for each in choices if each is not best))


def in_order(choices: Sequence[Choice], aims: Sequence[str]) -> Choice:
    """Choose in strict order: the first aim decides, the next among equals, and so on.

    Parameters
    ----------
    choices
        Plans to choose from, at least one.
    aims
        Names of terms of the objective, as in ``Weights``.
    """

    def amounts(choice: Choice) -> tuple[float, ...]:
        by_name = {term.name: term.amount for term in choice.measures.terms}
        return tuple(by_name[aim] for aim in aims)

    return min(choices, key=lambda each: (len(each.measures.missing), *amounts(each)))
