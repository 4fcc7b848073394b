"""Aims in strict order, as a form asks for them: first, second, third."""

from typing import Any

from django import forms

from quarterdeck.domains.planning.choices import MOST_AIMS, WISHES

WEIGHTS, STRICTLY = "weights", "order"
WAYS = [(WEIGHTS, "By weights"), (STRICTLY, "In strict order")]
PLACES = ("First", "Second", "Third")
FIRST_OF_ALL = ("lateness", "makespan", "")


class InOrder(forms.Form):
    """Part of a form: weights, or up to three aims of which each comes before the next."""

    aims_by = forms.ChoiceField(
        choices=WAYS,
        initial=WEIGHTS,
        required=False,
        label="Aims count",
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        choices = [("", "nothing more"), *((w.name, w.label) for w in WISHES)]
        for place, name in enumerate(PLACES[:MOST_AIMS]):
            self.fields[f"aim_{place + 1}"] = forms.ChoiceField(
                choices=choices,
                required=False,
                initial=FIRST_OF_ALL[place],
                label=name,
            )

    @property
    def places(self) -> list[Any]:
        return [self[f"aim_{n + 1}"] for n in range(MOST_AIMS)]

    @property
    def is_strict(self) -> bool:
        return self["aims_by"].value() == STRICTLY

    @property
    def order_is_wrong(self) -> bool:
        return any(bound.errors for bound in self.places)

    def order(self) -> list[str]:
        """The aims in their order; none where weights alone count."""
        if self.cleaned_data.get("aims_by") != STRICTLY:
            return []
        given = (self.cleaned_data.get(bound.name) for bound in self.places)
        return [aim for aim in given if aim]

    def clean(self) -> dict[str, Any]:
        """Each aim once, and at least one of them."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        order = self.order()
        if cleaned.get("aims_by") == STRICTLY and not order:
            self.add_error("aim_1", "Choose at least one aim, or count by weights.")
        for place, aim in enumerate(order):
            if aim in order[:place]:
                again = max(b.name for b in self.places if cleaned.get(b.name) == aim)
                self.add_error(again, "Each aim has one place.")
                break
        return cleaned
