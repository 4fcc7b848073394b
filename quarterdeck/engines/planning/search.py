"""Improves the best plan of a solve, a hundredth of a second at a time."""

from __future__ import annotations

from .beside import Beside
from .boards import Search
from .run import Run


def improve(run: Run, most: int | None = None) -> None:
    """Search around the best plan until the stop, or for ``most`` steps."""
    if run.best is None or run.exhausted or max(run.best.start, default=-1) < 0:
        return
    run.enter("search")
    search = run.search
    with Beside(run) as beside:
        while run.done != most and not run.should_stop():
            step(run, search)
            beside.meet(run)


def step(run: Run, search: Search) -> None:
    """Take one step from the best plan known to all."""
    if run.best is not None and run.value is not None and run.best is not run.searched:
        search.start_from(run.best, run.worth(run.best))
        run.searched = run.best
    plan = search.advance()
    run.iterations += 1
    run.done += 1
    if plan is not None and run.offer(plan):
        run.searched = plan
    elif plan is not None and run.stage is not None:
        run.searched = None  # it lost what is held: stand at the best plan again
