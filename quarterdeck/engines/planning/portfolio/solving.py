"""Plan parts, in whatever process it is asked for."""

from __future__ import annotations

from collections.abc import Callable

from ..compiled import Compiled
from ..counted import Watched
from ..evaluate import evaluate
from ..keeping import offer_given
from ..loading import without_loading
from ..objective import SCALE
from ..plan import plan_of
from ..result import Progress
from ..run import Run
from ..search import improve
from ..solve import solve
from ..stop import Clock, FirstOf, MaxIterations, MaxSeconds, monotonic
from ..verify import verify
from .records import Part, PartPlan


def plan_parts(
    parts: tuple[Part, ...], tell: Callable[[Progress], None], clock: Clock = monotonic
) -> tuple[PartPlan, ...]:
    """Plan a few parts one after the other: a process takes as long to come up as one."""
    return tuple(plan_part(part, tell, clock) for part in parts)


def plan_part(
    part: Part, tell: Callable[[Progress], None], clock: Clock = monotonic
) -> PartPlan:
    """Give the best plan found for a part; never a worse one than it came with.

    The search alone: for its share of the time an exact model would hardly be made.
    """
    if part.problem.order:
        return _in_order(part, tell, clock)
    began = clock()
    # Steps come first, so that the same part gives the same plan on any machine.
    patience = MaxSeconds(part.seconds, without_loading(clock))
    stop = Watched(FirstOf(MaxIterations(part.steps), patience))
    run = Run(Compiled(part.problem), stop, part.seed, 1, tell)
    run.enter("compile")
    stop(run.progress())  # so that time is counted from here
    run.prepare()
    offer_given(run, part.given)
    assert run.value is not None, "a part comes with a plan that keeps all rules"
    before = run.objective.value(plan_of(run.compiled, part.given))
    improve(run)
    assert run.best is not None and run.value is not None and run.bound is not None
    found = run.best.assignments(run.compiled)
    broken = verify(part.problem, found)
    assert not broken, f"the plan found is not allowed: {broken[:3]}"
    own = set(part.movable)
    return PartPlan(
        number=part.number,
        assignments=tuple(each for each in found if each.task in own),
        before=before[1] / SCALE,
        after=run.value[1] / SCALE,
        bound=min(run.bound, run.value[1]) / SCALE,
        steps=run.iterations,
        seconds=clock() - began,
        repeatable=stop.repeatable,
    )


def _in_order(part: Part, tell: Callable[[Progress], None], clock: Clock) -> PartPlan:
    """Plan a part by aims in strict order; points tell little of it, so whoever joins
    the parts measures all of it again."""
    found = solve(
        part.problem,
        stop=FirstOf(
            MaxIterations(part.steps), MaxSeconds(part.seconds, without_loading(clock))
        ),
        seed=part.seed,
        start_from=part.given,
        on_progress=tell,
        workers=1,
        clock=clock,
    )
    own = set(part.movable)
    return PartPlan(
        number=part.number,
        assignments=tuple(each for each in found.assignments if each.task in own),
        before=evaluate(part.problem, part.given).objective,
        after=found.objective or 0.0,
        bound=0.0,
        steps=part.steps,
        seconds=found.seconds,
        repeatable=found.repeatable,
    )
