"""The first acts on a fresh instance, until all of them are done."""

from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Exists

from quarterdeck.domains.organization.permissions import is_admin
from quarterdeck.domains.people.permissions import is_member
from quarterdeck.domains.people.queries import people_visible_to
from quarterdeck.domains.projects.queries import projects_visible_to
from quarterdeck.domains.strategy.permissions import can_publish_vision
from quarterdeck.domains.strategy.queries import visions_visible_to

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
    # One query: the first two people, each beside what else there is.
    beside = {
        "has_work": Exists(projects_visible_to(user)),
        "has_vision": Exists(visions_visible_to(user)),
    }
    people = list(people_visible_to(user).values_list("pk").annotate(**beside)[:2])
    has_work, has_vision = people[0][1:] if people else (False, False)
    acts = [
        Act(
            "file-up",
            "Bring in a file",
            "The plan or list your work lives in today. Nothing is dropped silently.",
            page("imports:start"),
            has_work,
        ),
        Act(
            "users",
            "Add people",
            "Who works here, when, and what they can do.",
            page("people:add"),
            len(people) > 1,
        ),
        Act(
            "telescope",
            "Write the vision",
            "Why all of it is done. Every task will show its way up to it.",
            page("strategy:publish_vision"),
            has_vision,
        ),
    ]
    open_acts = [act for act in acts if not act.done]
    return [replace(act, next=act is open_acts[0]) for act in acts] if open_acts else []
