"""What people may type in a guided conversation."""

from typing import Any

from django import forms

from quarterdeck.web.people.forms import PersonField
from quarterdeck.web.people.forms.people import a_day

HOLDS = [
    ("yes", "It holds"),
    ("partly", "It holds in part"),
    ("no", "It does not hold"),
]


def words(label: str, hint: str, rows: int = 5, most: int = 8_000) -> forms.CharField:
    return forms.CharField(
        max_length=most,
        required=False,
        label=label,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def version() -> forms.IntegerField:
    return forms.IntegerField(widget=forms.HiddenInput, required=False)


class WithPerson(forms.Form):
    """A form that names somebody the user may choose."""

    def __init__(self, *args: Any, user: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for field in self.fields.values():
            if isinstance(field, PersonField):
                field.user = user


class Open(WithPerson):
    other = PersonField(label="With whom")
    about = forms.CharField(
        max_length=200,
        label="What it is about",
        help_text="In words you would both sign: the matter, not who is right.",
    )


class WriteView(forms.Form):
    seen = words("How I see it", "What happened, as you saw it. What it did to you.")
    interests = words(
        "What matters to me, and why",
        "Not what you demand, but what you need it for. “I want the desk by the window”"
        " is a position; “I need daylight to read plans” is an interest.",
    )
    version = version()


class AddOption(forms.Form):
    text = forms.CharField(max_length=600, label="An option")


class EditOption(AddOption):
    version = version()


class EditUndertaking(forms.Form):
    what = forms.CharField(max_length=300, label="Does what")
    due_on = a_day(label="By")
    version = version()


class AddUndertaking(forms.Form):
    who = forms.ChoiceField(choices=[("me", "I"), ("other", "The other")], label="Who")
    what = forms.CharField(max_length=300, label="Does what")
    due_on = a_day(label="By")


class FollowUp(forms.Form):
    on = a_day(label="We look back on")


class LookBack(forms.Form):
    holds = forms.ChoiceField(
        choices=HOLDS, label="Does it hold?", widget=forms.RadioSelect
    )
    words = words("In your words", "All in this conversation read it.", 3, 4_000)


class AskHelper(WithPerson):
    person = PersonField(label="Whom")


class NameContact(WithPerson):
    person = PersonField(label="Who")
    words = forms.CharField(
        max_length=300,
        required=False,
        label="How to reach them",
        help_text="A phone number, a room, hours. Every member reads it.",
    )
