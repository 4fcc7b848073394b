"""Whatever hours cost, the bound they give is one; good prices tell much."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.planning.organizations import agency
from quarterdeck.engines.planning import (
    Dependency,
    MaxIterations,
    Person,
    Problem,
    Task,
    Weights,
    solve,
)
from quarterdeck.engines.planning.compiled import Compiled
from quarterdeck.engines.planning.hour_prices.climbing import (
    Prices,
    bound_by_prices,
    first_guess,
)
from quarterdeck.engines.planning.hour_prices.facts import facts_of
from quarterdeck.engines.planning.hour_prices.reckoning import work_prices
from quarterdeck.engines.planning.pooled import bound_finishes
from quarterdeck.engines.planning.rules import priority_rules
from quarterdeck.engines.planning.run import Run

from .instances import office, problems

PLENTY = 1e9


def run_of(problem: Problem, count: int = 100) -> Run:
    """Give a solve that has made its first plans."""
    run = Run(Compiled(problem), MaxIterations(count), 1, 1, None)
    run.prepare()
    for _, keys in priority_rules(run.compiled):
        run.offer_if(run.dispatch.decode(keys))
    return run


@settings(
    max_examples=250,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(problems(), st.integers(0, 2**20), st.sampled_from([0.0, 0.3, 1.0, 3.0]))
def test_no_plan_costs_less_whatever_the_prices(
    problem: Problem, seed: int, scale: float
) -> None:
    run = run_of(problem)
    lost = run.compiled.unplaceable
    if run.best is None or run.value is None or run.value[0] != len(lost):
        return
    last = seed % problem.horizon + 1
    jobs = sum(map(len, run.compiled.seats)) * len(problem.people)
    looks = 24 * jobs if seed % 3 else PLENTY  # wide buckets, or one for each slot
    facts = facts_of(run.compiled, run.objective, run.bounds, last, looks)
    if facts is None or not len(facts.order):
        return
    prices = Prices(facts)
    guess = 1e5 + first_guess(facts, run.best, run.bounds)
    chance = np.random.default_rng(seed)
    drawn = chance.random(prices.there.shape)
    drawn *= chance.random(drawn.shape) < (1.0 if seed % 2 else 0.2)
    price = run.objective.price
    there = [n for n in range(len(problem.tasks)) if n not in lost]
    cost = 0
    for number in there:
        task, end = problem.tasks[number], run.best.end[number]
        late = 0 if task.deadline is None else max(0, end - task.deadline)
        part = price.lateness * late + price.priority_finish * end
        cost += task.priority * part
    assert prices.bound(2 * scale * drawn * guess) <= cost


def test_hours_after_the_last_bucket_begins_are_free() -> None:
    """One task that goes on where prices have ended."""
    hours = ((0, 2), (8, 10), (16, 18))
    problem = Problem(
        horizon=24,
        slot_minutes=60,
        people=(Person(id="a", working=hours),),
        tasks=(Task(id="t", effort=3, deadline=0, locked_people=("a",)),),
    )
    run = run_of(problem)
    facts = facts_of(run.compiled, run.objective, run.bounds, 2, PLENTY)
    assert facts is not None and run.best is not None
    prices = Prices(facts)
    price = run.objective.price
    cost = 9 * (price.lateness + price.priority_finish)
    assert prices.bound(np.full(prices.there.shape, 1e5)) <= cost


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(problems(locks=False, most_tasks=5))
def test_a_proven_best_plan_is_not_below_it(problem: Problem) -> None:
    best = solve(problem, stop=MaxIterations(40), seed=1, workers=1)
    run = run_of(problem)
    if best.status != "OPTIMAL" or run.value is None or best.unplaced:
        return
    bound_by_prices(run)
    assert best.objective is not None and run.bound is not None
    assert run.bound <= round(best.objective * 1e6)


@pytest.mark.parametrize(("priorities", "least"), [((1, 1, 1), 12), ((3, 1, 2), 20)])
def test_one_person_is_bounded_nearly(priorities: tuple[int, ...], least: int) -> None:
    tasks = tuple(
        Task(id=f"t{n}", effort=2, priority=each) for n, each in enumerate(priorities)
    )
    weights = Weights(lateness=0, makespan=0, even_load=0, growth=0, stability=0)
    person = Person(id="p", working=((0, 40),))
    problem = Problem(
        horizon=40, slot_minutes=60, people=(person,), tasks=tasks, weights=weights
    )
    run = run_of(problem, 10_000)
    bound_by_prices(run)
    assert run.bound is not None
    assert 0.93 * least < run.bound / run.objective.price.priority_finish <= least


def test_where_nobody_has_to_wait_the_bound_is_the_cost() -> None:
    pairs = [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("a", "d")]
    efforts = {"a": 3, "b": 5, "c": 2, "d": 4}
    problem = Problem(
        horizon=60,
        slot_minutes=60,
        people=tuple(Person(id=f"p{n}", working=((0, 60),)) for n in range(2)),
        tasks=tuple(Task(id=name, effort=each) for name, each in efforts.items()),
        dependencies=tuple(Dependency(before=a, after=b) for a, b in pairs),
    )
    run = run_of(problem)
    facts = facts_of(run.compiled, run.objective, run.bounds, 20, PLENTY)
    assert facts is not None
    prices = Prices(facts)
    found = prices.bound(np.zeros(prices.there.shape))
    # a ends at 3, b at 8, c at 5, d at 12
    assert 28 - 1e-3 < found / run.objective.price.priority_finish <= 28


def test_in_a_wide_bucket_the_cheapest_start_counts() -> None:
    person = Person(id="p", working=((0, 72),))
    task = Task(id="t", effort=3)
    problem = Problem(horizon=72, slot_minutes=60, people=(person,), tasks=(task,))
    run = run_of(problem)
    facts = facts_of(run.compiled, run.objective, run.bounds, 66, 24)
    assert facts is not None and facts.grid[:3].tolist() == [0, 3, 6]
    prices = np.zeros((1, len(facts.grid)))
    prices[0, 0] = 9.0
    # from slot 2 one slot is dear and two are free
    assert work_prices(facts, prices)[0, :3].tolist() == [9.0, 0.0, 0.0]


def test_two_days_late_between_them_is_known() -> None:
    tasks = tuple(Task(id=f"t{n}", effort=8, deadline=17) for n in range(3))
    person = Person(id="p", working=office(28))
    weights = Weights(priority_finish=0, makespan=0, even_load=0)
    problem = Problem(
        horizon=28 * 24, slot_minutes=60, people=(person,), tasks=tasks, weights=weights
    )
    run = run_of(problem, 10_000)
    assert run.bound == 0 and run.value is not None
    bound_by_prices(run)
    # the second ends 24 hours late and the third 48
    assert run.value[1] == 72 * run.objective.price.lateness
    assert 0.9 * run.value[1] < run.bound <= run.value[1]


def test_a_busy_organization_is_bounded_better() -> None:
    run = run_of(agency(120, 10, 1), 400)
    bound_finishes(run)
    pooled = run.bound
    bound_by_prices(run)
    assert pooled is not None and run.bound is not None
    assert run.bound > 1.05 * pooled
