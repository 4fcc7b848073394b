"""Fields that several forms here share."""

from typing import Any

from django import forms

WEEKS = [
    (1, "every week"),
    (2, "every 2 weeks"),
    (3, "every 3 weeks"),
    (4, "every 4 weeks"),
    (6, "every 6 weeks"),
    (8, "every 8 weeks"),
]
MOST = 500


def weeks() -> forms.TypedChoiceField:
    return forms.TypedChoiceField(choices=WEEKS, coerce=int, initial=3, label="Meet")


def words(label: str, most: int, rows: int = 3, **more: Any) -> forms.CharField:
    box = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(max_length=most, label=label, widget=box, **more)


def line(label: str, most: int = 300, **more: Any) -> forms.CharField:
    return forms.CharField(max_length=most, label=label, **more)


def version() -> forms.IntegerField:
    return forms.IntegerField(widget=forms.HiddenInput, required=False)


def first_few(rows: Any) -> Any:
    """Bound what a choice reads; nobody looks through more than that."""
    return rows.filter(pk__in=list(rows.values_list("pk", flat=True)[:MOST]))


def starts_before_it_ends(form: forms.Form, found: dict[str, Any]) -> None:
    starts, ends = found.get("starts_on"), found.get("ends_on")
    if starts and ends and ends < starts:
        form.add_error("ends_on", "It ends after it starts.")
