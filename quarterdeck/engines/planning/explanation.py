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
    "takes_fewer_hours",
    "less_loaded",
    "better_for_the_whole",
    "as_good_as_others",
    "others_hold_up",
    "could_be_better",
    "milestone",
    "nobody_needed",
    "under_way",
    "locked_start",
    "after_predecessor",
    "after_earlier_task",
    "waits_for_resource",
    "release",
    "working_time",
    "from_the_start",
    "keeps_current_start",
    "no_gain_earlier",
    "could_begin_earlier",
    "only_mode",
    "locked_mode",
    "better_mode",
    "other_mode_is_better",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason, true of the plan with all other tasks where they are.

    Parameters
    ----------
    slot
        The moment it speaks of.
    skill, level
        The need it speaks of.
    tasks, people, resource
        Who and what is involved.
    slots, usual
        What the work takes of these people, and what it takes by its estimate.
    without
        When the task could begin if this alone were gone; None where nothing is said.
    """

    code: ReasonCode
    tasks: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    skill: str | None = None
    level: int | None = None
    slot: int | None = None
    resource: str | None = None
    slots: int | None = None
    usual: int | None = None
    without: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """Another place for one task.

    ``points``: how much worse (positive) the whole plan becomes; ``later``: slots by
    which this task ends later (negative: earlier); ``finish_later``: slots by which
    the whole plan ends later; ``pushes``: followers that would have to move as well
    (their move is not in the points); ``mode``: the number of the way it is done.
    """

    people: tuple[str, ...]
    start: int
    end: int
    points: float
    later: int
    finish_later: int
    pushes: tuple[str, ...] = ()
    mode: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why an assignment is as it is.

    ``qualified`` counts the people who may do it; ``alternative`` is None when locks
    leave no choice or there is no other room before the horizon; ``nearly`` are people
    who lack one level of one skill to do it as well; ``why_mode`` is empty where there
    is one way only.
    """

    task: str
    qualified: int
    why_people: tuple[Reason, ...]
    why_then: tuple[Reason, ...]
    alternative: Alternative | None
    why_mode: tuple[Reason, ...] = ()
    nearly: tuple[Reason, ...] = ()
