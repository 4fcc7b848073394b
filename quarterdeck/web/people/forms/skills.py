"""Forms of the common list of skills and of somebody's levels."""

from typing import TYPE_CHECKING, Any

from django import forms

from quarterdeck.domains.people import queries
from quarterdeck.domains.people.rules import LEVELS

if TYPE_CHECKING:
    from quarterdeck.domains.people.models import Skill

MOST = 500


class SkillField(forms.TypedChoiceField):
    user: Any = None

    def __init__(self, **more: Any) -> None:
        super().__init__(coerce=int, empty_value=None, **more)

    def offer(self, user: Any, but: int | None = None) -> None:
        self.user = user
        rows = queries.skills_visible_to(user).exclude(pk=but or 0)[:MOST]
        self.choices = [("", "Choose a skill"), *((row.pk, row.name) for row in rows)]

    def clean(self, value: Any) -> "Skill":
        skill_id = super().clean(value)
        return queries.get_skill(user=self.user, skill_id=skill_id)


class AssessSkill(forms.Form):
    skill = SkillField()
    level = forms.TypedChoiceField(
        coerce=int, choices=[(n, f"{n} · {word}") for n, word in LEVELS], initial=3
    )
    wants_to_grow = forms.BooleanField(required=False, label="Wants to grow in it")
    evidence = forms.CharField(
        max_length=300,
        required=False,
        help_text="What shows it: a task, a certificate.",
    )

    def __init__(self, *args: Any, user: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["skill"]
        assert isinstance(field, SkillField)
        field.offer(user)


class WishToGrow(forms.Form):
    """In what one wants to grow, for how many hours, and whether beside a mentor."""

    skill = SkillField()
    hours = forms.IntegerField(
        min_value=1,
        max_value=400,
        initial=8,
        label="Hours of it in one plan, at most",
        help_text="A task one level up takes longer; all of its hours count.",
    )
    with_mentor = forms.BooleanField(
        required=False, initial=True, label="Book a mentor’s hours"
    )

    def __init__(self, *args: Any, user: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["skill"]
        assert isinstance(field, SkillField)
        field.offer(user)


class NameSkill(forms.Form):
    name = forms.CharField(max_length=100, label="Skill")
    description = forms.CharField(max_length=300, required=False)


class MergeSkill(forms.Form):
    into = SkillField(label="Merge into")

    def __init__(self, *args: Any, user: Any, skill: "Skill", **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["into"]
        assert isinstance(field, SkillField)
        field.offer(user, but=skill.pk)
