"""What the two of a pair type. Each form says who reads what is typed there."""

from typing import Any

from django import forms

from quarterdeck.web.people.forms.people import a_day

from .fields import line, starts_before_it_ends, version, weeks, words

TWO = "Only the two of you read this. Nobody can be let in later."
UNKNOWN = ("", "I do not know")


def seen_by_leaders() -> forms.BooleanField:
    return forms.BooleanField(
        required=False, label="Whoever leads me may read this goal"
    )


class Goal(forms.Form):
    goal = line("What is it for, in one sentence?")
    leaders_see_goal = seen_by_leaders()
    version = version()


class Ask(forms.Form):
    goal = line(
        "What is it for, in one sentence?",
        help_text="Your mentor reads it; whoever leads you only if you say so.",
    )
    leaders_see_goal = seen_by_leaders()
    starts_on = a_day(label="From")
    ends_on = a_day(label="Until")
    weeks = weeks()

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        starts_before_it_ends(self, found)
        return found


class Days(forms.Form):
    ends_on = a_day(label="Until")
    weeks = weeks()
    version = version()


class NoteMeeting(forms.Form):
    on = a_day(label="Met on")
    talked = words("What you talked about", 8_000, help_text=TWO)


class EditMeeting(forms.Form):
    on = a_day(label="Met on")
    talked = words(
        "What you talked about",
        8_000,
        6,
        required=False,
        help_text=f"{TWO} Empty it to take the meeting away.",
    )
    version = version()


class Step(forms.Form):
    title = line("Step")
    title.widget.attrs["placeholder"] = "What do you agree on?"
    due_on = a_day(label="By", required=False)


class Evaluate(forms.Form):
    helped = forms.ChoiceField(
        choices=[("yes", "Yes"), ("partly", "Partly"), ("no", "No"), UNKNOWN],
        required=False,
        label="Did it help to reach the goal?",
        widget=forms.RadioSelect,
    )
    learnt = words("What did you learn?", 4_000, required=False)
    again = forms.ChoiceField(
        choices=[("yes", "Yes"), ("no", "No"), UNKNOWN],
        required=False,
        label="Would you do it again?",
        widget=forms.RadioSelect,
    )
    version = version()
