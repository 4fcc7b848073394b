"""Stop rules are asked again and again, and remember from the first question."""

from quarterdeck.engines.planning import (
    Cancelled,
    FirstOf,
    Gap,
    MaxIterations,
    MaxSeconds,
    NoImprovement,
    Progress,
    Result,
    solve,
)
from quarterdeck.engines.planning.stop import deterministic_count

from .instances import small_team


def at(
    objective: float | None = None, bound: float | None = None, n: int = 0
) -> Progress:
    return Progress(phase="search", objective=objective, bound=bound, iterations=n)


class Hands:
    """A clock moved by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_seconds_count_from_the_first_question() -> None:
    clock = Hands()
    rule = MaxSeconds(5, clock)
    clock.now = 200
    assert not rule(at())
    clock.now = 204.9
    assert not rule(at())
    clock.now = 205
    assert rule(at())


def test_a_gap_needs_a_plan() -> None:
    rule = Gap(0.1)
    assert not rule(at(None, 5.0))
    assert not rule(at(10.0, 8.0))
    assert rule(at(10.0, 9.0))
    assert rule(at(0.0, 0.0))


def test_no_improvement_starts_anew_with_each_better_plan() -> None:
    clock = Hands()
    rule = NoImprovement(3, clock)
    assert not rule(at())
    clock.now += 10
    assert not rule(at(9.0))
    clock.now += 2
    assert not rule(at(8.0))
    clock.now += 2.9
    assert not rule(at(8.0))
    clock.now += 0.1
    assert rule(at(8.0))


def test_the_first_rule_decides_and_all_are_asked() -> None:
    asked: list[int] = []

    def watch(progress: Progress) -> bool:
        asked.append(progress.iterations)
        return False

    rule = FirstOf(MaxIterations(3), watch)
    assert not rule(at(n=2))
    assert rule(at(n=3))
    assert asked == [2, 3]
    assert deterministic_count(FirstOf(FirstOf(MaxIterations(7)), rule)) == 3
    assert deterministic_count(watch) is None


def test_a_cancelled_solve_still_has_a_plan() -> None:
    result: Result = solve(small_team(), stop=Cancelled(lambda: True), seed=1)
    assert len(result.assignments) == 2
    assert result.seconds < 2
