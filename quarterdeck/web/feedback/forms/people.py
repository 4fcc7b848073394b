"""Forms that name several people: a question, thanks."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms

from quarterdeck.domains.feedback import queries
from quarterdeck.web.people.forms import PersonField

from .words import hidden, text_field

if TYPE_CHECKING:
    from quarterdeck.domains.people.models import Person

Choices = Sequence[tuple[Any, str]]


class People(forms.Form):
    """Several people: ticked among those one works with, or typed."""

    people = forms.TypedMultipleChoiceField(
        required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    other = PersonField(required=False, label="Somebody else")
    another = PersonField(required=False, label="And one more")

    def __init__(
        self, *args: Any, user: Any, near: "list[Person]", today: date, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.today = today
        self.near = {person.pk: person for person in near}
        fields: dict[str, Any] = self.fields
        fields["people"].choices = [(p.pk, p.name) for p in near]
        for name in ("other", "another"):
            fields[name].user = user

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if not self.errors and not self.chosen:
            self.add_error("people", "Choose at least one person.")
        if not self.errors and self.is_for_them_alone:
            for person in queries.unreadable(self.chosen, self.today):
                self.add_error("people", f"{person} cannot sign in to read it.")
        return found

    @property
    def is_for_them_alone(self) -> bool:
        return True

    @property
    def chosen(self) -> "list[Person]":
        typed = [self.cleaned_data.get(name) for name in ("other", "another")]
        ticked = [self.near[pk] for pk in self.cleaned_data.get("people", ())]
        return [*ticked, *(person for person in typed if person)]


class Ask(People):
    question = text_field(
        "Your question", "One thing you want to know. “What could I do…”"
    )
    answer_by = forms.DateField(
        required=False,
        label="Answer by",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    task, goal = hidden(), hidden()
    field_order = ["question", "people", "other", "another", "answer_by"]


class Thank(People):
    words = text_field("Your words", "What they did, and what it meant.", rows=3)
    team = forms.TypedChoiceField(label="Who may read it", coerce=int)
    task = forms.TypedChoiceField(
        required=False, label="For which work", coerce=int, empty_value=None
    )
    value = forms.TypedChoiceField(
        required=False, label="Which value it shows", coerce=int, empty_value=None
    )
    goal, person = hidden(), hidden()
    field_order = ["team", "people", "other", "another", "words", "task", "value"]

    def __init__(
        self, *args: Any, teams: Choices, tasks: Choices, values: Choices, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        fields: dict[str, Any] = self.fields
        fields["team"].choices = [(0, "Only those thanked"), *teams]
        fields["task"].choices = [("", "No one task"), *tasks]
        fields["value"].choices = [("", "Choose a value"), *values]
        fields["value"].required = bool(values)

    @property
    def is_for_them_alone(self) -> bool:
        return not self.cleaned_data.get("team")

    def clean(self) -> dict[str, Any]:
        found = super().clean()
        if not self.errors and not self.is_for_them_alone:
            self._look_for_home(found)
        return found

    def _look_for_home(self, found: dict[str, Any]) -> None:
        if not queries.is_at_home(
            team_id=found["team"],
            person_ids=[person.pk for person in self.chosen],
            task_id=found.get("task"),
            goal_id=found.get("goal"),
        ):
            self.add_error("team", "Nobody of those you thank is in this team.")
