"""People and resources together: rooms for meetings, a budget for ways of doing."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from quarterdeck.engines.planning import (
    MaxIterations,
    Mode,
    Need,
    Problem,
    Resource,
    Task,
    solve,
    verify,
)

from .instances import problems, small_team


@st.composite
def mixed(draw: st.DrawFn) -> Problem:
    """A problem with people, some of whose tasks have modes that take a room."""
    problem = draw(problems(most_tasks=6))
    tasks = []
    for task in problem.tasks:
        way = draw(st.integers(0, 2))
        if not task.effort or way == 0 or task.locked_people:
            tasks.append(task)
            continue
        room = (("room", draw(st.integers(1, 2))),)
        ways = (
            Mode(effort=task.effort, needs=task.needs or (Need(),), amounts=room),
            Mode(effort=draw(st.integers(1, 30)), amounts=(("money", 4), *room)),
        )
        tasks.append(replace(task, effort=0, needs=(), modes=ways[: 3 - way]))
    resources = (
        Resource(id="room", capacity=draw(st.sampled_from([2, ((0, 1), (20, 3))]))),
        Resource(id="money", capacity=9, renewable=False),
    )
    return replace(problem, tasks=tuple(tasks), resources=resources)


@given(mixed())
@settings(max_examples=60, deadline=None)
def test_every_plan_with_people_and_resources_keeps_all_rules(problem: Problem) -> None:
    result = solve(problem, stop=MaxIterations(5), seed=1, workers=1)
    assert verify(problem, result) == ()
    if result.objective is not None and result.bound is not None:
        assert result.bound <= result.objective + 1e-9


def workshop() -> Problem:
    """Two meetings of an hour that need Mara or Bo and the only room."""
    mode = Mode(effort=2, needs=(Need(),), amounts=(("room", 1),))
    meetings = tuple(Task(id=f"m{n}", modes=(mode,)) for n in range(2))
    room = Resource(id="room", capacity=1)
    return small_team(tasks=meetings, dependencies=(), resources=(room,))


def test_two_meetings_take_turns_in_one_room() -> None:
    result = solve(workshop(), stop=MaxIterations(10), seed=1)
    times = sorted((each.start, each.end) for each in result.assignments)
    assert times == [(9, 11), (11, 13)]


def test_the_same_seed_gives_the_same_mixed_plan() -> None:
    one = solve(workshop(), stop=MaxIterations(10), seed=4)
    assert (
        one.assignments == solve(workshop(), stop=MaxIterations(10), seed=4).assignments
    )
