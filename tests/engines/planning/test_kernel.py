"""The kernel's plans keep the rules, and its points are those of the objective."""

import os

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.planning.organizations import agency
from quarterdeck.engines.planning import Problem, verify
from quarterdeck.engines.planning.boards import Search
from quarterdeck.engines.planning.calendars import Calendar
from quarterdeck.engines.planning.compiled import Compiled
from quarterdeck.engines.planning.dispatch import Dispatch
from quarterdeck.engines.planning.kernel import board as at
from quarterdeck.engines.planning.kernel.working_time import (
    ending_at,
    position_from,
    slot_of,
)
from quarterdeck.engines.planning.objective import Objective
from quarterdeck.engines.planning.rules import priority_rules

from .instances import problems
from .uncompiled import printed, printed_uncompiled

quick = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


def check_search(problem: Problem, seed: int, steps: int = 1) -> None:
    """Every plan the kernel makes is allowed and costs what it says."""
    compiled = Compiled(problem)
    if compiled.order is None:
        return
    objective = Objective(compiled)
    search = Search(Dispatch(compiled, objective), seed)
    start = None
    for _, keys in priority_rules(compiled):
        plan, sound = search.decode(keys)
        left_out, points = objective.value(plan)
        assert search.board.points[at.MISSING] == left_out
        assert search.board.points[at.POINTS] == pytest.approx(points, rel=1e-9)
        if sound:
            assert verify(problem, plan.assignments(compiled)) == ()
            start = start or (objective.value(plan), plan)
            start = min(start, (objective.value(plan), plan), key=lambda each: each[0])
    if start is None or max(start[1].start, default=-1) < 0:
        return
    search.start_from(start[1], start[0])
    for _ in range(steps):
        plan_found = search.advance()
        if plan_found is not None:
            assert verify(problem, plan_found.assignments(compiled)) == ()
            assert objective.value(plan_found) < start[0]


@quick
@given(problems(), st.integers(0, 5))
def test_plans_of_the_kernel_are_allowed_and_rightly_priced(
    problem: Problem, seed: int
) -> None:
    check_search(problem, seed)


@pytest.mark.slow
@settings(quick, max_examples=int(os.environ.get("QUARTERDECK_INSTANCES", "200")))
@given(problems(most_tasks=14), st.integers(0, 99))
def test_many_random_instances(problem: Problem, seed: int) -> None:
    check_search(problem, seed, steps=2)


@pytest.mark.parametrize("seed", [1, 2])
def test_an_agency_is_planned_as_well_as_by_the_first_decoder(seed: int) -> None:
    problem = agency(150, 20, seed)
    compiled = Compiled(problem)
    objective = Objective(compiled)
    dispatch = Dispatch(compiled, objective)
    search = Search(dispatch, seed)
    for _, keys in priority_rules(compiled)[:1]:
        quick_plan, sound = search.decode(keys)
        first_plan, _ = dispatch.decode(keys)
        assert sound and verify(problem, quick_plan.assignments(compiled)) == ()
        mine, theirs = objective.value(quick_plan), objective.value(first_plan)
        assert mine[0] <= theirs[0] and mine[1] <= 1.05 * theirs[1]


@given(
    st.lists(st.integers(0, 60), min_size=0, max_size=14),
    st.integers(0, 61),
    st.integers(1, 9),
)
def test_intervals_count_as_slots_do(cuts: list[int], slot: int, effort: int) -> None:
    from quarterdeck.engines.planning.arrays import calendars_of

    edges = sorted(set(cuts))
    working = tuple(zip(edges[::2], edges[1::2], strict=False))
    plain = Calendar.of(working, 60)
    table, span = calendars_of([working], 60)
    assert position_from(table, span, 0, slot) == plain.position_from(slot)
    assert [slot_of(table, span, 0, n) for n in range(plain.total)] == list(plain.slots)
    wanted = plain.position_ending_at(slot, effort)
    assert ending_at(table, span, 0, slot, effort) == wanted


PLAIN = """
import numpy as np
from bench.planning.organizations import agency
from quarterdeck.engines.planning import MaxIterations, solve
result = solve(agency(9, 3, 1), stop=MaxIterations(3), seed=1, workers=1)
print(result.objective, [(a.task, a.people, a.start) for a in result.assignments])
"""


def test_without_machine_code_the_same_plan_is_found() -> None:
    assert printed_uncompiled(PLAIN) == printed(PLAIN)


def test_the_mirror_of_the_mirror_is_the_problem() -> None:
    compiled = Compiled(agency(40, 8, 3))
    search = Search(Dispatch(compiled, Objective(compiled)), 1)
    board, mirror = search.board, search.mirror
    assert mirror.calendar[:-1, at.TOTAL].tolist() == (
        board.calendar[:-1, at.TOTAL].tolist()
    )
    horizon = compiled.horizon
    for person in range(len(compiled.people)):
        which = board.person[person, at.CALENDAR]
        total = board.calendar[which, at.TOTAL]
        for work in np.linspace(0, total - 1, 7).astype(int).tolist():
            slot = slot_of(board.calendar, board.span, which, work)
            back = slot_of(mirror.calendar, mirror.span, which, total - 1 - work)
            assert slot == horizon - 1 - back
