"""What an hour costs, from which day on."""

from django import forms

from .people import a_day


class SetCostRate(forms.Form):
    per_hour = forms.DecimalField(
        label="An hour costs", min_value=0, max_value=100_000, decimal_places=2
    )
    starts_on = a_day(label="From")
    note = forms.CharField(
        max_length=200,
        required=False,
        help_text="What is in it, as “with overhead”.",
    )

    def __init__(self, *args: object, currency: str = "", **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        if currency:
            self.fields["per_hour"].label = f"An hour costs, in {currency}"
