"""The fields of a task as its page shows them: a value, and its form where it stands."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from quarterdeck.web.shell.templatetags.shell import number

from .forms import EditTask

if TYPE_CHECKING:
    from quarterdeck.domains.projects.models import Task
    from quarterdeck.domains.projects.queries import TaskRow


@dataclass(frozen=True)
class EditRow:
    """One thing on the page that is edited in place; it may need several inputs."""

    name: str
    label: str
    shown: str
    fields: tuple[Any, ...]
    url: str
    version: int
    target: str  # what the answer to its form replaces; "" is the page
    failed: bool = False

    @property
    def names(self) -> str:
        return " ".join(field.name for field in self.fields)


MAIN = ("title", "why", "done", "description")
LAYOUT = {
    "title": ("Title", ("title",)),
    "why": ("Why", ("why",)),
    "done": ("Definition of done", ("definition_of_done",)),
    "description": ("Description", ("description",)),
    "status": ("Status", ("status",)),
    "priority": ("Priority", ("priority",)),
    "accountable": ("Accountable", ("accountable",)),
    "contributors": ("Done by", ("contributors",)),
    "estimate": ("Estimate", ("estimate_low", "estimate_high")),
    "remaining": ("Remaining", ("remaining",)),
    "planned": ("Planned for", ("planned_start", "planned_end")),
    "deadline": ("Deadline", ("deadline", "deadline_is_hard")),
    "project": ("Project", ("project",)),
    "milestone": ("Milestone", ("milestone",)),
    "goal": ("Goal", ("goal",)),
}


def rows_of(task: "Task", failed: EditTask | None, *, user: Any) -> dict[str, EditRow]:
    names = [name for _, fields in LAYOUT.values() for name in fields]
    whole = EditTask(
        user=user, project=task.project, only=names, initial=_initial(task)
    )
    shown = _shown(task)
    return {key: _row(task, key, shown[key], whole, failed) for key in LAYOUT}


def _row(task: "Task", key: str, shown: str, whole: Any, failed: Any) -> EditRow:
    label, names = LAYOUT[key]
    wrong = failed is not None and any(name in failed.fields for name in names)
    form = failed if wrong else whole
    fields = tuple(form[name] for name in names if name in form.fields)
    url = reverse("projects:edit_task", args=[task.pk])
    return EditRow(key, label, shown, fields, url, task.version, "#task", wrong)


def _initial(task: "Task") -> dict[str, Any]:
    names = [n for _, fields in LAYOUT.values() for n in fields if n != "contributors"]
    people = [contributor.person.name for contributor in task.contributors.all()]
    return {name: getattr(task, name) for name in names} | {
        "contributors": ", ".join(people)
    }


def _shown(task: "Task") -> dict[str, str]:
    return {
        "title": task.title,
        "why": task.why,
        "done": task.definition_of_done,
        "description": task.description,
        "status": task.get_status_display(),
        "priority": task.get_priority_display(),
        "accountable": str(task.accountable or ""),
        "contributors": ", ".join(c.person.name for c in task.contributors.all()),
        "estimate": estimate_in_words(task),
        "remaining": "" if task.remaining is None else f"{number(task.remaining)} h",
        "planned": _span(task.planned_start, task.planned_end),
        "deadline": _deadline(task),
        "project": str(task.project),
        "milestone": str(task.milestone or ""),
        "goal": str(task.goal or ""),
    }


def estimate_in_words(task: "Task | TaskRow") -> str:
    if task.estimate_low is None:
        return ""
    ends = dict.fromkeys(number(n) for n in (task.estimate_low, task.estimate_high))
    return f"{'–'.join(ends)} h"


def _deadline(task: "Task") -> str:
    if task.deadline is None:
        return ""
    hard = ", cannot move" if task.deadline_is_hard else ""
    return f"{day_in_words(task.deadline)}{hard}"


def day_in_words(day: Any) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}"


def _span(start: Any, end: Any) -> str:
    days = [day_in_words(moment) for moment in (start, end) if moment is not None]
    return " – ".join(dict.fromkeys(days))


def fields_sent(data: Any, form: type[Any]) -> list[str]:
    """Return which fields the page was about; an unticked box is not in the data."""
    known = set(form.base_fields)
    return [name for name in data.get("fields", "").split() if name in known]


def version_sent(data: Any) -> int | None:
    given = str(data.get("version", ""))
    return int(given) if given.isdecimal() and len(given) < 10 else None
