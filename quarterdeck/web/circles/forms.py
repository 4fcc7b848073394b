"""What people may type in a circle."""

from typing import Any

from django import forms

from quarterdeck.web.people.forms import PersonField
from quarterdeck.web.people.forms.people import a_day

RULE = (
    "What is said here stays here. Nobody repeats a case, nor who brought it."
    " We ask before we advise."
)


def words(label: str, most: int, rows: int, hint: str = "", **more: Any) -> Any:
    return forms.CharField(
        max_length=most,
        label=label,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": rows}),
        **more,
    )


def version() -> forms.IntegerField:
    return forms.IntegerField(widget=forms.HiddenInput, required=False)


class EditCircle(forms.Form):
    name = forms.CharField(max_length=200, label="Name")
    purpose = words("What it is for", 600, 2, required=False)
    version = version()


class StartCircle(EditCircle):
    rule = words(
        "Our rule of confidentiality",
        2_000,
        4,
        "Whoever joins accepts these words first.",
        initial=RULE,
    )


class ChangeRule(forms.Form):
    rule = words(
        "Our rule of confidentiality",
        2_000,
        5,
        "Everybody accepts it again before they read or write.",
    )
    version = version()


class Accept(forms.Form):
    rule_number = forms.IntegerField(min_value=1, max_value=2**31 - 1)


class Invite(forms.Form):
    person = PersonField(label="Whom")

    def __init__(self, *args: Any, user: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["person"]
        assert isinstance(field, PersonField)
        field.user = user


class PlanMeeting(forms.Form):
    on = a_day(label="On")
    time = forms.TimeField(
        required=False,
        label="At",
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
    )
    words = forms.CharField(
        max_length=300, required=False, label="Where, and what about"
    )


class EditMeeting(PlanMeeting):
    version = version()


class ShareCase(forms.Form):
    situation = words(
        "The situation", 8_000, 5, "What happened, and what it does to you."
    )
    tried = words("What I tried", 8_000, 3, required=False)
    question = forms.CharField(
        max_length=600, label="My question", help_text="One question to the others."
    )


class EditCase(ShareCase):
    version = version()


class Contribute(forms.Form):
    text = words(
        "What you would say", 8_000, 3, "A question back, an experience, an idea."
    )


class EditContribution(Contribute):
    version = version()


class Take(forms.Form):
    text = words(
        "In your own words", 4_000, 2, "Only you read this. Empty it to take it away.",
        required=False,
    )  # fmt: skip
    version = version()


class ShareLesson(forms.Form):
    title = forms.CharField(max_length=200, label="In one line")
    text = words(
        "The lesson",
        8_000,
        6,
        "Written for everybody here. Leave out whatever shows who was concerned.",
    )


class EditLesson(ShareLesson):
    version = version()
