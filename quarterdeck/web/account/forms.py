"""What people may set about their own account."""

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.core.validators import ProhibitNullCharactersValidator

from quarterdeck.domains.accounts.services import SCOPES

KEEP = (("30", "30 days"), ("90", "90 days"), ("365", "a year"), ("0", "until revoked"))


class Profile(forms.Form):
    name = forms.CharField(max_length=200, label="Name")
    time_zone = forms.ChoiceField(
        required=False,
        label="Time zone",
        help_text="Dates and times are shown in it.",
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        zones = sorted(zone for zone in available_timezones() if "/" in zone)
        self.fields["time_zone"].choices = [
            ("", "That of the organisation"),
            ("UTC", "UTC"),
            *((zone, zone.replace("_", " ")) for zone in zones),
        ]


class Appearance(forms.Form):
    theme = forms.ChoiceField(
        required=False,
        widget=forms.RadioSelect,
        choices=[("", "As the system"), ("light", "Light"), ("dark", "Dark")],
    )
    single_keys = forms.BooleanField(
        required=False,
        label="Single keys",
        help_text="g, c, / and ? as shortcuts. Switch them off if you use speech input.",
    )


class NewPassword(forms.Form):
    password = forms.CharField(
        max_length=200,
        label="New password",
        help_text="At least 10 characters.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        validators=[ProhibitNullCharactersValidator()],
    )


class NewToken(forms.Form):
    name = forms.CharField(
        max_length=80, label="Name", help_text="What the token is for."
    )
    scopes = forms.MultipleChoiceField(
        label="What it may do",
        choices=[(scope, scope) for scope in SCOPES],
        widget=forms.CheckboxSelectMultiple,
    )
    days = forms.TypedChoiceField(
        label="Lasts", choices=KEEP, coerce=int, initial="365"
    )
