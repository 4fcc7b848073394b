"""The why of one task, step by step: task, project, goals, vision."""

from dataclasses import dataclass
from typing import Any

from quarterdeck.domains.goals.queries import why_of_goals
from quarterdeck.domains.people.permissions import is_member

from ..models import Project, Task


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
    own = Step("task", task.pk, task.title, task.why, False)
    goal_id = task.goal_id or task.project.goal_id
    return [own, _of(task.project, True), *_above(goal_id, user)]


def why_of_project(project: Project, *, user: Any) -> list[Step]:
    return [_of(project, False), *_above(project.goal_id, user)]


def _of(project: Project, reachable: bool) -> Step:
    return Step("project", project.pk, project.name, project.why, reachable)


def _above(goal_id: int | None, user: Any) -> list[Step]:
    # Goals are shown to members; a guest reads the words, without a way in.
    return [
        Step(step.kind, step.id, step.title, step.why, is_member(user))
        for step in why_of_goals([goal_id]).get(goal_id or 0, [])
    ]
