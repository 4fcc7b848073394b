"""What people may type about goals."""

from typing import TYPE_CHECKING, Any

from django import forms

from .choices import owner_choices, team_choices

if TYPE_CHECKING:
    from quarterdeck.domains.goals.models import Goal

LARGEST = 1e15


def _day(label: str) -> forms.DateField:
    return forms.DateField(
        required=False, label=label, widget=forms.DateInput({"type": "date"})
    )


def _number(label: str, **more: Any) -> forms.FloatField:
    widget = forms.NumberInput({"step": "any", "inputmode": "decimal"})
    return forms.FloatField(
        label=label, widget=widget, min_value=-LARGEST, max_value=LARGEST, **more
    )


def _weight() -> forms.DecimalField:
    return forms.DecimalField(
        label="Weight", min_value=0, max_digits=5, decimal_places=2, initial=1
    )


class AddGoal(forms.Form):
    title = forms.CharField(max_length=300, label="Goal")
    why = forms.CharField(
        max_length=600,
        label="Why",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="One sentence. Every task below this goal shows it.",
    )
    owner_id = forms.TypedChoiceField(
        required=False, label="Owner", coerce=int, empty_value=None
    )
    team_id = forms.TypedChoiceField(
        required=False, label="Team", coerce=int, empty_value=None
    )
    starts_on = _day("From")
    ends_on = _day("By")

    def __init__(self, *args: Any, user: Any, goal: "Goal | None" = None, **kw: Any):
        super().__init__(*args, **kw)
        self.fields["owner_id"].choices = owner_choices(user, goal)
        self.fields["team_id"].choices = team_choices(user, goal)

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        first, last = found.get("starts_on"), found.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", "A goal ends after it starts.")
        return found


class EditGoal(AddGoal):
    description = forms.CharField(
        required=False, max_length=10_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class ChangeFormula(forms.Form):
    formula = forms.ChoiceField(
        label="Computed from",
        choices=[
            ("key_results", "its key results"),
            ("goals", "the goals that add to it"),
            ("work", "the hours of its tasks that are done"),
        ],
    )


class CloseGoal(forms.Form):
    outcome = forms.ChoiceField(
        choices=[("reached", "Reached"), ("missed", "Missed"), ("dropped", "Dropped")]
    )
    lesson = forms.CharField(max_length=600, required=False, label="What was learnt")


class AddKeyResult(forms.Form):
    title = forms.CharField(max_length=300, label="Key result")
    start = _number("From", initial=0)
    target = _number("To")
    unit = forms.CharField(max_length=30, required=False, label="Unit")
    weight = _weight()

    def clean_weight(self) -> Any:
        if not self.cleaned_data["weight"]:
            raise forms.ValidationError("A weight is more than nothing.")
        return self.cleaned_data["weight"]

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if found.get("start") is not None and found.get("start") == found.get("target"):
            self.add_error("target", "Start and target are the same.")
        return found


class EditKeyResult(AddKeyResult):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class RecordMeasurement(forms.Form):
    value = _number("Value now")
    note = forms.CharField(max_length=300, required=False, label="Note")


class LinkGoal(forms.Form):
    weight = _weight()

    def clean_weight(self) -> Any:
        if not self.cleaned_data["weight"]:
            raise forms.ValidationError("A weight is more than nothing.")
        return self.cleaned_data["weight"]
