"""The first acts on a fresh instance, until all of them are done."""

from dataclasses import dataclass, replace
from typing import Any

from quarterdeck.domains.organization.permissions import is_admin
from quarterdeck.domains.people.permissions import is_member
from quarterdeck.domains.people.queries import people_visible_to
from quarterdeck.domains.projects.queries import projects_visible_to
from quarterdeck.domains.strategy.permissions import can_publish_vision
from quarterdeck.domains.strategy.queries import vision_in_force

from .links import page


@dataclass(frozen=True)
class Act:
    """One of the acts: what it brings, where it is done, and whether it is."""

    icon: str
    title: str
    told: str
    url: str
    done: bool
    next: bool = False  # the first that is not done: the one filled button


def first_acts(user: Any) -> list[Act]:
    """Return the acts while one is missing, for whoever looks after the instance."""
    if not is_member(user) or not (is_admin(user) or can_publish_vision(user)):
        return []
    acts = [
        Act(
            "file-up",
            "Bring in a file",
            "The plan or list your work lives in today. Nothing is dropped silently.",
            page("imports:start") or page("projects:add_project"),
            projects_visible_to(user).exists(),
        ),
        Act(
            "users",
            "Add people",
            "Who works here, when, and what they can do.",
            page("people:add"),
            people_visible_to(user)[1:2].exists(),
        ),
        Act(
            "telescope",
            "Write the vision",
            "Why all of it is done. Every task will show its way up to it.",
            page("strategy:publish_vision"),
            vision_in_force(user) is not None,
        ),
    ]
    open_acts = [act for act in acts if not act.done]
    return [replace(act, next=act is open_acts[0]) for act in acts] if open_acts else []
