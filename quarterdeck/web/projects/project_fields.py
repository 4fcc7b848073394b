"""The fields of a project as its page shows them, each with its form in place."""

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from .forms import EditProject
from .task_fields import EditRow, day_in_words

if TYPE_CHECKING:
    from quarterdeck.domains.projects.models import Project

LABELS = {
    "name": "Name",
    "why": "Why",
    "description": "Description",
    "goal": "Goal",
    "team": "Team",
    "leader": "Led by",
    "visibility": "Seen by",
    "starts_on": "Starts",
    "deadline": "Deadline",
}


def rows_of(
    project: "Project", failed: EditProject | None, *, user: Any
) -> dict[str, EditRow]:
    initial = {name: getattr(project, name) for name in LABELS}
    initial["team"] = project.team_id
    whole = EditProject(user=user, initial=initial)
    url = reverse("projects:edit_project", args=[project.pk])
    rows = {}
    for name, label in LABELS.items():
        wrong = failed is not None and name in failed.fields
        form = failed if wrong and failed is not None else whole
        shown = _shown(project, name)
        fields = (form[name],)
        rows[name] = EditRow(
            name, label, shown, fields, url, project.version, "", wrong
        )
    return rows


def _shown(project: "Project", name: str) -> str:
    if name == "visibility":
        return project.get_visibility_display()
    value = getattr(project, name)
    if name in ("starts_on", "deadline"):
        return day_in_words(value) if value else ""
    return str(value or "")
