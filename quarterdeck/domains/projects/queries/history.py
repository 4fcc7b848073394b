"""What happened to a task or project, in words: who, when, from what to what."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from quarterdeck.domains.activity.models import Activity, Change
from quarterdeck.domains.activity.queries import kind_of
from quarterdeck.domains.goals.queries import goals_visible_to
from quarterdeck.domains.people.models import Person, Skill

from ..models import Dependency, Milestone, Project, Task
from .visible import projects_visible_to, tasks_visible_to

UNDOABLE = (
    *("task.", "project.", "dependency.", "skill_need.", "hours_by_person."),
    "act.undone",
)
HIDDEN = ("started_at", "done_at")  # they follow from the status, which is shown
VERBS = {
    "act.undone": "took back an act",
    "task.edited_with_others": "edited several tasks",
    "dependency.added": "added a dependency",
    "dependency.changed": "changed a dependency",
    "dependency.removed": "removed a dependency",
    "skill_need.added": "added a skill it needs",
    "skill_need.changed": "changed a skill it needs",
    "skill_need.removed": "removed a skill it needs",
    "hours_by_person.added": "added hours by person",
    "hours_by_person.changed": "changed hours by person",
    "hours_by_person.removed": "removed hours by person",
    "project.member_added": "let somebody in",
    "project.member_removed": "let somebody out",
}
LABELS = {"accountable_id": "accountable", "is_summary": "summary"}


@dataclass(frozen=True)
class Line:
    """One field of an act."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Act:
    id: int
    at: datetime
    who: str
    verb: str
    lines: tuple[Line, ...]
    may_undo: bool


def acts_on(record: Task | Project, *, user: Any, most: int = 30) -> list[Act]:
    """Return the newest acts on a record that the user was already let see."""
    kind, pk = kind_of(record), record.pk
    named = Activity.objects.filter(subject_kind=kind, subject_id=pk)
    through = Change.objects.filter(subject_kind=kind, subject_id=pk)
    ids = set(named.order_by("-id").values_list("pk", flat=True)[:most])
    ids |= set(
        through.order_by("-id").values_list("activity_id", flat=True)[: most * 4]
    )
    newest = sorted(ids, reverse=True)[:most]
    acts = (
        Activity.objects.filter(pk__in=newest).select_related("content").order_by("-id")
    )
    changes = list(through.filter(activity_id__in=newest).order_by("id"))
    names = _Names(changes, user)
    return [_act(act, changes, names, user) for act in acts]


def _act(act: Activity, changes: Iterable[Change], names: "_Names", user: Any) -> Act:
    own = [c for c in changes if c.activity_id == act.pk]
    lines = [names.line(c) for c in own if c.field not in HIDDEN]
    added = act.verb in ("task.added", "project.added")
    return Act(
        id=act.pk,
        at=act.at,
        who=act.content.actor_name or "Somebody",
        verb=VERBS.get(act.verb) or act.verb.partition(".")[2].replace("_", " "),
        lines=tuple(lines),
        may_undo=act.actor_id == user.pk
        and act.verb.startswith(UNDOABLE)
        and (bool(own) or added),
    )


class _Names:
    """Names of what the changes point at, read once for all of them."""

    def __init__(self, changes: Iterable[Change], user: Any) -> None:
        ids: dict[str, set[int]] = {}
        for change in changes:
            for value in (change.before, change.after):
                many = value if isinstance(value, list) else [value]
                ids.setdefault(change.field, set()).update(
                    v for v in many if isinstance(v, int)
                )
            kind, _, number = change.field.partition(":")
            if number:
                ids.setdefault(kind, set()).add(int(number))
        people = ids.get("accountable_id", set()) | ids.get("contributors", set())
        people |= ids.get("leader_id", set()) | ids.get("member", set())
        people |= ids.get("hours_of", set())
        self.people = _read(Person.objects.all(), people)
        # A name is told only to who may see what bears it.
        projects = projects_visible_to(user)
        self.projects = _read(projects, ids.get("project_id", set()))
        self.goals = _read(goals_visible_to(user), ids.get("goal_id", set()))
        self.tasks = _read(tasks_visible_to(user), ids.get("waits_for", set()))
        self.skills = _read(Skill.objects.all(), ids.get("needs", set()))
        inside = Milestone.objects.filter(project__in=projects.order_by().values("pk"))
        self.milestones = _read(inside, ids.get("milestone_id", set()))

    def line(self, change: Change) -> Line:
        if change.erased:
            return Line("erased", "", "")
        name, field = change.field, change.field
        kind, _, number = field.partition(":")
        if number:
            label, without, telling = self._linked(kind, int(number))
            said = (telling(v) if v else without for v in (change.before, change.after))
            return Line(label, *said)
        label = LABELS.get(name, name.removesuffix("_id").replace("_", " "))
        return Line(
            label, self._say(field, change.before), self._say(field, change.after)
        )

    def _linked(self, kind: str, number: int) -> tuple[str, str, Callable[[Any], str]]:
        """Return the label of such a field, a word for nothing, and how it is told."""
        if kind == "waits_for":
            task = self.tasks.get(number, "a task you may not see")
            return "waits for", "nothing", lambda value: f"{task} ({_order(value)})"
        if kind == "needs":
            skill = self.skills.get(number, "a skill that is gone")
            return "needs", "nothing", lambda value: _heads(value, skill)
        if kind == "hours_of":
            person = self.people.get(number, "somebody")
            return f"hours of {person}", "as estimated", lambda value: f"{value[0]} h"
        if kind == "block":
            return "blocked", "no", lambda value: "yes"
        person = self.people.get(number, "somebody")
        return "members", "not a member", lambda value: person

    def _say(self, field: str, value: Any) -> str:
        if value is None or value in ("", []):
            return "nothing"
        if field == "contributors":
            return ", ".join(self.people.get(i, "somebody") for i in value)
        if (names := self._by_field(field)) is not None:
            return names.get(value, "something else")
        if field == "status":
            return str(Task.Status(value).label)
        if field == "priority":
            return str(Task.Priority(value).label)
        return (
            {True: "yes", False: "no"}.get(value, str(value))
            if isinstance(value, bool)
            else str(value)
        )

    def _by_field(self, field: str) -> dict[int, str] | None:
        return {
            "accountable_id": self.people,
            "leader_id": self.people,
            "project_id": self.projects,
            "goal_id": self.goals,
            "milestone_id": self.milestones,
        }.get(field)


def _order(value: list[Any]) -> str:
    kind, lag = value
    words = str(Dependency.Kind(kind).label)
    return words if lag == "0" else f"{words}, {lag} hours between"


def _heads(value: list[Any], skill: str) -> str:
    level, heads = value
    return f"{heads} × {skill} at level {level}"


def _read(rows: QuerySet[Any], ids: set[int]) -> dict[int, str]:
    if not ids:
        return {}
    return {row.pk: str(row) for row in rows.filter(Q(pk__in=ids))}
