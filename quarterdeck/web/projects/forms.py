"""What people may type about tasks and projects."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django import forms

from quarterdeck.domains.goals.queries import open_goals_visible_to
from quarterdeck.domains.organization.queries import teams_visible_to
from quarterdeck.domains.people.permissions import standing_of, teams_near
from quarterdeck.domains.people.queries import people_visible_to
from quarterdeck.domains.projects import queries

from .fields import LongSelect, NameField, day, hours, moment, person, words

STATUSES = [
    ("backlog", "Someday"),
    ("todo", "To do"),
    ("doing", "Doing"),
    ("waiting", "Waiting"),
    ("done", "Done"),
    ("cancelled", "Cancelled"),
]
PRIORITIES = [(1, "Urgent"), (2, "High"), (3, "Normal"), (4, "Low")]
VISIBILITIES = [
    ("organization", "Everybody in the organisation"),
    ("team", "The team, its leaders and the project's members"),
]


class KnowingUser(forms.Form):
    """A form whose names are looked up among what its user may see."""

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, NameField):
                field.found = self._rows(name, user)

    def _rows(self, name: str, user: Any) -> Any:
        if name == "goal":
            return open_goals_visible_to(user)
        if name == "project":
            return queries.projects_to_add_to(user)
        return people_visible_to(user)


class EditTask(KnowingUser):
    """Any subset of a task's fields: only those that the page sent are looked at."""

    title = forms.CharField(max_length=300, label="Title")
    why = words("Why", 600, 2, "One sentence of its own, beside what is inherited.")
    definition_of_done = words("Definition of done", 10_000)
    description = words("Description", 20_000, 6)
    status = forms.ChoiceField(choices=STATUSES)
    priority = forms.TypedChoiceField(choices=PRIORITIES, coerce=int)
    estimate_low = hours("Hours, or at least")
    estimate_high = hours("At most")
    remaining = hours("Hours still to do")
    accountable = person("Accountable")
    contributors = person("Done by", several=True)
    planned_start = moment("From")
    planned_end = moment("To")
    deadline = day("Deadline")
    deadline_is_hard = forms.BooleanField(required=False, label="Cannot move")
    project = NameField(what="project you may add tasks to", label="Project")
    milestone = forms.ModelChoiceField(queryset=None, required=False, label="Milestone")
    goal = NameField(what="open goal", column="title", label="Goal")

    def __init__(
        self, *args: Any, only: Iterable[str], project: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["milestone"].queryset = queries.milestones_of(project)
        self.fields["project"].required = True
        self.fields = {k: v for k, v in self.fields.items() if k in set(only)}

    def clean(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        low, high = data.get("estimate_low"), data.get("estimate_high")
        if low is None and high is not None:
            data["estimate_low"] = high  # one number was given, in the other box
        elif high is None and low is not None and "estimate_high" in self.fields:
            data["estimate_high"] = low
        elif low is not None and high is not None and high < low:
            self.add_error("estimate_high", "At most is less than at least.")
        start, end = data.get("planned_start"), data.get("planned_end")
        if start and end and end < start:
            self.add_error("planned_end", "It ends before it starts.")
        if "contributors" in data:
            data["contributors"] = [one.pk for one in data["contributors"]]
        return data


class ManyTasks(KnowingUser):
    """What changes in all the selected tasks; an empty field stays as it is."""

    status = forms.ChoiceField(required=False, choices=[("", "As it is"), *STATUSES])
    priority = forms.TypedChoiceField(
        required=False,
        choices=[("", "As it is"), *PRIORITIES],
        coerce=int,
        empty_value=None,
    )
    accountable = person("Accountable")
    add_contributor = person("Also done by")
    deadline = day("Deadline")
    no_deadline = forms.BooleanField(required=False, label="No deadline")
    project = NameField(what="project you may add tasks to", label="Move to project")
    milestone = forms.CharField(
        required=False,
        max_length=300,
        label="Milestone",
        help_text="By its name, in the project of each task.",
    )

    def __init__(self, *args: Any, milestones: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.milestones = milestones

    def clean_milestone(self) -> Any:
        name = self.cleaned_data["milestone"].strip()
        if not name:
            return None
        rows = list(self.milestones.filter(name__iexact=name)[:2])
        if len(rows) != 1:
            several = "Several milestones are" if rows else "No milestone is"
            raise forms.ValidationError(f"{several} called “{name}” there.")
        return rows[0]

    def clean(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        if not self.errors and not any(data.values()):
            raise forms.ValidationError("Say what is to change.")
        return data

    @property
    def changes(self) -> dict[str, Any]:
        found = {k: v for k, v in self.cleaned_data.items() if v not in (None, "")}
        if found.pop("no_deadline", False):
            found["deadline"] = None
        return found


class EditProject(KnowingUser):
    """Any subset of a project's fields."""

    name = forms.CharField(max_length=300, label="Project")
    why = words("Why", 600, 2, "One sentence, if the goal does not say it all.")
    description = words("Description", 20_000, 6)
    team = forms.ModelChoiceField(queryset=None, label="Team", widget=LongSelect)
    goal = NameField(
        what="open goal",
        column="title",
        label="Goal",
        widget=forms.TextInput(attrs={"list": "open-goals", "autocomplete": "off"}),
        help_text="Its why is the why of all tasks here.",
    )
    leader = person("Led by")
    visibility = forms.ChoiceField(
        choices=VISIBILITIES, label="Seen by", initial="organization"
    )
    starts_on = day("Starts")
    deadline = day("Deadline")

    def __init__(
        self, *args: Any, user: Any, only: Iterable[str] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, user=user, **kwargs)
        near = teams_near(standing_of(user)).values("pk")
        teams = teams_visible_to(user).filter(pk__in=near)
        field = self.fields["team"]
        field.queryset = teams
        # Names are enough to choose from, and are read once.
        field.widget.choices = cache(
            lambda: [("", "Choose"), *teams.values_list("pk", "name")]
        )
        if only:
            self.fields = {k: v for k, v in self.fields.items() if k in set(only)}


class AddMember(KnowingUser):
    person = person("Let in")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].required = True


class SaveView(forms.Form):
    name = forms.CharField(max_length=80, label="Name")
    query = forms.CharField(required=False, max_length=1000, widget=forms.HiddenInput)
