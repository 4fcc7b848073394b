"""Plans by aims in strict order: one after the other, each with all before it held.

The first aim is minimised alone, then the second among plans that are as good in the
first, and so on (preemptive goal programming; Ignizio 1976). What is held is held
exactly, in whole units: the search goes by heavy weights, and a plan that loses anything
of it is not taken; CP-SAT gets it as a rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from .compiled import Compiled
from .dispatch import Dispatch
from .objective import SCALE, Amounts, Objective
from .phases import SMALL, dispatch_all, improve_all, search_all, unplaced_of
from .plan import Plan
from .problem import Assignment, Problem, Weights
from .result import Aim, Progress, Result, Status, Unplaced
from .rules import priority_rules
from .run import OnProgress, Run
from .sharing import Sharing
from .stage import REST, Stage, stage_of
from .stop import Clock, Stop


def solve_in_order(
    problem: Problem,
    *,
    stop: Stop,
    seed: int,
    workers: int,
    clock: Clock,
    on_progress: OnProgress | None = None,
    start_from: Sequence[Assignment] | None = None,
) -> Result:
    """Plan; see ``solve`` for the parameters. Links must not form a cycle."""
    began = clock()
    compiled = Compiled(problem)
    sharing = Sharing(stop, clock)
    best: Plan | None = None
    fixed: dict[int, tuple[tuple[int, ...], int, int]] = {}
    held: dict[str, int] = {}
    aims: list[Aim] = []
    names = _names(problem)
    for place, name in enumerate(names):
        amounts = None if best is None else Objective(compiled).amounts(best)
        then = tuple(each for each in names[place + 1 :] if each != REST)
        stage = stage_of(name, then, problem.weights, held, amounts)
        rule = sharing.share(len(names) - place)
        run = Run(compiled, rule, seed, workers, on_progress, stage)
        run.enter("compile")
        rule(run.progress())  # so that time is counted from here
        if best is None:
            conflict = search_all(
                run, start_from, partial(_by_rules, run, problem.weights, stage.plain)
            )
            if conflict is not None:
                seconds = clock() - began
                return Result(status="INFEASIBLE", conflict=conflict, seconds=seconds)
            if run.best is None:
                return Result(
                    status="STOPPED",
                    unplaced=_all_left_out(compiled),
                    seconds=clock() - began,
                )
            fixed = run.dispatch.fixed
        else:
            run.prepare()
            run.dispatch.fixed = fixed
            run.offer(best)
            if not run.should_stop():
                dispatch_all(run)
                _by_rules(run, stage.plain)
                improve_all(run)
        assert run.best is not None
        best = run.best
        sharing.spent(run.iterations)
        measured = run.objective.amounts(best)
        aims.append(_aim(run, stage, measured))
        if name != REST:
            held = {**held, name: getattr(measured, name)}
    if on_progress is not None:
        on_progress(Progress(phase="done"))
    assert best is not None
    return _result(compiled, best, tuple(aims), clock() - began)


def _names(problem: Problem) -> list[str]:
    """Give the aims, and whether weights of others are left to decide."""
    weights, names = problem.weights, list(problem.order)
    others = set(Amounts._fields[:-1]).difference(names)
    return [*names, REST] if any(getattr(weights, each) for each in others) else names


def _by_rules(run: Run, *weights: Weights) -> None:
    """Offer plans by priority rules that go by other weights as well."""
    compiled = run.compiled
    for each in weights if len(compiled.tasks) <= SMALL else ():
        dispatch = Dispatch(compiled, Objective(compiled, each))
        dispatch.fixed = run.dispatch.fixed
        for _, keys in priority_rules(compiled):
            run.offer_if(dispatch.decode(keys))


def _aim(run: Run, stage: Stage, amounts: Amounts) -> Aim:
    """Tell how good an aim is; what could not be proven is told as open."""
    assert run.value is not None and run.bound is not None
    points, bound = run.value[1], min(run.bound, run.value[1])
    proven = run.is_optimal()
    if stage.name == REST:
        return Aim(
            name=REST,
            amount=points / SCALE,
            bound=bound / SCALE,
            unit="points",
            proven=proven,
        )
    price = getattr(run.objective.price, stage.name)
    missing = amounts.unplaced * run.objective.price.unplaced
    least = max(0, -(-(bound - missing) // price))
    term = next(t for t in run.objective.terms(amounts) if t.name == stage.name)
    amount = getattr(amounts, stage.name)
    unit = term.amount / amount if amount else 0.0
    return Aim(
        name=stage.name,
        amount=term.amount,
        bound=min(least, amount) * unit,
        unit=term.unit,
        proven=proven,
    )


def _result(
    compiled: Compiled, best: Plan, aims: tuple[Aim, ...], seconds: float
) -> Result:
    plain = Objective(compiled)
    amounts = plain.amounts(best)
    status: Status = "OPTIMAL" if all(each.proven for each in aims) else "FEASIBLE"
    return Result(
        status=status,
        objective=plain.by_weights(amounts) / SCALE,
        seconds=seconds,
        assignments=best.assignments(compiled),
        unplaced=unplaced_of(compiled, best),
        terms=plain.terms(amounts),
        aims=aims,
    )


def _all_left_out(compiled: Compiled) -> tuple[Unplaced, ...]:
    return tuple(
        compiled.unplaceable.get(number)
        or Unplaced(task=task.id, reason="hard_limits_not_met")
        for number, task in enumerate(compiled.tasks)
    )
