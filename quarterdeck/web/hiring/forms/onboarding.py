"""Forms about taking newcomers in."""

from typing import Any

from django import forms

from quarterdeck.web.people.forms import PersonField

from .fields import OneOf, day, version, words

WHO = [
    ("newcomer", "Newcomer"),
    ("leader", "Leader"),
    ("buddy", "Buddy"),
    ("other", "Somebody else"),
]


class AddTemplate(forms.Form):
    name = forms.CharField(max_length=200, label="Name")
    purpose = forms.CharField(max_length=600, required=False, label="What it is for")
    starter = forms.CharField(
        max_length=20, required=False, widget=forms.HiddenInput, label="Begin with"
    )


class EditTemplate(forms.Form):
    name = forms.CharField(max_length=200, label="Name")
    purpose = forms.CharField(max_length=600, required=False, label="What it is for")
    version = version()


class AddStep(forms.Form):
    title = forms.CharField(max_length=300, label="Step")
    day = forms.IntegerField(
        min_value=-60,
        max_value=400,
        initial=0,
        label="Day",
        help_text="0 is the first day; before it, below 0",
    )
    who = forms.ChoiceField(choices=WHO, label="Who does it")
    done_when = forms.CharField(max_length=600, required=False, label="It is done when")


class EditStep(AddStep):
    version = version()


class StartOnboarding(forms.Form):
    template = OneOf(label="Template")
    starts_on = day("First day")
    buddy = PersonField(required=False, label="Buddy")
    other = PersonField(
        required=False,
        label="Somebody else",
        help_text="Who does the steps that are for neither of you, such as accounts",
    )

    def __init__(self, *args: Any, user: Any, templates: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        template = self.fields["template"]
        assert isinstance(template, OneOf)
        template.offer(templates)
        for name in ("buddy", "other"):
            field = self.fields[name]
            assert isinstance(field, PersonField)
            field.user = user


class AnswerOnboarding(forms.Form):
    clear = words("What was clear from the start?", longest=2_000, required=False)
    missing = words("What was missing?", longest=2_000, required=False)
    readers = forms.ChoiceField(label="Who reads this")

    def __init__(
        self, *args: Any, leader: str, buddy: str, settled: str = "", **more: Any
    ) -> None:
        super().__init__(*args, **more)
        readers = self.fields["readers"]
        assert isinstance(readers, forms.ChoiceField)
        both = [("both", f"{leader} and {buddy}")] if buddy else []
        choices = [("leader", leader), *both]
        # Who reads it was settled when it was first written.
        readers.choices = [one for one in choices if settled in ("", one[0])]
