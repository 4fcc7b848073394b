"""Moments between tasks of different parts, which both sides keep in a round."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..problem import Dependency
from .parting import Parting


@dataclass(slots=True)
class Seams:
    """``release`` and ``due`` narrow tasks; ``count`` is how many links were cut."""

    release: dict[str, int] = field(default_factory=dict)
    due: dict[str, int] = field(default_factory=dict)
    count: int = 0


def seams_of(parting: Parting) -> Seams:
    """Set a moment for every dependency between different parts.

    What comes first may not end later than it, what comes second not begin earlier. The
    slack between the two is given to the second in even rounds, to the first in odd ones.
    """
    found = Seams()
    for link in parting.compiled.problem.dependencies:
        if link.kind == "FS" and not parting.task(link.after).started:
            _keep_apart(parting, link, found)
    return found


def _keep_apart(parting: Parting, link: Dependency, found: Seams) -> None:
    free, plan = parting.free, parting.plan
    mine, theirs = free.get(link.before), free.get(link.after)
    before, after = plan.get(link.before), plan.get(link.after)
    if mine == theirs or before is None:
        return
    found.count += 1
    earliest = before.end + link.lag
    latest = earliest if after is None else max(earliest, after.start)
    pinned = parting.task(link.after).locked_start is not None
    to_first = theirs is None or pinned or (mine is not None and parting.turn % 2)
    moment = latest if to_first else earliest
    if mine is not None and after is not None:
        due = moment - link.lag
        found.due[link.before] = min(found.due.get(link.before, due), due)
    elif mine is not None and theirs is not None:
        found.due[link.before] = min(found.due.get(link.before, before.end), before.end)
    if theirs is not None and not pinned:
        found.release[link.after] = max(found.release.get(link.after, 0), moment)
