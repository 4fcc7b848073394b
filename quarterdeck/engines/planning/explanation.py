"""What an explanation says: reasons as codes with ids, and the next best place."""

from dataclasses import dataclass
from typing import Literal

ReasonCode = Literal[
    "locked",
    "started",
    "only_one_qualified",
    "free_earliest",
    "keeps_current_plan",
    "wants_to_grow",
    "cheapest",
    "better_for_the_whole",
    "milestone",
    "locked_start",
    "after_predecessor",
    "after_earlier_task",
    "release",
    "working_time",
    "from_the_start",
    "room_for_others",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason; ``slot`` is the moment it speaks of, ``skill`` and ``level`` the
    need, ``tasks`` and ``people`` who is involved."""

    code: ReasonCode
    tasks: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    skill: str | None = None
    level: int | None = None
    slot: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """Another place for one task.

    ``points``: how much worse (positive) the whole plan becomes; ``later``: slots by
    which this task ends later (negative: earlier); ``finish_later``: slots by which
    the whole plan ends later; ``pushes``: followers that would have to move as well
    (their move is not in the points).
    """

    people: tuple[str, ...]
    start: int
    end: int
    points: float
    later: int
    finish_later: int
    pushes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why an assignment is as it is.

    ``qualified`` counts the people who may do it; ``alternative`` is None when locks
    leave no choice or there is no other room before the horizon.
    """

    task: str
    qualified: int
    why_people: tuple[Reason, ...]
    why_then: tuple[Reason, ...]
    alternative: Alternative | None
