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
    (Adjustment.PEOPLE_JOIN, "Somebody new joins a team"),
    (Adjustment.FEWER_HOURS, "A task takes fewer hours"),
    (Adjustment.LEAVE_MOVES, "A leave is at another time"),
    (Adjustment.LONGER_DAYS, "Somebody works longer days"),
]
NOUNS = {
    "person_id": "person",
    "task_id": "open task",
    "project_id": "project",
    "team_id": "team",
}
# What each kind asks for, beside whom or what it is about.
NEEDED = {
    Adjustment.PERSON_AWAY: ("on", "ends_on"),
    Adjustment.PERSON_LEAVES: ("on",),
    Adjustment.DEADLINE_MOVES: ("on",),
    Adjustment.PROJECT_DEADLINE_MOVES: ("on",),
    Adjustment.PEOPLE_JOIN: ("on", "level", "count"),
    Adjustment.FEWER_HOURS: ("hours",),
    Adjustment.LEAVE_MOVES: ("on", "ends_on", "to"),
    Adjustment.LONGER_DAYS: ("on", "ends_on", "hours"),
}
MOST_A_DAY = 12
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
    to = forms.DateField(required=False, widget=DAY, label="Leave begins instead on")
    hours = forms.FloatField(
        required=False,
        min_value=0.5,
        max_value=1000,
        label="Hours fewer, or more a day",
    )
    count = forms.IntegerField(
        required=False, min_value=1, max_value=20, initial=1, label="How many"
    )
    skill: Any = forms.ModelChoiceField(
        queryset=None, required=False, empty_label="Any", label="Good at"
    )
    level = forms.IntegerField(
        required=False, min_value=1, max_value=5, initial=3, label="On level"
    )

    team: "Team | None" = None  # set once known: whose plan it is about

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.options: list[str] = []
        self.chosen: Any = None
        skill: Any = self.fields["skill"]
        skill.queryset = queries.skills_to_suppose()
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
        for name in ("about", *NEEDED[kind]):
            if not cleaned.get(name) and name not in self.errors:
                self.add_error(name, "Needed for this.")
        if kind == Adjustment.LONGER_DAYS and (cleaned.get("hours") or 0) > MOST_A_DAY:
            self.add_error("hours", f"At most {MOST_A_DAY} hours more a day.")
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
        asked: dict[str, Any] = {"on": given["on"]}
        if kind == Adjustment.PERSON_AWAY:
            asked = _span(given)
        elif kind == Adjustment.PEOPLE_JOIN:
            skill = given["skill"].pk if given["skill"] else None
            who = {"skill_id": skill, "level": given["level"], "count": given["count"]}
            asked = {**who, "on": given["on"]}
        elif kind == Adjustment.FEWER_HOURS:
            asked = {"hours": given["hours"]}
        elif kind == Adjustment.LEAVE_MOVES:
            asked = {**_span(given), "on": given["to"]}
        elif kind == Adjustment.LONGER_DAYS:
            asked = {**_span(given), "hours": given["hours"]}
        return {"kind": kind, about_field(kind): self.chosen.pk, **asked}


def _span(given: dict[str, Any]) -> dict[str, Any]:
    return {"starts_on": given["on"], "ends_on": given["ends_on"]}
