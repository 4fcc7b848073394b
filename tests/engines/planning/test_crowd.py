"""Plans by kinds of people keep the rules, and find what naming too early hides."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quarterdeck.engines.planning import (
    Dependency,
    MaxIterations,
    Need,
    Person,
    Problem,
    Task,
    Weights,
    solve,
    verify,
)
from quarterdeck.engines.planning.boards import Search
from quarterdeck.engines.planning.compiled import Compiled
from quarterdeck.engines.planning.crowd import Crowd
from quarterdeck.engines.planning.dispatch import Dispatch
from quarterdeck.engines.planning.kinds import is_crowd, kinds_of
from quarterdeck.engines.planning.objective import Objective
from quarterdeck.engines.planning.warm import _some_work

from .instances import FINISH

SKILLS = "xyz"
WEEK = tuple((day * 24 + 9, day * 24 + 17) for day in range(60) if day % 7 < 5)


@st.composite
def crowds(draw: st.DrawFn) -> Problem:
    """Six to nine people of few kinds; milestones, teams, lags or nights."""
    nights = draw(st.booleans())
    people = tuple(
        Person(
            id=f"p{n}",
            working=WEEK if nights else ((0, 1_500),),
            skills=tuple(
                (skill, 1)
                for skill in ("x", *sorted(draw(st.sets(st.sampled_from("yz")))))
            ),
        )
        for n in range(draw(st.integers(6, 9)))
    )
    tasks = []
    for n in range(draw(st.integers(2, 9))):
        first = Need(skill="x", level=1, count=draw(st.integers(1, 3)))
        needs: tuple[Need, ...] = (first,)
        for skill in "yz":
            able = sum(skill in dict(person.skills) for person in people)
            if able and draw(st.booleans()):
                count = draw(st.integers(1, min(able, 2)))
                needs = (*needs, Need(skill=skill, level=1, count=count))
        effort = draw(st.integers(0, 6))
        tasks.append(
            Task(
                id=f"t{n}",
                effort=effort,
                needs=needs if effort else (),
                release=draw(st.sampled_from([0, 0, 5, 30])),
            )
        )
    pairs = draw(st.sets(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=8))
    links = tuple(
        Dependency(
            before=f"t{a}", after=f"t{b}", lag=0 if nights else draw(st.integers(0, 3))
        )
        for a, b in sorted(pairs)
        if a < b < len(tasks)
    )
    return Problem(
        horizon=1_500,
        slot_minutes=60,
        people=people,
        tasks=tuple(tasks),
        dependencies=links,
        weights=FINISH,
    )


def crowd_of(problem: Problem, seed: int = 1) -> Crowd:
    compiled = Compiled(problem)
    search = Search(Dispatch(compiled, Objective(compiled)), seed, 1.0)
    return search.crowd


@settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(crowds(), st.integers(0, 9))
def test_plans_by_kinds_keep_all_rules(problem: Problem, seed: int) -> None:
    compiled = Compiled(problem)
    if not is_crowd(compiled):
        return
    plan = crowd_of(problem, seed).advance()
    assert plan is not None
    assert verify(problem, plan.assignments(compiled)) == ()
    assert min(plan.start) >= 0


def made(**changes: object) -> Problem:
    """Two who can do x, two who can do x and y; four hours each of three tasks."""
    people = tuple(
        Person(
            id=name,
            working=((0, 60),),
            skills=(("x", 1), ("y", 1)) if name > "b" else (("x", 1),),
        )
        for name in "abcd"
    )
    two = Need(skill="x", level=1, count=2)
    problem = Problem(
        horizon=60,
        slot_minutes=60,
        people=people,
        tasks=(
            Task(id="1", effort=4, needs=(two,)),
            Task(id="2", effort=4, needs=(Need(skill="y", level=1, count=2),)),
            Task(id="3", effort=4, needs=(two, replace(two, skill="y"))),
        ),
        weights=FINISH,
    )
    return replace(problem, **changes)  # type: ignore[arg-type]


def test_people_whom_no_task_tells_apart_are_one_kind() -> None:
    assert kinds_of(Compiled(made())) == [[0, 1], [2, 3]]


def test_who_is_needed_elsewhere_is_left_for_it() -> None:
    plan = crowd_of(made()).advance()
    assert plan is not None
    assert max(plan.end) == 8
    assert plan.team[0] == (0, 1)


def test_the_same_seed_gives_the_same_plan_of_a_crowd() -> None:
    def found() -> object:
        result = solve(made(), stop=MaxIterations(30), seed=3, workers=1)
        return result.objective, result.assignments

    assert found() == found()


LOCKED = replace(made().tasks[0], locked_people=("a", "b"))
PART_TIME = replace(made().people[0], working=((0, 30),))


@pytest.mark.parametrize(
    "changes",
    [
        {"tasks": (LOCKED, *made().tasks[1:])},
        {"people": (PART_TIME, *made().people[1:])},
        {"dependencies": (Dependency(before="1", after="2", kind="SS"),)},
        {"tasks": (replace(made().tasks[0], hard_deadline=30), *made().tasks[1:])},
        {"tasks": (Task(id="1", effort=3, needs=(Need(count=1),)),)},
    ],
    ids=["locked", "hours of one's own", "starts together", "hard", "alone"],
)
def test_what_kinds_cannot_tell_is_left_to_the_other_search(
    changes: dict[str, object],
) -> None:
    assert is_crowd(Compiled(made()))
    assert not is_crowd(Compiled(made(**changes)))


@pytest.mark.parametrize("weights", [FINISH, Weights()])
def test_kinds_count_where_the_finish_alone_counts(weights: Weights) -> None:
    compiled = Compiled(made(weights=weights))
    search = Search(Dispatch(compiled, Objective(compiled)), 1)
    assert search.counts == (weights == FINISH)


def test_what_counts_by_kinds_is_compiled_before_it_is_asked_for() -> None:
    assert is_crowd(Compiled(_some_work(FINISH, same_hours=True)))


def test_hours_of_ones_own_are_left_to_the_other_search() -> None:
    first = replace(made().tasks[0], effort_of=(("a", 7),))
    assert not is_crowd(Compiled(made(tasks=(first, *made().tasks[1:]))))
