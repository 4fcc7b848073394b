"""One step of a portfolio after the other: join what came back, cut what comes next.

Everything that is known stands in ``Stage``, so each step may be taken in another process,
and again if that process is lost.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..compiled import Compiled
from ..problem import Problem
from ..solve import solve
from ..stop import MaxIterations
from .cutting import cut
from .grouping import Groups, grouped
from .joining import Joining
from .records import Cut, PartPlan, Placed

MOST = 1_000  # tasks that a part may move
ROUNDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A whole problem and how far its planning is.

    Parameters
    ----------
    problem
        The whole.
    steps, seconds, seed
        Work for all rounds together, and how long it may take one after the other.
    most, rounds
        How many tasks a part may move, and how often the whole is cut.
    turn
        The round that comes next, from 0.
    plan
        The best plan so far; empty before the first one is made.
    groups
        By person, the group of the round before; empty before the first round.
    movable, plans
        What the parts of the round before could move, and what came back of them. Parts
        may be missing: they stay as they were.
    """

    problem: Problem
    steps: int
    seconds: float
    seed: int
    most: int = MOST
    rounds: int = ROUNDS
    turn: int = 0
    plan: Placed = ()
    groups: tuple[int, ...] = ()
    movable: tuple[tuple[str, ...], ...] = ()
    plans: tuple[PartPlan, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The best plan now, and the next round, None when all are over.

    ``better`` is how many parts of the round before won something.
    """

    plan: Placed
    objective: float
    left_out: int
    better: int
    groups: tuple[int, ...] = ()
    cut: Cut | None = None


def next_step(stage: Stage) -> Step:
    """Join, close up and cut again; makes the first plan where there is none.

    Which plan comes out in the end depends on the problem, the seed and the work allowed;
    not on who planned the parts, when, or in which order they came back.
    """
    plan = stage.plan
    if not plan:
        first = MaxIterations(1)
        result = solve(stage.problem, stop=first, seed=stage.seed, workers=1)
        plan = result.assignments
    compiled = Compiled(stage.problem)
    joining = Joining(compiled, plan)
    better = joining.take(stage.plans, dict(enumerate(stage.movable)))
    if stage.turn:
        joining.close_up(stage.seed)
    made, groups = _cut(stage, compiled, joining)
    return Step(
        plan=tuple(sorted(joining.plan.values(), key=lambda a: (a.start, a.task))),
        objective=joining.points,
        left_out=joining.value[0],
        better=better,
        groups=groups,
        cut=made,
    )


def _cut(
    stage: Stage, compiled: Compiled, joining: Joining
) -> tuple[Cut | None, tuple[int, ...]]:
    if stage.turn >= stage.rounds or not joining.plan or compiled.order is None:
        return None, stage.groups
    before = Groups(stage.groups) if stage.groups else None
    groups = grouped(compiled, joining.plan, stage.most, before)
    made = cut(
        compiled,
        joining.plan,
        groups,
        most=stage.most,
        turn=stage.turn,
        steps=stage.steps // stage.rounds,
        seconds=stage.seconds / stage.rounds,
        seed=stage.seed,
    )
    return (made if made.parts else None), tuple(groups.of)
