"""Fields that several of these forms share."""

from collections.abc import Iterable
from typing import Any

from django import forms

from quarterdeck.domains.people.rules import LEVELS

NUMBERS = [(n, f"{n} · {word}") for n, word in LEVELS if n]


def day(label: str, *, required: bool = True, **more: Any) -> forms.DateField:
    widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, widget=widget, **more)


def words(
    label: str, *, longest: int, rows: int = 2, required: bool = True, **more: Any
) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=longest,
        required=required,
        widget=forms.Textarea({"rows": rows}),
        **more,
    )


def version() -> forms.IntegerField:
    return forms.IntegerField(widget=forms.HiddenInput, min_value=1)


def level() -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        choices=NUMBERS, coerce=int, initial=3, label="At least"
    )


class OneOf(forms.TypedChoiceField):
    """A choice among records that were read already."""

    def __init__(self, *, empty: str = "", **more: Any) -> None:
        self.empty = empty
        self.found: dict[str, Any] = {}
        super().__init__(empty_value=None, **more)

    def offer(self, rows: Iterable[Any]) -> None:
        self.found = {str(row.pk): row for row in rows}
        self.coerce = lambda key: self.found[str(key)]
        first = [] if self.required and not self.empty else [("", self.empty)]
        self.choices = [*first, *((key, str(row)) for key, row in self.found.items())]

    def prepare_value(self, value: Any) -> Any:
        return getattr(value, "pk", value)


class SomeOf(forms.TypedMultipleChoiceField):
    """Several among records that were read already, as boxes to tick."""

    def __init__(self, **more: Any) -> None:
        self.found: dict[str, Any] = {}
        more.setdefault("widget", forms.CheckboxSelectMultiple)
        super().__init__(empty_value=[], **more)

    def offer(self, rows: Iterable[Any]) -> None:
        self.found = {str(row.pk): row for row in rows}
        self.coerce = lambda key: self.found[str(key)]
        self.choices = [(key, str(row)) for key, row in self.found.items()]

    def prepare_value(self, value: Any) -> Any:
        return [getattr(one, "pk", one) for one in value or []]
