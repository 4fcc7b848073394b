"""The filter of the task list: what stands in its address."""

from typing import Any
from urllib.parse import urlencode

from django import forms

from quarterdeck.domains.organization.queries import teams_visible_to
from quarterdeck.domains.people.queries import colleagues_of, people_visible_to
from quarterdeck.domains.projects.queries import (
    ProjectFilter,
    TaskFilter,
    projects_visible_to,
)

from .forms import PRIORITIES, STATUSES

MOST = 100  # names offered in a list; any other is reached by its own page
STATUS = [("open", "Open"), ("closed", "Closed"), ("all", "All"), *STATUSES]
DEADLINE = [
    ("", "Any deadline"),
    ("overdue", "Late"),
    ("today", "Until today"),
    ("week", "This week"),
    ("month", "Next 30 days"),
    ("none", "No deadline"),
]
SORT = [
    ("deadline", "By deadline"),
    ("priority", "By priority"),
    ("planned", "Planned, by date"),
    ("changed", "Last changed"),
    ("newest", "Newest"),
]
NONE = [("", "With or without"), ("none", "Without")]
LARGEST = 2**63 - 1


class _Lenient(forms.Form):
    """An address is typed by hand too: what makes no sense in it is left out."""

    def value(self, name: str) -> Any:
        return self.cleaned_data.get(name)


def _id() -> forms.IntegerField:
    return forms.IntegerField(
        required=False, min_value=1, max_value=LARGEST, widget=forms.HiddenInput
    )


class TaskSearch(_Lenient):
    text = forms.CharField(
        required=False,
        max_length=200,
        label="Search",
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Title"}),
    )
    status = forms.ChoiceField(required=False, choices=STATUS)
    deadline = forms.ChoiceField(required=False, choices=DEADLINE)
    priority = forms.TypedChoiceField(
        required=False,
        choices=[("", "Any priority"), *PRIORITIES],
        coerce=int,
        empty_value=None,
    )
    sort = forms.ChoiceField(required=False, choices=SORT, label="Order")
    mine = forms.BooleanField(required=False, label="Mine")
    blocked = forms.BooleanField(required=False, label="Blocked")
    estimate = forms.ChoiceField(required=False, choices=NONE)
    why = forms.ChoiceField(required=False, choices=NONE)
    people = forms.ChoiceField(required=False, choices=NONE)
    project, team, person, goal, milestone = _id(), _id(), _id(), _id(), _id()
    week = forms.DateField(required=False, widget=forms.HiddenInput)

    def wanted(self) -> TaskFilter:
        self.is_valid()
        return TaskFilter(
            text=(self.value("text") or "").replace("\x00", ""),
            status=self.value("status") or "open",
            deadline=self.value("deadline") or "",
            sort=self.value("sort") or "deadline",
            priority=self.value("priority"),
            mine=bool(self.value("mine")),
            blocked=bool(self.value("blocked")),
            no_estimate=self.value("estimate") == "none",
            no_why=self.value("why") == "none",
            no_person=self.value("people") == "none",
            project=self.value("project"),
            team=self.value("team"),
            person=self.value("person"),
            goal=self.value("goal"),
            milestone=self.value("milestone"),
            week=self.value("week"),
        )

    @property
    def extra(self) -> int:
        """How many of the filters behind "More" are set."""
        names = ("estimate", "why", "people", "project", "team", "person", "blocked")
        return sum(bool(self.data.get(name)) for name in names)


def selects_for(
    user: Any, wanted: TaskFilter
) -> list[tuple[str, str, Any, int | None]]:
    """Return projects, teams and people to filter by: one's own, and the chosen one."""
    projects = _offer(projects_visible_to(user), wanted.project)
    teams = _offer(teams_visible_to(user), wanted.team)
    people = _offer(colleagues_of(user), wanted.person, people_visible_to(user))
    return [
        ("project", "Project", projects, wanted.project),
        ("team", "Team", teams, wanted.team),
        ("person", "Person", people, wanted.person),
    ]


def _offer(rows: Any, chosen: int | None, all_rows: Any = None) -> Any:
    found = list(rows.values_list("pk", "name")[:MOST])
    if chosen is not None and chosen not in dict(found):
        more = rows if all_rows is None else all_rows
        found += list(more.filter(pk=chosen).values_list("pk", "name"))
    return found


def address_of(query: Any, **changes: Any) -> str:
    """Return the filter as an address without empty parts."""
    data = {k: v for k, v in query.items() if v and k not in ("page",)} | changes
    return urlencode({k: v for k, v in data.items() if v})


class ProjectSearch(_Lenient):
    text = forms.CharField(
        required=False,
        max_length=200,
        label="Search",
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Name"}),
    )
    archived = forms.BooleanField(required=False, label="Archived")
    team, goal = _id(), _id()

    def wanted(self) -> ProjectFilter:
        self.is_valid()
        return ProjectFilter(
            text=(self.value("text") or "").replace("\x00", ""),
            archived=bool(self.value("archived")),
            team=self.value("team"),
            goal=self.value("goal"),
        )
