"""What a few typed words find, in each room at most five and only what one may see."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from quarterdeck.domains.goals.queries import goals_visible_to
from quarterdeck.domains.people.queries import people_visible_to
from quarterdeck.domains.projects.queries import projects_visible_to, tasks_titled
from quarterdeck.web.shell.frame import address_of_record

MOST = 5
SHORTEST = 2


@dataclass(frozen=True)
class Found:
    label: str
    note: str
    url: str


@dataclass(frozen=True)
class Group:
    label: str
    icon: str
    items: list[Found]


def find(user: Any, text: str) -> list[Group]:
    """Return the groups that hold something, in the order of the places."""
    words = text.split()[:6]
    if len(text) < SHORTEST:
        return []
    groups = [
        _group("People", "user-round", people_visible_to(user), "name", words),
        _group("Goals", "target", goals_visible_to(user), "title", words),
        _group("Projects", "folder-kanban", projects_visible_to(user), "name", words),
        Group("Tasks", "circle-check", _tasks(user, words)),
    ]
    return [group for group in groups if group.items]


def _tasks(user: Any, words: list[str]) -> list[Found]:
    rows = tasks_titled(user, words).select_related("project")
    shown = rows.only("title", "project__name")[:MOST]
    return _found("Tasks", shown, "title")


def _group(
    label: str, icon: str, rows: QuerySet[Any], field: str, words: list[str]
) -> Group:
    wanted = Q()
    for word in words:
        wanted &= Q(**{f"{field}__icontains": word})
    return Group(label, icon, _found(label, rows.filter(wanted)[:MOST], field))


def _found(label: str, rows: Iterable[Any], field: str) -> list[Found]:
    found = [
        Found(getattr(row, field), _note(row), address_of_record(label, row.pk))
        for row in rows
    ]
    return [one for one in found if one.url]


def _note(row: Any) -> str:
    project = getattr(row, "project", None)
    return str(getattr(project, "name", ""))
