"""What people may type about delegating, waiting, blocking, milestones and skills."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from quarterdeck.domains.people.queries import people_visible_to, skills_visible_to

from .fields import NameField, day, person, words
from .forms import KnowingUser

KINDS = [
    ("FS", "starts after it ends"),
    ("SS", "starts after it starts"),
    ("FF", "ends after it ends"),
    ("SF", "ends after it starts"),
]
LEVELS = [
    (1, "1 · a little"),
    (2, "2 · with help"),
    (3, "3 · alone"),
    (4, "4 · well"),
    (5, "5 · teaches others"),
]
MOST_DAYS = Decimal(1_830)  # five years


def text(label: str, limit: int, help_text: str = "", rows: int = 3) -> forms.CharField:
    """Words that are asked for, unlike the optional ones of a task."""
    found = words(label, limit, rows, help_text)
    found.required = True
    return found


class Delegate(KnowingUser):
    receiver = person("To")
    expected_result = text(
        "Expected result", 5_000, "What is there when it is done, and how one sees it."
    )
    limits = words("Limits", 5_000, 2, "What may be decided alone, and what is asked.")
    resources = words(
        "Resources and help", 5_000, 2, "Time, money, tools, whom to ask."
    )
    follow_up_on = day("Look at it together on")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["receiver"].required = True
        self.fields["follow_up_on"].required = True

    def _rows(self, name: str, user: Any) -> Any:
        return people_visible_to(user).select_related("user")

    def clean_follow_up_on(self) -> date:
        chosen: date = self.cleaned_data["follow_up_on"]
        if chosen < self.today:
            raise forms.ValidationError("This day is over. Choose one to come.")
        return chosen


class Question(forms.Form):
    question = text("Your question", 5_000)


class Explanation(forms.Form):
    explanation = text("Your answer", 5_000)


class Refusal(forms.Form):
    reason = text("Why not", 5_000, "One sentence is enough.", rows=2)


class Withdrawal(forms.Form):
    reason = words("Why", 5_000, 2)


class FollowUp(forms.Form):
    note = words("What you found", 5_000, 2)
    next_on = day("Look at it again on")


class Waiting(forms.Form):
    """How one task waits for another; the lag is typed in days."""

    kind = forms.ChoiceField(choices=KINDS, label="This task")
    lag_days = forms.DecimalField(
        required=False,
        label="Days between",
        min_value=-MOST_DAYS,
        max_value=MOST_DAYS,
        max_digits=6,
        decimal_places=2,
        widget=forms.NumberInput(attrs={"step": "0.5", "inputmode": "decimal"}),
    )

    @property
    def as_saved(self) -> dict[str, Any]:
        lag = (self.cleaned_data["lag_days"] or Decimal(0)) * 24
        return {"kind": self.cleaned_data["kind"], "lag_hours": lag}


class BlockTask(forms.Form):
    reason = forms.CharField(max_length=300, label="What is in the way")


class Milestone(forms.Form):
    name = forms.CharField(max_length=300, label="Milestone")
    deadline = day("By")
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class Need(KnowingUser):
    skill = NameField(
        what="skill",
        required=True,
        label="Skill",
        widget=forms.TextInput(attrs={"list": "skills", "autocomplete": "off"}),
    )
    level = forms.TypedChoiceField(choices=LEVELS, coerce=int, label="At least level")
    head_count = forms.IntegerField(
        min_value=1, max_value=99, label="People", initial=1
    )

    def _rows(self, name: str, user: Any) -> Any:
        return skills_visible_to(user)


class ChangeNeed(forms.Form):
    level = forms.TypedChoiceField(choices=LEVELS, coerce=int, label="At least level")
    head_count = forms.IntegerField(min_value=1, max_value=99, label="People")


def some_hours(label: str) -> forms.DecimalField:
    widget = forms.NumberInput(attrs={"step": "any", "inputmode": "decimal"})
    return forms.DecimalField(
        label=label,
        min_value=Decimal("0.01"),
        max_value=Decimal(100_000),
        max_digits=8,
        decimal_places=2,
        widget=widget,
    )


class OwnHours(KnowingUser):
    """For this person it takes other hours."""

    person = person("Person")
    hours = some_hours("Hours it takes them")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].required = True


class ChangeHours(forms.Form):
    hours = some_hours("Hours")
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
