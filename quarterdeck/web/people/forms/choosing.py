"""Choose a person or a team among many, with and without JavaScript."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.urls import reverse_lazy

from quarterdeck.domains.organization import queries as organization
from quarterdeck.domains.people import queries

if TYPE_CHECKING:
    from quarterdeck.domains.organization.models import Team
    from quarterdeck.domains.people.models import Person


def label_of(person: "Person | None") -> str:
    return f"{person.name} · #{person.pk}" if person else ""


class PersonField(forms.CharField):
    """A name typed with suggestions; a number at its end names one of several."""

    user: Any = None  # set by the form: whom this person may choose from

    def __init__(self, **more: Any) -> None:
        more.setdefault("max_length", 230)
        super().__init__(**more)
        self.widget.attrs |= {
            "list": "people-options",
            "autocomplete": "off",
            "hx-get": reverse_lazy("people:options"),
            "hx-trigger": "input changed delay:200ms",
            "hx-target": "#people-options",
            "hx-swap": "innerHTML",
        }

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str | None) else label_of(value)

    def clean(self, value: Any) -> "Person | None":
        text = super().clean(value).strip()
        if not text:
            return None
        rows = queries.people_visible_to(self.user)
        if number := re.search(r"#(\d{1,18})$", text):
            found = list(rows.filter(pk=int(number.group(1))))
        else:
            found = list(rows.filter(Q(name__iexact=text) | Q(email__iexact=text))[:2])
        if len(found) == 1:
            return found[0]
        raise ValidationError(
            "There are several people of this name: choose one from the list."
            if found
            else "There is nobody of this name."
        )


class TeamField(forms.TypedChoiceField):
    """A team among those near one; indented as the tree is."""

    user: Any = None

    def __init__(self, **more: Any) -> None:
        more.setdefault("coerce", int)
        more.setdefault("empty_value", None)
        super().__init__(**more)

    def offer(self, teams: "Iterable[Team]") -> None:
        first = [] if self.required else [("", "No team")]
        self.choices = first + [
            (team.pk, "\u2003" * team.depth + team.name) for team in teams
        ]

    def clean(self, value: Any) -> "Team | None":
        team_id = super().clean(value)
        if team_id is None:
            return None
        return organization.get_team(user=self.user, team_id=team_id)
