"""Propose a plan, accept some of it, lock, suppose."""

from .accepting import NothingChosen, PlanMovedOn, accept_changes, refuse_changes
from .drafting import NothingSupposed, discard_scenario, draft_scenario
from .locking import NothingToLock, lock_task, unlock_task
from .proposing import (
    AlreadyBeingMade,
    NoTeamYet,
    NothingToCancel,
    cancel_proposal,
    plan_whole_instance,
    propose_plan,
    suppose_and_plan,
)
from .solving import solve_proposal

__all__ = [
    "AlreadyBeingMade",
    "NoTeamYet",
    "NothingChosen",
    "NothingSupposed",
    "NothingToCancel",
    "NothingToLock",
    "PlanMovedOn",
    "accept_changes",
    "cancel_proposal",
    "discard_scenario",
    "draft_scenario",
    "lock_task",
    "plan_whole_instance",
    "propose_plan",
    "refuse_changes",
    "solve_proposal",
    "suppose_and_plan",
    "unlock_task",
]
