"""What a form is about: whom, which task or goal, which question. Only what one may see."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from quarterdeck.domains.feedback import queries
from quarterdeck.domains.goals.queries import get_goal
from quarterdeck.domains.people.queries import get_person
from quarterdeck.domains.projects.queries import get_task

if TYPE_CHECKING:
    from quarterdeck.domains.feedback.models import FeedbackRequest
    from quarterdeck.domains.goals.models import Goal
    from quarterdeck.domains.people.models import Person
    from quarterdeck.domains.projects.models import Task


@dataclass(frozen=True)
class About:
    """The records named by `person=`, `task=`, `goal=` and `question=`."""

    person: "Person | None" = None
    task: "Task | None" = None
    goal: "Goal | None" = None
    request: "FeedbackRequest | None" = None

    @property
    def initial(self) -> dict[str, int]:
        named = {
            "person": self.person,
            "task": self.task,
            "goal": self.goal,
            "question": self.request,
        }
        return {name: row.pk for name, row in named.items() if row is not None}

    @property
    def query(self) -> str:
        """The same as an address, for links that keep what the form is about."""
        kept = {k: v for k, v in self.initial.items() if k != "person"}
        return urlencode(kept)


def about(user: Any, given: Mapping[str, Any]) -> About:
    """Read the ids; what one may not see is not there. An answer goes to who asked."""
    question = _id(given, "question")
    if question:
        request = queries.get_request(user=user, request_id=question)
        return About(request.asker, request.task, request.goal, request)
    person, task, goal = (_id(given, name) for name in ("person", "task", "goal"))
    return About(
        get_person(user=user, person_id=person) if person else None,
        get_task(user=user, task_id=task) if task else None,
        get_goal(user=user, goal_id=goal) if goal else None,
    )


def _id(given: Mapping[str, Any], name: str) -> int:
    text = str(given.get(name) or "")
    return int(text) if text.isdecimal() and len(text) < 16 else 0
