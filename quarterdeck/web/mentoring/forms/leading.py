"""A project as practice in leading, and looking back on it."""

from typing import TYPE_CHECKING, Any

from django import forms

from quarterdeck.domains.mentoring import queries
from quarterdeck.domains.projects.queries import projects_visible_to
from quarterdeck.web.people.forms import PersonField
from quarterdeck.web.people.forms.people import a_day

from .fields import first_few, starts_before_it_ends, version, words

if TYPE_CHECKING:
    from quarterdeck.domains.people.models import Person

READ = "Read by who practises, who leads them, and who backs them up."


class EditProject(forms.Form):
    to_learn = words("What is to be learnt by it?", 600, help_text=READ)
    sponsor = PersonField(label="Who backs them up", required=False)
    starts_on = a_day(label="From")
    ends_on = a_day(label="Until")
    version = version()

    def __init__(self, *args: Any, user: Any, person: "Person", **more: Any) -> None:
        super().__init__(*args, **more)
        sponsor = self.fields["sponsor"]
        assert isinstance(sponsor, PersonField)
        sponsor.user = user
        self.fields["step"] = forms.ModelChoiceField(
            first_few(queries.steps_to_link(user=user, person=person)),
            required=False,
            label="It serves the step",
            empty_label="No step of their plan",
        )

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        starts_before_it_ends(self, found)
        return found


class GiveProject(EditProject):
    version = None  # type: ignore[assignment]

    def __init__(self, *args: Any, user: Any, **more: Any) -> None:
        super().__init__(*args, user=user, **more)
        self.fields["project"] = forms.ModelChoiceField(
            first_few(projects_visible_to(user).order_by("name")),
            label="Project",
            empty_label="Choose a project",
        )
        self.order_fields(["project", "to_learn", "sponsor", "starts_on", "ends_on"])


class Debrief(forms.Form):
    learnt = words("What did you learn by leading it?", 4_000, 5, help_text=READ)
    differently = words(
        "What would you do differently?", 4_000, required=False, help_text=READ
    )
    version = version()
