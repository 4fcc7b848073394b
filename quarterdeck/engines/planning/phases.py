"""The steps of one search: the plan in force, priority rules, repair, improvement."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .compiled import Compiled
from .infeasible import repair
from .keeping import offer_given
from .loading import loading
from .plan import Plan
from .problem import Assignment
from .result import Conflict, Unplaced
from .rules import priority_rules
from .run import Run

NEAR = 30  # steps
SMALL = 1_500  # tasks up to which the first plan does not wait for the kernel


def search_all(
    run: Run,
    start_from: Sequence[Assignment] | None,
    also: Callable[[], None] = lambda: None,
) -> Conflict | None:
    """Make plans and improve the best; ``also`` offers some before that."""
    run.prepare()
    given = start_from or run.compiled.problem.current
    if given:
        offer_given(run, given)
        _stay_near(run)
    dispatch_all(run)
    if run.best is None:
        conflict = repair(run)
        if conflict is not None or not run.dispatch.fixed:
            return conflict
        run.begin_again()
        dispatch_all(run)
    also()
    if not run.should_stop():
        improve_all(run)
    return None


def _stay_near(run: Run) -> None:
    """Search around the plan in force before others are thought of."""
    if run.best is None or run.should_stop():
        return
    from .search import improve

    allowed = run.steps_allowed
    improve(run, NEAR if allowed is None else min(NEAR, allowed // 4))


def improve_all(run: Run) -> None:
    """Raise the bound and improve the best plan until the stop."""
    # loaded after the first plan is told of: the kernel takes a second to come up
    with loading:
        from .exact import improve_exactly
        from .hour_prices import bound_by_prices
        from .pooled import bound_finishes
        from .reserved import bound_end
        from .search import improve

    bound_end(run)
    bound_finishes(run)
    bound_by_prices(run)
    improve_exactly(run)
    improve(run)


def dispatch_all(run: Run) -> None:
    """Make plans by priority rules; large problems by the kernel and fewer rules."""
    rules = priority_rules(run.compiled)
    size = len(run.compiled.tasks)
    rules = rules[: 5 if size <= 20_000 else 2]
    run.enter("dispatch", len(rules))
    for _, keys in rules:
        quick = run.best is None and size <= SMALL
        decode = run.dispatch.decode if quick else run.search.decode
        plan, sound = decode(keys)
        run.done += 1
        run.offer_if((plan, sound))
        if run.best is not None and run.should_stop():
            return
        if quick and sound:  # the same rule again, as the kernel looks further
            run.offer_if(run.search.decode(keys))


def unplaced_of(compiled: Compiled, plan: Plan) -> tuple[Unplaced, ...]:
    """Say of each task that is left out why."""
    found = []
    for number, task in enumerate(compiled.tasks):
        if plan.start[number] >= 0:
            continue
        lost = tuple(
            compiled.tasks[link.other].id
            for link in compiled.into[number]
            if plan.start[link.other] < 0
        )
        found.append(
            compiled.unplaceable.get(number)
            or Unplaced(
                task=task.id,
                reason="predecessor_unplaced" if lost else "beyond_horizon",
                others=tuple(dict.fromkeys(lost)),
            )
        )
    return tuple(found)
