"""One thing to suppose: chosen by a typed name, with and without JavaScript."""

import json
from typing import TYPE_CHECKING, Any

from django import forms
from django.urls import reverse_lazy

from quarterdeck.domains.planning import queries
from quarterdeck.domains.planning.choices import Adjustment, about_field

if TYPE_CHECKING:
    from quarterdeck.domains.organization.models import Team

KINDS = [
    ("", "Nothing"),
    (Adjustment.PERSON_AWAY, "Somebody is away"),
    (Adjustment.PERSON_LEAVES, "Somebody leaves"),
    (Adjustment.DEADLINE_MOVES, "A task's deadline moves"),
    (Adjustment.PROJECT_DEADLINE_MOVES, "A project's deadline moves"),
]
NOUNS = {"person_id": "person", "task_id": "open task", "project_id": "project"}
DAY = forms.DateInput(attrs={"type": "date"})


class Supposition(forms.Form):
    """A kind, whom or what it is about, and the days; an empty row supposes nothing."""

    kind = forms.ChoiceField(choices=KINDS, required=False, label="Suppose")
    about = forms.CharField(
        required=False,
        max_length=340,
        label="Who or what",
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "placeholder": "Name or title",
                "hx-get": reverse_lazy("planning:options"),
                "hx-trigger": "input changed delay:200ms",
                "hx-include": "closest form",
                "hx-swap": "innerHTML",
            }
        ),
    )
    on = forms.DateField(required=False, widget=DAY, label="From, or new date")
    ends_on = forms.DateField(required=False, widget=DAY, label="Until")

    team: "Team | None" = None  # set once known: whose plan it is about

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.options: list[str] = []
        self.chosen: Any = None
        self.fields["about"].widget.attrs |= {
            "list": self.options_id,
            "hx-target": f"#{self.options_id}",
            "hx-vals": json.dumps({"row": self.add_prefix("")}),
        }

    @property
    def options_id(self) -> str:
        return f"{self.add_prefix('about')}-options"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        kind = cleaned.get("kind")
        if not kind:
            if cleaned.get("about"):
                self.add_error("kind", "Choose what happens.")
            return cleaned
        needed = ["about", "on"]
        if kind == Adjustment.PERSON_AWAY:
            needed.append("ends_on")
        for name in needed:
            if not cleaned.get(name) and name not in self.errors:
                self.add_error(name, "Needed for this.")
        if cleaned.get("about") and self.team is not None:
            self._choose(self.team, kind, cleaned["about"])
        return cleaned

    def _choose(self, team: "Team", kind: str, text: str) -> None:
        found = queries.found_to_suppose(kind=kind, team=team, text=text)
        if len(found) == 1:
            self.chosen = found[0]
            return
        self.options = [queries.label_to_suppose(record) for record in found]
        noun = NOUNS[about_field(kind)]
        if not found:
            self.add_error("about", f"There is no {noun} like this in {team}.")
            return
        those = "; ".join(self.options[:4])
        self.add_error("about", f"Several are like this. Write one of them: {those}")

    def adjustment(self) -> dict[str, Any] | None:
        """The row as the service takes it; None for an empty one."""
        given = self.cleaned_data
        kind = given.get("kind")  # an untouched row has no fields at all
        if not kind or self.chosen is None:
            return None
        days: dict[str, Any] = {"on": given["on"]}
        if kind == Adjustment.PERSON_AWAY:
            days = {"starts_on": given["on"], "ends_on": given["ends_on"]}
        return {"kind": kind, about_field(kind): self.chosen.pk, **days}
