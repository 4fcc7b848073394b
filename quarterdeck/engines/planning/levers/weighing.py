"""Plan with each change in turn and say what it brings, beside the plan without any."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..counted import counted
from ..evaluate import evaluate
from ..flat import flat
from ..problem import Assignment, Problem
from ..result import Progress, Status
from ..solve import solve
from ..stop import Clock, monotonic


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A problem with one change made, by a name of the caller's."""

    name: str
    problem: Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """What to compare: a problem, a plan to begin with, and the variants.

    ``seconds`` is how long each plan is looked for: the work of so many seconds on a
    common machine is done, however long that takes, within bounds.
    """

    problem: Problem
    variants: tuple[Variant, ...]
    plan: tuple[Assignment, ...] = ()
    seconds: float = 1.0
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What comes out with one change.

    Parameters
    ----------
    name
        Of the variant; empty for the plan without any change.
    finish
        The last end, in slots; None without a plan.
    late_tasks, late_slots
        Tasks after their deadline, and by how much in all.
    unplaced
        Tasks left out.
    points
        What lateness, ends and tasks left out weigh together: only aims that speak of
        time, so that plans of different people can be compared.
    aims
        Amounts of those aims in strict order that speak of time, in their order.
    busy
        Slots of work by person.
    """

    name: str
    status: Status
    finish: int | None = None
    late_tasks: int = 0
    late_slots: int = 0
    unplaced: int = 0
    points: float = 0.0
    aims: tuple[float, ...] = ()
    busy: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """The plan without any change, planned with as much work as the others, and all."""

    base: Outcome
    outcomes: tuple[Outcome, ...]


def weigh(
    weighing: Weighing, tell: Callable[[Progress], None], clock: Clock = monotonic
) -> Weighed:
    """Plan each variant from where the plan stands; those that bring most come first.

    Same weighing, same answer, as long as the time is enough for the work.
    """
    base = _outcome("", weighing.problem, weighing, clock)
    outcomes, total = [], len(weighing.variants)
    for done, variant in enumerate(weighing.variants):
        tell(Progress(phase="levers", done=done, total=total))
        outcomes.append(_outcome(variant.name, variant.problem, weighing, clock))
    tell(Progress(phase="levers", done=total, total=total))
    outcomes.sort(key=lambda each: (gain(base, each), each.name))
    return Weighed(base=base, outcomes=tuple(outcomes))


def gain(base: Outcome, other: Outcome) -> tuple[float, ...]:
    """Give what outcomes are sorted by; less is better, and below ``base`` helps."""
    return (
        other.finish is None,
        other.unplaced - base.unplaced,
        *(b - a for a, b in zip(base.aims, other.aims, strict=False)),
        other.points - base.points,
    )


def _outcome(name: str, problem: Problem, weighing: Weighing, clock: Clock) -> Outcome:
    stop = counted(weighing.seconds, clock)
    begin = weighing.plan or None
    found = solve(problem, stop=stop, seed=weighing.seed, start_from=begin, clock=clock)
    if found.status in ("INFEASIBLE", "STOPPED"):
        return Outcome(name=name, status=found.status, unplaced=len(found.unplaced))
    given = {each.task: each for each in found.assignments}
    measures = evaluate(flat(problem, given), found.assignments)
    times = ("lateness", "priority_finish", "makespan", "unplaced")
    amounts = {each.name: each.amount for each in measures.terms}
    busy: dict[str, int] = {}
    for row in measures.load:
        busy[row.person] = busy.get(row.person, 0) + row.busy
    return Outcome(
        name=name,
        status=found.status,
        finish=measures.finish,
        late_tasks=len(measures.late),
        late_slots=measures.lateness_slots,
        unplaced=len(found.unplaced),
        aims=tuple(amounts[aim] for aim in problem.order if aim in times),
        points=sum(each.points for each in measures.terms if each.name in times),
        busy=tuple(sorted((who, slots) for who, slots in busy.items() if slots)),
    )
