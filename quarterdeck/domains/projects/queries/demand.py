"""Read milestones, blocks and the skills a task needs."""

from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    ExpressionWrapper,
    FloatField,
    OuterRef,
    Q,
    QuerySet,
    Sum,
    When,
)
from django.db.models.functions import Cast, Coalesce, Greatest

from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.people.permissions.standing import is_led

from ..models import Block, HoursByPerson, Milestone, SkillNeed, Task
from .visible import in_visible_project, projects_visible_to


def blocked_visible_to(user: Any) -> QuerySet[Block]:
    """Return what is blocked now, the longest first."""
    return _blocked(user, Task.objects.all())


def blocked_led_by(user: Any) -> QuerySet[Block]:
    """Return what is blocked in the teams and projects this user leads."""
    standing = standing_of(user)
    led = is_led(standing, "project__team__path")
    if standing.person_id is not None:
        led |= Q(project__leader_id=standing.person_id)
    return _blocked(user, Task.objects.filter(led))


def _blocked(user: Any, tasks: QuerySet[Task]) -> QuerySet[Block]:
    """Of these tasks. Each block asks for its own: few are open, while tasks are many."""
    own = tasks.filter(pk=OuterRef("task_id"), status__in=Task.OPEN)
    seen = own.filter(in_visible_project(user, "project_id"))
    rows = Block.objects.filter(Exists(seen), cleared_at__isnull=True)
    related = rows.select_related("task__project", "task__accountable", "blocked_by")
    return related.order_by("blocked_at", "id")


def blocks_of(task: Task) -> QuerySet[Block]:
    """Return the blocks of a task the caller has been let see, the newest first."""
    return task.blocks.select_related("blocked_by").order_by("-id")


def milestones_visible_to(user: Any) -> QuerySet[Milestone]:
    visible = projects_visible_to(user).order_by().values("pk")
    return Milestone.objects.filter(project_id__in=visible).select_related("project")


def get_milestone(*, user: Any, milestone_id: int) -> Milestone:
    return milestones_visible_to(user).get(pk=milestone_id)


@dataclass(frozen=True)
class MilestoneProgress:
    """A milestone and how many of the hours on the way to it are done."""

    milestone: Milestone
    done_hours: float
    total_hours: float
    tasks: int
    unestimated: int

    @property
    def share(self) -> float | None:
        return self.done_hours / self.total_hours if self.total_hours else None


def milestones_with_progress(user: Any, project_id: int) -> list[MilestoneProgress]:
    """Return a project's milestones in order of their deadline; two queries."""
    rows = milestones_visible_to(user).filter(project_id=project_id)
    milestones = list(rows.order_by("deadline", "id")[:200])
    work = Task.objects.filter(milestone__in=milestones, is_summary=False)
    work = work.exclude(status=Task.Status.CANCELLED)
    sums: Any = work.order_by().values("milestone_id").annotate(**_hours())
    found = {
        row["milestone_id"]: (
            row["done_hours"],
            row["total_hours"],
            row["tasks"],
            row["unestimated"],
        )
        for row in sums
    }
    return [MilestoneProgress(m, *found.get(m.pk, (0, 0, 0, 0))) for m in milestones]


def _hours() -> dict[str, Any]:
    """An estimate counts with its middle; what remains of an open task is not done."""
    low, high, left = (
        Cast(name, FloatField())
        for name in ("estimate_low", "estimate_high", "remaining")
    )
    middle = ExpressionWrapper((low + high) * 0.5, FloatField())
    worked = Greatest(middle - Coalesce(left, middle), 0.0, output_field=FloatField())
    done = Case(When(status=Task.Status.DONE, then=middle), default=worked)
    return {
        "tasks": Count("pk"),
        "unestimated": Count("pk", filter=Q(estimate_low__isnull=True)),
        "total_hours": Coalesce(Sum(middle), 0.0),
        "done_hours": Coalesce(Sum(done), 0.0),
    }


def needs_of(task: Task) -> QuerySet[SkillNeed]:
    """Return the skills a task needs; the caller has been let see the task."""
    return task.skill_needs.select_related("skill").order_by("skill__name")


def get_skill_need(*, user: Any, need_id: int) -> SkillNeed:
    rows = SkillNeed.objects.filter(in_visible_project(user, "task__project_id"))
    return rows.select_related("skill", "task__project").get(pk=need_id)


def hours_by_person_of(task: Task) -> QuerySet[HoursByPerson]:
    """Return for whom a task takes other hours; the caller has been let see the task."""
    rows = task.hours_by_person.select_related("person")
    return rows.order_by("person__name", "pk")


def get_hours_by_person(*, user: Any, own_hours_id: int) -> HoursByPerson:
    seen = in_visible_project(user, "task__project_id")
    rows = HoursByPerson.objects.filter(seen)
    return rows.select_related("person", "task__project").get(pk=own_hours_id)
