"""Forms of working hours and days away."""

from typing import Any

from django import forms

from .people import a_day

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class SetPattern(forms.Form):
    starts_on = a_day(label="From")

    def __init__(self, *args: Any, week: Any = (8,) * 5 + (0, 0), **more: Any) -> None:
        super().__init__(*args, **more)
        for day, hours in zip(DAYS, week, strict=True):
            self.fields[day.lower()] = forms.DecimalField(
                label=day,
                min_value=0,
                max_value=24,
                max_digits=4,
                decimal_places=2,
                initial=f"{hours:g}",
            )

    @property
    def hours(self) -> list[Any]:
        return [self.cleaned_data[day.lower()] for day in DAYS]


class AddTimeOff(forms.Form):
    starts_on = a_day(label="First day away")
    ends_on = a_day(label="Last day away")
    reason = forms.CharField(
        max_length=200,
        required=False,
        help_text="Only the person and their leaders can read it.",
    )
