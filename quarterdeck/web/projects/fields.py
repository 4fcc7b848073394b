"""Form fields that take a name, as people write it, instead of a list of thousands."""

from html import escape
from typing import Any

from django import forms
from django.db.models import Q
from django.forms.utils import flatatt
from django.utils.safestring import SafeString, mark_safe

MOST = 20


class LongSelect(forms.Select):
    """A plain list of choices, drawn at once: a leader of all has a thousand teams."""

    def render(
        self, name: str, value: Any, attrs: Any = None, renderer: Any = None
    ) -> SafeString:
        chosen = "" if value is None else str(value)
        options = "".join(
            f'<option value="{escape(str(key))}"'
            f"{' selected' if str(key) == chosen else ''}>{escape(str(label))}</option>"
            for key, label in self.choices
        )
        around = flatatt(self.build_attrs(self.attrs, attrs))
        # Every name that people wrote went through escape() on its way here.
        return mark_safe(f'<select name="{escape(name)}"{around}>{options}</select>')


class NameField(forms.CharField):
    """Somebody or something by its whole name; never guessed from a part of it."""

    def __init__(
        self, *, what: str, column: str = "name", also: str = "", **kwargs: Any
    ):
        super().__init__(
            max_length=300, required=kwargs.pop("required", False), **kwargs
        )
        self.what, self.column, self.also = what, column, also
        self.found: Any = None  # the rows to look in, set by the form for its user

    def clean(self, value: Any) -> Any:
        name = super().clean(value).strip()
        return self.find(name) if name else None

    def find(self, name: str) -> Any:
        same = Q(**{f"{self.column}__iexact": name})
        if self.also:
            same |= Q(**{f"{self.also}__iexact": name})
        rows = list(self.found.filter(same)[:2])
        if not rows:
            raise forms.ValidationError(f"There is no {self.what} “{name}”.")
        if len(rows) > 1:
            hint = f" Write the {self.also} instead." if self.also else ""
            raise forms.ValidationError(f"Several are called “{name}”.{hint}")
        return rows[0]


class NamesField(NameField):
    """Several names with commas between them."""

    def clean(self, value: Any) -> Any:
        text = forms.CharField.clean(self, value)
        names = [name.strip() for name in text.split(",") if name.strip()]
        if len(names) > MOST:
            raise forms.ValidationError(f"At most {MOST} names.")
        return [self.find(name) for name in dict.fromkeys(names)]


def person(label: str, *, several: bool = False) -> NameField:
    kind = NamesField if several else NameField
    widget = forms.TextInput(attrs={"list": "people-near", "autocomplete": "off"})
    text = "Names with commas between them." if several else ""
    return kind(what="person", also="email", label=label, widget=widget, help_text=text)


def day(label: str) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(required=False, label=label, widget=widget)


def moment(label: str) -> forms.DateTimeField:
    widget = forms.DateTimeInput(
        attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"
    )
    return forms.DateTimeField(required=False, label=label, widget=widget)


def hours(label: str) -> forms.DecimalField:
    return forms.DecimalField(
        required=False,
        label=label,
        min_value=0,
        max_value=10_000,
        decimal_places=2,
        widget=forms.NumberInput(attrs={"step": "0.25", "inputmode": "decimal"}),
    )


def words(
    label: str, limit: int, rows: int = 4, help_text: str = ""
) -> forms.CharField:
    return forms.CharField(
        required=False,
        label=label,
        max_length=limit,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )
