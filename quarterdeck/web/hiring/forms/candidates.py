"""Forms about candidates: who they are, who meets them, what was heard and decided."""

from typing import Any

from django import forms

from quarterdeck.web.people.forms import PersonField

from .fields import OneOf, SomeOf, day, version, words

SCORES = [("", "–"), (1, "1"), (2, "2"), (3, "3"), (4, "4")]
OUTCOMES = [("hire", "Hire"), ("not", "Not"), ("later", "Later")]


class AddCandidate(forms.Form):
    name = forms.CharField(max_length=200, required=False, label="Name")
    person = PersonField(
        required=False,
        label="Or somebody who is here",
        help_text="They would move; nobody is written down twice.",
    )
    contact = forms.CharField(max_length=300, required=False, label="How to reach them")
    source = forms.CharField(max_length=200, required=False, label="Where from")

    def __init__(self, *args: Any, user: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["person"]
        assert isinstance(field, PersonField)
        field.user = user

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if not self.errors and not found.get("name") and not found.get("person"):
            self.add_error("name", "Write a name, or choose somebody who is here.")
        return found


class EditCandidate(forms.Form):
    name = forms.CharField(max_length=200, label="Name")
    contact = forms.CharField(max_length=300, required=False, label="How to reach them")
    source = forms.CharField(max_length=200, required=False, label="Where from")
    erase_on = day("To be erased on")
    version = version()


class MoveInterview(forms.Form):
    planned_on = day("Day")
    planned_time = forms.TimeField(
        required=False,
        label="Time",
        widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
    )


class PlanInterview(MoveInterview):
    person = OneOf(label="Who meets them")

    def __init__(self, *args: Any, people: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["person"]
        assert isinstance(field, OneOf)
        field.offer(people)
        self.order_fields(["person"])


class Scorecard(forms.Form):
    """One score and one piece of evidence for each question."""

    version = version()

    def __init__(self, *args: Any, questions: Any, found: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.questions = questions
        for question in questions:
            there = found.get(question.pk)
            self.fields[f"score_{question.pk}"] = forms.TypedChoiceField(
                choices=SCORES[1:],
                coerce=int,
                empty_value=None,
                required=False,
                label="Score",
                initial=there.score if there else None,
                widget=forms.RadioSelect,
            )
            self.fields[f"evidence_{question.pk}"] = words(
                "What you heard that shows it",
                longest=2_000,
                rows=3,
                required=False,
                initial=there.evidence if there else "",
            )

    def lines(self) -> list[tuple[Any, Any, Any]]:
        """Each question with its two fields."""
        return [
            (one, self[f"score_{one.pk}"], self[f"evidence_{one.pk}"])
            for one in self.questions
        ]

    @property
    def written(self) -> dict[int, tuple[int | None, str]]:
        found = self.cleaned_data
        return {
            one.pk: (found[f"score_{one.pk}"], found[f"evidence_{one.pk}"])
            for one in self.questions
        }


class DecideOnCandidate(forms.Form):
    outcome = forms.ChoiceField(choices=OUTCOMES, label="Decision")
    reason = words("Why, in words", longest=2_000, rows=3)
    skills = SomeOf(required=False, label="It rests on these skills")
    values = SomeOf(required=False, label="and on these values")

    def __init__(self, *args: Any, skills: Any, values: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for name, rows in (("skills", skills), ("values", values)):
            field = self.fields[name]
            assert isinstance(field, SomeOf)
            field.offer(rows)

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if not (found.get("skills") or found.get("values")):
            self.add_error("skills", "Name at least one skill or value.")
        return found


class NoteDissent(forms.Form):
    text = words(
        "I see it differently, because",
        longest=2_000,
        required=False,
        help_text="Leave it empty to take it back.",
    )


class TellCandidate(forms.Form):
    on = day("They were told on")


class HireCandidate(forms.Form):
    starts_on = day("First day")
    email = forms.EmailField(required=False, label="Address at work")


class MoveCandidate(forms.Form):
    starts_on = day("First day")
    manager = PersonField(required=False, label="Manager")
    leaves = SomeOf(required=False, label="Leaves")

    def __init__(self, *args: Any, user: Any, teams: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        manager, leaves = self.fields["manager"], self.fields["leaves"]
        assert isinstance(manager, PersonField) and isinstance(leaves, SomeOf)
        manager.user = user
        leaves.offer(teams)
