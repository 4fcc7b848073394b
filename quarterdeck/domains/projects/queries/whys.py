"""The why of one task, step by step: task, project, goals, vision."""

from dataclasses import dataclass
from typing import Any

from quarterdeck.domains.goals.queries import why_of_goals
from quarterdeck.domains.people.permissions import is_member

from ..models import Task


@dataclass(frozen=True)
class Step:
    """One link of the chain; `reachable` when the reader may open its page."""

    kind: str  # task, project, goal, vision
    id: int
    title: str
    why: str
    reachable: bool


def why_of_task(task: Task, *, user: Any) -> list[Step]:
    """Return the whole chain upwards; it ends early when nothing stands above."""
    project = task.project
    steps = [
        Step("task", task.pk, task.title, task.why, False),
        Step("project", project.pk, project.name, project.why, True),
    ]
    goal_id = task.goal_id or project.goal_id
    for step in why_of_goals([goal_id]).get(goal_id or 0, []):
        # Goals are shown to members; a guest reads the words, without a way in.
        steps.append(Step(step.kind, step.id, step.title, step.why, is_member(user)))
    return steps
