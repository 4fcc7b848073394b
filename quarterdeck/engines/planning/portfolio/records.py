"""What travels between the one who cuts a plan into parts and those who plan them."""

from __future__ import annotations

from dataclasses import dataclass

from ..problem import Assignment, Problem

Placed = tuple[Assignment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some people with the work they do, all other work held where it is.

    Parameters
    ----------
    number
        Its place in the round, from 0.
    problem
        A whole problem of its own. Tasks that others take part in stand in it at their
        place, for as long as they take its people; ``movable`` names its own tasks.
    given
        Where they stand now: a sound plan of ``problem``.
    movable
        The tasks that this part may move; each task is in one part of a round at most.
    steps
        How much work to put into it, as ``MaxIterations`` counts.
    seconds
        By the clock at most, for a machine that is slower than meant.
    """

    number: int
    problem: Problem
    given: Placed
    movable: tuple[str, ...]
    steps: int
    seconds: float
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartPlan:
    """What came out of one part: its own tasks and where they stand.

    ``bound`` holds with all other work where it is, for this part alone; ``repeatable``
    says that steps ended the search and not the clock.
    """

    number: int
    assignments: Placed
    before: float
    after: float
    bound: float
    steps: int
    seconds: float
    repeatable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """One round: parts that can be planned side by side, and what is held.

    Parameters
    ----------
    parts
        Nobody and no task is in two of them.
    held
        Tasks that no part may move in this round, as their people are in several.
    seams
        Dependencies from a part to another one; each has a moment that both keep.
    """

    parts: tuple[Part, ...]
    held: tuple[str, ...]
    seams: int
