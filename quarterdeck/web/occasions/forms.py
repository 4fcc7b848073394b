"""What people may type about occasions."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms

from quarterdeck.domains.occasions.queries import DateLine
from quarterdeck.domains.organization.queries import teams_visible_to
from quarterdeck.domains.people.permissions import standing_of, teams_near
from quarterdeck.domains.people.queries import skills_visible_to
from quarterdeck.web.people.forms import PersonField, TeamField
from quarterdeck.web.people.forms.people import a_day

if TYPE_CHECKING:
    from quarterdeck.domains.occasions.models import Turn

MOST = 500
KINDS = [
    ("meeting", "Meeting"),
    ("presentation", "Presentation"),
    ("review", "Project review"),
    ("workshop", "Workshop"),
]
RHYTHMS = [
    (0, "once"),
    (1, "every week"),
    (2, "every 2 weeks"),
    (3, "every 3 weeks"),
    (4, "every 4 weeks"),
    (8, "every 8 weeks"),
    (13, "every 13 weeks"),
]
PARTS = [
    ("leads", "Leads"),
    ("opens", "Opens"),
    ("presents", "Presents"),
    ("notes", "Takes notes"),
]


def _words(label: str, hint: str) -> forms.CharField:
    return forms.CharField(
        max_length=600,
        required=False,
        label=label,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class EditOccasion(forms.Form):
    title = forms.CharField(max_length=200, label="Name")
    kind = forms.ChoiceField(choices=KINDS, label="What it is", initial="meeting")
    first_on = a_day(label="First on")
    weeks = forms.TypedChoiceField(choices=RHYTHMS, coerce=int, label="Held", initial=1)
    aim = _words("What it is for", "What is different afterwards.")
    limits = _words("Limits", "What may be settled there, and what not.")
    support = _words("Support", "What whoever leads can count on.")
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, user: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        rows = skills_visible_to(user)
        self.fields["skill"] = forms.ModelChoiceField(
            rows.filter(pk__in=list(rows.values_list("pk", flat=True)[:MOST])),
            required=False,
            label="Skill it takes to lead it",
            empty_label="No skill in particular",
        )
        self.order_fields(("title", "team", "kind", "first_on", "weeks", "skill"))


class SetUp(EditOccasion):
    team = TeamField(label="Team")

    def __init__(self, *args: Any, user: Any, **more: Any) -> None:
        super().__init__(*args, user=user, **more)
        field = self.fields["team"]
        assert isinstance(field, TeamField)
        field.user = user
        near = teams_near(standing_of(user)).values("pk")
        field.offer(teams_visible_to(user).filter(pk__in=near)[:MOST])


class NameTurn(forms.Form):
    on = forms.TypedChoiceField(label="On", coerce=date.fromisoformat)
    part = forms.ChoiceField(choices=PARTS, label="Part")
    person = PersonField(label="Who")
    times = forms.IntegerField(
        min_value=1, max_value=26, initial=1, label="For how many dates"
    )

    def __init__(
        self, *args: Any, user: Any, lines: list[DateLine], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        days: Any = self.fields["on"]
        days.choices = [
            (line.on.isoformat(), f"{line.on:%A} {line.on.day} {line.on:%B}")
            for line in lines
        ]
        person = self.fields["person"]
        assert isinstance(person, PersonField)
        person.user = user


class OfferTurn(forms.Form):
    to = PersonField(label="To whom")
    swap_for = forms.TypedChoiceField(
        required=False, coerce=int, empty_value=None, label="In exchange for"
    )
    note = forms.CharField(max_length=300, required=False, label="A word with it")

    def __init__(
        self, *args: Any, user: Any, theirs: "list[Turn]", **more: Any
    ) -> None:
        super().__init__(*args, **more)
        swap: Any = self.fields["swap_for"]
        swap.choices = [("", "Nothing: they take it over")] + [
            (one.pk, f"{one.person}’s turn on {one.on.day} {one.on:%B}")
            for one in theirs
        ]
        to = self.fields["to"]
        assert isinstance(to, PersonField)
        to.user = user


class EditDebrief(forms.Form):
    went_well = forms.CharField(
        max_length=4_000,
        required=False,
        label="What went well",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    otherwise = forms.CharField(
        max_length=4_000,
        required=False,
        label="What I would do otherwise",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class WriteDebrief(EditDebrief):
    reader = PersonField(
        required=False,
        label="Who else reads it",
        help_text="Chosen now, before you write; nobody can be added later.",
    )
    another = PersonField(required=False, label="And one more")
    field_order = ("reader", "another", "went_well", "otherwise")

    def __init__(self, *args: Any, user: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for name in ("reader", "another"):
            field = self.fields[name]
            assert isinstance(field, PersonField)
            field.user = user

    @property
    def readers(self) -> list[Any]:
        named = (self.cleaned_data.get(name) for name in ("reader", "another"))
        return [one for one in named if one]
