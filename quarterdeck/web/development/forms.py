"""What people may type about development."""

from typing import TYPE_CHECKING, Any

from django import forms

from quarterdeck.domains.development import queries
from quarterdeck.domains.goals.queries import open_goals_visible_to
from quarterdeck.domains.people.queries import skills_visible_to
from quarterdeck.domains.people.rules import LEVELS

if TYPE_CHECKING:
    from quarterdeck.domains.people.models import Person, Skill

MOST = 500
KINDS = [
    ("at_work", "On the job"),
    ("with_others", "With others"),
    ("in_a_course", "In a course"),
]
NUMBERS = [(n, f"{n} · {word}") for n, word in LEVELS if n]


def _day(label: str) -> forms.DateField:
    return forms.DateField(
        required=False, label=label, widget=forms.DateInput({"type": "date"})
    )


def _skill(
    user: Any, *, required: bool, label: str = "Skill"
) -> forms.ModelChoiceField:
    rows = skills_visible_to(user)
    return forms.ModelChoiceField(
        rows.filter(pk__in=list(rows.values_list("pk", flat=True)[:MOST])),
        required=required,
        label=label,
        empty_label="Choose a skill" if required else "No skill in particular",
    )


def _level(*, required: bool) -> forms.TypedChoiceField:
    choices = NUMBERS if required else [("", "–"), *NUMBERS]
    return forms.TypedChoiceField(
        choices=choices, coerce=int, empty_value=None, required=required, label="Level"
    )


class AddGoal(forms.Form):
    title = forms.CharField(max_length=300, label="To learn or become")
    why = forms.CharField(max_length=600, required=False, label="Why")
    ends_on = _day("By")

    def __init__(self, *args: Any, user: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["skill"] = _skill(user, required=False)
        self.fields["level"] = _level(required=False)
        self.fields["team_goal"] = forms.ModelChoiceField(
            open_goals_visible_to(user),
            required=False,
            label="Adds to the goal",
            empty_label="No goal of the team",
        )
        self.fields["team_goal"].choices = [
            ("", "No goal of the team"),
            *((row.pk, row.title) for row in open_goals_visible_to(user)[:MOST]),
        ]

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if found.get("level") and not found.get("skill"):
            self.add_error("level", "A level is a level of a skill.")
        return found


class EditGoal(AddGoal):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class CloseGoal(forms.Form):
    outcome = forms.ChoiceField(
        choices=[("reached", "Reached"), ("dropped", "Dropped")]
    )
    lesson = forms.CharField(max_length=600, required=False, label="What was learnt")


class AddStep(forms.Form):
    title = forms.CharField(max_length=300, label="Step")
    kind = forms.ChoiceField(choices=KINDS, label="How")
    due_on = _day("By")


class EditStep(AddStep):
    evidence = forms.CharField(max_length=600, required=False, label="What shows it")
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class FinishStep(forms.Form):
    evidence = forms.CharField(max_length=600, required=False, label="What shows it")


class HoldRole(forms.Form):
    kind = forms.ChoiceField(
        choices=[("holds", "Is in the role"), ("aims", "Aims for the role")],
        label="",
    )

    def __init__(self, *args: Any, user: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["profile"] = forms.ModelChoiceField(
            queries.profiles_visible_to(user), label="Role", empty_label="Choose a role"
        )


class ChooseSkill(forms.Form):
    def __init__(self, *args: Any, user: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["skill"] = _skill(user, required=True)


class ShowSkill(forms.Form):
    """The level somebody shows of a skill, what they did, and who can tell."""

    what = forms.CharField(
        max_length=600,
        label="What did you do that shows it?",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self, *args: Any, user: Any, person: "Person", skill: "Skill", **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.fields["level"] = _level(required=True)
        tasks = queries.tasks_that_show(user=user, person=person)
        self.fields["task"] = _one_of(tasks, "Finished task", "No task in particular")
        able = queries.who_can_confirm(user=user, person=person, skill=skill)
        self.fields["asked"] = _one_of(able, "Who can confirm it", "", required=True)
        self.order_fields(["level", "what", "task", "asked"])


class Reply(forms.Form):
    reply = forms.CharField(max_length=600, required=False, label="A word with it")


class Decline(forms.Form):
    reply = forms.CharField(max_length=600, label="What is still missing")


class NameRole(forms.Form):
    name = forms.CharField(max_length=100, label="Role")
    purpose = forms.CharField(
        max_length=600,
        required=False,
        label="What is it for?",
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class EditRole(NameRole):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class AskSkill(forms.Form):
    def __init__(self, *args: Any, user: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["skill"] = _skill(user, required=True)
        self.fields["level"] = _level(required=True)


def _one_of(
    rows: list[Any], label: str, empty: str, *, required: bool = False
) -> forms.TypedChoiceField:
    """A choice among a few records that were read already."""
    found = {str(row.pk): row for row in rows}
    choices = [(key, str(row)) for key, row in found.items()]
    return forms.TypedChoiceField(
        choices=choices if required else [("", empty), *choices],
        coerce=lambda key: found[str(key)],
        empty_value=None,
        required=required,
        label=label,
    )
