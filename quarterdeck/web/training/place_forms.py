"""What people may type about a place, an answer and a budget."""

from typing import TYPE_CHECKING, Any

from django import forms

from quarterdeck.domains.goals.queries import open_goals_visible_to
from quarterdeck.domains.people.rules import LEVELS
from quarterdeck.domains.training import queries
from quarterdeck.domains.training.choices import MARKS, Stage

from .forms import MOST, NUMBERS, day, money, one_of

if TYPE_CHECKING:
    from quarterdeck.domains.people.models import Person
    from quarterdeck.domains.training.models import Enrolment, Evaluation, Programme


class AskForPlace(forms.Form):
    why = forms.CharField(
        max_length=600, required=False, label="What do you want it for?"
    )

    def __init__(self, *args: Any, programme: "Programme", **more: Any) -> None:
        super().__init__(*args, **more)
        skills = [row.skill for row in programme.trained.all()]
        self.fields["skill"] = one_of(skills, "Skill", "No skill in particular")


class Invite(AskForPlace):
    def __init__(self, *args: Any, user: Any, today: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["why"].label = "What for?"
        people = queries.people_with_needs(user=user, today=today)
        self.fields["person"] = one_of(people[:MOST], "Who", "", required=True)
        self.order_fields(["person", "skill", "why"])


class Decline(forms.Form):
    reason = forms.CharField(max_length=600, label="Why not, or what instead")


class Cancel(forms.Form):
    reason = forms.CharField(max_length=600, required=False, label="Why")


class Book(forms.Form):
    starts_on = day("Begins on")

    def __init__(
        self, *args: Any, user: Any, enrolment: "Enrolment", currency: str, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.fields["cost"] = money(f"Cost in {currency}")
        teams = list(queries.teams_with_budgets(user)[:MOST])
        if enrolment.team is not None and enrolment.team not in teams:
            teams.append(enrolment.team)
        self.fields["team"] = one_of(teams, "Paid by", "The nearest with a budget")


class Attend(forms.Form):
    on = day("Its last day", required=True)


class NameMeasure(forms.Form):
    measure = forms.CharField(
        max_length=200, required=False, label="By which number will you see it?"
    )
    number_before = forms.FloatField(required=False, label="The number before")
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, *args: Any, user: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        goals = open_goals_visible_to(user).prefetch_related("key_results")[:100]
        rows = [row for goal in goals for row in goal.key_results.all()]
        kept = [row for row in rows if row.removed_at is None][:MOST]
        self.fields["key_result"] = one_of(kept, "Or a key result", "None of them")


class ShowTrained(forms.Form):
    what = forms.CharField(
        max_length=600,
        label="What did you do that shows it?",
        widget=forms.Textarea({"rows": 2}),
    )

    def __init__(
        self, *args: Any, programme: "Programme", able: "list[Person]", **more: Any
    ) -> None:
        super().__init__(*args, **more)
        skills = [row.skill for row in programme.trained.all()]
        self.fields["skill"] = one_of(skills, "Skill", "", required=True)
        self.fields["level"] = forms.TypedChoiceField(
            choices=NUMBERS, coerce=int, label="Level"
        )
        self.fields["asked"] = one_of(able, "Who can confirm it", "", required=True)
        self.order_fields(["skill", "level", "what", "asked"])


def _level(label: str) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        choices=[("", "cannot tell"), *((n, f"{n} · {word}") for n, word in LEVELS)],
        coerce=int,
        empty_value=None,
        required=False,
        label=label,
    )


class Answer(forms.Form):
    """What one question asks; who reads the answer stands first."""

    def __init__(
        self, *args: Any, evaluation: "Evaluation", readers: "list[Person]", **more: Any
    ) -> None:
        super().__init__(*args, **more)
        stage = Stage(evaluation.stage)
        if evaluation.answered_at is None:
            self.fields["share_with"] = one_of(readers, "Who reads it?", "Only you")
        else:
            self.fields["version"] = forms.IntegerField(
                widget=forms.HiddenInput, min_value=1
            )
        self.fields["mark"] = forms.TypedChoiceField(
            choices=[("", "cannot tell"), *MARKS[stage]],
            coerce=int,
            empty_value=None,
            required=False,
            label=stage.label,
        )
        if stage == Stage.LEARNING:
            self.fields["level_before"] = _level("Your level before, as you see it")
            self.fields["level_after"] = _level("Your level now, as you see it")
        if stage == Stage.RESULT and queries.recorded_number(evaluation) is None:
            self.fields["number_after"] = forms.FloatField(
                required=False, label="The number now"
            )
        self.fields["words"] = forms.CharField(
            max_length=1_200,
            required=False,
            label="In your words",
            widget=forms.Textarea({"rows": 3}),
        )


class SetBudget(forms.Form):
    note = forms.CharField(max_length=300, required=False, label="Note")
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, required=False)

    def __init__(self, *args: Any, currency: str, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["amount"] = money(f"Budget in {currency}", required=True)
        self.order_fields(["amount", "note"])
