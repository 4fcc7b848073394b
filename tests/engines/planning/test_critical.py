"""What is freed first lies in the chain that makes a plan as long as it is."""

from hypothesis import given, settings
from hypothesis import strategies as st

from quarterdeck.engines.planning import (
    Dependency,
    MaxIterations,
    Need,
    Person,
    Problem,
    Task,
    solve,
    verify,
)
from quarterdeck.engines.planning.boards import DIRECT, Search
from quarterdeck.engines.planning.compiled import Compiled
from quarterdeck.engines.planning.dispatch import Dispatch
from quarterdeck.engines.planning.kernel import board as at
from quarterdeck.engines.planning.kernel.critical import critical
from quarterdeck.engines.planning.objective import Objective
from quarterdeck.engines.planning.rules import priority_rules

from .instances import FINISH


def problem(heads: int = 1, pinned: bool = False) -> Problem:
    """Give a chain a, b of one person, c of the same, and d of another, soon done."""
    people = tuple(
        Person(id=skill, working=((0, 90),), skills=((skill, 1),)) for skill in "xy"
    )
    asked = {"a": ("x", 3), "b": ("x", 4), "c": ("x", 5), "d": ("y", 2)}
    tasks = tuple(
        Task(
            id=name,
            effort=effort,
            needs=(Need(skill=skill, level=1, count=1),),
            locked_people=(skill,) if pinned else None,
            locked_start={"a": 0, "b": 3, "c": 7, "d": 0}[name] if pinned else None,
        )
        for name, (skill, effort) in asked.items()
    )
    if heads == 2:
        tasks = (*tasks, Task(id="e", effort=1, needs=(Need(count=2),)))
    return Problem(
        horizon=90,
        slot_minutes=60,
        people=people,
        tasks=tasks,
        dependencies=(Dependency(before="a", after="b"),),
        weights=FINISH,
    )


def begun(asked: Problem, seed: int = 1, seconds: float | None = None) -> Search:
    """Give a search that stands at the plan of the first rule."""
    compiled = Compiled(asked)
    objective = Objective(compiled)
    search = Search(Dispatch(compiled, objective), seed, seconds)
    plan, _ = search.decode(priority_rules(compiled)[0][1])
    search.start_from(plan, objective.value(plan))
    return search


def test_only_the_chain_that_ends_last_is_drawn() -> None:
    search = begun(problem())
    drawn = {critical(search.board, 3) for _ in range(60)}
    assert drawn == {0, 1, 2}


def test_what_cannot_be_moved_is_not_drawn() -> None:
    search = begun(problem(pinned=True))
    assert {critical(search.board, 3) for _ in range(20)} == {3}


def test_chains_are_sought_where_all_work_alone_and_the_finish_alone_counts() -> None:
    assert begun(problem()).board.points[at.DIRECT] == DIRECT
    assert begun(problem(heads=2)).board.points[at.DIRECT] == 0.0


def test_the_population_grows_with_the_time() -> None:
    sizes = [len(begun(problem(), 1, each).orders) for each in (0.2, 1.0, 4.0, 60.0)]
    assert sizes == [30, 40, 80, 120]
    assert len(begun(problem()).orders) == 120


@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.lists(st.integers(1, 6), min_size=14, max_size=18), st.integers(0, 99))
def test_the_same_seed_gives_the_same_plan(efforts: list[int], seed: int) -> None:
    people = tuple(
        Person(id=f"p{n}", working=((0, 5), (8, 300)), skills=(("s", n),))
        for n in range(3)
    )
    tasks = tuple(
        Task(id=f"t{n}", effort=each, needs=(Need(skill="s", level=n % 3),))
        for n, each in enumerate(efforts)
    )
    links = tuple(Dependency(before=f"t{n}", after=f"t{n + 5}") for n in range(5))
    asked = Problem(
        horizon=300,
        slot_minutes=60,
        people=people,
        tasks=tasks,
        dependencies=links,
        weights=FINISH,
    )
    one = solve(asked, stop=MaxIterations(45), seed=seed, workers=1)
    two = solve(asked, stop=MaxIterations(45), seed=seed, workers=1)
    assert one.assignments == two.assignments
    assert verify(asked, one) == ()
