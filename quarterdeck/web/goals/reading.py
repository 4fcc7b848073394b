"""Everything the page of one goal shows, read once."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import F

from quarterdeck.domains.goals import permissions, queries
from quarterdeck.domains.goals.rules import explain, key_result_progress
from quarterdeck.domains.people.queries import activities_visible_to
from quarterdeck.domains.projects import queries as work
from quarterdeck.shared.paging import count_up_to
from quarterdeck.web.home.acts import Told, told

from .sparkline import Sparkline, sparkline

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from quarterdeck.domains.goals.models import Goal, GoalLink, KeyResult
    from quarterdeck.domains.projects.models import Project, Task

SHOWN_WORK = 8
MOST_PROJECTS = 200
SHOWN_ACTS = 10
ENOUGH = 1_000
OF_A_TASK = ("title", "deadline", "due_or_never", "accountable__name")


@dataclass(frozen=True)
class Measured:
    """A key result with its share of the way and its drawing."""

    row: "KeyResult"
    progress: float | None
    line: Sparkline | None


@dataclass(frozen=True)
class WorkBelow:
    """Projects and open tasks that serve a goal, the first of each."""

    projects: "list[Project]"
    tasks: "list[Task]"
    task_count: int
    more_tasks: bool  # more than were counted

    @property
    def left(self) -> int:
        return self.task_count - len(self.tasks)


@dataclass(frozen=True)
class GoalPage:
    goal: "Goal"
    may_edit: bool
    chain: list[queries.WhyStep]  # from the vision down to the goals right above
    formula: str
    key_results: list[Measured]
    removed: "list[KeyResult]"
    parents: "list[GoalLink]"
    children: "list[GoalLink]"
    work: WorkBelow
    acts: list[Told]


def read_page(user: Any, goal: "Goal", today: "date") -> GoalPage:
    return GoalPage(
        goal=goal,
        may_edit=permissions.can_edit_goal(user, goal),
        chain=queries.why_chain(goal)[:0:-1],
        formula=explain(queries.roll_up_of(goal)),
        key_results=[_measured(row) for row in queries.key_results_of(goal)],
        removed=queries.removed_key_results_of(goal),
        parents=queries.parents_of(goal),
        children=queries.children_of(goal),
        work=_work_below(user, goal, today),
        acts=_acts(user, goal),
    )


def _measured(row: "KeyResult") -> Measured:
    share = key_result_progress(row.start, row.target, row.current)
    return Measured(row, share, sparkline(row))


def _work_below(user: Any, goal: "Goal", today: "date") -> WorkBelow:
    """Read tasks that name the goal and tasks of its projects apart: either is quick."""
    wanted = work.ProjectFilter(goal=goal.pk)
    found_projects = work.projects_found(user=user, wanted=wanted)
    named = found_projects.select_related(None).select_related("team")
    projects = list(named.only("name", "team__name")[:MOST_PROJECTS])
    inside = [project.pk for project in projects]
    tasks = work.tasks_visible_to(user).filter(still_open=True, is_summary=False)
    # Not “no goal”: of those there are so many that nobody should begin there.
    through = tasks.filter(project__in=inside).exclude(goal_id__gt=0)
    parts = [tasks.filter(goal=goal.pk), through]
    counts = [count_up_to(part, ENOUGH) for part in parts]
    found = [
        task
        for part, (count, _) in zip(parts, counts, strict=True)
        if count
        for task in _soonest(part)
    ]
    found.sort(key=lambda task: (task.due_or_never, task.pk))
    shown = projects[:SHOWN_WORK]
    work.tell_work(shown)
    return WorkBelow(
        shown,
        found[:SHOWN_WORK],
        sum(count for count, _ in counts),
        any(more for _, more in counts),
    )


def _soonest(tasks: "QuerySet[Task]") -> "QuerySet[Task]":
    ordered = tasks.order_by(F("deadline").asc(nulls_last=True), "id")
    shown = ordered.select_related("accountable").only(*OF_A_TASK)
    return shown[:SHOWN_WORK]


def _acts(user: Any, goal: "Goal") -> list[Told]:
    about = activities_visible_to(user).filter(
        subject_kind="goals.Goal", subject_id=goal.pk
    )
    return [told(act) for act in about.prefetch_related("changes")[:SHOWN_ACTS]]
