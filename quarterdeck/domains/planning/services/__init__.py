"""Propose a plan, accept some of it, lock, suppose."""

from .accepting import NothingChosen, PlanMovedOn, accept_changes, refuse_changes
from .choosing import ChosenAlready, DecidedAlready, choose_plan
from .drafting import (
    NothingSupposed,
    NotInThisPlan,
    TooMuchSupposed,
    add_supposition,
    discard_scenario,
    draft_scenario,
    remove_supposition,
)
from .forgetting import forget_people
from .levers import (
    NothingToImprove,
    NothingToStop,
    find_levers,
    find_levers_for_whole_instance,
    stop_levers,
    suppose_lever,
)
from .locking import NothingToLock, lock_task, unlock_task
from .proposing import (
    AlreadyBeingMade,
    NoSuchOrder,
    NoTeamYet,
    NothingToCancel,
    cancel_proposal,
    compare_again,
    compare_scenario,
    compare_whole_instance,
    plan_whole_instance,
    propose_plan,
    suppose_and_plan,
    topmost_team,
)
from .solving import solve_proposal

__all__ = [
    "AlreadyBeingMade",
    "ChosenAlready",
    "DecidedAlready",
    "NoSuchOrder",
    "NoTeamYet",
    "NotInThisPlan",
    "NothingChosen",
    "NothingSupposed",
    "NothingToCancel",
    "NothingToImprove",
    "NothingToLock",
    "NothingToStop",
    "PlanMovedOn",
    "TooMuchSupposed",
    "accept_changes",
    "add_supposition",
    "cancel_proposal",
    "choose_plan",
    "compare_again",
    "compare_scenario",
    "compare_whole_instance",
    "discard_scenario",
    "draft_scenario",
    "find_levers",
    "find_levers_for_whole_instance",
    "forget_people",
    "lock_task",
    "plan_whole_instance",
    "propose_plan",
    "refuse_changes",
    "remove_supposition",
    "solve_proposal",
    "stop_levers",
    "suppose_and_plan",
    "suppose_lever",
    "topmost_team",
    "unlock_task",
]
