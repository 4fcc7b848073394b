"""What one offers, and what one wishes for."""

from typing import Any

from django import forms

from quarterdeck.domains.mentoring import queries
from quarterdeck.domains.people.queries import skills_visible_to
from quarterdeck.web.people.forms.people import a_day

from .fields import first_few, line, version

MENTEES = [(n, str(n)) for n in range(1, 11)]


class Offer(forms.Form):
    capacity = forms.TypedChoiceField(
        choices=MENTEES, coerce=int, initial=1, label="How many people at once"
    )
    themes = line(
        "In other themes",
        required=False,
        help_text="In your own words: speaking up, a first year as a leader …",
    )
    since = a_day(label="From")
    version = version()

    def __init__(self, *args: Any, user: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["skills"] = forms.ModelMultipleChoiceField(
            queries.skills_to_offer(user),
            required=False,
            label="In which of your skills",
            widget=forms.CheckboxSelectMultiple,
        )
        self.order_fields(("skills", "themes", "capacity", "since"))


class Wish(forms.Form):
    theme = line(
        "Or in a theme, in your own words",
        required=False,
        help_text="Read by those who lead you.",
    )
    until = a_day(label="The wish holds until", required=False)
    leader_is_fine = forms.BooleanField(
        required=False, label="It may be somebody who leads me"
    )
    version = version()

    field_order = ("skill", "theme", "until", "leader_is_fine")

    def __init__(self, *args: Any, user: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["skill"] = forms.ModelChoiceField(
            first_few(skills_visible_to(user)),
            required=False,
            label="In the skill",
            empty_label="No skill in particular",
        )
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        theme = (found.get("theme") or "").strip()
        if bool(found.get("skill")) == bool(theme):
            self.add_error("theme", "Choose a skill or name a theme, one of the two.")
        return found
