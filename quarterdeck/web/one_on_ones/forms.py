"""What one of two people may type."""

from typing import Any

from django import forms

from quarterdeck.web.people.forms import PersonField
from quarterdeck.web.people.forms.people import a_day

WEEKS = [
    (1, "every week"),
    (2, "every 2 weeks"),
    (3, "every 3 weeks"),
    (4, "every 4 weeks"),
    (6, "every 6 weeks"),
    (8, "every 8 weeks"),
    (12, "every 12 weeks"),
]
AUDIENCES = [
    ("me", "Only me"),
    ("partners", "Those I have 1:1s with"),
    ("team", "My teams and their leaders"),
]


def words(label: str, **more: Any) -> forms.CharField:
    return forms.CharField(max_length=300, label=label, **more)


def a_time(**more: Any) -> forms.TimeField:
    return forms.TimeField(
        required=False,
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        **more,
    )


class Rhythm(forms.Form):
    weeks = forms.TypedChoiceField(choices=WEEKS, coerce=int, initial=2, label="Meet")
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class Start(forms.Form):
    person = PersonField(label="With whom")
    weeks = forms.TypedChoiceField(choices=WEEKS, coerce=int, initial=2, label="Meet")
    next_on = a_day(label="First 1:1 on", required=False)
    next_time = a_time(label="At")

    def __init__(self, *args: Any, user: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["person"]
        assert isinstance(field, PersonField)
        field.user = user


class When(forms.Form):
    next_on = a_day(label="Next 1:1 on", required=False)
    next_time = a_time(label="At")


class Move(When):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class UseCoaching(forms.Form):
    use = forms.BooleanField(required=False)


class AddTopic(forms.Form):
    text = words("Topic")
    task = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)


class EditTopic(forms.Form):
    text = words("Topic")
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class TalkAbout(AddTopic):
    """A topic that is thought of elsewhere: with whom is chosen here."""

    pair = forms.TypedChoiceField(coerce=int, label="With")

    field_order = ("text", "pair")

    def __init__(self, *args: Any, spaces: list[tuple[int, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["pair"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = spaces


class WriteNote(forms.Form):
    text = forms.CharField(required=False, max_length=50_000, strip=False)
    version = forms.IntegerField(min_value=0)


class MakePromise(forms.Form):
    who = forms.ChoiceField(choices=[("me", "I"), ("other", "The other")], label="Who")
    text = words("Promises what")
    due_on = a_day(label="By")


class EditPromise(forms.Form):
    text = words("Promise")
    due_on = a_day(label="By")
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class Withdraw(forms.Form):
    reason = words("Why will it not be kept?")


class WriteMotivation(forms.Form):
    audience = forms.ChoiceField(
        choices=AUDIENCES,
        label="Who may read it",
        widget=forms.RadioSelect,
        initial="partners",
    )
    text = forms.CharField(
        required=False,
        max_length=4_000,
        label="What motivates me",
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="What gives you energy, what drains it, how you like to be thanked. "
        "Empty it to take it away.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
