"""Forms of one person's card, and of many people at once."""

from typing import TYPE_CHECKING, Any

from django import forms

from quarterdeck.domains.organization import queries as organization
from quarterdeck.domains.people import permissions
from quarterdeck.domains.people.rules.pasting import MOST_LINES

from .choosing import PersonField, TeamField

if TYPE_CHECKING:
    from quarterdeck.domains.organization.models import Team
    from quarterdeck.domains.people.models import Person

EMPLOYMENT = [
    ("full_time", "Full time"),
    ("part_time", "Part time"),
    ("contractor", "Contractor"),
    ("volunteer", "Volunteer"),
]


def a_day(**more: Any) -> forms.DateField:
    return forms.DateField(
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **more
    )


class ConfirmPerson(forms.Form):
    """Which opening of the account was read before somebody said that it is them."""

    opening = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class AddPerson(forms.Form):
    name = forms.CharField(max_length=200)
    email = forms.EmailField(required=False, label="E-mail")
    position = forms.CharField(max_length=200, required=False)
    team = TeamField(required=False)

    def __init__(self, *args: Any, user: Any, near: "Team | None", **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["team"]
        assert isinstance(field, TeamField)
        field.user = user
        field.required = not permissions.is_admin(user)
        teams = organization.near(user=user, team=near)
        field.offer(team for team in teams if permissions.can_staff(user, team))


class PasteList(AddPerson):
    name = email = position = None  # type: ignore[assignment]
    lines = forms.CharField(
        label="Names and addresses",
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=f"One person a line, at most {MOST_LINES}: “Ana Li <ana@li.org>”, "
        "“Ana Li, ana@li.org”, or just the name.",
    )
    field_order = ["lines", "team"]


class EditPerson(forms.Form):
    """All of the card; what somebody may not change is not on their form."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(
        max_length=200, widget=forms.TextInput(attrs={"autofocus": True})
    )
    email = forms.EmailField(required=False, label="E-mail")
    position = forms.CharField(max_length=200, required=False)
    location = forms.CharField(
        max_length=100, required=False, help_text="Holidays of this place count."
    )
    manager = PersonField(required=False)
    employment = forms.ChoiceField(choices=EMPLOYMENT)
    capacity_factor = forms.DecimalField(
        label="Share of the hours there is for planned work",
        min_value=0,
        max_value=2,
        max_digits=3,
        decimal_places=2,
        help_text="0.8 leaves a fifth for mail, meetings and help.",
    )
    starts_on = a_day(required=False, label="First day")

    def __init__(self, *args: Any, user: Any, person: "Person", **more: Any) -> None:
        more.setdefault(
            "initial", {name: getattr(person, name) for name in self.base_fields}
        )
        super().__init__(*args, **more)
        if not permissions.can_manage_person(user, person):
            for name in ("manager", "employment", "capacity_factor", "starts_on"):
                del self.fields[name]
        elif isinstance(field := self.fields["manager"], PersonField):
            field.user = user


class ArchivePerson(forms.Form):
    ends_on = a_day(label="Last day")


class JoinTeam(forms.Form):
    team = TeamField()
    leads = forms.BooleanField(required=False, label="Leads this team")

    def __init__(self, *args: Any, user: Any, near: "Team | None", **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["team"]
        assert isinstance(field, TeamField)
        field.user = user
        teams = organization.near(user=user, team=near)
        field.offer(team for team in teams if permissions.can_staff(user, team))
