"""Steps decide what a plan becomes, the clock only how long somebody waits for it."""

import random
from collections.abc import Callable
from dataclasses import replace

from bench.planning.organizations import agency
from quarterdeck.engines.planning import (
    MaxIterations,
    MaxSeconds,
    Problem,
    Progress,
    solve,
    verify,
)
from quarterdeck.engines.planning.answer import Answer, Question, answer
from quarterdeck.engines.planning.counted import Watched, counted, patience
from quarterdeck.engines.planning.levers import Variant, Weighing, weigh
from quarterdeck.engines.planning.loading import Loading, loading, without_loading
from quarterdeck.engines.planning.portfolio import Stage, next_step, plan_part

from .instances import small_team

SECONDS = 0.3


def standing() -> float:
    return 7.0


def jumping(seed: int, reach: float) -> Callable[[], float]:
    """Give a clock that leaps at some looks and stands still at others."""
    chance, left = random.Random(seed), [reach]

    def clock() -> float:
        left[0] -= left[0] * chance.choice([0.0, 0.0, 0.01, 0.3])
        return reach - left[0]

    return clock


def running_out(looks: int) -> Callable[[], float]:
    """Give a clock that leaps over every bound after so many looks."""
    seen = [0]

    def clock() -> float:
        seen[0] += 1
        return 1e6 if seen[0] > looks else 0.0

    return clock


def asked(problem: Problem, clock: Callable[[], float]) -> Answer:
    question = Question(problem=problem, seconds=SECONDS, seed=5, explain_seconds=0.0)
    return answer(question, lambda _: None, clock)


def test_however_the_clock_goes_the_plan_is_the_same_while_time_is_enough() -> None:
    for problem in (agency(24, 5, 1), agency(110, 14, 2)):
        usual = asked(problem, standing)
        assert usual.repeatable and usual.result.repeatable
        for seed in (1, 2):
            other = asked(problem, jumping(seed, 0.99 * patience(SECONDS)))
            assert other.repeatable
            assert other.result.assignments == usual.result.assignments
            assert other.result.bound == usual.result.bound


def test_aims_in_strict_order_share_steps_and_no_time() -> None:
    problem = replace(agency(24, 5, 1), order=("lateness", "makespan"))
    usual = asked(problem, standing)
    other = asked(problem, jumping(4, 0.99 * patience(SECONDS)))
    assert usual.repeatable and other.repeatable
    assert other.result.assignments == usual.result.assignments


def test_a_search_that_time_has_ended_says_so() -> None:
    problem = agency(110, 14, 2)
    short = asked(problem, running_out(12))
    assert not short.repeatable
    assert verify(problem, short.result.assignments) == ()


def test_a_rule_without_steps_promises_nothing() -> None:
    assert not solve(small_team(), stop=MaxSeconds(0.05), seed=1).repeatable
    assert solve(small_team(), stop=MaxIterations(3), seed=1).repeatable


def test_only_what_stops_before_its_steps_are_done_cuts_short() -> None:
    def at(n: int) -> Progress:
        return Progress(phase="search", iterations=n)

    rule = Watched(counted(0.05, standing))
    assert [rule(at(n)) for n in (0, 4, 5)] == [False, False, True]
    assert rule.repeatable
    late = Watched(counted(0.05, running_out(2)))
    assert [late(at(n)) for n in (0, 1)] == [False, True]
    assert not late.repeatable


def test_loading_takes_none_of_the_time() -> None:
    now = [100.0]
    wait = Loading(lambda: now[0])
    with wait:
        now[0] += 3
        with wait:
            now[0] += 2
    now[0] += 1
    assert wait.seconds == 5.0
    clock = without_loading(lambda: now[0])
    before = clock()
    loading.seconds += 40.0
    assert clock() == before - 40.0
    loading.seconds -= 40.0


def test_what_the_exact_solver_leaves_the_search_has() -> None:
    phases: list[str] = []

    def hear(progress: Progress) -> None:
        if phases[-1:] != [progress.phase]:
            phases.append(progress.phase)

    done = solve(agency(40, 6, 2), stop=MaxIterations(60), seed=1, on_progress=hear)
    assert done.repeatable
    assert phases[-3:] == ["exact", "search", "done"] or done.status == "OPTIMAL"


def test_a_part_that_time_has_ended_says_so() -> None:
    stage = Stage(problem=agency(40, 6, 2), steps=40, seconds=9, seed=1, most=20)
    made = next_step(stage).cut
    assert made is not None
    part = made.parts[0]
    assert plan_part(part, lambda _: None, standing).repeatable
    assert not plan_part(part, lambda _: None, running_out(3)).repeatable


def test_levers_are_weighed_alike_however_the_clock_goes() -> None:
    problem = agency(24, 5, 1)
    weighing = Weighing(
        problem=problem, variants=(Variant(name="a", problem=problem),), seconds=0.1
    )
    usual = weigh(weighing, lambda _: None, standing)
    assert usual == weigh(weighing, lambda _: None, jumping(3, 5.0))
    (alone,) = usual.outcomes
    assert (alone.points, alone.busy) == (usual.base.points, usual.base.busy)
