"""What people may type about programmes, topics and comparisons."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms

from quarterdeck.domains.people.queries import skills_visible_to
from quarterdeck.domains.people.rules import LEVELS
from quarterdeck.domains.training import queries
from quarterdeck.domains.training.choices import (
    MOST_WEIGHT,
    SCORES,
    Criterion,
    Form,
    Per,
)
from quarterdeck.shared.money import CURRENCIES

if TYPE_CHECKING:
    from quarterdeck.domains.training.models import Programme

MOST = 500
NUMBERS = [(n, f"{n} · {word}") for n, word in LEVELS if n]
WEIGHTS = [(n, str(n)) for n in range(MOST_WEIGHT + 1)]


def number(label: str, most: int, help_text: str = "") -> forms.IntegerField:
    return forms.IntegerField(
        required=False, min_value=1, max_value=most, label=label, help_text=help_text
    )


def money(label: str, *, required: bool = False) -> forms.DecimalField:
    return forms.DecimalField(
        required=required,
        min_value=0,
        max_digits=12,
        decimal_places=2,
        label=label,
        help_text="" if required else "Empty where nobody knows it yet.",
    )


def day(label: str, *, required: bool = False) -> forms.DateField:
    return forms.DateField(
        required=required, label=label, widget=forms.DateInput({"type": "date"})
    )


def one_of(
    rows: Iterable[Any], label: str, empty: str, *, required: bool = False
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


def skill_field(user: Any) -> forms.ModelChoiceField:
    rows = skills_visible_to(user)
    return forms.ModelChoiceField(
        rows.filter(pk__in=list(rows.values_list("pk", flat=True)[:MOST])),
        label="Skill",
        empty_label="Choose a skill",
    )


def _words(label: str, most: int, rows: int, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        max_length=most,
        required=False,
        label=label,
        widget=forms.Textarea({"rows": rows}),
        help_text=help_text,
    )


class DescribeProgramme(forms.Form):
    """All but the name may stay empty: what nobody knows yet reads unknown."""

    name = forms.CharField(max_length=200, label="Programme")
    provider = forms.CharField(max_length=200, required=False, label="Provider")
    about = _words("What is it about?", 1_200, 3)
    form = forms.ChoiceField(choices=Form.choices, required=False, label="Form")
    hours = forms.DecimalField(
        required=False,
        min_value=0.25,
        max_digits=6,
        decimal_places=2,
        label="Hours in all",
    )
    sessions = number("Sessions", 1_000)
    over_days = number(
        "Spread over how many days", 3_000, "From the first to the last."
    )
    price = money("Price")
    price_per = forms.ChoiceField(choices=Per.choices, label="The price is")
    group_size = number("People in a group", 1_000, "Where the price is for a group.")
    currency = forms.ChoiceField(choices=[(one, one) for one in CURRENCIES])
    trainers = forms.CharField(max_length=300, required=False, label="Trainers")
    afterwards = _words(
        "What happens afterwards?",
        600,
        2,
        "Help with using it once the course is over.",
    )

    def __init__(self, *args: Any, user: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["topics"] = forms.ModelMultipleChoiceField(
            queries.topics_visible_to(user),
            required=False,
            label="Topics",
            widget=forms.CheckboxSelectMultiple,
        )


class EditProgramme(DescribeProgramme):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class TrainSkill(forms.Form):
    def __init__(self, *args: Any, user: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["skill"] = skill_field(user)
        self.fields["level"] = forms.TypedChoiceField(
            choices=NUMBERS, coerce=int, label="Reaches level"
        )


class ScoreProgramme(forms.Form):
    criterion = forms.ChoiceField(choices=Criterion.choices)
    score = forms.TypedChoiceField(
        choices=[("", "unknown"), *((n, f"{n} · {word}") for n, word in SCORES)],
        coerce=int,
        empty_value=None,
        required=False,
    )
    evidence = forms.CharField(max_length=600, required=False)


class NameTopic(forms.Form):
    name = forms.CharField(max_length=100, label="Topic")
    is_leadership = forms.BooleanField(required=False, label="It is about leading")


class EditTopic(NameTopic):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class Compare(forms.Form):
    title = forms.CharField(max_length=200, label="What for?")

    def __init__(
        self, *args: Any, user: Any, also: "Iterable[Programme]" = (), **more: Any
    ) -> None:
        super().__init__(*args, **more)
        offered = list(queries.programmes_visible_to(user)[:MOST])
        offered += [one for one in also if one not in offered]
        found = {str(one.pk): one for one in offered}
        self.fields["programmes"] = forms.TypedMultipleChoiceField(
            choices=[(key, one.name) for key, one in found.items()],
            coerce=lambda key: found[str(key)],
            required=False,
            label="Programmes",
            widget=forms.CheckboxSelectMultiple,
            help_text=f"Up to {queries.MOST_COMPARED}.",
        )


class EditComparison(Compare):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class Weigh(forms.Form):
    """One weight to a criterion; what is not sent stays as it is."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for one in Criterion:
            self.fields[f"weight_{one.value}"] = forms.TypedChoiceField(
                choices=WEIGHTS, coerce=int, empty_value=None, required=False
            )

    @property
    def weights(self) -> dict[str, int]:
        named = {
            one.value: self.cleaned_data[f"weight_{one.value}"] for one in Criterion
        }
        return {name: weight for name, weight in named.items() if weight is not None}
