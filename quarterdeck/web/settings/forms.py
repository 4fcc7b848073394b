"""What admins may type."""

from functools import cache
from typing import TYPE_CHECKING, Any
from zoneinfo import available_timezones

from django import forms

from quarterdeck.domains.organization import queries as organization
from quarterdeck.domains.people.queries import country_names, parts_of
from quarterdeck.shared.money import CURRENCIES
from quarterdeck.web.people.forms import TeamField
from quarterdeck.web.people.forms.people import a_day

if TYPE_CHECKING:
    from datetime import date

ROLES = [
    ("member", "Member"),
    ("guest", "Guest: sees only what is shared with them"),
    ("admin", "Admin: runs the instance"),
]


@cache
def zones() -> list[tuple[str, str]]:
    return [(name, name.replace("_", " ")) for name in sorted(available_timezones())]


def places() -> list[tuple[str, str]]:
    return [("", "Choose a country"), *country_names()]


class General(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(max_length=200, label="Organisation")
    time_zone = forms.ChoiceField(choices=zones)
    country = forms.ChoiceField(choices=places, required=False)
    subdivision = forms.CharField(
        max_length=10,
        required=False,
        label="Region",
        help_text="Its code, as BE for Berlin: it decides on some holidays.",
    )
    hours_per_day = forms.DecimalField(
        min_value=1,
        max_value=24,
        max_digits=4,
        decimal_places=2,
        label="Hours of a usual day",
        help_text="For people whose own hours are not set.",
    )
    currency = forms.ChoiceField(
        choices=[(code, code) for code in CURRENCIES],
        help_text="Of every amount. Changing it converts nothing.",
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        country, part = given.get("country", ""), given.get("subdivision", "")
        known = parts_of(country) if part else []
        if part and part not in known:
            said = ", ".join(known) or "none"
            self.add_error("subdivision", f"Known here: {said}.")
        return given


class Invite(forms.Form):
    lines = forms.CharField(
        label="Whom",
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="One a line: “Ana Li <ana@li.org>”, an address, or a name.",
    )
    role = forms.ChoiceField(choices=ROLES)
    team = TeamField(required=False)
    days = forms.TypedChoiceField(
        coerce=int,
        label="The links work for",
        choices=[(1, "one day"), (7, "a week"), (14, "two weeks"), (30, "30 days")],
        initial=14,
    )

    def __init__(self, *args: Any, user: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["team"]
        assert isinstance(field, TeamField)
        field.user = user
        field.offer(organization.near(user=user, team=None))


ROLES_AND_NONE = [
    ("admin", "Admin"),
    ("member", "Member"),
    ("guest", "Guest"),
    ("none", "No access"),
]


class ChangeRole(forms.Form):
    role = forms.ChoiceField(choices=ROLES_AND_NONE)


class ChooseHolidays(forms.Form):
    """Which place and year to look at."""

    country = forms.ChoiceField(choices=country_names)
    subdivision = forms.CharField(max_length=10, required=False, label="Region")
    year = forms.IntegerField(min_value=1970, max_value=2100)
    location = forms.CharField(
        max_length=100,
        required=False,
        label="Place",
        help_text="Only for people there; empty: for everybody.",
    )

    def clean_subdivision(self) -> str:
        part: str = self.cleaned_data["subdivision"].strip()
        known = parts_of(self.cleaned_data.get("country", ""))
        if part and part not in known:
            raise forms.ValidationError(f"Known here: {', '.join(known) or 'none'}.")
        return part


class AddHoliday(forms.Form):
    on = a_day(label="Day")
    name = forms.CharField(max_length=200)
    location = forms.CharField(max_length=100, required=False, label="Place")


def chosen(days: list[str], proposed: "list[Any]") -> "list[tuple[date, str]]":
    """The proposed days that were ticked; a day nobody proposed is no holiday."""
    ticked = set(days)
    return [(one.on, one.name) for one in proposed if one.on.isoformat() in ticked]
