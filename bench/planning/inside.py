"""How one problem of an organization is solved: the first plan, the last, the bound."""

from __future__ import annotations

import time

from quarterdeck.engines import planning


def measure(
    name: str, problem: planning.Problem, seconds: float, seed: int, workers: int | None
) -> dict[str, object]:
    """Solve one problem and tell what came out."""
    began = time.perf_counter()
    first: list[tuple[float, float]] = []

    def watch(progress: planning.Progress) -> None:
        if progress.objective is not None and not first:
            first.append((time.perf_counter() - began, progress.objective))

    stop = planning.MaxSeconds(seconds)
    result = planning.solve(
        problem, stop=stop, seed=seed, on_progress=watch, workers=workers
    )
    found = first[0] if first else (0.0, 0.0)
    return {
        "instance": name,
        "tasks": len(problem.tasks),
        "people": len(problem.people),
        "first s": round(found[0], 3),
        "first": round(found[1], 1),
        "after s": round(result.seconds, 1),
        "finish": max((each.end for each in result.assignments), default=0),
        "objective": result.objective,
        "bound": result.bound,
        "gap %": None if result.gap is None else round(100 * result.gap, 2),
        "left out": len(result.unplaced),
        "checked": not planning.verify(problem, result),
        "status": result.status,
    }
