"""Forms of an open role: its notice, its hiring team, its questions."""

from typing import Any

from django import forms

from quarterdeck.domains.development.queries import profiles_visible_to
from quarterdeck.domains.goals.queries import open_goals_visible_to
from quarterdeck.domains.hiring import queries
from quarterdeck.domains.people.queries import skills_visible_to
from quarterdeck.domains.strategy.queries import values_visible_to
from quarterdeck.web.people.forms import PersonField

from .fields import OneOf, SomeOf, level, version, words

MOST = 500


class EditRole(forms.Form):
    title = forms.CharField(max_length=200, label="Whom do we look for?")
    why = words("Why we need them", longest=600, required=False)
    goal = OneOf(required=False, label="For the goal", empty="No goal in particular")
    team = OneOf(label="Team")
    hours = forms.DecimalField(
        required=False,
        min_value=1,
        max_value=80,
        max_digits=4,
        decimal_places=1,
        label="Hours a week",
    )
    values = SomeOf(required=False, label="Values we look for")
    version = version()

    def __init__(self, *args: Any, user: Any, team: Any = None, **more: Any) -> None:
        super().__init__(*args, **more)
        self._offer("goal", open_goals_visible_to(user)[:MOST])
        teams = list(queries.teams_to_look_for(user)[:MOST])
        if team is not None and team not in teams:
            teams.insert(0, team)
        self._offer("team", teams)
        self._offer("values", values_visible_to(user)[:50])

    def _offer(self, name: str, rows: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, OneOf | SomeOf)
        field.offer(rows)


class OpenRole(EditRole):
    profile = OneOf(
        required=False,
        label="Begin with the skills of the role",
        empty="Choose skills yourself",
    )

    def __init__(self, *args: Any, user: Any, **more: Any) -> None:
        super().__init__(*args, user=user, **more)
        del self.fields["version"]
        self._offer("profile", profiles_visible_to(user)[:MOST])
        self.order_fields(["title", "why", "goal", "team", "profile", "hours"])


class RequireSkill(forms.Form):
    skill = OneOf(label="Skill", empty="Choose a skill")
    level = level()

    def __init__(self, *args: Any, user: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["skill"]
        assert isinstance(field, OneOf)
        field.offer(skills_visible_to(user)[:MOST])


class AddToTeam(forms.Form):
    person = PersonField(label="Who interviews")

    def __init__(self, *args: Any, user: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["person"]
        assert isinstance(field, PersonField)
        field.user = user


class EditFile(forms.Form):
    cost_low = forms.DecimalField(
        required=False,
        min_value=0,
        max_digits=12,
        decimal_places=2,
        label="Cost a year, from",
    )
    cost_high = forms.DecimalField(
        required=False, min_value=0, max_digits=12, decimal_places=2, label="to"
    )
    keep_months = forms.IntegerField(
        min_value=1,
        max_value=36,
        label="Keep candidates for",
        help_text="months after they were written down, or after the decision",
    )
    version = version()


class AddQuestion(forms.Form):
    """About one of the skills or values of the role, with an anchor of each kind."""

    text = words("Question", longest=600)
    about = forms.ChoiceField(label="It is about")
    weak = words("A weak answer", longest=600, help_text="What one hears then")
    good = words("A good answer", longest=600)
    strong = words("A strong answer", longest=600)

    def __init__(
        self, *args: Any, skills: Any, values: Any, also: Any = (), **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.skills = {f"skill-{one.pk}": one for one in skills}
        self.values = {f"value-{one.pk}": one for one in values}
        for one in also:  # what the question is about already stays on offer
            kind = "skill" if hasattr(one, "description") else "value"
            getattr(self, f"{kind}s").setdefault(f"{kind}-{one.pk}", one)
        about = self.fields["about"]
        assert isinstance(about, forms.ChoiceField)
        about.choices = [
            ("", "Choose a skill or a value"),
            *((key, str(one)) for key, one in {**self.skills, **self.values}.items()),
        ]

    @property
    def asked(self) -> dict[str, Any]:
        """The fields of a question."""
        found = dict(self.cleaned_data)
        about = found.pop("about")
        skill, value = self.skills.get(about), self.values.get(about)
        return {**found, "skill": skill, "value": value}


class EditQuestion(AddQuestion):
    version = version()
