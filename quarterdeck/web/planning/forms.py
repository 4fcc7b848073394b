"""What people may choose when they ask for a plan, decide on it, or suppose."""

from typing import TYPE_CHECKING, Any

from django import forms

from quarterdeck.domains.planning import queries
from quarterdeck.domains.planning.choices import STRETCH_RULES, WISHES
from quarterdeck.domains.planning.rules.parts import FROM_TASKS

from .ordering import InOrder

if TYPE_CHECKING:
    from quarterdeck.domains.planning.models import Proposal

WAYS = [
    ("", f"By its size: in parts from {FROM_TASKS:,} tasks on"),
    ("True", "In parts, side by side"),
    ("False", "As a whole"),
]
SECONDS = [(5, "5 seconds"), (10, "10 seconds"), (30, "30 seconds"), (60, "1 minute")]


class ProposePlan(InOrder):
    """The team, how long to look, and how much each aim counts."""

    team = forms.ModelChoiceField(queryset=None, empty_label=None, label="Team")
    seconds = forms.TypedChoiceField(
        choices=SECONDS,
        coerce=int,
        initial=10,
        label="Look for a better plan for",
    )

    with_choices = forms.BooleanField(
        required=False,
        initial=True,
        label="Look for other plans to choose from too, for about as long again",
    )

    in_parts = forms.TypedChoiceField(
        choices=WAYS,
        coerce=lambda given: given == "True",
        empty_value=None,
        required=False,
        label="The work is planned",
        help_text="Several workers plan parts at the same time.",
    )

    def __init__(self, *args: Any, teams: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["team"].queryset = teams
        for rule in STRETCH_RULES:
            self.fields[rule.name] = forms.IntegerField(
                min_value=100 if rule.name == "longer_percent" else 0,
                max_value=rule.most,
                initial=rule.default,
                required=False,
                label=rule.label,
                help_text=rule.help,
            )
        for wish in WISHES:
            self.fields[wish.name] = forms.FloatField(
                min_value=0,
                max_value=1000,
                initial=wish.default,
                required=False,
                label=wish.label,
                help_text=wish.unit,
                widget=forms.NumberInput(attrs={"step": "any"}),
            )

    @property
    def aims(self) -> list[Any]:
        return [self[wish.name] for wish in WISHES]

    @property
    def growing(self) -> list[Any]:
        return [self[rule.name] for rule in STRETCH_RULES]

    def stretch_rules(self) -> dict[str, int]:
        given = {rule.name: self.cleaned_data[rule.name] for rule in STRETCH_RULES}
        return {name: value for name, value in given.items() if value is not None}

    def weights(self) -> dict[str, float]:
        given = {wish.name: self.cleaned_data[wish.name] for wish in WISHES}
        return {name: value for name, value in given.items() if value is not None}


class Choose(forms.Form):
    """Some changes, or all that are open."""

    change = forms.TypedMultipleChoiceField(coerce=int, required=False)
    everything = forms.BooleanField(required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        # Which of them exist and are open is the service's to know.
        self.fields["change"].valid_value = lambda value: str(value).isdecimal()

    def ids(
        self, proposal: "Proposal", narrowing: queries.Narrowing
    ) -> list[int] | None:
        """The chosen ids; None for all, or all of what was narrowed to."""
        if not self.cleaned_data["everything"]:
            return self.cleaned_data["change"]
        if not narrowing.is_narrow:
            return None
        return queries.open_change_ids(proposal, narrowing)


class Lock(forms.Form):
    keeps_people = forms.BooleanField(required=False, label="Keep its people")
    keeps_start = forms.BooleanField(required=False, label="Keep its start")


class DraftScenario(InOrder):
    name = forms.CharField(max_length=200, label="What if", initial="")
    team = forms.ModelChoiceField(queryset=None, empty_label=None)

    def __init__(self, *args: Any, teams: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["team"].queryset = teams
